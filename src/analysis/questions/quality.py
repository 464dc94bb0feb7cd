"""Topics on quality: spot-check pass rates with their sampling error, and the ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.estimating.adoption import fit_adoption
from analysis.estimating.combining import combine_differences
from analysis.estimating.outcomes import Estimate
from analysis.estimating.points import Point
from analysis.estimating.proportions import Sample, check_ceiling, compare_rates, estimate_rate
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Fit, Line, only
from analysis.questions.results import Result, from_estimate, from_outcome, from_points, missing
from analysis.words.catalogue import message

RATE, CHECKED = "spot_check_pass_rate.CN.all", "spot_checked_sites.CN.all"
MEDIA_RATE, MEDIA_CHECKED = "new_media_pass_rate.CN.all", "spot_checked_new_media_accounts.CN.all"
AFTER = "from-2019-04"
METHODS = ("central_sample", "self_check")
PERIODS = ("2016-Q2", "2016-Q3", "2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4", "2018-Q2", "2020")
COMPARED = ("2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4", "2018-Q2")
CEILING = 99.0  # percent
NOT_RANDOM = message("own-check-not-random")


def _rate_series(method: str, period: str) -> str:
    return f"{RATE}.{method}.{AFTER}" if period >= "2019-Q2" else f"{RATE}.{method}"


def _sample(evidence: Evidence, method: str, period: str) -> list[Point | None]:
    """Return the pass rate of a check and the size of its sample."""
    return [evidence.at(_rate_series(method, period), period), evidence.at(f"{CHECKED}.{method}", period)]


def _estimate(rate: Point, checked: Point) -> Estimate:
    return estimate_rate(rate.interval, round(checked.value))


def central_rates(evidence: Evidence) -> list[Result]:
    """National pass rates: Wilson's interval for each of the General Office's samples."""
    media = [evidence.at(f"{name}.central_sample", "2020") for name in (MEDIA_RATE, MEDIA_CHECKED)]
    topic, lacking = "new-media-central-rate-2020", message("lacking-new-media-sample")
    new_media = from_points(topic, "proportion", f"{MEDIA_RATE}.central_sample", media, lacking, _estimate)
    return [new_media, *(_central_rate(evidence, period) for period in PERIODS)]


def _central_rate(evidence: Evidence, period: str) -> Result:
    def rate(*points: Point) -> Estimate:
        return replace(_estimate(*points), parameter=f"rate.{period}")

    return from_points(
        f"spot-check-central-rate-{period}", "proportion", _rate_series("central_sample", period),
        _sample(evidence, "central_sample", period), message("lacking-rate-or-sample", period=period), rate,
    )  # fmt: skip


def sampled_rates(evidence: Evidence, method: str) -> Iterator[tuple[Point, Estimate]]:
    """Return the national pass rates of a kind of check whose sample size is printed, with Wilson's interval."""
    sizes = {point.period: point for point in evidence.points(f"{CHECKED}.{method}")}
    for point in evidence.join(RATE, (f"{RATE}.{method}", f"{RATE}.{method}.{AFTER}")):
        if point.period in sizes:
            yield point, _estimate(point, sizes[point.period])


def central_trend(evidence: Evidence) -> list[Fit]:
    """The General Office's samples from 2016 to 2018: how fast the odds of passing grew."""
    printed = evidence.points(f"{RATE}.central_sample", "2016", "2018")
    sizes = {checked.period: checked for checked in evidence.points(f"{CHECKED}.central_sample")}
    points = printed.keep(_with_size(p, sizes[p.period]) if p.period in sizes else p for p in printed)
    return [Line("spot-check-central", points, only("odds_growth", fit_adoption), ("odds_growth",))]


def _with_size(rate: Point, checked: Point) -> Point:
    return replace(rate, n=round(checked.value), ref=f"{rate.ref} {checked.ref}")


def central_less_own(evidence: Evidence) -> list[Result]:
    """The General Office's sample less the regions' own check, quarter by quarter (Newcombe), and on average."""
    return [*(_difference(evidence, period) for period in COMPARED), _average_difference(evidence)]


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


def _average_difference(evidence: Evidence) -> Result:
    """Average the differences of all quarters that have both checks."""
    topic, quarters = "spot-check-central-less-self-mean", [_checks(evidence, period) for period in COMPARED]
    known = [[p for p in points if p] for points in quarters if all(points)]
    if len(known) < 2:
        return missing(topic, "difference", message("lacking-second-quarter"))
    mean = combine_differences([_pair(*points) for points in known])
    estimate = replace(mean, warnings=(*mean.warnings, NOT_RANDOM))
    return from_estimate(topic, "difference", RATE, estimate, [p for points in quarters for p in points])


def ceiling(evidence: Evidence) -> list[Result]:
    """Provincial pass rates by the old and the new indicators: how many stand above 99 percent."""
    segments = {"until-2019-q1": "", "since-2019-q2": AFTER}
    return [one for label, segment in segments.items() for one in _at_ceiling(evidence, label, segment)]


def _at_ceiling(evidence: Evidence, label: str, segment: str) -> list[Result]:
    areas = evidence.areas("spot_check_pass_rate", "all", "self_check", segment)
    points = evidence.join(f"spot_check_pass_rate.provinces.self_check.{label}", areas.values())
    return from_outcome(f"spot-check-provinces-{label}", check_ceiling(points, CEILING), points, ("share_above",))
