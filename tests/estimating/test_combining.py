from __future__ import annotations

import numpy as np
import pytest
from statsmodels.stats.meta_analysis import combine_effects, effectsize_2proportions

from analysis.bounds.interval import Interval
from analysis.estimating import draws
from analysis.estimating.combining import combine_differences, spread_of_differences
from analysis.estimating.proportions import Sample
from helpers.series import said

# Counts of passes and sizes, first and second sample of each pair.
COUNTS = [(427, 469, 7147, 7768), (492, 524, 9900, 10_535), (485, 500, 9400, 10_000), (437, 460, 8600, 8960)]
ALIKE = [(90, 100, 180, 200), (91, 100, 181, 200), (89, 100, 179, 200)]


def pairs_of(counts: list[tuple[int, int, int, int]], half: float = 0.0) -> list[tuple[Sample, Sample]]:
    """Samples whose rates are known to `half` a percentage point on either side."""

    def sample(passed: int, n: int) -> Sample:
        rate = 100 * passed / n
        return Sample(Interval(max(rate - half, 0), min(rate + half, 100)), n)

    return [(sample(a, n), sample(b, m)) for a, n, b, m in counts]


def test_on_known_counts_mean_and_interval_are_those_of_statsmodels() -> None:
    reference = combine_effects(*effectsize_2proportions(*np.array(COUNTS).T), method_re="pm", use_t=True)
    assert reference.tau2 > 0
    found = combine_differences(pairs_of(COUNTS))
    low, high = reference.conf_int()[1]
    assert (found.value, *found.interval.ends) == pytest.approx((100 * reference.mean_effect_re, 100 * low, 100 * high))
    assert found.identified.ends == pytest.approx((found.value, found.value))


def test_how_surely_the_differences_differ_is_said() -> None:
    test = combine_effects(*effectsize_2proportions(*np.array(COUNTS).T)).test_homogeneity()
    words = said(*combine_differences(pairs_of(COUNTS)).warnings)
    assert f"Q = {test.statistic:.1f} on 3 degrees of freedom (p = {test.pvalue:.2g})" in words
    assert "p = 0.9" in said(*combine_differences(pairs_of(ALIKE)).warnings)


def test_bounds_widen_the_mean_and_its_identified_set_holds_all_of_them() -> None:
    exact, vague = (combine_differences(pairs_of(COUNTS, half)) for half in (0.0, 0.5))
    assert vague.interval.lower < exact.interval.lower and exact.interval.upper < vague.interval.upper
    # Each of the two rates of a pair lies within half a point, less what falls between whole counts.
    assert 1.5 < vague.identified.width < 2.0


def test_a_pair_of_all_has_an_error_too() -> None:
    found = combine_differences(pairs_of([(50, 50, 400, 400), (49, 50, 398, 400)]))
    assert np.isfinite(found.interval.ends).all() and found.interval.width > 0


def test_a_rate_that_no_count_gives_is_said() -> None:
    odd = (Sample(Interval(94.25, 94.35), 134), Sample(Interval.at(90), 200))
    assert "disagree" in said(*combine_differences([odd, *pairs_of(ALIKE)]).warnings)


def coverage(runs: int, between: float) -> float:
    """Quarters as printed: whole percent in the small sample, two decimals in the large one."""
    rng, held = np.random.default_rng(5), 0
    for _ in range(runs):
        pairs = []
        for n, m in ((470, 7800), (520, 10_500), (500, 11_600), (460, 9000), (440, 9500)):
            passed = rng.binomial(n, np.clip((93.5 + rng.normal(0, between)) / 100, 0, 1))
            own = 100 * rng.binomial(m, 0.93) / m
            rate = round(100 * passed / n)
            first = Interval(max(rate - 0.5, 0), min(rate + 0.5, 100))
            pairs.append((Sample(first, n), Sample(Interval(own - 0.005, own + 0.005), m)))
        found = combine_differences(pairs)
        held += found.lower <= 0.5 <= found.upper
    return held / runs


@pytest.mark.parametrize("between", [0.0, 2.0])
def test_intervals_hold_the_truth(between: float, monkeypatch) -> None:
    monkeypatch.setattr(draws, "DRAWS", 60)
    assert coverage(150, between) >= 0.89


@pytest.mark.slow
@pytest.mark.parametrize("between", [2.0, 3.0])
def test_intervals_hold_the_truth_in_full(between: float) -> None:
    assert 0.92 <= coverage(2000, between) <= 0.98


@pytest.mark.slow
@pytest.mark.parametrize("between", [0.0, 1.0])
def test_differences_that_vary_by_chance_alone_are_held_at_least_as_often(between: float) -> None:
    # Where quarters hardly differ, the variance between them is at times taken for more and never for less than none.
    assert coverage(2000, between) >= 0.92


def test_the_spread_is_that_of_paule_and_mandel() -> None:
    reference = combine_effects(*effectsize_2proportions(*np.array(COUNTS).T), method_re="pm")
    found = spread_of_differences(pairs_of(COUNTS))
    assert found.value == pytest.approx(100 * reference.tau2**0.5, rel=1e-3)
    assert found.lower < found.value < found.upper
    alike = spread_of_differences(pairs_of(ALIKE))
    assert (alike.value, alike.lower) == (0, 0)


def test_rounding_widens_the_interval_of_the_spread() -> None:
    """At rates of whole percents it began well above zero, where rates that round to them vary by chance alone."""
    whole = [(round(100 * a / n), n, 100 * b / m, m) for a, n, b, m in [(410, 469, 7147, 7768), *COUNTS[1:]]]
    exact, vague = (
        spread_of_differences([
            (Sample(Interval(rate - half, rate + half), n), Sample(Interval.at(own), m)) for rate, n, own, m in whole
        ])
        for half in (1e-6, 0.5)
    )  # fmt: skip
    assert exact.value == pytest.approx(vague.value, rel=1e-3)
    assert vague.lower < exact.lower and exact.upper < vague.upper
    assert vague.identified.lower < vague.value < vague.identified.upper


def test_the_interval_of_the_spread_holds_those_of_all_rates_within_the_bounds() -> None:
    rng, pairs = np.random.default_rng(7), pairs_of(COUNTS, 0.5)
    found, ends, tests = spread_of_differences(pairs), [], []
    for _ in range(300):
        drawn = [tuple(Sample(Interval.at(rng.uniform(*one.rate.ends)), one.n) for one in pair) for pair in pairs]
        one = spread_of_differences(drawn)
        ends.append(one.interval)
        tests.append(float(said(*combine_differences(drawn).warnings).split("Q = ")[1].split()[0]))
    assert found.lower <= min(end.lower for end in ends) and max(end.upper for end in ends) <= found.upper
    # ... and the least statistic that is printed beside the mean is about the least of these.
    least = float(said(*combine_differences(pairs).warnings).split("and with ")[1].split()[0])
    assert least <= min(tests) + 0.05


@pytest.mark.parametrize("spread", [1.0, 3.0])
def test_the_interval_of_the_spread_holds_the_truth(spread: float) -> None:
    rng, held, runs = np.random.default_rng(5), 0, 600
    sizes = [(470, 7_700), (520, 8_600), (500, 12_000), (460, 12_300)]
    for _ in range(runs):
        counts = [(rng.binomial(n, 0.8 + rng.normal(0, spread) / 100), n, rng.binomial(m, 0.8), m) for n, m in sizes]
        found = spread_of_differences(pairs_of(counts))
        held += found.lower <= spread <= found.upper
    assert 0.92 <= held / runs <= 0.98


def test_no_spread_exceeds_what_differences_can_be() -> None:
    """Of two differences far apart the statistic is too high for its quantile at any spread that can be."""
    found = spread_of_differences(pairs_of([(95, 100, 20, 100), (50, 100, 60, 100)]))
    assert 0 < found.lower < found.value < found.upper == 100
