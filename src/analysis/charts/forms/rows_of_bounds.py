"""Rows of bounds: one row for each figure, its bounds along a horizontal axis; intervals of estimates likewise."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.charts.drawn import Drawn, numbers_in, order_of
from analysis.charts.grammar import Field, draw_marks
from analysis.charts.naming import fold, width_of
from analysis.charts.scales import bare, ends_of, set_values
from analysis.charts.style import SMALL

BAR, MARKER = 9.0, 6.0  # points
LABEL = 58  # letters of a line of a row's name
LETTER = 4.4  # points that a letter takes


def draw(panel: Field) -> None:
    """Draw rows of figures, the text of each to its right."""
    names = order_of(panel.rows, "label")
    set_rows(panel, [panel.scene.names.name(name) for name in names])
    texts = {name: _text_of(panel, [row for row in panel.rows if row.label == name]) for name in names}
    _set_axis(panel, texts.values())
    span = abs(panel.axes.get_xlim()[1] - panel.axes.get_xlim()[0])
    # Of an estimate by bounds alone, the middle means nothing: its bar has no mark.
    rows = [replace(row, value=None) if row.status == "estimate" and row.width else row for row in panel.rows]
    draw_marks(panel, rows, [float(names.index(row.label)) for row in rows], along="x", span=span, size=MARKER, bar=BAR)
    for place, name in enumerate(names):
        write_beside(panel, place, [row for row in panel.rows if row.label == name], texts[name])


def draw_intervals(panel: Field) -> None:
    """Draw estimates: the interval as a thin bar, the estimate as a marker on it."""
    names = order_of(panel.rows, "label")
    set_rows(panel, [panel.scene.names.name(name) for name in names])
    texts = {row.label: panel.scene.names.figure(row) for row in panel.rows}
    _set_axis(panel, texts.values())
    for row in panel.rows:
        place = names.index(row.label)
        if row.width:
            panel.axes.hlines(place, *row.ends, color=panel.look(row).colour, linewidth=2, alpha=0.5, gid="interval")
        write_beside(panel, place, [row], texts[row.label])
    drawn = [row for row in panel.rows if row.value is not None]
    draw_marks(panel, drawn, [names.index(row.label) for row in drawn], along="x", span=math.inf, size=MARKER)


def set_rows(panel: Field, names: Sequence[str]) -> None:
    """Set the axis of rows: a name for each, from the top down."""
    axes = panel.axes
    folded = [fold(name, panel.scene.letters(LABEL)) for name in names]
    # One size for all of them: where one must fold, names in two sizes looked like heads and items.
    size = SMALL - 1 if any("\n" in name for name in folded) else SMALL
    axes.set_yticks(range(len(names)), folded, fontsize=size, linespacing=1.0)
    axes.set_ylim(len(names) - 0.4, -0.6)
    bare(axes)
    axes.spines["left"].set_visible(False)


def _set_axis(panel: Field, texts: Iterable[str]) -> None:
    """Set the axis of values, shared by all panels, with room for the longest text on its right."""
    spec = panel.panel
    rows = panel.scene.rows if panel.scene.declaration.shared else panel.rows
    low, high = ends_of(spec.axis, numbers_in(rows), after=0.04)
    low, high = (
        own if own is not None else end for own, end in zip((spec.axis.low, spec.axis.high), (low, high), strict=True)
    )
    longest = max(width_of(line) for text in texts for line in text.split("\n"))
    room = spec.room if spec.room is not None else min(0.45, longest * LETTER / (0.55 * panel.width))
    set_values(panel.axes, spec.axis, (low, high), panel.unit, panel.scene.names, along="x")
    ticks = [tick for tick in panel.axes.get_xticks() if low <= tick <= high * (1 + 1e-9)]
    panel.axes.set_xticks(ticks)
    panel.axes.set_xlim(low, high + room * (high - low))
    panel.axes.spines["bottom"].set_bounds(low, high)


def _text_of(panel: Field, rows: Sequence[Drawn]) -> str:
    """Return what a row says: its figure, and that it may reach further under another reading."""
    said = panel.scene.names.figure(next(row for row in rows if row.status != "possible"))
    if any(row.status == "possible" for row in rows):
        return panel.scene.names.word("figure-or-more", figure=said)
    return said


def write_beside(panel: Field, place: float, rows: Sequence[Drawn], text: str) -> None:
    """Write a text to the right of the marks of a row."""
    panel.axes.annotate(
        text, (max(numbers_in(rows)), place), xytext=(7, 0), textcoords="offset points", va="center",
        fontsize=SMALL, annotation_clip=False, gid="label",
    )  # fmt: skip
