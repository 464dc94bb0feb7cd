"""Topics on the number of government websites: the decline, the levels that carried it, and the provinces."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial
from statistics import median

from analysis.base.periods import decimal_year, period_dates
from analysis.bounds.interval import Interval
from analysis.bounds.shares import share_of_whole
from analysis.estimating.bounds_alone import REFERENCE, certain
from analysis.estimating.decomposition import decompose_cut
from analysis.estimating.growth import average_growth
from analysis.estimating.outcomes import CERTAIN, Basis, Outcome
from analysis.estimating.panels import count_signs, fit_panel
from analysis.estimating.phases import fit_phases
from analysis.estimating.points import Points
from analysis.estimating.saturating import fit_floor
from analysis.questions.events import EVENTS
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Fit, Line
from analysis.questions.implied import add_implied, find_implied
from analysis.questions.results import Result, bound_by_last, from_estimate, from_outcome, in_units, missing

COUNT = "running_government_sites.CN.all"
CNNIC = "running_government_sites.CN.all.cnnic"
CLOSED = "sites_closed_or_merged_up.CN.all"
LEVELS = (
    "ministry_and_subordinate", "province", "province_department", "city", "city_department", "county", "below_county",
)  # fmt: skip
DERIVED = "the count of the end of 2016 is derived: the count before it less, and the count after it plus, the closures"
PHASES = ("2015-2017", "2017", "2018-2020")
# The stretches between counts whose average rate is stated without any model.
STRETCHES = {
    "2015-2016": ("2015-11", "2016-12"), "2017": ("2016-12", "2017-12-01"), "2018-2020": ("2018-06-01", "2020-12-15"),
}  # fmt: skip

QUARTER, FEWEST_GAPS = 0.255, 5
CNNIC_STRETCHES = {"2018-2019": ("2018-12", "2019-12"), "2019-2022": ("2019-12", "2022")}


def office_counts(evidence: Evidence) -> Points:
    """Return the General Office's counts, with that of the end of 2016 which its notices imply."""
    return add_implied(evidence.points(COUNT), evidence)


def fit_rates(evidence: Evidence, dates: Sequence[float] = ()) -> Outcome:
    """Fit a rate to each phase between the policy events."""
    breaks = [EVENTS[name].t + evidence.event_shift for name in ("guidelines", "cut-reported")]
    return fit_phases(office_counts(evidence), breaks, labels=PHASES, dates=dates)


def fit_plateau(evidence: Evidence, dates: Sequence[float] = ()) -> Outcome:
    """Fit the decline since the guidelines to a floor."""
    return decline_to_floor(since_guidelines(evidence), dates)


def decline_to_floor(points: Points, dates: Sequence[float] = ()) -> Outcome:
    """Fit a decline to a floor, which is at most the last count."""
    return bound_by_last(fit_floor(points, dates=dates), "floor", points.rows[-1] if len(points) else None)


def since_guidelines(evidence: Evidence) -> Points:
    """Return the counts since the guidelines on government websites."""
    return office_counts(evidence).between(EVENTS["guidelines"].t, math.inf)


def decline(evidence: Evidence) -> list[Fit]:
    """The General Office's counts: a rate for each phase, and the floor that the decline tends to."""
    points, late = office_counts(evidence), since_guidelines(evidence)
    notes = (DERIVED,) if any(p.period == "2016-12" for p in points) else ()
    rates = tuple(f"annual_rate.{label}" for label in PHASES)
    breaks = [EVENTS[name].t + evidence.event_shift for name in ("guidelines", "cut-reported")]
    return [
        Line("consolidation", points, partial(fit_phases, breaks=breaks, labels=PHASES), rates, notes),
        Line("consolidation-since-guidelines", late, decline_to_floor, ("floor", "half_life"), ahead=2.0),
    ]


def implied_count(evidence: Evidence) -> list[Result]:
    """The number of sites at the end of 2016, by stocks and flows, and what the evaluation's round figure lacks."""
    topic, found = "consolidation-end-2016", find_implied(evidence, COUNT)
    if not found:
        return [missing(topic, "identity", "a stock or a flow of 2016 or 2017")]
    implied = found[0]
    count = certain(
        "", implied.interval, "count:site", len(implied.ref.split()), "interval arithmetic", REFERENCE,
        "stocks and flows count the same sites",
    )  # fmt: skip
    return [from_estimate(topic, "identity", COUNT, count, [implied])]


def stretches(evidence: Evidence) -> list[Fit]:
    """Average rates between two counts, by interval arithmetic alone."""
    office, cnnic = office_counts(evidence), evidence.points(CNNIC)
    counted = ("consolidation-between-counts", office, STRETCHES), ("consolidation-cnnic", cnnic, CNNIC_STRETCHES)
    return [
        Fit(f"{topic}-{label}", _at_ends(points, *span), average_growth, ("average_annual_rate",))
        for topic, points, spans in counted
        for label, span in spans.items()
    ]


def _at_ends(points: Points, *periods: str) -> Points:
    ends = [decimal_year(period_dates(period)[1]) for period in periods]
    return points.keep(p for p in points if p.t in ends)


def levels(evidence: Evidence) -> list[Result]:
    """Which level carried the cut between March and December 2017, and below-county sites in the year's closures."""
    pairs = {
        level: (evidence.at(f"running_government_sites.CN.{level}", "2017-Q1"), evidence.at(
            f"running_government_sites.CN.{level}", "2017-12-01"
        )) for level in LEVELS
    }  # fmt: skip
    points = [p for pair in pairs.values() for p in pair if p]
    topic = "cut-2017"
    if len(points) < 2 * len(LEVELS):
        results = [missing(f"{topic}-share-of-cut-below-county", "decomposition", "a level of 2017", points)]
    else:
        before, after = ({k: pair[i].interval for k, pair in pairs.items()} for i in (0, 1))
        outcome = in_units(decompose_cut(before, after, COUNT), "count:site")
        expected = [f"share_of_cut.{level}" for level in LEVELS]
        results = from_outcome(topic, outcome, points, expected)
    part, whole = evidence.at("sites_closed_or_merged_up.CN.below_county", "2017"), evidence.at(CLOSED, "2017")
    name = f"{topic}-share-of-closures-below-county"
    if part is None or whole is None:
        return [*results, missing(name, "share", "the closures of 2017", (part, whole))]
    share = certain(
        "share_of_closures.below_county", share_of_whole(part.interval, whole.interval), "percent", 2,
        "interval arithmetic", REFERENCE, "both figures count the closures of the same year",
    )  # fmt: skip
    return [*results, from_estimate(name, "share", CLOSED, share, (part, whole))]


def provinces(evidence: Evidence) -> list[Result]:
    """Provincial counts as panels: CNNIC's of 2018 and 2019, and the provinces' own since 2020."""
    counted, own_counts = (evidence.areas("running_government_sites", "all", method) for method in ("cnnic", ""))
    cnnic = evidence.panel("running_government_sites.provinces.cnnic", counted, "2018-12", "2019-12")
    own = evidence.panel("running_government_sites.provinces", own_counts, "2020-01", "2023-12")
    results: list[Result] = []
    for topic, panel in (("provinces-2018-2019", cnnic), ("provinces-since-2020", own)):
        fitted = fit_panel(panel, scale="log")
        signs = in_units(count_signs(panel, -math.inf, math.inf), "count:region")
        results += from_outcome(topic, fitted, panel.rows, ("annual_rate",))
        results += from_outcome(topic, signs, panel.rows, ("units_up", "units_down"))
    return [*results, own_and_cnnic(evidence, own_counts, counted)]


def own_and_cnnic(evidence: Evidence, own: Mapping[str, str], counted: Mapping[str, str]) -> Result:
    """Say how far provinces' own counts stand from CNNIC's of at most a quarter before or after: median and range."""
    topic, used, gaps = "provinces-own-less-cnnic", [], []
    for area in sorted(own.keys() & counted.keys()):
        mine, theirs = evidence.points(own[area]), evidence.points(counted[area])
        pairs = [(abs(a.t - b.t), a, b) for a in mine for b in theirs if abs(a.t - b.t) <= QUARTER]
        for _, a, b in sorted(pairs, key=lambda pair: (pair[0], pair[1].ref))[:1]:
            used += [a, b]
            gaps.append(100 * (a.value / b.value - 1))
    if len(gaps) < FEWEST_GAPS:
        return missing(topic, "comparison", "enough counts of one time by both", used)
    basis = Basis(
        CERTAIN, len(gaps), "median and range of the ratios", "Manski 2003, chapter 1",
        "a province's own count is compared with CNNIC's of at most a quarter apart",
    )  # fmt: skip
    estimate = basis.estimate("difference", "percent", median(gaps), Interval(min(gaps), max(gaps)))
    return from_estimate(topic, "comparison", "running_government_sites.provinces", estimate, used)
