"""Adoption: a logistic curve through shares of units that have taken something up."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from scipy import optimize, special

from analysis.bounds.interval import Interval
from analysis.estimating.draws import BOUNDS_REFERENCE, DRAWS, SEED, Spread
from analysis.estimating.linear import (
    SLOPE,
    Combination,
    LinearFit,
    bend,
    draw_curve,
    fit_binomial,
    fit_least_squares,
    note_degrees,
    transform,
    warn_residuals,
)
from analysis.estimating.minimums import refuse_few, refuse_mixed
from analysis.estimating.outcomes import LEVEL, Basis, Estimate, Outcome
from analysis.estimating.points import Array, Points
from analysis.estimating.scales import Figures, from_scale, keep_usable
from analysis.words.catalogue import Message, message

REFERENCE = f"Griliches 1957 (logistic adoption); Fieller 1954 (midpoint); {BOUNDS_REFERENCE}"
BINOMIAL_REFERENCE = f"McCullagh & Nelder 1989, section 4.5; Fieller 1954 (midpoint); {BOUNDS_REFERENCE}"
EDGES = (0.0, 100.0)  # a share printed as all or nothing is a figure
HORIZON = 200.0  # years from the data at which a midpoint counts as unknown


def fit_adoption(
    points: Points, *, dates: Sequence[float] = (), level: float = LEVEL, draws: int = DRAWS, seed: int = SEED,
    spread: Spread = "drawn",
) -> Outcome:  # fmt: skip
    """Fit shares (percent) by a logistic curve towards 100: `odds_growth` (percent per year), `midpoint` (year).

    The odds are share / (100 - share). Where each point has its sample size the model is binomial, else least squares
    on log odds. The midpoint is the date at which half had adopted; its ends are infinite where the slope's interval
    holds zero. A share printed with one end alone ("over 80%") bounds the curve and draws it nowhere: read at the
    middle of its bounds, it once drew the curve above every exact share. Refused below the table's minimum and over
    several definitions.
    """
    points, warnings = keep_usable(points, "logit")
    points, bounds = _set_bounds_apart(points)
    few = refuse_few("logistic", points.count_dates(), points.series_id)
    refusal = refuse_mixed("logistic", points) or few
    if refusal:
        return Outcome("logistic", points.series_id, refusals=(refusal,))
    origin = float(points.dates.mean())
    design_at = partial(bend, origin=origin)
    fit, basis = _fit(points, design_at(points.dates), draws, seed)
    said = (*warnings, *_compare_bounds(fit, design_at, bounds), *basis.warnings, *warn_residuals(fit))
    basis = replace(basis, level=level, warnings=(*said, note_degrees(fit)))
    slope = fit.combine(SLOPE, level, spread)[0]
    growth = transform(basis, slope, lambda v: 100 * math.expm1(min(v, 700.0)), "odds_growth", "percent_per_year")
    estimates = (growth, _find_midpoint(fit, slope, basis, origin, level))
    return Outcome("logistic", points.series_id, estimates, curve=draw_curve(fit, design_at, dates, "logit", level))


def _set_bounds_apart(points: Points) -> tuple[Points, Points]:
    """Return the figures, and apart from them the shares of which one end alone is printed."""
    one_sided = [p for p in points if not p.interval.exact and p.value in p.interval.ends and p.value not in EDGES]
    return points.keep(p for p in points if p not in one_sided), points.keep(one_sided)


def _compare_bounds(fit: LinearFit, design_at: Callable[[Array], Array], bounds: Points) -> tuple[Message, ...]:
    """Say how many shares only bound the curve, and of which of them it leaves the bounds."""
    if not len(bounds):
        return ()
    curve = from_scale(design_at(bounds.dates) @ fit.coefficients, "logit")
    outside = [p.period for p, share in zip(bounds, curve.tolist(), strict=True) if not p.lower <= share <= p.upper]
    note = message("note-shares-bound", number=len(bounds))
    return (note, message("warning-outside-bounds", periods=", ".join(outside))) if outside else (note,)


def _fit(points: Points, design: Array, draws: int, seed: int) -> tuple[LinearFit, Basis]:
    """Fit by what is known of the denominators."""
    n = len(points)
    if all(p.n for p in points) and sum(0 < p.value < 100 for p in points) > 1:
        words = message("method-binomial"), BINOMIAL_REFERENCE, message("assumption-binomial")
        return fit_binomial(design, Figures(points.rows, "plain"), draws, seed), Basis(LEVEL, n, *words)
    words = message("method-logistic"), REFERENCE, message("assumption-logistic")
    return fit_least_squares(design, Figures(points.rows, "logit"), draws, seed), Basis(
        LEVEL, n, *words, _warn_edges(points)
    )


def _warn_edges(points: Points) -> tuple[Message, ...]:
    at_edge = [p for p in points if p.lower == p.upper and p.value in (0.0, 100.0)]
    if not at_edge:
        return ()
    return (message("warning-share-edges", number=len(at_edge)),)


def _find_midpoint(fit: LinearFit, slope: Combination, basis: Basis, origin: float, level: float) -> Estimate:
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

    tail = (1 - level) / 2
    ends = [end(share) + origin for share in (tail, 1 - tail)]
    note = (message("warning-midpoint-outside"),) if not _holds_even_odds(fit) else ()
    return basis.estimate("midpoint", "year", value, Interval(min(ends), max(ends)), None, note)


def _holds_even_odds(fit: LinearFit) -> bool:
    """Whether even odds fall between the lowest and the highest share."""
    return bool(fit.low.min() <= 0 <= fit.high.max())
