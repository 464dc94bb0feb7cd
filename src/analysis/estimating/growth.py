"""Growth: a constant rate through several dates, or the bounds of the average rate between two."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from analysis.estimating.bounds_alone import REFERENCE as INTERVAL_REFERENCE
from analysis.estimating.draws import BOUNDS_REFERENCE, DRAWS, SEED, Spread
from analysis.estimating.linear import (
    SLOPE,
    Combination,
    bend,
    carry,
    draw_curve,
    fit_least_squares,
    transform,
    warn_residuals,
)
from analysis.estimating.minimums import refuse_few, refuse_mixed
from analysis.estimating.outcomes import CERTAIN, LEVEL, Basis, Estimate, Outcome, Refusal
from analysis.estimating.points import Points
from analysis.estimating.scales import Figures, keep_usable
from analysis.words.catalogue import Message, message

LOGLINEAR_REFERENCE = f"Wooldridge, Introductory Econometrics, section 10.5; {BOUNDS_REFERENCE}"


def to_percent(slope: float) -> float:
    """Turn a slope of the logarithm per year into percent per year."""
    return 100 * math.expm1(slope) if slope < 700 else math.inf


def prepare(model: str, points: Points, extra: int = 0) -> tuple[Points, tuple[Message, ...], Refusal | None]:
    """Keep what a log model can use; say whether it is refused for few dates or for mixed definitions."""
    usable, warnings = keep_usable(points, "log")
    dates = usable.count_dates()
    return usable, warnings, refuse_mixed(model, usable) or refuse_few(model, dates, points.series_id, extra)


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
    t = points.dates
    design_at = partial(bend, origin=float(t.mean()))
    fit = fit_least_squares(design_at(t), Figures(points.rows, "log"), draws, seed)
    slope = fit.combine(SLOPE, level, spread)[0]
    basis = Basis(
        level, len(points), message("method-loglinear"), LOGLINEAR_REFERENCE, message("assumption-loglinear"),
        warnings + warn_residuals(fit),
    )  # fmt: skip
    rate = transform(basis, slope, to_percent, "annual_rate", "percent_per_year")
    curve = draw_curve(fit, design_at, dates, "log", level)
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
    factor = last.interval / first.interval
    basis = Basis(
        CERTAIN, 2, message("method-two-dates"), INTERVAL_REFERENCE, message("assumption-two-dates"), warnings,
    )  # fmt: skip

    def make(name: str, unit: str, into: Callable[[float], float]) -> Estimate:
        bounds = carry(into, factor)
        return basis.estimate(name, unit, into(math.sqrt(factor.lower * factor.upper)), bounds, bounds)

    rate = make("average_annual_rate", "percent_per_year", lambda v: to_percent(math.log(v) / (last.t - first.t)))
    return Outcome("two_dates", points.series_id, (rate, make("factor", "ratio", float)))


def shift_periods(points: Points, years: float) -> Points:
    """Move a series in time: an index published in a year that measures the year before is shifted by -1.

    United Nations E-Government Survey methodology: the data of an edition are collected before its year.
    """
    return points.keep(replace(p, t=p.t + years) for p in points)
