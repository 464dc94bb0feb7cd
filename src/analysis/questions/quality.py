"""Topics on quality: spot-check pass rates with their sampling error, and the ceiling."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.bounds.interval import Interval
from analysis.estimating.adoption import fit_adoption
from analysis.estimating.outcomes import LEVEL, Basis, Estimate
from analysis.estimating.points import Point
from analysis.estimating.proportions import check_ceiling, compare_rates, estimate_rate
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Fit, Line, only
from analysis.questions.results import Result, from_outcome, from_points, make_id, missing
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
    points = evidence.points(f"{RATE}.central_sample", "2016", "2018")
    return [Line("spot-check-central", points, only("odds_growth", fit_adoption), ("odds_growth",))]


def central_less_own(evidence: Evidence) -> list[Result]:
    """The General Office's sample less the regions' own check, quarter by quarter (Newcombe), and on average."""
    quarters = [_difference(evidence, period) for period in COMPARED]
    return [*quarters, average_difference(quarters)]


def _difference(evidence: Evidence, period: str) -> Result:
    def difference(central: Point, n: Point, own: Point, m: Point) -> Estimate:
        found = compare_rates(central.interval, round(n.value), own.interval, round(m.value))
        return replace(found, parameter=f"difference.{period}", warnings=(*found.warnings, NOT_RANDOM))

    return from_points(
        f"spot-check-central-less-self-{period}", "difference", RATE,
        [point for method in METHODS for point in _sample(evidence, method, period)],
        message("lacking-two-checks", period=period), difference,
    )  # fmt: skip


def average_difference(quarters: Sequence[Result]) -> Result:
    """Average the quarterly differences; limits by the square-and-add rule of Zou and Donner (2008)."""
    topic, parts = "spot-check-central-less-self-mean", [r.estimate for r in quarters if r.estimate]
    if len(parts) < 2:
        return missing(topic, "difference", message("lacking-second-quarter"))
    mean = sum(e.value for e in parts) / len(parts)
    below = math.sqrt(sum((e.value - e.lower) ** 2 for e in parts)) / len(parts)
    above = math.sqrt(sum((e.upper - e.value) ** 2 for e in parts)) / len(parts)
    basis = Basis(
        LEVEL, len(parts), message("method-mean-difference"), "Zou & Donner 2008", message("quarters-independent"),
        (NOT_RANDOM,),
    )  # fmt: skip
    estimate = basis.estimate("difference.mean", "percentage_points", mean, Interval(mean - below, mean + above))
    inputs = tuple(sorted({name for r in quarters for name in r.inputs}))
    return Result(make_id(topic), "difference", RATE, estimate.parameter, inputs, estimate, topic, named=True)


def ceiling(evidence: Evidence) -> list[Result]:
    """Provincial pass rates by the old and the new indicators: how many stand above 99 percent."""
    segments = {"until-2019-q1": "", "since-2019-q2": AFTER}
    return [one for label, segment in segments.items() for one in _at_ceiling(evidence, label, segment)]


def _at_ceiling(evidence: Evidence, label: str, segment: str) -> list[Result]:
    areas = evidence.areas("spot_check_pass_rate", "all", "self_check", segment)
    points = evidence.join(f"spot_check_pass_rate.provinces.self_check.{label}", areas.values())
    return from_outcome(f"spot-check-provinces-{label}", check_ceiling(points, CEILING), points, ("share_above",))
