from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import statsmodels.api as sm

from analysis.estimating.growth import average_growth, fit_loglinear
from analysis.estimating.outcomes import CERTAIN
from helpers.series import bounded, exact, said, vague

DATES = np.array([2004.0, 2004.5, 2005.0, 2005.5, 2006.5, 2008.0])
DOMAINS = np.array([11_800, 13_900, 16_400, 19_900, 25_600, 33_000])


def test_on_exact_figures_rate_and_interval_are_those_of_least_squares() -> None:
    reference = sm.OLS(np.log(DOMAINS), sm.add_constant(DATES)).fit()
    found = fit_loglinear(exact(DATES, DOMAINS), errors="independent").get("annual_rate")
    low, high = reference.conf_int()[1]
    assert (found.value, found.lower, found.upper) == pytest.approx(
        tuple(100 * np.expm1([reference.params[1], low, high])), rel=1e-9
    )


def test_on_exact_figures_the_curve_is_that_of_least_squares() -> None:
    reference = sm.OLS(np.log(DOMAINS), sm.add_constant(DATES)).fit()
    frame = reference.get_prediction(sm.add_constant(np.array([2004.2, 2007.0]))).summary_frame()
    curve = fit_loglinear(exact(DATES, DOMAINS), errors="independent", dates=[2004.2, 2007.0]).curve
    wanted = np.exp(frame[["mean", "mean_ci_lower", "mean_ci_upper"]].to_numpy())
    assert np.allclose([[c.value, c.lower, c.upper] for c in curve], wanted)


def test_doubling_time_follows_the_rate_and_half_life_a_decline() -> None:
    growing = fit_loglinear(exact(DATES, DOMAINS), errors="independent")
    assert growing.get("doubling_time").value == pytest.approx(
        np.log(2) / np.log1p(growing.get("annual_rate").value / 100)
    )
    falling = fit_loglinear(exact(DATES, DOMAINS[::-1]))
    assert falling.get("half_life").lower < falling.get("half_life").value < falling.get("half_life").upper


def test_no_doubling_time_where_growth_is_uncertain() -> None:
    flat = fit_loglinear(exact(DATES, np.array([100.0, 110, 98, 104, 107, 101])))
    assert [e.parameter for e in flat.estimates] == ["annual_rate"]


def test_the_identified_set_is_the_range_over_the_corners_of_the_bounds() -> None:
    from itertools import product

    rows = [(2004, 90, 110), (2005, 150, 150), (2006, 200, 260), (2007, 300, 400), (2008, 500, 500)]
    points = bounded(rows)
    found = fit_loglinear(points, errors="independent").get("annual_rate").identified
    slopes = [np.polyfit([r[0] for r in rows], np.log(ys), 1)[0] for ys in product(*(r[1:] for r in rows))]
    assert (found.lower, found.upper) == pytest.approx((100 * np.expm1(min(slopes)), 100 * np.expm1(max(slopes))))


def test_a_series_of_one_line_has_an_interval_of_a_point() -> None:
    found = fit_loglinear(exact(np.arange(2000.0, 2005), 100 * 2.0 ** np.arange(5))).get("annual_rate")
    assert found.value == pytest.approx(100)
    assert found.interval.width < 1e-6


def test_residuals_that_follow_each_other_are_said() -> None:
    t = np.arange(2000.0, 2012)
    bent = fit_loglinear(exact(t, 1000 + 50 * (t - 2006) ** 2)).get("annual_rate")
    assert "follow each other" in said(*bent.warnings)


def test_average_growth_between_two_dates_is_interval_arithmetic() -> None:
    points = bounded([(2012, 5.5e4, 6.5e4), (2016, 15.5e4, 16.5e4)])
    found = average_growth(points).get("average_annual_rate")
    wanted = [100 * (ratio**0.25 - 1) for ratio in (15.5 / 6.5, 16.5 / 5.5)]
    assert (found.lower, found.upper) == pytest.approx(tuple(wanted))
    assert found.level == CERTAIN
    assert average_growth(points).get("factor").upper == pytest.approx(16.5 / 5.5)


def test_average_growth_needs_two_dates() -> None:
    assert average_growth(exact([2012, 2012], [1, 2])).refused


def test_the_same_input_gives_the_same_bytes() -> None:
    points = vague(DATES, DOMAINS, 0.05)
    assert repr(fit_loglinear(points)) == repr(fit_loglinear(points.keep(points.rows[::-1])))


def test_an_undated_figure_widens_the_rate_between_two_dates() -> None:
    """Rates between counts were given as exact although one of the counts has no day in its notice."""
    points = exact([2016.0, 2018.0], [100, 81])
    dated = average_growth(points).get("average_annual_rate")
    undated = points.keep((points.rows[0], replace(points.rows[1], undated=0.5)))
    found = average_growth(undated).get("average_annual_rate")
    assert dated.value == dated.lower == dated.upper == pytest.approx(-10)
    assert (found.value, found.upper) == pytest.approx((-10, -10))
    assert found.lower == pytest.approx(100 * (0.81 ** (1 / 1.5) - 1))
    assert average_growth(undated).get("factor").interval.exact
    assert [p.t for p in undated.early()] == [2016.0, 2017.5]
