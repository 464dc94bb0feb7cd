"""Topics on quality: spot-check pass rates with their sampling error, the ceiling, and evaluation scores."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.bounds.interval import Interval
from analysis.estimating.adoption import fit_adoption
from analysis.estimating.bounds_alone import REFERENCE, certain
from analysis.estimating.outcomes import LEVEL, Basis, Estimate
from analysis.estimating.panels import fit_panel
from analysis.estimating.points import Point, Points
from analysis.estimating.proportions import check_ceiling, compare_rates, estimate_rate
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Fit, Line, only
from analysis.questions.results import Result, from_estimate, from_outcome, make_id, missing

RATE, CHECKED = "spot_check_pass_rate.CN.all", "spot_checked_sites.CN.all"
AFTER = "from-2019-04"
METHODS = ("central_sample", "self_check")
PERIODS = ("2016-Q2", "2016-Q3", "2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4", "2018-Q2", "2020")
NOT_RANDOM = "the regions' own check is no random sample: the interval holds chance alone"
COMPARED = ("2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4", "2018-Q2")


def rate_at(evidence: Evidence, method: str, period: str) -> tuple[Point | None, Point | None]:
    """Return the pass rate and the sample size of a check."""
    after = f".{AFTER}" if period >= "2019-Q2" else ""
    return evidence.at(f"{RATE}.{method}{after}", period), evidence.at(f"{CHECKED}.{method}", period)


def rates(evidence: Evidence) -> list[Result]:
    """National pass rates: Wilson's interval for each of the General Office's samples."""
    results = [_new_media_rate(evidence)]
    for period in PERIODS:
        rate, checked = rate_at(evidence, "central_sample", period)
        if rate is None or checked is None:
            topic = f"spot-check-central-rate-{period}"
            results.append(missing(topic, "proportion", f"the rate or the sample of {period}", (rate, checked)))
            continue
        estimate = estimate_rate(rate.interval, round(checked.value))
        estimate = replace(estimate, parameter=f"rate.{period}")
        results.append(
            from_estimate(f"spot-check-central-rate-{period}", "proportion", rate.definition, estimate, (rate, checked))
        )
    return results


def _new_media_rate(evidence: Evidence) -> Result:
    """The General Office's sample of new media accounts in 2020."""
    rate = evidence.at("new_media_pass_rate.CN.all.central_sample", "2020")
    checked = evidence.at("spot_checked_new_media_accounts.CN.all.central_sample", "2020")
    if rate is None or checked is None:
        return missing("new-media-central-rate-2020", "proportion", "the new media sample of 2020", (rate, checked))
    estimate = estimate_rate(rate.interval, round(checked.value))
    return from_estimate("new-media-central-rate-2020", "proportion", rate.definition, estimate, (rate, checked))


def sampled_rates(evidence: Evidence, method: str) -> Iterator[tuple[Point, Estimate]]:
    """Return the national pass rates of a kind of check whose sample size is printed, with Wilson's interval."""
    sizes = {point.period: point for point in evidence.points(f"{CHECKED}.{method}")}
    for point in evidence.join(RATE, (f"{RATE}.{method}", f"{RATE}.{method}.{AFTER}")):
        if point.period in sizes:
            yield point, estimate_rate(point.interval, round(sizes[point.period].value))


def central_trend(evidence: Evidence) -> list[Fit]:
    """The General Office's samples from 2016 to 2018: how fast the odds of passing grew."""
    points = evidence.points(f"{RATE}.central_sample", "2016", "2018")
    return [Line("spot-check-central", points, only("odds_growth", fit_adoption), ("odds_growth",))]


def central_and_self(evidence: Evidence) -> list[Result]:
    """The General Office's sample less the regions' own check, quarter by quarter (Newcombe)."""
    results = []
    for period in COMPARED:
        topic = f"spot-check-central-less-self-{period}"
        found = [rate_at(evidence, method, period) for method in METHODS]
        flat = [p for pair in found for p in pair]
        if any(p is None for p in flat):
            results.append(missing(topic, "difference", f"a pass rate or a sample size of {period}", flat))
            continue
        (central, n), (own, m) = found
        estimate = compare_rates(central.interval, round(n.value), own.interval, round(m.value))
        estimate = replace(estimate, parameter=f"difference.{period}", warnings=(*estimate.warnings, NOT_RANDOM))
        results.append(from_estimate(topic, "difference", RATE, estimate, flat))
    return [*results, average_difference(results)]


def average_difference(results: Sequence[Result]) -> Result:
    """Average the quarterly differences; limits by the square-and-add rule of Zou and Donner (2008)."""
    topic = "spot-check-central-less-self-mean"
    parts = [r.estimate for r in results if r.estimate]
    if len(parts) < 2:
        return missing(topic, "difference", "a second quarter with both checks")
    mean = sum(e.value for e in parts) / len(parts)
    below = math.sqrt(sum((e.value - e.lower) ** 2 for e in parts)) / len(parts)
    above = math.sqrt(sum((e.upper - e.value) ** 2 for e in parts)) / len(parts)
    basis = Basis(
        LEVEL, len(parts), "mean of Newcombe differences, limits by square-and-add", "Zou & Donner 2008",
        "quarters are independent samples of one difference", (NOT_RANDOM,),
    )  # fmt: skip
    estimate = basis.estimate("difference.mean", "percentage_points", mean, Interval(mean - below, mean + above))
    inputs = tuple(sorted({name for r in results for name in r.inputs}))
    return Result(make_id(topic), "difference", RATE, estimate.parameter, inputs, estimate, None, topic, named=True)


def ceiling(evidence: Evidence) -> list[Result]:
    """Provincial pass rates by the new indicators: how many stand above 99 percent."""
    before = evidence.areas("spot_check_pass_rate", "all", "self_check")
    after = evidence.areas("spot_check_pass_rate", "all", "self_check", AFTER)
    results: list[Result] = []
    for label, areas in (("until-2019-q1", before), ("since-2019-q2", after)):
        points = evidence.join(f"spot_check_pass_rate.provinces.self_check.{label}", areas.values())
        outcome = check_ceiling(points, 99.0)
        results += from_outcome(f"spot-check-provinces-{label}", outcome, points, ("share_above",))
    return results


def scores(evidence: Evidence) -> list[Result]:
    """Evaluation scores: Fujian by tier as a panel and from year to year, Beijing on each scale by itself."""
    tiers = {level: f"avg_evaluation_score.CN-FJ.{level}" for level in ("city", "county", "province_department")}
    panel = evidence.panel("avg_evaluation_score.CN-FJ.tiers", tiers)
    results = from_outcome("scores-fujian", fit_panel(panel), panel.rows, ("trend",))
    for level, series_id in tiers.items():
        points = evidence.points(series_id)
        results.append(_change(f"scores-fujian-{level}-change", points))
    for scale in ("130", "110"):
        points = evidence.points(f"avg_evaluation_score.CN-BJ.county.scale_{scale}")
        results.append(_change(f"scores-beijing-districts-scale-{scale}-change", points))
    return results


def _change(topic: str, points: Points) -> Result:
    """Return the change between the first and the last score, in points of the scale."""
    ends = (points.rows[0], points.rows[-1]) if len(points) > 1 else ()
    if not ends:
        return missing(topic, "two_dates", "a second score", points)
    estimate = certain(
        "change", ends[1].interval - ends[0].interval, points.unit, 2, "interval arithmetic", REFERENCE,
        f"the scale and the indicators are the same in {ends[0].period} and {ends[1].period}",
    )  # fmt: skip
    return from_estimate(topic, "two_dates", points.series_id, estimate, ends)
