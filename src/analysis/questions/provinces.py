"""Topic on the websites of provinces: panels of their counts, and their own counts against CNNIC's."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from analysis.bounds.interval import Interval
from analysis.estimating.outcomes import CERTAIN, Basis
from analysis.estimating.panels import Panel, count_signs, describe_changes, fit_panel
from analysis.estimating.points import Point, Points
from analysis.questions.evidence import Evidence
from analysis.questions.results import Result, from_estimate, from_outcome, in_units, missing
from analysis.words.catalogue import message

RUNNING = "running_government_sites"
QUARTER, FEWEST_PAIRS = 0.255, 5
CENSUS = "provinces-2018-2019"


def provinces(evidence: Evidence) -> list[Result]:
    """Provincial counts as panels: CNNIC's of 2018 and 2019, and the provinces' own since 2020."""
    counted, own = (evidence.areas(RUNNING, method) for method in ("cnnic", ""))
    panels = {
        CENSUS: evidence.panel(f"{RUNNING}.provinces.cnnic", counted, "2018-12", "2019-12"),
        "provinces-since-2020": evidence.panel(f"{RUNNING}.provinces", own, "2020-01", "2023-12"),
    }
    trends = [one for topic, panel in panels.items() for one in _trend(topic, panel, census=topic == CENSUS)]
    pairs = [
        pair for area in sorted(own.keys() & counted.keys())
        for pair in _nearest(evidence.points(own[area]), evidence.points(counted[area]))
    ]  # fmt: skip
    return [*trends, _compare_counts(pairs)]


def _trend(topic: str, panel: Panel, *, census: bool) -> list[Result]:
    """Describe a census of all provinces; elsewhere the provinces that count stand for others like them."""
    signs = in_units(count_signs(panel), "count:region")
    rates, expected = fit_panel(panel, scale="log"), ["annual_rate"]
    if census:
        rates, expected = describe_changes(panel), ["annual_rate", "median_rate", "middle_half"]
    return [
        *from_outcome(topic, rates, panel.rows, expected),
        *from_outcome(topic, signs, panel.lasting.rows, ("units", "units_up", "units_down")),
    ]


def _nearest(own: Points, counted: Points) -> Iterator[tuple[Point, Point]]:
    """Yield the two counts of a province that lie nearest in time, at most a quarter apart."""
    pairs = [(abs(a.t - b.t), b.ref, a, b) for a in own for b in counted if abs(a.t - b.t) <= QUARTER]
    if pairs:
        yield min(pairs, key=lambda pair: pair[:2])[2:]


def _compare_counts(pairs: list[tuple[Point, Point]]) -> Result:
    """Say how far provinces' own counts stand from CNNIC's of nearly the same time: median and range."""
    topic, used = "provinces-own-less-cnnic", [point for pair in pairs for point in pair]
    if len(pairs) < FEWEST_PAIRS:
        return missing(topic, "comparison", message("lacking-counts-by-both"), used)
    gaps = [100 * (own.value / counted.value - 1) for own, counted in pairs]
    words = message("method-median-and-range"), "Manski 2003, chapter 1", message("counts-a-quarter-apart")
    basis = Basis(CERTAIN, len(gaps), *words)
    estimate = basis.estimate("difference", "percent", median(gaps), Interval(min(gaps), max(gaps)))
    return from_estimate(topic, "comparison", f"{RUNNING}.provinces", estimate, used)
