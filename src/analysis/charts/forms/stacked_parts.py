"""Stacked parts: what a whole is made of, in bars that lie (one for each label) or stand (one for each date)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import seaborn as sns

from analysis.charts.drawn import Drawn, order_of
from analysis.charts.forms.rows_of_bounds import set_rows
from analysis.charts.grammar import Field, titles_kept
from analysis.charts.naming import fold
from analysis.charts.scales import set_values
from analysis.charts.style import COLOURS, SMALL, TINY

ENOUGH = 0.045  # of the axis: a part as large as this carries its figure
MONTHS, BAR_MONTHS, BAR_ROWS = 12, 1.75, 0.66
DATE = 6  # letters of a line of a date
TOTAL = "total"


def draw(panel: Field) -> None:
    """Draw the bars of one panel, the key names the parts; the series `total` is written at the end of its bar."""
    parts = [row for row in panel.rows if row.series != TOTAL]
    if panel.panel.upright:
        places = [round(MONTHS * (row.t or 0)) for row in panel.rows]
        _set_dates(panel, {place: row.period for row, place in zip(panel.rows, places, strict=True)})
    else:
        names = order_of(panel.rows, "label")
        places = [names.index(row.label) for row in panel.rows]
        set_rows(panel, [panel.scene.names.name(name) for name in names])
    at = {id(row): place for row, place in zip(panel.rows, places, strict=True)}
    _set_axis(panel, _sums(parts, at))
    _stack(panel, parts, [at[id(row)] for row in parts])
    _write_within(panel, parts, at)
    _write_totals(panel, at, _sums(parts, at))
    keyed = [name for name in order_of(parts, "series") if name not in panel.scene.keyed]
    panel.scene.keyed += keyed


def _sums(parts: Sequence[Drawn], at: Mapping[int, int]) -> dict[int, float]:
    """Return how long the bar at each place is."""
    sums: dict[int, float] = {}
    for row in parts:
        sums[at[id(row)]] = sums.get(at[id(row)], 0) + (row.value or 0)
    return sums


def _set_dates(panel: Field, periods: Mapping[int, str]) -> None:
    """Set the axis of standing bars, each at its place in time: uneven dates stand unevenly."""
    axes = panel.axes
    names = [fold(panel.scene.names.period(period[:7]), DATE) for period in periods.values()]
    axes.set_xticks(list(periods), names, fontsize=TINY - 1.5 if panel.scene.narrow else SMALL)
    axes.tick_params(axis="x", length=0)
    axes.set_xlim(min(periods) - 1.6, max(periods) + 1.6)


def _set_axis(panel: Field, sums: Mapping[int, float]) -> None:
    along = "y" if panel.panel.upright else "x"
    set_values(panel.axes, panel.panel.axis, (0, 1.12 * max(sums.values())), panel.unit, panel.scene.names, along)


def _stack(panel: Field, parts: Sequence[Drawn], places: list[int]) -> None:
    """Stack the parts with seaborn, the first at the bottom or at the left."""
    series = order_of(parts, "series")
    values, names = [row.value for row in parts], [row.series for row in parts]
    frame = pd.DataFrame({"place": places, "value": values, "series": names})
    palette = {name: panel.scene.looks[name].colour for name in series}
    with titles_kept(panel.axes):
        sns.histplot(
            frame, weights="value", hue="series", hue_order=series[::-1], palette=palette, multiple="stack",
            discrete=True, shrink=BAR_MONTHS if panel.panel.upright else BAR_ROWS, legend=False, alpha=1,
            edgecolor="white", linewidth=0.5, ax=panel.axes, **{"x" if panel.panel.upright else "y": "place"},
        )  # fmt: skip


def _write_within(panel: Field, parts: Sequence[Drawn], at: Mapping[int, int]) -> None:
    """Write the figure of each part that has room for it, where a bar has several parts."""
    done: dict[int, float] = {}
    shared = [place for place in at.values() if sum(at[id(row)] == place for row in parts) > 1]
    top = max(panel.axes.get_ylim() if panel.panel.upright else panel.axes.get_xlim())
    for row in parts:
        place, value = at[id(row)], row.value or 0
        start = done.get(place, 0.0)
        done[place] = start + value
        if value >= ENOUGH * top and place in shared:
            spot = (place, start + value / 2)
            size = (BAR_MONTHS if panel.panel.upright else BAR_ROWS, value)
            figure = panel.scene.names.tick(round(value), row.unit)
            text = panel.axes.text(*_turned(panel, spot), figure, ha="center", va="center", gid="within",
                                   fontsize=TINY - 0.3, color=_ink_on(panel.look(row).colour))  # fmt: skip
            panel.scene.placer.within.append((text, _turned(panel, size)))


def _turned(panel: Field, spot: tuple[float, float]) -> tuple[float, float]:
    """Return what lies across and along a bar as x and y."""
    return spot if panel.panel.upright else spot[::-1]


def _write_totals(panel: Field, at: Mapping[int, int], sums: Mapping[int, float]) -> None:
    """Write at the end of each bar its printed total, else the sum of its parts.

    In one column a total starts at the left of its bar: in the middle, 36,916 lay on the taller bar before it.
    """
    printed = {at[id(row)]: panel.scene.names.figure(row) for row in panel.rows if row.series == TOTAL}
    upright, narrow = panel.panel.upright, panel.panel.upright and panel.scene.narrow
    back, size, side = (BAR_MONTHS / 2, TINY - 0.5, "left") if narrow else (0, SMALL, "center")
    for place, length in sums.items() if panel.panel.labels == "all" else ():
        text = printed.get(place) or panel.scene.names.tick(length, panel.unit)
        spot, shift = ((place - back, length), (0, 3)) if upright else ((length, place), (4, 0))
        panel.axes.annotate(
            text, spot, xytext=shift, textcoords="offset points", fontsize=size, annotation_clip=False, gid="label",
            ha=side if upright else "left", va="bottom" if upright else "center",
        )  # fmt: skip


def _ink_on(colour: str) -> str:
    """Return the ink that can be read on a colour."""
    from matplotlib.colors import to_rgb

    red, green, blue = to_rgb(colour)
    return COLOURS["ink"] if 0.3 * red + 0.59 * green + 0.11 * blue > 0.5 else "white"
