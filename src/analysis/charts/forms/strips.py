"""Strips: many dots in a row for each label, around a zero: variants of estimates, gaps of identities."""

from __future__ import annotations

import numpy as np
import pandas as pd
import seaborn as sns

from analysis.charts.drawn import Drawn, order_of
from analysis.charts.forms.rows_of_bounds import set_rows
from analysis.charts.grammar import Field, face_of, titles_kept
from analysis.charts.scales import ends_of, set_values
from analysis.charts.style import COLOURS, TINY

JITTER, SIZE = 0.16, 4.5


def draw(panel: Field) -> None:
    """Draw the strips of one panel, with its yardstick from -1 to 1 where it has one, and what was refused."""
    axes, names = panel.axes, order_of(panel.rows, "label")
    set_rows(panel, [panel.scene.names.name(name) for name in names])
    drawn = [row for row in panel.rows if row.value is not None]
    ends = ends_of(panel.panel.axis, [row.value or 0 for row in drawn] or [0, 1])
    set_values(axes, panel.panel.axis, ends, panel.unit, panel.scene.names, along="x")
    axes.axvline(0, color=COLOURS["ink"], linewidth=0.8, zorder=1)
    if panel.rows[0].unit.startswith("half_width"):
        axes.axvspan(-1, 1, color=COLOURS["grid"], alpha=0.6, linewidth=0, zorder=0, gid="yardstick")
    _strip(panel, drawn, names)
    for place, name in enumerate(names):
        _count_refused(panel, place, [row for row in panel.rows if row.label == name and row.value is None])
    panel.scene.keyed += [name for name in order_of(panel.rows, "series") if name not in panel.scene.keyed]


def _strip(panel: Field, rows: list[Drawn], names: list[str]) -> None:
    """Draw the dots with seaborn, each series with its marker; the same scatter at every run."""
    np.random.seed(0)
    for series in order_of(rows, "series"):
        own = [row for row in rows if row.series == series]
        look = panel.scene.looks[series]
        frame = pd.DataFrame({"value": [row.value for row in own], "label": [names.index(row.label) for row in own]})
        before = len(panel.axes.collections)
        with titles_kept(panel.axes):
            sns.stripplot(
                frame, x="value", y="label", orient="h", native_scale=True, jitter=JITTER, color=look.colour, size=SIZE,
                marker=look.marker, alpha=0.75, linewidth=0.8, edgecolor=look.colour, clip_on=False, ax=panel.axes,
            )  # fmt: skip
        for points in panel.axes.collections[before:]:
            points.set_gid(f"strip-{series}")
            if face_of(own[0]) == "hollow" or look.marker in "D":
                points.set_facecolor("white")


def _count_refused(panel: Field, place: float, rows: list[Drawn]) -> None:
    """Say at the end of a row how many models the varied data did not support."""
    if not rows:
        return
    axes, look = panel.axes, panel.look(rows[0])
    beside = axes.get_yaxis_transform()
    axes.plot(1.02, place, look.marker, color=look.colour, markerfacecolor="white", markersize=SIZE, clip_on=False,
              transform=beside, gid="refused")  # fmt: skip
    axes.annotate(
        panel.scene.names.word("refused-variants", count=len(rows)), (1.02, place), xycoords=beside, xytext=(6, 0),
        textcoords="offset points", va="center", fontsize=TINY, color=COLOURS["muted"], annotation_clip=False,
        gid="label",
    )  # fmt: skip
