"""Series that level out: a decline to a floor, and growth to a ceiling.

Both are fitted to counts of a stock, whose errors accumulate unless told otherwise. An end may be held at what was
reached: the whole curve is then that of the held end, so that no parameter of another fit stands beside it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from scipy import special

from analysis.bounds.interval import Interval
from analysis.estimating.draws import BOUNDS_REFERENCE
from analysis.estimating.growth import prepare
from analysis.estimating.linear import SUPPOSED, Dependence, covariance_of
from analysis.estimating.minimums import refuse
from analysis.estimating.outcomes import LEVEL, Basis, CurvePoint, Estimate, Outcome
from analysis.estimating.points import Array, Points
from analysis.estimating.profile import Box, ProfileFit, fit_profile
from analysis.estimating.scales import Figures
from analysis.words.catalogue import message

PROFILE_REFERENCE = f"Bates & Watts 1988, chapter 6 (profile t); Harvey 1989, section 2.3; {BOUNDS_REFERENCE}"
Profile = tuple[Interval, bool, bool]  # of one parameter, and whether it is open below and above
FAR = 8.0  # how far a level may go beyond the data, as a logarithm: a factor of about 3000


def fit_floor(
    points: Points, *, dates: Sequence[float] = (), bound: float = math.inf, errors: Dependence = "accumulating"
) -> Outcome:
    """Fit y = floor + excess * exp(-decay * t): `floor` (unit of the series), `half_life` (years) and `decay_rate`.

    The half-life is that of what lies above the floor, which is at most `bound`. Refused for few dates and for a series
    that does not fall.
    """
    return _fit(_FLOOR, points, dates, bound, errors)


def fit_saturation(
    points: Points, *, dates: Sequence[float] = (), bound: float = 0.0, errors: Dependence = "accumulating"
) -> Outcome:
    """Fit y = ceiling / (1 + exp(-rate (t - midpoint))): `ceiling`, `growth_rate` (per year), `midpoint` (year).

    The ceiling is at least `bound`. Refused for few dates and for a series that does not grow.
    """
    return _fit(_CEILING, points, dates, bound, errors)


class Shape(NamedTuple):
    """A curve that levels out, as the logarithm of its values at years since an origin.

    `at` gives values and derivatives, `search` the box and the starts of the parameters; `sign` is that of its slope.
    """

    model: str
    sign: int
    reference: str
    origin: Callable[[Array], float]
    at: Callable[[Array, Array], tuple[Array, Array]]
    search: Callable[[Array, Array, float], tuple[Box, Array]]
    profiled: tuple[int, ...]
    estimates: Callable[..., tuple[Estimate, ...]]


def _fit(shape: Shape, points: Points, dates: Sequence[float], bound: float, errors: Dependence) -> Outcome:
    points, warnings, refusal = prepare(shape.model, points)
    y = Figures(points.rows, "log").centre
    if not refusal and shape.sign * (y[-1] - y[0]) <= 0:
        why = "refusal-does-not-grow" if shape.sign > 0 else "refusal-does-not-fall"
        refusal = refuse(shape.model, why, points.series_id, len(points))
    if refusal:
        return Outcome(shape.model, points.series_id, refusals=(refusal,))
    fit, ends = _profile(shape, points, bound, errors)
    if shape.sign > 0 and fit.box.at_ends(fit.theta)[1][0]:
        # The edge of the search is no estimate: one edition gave a service 2.5 trillion users in the end.
        return Outcome(
            shape.model,
            points.series_id,
            refusals=(refuse(shape.model, "refusal-no-ceiling", points.series_id, len(y)),),
        )
    degrees = message("note-degrees", figures=len(y), coefficients=len(fit.theta), df=fit.df)
    words = message("method-saturating"), shape.reference, SUPPOSED[errors]
    basis, origin = Basis(LEVEL, len(y), *words, (*warnings, degrees)), shape.origin(points.dates)
    estimates = shape.estimates(fit, ends, basis, points.unit, origin, bound)
    return Outcome(shape.model, points.series_id, estimates, curve=_draw(shape, fit, dates, origin))


@cache  # the sensitivity runs leave out what most series do not hold, and then fit the same points again
def _profile(shape: Shape, points: Points, bound: float, errors: Dependence) -> tuple[ProfileFit, tuple[Profile, ...]]:
    """Return the fit and the intervals of the parameters that are given."""
    t, figures = points.dates - shape.origin(points.dates), Figures(points.rows, "log")
    box, starts = shape.search(t, figures.centre, bound)
    covariance = covariance_of(errors, points.dates)
    fit = fit_profile(lambda theta: shape.at(theta, t), figures, starts, box, covariance=covariance)
    return fit, tuple(map(fit.interval, shape.profiled))


def _draw(shape: Shape, fit: ProfileFit, dates: Sequence[float], origin: float) -> tuple[CurvePoint, ...]:
    if not len(dates):
        return ()
    since = np.asarray(dates, dtype=np.float64) - origin
    rows = np.exp(np.column_stack(fit.band(lambda theta: shape.at(theta, since)))).tolist()
    return tuple(CurvePoint(float(t), *row) for t, row in zip(dates, rows, strict=True))


def _floor_at(theta: Array, t: Array) -> tuple[Array, Array]:
    """log(F + A exp(-k t)) and its derivatives; theta holds log F, log A, log k."""
    floor, rate = np.exp(theta[0]), np.exp(theta[2])
    excess = np.exp(theta[1] - rate * t)
    total = floor + excess
    return np.log(total), np.column_stack([floor / total, excess / total, -excess / total * rate * t])


def _search_floor(t: Array, y: Array, bound: float) -> tuple[Box, Array]:
    """Start from several guesses of the floor, the rest by a line through what lies above it."""
    highest, starts = min(y.max(), math.log(bound)), []
    box = Box(np.array([y.min() - FAR, y.min() - FAR, -5.0]), np.array([highest, y.max() + FAR, 4.0]))
    for share in (0.02, 0.5, 0.8, 0.95, 0.99):
        floor = share * math.exp(y.min())
        slope, level = np.polyfit(t, np.log(np.exp(y) - floor), 1)
        starts.append([math.log(floor), level, math.log(max(-slope, 0.01))])
    return box, np.array(starts)


def _floor_estimates(
    fit: ProfileFit, intervals: tuple[Profile, ...], basis: Basis, unit: str, _origin: float, bound: float
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


def _ceiling_at(theta: Array, t: Array) -> tuple[Array, Array]:
    """log K - log(1 + exp(-r (t - m))) and its derivatives; theta holds log K, log r, m."""
    rate, slopes = np.exp(theta[1]), np.ones((len(t), 3))
    z = np.minimum(np.maximum(-rate * (t - theta[2]), -700), 700)
    missing = -special.expit(z)
    # Asked for 70,000 times in a run: to stack columns and to clip took half as long again.
    slopes[:, 1], slopes[:, 2] = missing * z, missing * rate
    return theta[0] - np.logaddexp(0, z), slopes


def _search_ceiling(t: Array, y: Array, bound: float) -> tuple[Box, Array]:
    """Start from several guesses of the ceiling, the rest by a line through the log odds of the share reached."""
    lowest, starts = max(y.min(), math.log(bound)) if bound > 0 else y.min(), []
    box = Box(np.array([lowest, -5.0, t.min() - 30]), np.array([y.max() + FAR, 4.0, t.max() + 30]))
    for factor in (1.01, 1.1, 1.5, 4.0, 40.0):
        ceiling = factor * math.exp(y.max())
        slope, level = np.polyfit(t, y - np.log(ceiling - np.exp(y)), 1)
        rate = max(slope, 0.01)
        starts.append([math.log(ceiling), math.log(rate), float(np.clip(-level / rate, t.min() - 25, t.max() + 25))])
    return box, np.array(starts)


def _ceiling_estimates(
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


_FLOOR = Shape(
    "floor", -1, PROFILE_REFERENCE, lambda dates: float(dates[0]), _floor_at, _search_floor, (0, 2), _floor_estimates
)
_CEILING = Shape(
    "saturation", 1, f"Verhulst 1838; Meyer, Yung & Ausubel 1999; {PROFILE_REFERENCE}",
    lambda dates: float(dates.mean()), _ceiling_at, _search_ceiling, (0, 1, 2), _ceiling_estimates,
)  # fmt: skip
