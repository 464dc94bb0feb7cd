"""Adoption: a logistic curve through shares of units that have taken something up."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, special

from analysis.bounds.interval import Interval
from analysis.estimating import linear
from analysis.estimating.draws import BOUNDS_REFERENCE
from analysis.estimating.growth import to_percent
from analysis.estimating.minimums import refuse_few, refuse_mixed
from analysis.estimating.outcomes import LEVEL, Basis, Estimate, Outcome
from analysis.estimating.points import Array, Point, Points
from analysis.estimating.scales import Figures, keep_usable
from analysis.words.catalogue import message

REFERENCE = f"Griliches 1957 (logistic adoption); Fieller 1954 (midpoint); {BOUNDS_REFERENCE}"
BINOMIAL_REFERENCE = f"McCullagh & Nelder 1989, section 4.5; Fieller 1954 (midpoint); {BOUNDS_REFERENCE}"
EDGES = (0.0, 100.0)  # a share printed as all or nothing is a figure
STEPS = 500  # of settling a line among bounds
HORIZON = 200.0  # years from the data at which a midpoint counts as unknown


def fit_adoption(points: Points, *, dates: Sequence[float] = ()) -> Outcome:
    """Fit shares (percent) by a logistic curve towards 100: `odds_growth` (percent per year), `midpoint` (year).

    The odds are share / (100 - share). Where each point has its sample size the model is binomial, else least squares
    on log odds. The midpoint is the date at which half had adopted; its ends are infinite where the slope's interval
    holds zero. A share printed with one end alone ("over 80%") stands anywhere within its bounds, so that the curve is
    the one that lies nearest to all bounds: read at their middle, such shares once drew it above every exact one.
    Refused where the shares printed with both ends fall below the table's minimum, and over several definitions.
    """
    points, warnings = keep_usable(points, "logit")
    two_sided = points.keep(p for p in points if not _is_one_sided(p))
    refusal = refuse_mixed("logistic", points) or refuse_few("logistic", two_sided.count_dates(), points.series_id)
    if refusal:
        return Outcome("logistic", points.series_id, refusals=(refusal,))
    origin = float(points.dates.mean())
    design_at = partial(linear.bend, origin=origin)
    design = design_at(points.dates)
    fit, basis = _fit(points, design)
    fit = _settle(fit, design, np.array([_is_one_sided(p) for p in points]))
    basis = replace(basis, warnings=(*warnings, *basis.warnings, *linear.notes_on(fit)))
    slope = fit.combine(linear.SLOPE)[0]
    growth = linear.transform(basis, slope, to_percent, "odds_growth", "percent_per_year")
    estimates = (growth, _find_midpoint(fit, slope, basis, origin))
    return Outcome("logistic", points.series_id, estimates, curve=linear.draw_curve(fit, design_at, dates, "logit"))


def _is_one_sided(point: Point) -> bool:
    return not point.interval.exact and point.value in point.interval.ends and point.value not in EDGES


def _settle(fit: linear.LinearFit, design: Array, one_sided: NDArray[np.bool_]) -> linear.LinearFit:
    """Return the fit whose line lies nearest to the bounds: one-sided figures move to the line as far as these allow.

    Each step fits the figures, then moves the one-sided ones; the distance falls at each (alternating projections).
    """
    figures = (fit.low + fit.high) / 2
    for _ in range(STEPS if one_sided.any() else 0):
        line = design @ (fit.weights @ figures)
        figures = np.where(one_sided, np.clip(line, fit.low, fit.high), figures)
    return replace(fit, coefficients=fit.weights @ figures) if one_sided.any() else fit


def _fit(points: Points, design: Array) -> tuple[linear.LinearFit, Basis]:
    if all(p.n for p in points) and sum(0 < p.value < 100 for p in points) > 1:
        words = message("method-binomial"), BINOMIAL_REFERENCE, message("assumption-binomial")
        return linear.fit_binomial(design, Figures(points.rows, "plain")), Basis(LEVEL, len(points), *words)
    words = message("method-logistic"), REFERENCE, message("assumption-logistic")
    at_edge = sum(p.interval.exact and p.value in EDGES for p in points)
    warning = (message("warning-share-edges", number=at_edge),) if at_edge else ()
    return linear.fit_least_squares(design, Figures(points.rows, "logit")), Basis(LEVEL, len(points), *words, warning)


def _find_midpoint(fit: linear.LinearFit, slope: linear.Combination, basis: Basis, origin: float) -> Estimate:
    """Solve Fieller's equation for the date of even odds, averaged over the draws."""
    intercept, rise = fit.coefficients
    value = float(-intercept / rise + origin) if rise else math.inf
    if slope.interval.lower <= 0 <= slope.interval.upper:
        note = (message("warning-midpoint-unknown"),)
        return replace(basis, warnings=note).estimate("midpoint", "year", value, Interval(-math.inf, math.inf))
    sign = math.copysign(1.0, rise)

    def beyond(q: float, share: float) -> float:
        """How much more surely than `share` the odds are even by q: increasing, as the slope is surely of one sign."""
        vector = np.array([1.0, q])
        se = np.maximum(fit.error_of(vector[None, :]), 1e-300)
        return float(special.stdtr(fit.df, sign * (fit.drawn @ vector) / se).mean()) - share

    def end(share: float) -> float:
        first, last = beyond(-HORIZON, share), beyond(HORIZON, share)
        if first < 0 < last:
            return float(optimize.brentq(beyond, -HORIZON, HORIZON, args=(share,)))
        return HORIZON if first < 0 else -HORIZON

    tail = (1 - LEVEL) / 2
    ends = [end(share) + origin for share in (tail, 1 - tail)]
    even_odds_seen = fit.low.min() <= 0 <= fit.high.max()
    note = () if even_odds_seen else (message("warning-midpoint-outside"),)
    return basis.estimate("midpoint", "year", value, Interval(min(ends), max(ends)), None, note)
