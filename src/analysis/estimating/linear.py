"""Linear fits: statsmodels fits and gives the error, own code carries the bounds of the figures through the fit.

A linear fit gives each figure a weight in each coefficient. Draws within the bounds go through these weights, so that
no draw needs a fit of its own; and the worst data sets that the bounds allow are read off the signs of the weights.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np
from statsmodels.genmod.families import Binomial
from statsmodels.genmod.generalized_linear_model import GLM, GLMResultsWrapper
from statsmodels.regression.linear_model import GLS
from statsmodels.stats.stattools import durbin_watson

from analysis.bounds.interval import Interval
from analysis.estimating.draws import draw_within, mix_interval
from analysis.estimating.outcomes import Basis, CurvePoint, Estimate
from analysis.estimating.points import Array
from analysis.estimating.scales import Figures, Scale, from_scale
from analysis.words.catalogue import Message, message

FEW_RESIDUALS = 8
DAYS = 365.25  # of a year
FOLLOWING = 1.0  # Durbin and Watson's statistic below which residuals are said to follow each other


class Errors(NamedTuple):
    """How the errors of figures hang together: one of statsmodels' covariances by name, and what it needs."""

    kind: Literal["nonrobust", "HAC", "cluster-crv3"] = "nonrobust"
    needs: Mapping[str, object] = {}


INDEPENDENT = Errors()
Dependence = Literal["accumulating", "independent"]
FITTED = {"accumulating": message("method-accumulating"), "independent": message("method-independent")}
SUPPOSED = {"accumulating": message("assumption-accumulating"), "independent": message("assumption-independent")}
SLOPE = np.array([[0.0, 1.0]])  # picks the slope of a line


class Combination(NamedTuple):
    """A linear combination of coefficients: value, interval, and identified set."""

    value: float
    interval: Interval
    identified: Interval


@dataclass(frozen=True, slots=True)
class LinearFit:
    """Coefficients (k,) at the centres of the bounds and on each draw (draws, k), and what intervals need.

    weights: coefficients = weights @ figures, shape (k, n); low, high: the ends of the figures, shape (n,); error_of:
    standard errors (m,) of the combinations (m, k), of the fit to the printed values.
    """

    coefficients: Array
    drawn: Array
    weights: Array
    low: Array
    high: Array
    residuals: Array
    df: float
    error_of: Callable[[Array], Array] = field(repr=False)

    def combine(self, vectors: Array) -> list[Combination]:
        """Estimate linear combinations of the coefficients, one per row of vectors (m, k)."""
        values, se = vectors @ self.coefficients, self.error_of(vectors)
        sets = map(self._identify, vectors)
        ends = map(Interval, *mix_interval(self.drawn @ vectors.T, se, self.df))
        return [Combination(*parts) for parts in zip(values.tolist(), ends, sets, strict=True)]

    def _identify(self, vector: Array) -> Interval:
        """The exact range of a linear estimate over the box of the bounds: each figure at its worse end."""
        weight = vector @ self.weights
        ends = np.sort(np.stack([weight * self.low, weight * self.high]), axis=0).sum(axis=1)
        return Interval(float(ends[0]), float(max(ends)))


def fit_least_squares(
    design: Array, figures: Figures, *, errors: Errors = INDEPENDENT, within: Array | None = None,
    covariance: Array | None = None,
) -> LinearFit:  # fmt: skip
    """Fit least squares; on exact figures this is statsmodels' fit with its t intervals.

    design: shape (n, k) with n > k; within: a projection (n, n) that takes something, such as unit means, out of the
    figures and that was applied to the design before; covariance: of the errors, up to a factor, shape (n, n), where
    they are not independent and of one variance.
    """

    def model(y: Array) -> GLS:
        return GLS(y if within is None else within @ y, design, covariance)

    centred = model(figures.centre).fit()
    printed = model(figures.printed).fit(cov_type=errors.kind, cov_kwds=dict(errors.needs) or None)
    weights = centred.model.pinv_wexog @ centred.model.whiten(np.eye(len(design)))
    return LinearFit(
        centred.params, draw_within(figures) @ weights.T, weights, figures.low, figures.high,
        centred.wresid, printed.df_resid, lambda vectors: printed.get_prediction(vectors).se,
    )  # fmt: skip


def fit_binomial(design: Array, figures: Figures) -> LinearFit:
    """Fit shares (percent) of known denominators by a binomial model of the log odds.

    The points give the denominators as `n`. Shares may vary more than by chance: the scale is Pearson's (McCullagh and
    Nelder, *Generalized Linear Models*, 1989, section 4.5). Bounds go through the last step, which is a linear one.
    """
    sizes = figures.column("n")

    def fit(percent: Array) -> GLMResultsWrapper:
        return GLM(percent / 100, design, family=Binomial(), var_weights=sizes).fit(scale="X2")

    centred, printed = fit(figures.centre), fit(figures.printed)
    odds, mean = design @ centred.params, centred.fittedvalues
    weights = centred.normalized_cov_params @ (design.T * (sizes * mean * (1 - mean)))

    def respond(percent: Array) -> Array:
        return odds + (percent / 100 - mean) / (mean * (1 - mean))

    return LinearFit(
        centred.params, respond(draw_within(figures)) @ weights.T, weights, respond(figures.low),
        respond(figures.high), centred.resid_pearson, printed.df_resid,
        lambda vectors: printed.get_prediction(vectors, which="linear").se,
    )  # fmt: skip


def bend(t: Array, origin: float, knots: Sequence[float] = (), steps: Sequence[float] = ()) -> Array:
    """Return the design of a line from an origin whose slope changes at knots, shape (n, 2 + knots + steps).

    At steps its level changes too; a figure of the day itself stands before the step.
    """
    bends, jumps = (np.maximum(t - knot, 0) for knot in knots), (np.where(t > step, 1.0, 0.0) for step in steps)
    return np.column_stack([np.ones_like(t), t - origin, *bends, *jumps])


def covariance_of(errors: Dependence, dates: Array) -> Array | None:
    """Return the covariance (n, n), up to a factor, of the errors of figures at dates; None where they are independent.

    Errors of a stock accumulate from its first count on. A stock is the stock before it with what came and less what
    went, so that its logarithm errs as a random walk with drift: the local level of Harvey (*Forecasting, Structural
    Time Series Models and the Kalman Filter*, 1989, section 2.3), seen without error but for what one day may bring.
    """
    if errors == "independent":
        return None
    since = dates - dates.min()
    return np.minimum.outer(since, since) + np.eye(len(dates)) / DAYS


def notes_on(fit: LinearFit) -> tuple[Message, ...]:
    """Warn of residuals that follow each other (Durbin and Watson 1950), and say on how little a fit rests."""
    degrees = message("note-degrees", figures=len(fit.low), coefficients=len(fit.coefficients), df=round(fit.df))
    if len(fit.residuals) < FEW_RESIDUALS or not np.any(fit.residuals):
        return (degrees,)
    statistic = float(durbin_watson(fit.residuals))
    follow = message("warning-residuals", statistic=f"{statistic:.2f}")
    return (follow, degrees) if statistic < FOLLOWING else (degrees,)


def transform(
    basis: Basis, combination: Combination, into: Callable[[float], float], parameter: str, unit: str
) -> Estimate:
    """Carry a combination through a monotone function, ends and identified set with it."""
    ends, identified = carry(into, combination.interval), carry(into, combination.identified)
    return basis.estimate(parameter, unit, into(combination.value), ends, identified)


def carry(into: Callable[[float], float], interval: Interval) -> Interval:
    """Carry an interval through a monotone function; an end that is open stays open."""
    ends = [(into(interval.lower), interval.lower_closed), (into(interval.upper), interval.upper_closed)]
    (lower, lower_closed), (upper, upper_closed) = sorted(ends)
    return Interval(lower, upper, lower_closed or lower == upper, upper_closed or lower == upper)


def draw_curve(
    fit: LinearFit, design_at: Callable[[Array], Array], dates: Sequence[float], scale: Scale
) -> tuple[CurvePoint, ...]:
    """Evaluate a fit at dates, with pointwise intervals of its mean."""
    if not len(dates):
        return ()
    combos = fit.combine(design_at(np.asarray(dates, dtype=np.float64)))
    rows = from_scale(np.array([(c.value, c.interval.lower, c.interval.upper) for c in combos]), scale)
    return tuple(CurvePoint(float(t), *row) for t, row in zip(dates, rows.tolist(), strict=True))
