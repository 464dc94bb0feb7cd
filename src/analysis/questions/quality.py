"""Topics on quality: spot-check pass rates with their sampling error, and the ceiling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from scipy import stats

from analysis.base.periods import Period, parse_period
from analysis.estimating.adoption import fit_adoption
from analysis.estimating.combining import combine_differences, spread_of_differences
from analysis.estimating.outcomes import Estimate
from analysis.estimating.points import Point, Points
from analysis.estimating.proportions import Sample, check_ceiling, compare_rates, estimate_rate
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Fit, Line, only
from analysis.questions.results import Result, from_estimate, from_outcome, from_points, missing, refused
from analysis.words.catalogue import LANGS, Message, message
from analysis.words.numbers import display_number

RATE, CHECKED = "spot_check_pass_rate.CN.all", "spot_checked_sites.CN.all"
MEDIA_RATE, MEDIA_CHECKED = "new_media_pass_rate.CN.all", "spot_checked_new_media_accounts.CN.all"
AFTER = "from-2019-04"
METHODS = ("central_sample", "self_check")
PERIODS = ("2016-Q2", "2016-Q3", "2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4", "2018-Q2", "2020")
APART = "2017-Q3"  # the quarter that stands apart from all others
COMPARED = ("2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4", "2018-Q2")
CEILING = 99.0  # percent
RUNNING, UNLIKELY = "running_government_sites.CN", 0.001
# Parts of samples that notices print, and the levels of government whose sites they are.
PARTS = {"portal": ("province", "city", "county"), "ministry_and_subordinate": ("ministry_and_subordinate",)}
NOT_RANDOM = message("own-check-not-random")


def _rate_series(method: str, period: str) -> str:
    return f"{RATE}.{method}.{AFTER}" if period >= "2019-Q2" else f"{RATE}.{method}"


def _sample(evidence: Evidence, method: str, period: str) -> list[Point | None]:
    return [evidence.at(_rate_series(method, period), period), evidence.at(f"{CHECKED}.{method}", period)]


def _estimate(rate: Point, checked: Point) -> Estimate:
    return estimate_rate(rate.interval, round(checked.value))


def central_rates(evidence: Evidence) -> list[Result]:
    """National pass rates: Wilson's interval for each of the General Office's samples that may be drawn by chance."""
    media = [evidence.at(f"{name}.central_sample", "2020") for name in (MEDIA_RATE, MEDIA_CHECKED)]
    topic, lacking = "new-media-central-rate-2020", message("lacking-new-media-sample")

    def rate(*points: Point) -> Estimate:
        found = _estimate(*points)
        return replace(found, warnings=(*found.warnings, message("media-sample-by-parts")))

    new_media = from_points(topic, "proportion", f"{MEDIA_RATE}.central_sample", media, lacking, rate)
    return [new_media, *(_central_rate(evidence, period) for period in PERIODS)]


def _central_rate(evidence: Evidence, period: str) -> Result:
    topic, sample = f"spot-check-central-rate-{period}", _sample(evidence, "central_sample", period)
    if parts := _drawn_by_parts(evidence, sample[1]):
        return refused(topic, "proportion", _rate_series("central_sample", period), parts, sample)

    def rate(*points: Point) -> Estimate:
        return replace(_estimate(*points), parameter=f"rate.{period}")

    return from_points(
        topic, "proportion", _rate_series("central_sample", period), sample,
        message("lacking-rate-or-sample", period=period), rate,
    )  # fmt: skip


def _drawn_by_parts(evidence: Evidence, checked: Point | None) -> Message | None:
    """Say which printed part of a sample is too large for one drawn by chance: then no interval of such a one holds.

    The sample of 2020 held 153 portals among 328 sites, twice their share of all, and was given an interval.
    """
    for part, levels in PARTS.items():
        drawn = evidence.at(f"spot_checked_sites.CN.{part}.central_sample", checked.period) if checked else None
        if checked is None or drawn is None or not (share := _share_of_sites(evidence, levels, checked.t)):
            continue
        size, count = round(checked.value), round(drawn.value)
        if stats.binomtest(count, size, share).pvalue < UNLIKELY:
            share_of_all = display_number(round(100 * share), LANGS[0])
            return message("sample-by-parts", count=count, size=size, part=message(f"part-{part}"), share=share_of_all)
    return None


def _share_of_sites(evidence: Evidence, levels: Sequence[str], t: float) -> float | None:
    """Return the most that levels are of all sites in operation, by the counts nearest in time."""
    parts = [evidence.nearest(f"{RUNNING}.{level}", t) for level in levels]
    known = [point for point in parts if point]
    wholes = [evidence.nearest(f"{RUNNING}.all", at) for at in (t, *(point.t for point in known))]
    if len(known) < len(parts) or None in wholes:
        return None
    return sum(point.value for point in known) / min(whole.value for whole in wholes if whole)


def sampled_rates(evidence: Evidence, method: str) -> Iterator[tuple[Point, Estimate]]:
    """Return the national pass rates of a kind of check with Wilson's interval, where the sample allows for one."""
    sizes = {point.period: point for point in evidence.points(f"{CHECKED}.{method}")}
    for point in evidence.join(RATE, (f"{RATE}.{method}", f"{RATE}.{method}.{AFTER}")):
        if point.period in sizes and not _drawn_by_parts(evidence, sizes[point.period]):
            yield point, _estimate(point, sizes[point.period])


def central_trend(evidence: Evidence) -> list[Fit]:
    """The General Office's samples from 2016 to 2018: how fast the odds of passing grew.

    A sample that was not drawn by chance alone has no interval, and none goes through it.
    """
    printed = evidence.points(f"{RATE}.central_sample", "2016", "2018")
    sizes = {checked.period: checked for checked in evidence.points(f"{CHECKED}.central_sample")}
    by_parts = {p.period for p in printed if _drawn_by_parts(evidence, sizes.get(p.period))}

    def with_size(rate: Point) -> Point:
        checked = sizes.get(rate.period)
        return replace(rate, n=round(checked.value), ref=f"{rate.ref} {checked.ref}") if checked else rate

    points = printed.keep(with_size(p) for p in printed if p.period not in by_parts)
    notes = [message("trend-without-samples-by-parts", periods=", ".join(sorted(by_parts)))] if by_parts else []
    return [Line("spot-check-central", points, only("odds_growth", fit_adoption), ("odds_growth",), tuple(notes))]


def central_less_own(evidence: Evidence) -> list[Result]:
    """The General Office's sample less the regions' own check: by quarter (Newcombe), on average, and their spread.

    As printed the quarters differ beyond chance, one from all others, though rounding could make up for it; the mean is
    given without that one too.
    """
    rest = [period for period in COMPARED if period != APART]
    return [
        *(_difference(evidence, period) for period in COMPARED),
        _over_quarters(evidence, "mean", COMPARED, combine_differences),
        _over_quarters(evidence, "spread", COMPARED, spread_of_differences),
        _over_quarters(evidence, f"mean-without-{APART}", rest, combine_differences),
    ]


def _checks(evidence: Evidence, period: str) -> list[Point | None]:
    """Return rate and size of the General Office's sample, then of the regions' own check."""
    return [point for method in METHODS for point in _sample(evidence, method, period)]


def _pair(central: Point, n: Point, own: Point, m: Point) -> tuple[Sample, Sample]:
    return Sample(central.interval, round(n.value)), Sample(own.interval, round(m.value))


def _difference(evidence: Evidence, period: str) -> Result:
    def difference(*points: Point) -> Estimate:
        found = compare_rates(*_pair(*points))
        return replace(found, parameter=f"difference.{period}", warnings=(*found.warnings, NOT_RANDOM))

    return from_points(
        f"spot-check-central-less-self-{period}", "difference", RATE, _checks(evidence, period),
        message("lacking-two-checks", period=period), difference,
    )  # fmt: skip


def _over_quarters(evidence: Evidence, name: str, periods: Sequence[str], combine: Callable[..., Estimate]) -> Result:
    """Combine the differences of the quarters that have both checks."""
    topic, quarters = f"spot-check-central-less-self-{name}", [_checks(evidence, period) for period in periods]
    known = [[p for p in points if p] for points in quarters if all(points)]
    if len(known) < 2:
        return missing(topic, "difference", message("lacking-second-quarter"))
    combined = combine([_pair(*points) for points in known])
    estimate = replace(combined, warnings=(*combined.warnings, NOT_RANDOM))
    return from_estimate(topic, "difference", RATE, estimate, [p for points in quarters for p in points])


def ceiling(evidence: Evidence) -> list[Result]:
    """Provincial pass rates by the old and the new indicators: how many stand above 99 percent."""
    found: list[Result] = []
    for label, segment in {"until-2019-q1": "", "since-2019-q2": AFTER}.items():
        areas = evidence.areas("spot_check_pass_rate", "self_check", segment)
        points = _single_checks(evidence.join(f"spot_check_pass_rate.provinces.self_check.{label}", areas.values()))
        outcome = check_ceiling(points, CEILING)
        found += from_outcome(f"spot-check-provinces-{label}", outcome, points, ("share_above", "values"))
    return found


def _single_checks(points: Points) -> Points:
    """Keep the rates of single checks: a half-year's stood beside those of its two quarters and counted them twice."""
    spans = [(p.definition, parse_period(p.period)) for p in points]

    def holds_another(whole: tuple[str, Period]) -> bool:
        return any(name == whole[0] and one != whole[1] and one in whole[1] for name, one in spans)

    return points.keep(p for p, span in zip(points, spans, strict=True) if not holds_another(span))
