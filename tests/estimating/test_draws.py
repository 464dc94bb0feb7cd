from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from analysis.bounds.interval import Interval
from analysis.estimating import draws
from analysis.estimating.growth import fit_loglinear
from analysis.estimating.points import Point, Points
from analysis.estimating.scales import Figures, from_scale
from helpers.series import vague

T = np.arange(2010.0, 2017.0)
VALUES = np.array([5_100, 6_200, 6_900, 8_800, 9_900, 12_400, 14_000])


def series(half: float) -> Points:
    return vague(T, VALUES, half)


def test_draws_are_stratified_mirrored_and_begin_alike_for_longer_series() -> None:
    units = draws.draw_units(3, 200)
    assert units.shape == (200, 3)
    assert np.all((units > 0) & (units < 1))
    assert np.allclose(units[:100] + units[100:], 1)
    assert np.allclose(np.bincount((units[:100, 1] * 100).astype(int), minlength=100), 1)
    assert np.array_equal(draws.draw_units(5, 200)[:, :3], units)


def test_draws_stay_within_the_bounds_and_fill_them() -> None:
    for scale in ("plain", "log", "logit"):
        figures = Figures([Point(2010, 30, Interval(20, 40)), Point(2011, 50, Interval.at(50))], scale)
        drawn = from_scale(draws.draw_within(figures), scale)
        assert drawn[:, 0].min() == pytest.approx(20, abs=0.2) and drawn[:, 0].max() == pytest.approx(40, abs=0.2)
        assert np.allclose(drawn[:, 1], 50)
    assert len(draws.draw_within(Figures([Point(2010, 20, Interval.at(20))], "plain"))) == 1


def test_the_interval_is_the_one_of_brute_force_simulation(monkeypatch) -> None:
    """A million draws of data within the bounds, each with an error drawn from Student's t."""
    points, rng = series(0.08), np.random.default_rng(1)
    design = np.column_stack([np.ones_like(T), T - T.mean()])
    slope = np.linalg.pinv(design)[1]
    y = np.log(VALUES)
    residuals = y - design @ (np.linalg.pinv(design) @ y)
    se = np.sqrt(residuals @ residuals / 5 * slope @ slope)
    reach = np.log(1.08)
    many = slope @ y + rng.uniform(-reach, reach, (1_000_000, 7)) @ slope + se * rng.standard_t(5, 1_000_000)
    wanted = 100 * np.expm1(np.quantile(many, [0.025, 0.975]))
    found = fit_loglinear(points, errors="independent").get("annual_rate")
    assert (found.lower, found.upper) == pytest.approx(tuple(wanted), abs=0.1)
    monkeypatch.setattr(draws, "DRAWS", 4000)
    found = fit_loglinear(points, errors="independent").get("annual_rate")
    assert (found.lower, found.upper) == pytest.approx(tuple(wanted), abs=0.05)


def test_wider_bounds_give_strictly_wider_intervals() -> None:
    fits = [fit_loglinear(series(half), errors="independent") for half in (0.0, 0.05, 0.1, 0.2)]
    widths = [fit.get("annual_rate").interval.width for fit in fits]
    assert all(b > 1.03 * a for a, b in pairwise(widths))
