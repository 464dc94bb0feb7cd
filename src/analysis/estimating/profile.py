"""Nonlinear least squares with profile-t intervals, bounds carried through.

A parameter's interval holds the values q for which the best fit with that parameter fixed at q is not much worse than
the best fit of all: tau(q) = sign(q - theta) sqrt((S(q) - S) / s2) is compared with Student's t (Bates and Watts,
*Nonlinear Regression Analysis and Its Applications*, 1988, chapter 6). Unlike an interval from a standard error it may
be lopsided or open, which it is wherever a series has not yet flattened. Bounds enter as in `draws`: the distribution
function of tau is averaged over data sets drawn within them. A draw needs no fit of its own: it goes through the
tangent of the fit at q, as it goes through the weights of a linear fit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, special

from analysis.bounds.interval import Interval
from analysis.estimating.draws import draw_within, mix_interval
from analysis.estimating.outcomes import LEVEL
from analysis.estimating.points import Array
from analysis.estimating.scales import Figures

# model(parameters (p,)) -> fitted values (n,) and their derivatives (n, p)
Model = Callable[[Array], tuple[Array, Array]]
_TOLERANCE = 1e-12


@dataclass(frozen=True, slots=True)
class Box:
    """The ends of the parameters, each of shape (p,)."""

    low: Array
    high: Array

    def fit(self, model: Model, y: Array, start: Array, held: int | None = None) -> Array:
        """Minimise the sum of squares from a start, one parameter held there if asked.

        A search that knows no box is ten times as fast; another is made where that does not come to an end of the box.
        """
        free = np.arange(len(start)) != held
        theta = np.clip(start, self.low, self.high)

        @lru_cache(maxsize=1)  # values and derivatives are asked for one after the other
        def at(x: bytes) -> tuple[Array, Array]:
            theta[free] = np.frombuffer(x)
            return model(theta)

        problem = lambda x: at(x.tobytes())[0] - y, theta[free].copy(), lambda x: at(x.tobytes())[1][:, free]
        ends = self.low[free], self.high[free]
        found = _search_to_ends(*problem, *ends)
        if found is None:
            found = optimize.least_squares(*problem, bounds=ends, xtol=_TOLERANCE, ftol=_TOLERANCE, gtol=_TOLERANCE).x
        theta[free] = found
        return theta

    def settle(self, model: Model, y: Array, theta: Array) -> Array:
        """Take Gauss-Newton steps from a minimum for as long as they get shorter.

        A search looks at sums of squares, which are flat at their minimum: it ends seven digits from it, and where it
        ends depends on the processor. One table was another on a machine of another make, by its sixth digit.
        """
        free, last = self.inside(theta), np.inf
        while True:
            fitted, slopes = model(theta)
            step = np.linalg.lstsq(slopes[:, free], y - fitted)[0]
            length = float(np.abs(step).max(initial=0))
            if length >= last or not length:
                return theta
            theta, last = theta.copy(), length
            theta[free] += step

    def inside(self, theta: Array) -> NDArray[np.bool_]:
        """Tell which parameters (p,) are off the ends of the box and so can move both ways."""
        low, high = self.at_ends(theta)
        return ~low & ~high

    def at_ends(self, theta: Array) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Tell which parameters (p,) are at the low and which at the high end of the box."""
        room = 1e-9 * (self.high - self.low)
        return theta <= self.low + room, theta >= self.high - room


@dataclass(frozen=True, slots=True)
class ProfileFit:
    """The best fit to the centres of the bounds, with what profiles need.

    moves: what each draw adds to the centres, shape (draws, n); least: the sum of squares of each draw's best fit.
    """

    model: Model
    box: Box
    theta: Array
    y: Array
    moves: Array
    least: Array
    variance: float
    df: int

    def interval(self, index: int) -> tuple[Interval, bool, bool]:
        """Return the profile-t interval of one parameter, and whether it is open below and above."""
        goal = float(special.stdtrit(self.df, (1 + LEVEL) / 2))
        (below, open_below), (above, open_above) = (self._end(index, side, goal) for side in (-1, 1))
        return Interval(below, above), open_below, open_above

    def band(self, at: Model) -> tuple[Array, Array, Array]:
        """Return the curve of a model at other dates with pointwise intervals by the delta method, each (m,).

        A parameter at an end of the box moves away from it only, so that it widens the band on that side alone: the
        models have fitted values that rise with such a parameter.
        """
        low, high = self.box.at_ends(self.theta)
        lower, upper = (self._reach(at, kept) for kept in (~low, ~high))
        return at(self.theta)[0], lower[0], upper[1]

    def _reach(self, at: Model, kept: NDArray[np.bool_]) -> tuple[Array, Array]:
        """Return both ends of the band that the kept parameters give."""
        best, slopes = at(self.theta)
        weights = slopes[:, kept] @ np.linalg.pinv(self.model(self.theta)[1][:, kept])
        se = np.sqrt(self.variance * np.einsum("mn,mn->m", weights, weights))
        return mix_interval(best + self.moves @ weights.T, se, self.df)

    def _end(self, index: int, side: int, goal: float) -> tuple[float, bool]:
        """Find where the averaged distribution function passes the goal, or else the end of the box."""
        edge = float((self.box.high if side > 0 else self.box.low)[index])
        near = self.theta

        @cache  # the root is sought between places that were looked at
        def miss(q: float) -> float:
            nonlocal near
            height, near = self._height(index, q, near)
            return side * height - goal

        inner, step = float(self.theta[index]), self._stride(index)
        while inner != edge:
            outer = float(min(inner + step, edge) if side > 0 else max(inner - step, edge))
            if miss(outer) >= 0:
                return float(optimize.brentq(miss, inner, outer, xtol=1e-13)), False
            inner, step = outer, 2 * step
        return edge, True

    def _stride(self, index: int) -> float:
        """Twice the local standard error, kept within reason where a parameter is hardly identified."""
        _, slopes = self.model(self.theta)
        se = np.sqrt(self.variance * np.linalg.pinv(slopes.T @ slopes)[index, index])
        reach = self.box.high[index] - self.box.low[index]
        return float(np.clip(2 * se, reach * 1e-7, reach / 10))

    def _height(self, index: int, q: float, near: Array) -> tuple[float, Array]:
        """The averaged distribution function of tau at q, on the scale of t, and the fit there, sought from `near`."""
        start = near.copy()
        start[index] = q
        theta = self.box.fit(self.model, self.y, start, held=index)
        fitted, slopes = self.model(theta)
        free = self.box.inside(theta)
        free[index] = False
        residuals = _leave(self.y - fitted + self.moves, slopes[:, free])
        excess = np.maximum((residuals**2).sum(axis=1) - self.least, 0)
        # Where residuals ask for a larger parameter, q is too small.
        tau = -np.sign(residuals @ slopes[:, index]) * np.sqrt(excess / self.variance)
        probability = float(special.stdtr(self.df, tau).mean())
        return float(special.stdtrit(self.df, np.clip(probability, 1e-12, 1 - 1e-12))), theta


def _search_to_ends(
    misses: Callable[[Array], Array], start: Array, slopes: Callable[[Array], Array], low: Array, high: Array
) -> Array | None:
    """Return the parameters of least squares in a box: each that a search takes out of it is held at the end there.

    None where a search fails, and where the squares fall from an end into the box, so that it was held there too soon.
    """
    theta, free = start.copy(), np.ones(len(start), dtype=bool)

    def whole(x: Array) -> Array:
        theta[free] = x
        return theta

    while free.any():
        found = _search(lambda x: misses(whole(x)), theta[free], lambda x: slopes(whole(x))[:, free])
        if found is None:
            return None
        beyond = (found <= low[free]) | (found >= high[free])
        theta[free] = np.clip(found, low[free], high[free])
        if not beyond.any():
            break
        free[free] = ~beyond
    rise = slopes(theta).T @ misses(theta)
    into = ((theta <= low) & (rise < 0)) | ((theta >= high) & (rise > 0))
    return None if into.any() else theta


def _search(misses: Callable[[Array], Array], start: Array, slopes: Callable[[Array], Array]) -> Array | None:
    """Return the parameters of least squares, sought without a box; none where the search fails."""
    with np.errstate(all="ignore"):
        found, _, _, _, status = optimize.leastsq(
            misses, start, Dfun=slopes, full_output=True, ftol=_TOLERANCE, xtol=_TOLERANCE
        )
    return found if status in (1, 2, 3, 4) else None


def _leave(residuals: Array, slopes: Array) -> Array:
    """Return what of residuals (draws, n) is left when they are fitted by slopes (n, k)."""
    basis = np.linalg.qr(slopes)[0]
    return residuals - residuals @ basis @ basis.T


def fit_profile(
    model: Model, figures: Figures, starts: Array, box: Box, *, covariance: Array | None = None
) -> ProfileFit:
    """Fit the centres of the bounds from the best of several starts (s, p); the error is that of the printed values.

    covariance: of the errors, up to a factor, shape (n, n), where they are not independent and of one variance.
    """
    root = np.eye(len(figures)) if covariance is None else np.linalg.cholesky(covariance)
    whiten = np.asarray(np.linalg.inv(root), dtype=np.float64)
    model = partial(_whitened, model=model, whiten=whiten)
    y, moves = whiten @ figures.centre, (draw_within(figures) - figures.centre) @ whiten.T
    theta = box.settle(model, y, _best_of(model, y, starts, box))
    printed = _best_of(model, whiten @ figures.printed, np.vstack([theta, starts]), box)
    df = len(y) - len(theta)
    fitted, slopes = model(theta)
    least = (_leave(y - fitted + moves, slopes[:, box.inside(theta)]) ** 2).sum(axis=1)
    variance = _sum_squares(model, printed, whiten @ figures.printed) / df
    return ProfileFit(model, box, theta, y, moves, least, max(variance, 1e-24), df)


def _whitened(theta: Array, model: Model, whiten: Array) -> tuple[Array, Array]:
    """Evaluate a model on the scale on which errors are independent."""
    fitted, slopes = model(theta)
    return whiten @ fitted, whiten @ slopes


def _best_of(model: Model, y: Array, starts: Array, box: Box) -> Array:
    fits = [box.fit(model, y, start) for start in starts]
    return min(fits, key=lambda theta: _sum_squares(model, theta, y))


def _sum_squares(model: Model, theta: Array, y: Array) -> float:
    return float(((y - model(theta)[0]) ** 2).sum())
