"""A figure printed less exactly never makes the estimate that rests on it look more exact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.bounds.interval import Interval
from analysis.bounds.printed import read_printed
from analysis.estimating.adoption import fit_adoption
from analysis.estimating.growth import fit_loglinear
from analysis.estimating.outcomes import Outcome
from analysis.estimating.panels import Panel, fit_panel
from analysis.estimating.phases import fit_phases
from analysis.estimating.points import Points
from analysis.estimating.saturating import fit_floor, fit_saturation
from helpers.series import exact

# The ends of a mixture rest on a finite number of draws; a relative thousandth is their grain.
GRAIN = 1e-3


def reword(points: Points, index: int, word: str = "over") -> Points:
    """Edit one statement from an exact count to "over" it."""
    point = points.rows[index]
    vague = read_printed(f"{word} {point.value:.0f}")
    edited = replace(point, interval=Interval(vague.lower, vague.upper))
    return points.keep((*points.rows[:index], edited, *points.rows[index + 1 :]))


def log_width(outcome: Outcome, name: str) -> float:
    """The width of a yearly rate on the scale of the model, where errors are of one size."""
    estimate = outcome.get(name)
    return float(np.log1p(estimate.upper / 100) - np.log1p(estimate.lower / 100))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(20, 99), min_size=5, max_size=9), st.data())
def test_an_exact_count_reworded_as_over_never_narrows_the_rate(values: list[int], data: st.DataObject) -> None:
    points = exact(2010.0 + np.arange(len(values)), np.array(values) * 100.0)
    index = data.draw(st.integers(0, len(values) - 1))
    before, after = (log_width(fit_loglinear(p), "annual_rate") for p in (points, reword(points, index)))
    assert after >= before * (1 - GRAIN) - 1e-9


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(20, 99), min_size=6, max_size=8), st.permutations(range(6)))
def test_rewording_more_and_more_counts_never_narrows(values: list[int], order: list[int]) -> None:
    points = exact(2010.0 + np.arange(len(values)), np.array(values) * 100.0)
    width = 0.0
    for index in order[:4]:
        new = log_width(fit_loglinear(points), "annual_rate")
        assert new >= width * (1 - 10 * GRAIN) - 1e-9
        width, points = new, reword(points, index)


DECLINE = exact(
    np.array([2015.9, 2016.9, 2017.2, 2017.4, 2017.7, 2017.9, 2018.2, 2018.4, 2019.9, 2020.9, 2022.9]),
    np.array([66_000, 46_000, 43_000, 37_000, 29_500, 25_000, 23_000, 22_000, 17_000, 14_500, 13_900]),
)
GROWTH = exact(np.arange(2016.0, 2024.0), np.array([90.0, 200, 570, 1_010, 1_420, 1_900, 2_100, 2_250]))
SHARES = exact(range(2003, 2010), [38, 52, 61, 72, 80, 86, 90], "percent")


@pytest.mark.parametrize("index", range(len(DECLINE)))
@pytest.mark.parametrize("name", ["annual_rate.phase1", "annual_rate.phase2"])
def test_rewording_never_narrows_a_phase(index: int, name: str) -> None:
    before, after = (log_width(fit_phases(p, [2018.0]), name) for p in (DECLINE, reword(DECLINE, index)))
    assert after >= before * (1 - GRAIN)


@pytest.mark.parametrize(
    ("fit", "points", "name"),
    [(fit_floor, DECLINE, "floor"), (fit_floor, DECLINE, "decay_rate"), (fit_saturation, GROWTH, "growth_rate")],
)
def test_rewording_never_narrows_a_curve_by_more_than_a_hair(
    fit: Callable[[Points], Outcome], points: Points, name: str
) -> None:
    before = fit(points).get(name)
    for index in range(0, len(points), 3):
        after = fit(reword(points, index)).get(name)
        # A floor or a rate is a ratio scale: widths are compared as ratios. A curve's own error depends on where it
        # runs, so that a point moved by its bounds may change it by a hair: the rule holds to one percent here.
        assert np.log(after.upper / after.lower) >= np.log(before.upper / before.lower) * 0.99


def test_a_share_reworded_as_over_never_narrows_adoption() -> None:
    before = log_width(fit_adoption(SHARES), "odds_growth")
    for index in range(len(SHARES)):
        edited = [replace(p, interval=Interval(p.lower, 100)) if i == index else p for i, p in enumerate(SHARES)]
        assert log_width(fit_adoption(SHARES.keep(edited)), "odds_growth") >= before * (1 - GRAIN)


def test_a_count_reworded_as_over_widens_a_panel() -> None:
    rng = np.random.default_rng(4)
    members = [
        (f"u{i}", exact(np.array([2018.0, 2019.0, 2020.0]), np.round(rng.uniform(300, 900, 3)))) for i in range(8)
    ]
    before = fit_panel(Panel("p", "count", tuple(members)), scale="log").get("annual_rate")
    for index in range(8):
        edited = [(n, reword(p, 2) if i == index else p) for i, (n, p) in enumerate(members)]
        after = fit_panel(Panel("p", "count", tuple(edited)), scale="log").get("annual_rate")
        assert after.interval.width >= before.interval.width * (1 - GRAIN)
