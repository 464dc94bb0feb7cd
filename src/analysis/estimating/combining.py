"""The mean of several differences of rates, which may differ among each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
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
    words = message("method-mean-difference"), REFERENCE, message("assumption-mean-difference")
    basis = Basis(LEVEL, len(pairs), *words, (*notes, message("note-heterogeneity", **tested)))
    return basis.estimate("difference.mean", "percentage_points", mean.value, mean.interval, mean.identified)


def spread_of_differences(pairs: Sequence[tuple[Sample, Sample]]) -> Estimate:
    """Estimate how far differences of rates vary beyond chance: their standard deviation (percentage points).

    The value is that of Paule and Mandel; the interval holds the spreads under which Cochran's Q is a likely chi-square
    (Viechtbauer, Statistics in Medicine 26, 2007: the Q profile).
    """
    figures, sizes, notes = _read_rates(pairs)
    shares, variances = _effects(figures.centre, sizes)
    differences, variances, df = PERCENT * shares, PERCENT**2 * variances, len(pairs) - 1

    def solve(goal: float) -> float:
        def excess(spread: float) -> float:
            weights = 1 / (variances + spread**2)
            mean = np.average(differences, weights=weights)
            return float((weights * (differences - mean) ** 2).sum()) - goal

        return float(optimize.brentq(excess, 0, PERCENT)) if excess(0) > 0 else 0.0

    low, high = (solve(float(stats.chi2.ppf((1 + side * LEVEL) / 2, df))) for side in (1, -1))
    words = message("method-spread"), SPREAD_REFERENCE, message("assumption-mean-difference")
    basis = Basis(LEVEL, len(pairs), *words, notes)
    return basis.estimate("difference.spread", "percentage_points", solve(df), Interval(low, high))


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
