"""Series from known parameters, rounded and worded as bulletins print them, and how often intervals hold the truth."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from analysis.bounds import read_printed
from analysis.estimating.types import Outcome, Point, Points

# How a count is printed: as it is, rounded to two digits in 万, "over" and "nearly" a number of two digits.
STYLES = ("exact", "wan", "over", "nearly")
MIXED = (0.55, 0.2, 0.15, 0.1)


def two_digits(value: float, rounding: Callable[[float], int]) -> int:
    """Round to two significant digits with the given rounding."""
    unit = 10 ** (max(math.floor(math.log10(value)), 1) - 1)
    return int(rounding(value / unit) * unit)


def in_wan(value: int) -> str:
    """Print a number in 万 as bulletins do (4.3万), smaller ones in digits."""
    return f"{value / 10_000:.15g}万" if value >= 10_000 else str(value)


def print_count(value: float, style: str) -> str:
    """Print a count in a style."""
    if style == "over":
        return f"{two_digits(value, math.floor)}余"
    if style == "nearly":
        return f"近{two_digits(value, math.ceil)}"
    if style == "wan" and value >= 10_000:
        return in_wan(two_digits(value, round))
    return str(round(value))


def point_from_count(t: float, value: float, style: str) -> Point:
    """Print a count and read its bounds by the project's own rules."""
    printed = read_printed(print_count(value, style), kind="count")
    return Point(t, printed.value, printed.lower, printed.upper)


def point_from_share(t: float, value: float, style: str) -> Point:
    """Print a share (percent) to a tenth, to a whole percent, or as over a multiple of ten."""
    text = {"exact": f"{value:.1f}%", "whole": f"{value:.0f}%", "over": f"超过{math.floor(value / 10) * 10}%"}[style]
    printed = read_printed(text, kind="share")
    return Point(t, printed.value, printed.lower, printed.upper)


def simulate_counts(
    rng: np.random.Generator, t: Sequence[float], mean: Callable[[np.ndarray], np.ndarray], sigma: float,
    mix: Sequence[float] = MIXED,
) -> Points:  # fmt: skip
    """Counts around a mean with multiplicative lognormal errors, printed in mixed styles."""
    dates = np.asarray(t, dtype=float)
    values = mean(dates) * np.exp(rng.normal(0, sigma, len(dates)))
    styles = rng.choice(STYLES, size=len(dates), p=mix)
    return Points("simulated", "count", tuple(map(point_from_count, dates, values, styles)))


def measure_coverage(
    simulate: Callable[[np.random.Generator], Points], fit: Callable[[Points], Outcome], truth: dict[str, float],
    runs: int, seed: int,
) -> dict[str, float]:  # fmt: skip
    """Share of runs whose intervals hold the truth, for each parameter; a refusal is an error."""
    rng = np.random.default_rng(seed)
    held = dict.fromkeys(truth, 0)
    for _ in range(runs):
        outcome = fit(simulate(rng))
        for name, value in truth.items():
            estimate = outcome.get(name)
            held[name] += estimate.lower <= value <= estimate.upper
    return {name: count / runs for name, count in held.items()}
