"""Pass rates of samples: Wilson intervals, differences by Newcombe, and the ceiling near 100 percent."""

from __future__ import annotations

import math
from dataclasses import replace

from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from analysis.base.errors import ProjectError
from analysis.estimating.bounds_algebra import complement, show, subtract
from analysis.estimating.minimums import refuse_few
from analysis.estimating.types import CERTAIN, LEVEL, Basis, Estimate, Interval, Outcome, Point, Points

WILSON_REFERENCE = "Wilson 1927; Brown, Cai & DasGupta 2001"
NEWCOMBE_REFERENCE = "Newcombe 1998 (method 10)"
SAMPLE_ASSUMPTION = "a simple random sample"


def find_counts(rate: Interval, n: int) -> Interval | None:
    """Return the whole numbers of passes in a sample of n that print as the rate (percent); None where there are none.

    A notice whose rate fits no whole number contradicts its own sample size.
    """
    low, high = math.ceil(n * rate.lower / 100 - 1e-9), math.floor(n * rate.upper / 100 + 1e-9)
    return Interval(low, high) if low <= high else None


def rate_of(count: Interval, n: int) -> Interval:
    """Return a count of passes as percent of a sample of n."""
    if n <= 0 or count.lower < 0 or count.upper > n:
        raise ProjectError(
            f"a sample of {n} cannot hold {show(count)} sites; check the two figures against the bulletin."
        )
    return Interval(100 * count.lower / n, 100 * count.upper / n)


def _possible_counts(rate: Interval, n: int) -> tuple[Interval, tuple[str, ...]]:
    counts = find_counts(rate, n)
    if counts is not None:
        return counts, ()
    warning = f"no whole number of {n} prints as {show(rate)} percent: rate and sample size disagree"
    return Interval(n * rate.lower / 100, n * rate.upper / 100), (warning,)


def effective_size(n: int, population: int | None) -> float:
    """Return the sample size that gives the same error without the finite population (infinite for a census).

    Cochran, *Sampling Techniques* (1977), section 2.6: the variance shrinks by (N - n) / (N - 1).
    """
    if population is None:
        return float(n)
    if population < n:
        raise ProjectError(f"a sample of {n} cannot come from a population of {population}; check the two figures.")
    return math.inf if population == n else n * (population - 1) / (population - n)


def estimate_rate(rate: Interval, n: int, *, population: int | None = None, level: float = LEVEL) -> Estimate:
    """Estimate a pass rate (percent) from its printed bounds and the sample size, by Wilson's interval.

    The interval is the hull over all counts that print as the rate. With `population` the finite population is taken
    into account; a census keeps the bounds alone.
    """
    counts, warnings = _possible_counts(rate, n)
    size = effective_size(n, population)
    printed = Interval(100 * counts.lower / n, 100 * counts.upper / n)
    ends = printed if math.isinf(size) else Interval(
        _wilson(printed.lower, size, level).lower, _wilson(printed.upper, size, level).upper
    )  # fmt: skip
    method = "Wilson interval, hull over the counts that print as the rate"
    assumption = SAMPLE_ASSUMPTION + (" of a finite population" if population else "; the population is large")
    basis = Basis(level, n, method, WILSON_REFERENCE, assumption, warnings)
    return basis.estimate("rate", "percent", printed.middle, ends, printed)


def _wilson(rate: float, size: float, level: float) -> Interval:
    low, high = proportion_confint(rate / 100 * size, size, alpha=1 - level, method="wilson")
    return Interval(100 * float(max(low, 0.0)), 100 * float(min(high, 1.0)))


def widen_by_sampling(points: Points, level: float = LEVEL) -> Points:
    """Replace the bounds of sample shares (points with n, in percent) by their Wilson intervals.

    For two-date comparisons. A line's own residual error holds the sampling error already: do not widen before a fit.
    """

    def widen(point: Point) -> Point:
        if point.n is None:
            return point
        found = estimate_rate(point.interval, point.n, level=level)
        return replace(point, lower=found.lower, upper=found.upper)

    return points.keep(widen(p) for p in points)


def compare_rates(first: Interval, first_n: int, second: Interval, second_n: int, *, level: float = LEVEL) -> Estimate:
    """Estimate first minus second rate (percentage points) by Newcombe's interval, hull over the printed bounds.

    Both limits rise with the first count and fall with the second, so that the extreme counts give the hull.
    """
    (a, warn_a), (b, warn_b) = _possible_counts(first, first_n), _possible_counts(second, second_n)

    def limits(x: float, y: float) -> tuple[float, float]:
        ends = confint_proportions_2indep(x, first_n, y, second_n, method="newcomb", compare="diff", alpha=1 - level)
        return 100 * float(ends[0]), 100 * float(ends[1])

    ends = Interval(limits(a.lower, b.upper)[0], limits(a.upper, b.lower)[1])
    rates = [Interval(100 * c.lower / n, 100 * c.upper / n) for c, n in ((a, first_n), (b, second_n))]
    basis = Basis(
        level, first_n + second_n, "Newcombe interval, hull over the counts that print as the rates",
        NEWCOMBE_REFERENCE, "two simple random samples, drawn apart", warn_a + warn_b,
    )  # fmt: skip
    return basis.estimate("difference", "percentage_points", rates[0].middle - rates[1].middle, ends, subtract(*rates))


def check_ceiling(points: Points, threshold: float = 99.0, since: float = -math.inf) -> Outcome:
    """Say what share (percent) of the values from a date on lies above a threshold: `share_above`, by bounds.

    A value counts as surely above if its lower bound is, as possibly above if its upper bound is. Where most values
    stand at the ceiling the series no longer tells units apart.
    """
    kept = points.between(since, math.inf)
    refusal = refuse_few("ceiling", len(kept), subject=points.series_id)
    if refusal:
        return Outcome("ceiling", points.series_id, refusals=(refusal,))
    surely = sum(p.lower > threshold for p in kept)
    possibly = sum(p.upper > threshold for p in kept)
    share = Interval(100 * surely / len(kept), 100 * possibly / len(kept))
    warning = ("most values stand at the ceiling: the rate no longer tells units apart",) if share.lower > 50 else ()
    basis = Basis(
        CERTAIN, len(kept), f"count of values above {threshold:g}", "Manski 2003, chapter 1",
        "the printed bounds hold; each value counts once, whatever its sample", warning,
    )  # fmt: skip
    estimate = basis.estimate("share_above", "percent", share.middle, share, share)
    return Outcome("ceiling", points.series_id, (estimate,))


def fail_rate(rate: Interval) -> Interval:
    """Return the share that failed, in percent, from the share that passed."""
    return complement(rate)
