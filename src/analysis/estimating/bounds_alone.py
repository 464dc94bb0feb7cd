"""What follows from printed bounds alone: shares, joint shares, and what cannot be true together."""

from __future__ import annotations

from typing import Literal

from analysis.bounds.interval import Interval
from analysis.bounds.shares import both, of_adopters, share_of_whole
from analysis.estimating.outcomes import CERTAIN, Estimate
from analysis.words.catalogue import LANGS, Message, Value, message
from analysis.words.numbers import display_number

REFERENCE = "Moore, Kearfott & Cloud 2009, Introduction to Interval Analysis"
FRECHET_REFERENCE = "Fréchet 1951; Rüschendorf 1981 (sharpness); Manski 2003"
ARITHMETIC = message("method-interval-arithmetic")
Base = Literal["all", "adopters"]


def certain(
    parameter: str, interval: Interval, unit: str, n: int, assumption: Message, method: Message = ARITHMETIC,
    reference: str = REFERENCE,
) -> Estimate:  # fmt: skip
    """Make the estimate of an interval that holds whenever the printed bounds hold (level 1)."""
    return Estimate(
        parameter, interval.middle, interval, unit, CERTAIN, n, method, reference, assumption, identified=interval
    )


def effective_adoption(
    adopted: Interval, quality: Interval, base: Base, n: int = 2, parameter: str = "effective_adoption"
) -> Estimate:
    """Bound the share of sites that adopted and are usable (or not a renamed search: pass `complement` of that share).

    base: "all" if the quality share is of all sites (Fréchet bounds), "adopters" if of those that adopted (product).
    """
    interval = both(adopted, quality) if base == "all" else of_adopters(adopted, quality)
    method = message("method-joint-share" if base == "all" else "method-share-of-adopters")
    return certain(parameter, interval, "percent", n, message("assumption-joint-share"), method, FRECHET_REFERENCE)


def share_estimate(count: Interval, whole: Interval, parameter: str = "share") -> Estimate:
    """Turn a count over a count into a share with bounds: systems in operation over sites of the same date."""
    return certain(parameter, share_of_whole(count, whole), "percent", 2, message("assumption-share"))


def surely_exceeds(count: Interval, whole: Interval) -> bool:
    """Tell whether a count cannot be a part of a whole: 32,000 retrofitted sites are not among 14,463 sites."""
    return whole.surely_below(count) and count & whole is None


def name_bounds(interval: Interval) -> Value:
    """Return an interval for a sentence, one number where it is exact."""
    low, high = (display_number(end, LANGS[0]) for end in interval.ends)
    return low if interval.exact else message("interval", low=low, high=high)
