"""Nonlinear least squares with profile-t intervals, for many data sets at once.

A parameter's interval holds the values q for which the best fit with that parameter fixed at q is not much worse than
the best fit of all: tau(q) = sign(q - theta) sqrt((S(q) - S) / s2) is compared with Student's t (Bates and Watts,
*Nonlinear Regression Analysis and Its Applications*, 1988, chapter 6). Unlike an interval from a standard error it may
be lopsided or open, which it is wherever a series has not yet flattened. Bounds enter as in `draws`: the distribution
function of tau is averaged over data sets drawn within them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import special

from analysis.bounds.interval import Interval
from analysis.estimating.outcomes import LEVEL
from analysis.estimating.points import Array

# mean(parameters (b, p)) -> fitted values (b, n) and their derivatives (b, n, p)
Mean = Callable[[Array], tuple[Array, Array]]

ITERATIONS = 60
STEPS = 80


def least_squares(
    mean: Mean, y: Array, start: Array, low: Array, high: Array, fixed: int | None = None
) -> tuple[Array, Array]:
    """Minimise sums of squares by Levenberg and Marquardt's method, all rows together.

    y: data sets, shape (b, n); start: shape (b, p); low, high: box of the parameters, shape (p,); fixed: index of a
    parameter that stays where it starts. Returns parameters (b, p) and sums of squares (b,).
    """
    theta, damping = start.copy(), np.full(len(y), 1e-3)
    fitted, slopes = mean(theta)
    residuals = y - fitted
    sums = np.einsum("bn,bn->b", residuals, residuals)
    for _ in range(ITERATIONS):
        step, expected = _find_step(slopes, residuals, damping, fixed)
        if np.all(expected <= 1e-18 * sums + 1e-30):
            break
        trial = np.clip(theta + step, low, high)
        fitted, trial_slopes = mean(trial)
        trial_residuals = y - fitted
        trial_sums = np.einsum("bn,bn->b", trial_residuals, trial_residuals)
        # Near the minimum sums differ by rounding alone: such steps are taken, so that all digits settle.
        better = trial_sums <= sums * (1 + 1e-13)
        damping = np.clip(np.where(better, damping / 5, damping * 4), 1e-12, 1e12)
        theta = np.where(better[:, None], trial, theta)
        residuals = np.where(better[:, None], trial_residuals, residuals)
        slopes = np.where(better[:, None, None], trial_slopes, slopes)
        sums = np.where(better, trial_sums, sums)
    return theta, sums


def _find_step(slopes: Array, residuals: Array, damping: Array, fixed: int | None) -> tuple[Array, Array]:
    """Solve the damped normal equations of each row; return steps (b, p) and the gains that they promise (b,)."""
    if fixed is not None:
        slopes = slopes.copy()
        slopes[:, :, fixed] = 0
    normal = np.einsum("bni,bnj->bij", slopes, slopes)
    diagonal = np.einsum("bii->bi", normal)
    p = normal.shape[1]
    ridge = damping[:, None] * np.maximum(diagonal, 1e-12) + 1e-14
    if fixed is not None:
        ridge[:, fixed] = 1.0
    gradient = np.einsum("bni,bn->bi", slopes, residuals)
    step = np.linalg.solve(normal + ridge[:, :, None] * np.eye(p), gradient[:, :, None])[:, :, 0]
    return step, np.einsum("bp,bp->b", step, gradient)


@dataclass(frozen=True, slots=True)
class ProfileFit:
    """The best fits at the centres (p,) and on each draw (draws, p), with what profiles need."""

    mean: Mean
    theta: Array
    drawn: Array
    y: Array
    sums: Array
    variance: float
    df: int
    low: Array
    high: Array

    def interval(self, index: int, level: float = LEVEL) -> tuple[Interval, bool, bool]:
        """Return the profile-t interval of one parameter, and whether it is open below and above."""
        tail = (1 - level) / 2
        below, open_below = self._walk(index, -1, tail)
        above, open_above = self._walk(index, +1, 1 - tail)
        return Interval(min(below, self.theta[index]), max(above, self.theta[index])), open_below, open_above

    def covariance(self) -> Array:
        """The local covariance of the parameters at the centres, shape (p, p)."""
        _, slopes = self.mean(self.theta[None, :])
        return np.linalg.pinv(slopes[0].T @ slopes[0]) * self.variance

    def _walk(self, index: int, direction: int, target: float) -> tuple[float, bool]:
        """Walk outwards from the best fit until the averaged distribution function passes the target."""
        edge = float(self.high[index] if direction > 0 else self.low[index])
        goal = float(special.stdtrit(self.df, target))
        start = self.drawn.copy()
        at, size = float(self.theta[index]), self._first_step(index)
        height, start = self._height(index, at, start)
        for _ in range(STEPS):
            nxt = at + direction * size
            stop = nxt <= edge if direction < 0 else nxt >= edge
            nxt = edge if stop else nxt
            new, start = self._height(index, nxt, start)
            if (new - goal) * direction >= 0:
                share = 0.0 if new == height else min(max((goal - height) / (new - height), 0.0), 1.0)
                return at + share * (nxt - at), False
            if stop:
                break
            # Long strides where the distribution function hardly moves, short ones where it does.
            size *= 1.6 if abs(new - height) < 0.25 else 1.0
            at, height = nxt, new
        return edge, True

    def _first_step(self, index: int) -> float:
        """A third of the local standard error, kept within reason where a parameter is hardly identified."""
        reach = float(self.high[index] - self.low[index])
        return float(np.clip(np.sqrt(self.covariance()[index, index]) / 3, reach * 1e-7, reach / 20))

    def _height(self, index: int, q: float, start: Array) -> tuple[float, Array]:
        """The averaged distribution function at q, on the scale of t; and the fits there, to start the next from."""
        begin = start.copy()
        begin[:, index] = q
        theta, sums = least_squares(self.mean, self.y, begin, self.low, self.high, fixed=index)
        excess = np.maximum(sums - self.sums, 0) / self.variance
        tau = np.sign(q - self.drawn[:, index]) * np.sqrt(excess)
        probability = float(special.stdtr(self.df, tau).mean())
        return float(special.stdtrit(self.df, np.clip(probability, 1e-12, 1 - 1e-12))), theta


def fit_profile(
    mean: Mean, centre: Array, printed: Array, drawn: Array, starts: Array, low: Array, high: Array
) -> ProfileFit:
    """Fit the centres (n,), the printed values (n,) and all draws (draws, n) from the best of several starts (s, p)."""
    theta = best_of(mean, centre, starts, low, high)
    again = np.vstack([theta, starts])
    other = best_of(mean, printed, again, low, high)
    df = len(centre) - starts.shape[1]
    variance = _sum_squares(mean, other, printed) / df
    if len(drawn) == 1:
        drawn = centre[None, :]
    fits, sums = least_squares(mean, drawn, np.tile(theta, (len(drawn), 1)), low, high)
    return ProfileFit(mean, theta, fits, drawn, sums, max(variance, 1e-24), df, low, high)


def best_of(mean: Mean, y: Array, starts: Array, low: Array, high: Array) -> Array:
    """Return the best fit to y (n,) from several starts (s, p)."""
    theta, sums = least_squares(mean, np.tile(y, (len(starts), 1)), np.clip(starts, low, high), low, high)
    return theta[int(np.argmin(sums))]


def _sum_squares(mean: Mean, theta: Array, y: Array) -> float:
    residuals = y - mean(theta[None, :])[0][0]
    return float(residuals @ residuals)
