"""Growth: a constant rate through several dates, or the bounds of the average rate between two."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from analysis.estimating.bounds_algebra import REFERENCE as INTERVAL_REFERENCE
from analysis.estimating.draws import (
    BOUNDS_REFERENCE,
    DRAWS,
    SEED,
    Combination,
    LinearFit,
    Spread,
    fit_linear,
    from_scale,
    keep_usable,
)
from analysis.estimating.minimums import refuse_few, refuse_mixed
from analysis.estimating.types import (
    CERTAIN,
    LEVEL,
    Array,
    Basis,
    CurvePoint,
    Estimate,
    Interval,
    Outcome,
    Points,
    Refusal,
)

LOGLINEAR_REFERENCE = f"Wooldridge, Introductory Econometrics, section 10.5; {BOUNDS_REFERENCE}"
LOGLINEAR_ASSUMPTION = (
    "independent multiplicative lognormal errors of one variance; figures log-uniform within their printed bounds"
)


def to_percent(slope: float) -> float:
    """Turn a slope of the logarithm per year into percent per year."""
    return 100 * math.expm1(slope) if slope < 700 else math.inf


def transform(
    basis: Basis, combination: Combination, into: Callable[[float], float], parameter: str, unit: str
) -> Estimate:
    """Carry a combination through a monotone function, ends and identified set with it."""

    def carry(interval: Interval) -> Interval:
        return Interval(*sorted((into(interval.lower), into(interval.upper))))

    ends, identified = carry(combination.interval), carry(combination.identified)
    return basis.estimate(parameter, unit, into(combination.value), ends, identified)


def prepare(model: str, points: Points, extra: int = 0) -> tuple[Points, tuple[str, ...], Refusal | None]:
    """Keep what a log model can use; say whether it is refused for few dates or for mixed definitions."""
    usable, warnings = keep_usable(points, "log")
    dates = len(set(usable.column("t").tolist()))
    return usable, warnings, refuse_mixed(model, usable) or refuse_few(model, dates, extra, points.series_id)


def warn_residuals(fit: LinearFit) -> tuple[str, ...]:
    """Warn where residuals follow each other (Durbin and Watson's statistic below 1, from eight points on)."""
    residuals = fit.residuals
    square = float(residuals @ residuals)
    if len(residuals) < 8 or square == 0:
        return ()
    statistic = float(np.sum(np.diff(residuals) ** 2)) / square
    if statistic >= 1:
        return ()
    return (f"residuals follow each other (Durbin-Watson {statistic:.2f}): the interval is too narrow",)


def draw_curve(
    fit: LinearFit, design_at: Callable[[Array], Array], dates: Sequence[float], level: float
) -> tuple[CurvePoint, ...]:
    """Evaluate a log-linear fit at dates, with pointwise intervals of its mean."""
    if not len(dates):
        return ()
    combos = fit.combine(design_at(np.asarray(dates, dtype=float)), level)
    rows = [from_scale(np.array([c.value, c.interval.lower, c.interval.upper]), "log").tolist() for c in combos]
    return tuple(CurvePoint(float(t), *row) for t, row in zip(dates, rows, strict=True))


def fit_loglinear(
    points: Points, *, dates: Sequence[float] = (), level: float = LEVEL, draws: int = DRAWS, seed: int = SEED,
    spread: Spread = "drawn",
) -> Outcome:  # fmt: skip
    """Fit a constant rate of growth: `annual_rate` (percent per year) and `doubling_time` (years) or `half_life`.

    dates: decimal years of the curve. Refused below the table's minimum and over several definitions.
    """
    points, warnings, refusal = prepare("loglinear", points)
    if refusal:
        return Outcome("loglinear", points.series_id, refusals=(refusal,))
    origin = float(points.column("t").mean())

    def design_at(t: Array) -> Array:
        return np.column_stack([np.ones_like(t), t - origin])

    fit = fit_linear(design_at(points.column("t")), points, "log", draws, seed)
    slope = fit.combine(np.array([[0.0, 1.0]]), level, spread)[0]
    basis = Basis(
        level, len(points), "ordinary least squares on logarithms", LOGLINEAR_REFERENCE, LOGLINEAR_ASSUMPTION,
        warnings + warn_residuals(fit),
    )  # fmt: skip
    rate = transform(basis, slope, to_percent, "annual_rate", "percent_per_year")
    curve = draw_curve(fit, design_at, dates, level)
    return Outcome("loglinear", points.series_id, (rate, *time_to(basis, slope)), curve=curve)


def time_to(basis: Basis, slope: Combination, suffix: str = "") -> list[Estimate]:
    """Return the doubling time or the half-life of a slope whose interval excludes zero, else nothing."""
    if slope.interval.lower <= 0 <= slope.interval.upper or slope.value == 0:
        return []
    name = "doubling_time" if slope.value > 0 else "half_life"

    def years(value: float) -> float:
        # An identified set may reach beyond zero although the interval does not: then the time has no upper end.
        same_side = value * slope.value > 0
        return math.log(2) / abs(value) if same_side else math.inf

    return [transform(basis, slope, years, f"{name}{suffix}", "years")]


def average_growth(points: Points) -> Outcome:
    """Bound the average annual growth between the first and the last date, by interval arithmetic alone.

    For series too short for a line: `average_annual_rate` (percent per year) and `factor` hold whenever the printed
    bounds hold. Moore, Kearfott and Cloud, *Introduction to Interval Analysis* (2009).
    """
    points, warnings, refusal = prepare("two_dates", points)
    if refusal:
        return Outcome("two_dates", points.series_id, refusals=(refusal,))
    first, last = points.rows[0], points.rows[-1]
    years = last.t - first.t
    ends = sorted((math.log(last.lower / first.upper), math.log(last.upper / first.lower)))
    middle = sum(ends) / 2
    basis = Basis(
        CERTAIN, 2, "interval arithmetic on the first and the last figure", INTERVAL_REFERENCE,
        "the printed bounds hold; nothing is said of the path between", warnings,
    )  # fmt: skip

    def make(name: str, unit: str, into: Callable[[float], float]) -> Estimate:
        bounds = Interval(into(ends[0]), into(ends[1]))
        return basis.estimate(name, unit, into(middle), bounds, bounds)

    rate = make("average_annual_rate", "percent_per_year", lambda v: to_percent(v / years))
    return Outcome("two_dates", points.series_id, (rate, make("factor", "ratio", math.exp)))


def shift_periods(points: Points, years: float) -> Points:
    """Move a series in time: an index published in a year that measures the year before is shifted by -1.

    United Nations E-Government Survey methodology: the data of an edition are collected before its year.
    """
    return points.keep(replace(p, t=p.t + years) for p in points)
