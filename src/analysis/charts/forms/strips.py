"""Strips: how far variants move each headline, in half widths of its interval."""

from __future__ import annotations

import math

from analysis.charts.drawn import Drawn, order_of
from analysis.charts.forms.rows_of_bounds import set_rows
from analysis.charts.grammar import Field, draw_marks
from analysis.charts.scales import set_values
from analysis.charts.style import COLOURS, TINY

SIZE = 4.5
COLUMN = 1.02  # of the axis: where it is said what came of the variants


def draw(panel: Field) -> None:
    """Draw a row for each headline: from its lowest to its highest variant, and a mark for each variant.

    A variant beyond the axis stands at its end as an arrow with its value, so that it does not press the rest together.
    """
    axes, names = panel.axes, order_of(panel.rows, "label")
    set_rows(panel, [panel.scene.names.name(name) for name in names])
    set_values(axes, panel.panel.axis, (-1, 1), panel.unit, panel.scene.names, along="x")
    axes.axvline(0, color=COLOURS["ink"], linewidth=0.8, zorder=1)
    axes.axvspan(-1, 1, color=COLOURS["grid"], alpha=0.6, linewidth=0, zorder=0, gid="yardstick")
    drawn = [row for row in panel.rows if row.value is not None]
    for place, name in enumerate(names):
        _span(panel, place, [row.height for row in drawn if row.label == name])
        _say(panel, place, [row for row in panel.rows if row.label == name])
    draw_marks(panel, drawn, [float(names.index(row.label)) for row in drawn], "x", math.inf, SIZE)
    panel.scene.used.clear()  # of estimates nothing needs a key but what becomes of them
    panel.scene.keyed += [name for name in order_of(drawn, "series") if name not in panel.scene.keyed]


def _span(panel: Field, place: float, values: list[float]) -> None:
    """Join the lowest and the highest variant of a row; write those that lie beyond the axis beside its end."""
    low, high = panel.axes.get_xlim()
    first, last = max(low, min([*values, 0])), min(high, max([*values, 0]))
    panel.axes.hlines(place, first, last, color=COLOURS["grey"], linewidth=1.6, zorder=2, gid="span")
    for edge, beyond, side in ((low, [v for v in values if v < low], 1), (high, [v for v in values if v > high], -1)):
        if beyond:
            text = panel.scene.names.tick(round(max(beyond, key=abs)), "count")
            panel.axes.annotate(
                text, (edge, place), xytext=(7 * side, 4), textcoords="offset points", fontsize=TINY - 1,
                ha="left" if side > 0 else "right", va="bottom", gid="label",
            )  # fmt: skip


def _say(panel: Field, place: float, rows: list[Drawn]) -> None:
    """Say beside a row how many variants it has, and for how many of them the model is refused."""
    refused = sum(row.value is None for row in rows)
    text = panel.scene.names.word("variants-of", count=len(rows), refused=refused)
    panel.axes.text(COLUMN, place, text, transform=panel.axes.get_yaxis_transform(), va="center", fontsize=TINY,
                    color=COLOURS["muted"], gid="label")  # fmt: skip
