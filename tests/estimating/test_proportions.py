from __future__ import annotations

import numpy as np
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.estimating.points import Point, Points
from analysis.estimating.proportions import (
    Sample,
    check_ceiling,
    compare_rates,
    estimate_rate,
    find_counts,
    rate_of,
)
from helpers.series import bounded, exact, said


def test_with_a_known_count_the_interval_is_wilsons() -> None:
    found = estimate_rate(rate_of(Interval(427, 427), 469), 469)
    low, high = proportion_confint(427, 469, method="wilson")
    assert (found.value, found.lower, found.upper) == pytest.approx((100 * 427 / 469, 100 * low, 100 * high))


def test_a_rounded_rate_takes_in_every_count_that_prints_so() -> None:
    counts = find_counts(Interval(90.5, 91.5), 469)
    assert counts == Interval(425, 429)
    found = estimate_rate(Interval(90.5, 91.5), 469)
    assert found.lower == pytest.approx(100 * proportion_confint(425, 469, method="wilson")[0])
    assert found.upper == pytest.approx(100 * proportion_confint(429, 469, method="wilson")[1])


def test_a_rate_that_no_count_gives_is_said() -> None:
    assert find_counts(Interval(94.25, 94.35), 134) is None
    found = estimate_rate(Interval(94.25, 94.35), 134)
    assert "disagree" in said(*found.warnings)
    assert found.lower < 94.25 < 94.35 < found.upper


def test_a_count_that_would_print_as_the_next_rate_is_left_out() -> None:
    # 183 of 200 are 91.5 percent, which prints as 92.
    assert find_counts(Interval(90.5, 91.5), 200) == Interval(181, 183)
    assert find_counts(Interval(90.5, 91.5, upper_closed=False), 200) == Interval(181, 182)
    assert find_counts(Interval(90.5, 91.5, lower_closed=False), 200) == Interval(182, 183)


def test_all_passed_and_none_passed_stay_within_shares() -> None:
    assert estimate_rate(Interval(100, 100), 30).upper == pytest.approx(100)
    assert estimate_rate(Interval(100, 100), 30).lower < 100
    assert estimate_rate(Interval(0, 0), 30).lower == 0
    with pytest.raises(ProjectError, match="sample"):
        rate_of(Interval(31, 31), 30)


def test_a_difference_of_known_counts_is_newcombes() -> None:
    found = compare_rates(
        Sample(rate_of(Interval(427, 427), 469), 469), Sample(rate_of(Interval(7147, 7147), 7768), 7768)
    )
    low, high = confint_proportions_2indep(427, 469, 7147, 7768, method="newcomb", compare="diff")
    assert (found.lower, found.upper) == pytest.approx((100 * low, 100 * high))


def test_the_hull_of_differences_holds_every_pair_of_counts() -> None:
    found = compare_rates(Sample(Interval(89.5, 90.5), 100), Sample(Interval(79.5, 82.5), 200))
    for a in (90,):
        for b in range(159, 166):
            low, high = confint_proportions_2indep(a, 100, b, 200, method="newcomb", compare="diff")
            assert found.lower - 1e-9 <= 100 * low and 100 * high <= found.upper + 1e-9


def test_the_ceiling_counts_sure_and_possible_values() -> None:
    values = [(100, 100), (99.5, 100), (95, 100), (98, 98), (99, 99), (90, 95)]
    points = bounded([(2019 + i / 10, a, b) for i, (a, b) in enumerate(values)], "percent")
    assert check_ceiling(points).get("share_above").interval.ends == pytest.approx((100 * 2 / 6, 100 * 3 / 6))
    assert check_ceiling(points).get("values").interval == Interval.at(6)
    most = exact(range(2019, 2024), [100] * 3 + [90] * 2)
    assert "ceiling" in said(*check_ceiling(most).get("share_above").warnings)
    few = exact(range(2019, 2024), [100] * 2 + [90] * 3)
    assert not check_ceiling(few).get("share_above").warnings


def test_over_the_threshold_is_surely_above_it() -> None:
    over = Interval(99, 100, lower_closed=False)
    points = Points("rate", "percent", tuple(Point(2019 + i, 99, over) for i in range(5)))
    assert check_ceiling(points).get("share_above").lower == 100


def coverage_of_rates(n: int, truth: float, decimals: int, runs: int) -> float:
    rng, held = np.random.default_rng(11), 0
    half = 0.5 * 10.0**-decimals
    for count in rng.binomial(n, truth / 100, runs):
        rate = round(100 * count / n, decimals)
        found = estimate_rate(Interval(max(rate - half, 0), min(rate + half, 100)), n)
        held += found.lower <= truth <= found.upper
    return held / runs


@pytest.mark.parametrize(("n", "truth"), [(469, 91.0), (120, 50.0), (90, 43.0), (328, 91.8), (60, 97.0)])
def test_wilson_intervals_of_printed_rates_hold_the_truth(n: int, truth: float) -> None:
    assert 0.92 <= coverage_of_rates(n, truth, 1, 300) <= 0.985


@pytest.mark.slow
@pytest.mark.parametrize("decimals", [1, 2])
@pytest.mark.parametrize(("n", "truth"), [(469, 91.0), (120, 50.0), (90, 43.0), (328, 91.8), (60, 97.0), (7768, 92.0)])
def test_wilson_intervals_of_printed_rates_hold_the_truth_in_full(n: int, truth: float, decimals: int) -> None:
    assert 0.92 <= coverage_of_rates(n, truth, decimals, 4000) <= 0.98


def coverage_of_differences(first: tuple[int, float], second: tuple[int, float], runs: int) -> float:
    rng, held = np.random.default_rng(12), 0
    for _ in range(runs):
        rates = []
        for n, truth in (first, second):
            rate = round(100 * rng.binomial(n, truth / 100) / n, 1)
            rates.append(Interval(max(rate - 0.05, 0), min(rate + 0.05, 100)))
        found = compare_rates(Sample(rates[0], first[0]), Sample(rates[1], second[0]))
        held += found.lower <= first[1] - second[1] <= found.upper
    return held / runs


@pytest.mark.parametrize(("first", "second"), [((469, 91.0), (7768, 92.0)), ((100, 50.0), (90, 40.0))])
def test_differences_of_printed_rates_hold_the_truth(first: tuple, second: tuple) -> None:
    assert 0.92 <= coverage_of_differences(first, second, 200) <= 0.985


@pytest.mark.slow
@pytest.mark.parametrize(
    ("first", "second"), [((469, 91.0), (7768, 92.0)), ((303, 95.0), (11639, 96.0)), ((100, 50.0), (90, 40.0))]
)
def test_differences_of_printed_rates_hold_the_truth_in_full(first: tuple, second: tuple) -> None:
    assert 0.92 <= coverage_of_differences(first, second, 3000) <= 0.98
