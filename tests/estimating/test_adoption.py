from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import special

from analysis.bounds.interval import Interval
from analysis.estimating.adoption import fit_adoption
from analysis.estimating.points import Point, Points
from helpers.series import exact, said

DATES = np.array([2003.0, 2004.0, 2005.0, 2006.0, 2007.0, 2009.0])
SHARES = np.array([38.0, 52.0, 61.5, 72.0, 80.0, 92.0])


def shares(y: np.ndarray = SHARES) -> Points:
    return exact(DATES, y, "percent")


def test_on_exact_shares_growth_of_the_odds_is_that_of_least_squares() -> None:
    reference = sm.OLS(special.logit(SHARES / 100), sm.add_constant(DATES)).fit()
    found = fit_adoption(shares()).get("odds_growth")
    wanted = 100 * np.expm1([reference.params[1], *reference.conf_int()[1]])
    assert (found.value, found.lower, found.upper) == pytest.approx(tuple(wanted), rel=1e-8)


SIZES = np.array([100, 250, 400, 120, 300, 90])


def samples() -> Points:
    rows = shares().rows
    return shares().keep(replace(p, n=n) for p, n in zip(rows, SIZES.tolist(), strict=True))


def test_shares_of_known_samples_follow_a_binomial_model_with_pearsons_scale() -> None:
    counts = np.column_stack([SHARES * SIZES / 100, SIZES - SHARES * SIZES / 100])
    reference = sm.GLM(counts, sm.add_constant(DATES), family=sm.families.Binomial()).fit()
    reach = special.stdtrit(4, 0.975) * reference.bse[1] * np.sqrt(reference.pearson_chi2 / 4)
    found = fit_adoption(samples()).get("odds_growth")
    wanted = 100 * np.expm1(reference.params[1] + reach * np.array([0, -1, 1]))
    assert (found.value, found.lower, found.upper) == pytest.approx(tuple(wanted), rel=1e-6)
    assert "binomial" in said(found.method)
    assert found.value != pytest.approx(fit_adoption(shares()).get("odds_growth").value, rel=1e-3)


def test_one_sample_of_unknown_size_leaves_least_squares() -> None:
    rows = samples().rows
    mixed = samples().keep([replace(rows[0], n=None), *rows[1:]])
    assert "least squares" in said(fit_adoption(mixed).get("odds_growth").method)


def test_samples_of_all_need_no_log_odds() -> None:
    full = samples().keep([*samples().rows[:-1], replace(samples().rows[-1], value=100, interval=Interval.at(100))])
    found = fit_adoption(full).get("odds_growth")
    assert np.isfinite(found.interval.ends).all()
    assert "log odds" not in said(*found.warnings)


def test_a_share_over_a_number_does_not_pull_a_curve_that_lies_within_its_bounds() -> None:
    """Read at the middle of its bounds, "over 80%" lifted a curve above every exact share."""
    over = Point(2008.0, 60, Interval(60, 100, lower_closed=False))
    found, plain = (fit_adoption(points) for points in (shares().keep((*shares().rows, over)), shares()))
    assert found.get("odds_growth").value == pytest.approx(plain.get("odds_growth").value, rel=1e-3)
    assert found.get("midpoint").value == pytest.approx(plain.get("midpoint").value, abs=0.01)
    beyond = shares().keep((*shares().rows, replace(over, value=95, interval=Interval(95, 100))))
    assert fit_adoption(beyond).get("odds_growth").value > 1.02 * plain.get("odds_growth").value


def test_shares_over_a_number_do_not_count_as_figures_of_a_line() -> None:
    rows = [replace(p, interval=Interval(p.value, 100)) for p in shares().rows[:3]]
    assert fit_adoption(shares().keep((*rows, *shares().rows[3:]))).refused


def test_the_midpoint_has_the_interval_of_fieller() -> None:
    t, y = DATES - DATES.mean(), special.logit(SHARES / 100)
    fit = sm.OLS(y, sm.add_constant(t)).fit()
    (a, b), v, q = fit.params, fit.cov_params(), special.stdtrit(4, 0.975)
    roots = np.roots([b**2 - q**2 * v[1, 1], 2 * (a * b - q**2 * v[0, 1]), a**2 - q**2 * v[0, 0]])
    found = fit_adoption(shares()).get("midpoint")
    assert (found.lower, found.upper) == pytest.approx(tuple(np.sort(roots) + DATES.mean()), abs=1e-6)
    assert found.value == pytest.approx(-a / b + DATES.mean())


def test_the_midpoint_of_a_flat_series_is_unknown() -> None:
    found = fit_adoption(shares(np.array([50.0, 60, 45, 55, 48, 52]))).get("midpoint")
    assert (found.lower, found.upper) == (-np.inf, np.inf)
    assert "slope may be zero" in said(*found.warnings)


def test_a_midpoint_before_the_data_is_said_to_be_outside() -> None:
    found = fit_adoption(shares(np.array([88.0, 90, 93, 94.5, 96, 97]))).get("midpoint")
    assert found.upper < 2003
    assert "outside" in said(*found.warnings)


def test_full_adoption_counts_as_nearly_full_and_is_said() -> None:
    outcome = fit_adoption(shares(np.array([88.0, 90, 93, 94.5, 96, 100])))
    assert "0.05" in said(*outcome.get("odds_growth").warnings)
    assert np.isfinite(outcome.get("odds_growth").value)


def test_the_curve_stays_within_shares() -> None:
    curve = fit_adoption(shares(), dates=np.linspace(1995, 2020, 11)).curve
    assert all(0 < c.lower < c.value < c.upper < 100 for c in curve)


def test_three_dates_are_refused() -> None:
    assert fit_adoption(shares().keep(shares().rows[:3])).refused
