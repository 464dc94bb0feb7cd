from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm

from analysis.base.errors import ProjectError
from analysis.estimating.phases import fit_phases
from helpers.series import exact, said

DATES = np.array([2015.9, 2016.9, 2017.2, 2017.4, 2017.7, 2017.9, 2018.2, 2018.4, 2019.9, 2020.9, 2022.9])
SITES = np.array([66_000, 46_000, 43_000, 37_000, 29_500, 25_000, 23_000, 22_000, 17_000, 14_500, 13_900])


COUNTS = exact(DATES, SITES)


def test_on_exact_figures_phases_are_those_of_least_squares() -> None:
    t = DATES - DATES[0]
    knots = [np.maximum(DATES - b, 0) for b in (2017.3, 2018.0)]
    reference = sm.OLS(np.log(SITES), np.column_stack([np.ones_like(t), t, *knots])).fit()
    outcome = fit_phases(COUNTS, [2017.3, 2018.0], errors="independent")
    for name, vector in (("phase1", [0, 1, 0, 0]), ("phase2", [0, 1, 1, 0]), ("phase3", [0, 1, 1, 1])):
        test = reference.t_test(vector)
        found = outcome.get(f"annual_rate.{name}")
        wanted = 100 * np.expm1([test.effect.item(), *test.conf_int()[0]])
        assert (found.value, found.lower, found.upper) == pytest.approx(tuple(wanted), rel=1e-8)
    change = outcome.get("rate_change.phase2")
    assert (change.lower, change.upper) == pytest.approx(tuple(100 * np.expm1(reference.conf_int()[2])), rel=1e-8)


def test_phases_take_labels_and_give_half_lives_where_decline_is_sure() -> None:
    outcome = fit_phases(COUNTS, [2018.0], labels=["census", "plateau"])
    rate = outcome.get("annual_rate.census").value
    assert outcome.get("half_life.census").value == pytest.approx(np.log(2) / -np.log1p(rate / 100))
    with pytest.raises(ProjectError, match="2 phases"):
        fit_phases(COUNTS, [2018.0], labels=["one"])


def test_the_method_names_months() -> None:
    outcome = fit_phases(COUNTS, [2017.37, 2018.0], steps=[2017.37])
    assert outcome.estimates[0].method.in_("en").endswith("slopes change at 2017-05, 2018-01")


def test_the_level_is_continuous_at_a_break() -> None:
    curve = fit_phases(COUNTS, [2018.0], dates=[2018 - 1e-9, 2018.0]).curve
    assert curve[0].value == pytest.approx(curve[1].value)
    assert curve[0].lower < curve[0].value < curve[0].upper


def test_a_phase_with_one_date_is_refused_and_named() -> None:
    (refusal,) = fit_phases(COUNTS, [2016.0], labels=["before", "after"]).refusals
    assert "before holds 1 date " in said(refusal.sentence)


def test_more_breaks_need_more_dates() -> None:
    few = COUNTS.keep(COUNTS.rows[:6])
    assert not fit_phases(few, [2017.3]).refused
    assert fit_phases(few, [2017.1, 2017.3]).refused
    assert not fit_phases(COUNTS.keep(COUNTS.rows[:5]), []).refused
    assert fit_phases(COUNTS.keep(COUNTS.rows[:3]), []).refused


def test_the_level_may_step_at_a_break() -> None:
    """A line that must be continuous made the rate before a break steeper than each stretch between counts there."""
    stepped = fit_phases(COUNTS, [2017.3, 2018.0], steps=[2017.3], dates=[2017.3, 2017.3 + 1e-9])
    before, after = stepped.curve
    assert after.value / before.value - 1 == pytest.approx(stepped.get("step.phase2").value / 100, rel=1e-6)
    assert (
        stepped.get("annual_rate.phase1").value > fit_phases(COUNTS, [2017.3, 2018.0]).get("annual_rate.phase1").value
    )
    first = 100 * np.expm1(np.log(SITES[2] / SITES[0]) / (DATES[2] - DATES[0]))
    assert stepped.get("annual_rate.phase1").value == pytest.approx(first, rel=1e-2)
    assert "step at 2017-04" in said(stepped.get("step.phase2").assumption)


def test_a_step_needs_one_date_more_and_a_break_of_its_own() -> None:
    few = COUNTS.keep(COUNTS.rows[:6])
    assert not fit_phases(few, [2017.3]).refused
    assert not fit_phases(few, [2017.3], steps=[2017.3]).refused
    assert fit_phases(COUNTS.keep(COUNTS.rows[:5]), [2017.3], steps=[2017.3]).refused
    with pytest.raises(ProjectError, match="at no break"):
        fit_phases(COUNTS, [2017.3], steps=[2018.0])


def test_the_errors_of_a_stock_accumulate() -> None:
    """Between two dates the logarithm of a stock errs with a variance that grows with the time between them."""
    t, logs = DATES, np.log(SITES)
    gaps = np.diff(t)
    increments = sm.WLS(np.diff(logs), np.diff(np.column_stack([t, np.maximum(t - 2018, 0)]), axis=0), 1 / gaps).fit()
    outcome = fit_phases(COUNTS, [2018.0])
    low, high = increments.conf_int()[0]
    found = outcome.get("annual_rate.phase1")
    wanted = 100 * np.expm1([increments.params[0], low, high])
    assert (found.value, found.lower, found.upper) == pytest.approx(tuple(wanted), rel=2e-2)
    assert "8 degrees of freedom" in said(*found.warnings)
    independent = fit_phases(COUNTS, [2018.0], errors="independent").get("annual_rate.phase1")
    assert found.interval.width > independent.interval.width
