"""Pass rates of samples: Wilson intervals, differences by Newcombe, and the ceiling near 100 percent."""

from __future__ import annotations

import math
from typing import NamedTuple

from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.estimating.bounds_alone import name_bounds
from analysis.estimating.minimums import refuse_few
from analysis.estimating.outcomes import CERTAIN, LEVEL, Basis, Estimate, Outcome
from analysis.estimating.points import Points
from analysis.words.catalogue import Message, message

WILSON_REFERENCE = "Wilson 1927; Brown, Cai & DasGupta 2001"
NEWCOMBE_REFERENCE = "Newcombe 1998 (method 10)"
_GRAIN = 1e-9  # a count is a whole number; its rate is one up to the rounding of the processor


def find_counts(rate: Interval, n: int) -> Interval | None:
    """Return the whole numbers of passes in a sample of n that print as the rate (percent); None where there are none.

    A notice whose rate fits no whole number contradicts its own sample size.
    """
    low, high = math.ceil(n * rate.lower / 100 - _GRAIN), math.floor(n * rate.upper / 100 + _GRAIN)
    low += not rate.lower_closed and low <= n * rate.lower / 100 + _GRAIN
    high -= not rate.upper_closed and high >= n * rate.upper / 100 - _GRAIN
    return Interval(low, high) if low <= high else None


def rate_of(count: Interval, n: int) -> Interval:
    """Return a count of passes as percent of a sample of n."""
    if n <= 0 or count.lower < 0 or count.upper > n:
        raise ProjectError(f"a sample of {n} cannot hold {count} sites; check the two figures against the bulletin.")
    return Interval(100 * count.lower / n, 100 * count.upper / n, count.lower_closed, count.upper_closed)


class Sample(NamedTuple):
    """A printed pass rate (percent, with its bounds) and the size of its sample."""

    rate: Interval
    n: int


def possible_counts(sample: Sample) -> tuple[Interval, tuple[Message, ...]]:
    """Return the passes that print as the rate; where there are none, what the rate says, with a warning."""
    rate, n = sample
    counts = find_counts(rate, n)
    if counts is not None:
        return counts, ()
    warning = message("warning-no-count", size=n, rate=name_bounds(rate))
    return Interval(n * rate.lower / 100, n * rate.upper / 100), (warning,)


def estimate_rate(rate: Interval, n: int) -> Estimate:
    """Estimate a pass rate (percent) from its printed bounds and the sample size, by Wilson's interval.

    The interval is the hull over all counts that print as the rate.
    """
    counts, warnings = possible_counts(Sample(rate, n))
    printed = rate_of(counts, n)
    ends = [proportion_confint(count, n, alpha=1 - LEVEL, method="wilson") for count in counts.ends]
    hull = Interval(100 * float(ends[0][0]), 100 * float(ends[1][1])).within(0, 100)
    basis = Basis(LEVEL, n, message("method-rate"), WILSON_REFERENCE, message("assumption-rate"), warnings)
    return basis.estimate("rate", "percent", printed.middle, hull, printed)


def compare_rates(first: Sample, second: Sample) -> Estimate:
    """Estimate first minus second rate (percentage points) by Newcombe's interval, hull over the printed bounds.

    Both limits rise with the first count and fall with the second, so that the extreme counts give the hull.
    """
    (a, warn_a), (b, warn_b) = possible_counts(first), possible_counts(second)

    def limits(x: float, y: float) -> tuple[float, float]:
        ends = confint_proportions_2indep(x, first.n, y, second.n, method="newcomb", compare="diff", alpha=1 - LEVEL)
        return 100 * float(ends[0]), 100 * float(ends[1])

    hull = Interval(limits(a.lower, b.upper)[0], limits(a.upper, b.lower)[1])
    difference = rate_of(a, first.n) - rate_of(b, second.n)
    words = message("method-difference"), NEWCOMBE_REFERENCE, message("assumption-difference")
    basis = Basis(LEVEL, first.n + second.n, *words, warn_a + warn_b)
    return basis.estimate("difference", "percentage_points", difference.middle, hull, difference)


def check_ceiling(points: Points, threshold: float = 99.0) -> Outcome:
    """Say what share (percent) of the `values` lies above a threshold: `share_above`, by bounds.

    A value counts as surely above if all that its bounds allow is, as possibly above if some of it is. Where most
    values stand at the ceiling the series no longer tells units apart.
    """
    refusal = refuse_few("ceiling", len(points), points.series_id)
    if refusal:
        return Outcome("ceiling", points.series_id, refusals=(refusal,))
    reached = Interval(-math.inf, threshold)
    surely = sum(p.interval & reached is None for p in points)
    possibly = sum(p.upper > threshold for p in points)
    share, values = Interval(100 * surely / len(points), 100 * possibly / len(points)), Interval.at(len(points))
    warning = (message("warning-ceiling"),) if share.lower > 50 else ()
    method = message("method-ceiling", threshold=f"{threshold:g}")
    basis = Basis(CERTAIN, len(points), method, "Manski 2003, chapter 1", message("assumption-ceiling"), warning)
    above = basis.estimate("share_above", "percent", share.middle, share, share)
    return Outcome("ceiling", points.series_id, (above, basis.estimate("values", "count", len(points), values, values)))
