"""Profiles against slow references: draws fitted one by one, and a band by refitting."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize, special

from analysis.bounds.interval import Interval
from analysis.estimating import draws
from analysis.estimating.draws import draw_within
from analysis.estimating.points import Point
from analysis.estimating.profile import Box, fit_profile
from analysis.estimating.scales import Figures
from helpers.series import exact, vague

T = np.array([0.0, 0.9, 1.3, 1.5, 1.8, 2.0, 2.3, 2.5, 4.0, 5.0, 7.0])
SITES = np.array([66_000, 46_000, 43_000, 37_000, 29_500, 25_000, 23_000, 22_000, 17_000, 14_500, 13_900])
BOX = Box(np.array([4.0, 4.0, -5.0]), np.array([11.0, 19.0, 4.0]))
STARTS = np.array([[9.5, 10.8, 0.0], [9.0, 11.0, -0.5]])


def fall(theta: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    floor, excess = np.exp(theta[0]), np.exp(theta[1] - np.exp(theta[2]) * T)
    total = floor + excess
    return np.log(total), np.column_stack([floor / total, excess / total, -excess / total * np.exp(theta[2]) * T])


def line(theta: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    design = np.column_stack([np.ones_like(T), T])
    return design @ theta, design


def end_by_fitting_each_draw(figures: Figures, index: int, side: int) -> float:
    """The place where the averaged distribution function passes the tail, each draw fitted anew at each place."""
    drawn = draw_within(figures)
    found = fit_profile(fall, figures, STARTS, BOX)
    fits = [BOX.fit(fall, y, found.theta) for y in drawn]
    least = [((y - fall(theta)[0]) ** 2).sum() for y, theta in zip(drawn, fits, strict=True)]

    def miss(q: float) -> float:
        heights = []
        for y, best, s in zip(drawn, fits, least, strict=True):
            start = best.copy()
            start[index] = q
            held = BOX.fit(fall, y, start, held=index)
            excess = max(((y - fall(held)[0]) ** 2).sum() - s, 0)
            heights.append(special.stdtr(found.df, np.sign(q - best[index]) * np.sqrt(excess / found.variance)))
        return float(np.mean(heights)) - (0.5 + side * 0.475)

    return optimize.brentq(miss, found.theta[index], found.theta[index] + side * 1.5, xtol=1e-6)


@pytest.mark.parametrize(("index", "side"), [(0, -1), (0, 1), (2, -1), (2, 1)])
def test_draws_through_the_tangent_end_where_draws_fitted_one_by_one_do(index: int, side: int, monkeypatch) -> None:
    monkeypatch.setattr(draws, "DRAWS", 12)
    figures = Figures(vague(2016 + T, SITES, 0.06).rows, "log")
    found = fit_profile(fall, figures, STARTS, BOX).interval(index)[0]
    plain = fit_profile(fall, Figures(exact(2016 + T, SITES).rows, "log"), STARTS, BOX).interval(index)[0]
    end, own = end_by_fitting_each_draw(figures, index, side), found.ends[side > 0]
    # Within a seventh of what the bounds add to the interval of exact figures.
    assert abs(own - end) < 0.15 * abs(end - plain.ends[side > 0]) + 1e-4


def test_a_linear_model_has_the_intervals_of_a_linear_fit() -> None:
    figures = Figures(exact(2016 + T, SITES).rows, "log")
    box = Box(np.array([0.0, -9.0]), np.array([99.0, 9.0]))
    fit = fit_profile(line, figures, np.array([[10.0, 0.0]]), box)
    slope, error = optimize.curve_fit(lambda t, a, b: a + b * t, T, figures.centre)
    reach = special.stdtrit(9, 0.975) * np.sqrt(error[1, 1])
    interval, below, above = fit.interval(1)
    assert interval.ends == pytest.approx((slope[1] - reach, slope[1] + reach), rel=1e-6)
    assert (below, above) == (False, False)


@pytest.mark.parametrize("slip", [(1e-6, -1e-6, 1e-6), (-1e-5, 0, 1e-7)])
def test_where_a_search_ended_does_not_show(slip: tuple[float, float, float]) -> None:
    figures = Figures(exact(2016 + T, SITES).rows, "log")
    theta = fit_profile(fall, figures, STARTS, BOX).theta
    assert BOX.settle(fall, figures.centre, theta + slip) == pytest.approx(theta, rel=1e-12)
    fitted, slopes = fall(theta)
    assert slopes.T @ (figures.centre - fitted) == pytest.approx([0, 0, 0], abs=1e-13)


def test_a_parameter_at_the_end_of_the_box_stays_there() -> None:
    figures = Figures(exact(2016 + T, SITES).rows, "log")
    tight = Box(np.array([9.8, 4.0, -5.0]), np.array([11.0, 19.0, 4.0]))
    assert fit_profile(fall, figures, STARTS, tight).theta[0] == pytest.approx(9.8, abs=1e-9)


def test_what_a_search_takes_out_of_the_box_is_held_at_its_end_without_another_search(monkeypatch) -> None:
    tight = Box(np.array([9.8, 4.0, -5.0]), np.array([11.0, 19.0, 4.0]))
    slow = optimize.least_squares(
        lambda theta: fall(theta)[0] - np.log(SITES), STARTS[0] + [0.5, 0, 0], lambda theta: fall(theta)[1],
        bounds=(tight.low, tight.high), xtol=1e-12, ftol=1e-12, gtol=1e-12,
    ).x  # fmt: skip
    monkeypatch.setattr(optimize, "least_squares", None)
    found = tight.fit(fall, np.log(SITES), STARTS[0])
    assert found[0] == tight.low[0]
    np.testing.assert_allclose(found, slow, rtol=1e-6)


def test_what_was_held_too_soon_is_sought_again_within_the_box() -> None:
    design = np.array([[-0.8, -0.5], [-0.8, -0.3], [0.9, -0.4], [-0.2, 0.8]])
    box, figures = Box(np.zeros(2), np.full(2, 2.0)), np.array([1.9, 5.1, -6.3, 2.6])
    # The least of all, at (-5.7, 2.5), is beyond two ends; that within the box is at one of them.
    found = box.fit(lambda theta: (design @ theta, design), figures, np.ones(2))
    np.testing.assert_allclose(found, [0.0, 2.12 / 1.14], atol=1e-6)


def test_an_interval_ends_at_the_box_and_says_so() -> None:
    figures = Figures(exact(2016 + T, SITES).rows, "log")
    tight = Box(np.array([9.3, 4.0, -5.0]), np.array([11.0, 19.0, 4.0]))
    interval, below, above = fit_profile(fall, figures, STARTS, tight).interval(0)
    assert (interval.lower, below, above) == (9.3, True, False)


def test_a_band_is_wider_for_vague_figures() -> None:
    widths = []
    for points in (exact(2016 + T, SITES), vague(2016 + T, SITES, 0.1)):
        best, low, high = fit_profile(fall, Figures(points.rows, "log"), STARTS, BOX).band(fall)
        assert np.all((low < best) & (best < high))
        widths.append(high - low)
    assert np.all(widths[1] > widths[0])


def test_the_error_is_that_of_the_printed_values() -> None:
    lows = SITES * [0.5, 1, 0.9, 1, 0.6, 1, 0.8, 1, 1, 0.9, 1]
    rows = [Point(2016 + t, v, Interval(low, v)) for t, v, low in zip(T, SITES, lows, strict=True)]
    vague_downwards = fit_profile(fall, Figures(rows, "log"), STARTS, BOX)
    printed = fit_profile(fall, Figures(exact(2016 + T, SITES).rows, "log"), STARTS, BOX)
    assert vague_downwards.variance == pytest.approx(printed.variance, rel=1e-6)
    assert vague_downwards.theta[0] != pytest.approx(printed.theta[0], rel=1e-3)
