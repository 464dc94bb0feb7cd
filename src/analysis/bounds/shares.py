"""What shares allow: parts of a whole, and the joint shares of two traits of the same units.

Shares are in percent. Joint shares have Fréchet's bounds, which are sharp (Fréchet 1951; Rüschendorf 1981); with
printed bounds for data, they are identified sets in the sense of Manski (2003).
"""

from __future__ import annotations

import math
from itertools import product

from analysis.base.errors import ProjectError
from analysis.bounds.interval import End, Interval, span

WHOLE, NOT_NEGATIVE, NOTHING = Interval(0, 100), Interval(0, math.inf), Interval.at(0)


def share_of_whole(part: Interval, whole: Interval) -> Interval:
    """Return a part as percent of its whole, at most 100; raises `ProjectError` where it surely exceeds the whole."""
    if part & Interval(-math.inf, whole.upper, upper_closed=whole.upper_closed) is None:
        raise ProjectError(
            f"a part of {part} cannot be a share of a whole of {whole}: they count different things; "
            "look up what each of them counts."
        )
    # Rounding can lift a part above the whole that it equals.
    return 100 * part / whole & WHOLE or Interval.at(100)


def share_of_sum(part: Interval, rest: Interval) -> Interval:
    """Return a part as percent of itself and the rest; the part counts once, so bounds are tighter than by division.

    Parts of a change may be negative: a level that grew while the whole fell. The share is monotone in each of the two,
    so that its extremes lie at their ends.
    """
    if part.lower + rest.lower <= 0:
        raise ProjectError(f"a share needs a whole above zero, but its bounds are {part} and {rest} together.")
    return span(_share_at(*ends) for ends in product(part.corners, rest.corners))


def _share_at(part: End, rest: End) -> End:
    """Return the share at two ends: where one of them is zero it does not matter how large the other is."""
    (a, a_closed), (b, b_closed) = part, rest
    return 100 * a / (a + b), (a_closed or b == 0) and (b_closed or a == 0)


def both(first: Interval, second: Interval) -> Interval:
    """Return the bounds of the share that has both of two traits."""
    _require_shares(first, second)
    floor = (first + second - 100) & NOT_NEGATIVE or NOTHING
    most = min(first, second, key=lambda one: (one.upper, one.upper_closed))
    # Rounding can lift a sum of shares above the smaller share that it equals.
    if floor.lower >= most.upper:
        return Interval.at(most.upper)
    return Interval(floor.lower, most.upper, floor.lower_closed, most.upper_closed)


def complement(share: Interval) -> Interval:
    """Return the share without a trait."""
    _require_shares(share)
    return 100 - share


def of_adopters(adopted: Interval, quality: Interval) -> Interval:
    """Return the share of all units where `quality` is a share of the adopters: a product, no Fréchet bounds needed."""
    _require_shares(adopted, quality)
    return adopted * quality / 100


def nearest_share(whole: Interval, share: Interval) -> float:
    """Return the share, in percent, nearest to a printed one that a whole number of `whole` units can have.

    94.3% of 134 sites is no whole number of sites. The test is that of Brown & Heathers, "The GRIM Test" (2017), for
    shares. Raises `ProjectError` unless the whole is known exactly.
    """
    if not whole.exact or whole.lower <= 0:
        raise ProjectError(f"the granularity of a share needs a whole that is known exactly, not {whole}.")
    return 100 * round(share.middle * whole.lower / 100) / whole.lower


def _require_shares(*shares: Interval) -> None:
    for share in shares:
        if not WHOLE.covers(share):
            raise ProjectError(f"{share} are not bounds of a share in percent (0 to 100).")
