"""The mean of several differences of rates, which may differ among each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import Any

import numpy as np
from scipy import optimize, stats
from statsmodels.stats.meta_analysis import combine_effects, effectsize_2proportions

from analysis.bounds.interval import Interval
from analysis.estimating.draws import BOUNDS_REFERENCE, draw_within
from analysis.estimating.linear import LinearFit
from analysis.estimating.outcomes import LEVEL, Basis, Estimate
from analysis.estimating.points import Array, Point
from analysis.estimating.proportions import Sample, possible_counts, rate_of
from analysis.estimating.scales import Figures
from analysis.words.catalogue import Message, message

REFERENCE = f"Paule & Mandel 1982; DerSimonian & Kacker 2007; {BOUNDS_REFERENCE}"
SPREAD_REFERENCE = "Paule & Mandel 1982; Viechtbauer 2007 (Q profile)"
PERCENT = 100


def combine_differences(pairs: Sequence[tuple[Sample, Sample]]) -> Estimate:
    """Estimate the mean of first minus second rate (percentage points) over two pairs or more, by random effects.

    The differences vary about their mean by chance and among each other; weights are those of Paule and Mandel, the
    interval is Student's with one degree of freedom less than pairs. How surely they differ is said by Cochran's Q.
    """
    figures, sizes, notes = _read_rates(pairs)
    found: Any = combine_effects(*_effects(figures.centre, sizes), method_re="pm")
    test, error = found.test_homogeneity(), PERCENT * float(found.sd_eff_w_re)
    # For given weights the mean is linear in the rates of both sides.
    signed = np.column_stack([found.weights_rel_re, -found.weights_rel_re]).reshape(1, -1)
    fit = LinearFit(
        signed @ figures.centre, draw_within(figures) @ signed.T, signed, figures.low, figures.high,
        residuals=np.empty(0), df=test.df, error_of=lambda vectors: np.abs(vectors[:, 0]) * error,
    )  # fmt: skip
    (mean,) = fit.combine(np.eye(1))
    tested = {"df": round(test.df), "statistic": f"{test.statistic:.1f}", "p": f"{test.pvalue:.2g}"}
    least = _effects_in_bounds(figures, sizes).least(0)
    tested |= {"least": f"{least:.1f}", "most": f"{stats.chi2.sf(least, test.df):.2g}"}
    words = message("method-mean-difference"), REFERENCE, message("assumption-mean-difference")
    basis = Basis(LEVEL, len(pairs), *words, (*notes, message("note-heterogeneity", **tested)))
    return basis.estimate("difference.mean", "percentage_points", mean.value, mean.interval, mean.identified)


def spread_of_differences(pairs: Sequence[tuple[Sample, Sample]]) -> Estimate:
    """Estimate how far differences of rates vary beyond chance: their standard deviation (percentage points).

    The value is that of Paule and Mandel; the interval holds the spreads under which Cochran's Q is a likely chi-square
    (Viechtbauer, Statistics in Medicine 26, 2007: the Q profile) at some rates within their bounds. At the printed
    rates alone its lower end once stood well above zero, where rounding can make up for all of it.
    """
    figures, sizes, notes = _read_rates(pairs)
    exact, within, df = _effects_of(figures.centre, sizes), _effects_in_bounds(figures, sizes), len(pairs) - 1

    def solve(statistic: Callable[[float], float], goal: float) -> float:
        def excess(spread: float) -> float:
            return statistic(spread) - goal

        # Differences lie between -100 and 100, and so does no spread of them exceed 100: of two, the search for the
        # upper end once left the statistic too high even there.
        if excess(0) <= 0 or excess(PERCENT) >= 0:
            return 0.0 if excess(0) <= 0 else float(PERCENT)
        return float(optimize.brentq(excess, 0, PERCENT))

    def ends(least: float, most: float) -> Interval:
        # On exact rates both are one number, up to what the search for it leaves.
        low, high = sorted((solve(within.least, least), solve(within.most, most)))
        return Interval(low, high)

    high, low = (float(stats.chi2.ppf((1 + side * LEVEL) / 2, df)) for side in (1, -1))
    words = message("method-spread"), SPREAD_REFERENCE, message("assumption-mean-difference")
    basis = Basis(LEVEL, len(pairs), *words, notes)
    found = solve(exact.least, df), ends(high, low), ends(df, df)
    return basis.estimate("difference.spread", "percentage_points", *found)


@dataclass(frozen=True, slots=True)
class _Effects:
    """Differences of pairs of rates (percentage points) between two ends, and the least and most variance of each."""

    low: Array
    high: Array
    variances: tuple[Array, Array]

    def least(self, spread: float) -> float:
        """Return the least Cochran's Q that the bounds allow, at a spread of the differences beyond chance.

        It is least where each difference stands as near to the mean as it can; the mean is then that of these.
        """
        weights = 1 / (self.variances[1] + spread**2)

        def pull(mean: float) -> float:
            return float((weights * (np.clip(mean, self.low, self.high) - mean)).sum())

        mean = optimize.brentq(pull, self.low.min() - 1, self.high.max() + 1)
        return float((weights * (np.clip(mean, self.low, self.high) - mean) ** 2).sum())

    def most(self, spread: float) -> float:
        """Return the most that the bounds allow: the statistic is convex, so that it lies where all stand at an end."""
        weights = 1 / (self.variances[0] + spread**2)
        corners = np.array(list(product(*zip(self.low, self.high, strict=True))))
        means = np.average(corners, axis=1, weights=weights)
        return float((weights * (corners - means[:, None]) ** 2).sum(axis=1).max())


def _effects_of(rates: Array, sizes: Array) -> _Effects:
    shares, variances = _effects(rates, sizes)
    differences, variances = PERCENT * shares, PERCENT**2 * variances
    return _Effects(differences, differences, (variances, variances))


def _effects_in_bounds(figures: Figures, sizes: Array) -> _Effects:
    """Return what the bounds allow of the differences, and of their variances: most at the rates nearest to a half."""
    low, high, first = figures.low, figures.high, np.arange(len(sizes)) % 2 == 0
    least, most = (_effects_of(np.where(first, *sides), sizes).low for sides in ((low, high), (high, low)))
    far, near = np.where(low + high < PERCENT, low, high), np.clip(PERCENT / 2, low, high)
    return _Effects(least, most, (_effects_of(far, sizes).variances[0], _effects_of(near, sizes).variances[0]))


def _read_rates(pairs: Sequence[tuple[Sample, Sample]]) -> tuple[Figures, Array, tuple[Message, ...]]:
    """Return the rates of both sides of each pair with their bounds, the sizes of the samples, and what is said."""
    samples = [sample for pair in pairs for sample in pair]
    counts, notes = zip(*(possible_counts(sample) for sample in samples), strict=True)
    rates = [rate_of(count, sample.n) for count, sample in zip(counts, samples, strict=True)]
    figures = Figures([Point(0, rate.middle, rate) for rate in rates], "plain")
    return figures, np.array([sample.n for sample in samples], dtype=np.float64), tuple(chain.from_iterable(notes))


def _effects(rates: Array, sizes: Array) -> tuple[Array, Array]:
    """Return the differences of pairs of rates (percent) and their variances, as shares.

    All or none counts as half a site off, or it had no error.
    """
    # The correction of statsmodels adds half a site to every count, also where there is no need.
    counts = np.clip(rates * sizes / PERCENT, 0.5, sizes - 0.5)
    return effectsize_2proportions(counts[::2], sizes[::2], counts[1::2], sizes[1::2])
