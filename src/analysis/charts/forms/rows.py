"""Rows, one for each label from the top down: figures with their bounds, first and last figures, or variants."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

from analysis.charts.drawn import Drawn, numbers_in, order_of
from analysis.charts.grammar import Field, draw_marks
from analysis.charts.scales import ends_of, set_values
from analysis.charts.style import COLOURS, SMALL, TINY
from analysis.words.folding import fold, width_of

BAR, MARKER, LATER, EARLIER, VARIANT = 9.0, 6.0, 5.0, 3.0, 4.5  # points
LABEL = 58  # letters of a line of a row's name
LETTER = 4.4  # points that a letter takes
COLUMN = 1.02  # of the axis: where it is said what came of the variants


def draw_bounds(panel: Field) -> None:
    """Draw figures with their bounds, the text of each to its right."""
    places, texts = open_rows(panel), _texts_of(panel, _figure_of)
    low, high = _set_axis(panel, texts)
    # Of an estimate by bounds alone, the middle means nothing: its bar has no mark.
    rows = [replace(row, value=None) if row.status == "estimate" and row.width else row for row in panel.rows]
    draw_marks(panel, rows, [places[row.label] for row in rows], "x", high - low, MARKER, BAR)
    _write_beside(panel, places, texts)


def draw_changes(panel: Field) -> None:
    """Draw for each label a first and a later figure, joined; the key names the marks, what changed stands beside them.

    Where one series has an earlier and a later figure, the earlier one is small.
    """
    places = open_rows(panel)
    texts = _texts_of(panel, _change_of) if panel.panel.labels != "none" else {}
    _set_axis(panel, texts)
    panel.axes.grid(visible=True, axis="y", linewidth=0.4)
    rows = [row for row in panel.rows if row.value is not None]
    for label, line in dict.fromkeys((row.label, row.line) for row in rows if row.line):
        _span(panel, places[label], [row.height for row in rows if (row.label, row.line) == (label, line)], 0.5)
    later = {(row.label, row.series): row for row in rows}.values()
    for size, own in ((EARLIER, [row for row in rows if row not in later]), (LATER, list(later))):
        draw_marks(panel, own, [places[row.label] for row in own], "x", math.inf, size)
    panel.axes.tick_params(axis="y", labelsize=SMALL - 0.5)
    _write_beside(panel, places, texts)
    if order_of(panel.rows, "series") != list(places):
        panel.key(panel.rows)


def draw_variants(panel: Field) -> None:
    """Draw how far variants move each headline, in half widths of its interval: a mark for each, the interval shaded.

    The interval is each row's own: one band from -1 to 1 hid that some have their value near an end.

    A variant beyond the axis stands at its end as an arrow with its value, so that it does not press the rest together.
    """
    places = open_rows(panel)
    set_values(panel.axes, panel.panel.axis, ends_of(panel.panel.axis, [-1, 1]), panel.unit, panel.names, "x")
    panel.axes.axvline(0, color=COLOURS["ink"], linewidth=0.8, zorder=1)
    drawn = [row for row in panel.rows if row.value is not None]
    for name, place in places.items():
        own = [row for row in drawn if row.label == name]
        values = [row.height for row in own]
        low, high = own[0].ends
        panel.axes.barh(place, high - low, 0.86, low, color=COLOURS["grid"], alpha=0.6, linewidth=0, zorder=0)
        _span(panel, place, [*values, 0.0])
        _write_beyond(panel, place, values)
        _say_refused(panel, place, [row for row in panel.rows if row.label == name])
    bare = [replace(row, lower=None, upper=None) for row in drawn]  # the bounds are those of the headline
    draw_marks(panel, bare, [places[row.label] for row in drawn], "x", math.inf, VARIANT)
    panel.scene.used.clear()  # of estimates nothing needs a key but what becomes of them
    looks = list(panel.scene.declaration.looks)  # the key names what is within first, whatever moves most
    panel.key(sorted(drawn, key=lambda row: looks.index(row.series)))


def open_rows(panel: Field) -> dict[str, float]:
    """Set the axis of rows, a name for each label; return the place of each."""
    axes, labels = panel.axes, order_of(panel.rows, "label")
    folded = [fold(panel.names.name(label), panel.scene.letters(LABEL)) for label in labels]
    # One size for all of them: where one must fold, names in two sizes looked like heads and items.
    size = SMALL - 1 if any("\n" in name for name in folded) else SMALL
    # Chinese characters fill the height of their line.
    spacing = 1.2 if any(width_of(name) > len(name) for name in folded) else 1.0
    axes.set_yticks(range(len(labels)), folded, fontsize=size, linespacing=spacing)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.grid(visible=False)
    axes.grid(visible=True, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    return {label: float(place) for place, label in enumerate(labels)}


def _set_axis(panel: Field, texts: Mapping[str, str]) -> tuple[float, float]:
    """Set the axis of values, shared by all panels, with room for the longest text on its right; return its ends."""
    spec, axes = panel.panel, panel.axes
    numbers = numbers_in(panel.scene.rows if panel.scene.declaration.shared else panel.rows)
    low, high = ends_of(spec.axis, numbers, after=0.04)
    longest = max((width_of(line) for text in texts.values() for line in text.split("\n")), default=0)
    room = spec.room if spec.room is not None else min(0.45, longest * LETTER / (0.55 * panel.width))
    set_values(axes, spec.axis, (low, high), panel.unit, panel.names, along="x")
    axes.set_xticks([tick for tick in axes.get_xticks() if low <= tick <= high * (1 + 1e-9)])
    axes.set_xlim(low, high + room * (high - low))
    axes.spines["bottom"].set_bounds(low, high)
    return low, high + room * (high - low)


def _span(panel: Field, place: float, values: list[float], alpha: float = 1.0) -> None:
    """Join the lowest and the highest figure of a row, as far as the axis goes."""
    low, high = panel.ends("x")
    panel.axes.hlines(place, max(low, min(values)), min(high, max(values)), color=COLOURS["grey"], linewidth=1.6,
                      alpha=alpha, zorder=2, gid="span")  # fmt: skip


def _texts_of(panel: Field, say: Callable[[Field, list[Drawn]], str]) -> dict[str, str]:
    labels = order_of(panel.rows, "label")
    return {name: say(panel, [row for row in panel.rows if row.label == name]) for name in labels}


def _figure_of(panel: Field, rows: list[Drawn]) -> str:
    """Return the figure of a row, and that it may reach further under another reading."""
    said = panel.names.figure(next(row for row in rows if row.status != "possible"))
    if any(row.status == "possible" for row in rows):
        return panel.names.word("figure-or-more", figure=said)
    return said


def _change_of(panel: Field, rows: list[Drawn]) -> str:
    """Return the figures of a row from the first to the last, or the years of them."""
    names, key = panel.names, "label-change"
    said = [names.figure(row) for row in (rows[0], *rows[1:][-1:])]
    if panel.panel.labels == "years":
        key, said = "label-span", sorted({row.period[:4] for row in rows})
    return said[0] if len(said) == 1 else names.word(key, first=said[0], second=said[-1])


def _write_beside(panel: Field, places: Mapping[str, float], texts: Mapping[str, str]) -> None:
    """Write to the right of the marks of each row what it says."""
    for name, text in texts.items():
        right = max(numbers_in(row for row in panel.rows if row.label == name))
        panel.axes.annotate(text, (right, places[name]), xytext=(7, 0), textcoords="offset points", va="center",
                            fontsize=SMALL, annotation_clip=False, gid="label")  # fmt: skip


def _write_beyond(panel: Field, place: float, values: list[float]) -> None:
    """Write the variants that lie beyond the axis beside its end."""
    low, high = panel.ends("x")
    for edge, beyond, side in ((low, [v for v in values if v < low], 1), (high, [v for v in values if v > high], -1)):
        if beyond:
            text = panel.names.tick(round(max(beyond, key=abs)), "count")
            panel.axes.annotate(text, (edge, place), xytext=(7 * side, 4), textcoords="offset points", va="bottom",
                                fontsize=TINY - 1, ha="left" if side > 0 else "right", gid="label")  # fmt: skip


def _say_refused(panel: Field, place: float, rows: list[Drawn]) -> None:
    """Say beside a row how many variants it has, and for how many of them the model is refused."""
    refused = sum(row.value is None for row in rows)
    text = panel.names.word("variants-of", count=len(rows), refused=refused)
    panel.axes.text(COLUMN, place, text, transform=panel.axes.get_yaxis_transform(), va="center", fontsize=TINY,
                    color=COLOURS["muted"], gid="label")  # fmt: skip
