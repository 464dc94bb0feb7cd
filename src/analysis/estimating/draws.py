"""From bounds to data sets: seeded draws within the bounds, and intervals that hold both bounds and error.

How the two are combined. Let theta(y) be the estimate on data y and se its standard error. On exact data the interval
is the set of q with alpha/2 <= T((q - theta(y)) / se) <= 1 - alpha/2, T Student's distribution function. On bounded
data T is averaged over draws y_d within the bounds, and the same two equations are solved: the mixture that Rubin
(*Multiple Imputation*, 1987, chapter 3) summarises by its first two moments, kept whole because bounds are not normal.
The residual error is taken at the printed values and not from the draws, which would count the bounds twice. A print
made vaguer ("over x" for "x") keeps its printed value and so the residual error, and a mixture over more places is
wider (Anderson, Proc. Am. Math. Soc. 6, 1955): a linear estimate never looks more exact for a vaguer print.
Next to the interval stands the identified set (Manski, *Partial Identification of Probability Distributions*, 2003):
the estimates that some data within the bounds give, without error. An interval of Imbens and Manski (Econometrica 72,
2004) around it makes no use of a distribution within the bounds and is the worst case.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import optimize, special

from analysis.estimating.types import LEVEL, Array, Interval, Point, Points

SEED = 20231231
DRAWS = 500
Scale = Literal["plain", "log", "logit"]
Spread = Literal["drawn", "worst_case"]

# Shares are printed to a tenth at best, so 0 and 100 stand for anything within half a tenth of them.
SHARE_EDGE = 0.05
BOUNDS_REFERENCE = "Manski 2003; Rubin 1987"


def to_scale(values: Array, scale: Scale) -> Array:
    """Transform values (any shape) to the working scale; shares are percent and kept off 0 and 100 on the logit."""
    if scale == "log":
        return np.log(values)
    if scale == "logit":
        share = np.clip(values, SHARE_EDGE, 100 - SHARE_EDGE) / 100
        return np.log(share / (1 - share))
    return np.asarray(values, dtype=float)


def from_scale(values: Array, scale: Scale) -> Array:
    """Undo `to_scale`."""
    if scale == "log":
        return np.exp(values)
    return 100 / (1 + np.exp(-values)) if scale == "logit" else np.asarray(values, dtype=float)


def keep_usable(points: Points, scale: Scale) -> tuple[Points, tuple[str, ...]]:
    """Leave out points whose bounds are open on the working scale, with one warning for each."""

    def is_usable(point: Point) -> bool:
        finite = math.isfinite(point.lower) and math.isfinite(point.upper)
        return finite and not (scale == "log" and point.lower <= 0)

    left_out = [p for p in points if not is_usable(p)]
    warnings = tuple(
        f"the figure of {p.period or p.t} is left out: bounds [{p.lower:g}, {p.upper:g}] are open on a {scale} scale"
        for p in left_out
    )
    return points.keep(p for p in points if is_usable(p)), warnings


def centres(points: Points, scale: Scale) -> Array:
    """Return the centre of each point's bounds on the working scale, shape (n,)."""
    low, high = points.column("lower"), points.column("upper")
    if scale == "log":
        return (np.log(low) + np.log(high)) / 2
    return to_scale((low + high) / 2, scale)


def printed_values(points: Points, scale: Scale) -> Array:
    """Return the printed values on the working scale, moved to the nearest bound where they lie outside, shape (n,)."""
    return to_scale(np.clip(points.column("value"), points.column("lower"), points.column("upper")), scale)


def draw_units(size: int, draws: int = DRAWS, seed: int = SEED) -> Array:
    """Return uniform numbers of shape (draws, size): each column stratified, the second half the mirror of the first.

    Columns are made one after the other, so that a longer series begins with the numbers of a shorter one.
    """
    rng = np.random.default_rng(seed)
    half = (draws + 1) // 2
    columns = [(rng.permutation(half) + rng.random(half)) / half for _ in range(size)]
    upper = np.column_stack(columns) if columns else np.empty((half, 0))
    return np.vstack([upper, 1 - upper])[:draws]


def draw_within(points: Points, scale: Scale, draws: int = DRAWS, seed: int = SEED) -> Array:
    """Draw data sets within the bounds of a series; see `draw_box`."""
    return draw_box(points.column("lower"), points.column("upper"), scale, draws, seed)


def draw_box(low: Array, high: Array, scale: Scale, draws: int = DRAWS, seed: int = SEED) -> Array:
    """Draw data sets between low and high (n,), shape (draws, n), on the working scale; one row if all are exact.

    Draws are uniform in the bounds, and log-uniform on the log scale.
    """
    if np.all(low == high):
        return to_scale(low, scale)[None, :]
    if scale == "log":
        low, high = np.log(low), np.log(high)
    drawn = low + (high - low) * draw_units(len(low), draws, seed)
    return drawn if scale == "log" else to_scale(drawn, scale)


def mix_interval(drawn: Array, se: Array, df: float, level: float = LEVEL) -> tuple[Array, Array]:
    """Return lower and upper ends of the mixture of t intervals, each of shape (m,).

    drawn: estimates per draw, shape (draws, m); se: shape (m,); df: degrees of freedom. One draw gives the t interval.
    """
    tail = (1 - level) / 2
    reach = special.stdtrit(df, 1 - tail) * se
    low, high = drawn.min(axis=0) - reach, drawn.max(axis=0) + reach
    if len(drawn) == 1:
        return low, high
    if np.any(se <= 0):
        return np.quantile(drawn, tail, axis=0), np.quantile(drawn, 1 - tail, axis=0)

    def spread(q: Array) -> Array:
        return special.stdtr(df, (q - drawn) / se).mean(axis=0)

    return bisect(spread, tail, low, high), bisect(spread, 1 - tail, low, high)


def bisect(function: Callable[[Array], Array], target: float, low: Array, high: Array, steps: int = 48) -> Array:
    """Solve an increasing function of arrays for a target between low and high, element by element."""
    low, high = low.copy(), high.copy()
    for _ in range(steps):
        middle = (low + high) / 2
        below = function(middle) < target
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return (low + high) / 2


def imbens_manski(identified: Interval, se: float, df: float, level: float = LEVEL) -> Interval:
    """Widen an identified set so that each parameter in it is covered with the level (Imbens and Manski 2004).

    The factor falls from the two-sided quantile where the set is a point to the one-sided one where it is wide.
    """
    if se <= 0:
        return identified
    width = (identified.upper - identified.lower) / se

    def shortfall(c: float) -> float:
        return float(special.stdtr(df, c + width) - special.stdtr(df, -c)) - level

    low, high = (float(special.stdtrit(df, q)) for q in (level, (1 + level) / 2))
    factor = high if width == 0 else optimize.brentq(shortfall, low - 1e-9, high + 1e-9)
    return Interval(identified.lower - factor * se, identified.upper + factor * se)


@dataclass(frozen=True, slots=True)
class LinearFit:
    """Least squares on all draws at once.

    coefficients: at the centres, shape (k,); drawn: per draw, shape (draws, k); covariance: shape (k, k);
    weights: estimate = weights @ y, shape (k, n); low, high: bounds on the working scale, shape (n,).
    """

    coefficients: Array
    drawn: Array
    covariance: Array
    df: float
    weights: Array
    low: Array
    high: Array
    residuals: Array

    def combine(self, vectors: Array, level: float = LEVEL, spread: Spread = "drawn") -> list[Combination]:
        """Estimate linear combinations of the coefficients, one per row of vectors (m, k)."""
        values = vectors @ self.coefficients
        se = np.sqrt(np.maximum(np.einsum("ij,jk,ik->i", vectors, self.covariance, vectors), 0))
        sets = [self._identify(row) for row in vectors]
        if spread == "worst_case":
            ends = [imbens_manski(s, e, self.df, level) for s, e in zip(sets, se, strict=True)]
        else:
            pairs = mix_interval(self.drawn @ vectors.T, se, self.df, level)
            ends = [Interval(a, b) for a, b in zip(*pairs, strict=True)]
        return [Combination(*parts) for parts in zip(values.tolist(), ends, sets, se.tolist(), strict=True)]

    def _identify(self, vector: Array) -> Interval:
        """The exact range of a linear estimate over the box of the bounds: each figure at its worse end."""
        weight = vector @ self.weights
        ends = np.sort(np.stack([weight * self.low, weight * self.high]), axis=0).sum(axis=1)
        return Interval(float(ends[0]), float(max(ends)))


@dataclass(frozen=True, slots=True)
class Combination:
    """A linear combination of coefficients: value, interval, identified set and standard error."""

    value: float
    interval: Interval
    identified: Interval
    se: float


def fit_linear(design: Array, points: Points, scale: Scale, draws: int = DRAWS, seed: int = SEED) -> LinearFit:
    """Fit ordinary least squares to points on the working scale, at the centres and on every draw.

    design: shape (n, k) with n > k. On exact figures this is ordinary least squares with its t intervals.
    """
    weights = np.linalg.pinv(design)
    centre, drawn = centres(points, scale), draw_within(points, scale, draws, seed)
    df = len(points) - design.shape[1]
    variance = residual_variance(design, weights, printed_values(points, scale), df)
    low, high = to_scale(points.column("lower"), scale), to_scale(points.column("upper"), scale)
    coefficients = weights @ centre
    covariance = variance * (weights @ weights.T)
    residuals = centre - design @ coefficients
    return LinearFit(coefficients, drawn @ weights.T, covariance, df, weights, low, high, residuals)


def residual_variance(design: Array, weights: Array, y: Array, df: float) -> float:
    """Return the residual variance of y (n,) on the design (n, k)."""
    residuals = y - design @ (weights @ y)
    return float(residuals @ residuals) / df
