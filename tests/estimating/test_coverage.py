"""How often 95% intervals hold the truth, on series rounded and worded as bulletins print them.

Truth is the parameter of the mean; errors are multiplicative and lognormal (normal in the log odds for shares; within
the units of a panel each follows the last). Full runs hold it in 92 to 98 percent; reduced runs are allowed two
standard errors of their own chance more. Where bounds are wider than the errors the interval nears one of the
identified set, and more than 98 percent is right: there only the lower limit is asked for.
"""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from analysis.bounds.interval import Interval
from analysis.estimating.adoption import fit_adoption
from analysis.estimating.growth import fit_loglinear
from analysis.estimating.panels import fit_panel
from analysis.estimating.phases import fit_phases
from analysis.estimating.points import Point, Points
from analysis.estimating.saturating import fit_floor, fit_saturation
from helpers.simulation import (
    CENSUS_DATES,
    DOMAIN_DATES,
    MIXED,
    PLATFORM_DATES,
    fall_in_phases,
    fall_to_floor,
    measure_coverage,
    rise,
    rise_to_ceiling,
    simulate_counts,
    simulate_counts_panel,
    simulate_samples,
    simulate_scores_panel,
    simulate_shares,
)

EXACT = (1.0, 0.0, 0.0, 0.0)
ROUNDED, OVER, NEARLY = (0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0), (0.0, 0.0, 0.0, 1.0)
FULL = (0.92, 0.98)
SEED = 7


def percent(slope: float) -> float:
    return 100 * np.expm1(slope)


def counts(dates: tuple, mean: object, sigma: float, mix: tuple) -> object:
    return lambda rng: simulate_counts(rng, dates, mean, sigma, mix)


RATE = {"annual_rate": percent(0.15)}
PHASES = {
    "annual_rate.phase1": percent(-0.45),
    "annual_rate.phase2": percent(-0.08),
    "rate_change.phase2": percent(0.37),
}
FLOOR = {"floor": 13_500, "half_life": np.log(2) / 0.73, "decay_rate": 0.73}
CEILING = {"ceiling": 2_200, "growth_rate": 1.0, "midpoint": 2019}

# name: simulation, model (with the draws of a reduced run), truth, runs reduced and full
CASES = {
    "growth, exact": (counts(DOMAIN_DATES, rise, 0.06, EXACT), fit_loglinear, {}, RATE, 300, 4000),
    "growth, mixed": (
        counts(DOMAIN_DATES, rise, 0.06, MIXED), fit_loglinear, {"draws": 100}, RATE, 200, 2000,
    ),
    "phases, exact": (
        counts(CENSUS_DATES, fall_in_phases, 0.06, EXACT), partial(fit_phases, breaks=[2018.0]), {}, PHASES, 300, 4000,
    ),
    "phases, mixed": (
        counts(CENSUS_DATES, fall_in_phases, 0.06, MIXED), partial(fit_phases, breaks=[2018.0]), {"draws": 100}, PHASES,
        120, 1500,
    ),
    "floor, exact": (counts(CENSUS_DATES, fall_to_floor, 0.08, EXACT), fit_floor, {}, FLOOR, 60, 2000),
    "floor, mixed": (counts(CENSUS_DATES, fall_to_floor, 0.08, MIXED), fit_floor, {}, FLOOR, 40, 600),
    "ceiling, exact": (counts(PLATFORM_DATES, rise_to_ceiling, 0.06, EXACT), fit_saturation, {}, CEILING, 60, 2000),
    "ceiling, mixed": (
        counts(PLATFORM_DATES, rise_to_ceiling, 0.06, MIXED), fit_saturation, {}, CEILING, 40, 600,
    ),
    "adoption, exact": (
        lambda rng: simulate_shares(rng, 0.3, (1, 0, 0)), fit_adoption, {"draws": 100},
        {"odds_growth": percent(0.5), "midpoint": 2002.5}, 150, 1500,
    ),
    "adoption, mixed": (
        lambda rng: simulate_shares(rng, 0.3, (0.6, 0.25, 0.15)), fit_adoption, {"draws": 100},
        {"odds_growth": percent(0.5), "midpoint": 2002.5}, 150, 1500,
    ),
    "samples by chance": (
        lambda rng: simulate_samples(rng, 0.0), fit_adoption, {"draws": 60}, {"odds_growth": percent(0.6)}, 150, 2000,
    ),
    "samples beyond chance": (
        lambda rng: simulate_samples(rng, 0.2), fit_adoption, {"draws": 60}, {"odds_growth": percent(0.6)}, 150, 2000,
    ),
    "provinces at two dates": (
        lambda rng: simulate_counts_panel(rng, 31, (2018.96, 2019.96), 1.0), partial(fit_panel, scale="log"),
        {"draws": 100}, {"annual_rate": percent(-0.15)}, 80, 1000,
    ),
    "provinces at several dates": (
        lambda rng: simulate_counts_panel(rng, 16, (2018.96, 2019.96, 2020.9, 2021.5, 2022.9), 0.6),
        partial(fit_panel, scale="log"), {"draws": 100}, {"annual_rate": percent(-0.15)}, 100, 1000,
    ),
    "few provinces": (
        lambda rng: simulate_counts_panel(rng, 8, (2018.96, 2019.96, 2020.9, 2021.5, 2022.9), 0.6, EXACT),
        partial(fit_panel, scale="log"), {}, {"annual_rate": percent(-0.15)}, 200, 2000,
    ),
    "scores": (lambda rng: simulate_scores_panel(rng, 9, 6), fit_panel, {"draws": 100}, {"trend": 1.2}, 100, 2000),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_reduced_intervals_hold_the_truth(case: str) -> None:
    simulate, fit, fewer, truth, runs, _ = CASES[case]
    for name, share in measure_coverage(simulate, partial(fit, **fewer), truth, runs, SEED).items():
        slack = 2 * np.sqrt(0.95 * 0.05 / runs)
        assert FULL[0] - slack <= share <= FULL[1] + slack, f"{case}: {name} is held in {share:.1%} of {runs} runs"


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_full_intervals_hold_the_truth(case: str) -> None:
    simulate, fit, _, truth, _, runs = CASES[case]
    for name, share in measure_coverage(simulate, fit, truth, runs, SEED).items():
        print(f"{case}: {name} {share:.3f} of {runs}")
        assert FULL[0] <= share <= FULL[1], f"{case}: {name} is held in {share:.1%} of {runs} runs"


def any_level(sigma: float, mix: tuple) -> object:
    """Growth from a level that differs between runs, so that rounding does not err alike in all of them."""

    def simulate(rng: np.random.Generator) -> Points:
        level = 10 ** rng.random()
        return simulate_counts(rng, DOMAIN_DATES, lambda t: level * rise(t), sigma, mix)

    return simulate


@pytest.mark.parametrize("mix", [ROUNDED, OVER, NEARLY])
def test_bounds_wider_than_the_errors_hold_the_truth_at_least_as_often(mix: tuple) -> None:
    held = measure_coverage(any_level(0.01, mix), partial(fit_loglinear, draws=100), RATE, 120, SEED)
    assert held["annual_rate"] >= 0.92


@pytest.mark.slow
@pytest.mark.parametrize("sigma", [0.01, 0.05])
@pytest.mark.parametrize("mix", [ROUNDED, OVER, NEARLY])
def test_bounds_wider_than_the_errors_hold_the_truth_at_least_as_often_in_full(sigma: float, mix: tuple) -> None:
    held = measure_coverage(any_level(sigma, mix), partial(fit_loglinear, draws=100), RATE, 2000, SEED)
    print(f"{mix} {sigma}: {held['annual_rate']:.3f}")
    assert held["annual_rate"] >= 0.92


def one_sided_series(rng: np.random.Generator) -> Points:
    """Truth always at the low end of wide bounds in the first half, at the high end in the second."""
    t = np.array(DOMAIN_DATES)
    values = rise(t) * np.exp(rng.normal(0, 0.02, len(t)))
    low = np.where(t < 2005.6, values, values * 0.8)
    high = np.where(t < 2005.6, values * 1.25, values)
    return Points(
        "one-sided",
        "count",
        tuple(Point(*row[:2], Interval(*row[2:])) for row in zip(t, values, low, high, strict=True)),
    )


def test_the_worst_case_interval_holds_the_truth_wherever_it_lies_in_the_bounds() -> None:
    truth = {"annual_rate": percent(0.15)}
    worst = measure_coverage(one_sided_series, partial(fit_loglinear, spread="worst_case"), truth, 300, SEED)
    assert worst["annual_rate"] >= 0.92
    drawn = measure_coverage(one_sided_series, partial(fit_loglinear, draws=100), truth, 100, SEED)
    # The default assumes that nothing pulls figures to one end of their bounds; here something does.
    assert drawn["annual_rate"] < worst["annual_rate"]
