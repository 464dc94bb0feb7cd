"""Series that level out: a decline to a floor, and growth to a ceiling.

Both are fitted to counts of a stock, whose errors accumulate unless told otherwise. An end may be held at what was
reached: the whole curve is then that of the held end, so that no parameter of another fit stands beside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, partial
from typing import Literal

import numpy as np
from scipy import special

from analysis.bounds.interval import Interval
from analysis.estimating.draws import BOUNDS_REFERENCE, DRAWS, SEED
from analysis.estimating.growth import prepare
from analysis.estimating.linear import SUPPOSED, Dependence, covariance_of
from analysis.estimating.minimums import refuse
from analysis.estimating.outcomes import LEVEL, Basis, CurvePoint, Estimate, Outcome, Refusal
from analysis.estimating.points import Array, Points
from analysis.estimating.profile import Box, Model, ProfileFit, fit_profile
from analysis.estimating.scales import Figures
from analysis.words.catalogue import Message, message

PROFILE_REFERENCE = f"Bates & Watts 1988, chapter 6 (profile t); Harvey 1989, section 2.3; {BOUNDS_REFERENCE}"
Profile = tuple[Interval, bool, bool]  # of one parameter, and whether it is open below and above
FAR = 8.0  # how far a level may go beyond the data, as a logarithm: a factor of about 3000


def fit_floor(
    points: Points, *, dates: Sequence[float] = (), bound: float = math.inf, errors: Dependence = "accumulating",
    level: float = LEVEL, draws: int = DRAWS, seed: int = SEED,
) -> Outcome:  # fmt: skip
    """Fit y = floor + excess * exp(-decay * t): `floor` (unit of the series), `half_life` (years) and `decay_rate`.

    The half-life is that of what lies above the floor, which is at most `bound`. Refused for few dates and for a series
    that does not fall.
    """
    points, warnings, refusal = prepare("floor", points)
    refusal = refusal or _refuse_direction("floor", points)
    if refusal:
        return Outcome("floor", points.series_id, refusals=(refusal,))
    fit, ends = _profile_floor(points, bound, errors, level, draws, seed)
    basis = _name_basis(fit, errors, PROFILE_REFERENCE, level, warnings)
    estimates = _floor_estimates(fit, ends, basis, points.unit, bound)
    since = np.asarray(dates, dtype=np.float64) - points.rows[0].t
    curve = _draw(fit, dates, partial(_floor_at, t=since), level)
    return Outcome("floor", points.series_id, estimates, curve=curve)


@cache  # the sensitivity runs leave out what most series do not hold, and then fit the same points again
def _profile_floor(
    points: Points, bound: float, errors: Dependence, level: float, draws: int, seed: int
) -> tuple[ProfileFit, tuple[Profile, ...]]:
    """Fit a floor; return the fit and the intervals of floor and rate."""
    t, figures = points.dates - points.rows[0].t, Figures(points.rows, "log")
    y = figures.centre
    highest = min(y.max(), math.log(bound))
    box = Box(np.array([y.min() - FAR, y.min() - FAR, -5.0]), np.array([highest, y.max() + FAR, 4.0]))
    starts, covariance = _floor_starts(t, y), covariance_of(errors, points.dates)
    fit = fit_profile(partial(_floor_at, t=t), figures, starts, box, draws, seed, covariance=covariance)
    return fit, (fit.interval(0, level), fit.interval(2, level))


def _name_basis(
    fit: ProfileFit, errors: Dependence, reference: str, level: float, warnings: tuple[Message, ...]
) -> Basis:
    method, assumption = message("method-saturating"), SUPPOSED[errors]
    n, degrees = len(fit.y), message("note-degrees", figures=len(fit.y), coefficients=len(fit.theta), df=fit.df)
    return Basis(level, n, method, reference, assumption, (*warnings, degrees))


def _floor_at(theta: Array, t: Array) -> tuple[Array, Array]:
    """log(F + A exp(-k t)) and its derivatives; theta holds log F, log A, log k."""
    floor, rate = np.exp(theta[0]), np.exp(theta[2])
    excess = np.exp(theta[1] - rate * t)
    total = floor + excess
    return np.log(total), np.column_stack([floor / total, excess / total, -excess / total * rate * t])


def _floor_starts(t: Array, y: Array) -> Array:
    """Starts from several guesses of the floor, the rest by a line through what lies above it."""
    starts = []
    for share in (0.02, 0.5, 0.8, 0.95, 0.99):
        floor = share * math.exp(y.min())
        slope, level = np.polyfit(t, np.log(np.exp(y) - floor), 1)
        starts.append([math.log(floor), level, math.log(max(-slope, 0.01))])
    return np.array(starts)


def _floor_estimates(
    fit: ProfileFit, intervals: tuple[Profile, ...], basis: Basis, unit: str, bound: float
) -> tuple[Estimate, ...]:
    (floor, open_below, open_above), (rate, slow, fast) = intervals
    note = (message("warning-no-floor"),) if open_below else ()
    note += (message("warning-floor-above"),) if open_above and math.isinf(bound) else ()
    ends = Interval(0.0 if open_below else math.exp(floor.lower), min(math.exp(floor.upper), bound))
    made = [basis.estimate("floor", unit, math.exp(fit.theta[0]), ends, None, note)]
    rates = Interval(0.0 if slow else math.exp(rate.lower), math.inf if fast else math.exp(rate.upper))
    value = math.exp(fit.theta[2])
    lives = Interval(math.log(2) / rates.upper, math.log(2) / rates.lower if rates.lower else math.inf)
    note = (message("warning-half-life-open"),) if slow or fast else ()
    made.append(basis.estimate("half_life", "years", math.log(2) / value, lives, None, note))
    made.append(basis.estimate("decay_rate", "per_year", value, rates, None, note))
    return tuple(made)


def fit_saturation(
    points: Points, *, dates: Sequence[float] = (), bound: float = 0.0, errors: Dependence = "accumulating",
    level: float = LEVEL, draws: int = DRAWS, seed: int = SEED,
) -> Outcome:  # fmt: skip
    """Fit y = ceiling / (1 + exp(-rate (t - midpoint))): `ceiling`, `growth_rate` (per year), `midpoint` (year).

    The ceiling is at least `bound`. Refused for few dates and for a series that does not grow.
    """
    points, warnings, refusal = prepare("saturation", points)
    refusal = refusal or _refuse_direction("saturation", points)
    if refusal:
        return Outcome("saturation", points.series_id, refusals=(refusal,))
    origin = float(points.dates.mean())
    fit, ends = _profile_saturation(points, bound, errors, level, draws, seed)
    basis = _name_basis(fit, errors, f"Verhulst 1838; Meyer, Yung & Ausubel 1999; {PROFILE_REFERENCE}", level, warnings)
    estimates = _saturation_estimates(fit, ends, basis, points.unit, origin, bound)
    curve = _draw(fit, dates, partial(_saturation_at, t=np.asarray(dates, dtype=np.float64) - origin), level)
    return Outcome("saturation", points.series_id, estimates, curve=curve)


@cache
def _profile_saturation(
    points: Points, bound: float, errors: Dependence, level: float, draws: int, seed: int
) -> tuple[ProfileFit, tuple[Profile, ...]]:
    """Fit a ceiling; return the fit and the intervals of ceiling, rate and midpoint."""
    t, figures = points.dates - float(points.dates.mean()), Figures(points.rows, "log")
    y = figures.centre
    lowest = max(y.min(), math.log(bound)) if bound > 0 else y.min()
    box = Box(np.array([lowest, -5.0, t.min() - 30]), np.array([y.max() + FAR, 4.0, t.max() + 30]))
    starts, covariance = _saturation_starts(t, y), covariance_of(errors, points.dates)
    fit = fit_profile(partial(_saturation_at, t=t), figures, starts, box, draws, seed, covariance=covariance)
    return fit, tuple(fit.interval(index, level) for index in range(3))


def _saturation_at(theta: Array, t: Array) -> tuple[Array, Array]:
    """log K - log(1 + exp(-r (t - m))) and its derivatives; theta holds log K, log r, m."""
    rate = np.exp(theta[1])
    z = np.clip(-rate * (t - theta[2]), -700, 700)
    missing = special.expit(z)
    return theta[0] - np.logaddexp(0, z), np.column_stack([np.ones_like(z), -missing * z, -missing * rate])


def _saturation_starts(t: Array, y: Array) -> Array:
    """Starts from several guesses of the ceiling, the rest by a line through the log odds of the share reached."""
    starts = []
    for factor in (1.01, 1.1, 1.5, 4.0, 40.0):
        ceiling = factor * math.exp(y.max())
        slope, level = np.polyfit(t, y - np.log(ceiling - np.exp(y)), 1)
        rate = max(slope, 0.01)
        starts.append([math.log(ceiling), math.log(rate), float(np.clip(-level / rate, t.min() - 25, t.max() + 25))])
    return np.array(starts)


def _saturation_estimates(
    fit: ProfileFit, intervals: tuple[Profile, ...], basis: Basis, unit: str, origin: float, bound: float
) -> tuple[Estimate, ...]:
    (top, _, endless), (rate, slow, fast), (middle, early, late) = intervals
    note = (message("warning-no-ceiling"),) if endless else ()
    ends = Interval(max(math.exp(top.lower), bound), math.inf if endless else math.exp(top.upper))
    made = [basis.estimate("ceiling", unit, math.exp(fit.theta[0]), ends, None, note)]
    rates = Interval(0.0 if slow else math.exp(rate.lower), math.inf if fast else math.exp(rate.upper))
    made.append(basis.estimate("growth_rate", "per_year", math.exp(fit.theta[1]), rates))
    span = Interval(-math.inf if early else middle.lower + origin, math.inf if late else middle.upper + origin)
    note = (message("warning-midpoint-open"),) if early or late else ()
    made.append(basis.estimate("midpoint", "year", float(fit.theta[2]) + origin, span, None, note))
    return tuple(made)


def _refuse_direction(model: Literal["floor", "saturation"], points: Points) -> Refusal | None:
    """Refuse a floor for a series that does not fall, a ceiling for one that does not grow."""
    y = Figures(points.rows, "log").centre
    if len(y) < 2 or (y[-1] < y[0] if model == "floor" else y[-1] > y[0]):
        return None
    why = "refusal-does-not-fall" if model == "floor" else "refusal-does-not-grow"
    return refuse(model, why, points.series_id, len(points))


def _draw(fit: ProfileFit, dates: Sequence[float], at: Model, level: float) -> tuple[CurvePoint, ...]:
    if not len(dates):
        return ()
    rows = np.exp(np.column_stack(fit.band(at, level))).tolist()
    return tuple(CurvePoint(float(t), *row) for t, row in zip(dates, rows, strict=True))
