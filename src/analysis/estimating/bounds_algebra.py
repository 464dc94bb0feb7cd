"""What follows from bounds alone: differences, shares, joint shares, and what two figures can say together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from analysis.base.errors import ProjectError
from analysis.estimating.types import CERTAIN, Estimate, Interval, Refusal

REFERENCE = "Moore, Kearfott & Cloud 2009, Introduction to Interval Analysis"
FRECHET_REFERENCE = "Frechet 1951; Rueschendorf 1981 (sharpness); Manski 2003"
Base = Literal["all", "adopters"]
Verdict = Literal["consistent", "possible", "inconsistent"]


def subtract(a: Interval, b: Interval) -> Interval:
    """Return a - b for figures known apart from each other."""
    return Interval(a.lower - b.upper, a.upper - b.lower)


def add(parts: Sequence[Interval]) -> Interval:
    """Return the sum of figures known apart from each other."""
    return Interval(sum(p.lower for p in parts), sum(p.upper for p in parts))


def divide(a: Interval, b: Interval) -> Interval:
    """Return a / b for b > 0; raises `ProjectError` where the divisor may be zero or below."""
    if b.lower <= 0:
        raise ProjectError(f"a ratio needs a divisor above zero, but its bounds are [{b.lower:g}, {b.upper:g}].")
    ratios = [x / y for x, y in product((a.lower, a.upper), (b.lower, b.upper))]
    return Interval(min(ratios), max(ratios))


def intersect(a: Interval, b: Interval) -> Interval | None:
    """Return what both bounds allow, None where they exclude each other."""
    low, high = max(a.lower, b.lower), min(a.upper, b.upper)
    return Interval(low, high) if low <= high else None


def share_of_sum(part: Interval, rest: Sequence[Interval]) -> Interval:
    """Return 100 * part / (part + rest) in percent; the part counts once, so bounds are tighter than by `divide`.

    The sum must be above zero. A ratio monotone in each of its two terms has its extremes at their ends.
    """
    others = add(rest)
    if part.lower + others.lower <= 0:
        raise ProjectError("a share needs a whole above zero, but its bounds reach zero or below.")
    shares = [100 * p / (p + r) for p, r in product((part.lower, part.upper), (others.lower, others.upper))]
    return Interval(min(shares), max(shares))


def share_of_whole(count: Interval, whole: Interval) -> Interval:
    """Return a part as percent of its whole, at most 100; raises `ProjectError` where it surely exceeds the whole."""
    ratio = divide(count, whole)
    if ratio.lower > 1:
        raise ProjectError(
            f"a part of at least {count.lower:g} cannot be a share of a whole of at most {whole.upper:g}: "
            "they count different things; compare them with check_part."
        )
    return Interval(100 * max(ratio.lower, 0.0), 100 * min(ratio.upper, 1.0))


def both(a: Interval, b: Interval) -> Interval:
    """Return the Frechet bounds, in percent, of the share that has both of two traits of the same units."""
    _check_shares(a, b)
    return Interval(max(0.0, a.lower + b.lower - 100), min(a.upper, b.upper))


def either(a: Interval, b: Interval) -> Interval:
    """Return the Frechet bounds, in percent, of the share that has at least one of two traits."""
    _check_shares(a, b)
    return Interval(max(a.lower, b.lower), min(100.0, a.upper + b.upper))


def one_without(a: Interval, b: Interval) -> Interval:
    """Return the Frechet bounds, in percent, of the share that has the first trait and not the second."""
    return both(a, complement(b))


def complement(a: Interval) -> Interval:
    """Return the share, in percent, without a trait."""
    _check_shares(a)
    return Interval(100 - a.upper, 100 - a.lower)


def of_adopters(adopted: Interval, quality: Interval) -> Interval:
    """Return the share of all units when `quality` is a share of the adopters: a product, no Frechet bounds needed."""
    _check_shares(adopted, quality)
    return Interval(adopted.lower * quality.lower / 100, adopted.upper * quality.upper / 100)


def _check_shares(*shares: Interval) -> None:
    for share in shares:
        if share.lower < 0 or share.upper > 100:
            raise ProjectError(f"[{share.lower:g}, {share.upper:g}] are not bounds of a share in percent (0 to 100).")


def effective_adoption(
    adopted: Interval, quality: Interval, base: Base, n: int = 2, parameter: str = "effective_adoption"
) -> Estimate:
    """Bound the share of sites that adopted and are usable (or not a renamed search: pass `complement` of that share).

    base: "all" if the quality share is of all sites (Frechet bounds), "adopters" if of those that adopted (product).
    """
    interval = both(adopted, quality) if base == "all" else of_adopters(adopted, quality)
    method = "Frechet bounds over bounds" if base == "all" else "product of bounds, quality among adopters"
    return certain(
        parameter, interval, "percent", n, method, FRECHET_REFERENCE, "both shares are of the same set of sites"
    )


def share_estimate(count: Interval, whole: Interval, parameter: str = "share") -> Estimate:
    """Turn a count over a count into a share with bounds: systems in operation over sites of the same date."""
    interval = share_of_whole(count, whole)
    assumption = "both counts are of the same date, and each site has at most one of what is counted"
    return certain(parameter, interval, "percent", 2, "interval arithmetic", REFERENCE, assumption)


def certain(
    parameter: str, interval: Interval, unit: str, n: int, method: str, reference: str, assumption: str
) -> Estimate:
    """Make the estimate of an interval that holds whenever the printed bounds hold (level 1)."""
    low, high = interval.lower, interval.upper
    return Estimate(
        parameter, interval.middle, low, high, unit, CERTAIN, n, method, reference, assumption, identified=interval
    )


@dataclass(frozen=True, slots=True)
class Check:
    """Whether figures can be true together: consistent (whatever the bounds), possible (for some), inconsistent."""

    verdict: Verdict
    sentence: str


def _judge(surely: bool, possibly: bool, what: str) -> Check:
    verdict: Verdict = "consistent" if surely else "possible" if possibly else "inconsistent"
    ending = {"consistent": "holds for all", "possible": "holds for some", "inconsistent": "holds for no"}[verdict]
    return Check(verdict, f"{what}: {ending} values within the bounds.")


def check_part(count: Interval, whole: Interval) -> Check:
    """Check that a count can be a part of a whole: 32,000 retrofitted sites cannot be among 14,463 sites."""
    what = f"a part of {show(count)} is at most its whole of {show(whole)}"
    return _judge(count.upper <= whole.lower, count.lower <= whole.upper, what)


def check_share(share: Interval, count: Interval, whole: Interval) -> Check:
    """Check a printed share (percent) against the count and the whole that it should come from."""
    ratio = divide(count, whole)
    implied = Interval(100 * ratio.lower, 100 * ratio.upper)
    surely = share.lower <= implied.lower and implied.upper <= share.upper
    what = f"a share of {show(share)} percent is {show(count)} of {show(whole)}, which is {show(implied)} percent"
    return _judge(surely, intersect(share, implied) is not None, what)


def check_never_falls(earlier: Interval, later: Interval) -> Check:
    """Check a cumulative count against an earlier one: it cannot be lower."""
    what = f"a running total of {show(later)} is at least the earlier {show(earlier)}"
    return _judge(later.lower >= earlier.upper, later.upper >= earlier.lower, what)


def show(interval: Interval) -> str:
    """Print an interval for a sentence, one number where it is a point."""
    if interval.lower == interval.upper:
        return f"{interval.lower:,.6g}" if abs(interval.lower) < 1e6 else f"{interval.lower:,.0f}"
    ends = (f"{e:,.6g}" if abs(e) < 1e6 or math.isinf(e) else f"{e:,.0f}" for e in (interval.lower, interval.upper))
    return "{} to {}".format(*ends)


def compare_definitions(subject: str, definitions: Sequence[str]) -> Refusal | None:
    """Refuse a line through figures that count by different definitions; None where there is one."""
    known = sorted(set(definitions))
    if len(known) < 2:
        return None
    sentence = (
        f"No trend of {subject} is drawn: its {len(definitions)} figures count by {len(known)} definitions "
        f"({'; '.join(known)}), so that each stands alone with its bounds."
    )
    return Refusal("one_definition", sentence, len(definitions), 1)
