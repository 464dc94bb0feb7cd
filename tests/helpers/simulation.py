"""Series from known parameters, rounded and worded as bulletins print them, and how often intervals hold the truth."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from analysis.bounds.interval import Interval
from analysis.bounds.printed import read_printed
from analysis.estimating.linear import Dependence
from analysis.estimating.outcomes import Outcome
from analysis.estimating.panels import Panel
from analysis.estimating.points import Point, Points

Data = TypeVar("Data")

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
    """Print a count and read its bounds by the project's own rules.

    A bulletin says "nearly" only just below a number; and "over 20,000" for 20,300 would be read as up to 30,000, so
    that truth would always lie at the low end. Such figures are printed in full here: draws assume truth anywhere
    within the bounds, and the test of the worst case asks what happens where that fails.
    """
    printed = read_printed(print_count(value, style), kind="count")
    fine = 10 ** (max(math.floor(math.log10(value)), 1) - 1)
    if not printed.lower <= value <= printed.upper or printed.upper - printed.lower > fine:
        printed = read_printed(print_count(value, "exact"), kind="count")
    return Point(t, printed.value, Interval(printed.lower, printed.upper))


def point_from_share(t: float, value: float, style: str) -> Point:
    """Print a share (percent) to a tenth, to a whole percent, or as over a multiple of ten."""
    text = {"exact": f"{value:.1f}%", "whole": f"{value:.0f}%", "over": f"超过{math.floor(value / 10) * 10}%"}[style]
    printed = read_printed(text, kind="share")
    return Point(t, printed.value, Interval(printed.lower, printed.upper))


def simulate_counts(
    rng: np.random.Generator, t: Sequence[float], mean: Callable[[np.ndarray], np.ndarray], sigma: float,
    mix: Sequence[float] = MIXED, errors: Dependence = "independent",
) -> Points:  # fmt: skip
    """Counts around a mean with multiplicative lognormal errors, printed in mixed styles.

    sigma: that of each count where errors are independent, that of a year where they accumulate.
    """
    dates = np.asarray(t, dtype=float)
    error = rng.normal(0, sigma, len(dates))
    if errors == "accumulating":
        error = np.cumsum(error * np.sqrt(np.diff(dates, prepend=dates[0])))
    values = mean(dates) * np.exp(error)
    styles = rng.choice(STYLES, size=len(dates), p=mix)
    return Points("simulated", "count", tuple(map(point_from_count, dates, values, styles)))


def measure_coverage(
    simulate: Callable[[np.random.Generator], Data], fit: Callable[[Data], Outcome], truth: dict[str, float],
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


CENSUS_DATES = (
    2015.9, 2016.5, 2017.17, 2017.42, 2017.67, 2017.92, 2018.17, 2018.42, 2018.96, 2019.96, 2020.96, 2022.0, 2023.0,
)  # fmt: skip
DOMAIN_DATES = (2004.0, 2004.5, 2005.0, 2005.5, 2006.0, 2006.5, 2007.5, 2009.0)
PLATFORM_DATES = tuple(range(2016, 2025))
SAMPLE_DATES = (2016.5, 2016.75, 2017.25, 2017.5, 2017.75, 2018.0, 2018.5)
OWNERSHIP_DATES = (2003, 2004, 2005, 2006, 2007, 2008, 2009)


def rise(t: np.ndarray) -> np.ndarray:
    """Growth of 15 percent (logarithm) per year."""
    return 12_000 * np.exp(0.15 * (t - 2004))


def fall_in_phases(t: np.ndarray) -> np.ndarray:
    """A fall of 0.45 (logarithm) per year until 2018, then of 0.08."""
    return 66_000 * np.exp(-0.45 * (t - 2015.9) + 0.37 * np.maximum(t - 2018, 0))


OFFICE_DATES = (2015.92, 2017.0, 2017.25, 2017.42, 2017.67, 2017.92, 2018.16, 2018.42, 2020.96)


def fall_with_step(t: np.ndarray) -> np.ndarray:
    """A fall of 0.33 (logarithm) per year until May 2017, a step of 0.08, a fall of 0.77 until 2018, then of 0.16."""
    bends = -0.44 * np.maximum(t - 2017.37, 0) + 0.61 * np.maximum(t - 2018, 0)
    return 66_000 * np.exp(-0.33 * (t - 2015.92) + bends - 0.08 * (t > 2017.37))


def fall_to_floor(t: np.ndarray) -> np.ndarray:
    """A fall to 13,500 at a rate of 0.73 per year."""
    return 13_500 + 52_000 * np.exp(-0.73 * (t - 2015.9))


def rise_to_ceiling(t: np.ndarray) -> np.ndarray:
    """Logistic growth to 2,200 with its midpoint in 2019."""
    return 2_200 / (1 + np.exp(-1.0 * (t - 2019)))


def simulate_shares(rng: np.random.Generator, sigma: float, mix: Sequence[float]) -> Points:
    """Shares of adopters around a logistic curve with normal errors of the log odds; exact, whole, over."""
    t = np.array(OWNERSHIP_DATES, dtype=float)
    shares = 100 / (1 + np.exp(-(0.5 * (t - 2002.5) + rng.normal(0, sigma, len(t)))))
    styles = rng.choice(("exact", "whole", "over"), size=len(t), p=mix)
    return Points("simulated", "percent", tuple(map(point_from_share, t, shares, styles)))


def simulate_samples(rng: np.random.Generator, spread: float) -> Points:
    """Pass rates of samples, printed to whole percent, whose odds grow by 0.6 (logarithm) a year beside a spread."""
    t, sizes = np.array(SAMPLE_DATES), np.array([750, 870, 470, 520, 500, 460, 440])
    truth = 1 / (1 + np.exp(-(2.0 + 0.6 * (t - 2016.5) + rng.normal(0, spread, len(t)))))
    rates = np.round(100 * rng.binomial(sizes, truth) / sizes)
    figures = [Interval(max(rate - 0.5, 0), min(rate + 0.5, 100)) for rate in rates]
    rows = (Point(a, b, c, n=n) for a, b, c, n in zip(t, rates, figures, sizes.tolist(), strict=True))
    return Points("simulated", "percent", tuple(rows))


def simulate_provinces(rng: np.random.Generator) -> Points:
    """Provinces of 31 or 32 with a website at four dates, whose odds grow by 0.5 (logarithm) a year."""
    t, sizes = np.array([2005.0, 2006.0, 2006.92, 2008.92]), np.array([31, 31, 32, 32])
    while True:
        counts = rng.binomial(sizes, 1 / (1 + np.exp(-(2.3 + 0.5 * (t - 2005)))))
        if np.sum(counts < sizes) > 1:
            break
    shares = (100 * counts / sizes).tolist()
    rows = (Point(a, b, Interval.at(b), n=n) for a, b, n in zip(t, shares, sizes.tolist(), strict=True))
    return Points("simulated", "percent", tuple(rows))


def simulate_counts_panel(
    rng: np.random.Generator, units: int, dates: Sequence[float], keep: float, mix: Sequence[float] = MIXED
) -> Panel:
    """Provincial counts falling by 0.15 (logarithm) per year on average.

    Slopes differ between units (0.05), errors follow each other (0.5), and dates after the second are kept by chance.
    """
    members = []
    for unit in range(units):
        t = np.array([d for i, d in enumerate(dates) if i < 2 or rng.random() < keep])
        error = rng.normal(0, 0.06, len(t))
        for i in range(1, len(t)):
            error[i] += 0.5 * error[i - 1]
        slope = -0.15 + rng.normal(0, 0.05)
        counts = 600 * np.exp(rng.normal(0, 0.5) + slope * (t - 2019) + error)
        styles = rng.choice(STYLES, size=len(t), p=mix)
        rows = tuple(map(point_from_count, t, counts, styles))
        members.append((f"unit{unit:02d}", Points(f"unit{unit:02d}", "count", rows)))
    return Panel("simulated", "count", tuple(members))


def simulate_scores_panel(rng: np.random.Generator, units: int, years: int) -> Panel:
    """Scores rising by 1.2 points a year, printed to a hundredth, with errors that follow each other."""
    members = []
    for unit in range(units):
        error = rng.normal(0, 2.0, years)
        for i in range(1, years):
            error[i] += 0.5 * error[i - 1]
        scores = np.round(rng.normal(80, 5) + 1.2 * np.arange(years) + error, 2)
        rows = tuple(Point(2015.0 + i, s, Interval(s - 0.005, s + 0.005)) for i, s in enumerate(scores.tolist()))
        members.append((f"unit{unit:02d}", Points(f"unit{unit:02d}", "score", rows)))
    return Panel("simulated", "score", tuple(members))
