from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize, special

from analysis.estimating.points import Points
from analysis.estimating.saturating import fit_floor, fit_saturation
from helpers.series import exact, said, vague

DATES = np.array([2015.9, 2016.9, 2017.2, 2017.4, 2017.7, 2017.9, 2018.2, 2018.4, 2019.9, 2020.9, 2022.9])
SITES = np.array([66_000, 46_000, 43_000, 37_000, 29_500, 25_000, 23_000, 22_000, 17_000, 14_500, 13_900])
YEARS = np.arange(2016.0, 2024.0)
PLATFORMS = np.array([90.0, 200, 570, 1_010, 1_420, 1_900, 2_100, 2_250])


def profile_ends(residuals, best: np.ndarray, index: int, df: int) -> tuple[float, float]:
    """The two crossings of the profile with the F quantile, by scipy alone: a slow reference."""
    least = np.sum(residuals(best) ** 2)
    limit = least * (1 + special.stdtrit(df, 0.975) ** 2 / df)

    def excess(q: float) -> float:
        others = np.delete(best, index)
        fit = optimize.least_squares(lambda x: residuals(np.insert(x, index, q)), others, xtol=1e-12, ftol=1e-12)
        return 2 * fit.cost - limit

    return tuple(optimize.brentq(excess, best[index], best[index] + s) for s in (-1.0, 1.0))


def test_floor_and_half_life_are_those_of_scipy() -> None:
    t, y = DATES - DATES[0], np.log(SITES)

    def residuals(p: np.ndarray) -> np.ndarray:
        return np.log(np.exp(p[0]) + np.exp(p[1] - np.exp(p[2]) * t)) - y

    reference = optimize.least_squares(residuals, [np.log(13_000), np.log(50_000), 0.0], xtol=1e-14, ftol=1e-14).x
    outcome = fit_floor(exact(DATES, SITES), errors="independent")
    floor, rate = outcome.get("floor"), outcome.get("decay_rate")
    assert floor.value == pytest.approx(np.exp(reference[0]), rel=1e-5)
    assert rate.value == pytest.approx(np.exp(reference[2]), rel=1e-5)
    assert (floor.lower, floor.upper) == pytest.approx(
        tuple(np.exp(profile_ends(residuals, reference, 0, 8))), rel=1e-6
    )
    assert (rate.lower, rate.upper) == pytest.approx(tuple(np.exp(profile_ends(residuals, reference, 2, 8))), rel=1e-6)
    assert outcome.get("half_life").upper == pytest.approx(np.log(2) / rate.lower)


def test_ceiling_rate_and_midpoint_are_those_of_scipy() -> None:
    t, y = YEARS - YEARS.mean(), np.log(PLATFORMS)

    def residuals(p: np.ndarray) -> np.ndarray:
        return p[0] - np.logaddexp(0, -np.exp(p[1]) * (t - p[2])) - y

    reference = optimize.least_squares(residuals, [np.log(2_300), 0.0, 0.0], xtol=1e-14, ftol=1e-14).x
    outcome = fit_saturation(exact(YEARS, PLATFORMS), errors="independent")
    assert outcome.get("ceiling").value == pytest.approx(np.exp(reference[0]), rel=1e-5)
    assert outcome.get("growth_rate").value == pytest.approx(np.exp(reference[1]), rel=1e-5)
    assert outcome.get("midpoint").value == pytest.approx(reference[2] + YEARS.mean(), abs=1e-4)
    ends = profile_ends(residuals, reference, 0, 5)
    found = outcome.get("ceiling")
    assert (found.lower, found.upper) == pytest.approx(tuple(np.exp(ends)), rel=1e-6)


def test_a_curve_without_a_bend_has_no_certain_floor_and_says_so() -> None:
    rng = np.random.default_rng(2)
    straight = 60_000 * np.exp(-0.3 * (DATES - 2015.9) + rng.normal(0, 0.08, len(DATES)))
    floor = fit_floor(exact(DATES, straight)).get("floor")
    assert floor.lower == 0
    assert "no floor above zero" in said(*floor.warnings)


def grow_straight(seed: int) -> np.ndarray:
    return 100 * np.exp(0.3 * (YEARS - 2016) + np.random.default_rng(seed).normal(0, 0.05, len(YEARS)))


def test_growth_without_a_bend_is_refused_with_a_sentence() -> None:
    """The best ceiling is then the edge of the search, three thousand times the last figure; editions printed it."""
    (refusal,) = fit_saturation(exact(YEARS, grow_straight(2))).refusals
    assert "show no bend" in said(refusal.sentence)


def test_growth_with_hardly_a_bend_has_no_certain_ceiling_and_says_so() -> None:
    ceiling = fit_saturation(exact(YEARS, grow_straight(5))).get("ceiling")
    assert ceiling.upper == np.inf
    assert "no ceiling" in said(*ceiling.warnings)


def test_wrong_directions_and_few_dates_are_refused() -> None:
    assert fit_floor(exact(YEARS, PLATFORMS)).refused
    assert fit_saturation(exact(DATES, SITES)).refused
    assert fit_floor(exact(DATES[:4], SITES[:4])).refused
    assert fit_saturation(exact(YEARS[:4], PLATFORMS[:4])).refused
    assert fit_floor(Points("empty", "count", ())).refused


def test_the_band_lies_around_the_curve_and_holds_most_figures() -> None:
    for outcome, y in (
        (fit_floor(exact(DATES, SITES), dates=DATES), SITES),
        (fit_saturation(exact(YEARS, PLATFORMS), dates=YEARS), PLATFORMS),
    ):
        assert all(c.lower < c.value < c.upper for c in outcome.curve)
        assert np.allclose([c.value for c in outcome.curve], y, rtol=0.25)


def test_vague_prints_widen_floor_and_ceiling() -> None:
    for fit, t, y, name in (
        (fit_floor, DATES, SITES, "floor"),
        (fit_saturation, YEARS, PLATFORMS, "ceiling"),
    ):
        assert fit(vague(t, y, 0.15)).get(name).interval.width > fit(exact(t, y)).get(name).interval.width


def test_the_band_of_a_held_floor_does_not_rise_above_it() -> None:
    """The band of a floor held at the last count reached to twice that count."""
    low = SITES[-1] * 0.7
    held = fit_floor(exact(DATES, SITES), dates=[2060.0], bound=low)
    assert held.get("floor").value == pytest.approx(low)
    (end,) = held.curve
    assert end.upper == pytest.approx(low) and end.lower < 0.9 * low
    full = fit_saturation(exact(YEARS, PLATFORMS), dates=[2060.0], bound=3_500)
    assert full.get("ceiling").lower == pytest.approx(3_500)
    assert full.curve[0].lower == pytest.approx(3_500)
    assert full.curve[0].upper > 3_600
