"""Axes: one time axis for all charts, and axes of values with readable numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

from analysis.charts.declarations import Axis
from analysis.charts.naming import Names
from analysis.charts.style import COLOURS, SMALL

LETTER = 4.6  # points that a digit of a year takes
SHOWN = 0.45  # years: how much of a year is shown at least, so that its number has room
BEFORE = 0.06  # of what an axis shows: room below its lowest value
LOG_STEPS = (1, 1.5, 2, 3, 5, 7)


def set_time(axes: Axes, times: Sequence[float], axis: Axis, points: float) -> None:
    """Set the time axis of a panel `points` wide: ticks where years begin, a year's number between its two ticks.

    The axis ends with its data, and so do its years where it goes on to make room for names: a figure of January 2024
    stands just right of the tick at which 2024 begins.
    """
    start = axis.low if axis.low is not None else math.floor(min(times) + 0.02)
    latest = axis.high if axis.high is not None else max(times)
    last = math.floor(latest - 0.02)  # the end of December 2017 names no 2018
    end = max(latest + (axis.room or 0) + 0.12, last + SHOWN, start + 1)
    axes.set_xlim(start - 0.04, end)
    years = range(math.ceil(start - 0.02), min(math.floor(end), last + 1) + 1)
    axes.set_xticks(list(years), [""] * len(years))
    axes.tick_params(axis="x", which="major", bottom=True, length=5, color=COLOURS["muted"])
    step = max(1, math.ceil(4 * LETTER * 1.35 * (end - start) / points))
    shown = [year for year in range(math.floor(start), last + 1) if (year - years[0]) % step == 0]
    middles = {year: (max(year, start) + min(year + 1, end)) / 2 for year in shown}
    named = {year: at for year, at in middles.items() if min(year + 1, end) - max(year, start) >= SHOWN * 0.9}
    axes.set_xticks(list(named.values()), [str(year) for year in named], minor=True)
    axes.tick_params(axis="x", which="minor", length=0, labelsize=SMALL)


def set_values(axes: Axes, axis: Axis, ends: tuple[float, float], unit: str, names: Names, along: str = "y") -> None:
    """Set the axis of values: scale, ends, numbers and title."""
    side = axes.yaxis if along == "y" else axes.xaxis
    within = {"linthresh": axis.linear_within} if axis.scale == "symlog" else {}
    getattr(axes, f"set_{along}scale")(axis.scale, **within)
    getattr(axes, f"set_{along}lim")(*(reversed(ends) if axis.turned else ends))
    if ticks := axis.ticks or (_log_ticks(*ends) if axis.scale == "log" else ()):
        side.set_ticks(list(ticks))
    side.set_minor_locator(NullLocator())
    side.set_major_formatter(lambda value, _: names.tick(float(f"{value:.6g}"), unit))
    side.set_label_text(names.word(axis.title), fontsize=SMALL)
    side.set_tick_params(labelsize=SMALL)


def ends_of(axis: Axis, values: Sequence[float], after: float = 0.12) -> tuple[float, float]:
    """Return where an axis begins and ends: as declared, else with some room beyond its values, from zero if near."""
    low, high = min(values), max(values)
    if axis.scale == "log":
        spread = math.log10(high / low) or 0.3
        low, high = low / 10 ** (BEFORE * spread + 0.04), high * 10 ** (after * spread + 0.04)
    else:
        room = (high - low) or abs(high) or 1.0
        low, high = 0.0 if 0 <= low < 0.5 * high else low - BEFORE * room, high + after * room
    return low if axis.low is None else axis.low, high if axis.high is None else axis.high


def _log_ticks(low: float, high: float) -> list[float]:
    """Return readable ticks of a logarithmic axis, fewer where it spans much."""
    span = math.log10(high / low)
    steps = LOG_STEPS if span < 0.9 else (1, 2, 5) if span < 1.8 else (1,)
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    ticks = [step * 10.0**power for power in powers for step in steps]
    return [tick for tick in ticks if low <= tick <= high]
