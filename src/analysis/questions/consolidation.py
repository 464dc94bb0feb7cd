"""Topics on the number of government websites: the decline, the end of 2016, and the levels that carried the cut."""

from __future__ import annotations

import math
from functools import partial

from analysis.base.periods import parse_period
from analysis.bounds.shares import share_of_whole
from analysis.estimating.bounds_alone import certain
from analysis.estimating.decomposition import decompose_cut
from analysis.estimating.growth import average_growth
from analysis.estimating.linear import Dependence
from analysis.estimating.outcomes import Estimate
from analysis.estimating.phases import fit_phases
from analysis.estimating.points import Point, Points
from analysis.estimating.saturating import fit_floor
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Fit, Line
from analysis.questions.implied import add_implied, find_implied, load_implied
from analysis.questions.results import (
    Result,
    from_estimate,
    from_outcome,
    from_points,
    hold_at_last,
    in_units,
    missing,
    refused,
)
from analysis.words.catalogue import message

COUNT = "running_government_sites.CN.all"
CNNIC = "running_government_sites.CN.all.cnnic"
CLOSED = "sites_closed_or_merged_up.CN"
LEVELS = (
    "ministry_and_subordinate", "province", "province_department", "city", "city_department", "county", "below_county",
)  # fmt: skip
PHASES = ("2015-2017", "2017", "2018-2020")
TO_2018 = 2018.99
# Policy events at which a trend may change, known beforehand and not fitted, as decimal years. The notice on the fourth
# quarter of 2017 reports the year's cut as done; the next counts follow in March.
EVENTS = {"guidelines": parse_period("2017-05-15").end, "cut-reported": parse_period("2017-12-31").end}
# Policy events a quarter of a year earlier and later, and other ways to read and to fit the counts.
SHIFTS = {"events-earlier": -0.25, "events-later": 0.25}
READINGS = (*SHIFTS, "level-continuous", "errors-independent", "undated-early")
# The stretches between counts whose average rate is stated without any model.
STRETCHES = {
    "2015-2016": ("2015-11", "2016-12"), "2017": ("2016-12", "2017-12-01"), "2018-2020": ("2018-06-01", "2020-12-15"),
}  # fmt: skip
CNNIC_STRETCHES = {"2018-2019": ("2018-12", "2019-12"), "2019-2022": ("2019-12", "2022")}


def office_counts(evidence: Evidence) -> Points:
    """Return the General Office's counts, with that of the end of 2016 which its notices imply."""
    counts = add_implied(evidence.points(COUNT), evidence)
    return counts.early() if evidence.reading == "undated-early" else counts


def since_guidelines(evidence: Evidence) -> Points:
    """Return the counts since the guidelines on government websites."""
    return office_counts(evidence).between(_date_event("guidelines", evidence), math.inf)


def _date_event(name: str, evidence: Evidence) -> float:
    return EVENTS[name] + SHIFTS.get(evidence.reading, 0.0)


def _errors(evidence: Evidence) -> Dependence:
    return "independent" if evidence.reading == "errors-independent" else "accumulating"


def fit_decline(evidence: Evidence) -> tuple[Line, ...]:
    """The General Office's counts: a rate for each phase, and the floor that the decline tends to.

    The floor stands beside the one that the same model gave before the single count of 2020, which lies far above it.
    """
    late = since_guidelines(evidence)
    floor = partial(hold_at_last, partial(fit_floor, errors=_errors(evidence)), "floor")
    expected, topic = ("floor", "half_life"), "consolidation-since-guidelines"
    return (
        _in_phases(evidence), Line(topic, late, floor, expected, ahead=2.0),
        Line(f"{topic}-to-2018", late.between(-math.inf, TO_2018), floor, expected, ahead=3.0),
    )  # fmt: skip


def _in_phases(evidence: Evidence) -> Line:
    """The decline in phases; its level may step at the guidelines.

    A line that had to be continuous there made the rate before them steeper than every stretch between counts.
    """
    points = office_counts(evidence)
    notes = (message("count-of-2016-derived"),) if any(p.period == "2016-12" for p in points) else ()
    breaks = [_date_event(name, evidence) for name in ("guidelines", "cut-reported")]
    steps = [] if evidence.reading == "level-continuous" else breaks[:1]
    model = partial(fit_phases, breaks=breaks, steps=steps, labels=PHASES, errors=_errors(evidence))
    expected = (*(f"annual_rate.{label}" for label in PHASES), "step.2017")
    return Line("consolidation", points, model, expected, notes)


def end_of_2016(evidence: Evidence) -> list[Result]:
    """The number of sites at the end of 2016, by stocks and flows."""
    topic, model, found = "consolidation-end-2016", "identity", find_implied(evidence, COUNT)
    if not evidence.implied:
        # "not among the figures" was said where all four are printed, and only what they imply was left out.
        return [refused(topic, model, COUNT, message("refusal-implied-alone"))]
    if not found:
        return [missing(topic, model, message("lacking-stock-or-flow"))]
    n = len(found[0].ref.split())
    count = certain("", found[0].interval, "count:site", n, message("same-stocks-and-flows"))
    return [from_estimate(topic, model, COUNT, count, found)]


def end_of_2017(evidence: Evidence) -> list[Result]:
    """CNNIC's count of provinces and below a year before it was first printed, from the cut printed beside it."""
    topic, model = "consolidation-cnnic-end-2017", "identity"
    if not (found := load_implied()["end-2017-cnnic"].find(evidence.by_observation)):
        return [missing(topic, model, message("lacking-count-or-cut"))]
    count = certain("", found.interval, "count:site", 2, message("same-printed-cut"))
    return [from_estimate(topic, model, found.definition, count, [found])]


def stretches(evidence: Evidence) -> list[Fit]:
    """Average rates between two counts, by interval arithmetic alone."""
    office, cnnic = office_counts(evidence), evidence.points(CNNIC)
    counted = ("consolidation-between-counts", office, STRETCHES), ("consolidation-cnnic", cnnic, CNNIC_STRETCHES)

    def fit(topic: str, points: Points, span: tuple[str, str]) -> Fit:
        ends = [parse_period(period).end for period in span]
        points = points.keep(p for p in points if p.t in ends)
        return Fit(topic, points, average_growth, ("average_annual_rate", "factor"))

    return [fit(f"{topic}-{label}", points, span) for topic, points, spans in counted for label, span in spans.items()]


def cut_of_2017(evidence: Evidence) -> list[Result]:
    """Which level carried the cut between March and December 2017, and below-county sites in the year's closures."""
    return [*_cut_by_level(evidence), _closures_below_county(evidence)]


def _cut_by_level(evidence: Evidence) -> list[Result]:
    before, after = (_by_level(evidence, period) for period in ("2017-Q1", "2017-12-01"))
    points = [*before.values(), *after.values()]
    if len(points) < 2 * len(LEVELS):
        topic = "cut-2017-share-of-cut-below-county"
        return [missing(topic, "decomposition", message("lacking-level"), points)]
    counts = ({level: point.interval for level, point in found.items()} for found in (before, after))
    outcome = in_units(decompose_cut(*counts, COUNT), "count:site")
    return from_outcome("cut-2017", outcome, points, [f"share_of_cut.{level}" for level in LEVELS])


def _by_level(evidence: Evidence, period: str) -> dict[str, Point]:
    found = {level: evidence.at(f"running_government_sites.CN.{level}", period) for level in LEVELS}
    return {level: point for level, point in found.items() if point}


def _closures_below_county(evidence: Evidence) -> Result:
    topic, points = "cut-2017-share-of-closures-below-county", [f"{CLOSED}.below_county", f"{CLOSED}.all"]

    def share(part: Point, whole: Point) -> Estimate:
        found = share_of_whole(part.interval, whole.interval)
        return certain("share_of_closures.below_county", found, "percent", 2, message("same-closures"))

    found = [evidence.at(series_id, "2017") for series_id in points]
    return from_points(topic, "share", f"{CLOSED}.all", found, message("lacking-closures"), share)
