"""Growth: a constant rate through several dates, or the bounds of the average rate between two."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from analysis.bounds.interval import Interval
from analysis.estimating import linear
from analysis.estimating.bounds_alone import REFERENCE as INTERVAL_REFERENCE
from analysis.estimating.draws import BOUNDS_REFERENCE
from analysis.estimating.minimums import refuse_few, refuse_mixed
from analysis.estimating.outcomes import CERTAIN, LEVEL, Basis, Estimate, Outcome, Refusal
from analysis.estimating.points import Array, Points
from analysis.estimating.scales import Figures, keep_usable
from analysis.words.catalogue import Message, message

LOGLINEAR_REFERENCE = (
    f"Wooldridge, Introductory Econometrics, section 10.5; Harvey 1989, section 2.3; {BOUNDS_REFERENCE}"
)


def to_percent(slope: float) -> float:
    """Turn a slope of the logarithm per year into percent per year."""
    return 100 * math.expm1(slope) if slope < 700 else math.inf


def prepare(model: str, points: Points, extra: int = 0) -> tuple[Points, tuple[Message, ...], Refusal | None]:
    """Keep what a log model can use; say whether it is refused for few dates or for mixed definitions."""
    usable, warnings = keep_usable(points, "log")
    refusal = refuse_mixed(model, usable) or refuse_few(model, usable.count_dates(), points.series_id, extra)
    return usable, warnings, refusal


def fit_logarithms(points: Points, design: Array, errors: linear.Dependence) -> linear.LinearFit:
    """Fit a line to the logarithms of a series."""
    covariance = linear.covariance_of(errors, points.dates)
    return linear.fit_least_squares(design, Figures(points.rows, "log"), covariance=covariance)


def fit_loglinear(
    points: Points, *, errors: linear.Dependence = "accumulating", dates: Sequence[float] = ()
) -> Outcome:
    """Fit a constant rate of growth: `annual_rate` (percent per year) and `doubling_time` (years) or `half_life`.

    Errors accumulate, as those of a stock do, or are independent. dates: decimal years of the curve. Refused below the
    table's minimum and over several definitions.
    """
    points, warnings, refusal = prepare("loglinear", points)
    if refusal:
        return Outcome("loglinear", points.series_id, refusals=(refusal,))
    design_at = partial(linear.bend, origin=float(points.dates.mean()))
    fit = fit_logarithms(points, design_at(points.dates), errors)
    slope = fit.combine(linear.SLOPE)[0]
    words = linear.FITTED[errors], LOGLINEAR_REFERENCE, linear.SUPPOSED[errors]
    basis = Basis(LEVEL, len(points), *words, (*warnings, *linear.notes_on(fit)))
    rate = linear.transform(basis, slope, to_percent, "annual_rate", "percent_per_year")
    curve = linear.draw_curve(fit, design_at, dates, "log")
    return Outcome("loglinear", points.series_id, (rate, *time_to(basis, slope)), curve=curve)


def time_to(basis: Basis, slope: linear.Combination, suffix: str = "") -> list[Estimate]:
    """Return the doubling time or the half-life of a slope whose interval excludes zero, else nothing."""
    if slope.interval.lower <= 0 <= slope.interval.upper or slope.value == 0:
        return []
    name = "doubling_time" if slope.value > 0 else "half_life"

    def years(value: float) -> float:
        # An identified set may reach beyond zero although the interval does not: then the time has no upper end.
        return math.log(2) / abs(value) if value * slope.value > 0 else math.inf

    return [linear.transform(basis, slope, years, f"{name}{suffix}", "years")]


def average_growth(points: Points) -> Outcome:
    """Bound the average annual growth between the first and the last date, by interval arithmetic alone.

    For series too short for a line: `average_annual_rate` (percent per year) and `factor` hold whenever the printed
    bounds hold, and on whatever day of its month an undated figure was counted. Moore, Kearfott and Cloud,
    *Introduction to Interval Analysis* (2009).
    """
    points, warnings, refusal = prepare("two_dates", points)
    if refusal:
        return Outcome("two_dates", points.series_id, refusals=(refusal,))
    first, last = points.rows[0], points.rows[-1]
    factor = last.interval / first.interval
    basis = Basis(
        CERTAIN, 2, message("method-two-dates"), INTERVAL_REFERENCE, message("assumption-two-dates"), warnings
    )
    middle, logs = math.sqrt(factor.lower * factor.upper), linear.carry(math.log, factor)
    years = Interval(last.t - last.undated - first.t, last.t - (first.t - first.undated))
    rates = linear.carry(to_percent, logs / years)
    rate = to_percent(math.log(middle) / (last.t - first.t))
    made = (
        basis.estimate("average_annual_rate", "percent_per_year", rate, rates, rates),
        basis.estimate("factor", "ratio", middle, factor, factor),
    )
    return Outcome("two_dates", points.series_id, made)
