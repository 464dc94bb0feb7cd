"""Stacked parts: what a whole is made of, in bars that lie (one for each label) or stand (one for each date)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import seaborn as sns

from analysis.charts.drawn import Drawn, order_of
from analysis.charts.forms.rows import open_rows
from analysis.charts.grammar import Field
from analysis.charts.scales import ends_of, set_values
from analysis.charts.style import COLOURS, SMALL, TINY
from analysis.words.dates import display_axis_period
from analysis.words.folding import fold

ENOUGH = 0.045  # of the axis: a part as large as this carries its figure
MONTHS, BAR_MONTHS, BAR_ROWS = 12, 1.75, 0.66
DATE = 6  # letters of a line of a date
TOTAL = "total"


def draw(panel: Field) -> None:
    """Draw the bars of one panel, the key names the parts; the series `total` is written at the end of its bar."""
    if panel.panel.upright:
        places = [round(MONTHS * row.time) for row in panel.rows]
        _set_dates(panel, {place: row.period for row, place in zip(panel.rows, places, strict=True)})
    else:
        lines = open_rows(panel)
        places = [round(lines[row.label]) for row in panel.rows]
    bars: dict[int, list[Drawn]] = {}
    totals: dict[int, str] = {}
    for row, place in zip(panel.rows, places, strict=True):
        if row.series == TOTAL:
            totals[place] = panel.names.figure(row)
        else:
            bars.setdefault(place, []).append(row)
    sums = {place: sum(row.height for row in own) for place, own in bars.items()}
    _stack(panel, bars)
    ends = ends_of(panel.panel.axis, [0, max(sums.values())])
    set_values(panel.axes, panel.panel.axis, ends, panel.unit, panel.names, "y" if panel.panel.upright else "x")
    for place, own in bars.items():
        _write_within(panel, place, own, ENOUGH * max(panel.ends("y" if panel.panel.upright else "x")))
    _write_totals(panel, sums, totals)
    panel.key([row for row in panel.rows if row.series != TOTAL])


def _set_dates(panel: Field, periods: Mapping[int, str]) -> None:
    """Set the axis of standing bars, each at its place in time: uneven dates stand unevenly."""
    axes = panel.axes
    names = [fold(display_axis_period(period[:7], panel.names.lang), DATE) for period in periods.values()]
    axes.set_xticks(list(periods), names, fontsize=TINY - 1.5 if panel.scene.narrow else SMALL)
    axes.tick_params(axis="x", length=0)
    axes.set_xlim(min(periods) - 1.6, max(periods) + 1.6)


def _stack(panel: Field, bars: Mapping[int, Sequence[Drawn]]) -> None:
    """Stack the parts with seaborn, the first at the bottom or at the left."""
    parts = [(place, row) for place, own in bars.items() for row in own]
    series = order_of([row for row in panel.rows if row.series != TOTAL], "series")
    sns.histplot(
        **{"x" if panel.panel.upright else "y": [place for place, _ in parts]}, weights=[row.value for _, row in parts],
        hue=[row.series for _, row in parts], hue_order=series[::-1], palette=panel.palette(series), multiple="stack",
        discrete=True, shrink=BAR_MONTHS if panel.panel.upright else BAR_ROWS, legend=False, alpha=1,
        edgecolor="white", linewidth=0.5, ax=panel.axes,
    )  # fmt: skip


def _write_within(panel: Field, place: int, parts: Sequence[Drawn], enough: float) -> None:
    """Write the figure of each part of a bar that has room for it, where there are several."""
    start, thick = 0.0, BAR_MONTHS if panel.panel.upright else BAR_ROWS
    for row in parts if len(parts) > 1 else ():
        if row.height >= enough:
            spot = _turned(panel, (place, start + row.height / 2))
            figure = panel.names.tick(round(row.height), row.unit)
            text = panel.axes.text(*spot, figure, ha="center", va="center", gid="within", fontsize=TINY - 0.3,
                                   color=_ink_on(panel.look(row).colour))  # fmt: skip
            panel.scene.placer.within.append((text, _turned(panel, (thick, row.height))))
        start += row.height


def _turned(panel: Field, spot: tuple[float, float]) -> tuple[float, float]:
    """Return what lies across and along a bar as x and y."""
    return spot if panel.panel.upright else spot[::-1]


def _write_totals(panel: Field, sums: Mapping[int, float], printed: Mapping[int, str]) -> None:
    """Write at the end of each bar its printed total, else the sum of its parts.

    In one column a total starts at the left of its bar: in the middle, 36,916 lay on the taller bar before it.
    """
    upright, narrow = panel.panel.upright, panel.panel.upright and panel.scene.narrow
    back, size, side = (BAR_MONTHS / 2, TINY - 0.5, "left") if narrow else (0, SMALL, "center")
    for place, length in sums.items():
        panel.axes.annotate(
            printed.get(place) or panel.names.tick(length, panel.unit), _turned(panel, (place - back, length)),
            xytext=(0, 3) if upright else (4, 0), textcoords="offset points", fontsize=size, annotation_clip=False,
            ha=side if upright else "left", va="bottom" if upright else "center", gid="label",
        )  # fmt: skip


def _ink_on(colour: str) -> str:
    """Return the ink that can be read on a colour."""
    return COLOURS["ink"] if sns.utils.relative_luminance(colour) > 0.25 else "white"
