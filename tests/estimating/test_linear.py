"""Own weights against statsmodels: what goes through a fit is what statsmodels would give on each data set."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
import statsmodels.api as sm

from analysis.bounds.interval import Interval
from analysis.estimating import draws
from analysis.estimating.draws import draw_within
from analysis.estimating.linear import (
    INDEPENDENT,
    SLOPE,
    Errors,
    bend,
    carry,
    draw_curve,
    fit_binomial,
    fit_least_squares,
    notes_on,
)
from analysis.estimating.points import Point
from analysis.estimating.scales import Figures
from helpers.series import exact, said, vague

T = np.array([2010.0, 2011, 2012.5, 2013, 2015, 2016])
VALUES = np.array([310.0, 420, 500, 720, 800, 1190])
KNOTS = (2012.7,)
DESIGN = bend(T, T[0], KNOTS)
ALL = np.eye(3)


def figures(half: float) -> Figures:
    return Figures(vague(T, VALUES, half).rows, "log")


def test_every_draw_goes_through_the_weights_as_statsmodels_would_fit_it(monkeypatch) -> None:
    monkeypatch.setattr(draws, "DRAWS", 20)
    some = figures(0.1)
    fit, drawn = fit_least_squares(DESIGN, some), draw_within(some)
    refitted = [sm.OLS(y, DESIGN).fit().params for y in drawn]
    assert np.allclose(fit.drawn, refitted, rtol=1e-9)
    assert np.ptp(fit.drawn[:, 1]) > 0.01
    assert np.allclose(fit.coefficients, sm.OLS(some.centre, DESIGN).fit().params)


def test_on_exact_figures_values_and_intervals_are_those_of_statsmodels() -> None:
    reference = sm.OLS(np.log(VALUES), DESIGN).fit()
    found = fit_least_squares(DESIGN, figures(0)).combine(ALL)
    assert np.allclose([c.value for c in found], reference.params)
    assert np.allclose([c.interval.lower for c in found], reference.conf_int()[:, 0])
    assert np.allclose([c.interval.upper for c in found], reference.conf_int()[:, 1])


@pytest.mark.parametrize("kind", ["HAC", "cluster-crv3"])
def test_other_errors_are_those_of_statsmodels(kind: str) -> None:
    needs = {"HAC": {"maxlags": 1, "use_correction": True}, "cluster-crv3": {"groups": np.array([0, 1, 2, 0, 1, 2])}}
    line = bend(T, T[0])
    reference = sm.OLS(np.log(VALUES), line).fit(cov_type=kind, cov_kwds=needs[kind])
    found = fit_least_squares(line, figures(0), errors=Errors(kind, needs[kind]))
    assert np.allclose(found.error_of(np.eye(2)), reference.bse)
    plain = fit_least_squares(line, figures(0), errors=INDEPENDENT)
    assert not np.allclose(found.error_of(SLOPE), plain.error_of(SLOPE), rtol=1e-3)


def test_the_residual_error_is_that_of_the_printed_values() -> None:
    lows = VALUES * [0.5, 1, 0.9, 1, 0.6, 1]
    rows = [Point(t, v, Interval(low, v)) for t, v, low in zip(T, VALUES, lows, strict=True)]
    reference = sm.OLS(np.log(VALUES), DESIGN).fit()
    assert np.allclose(fit_least_squares(DESIGN, Figures(rows, "log")).error_of(ALL), reference.bse)


def test_the_identified_set_is_the_range_over_the_corners_of_the_bounds() -> None:
    some = figures(0.1)
    slopes = [sm.OLS(np.array(y), DESIGN).fit().params[1] for y in product(*zip(some.low, some.high, strict=True))]
    found = fit_least_squares(DESIGN, some).combine(ALL)[1].identified
    assert found.ends == pytest.approx((min(slopes), max(slopes)))


def test_the_band_of_a_curve_is_statsmodels_prediction() -> None:
    dates = [2010.5, 2014.0]
    at = bend(np.array(dates), T[0], KNOTS)
    frame = sm.OLS(np.log(VALUES), DESIGN).fit().get_prediction(at).summary_frame()
    fit = fit_least_squares(DESIGN, figures(0))
    curve = draw_curve(fit, lambda t: bend(t, T[0], KNOTS), dates, "log")
    wanted = np.exp(frame[["mean", "mean_ci_lower", "mean_ci_upper"]].to_numpy())
    assert np.allclose([[c.value, c.lower, c.upper] for c in curve], wanted)
    assert draw_curve(fit, lambda t: t, (), "log") == ()


SHARES, SIZES = np.array([40.0, 55, 50, 75, 80, 90]), np.array([100, 200, 40, 300, 120, 80])


def shares(half: float) -> Figures:
    rows = [Point(t, v, Interval(v - half, v + half), n=n) for t, v, n in zip(T, SHARES, SIZES, strict=True)]
    return Figures(rows, "plain")


def binomial_of(percent: np.ndarray) -> object:
    """Fit passes and failures, with a scale from Pearson's statistic on n - k degrees of freedom."""
    counts = np.column_stack([percent * SIZES / 100, SIZES - percent * SIZES / 100])
    fit = sm.GLM(counts, bend(T, T[0]), family=sm.families.Binomial()).fit()
    return fit, fit.pearson_chi2 / (len(T) - 2)


def test_known_denominators_give_the_binomial_model_of_the_counts() -> None:
    (reference, scale), found = binomial_of(SHARES), fit_binomial(bend(T, T[0]), shares(0))
    assert scale > 1.1
    assert np.allclose(found.coefficients, reference.params)
    assert np.allclose(found.error_of(np.eye(2)), reference.bse * np.sqrt(scale))
    assert found.df == 4


def test_bounds_go_through_a_binomial_model_nearly_as_by_fitting_each_draw(monkeypatch) -> None:
    monkeypatch.setattr(draws, "DRAWS", 20)
    some = shares(0.5)
    found = fit_binomial(bend(T, T[0]), some)
    refitted = np.array([binomial_of(y)[0].params for y in draw_within(some)])
    assert np.ptp(refitted[:, 1]) > 0.01
    assert np.allclose(found.drawn, refitted, atol=0.02 * np.ptp(refitted, axis=0))
    assert np.allclose(found.weights @ found.low, found.drawn.mean(axis=0), atol=0.1)


def test_residuals_that_follow_each_other_are_said_from_eight_figures_on() -> None:
    t = np.arange(2000.0, 2012)
    rows = exact(t, 1000 + 50 * (t - 2006) ** 2).rows
    bent = fit_least_squares(bend(t, 2000), Figures(rows, "log"))
    statistic = sm.stats.stattools.durbin_watson(bent.residuals)
    assert f"Durbin-Watson {statistic:.2f}" in said(*notes_on(bent)[:-1])
    few = fit_least_squares(bend(t[:7], 2000), Figures(rows[:7], "log"))
    assert sm.stats.stattools.durbin_watson(few.residuals) < 1 and notes_on(few)[:-1] == ()


def test_an_end_that_is_open_stays_open_through_a_function() -> None:
    over = Interval(2, 4, lower_closed=False)
    assert carry(np.log, over) == Interval(np.log(2), np.log(4), lower_closed=False)
    assert carry(lambda v: -v, over) == Interval(-4, -2, upper_closed=False)
    assert carry(lambda v: 7.0, over) == Interval.at(7)
