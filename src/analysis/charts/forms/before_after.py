"""Before and after: for each label a first and a later figure, joined, with what else is known beside them."""

from __future__ import annotations

import pandas as pd
import seaborn as sns

from analysis.charts.drawn import Drawn, order_of
from analysis.charts.forms.rows_of_bounds import set_rows, write_beside
from analysis.charts.grammar import Field, draw_marks, titles_kept
from analysis.charts.scales import ends_of, set_values
from analysis.charts.style import COLOURS, SMALL


def draw(panel: Field) -> None:
    """Draw a row for each label; the key names its marks, what changed is written to their right.

    Where one series has an earlier and a later figure, the earlier one is small.
    """
    names = order_of(panel.rows, "label")
    set_rows(panel, [panel.scene.names.name(name) for name in names])
    values = [row.value for row in panel.rows if row.value is not None]
    low, high = ends_of(panel.panel.axis, [0, *values] if panel.panel.axis.scale == "linear" else values, after=0.05)
    room = panel.panel.room if panel.panel.room is not None else 0.3 if panel.panel.labels != "none" else 0.0
    set_values(
        panel.axes, panel.panel.axis, (low, high + room * (high - low)), panel.unit, panel.scene.names, along="x"
    )
    panel.axes.grid(visible=True, axis="y", linewidth=0.4)
    _join(panel, names)
    rows = [row for row in panel.rows if row.value is not None]
    later = {(row.label, row.series): row for row in rows}
    for size, own in ((3.0, [r for r in rows if r not in later.values()]), (5.0, list(later.values()))):
        draw_marks(panel, own, [names.index(row.label) for row in own], along="x", span=float("inf"), size=size)
    panel.axes.tick_params(axis="y", labelsize=SMALL - 0.5)
    for place, name in enumerate(names if panel.panel.labels != "none" else ()):
        own = [row for row in rows if row.label == name]
        write_beside(panel, place, own, _change_of(panel, own))
    if order_of(panel.rows, "series") != names:
        panel.scene.keyed += [name for name in order_of(panel.rows, "series") if name not in panel.scene.keyed]


def _join(panel: Field, names: list[str]) -> None:
    """Join the marks of each line within a row with seaborn."""
    pieces = [
        {"value": row.value, "place": names.index(row.label), "piece": f"{row.line} {row.label}"}
        for row in panel.rows if row.line and row.value is not None
    ]  # fmt: skip
    if not pieces:
        return
    before = len(panel.axes.lines)
    with titles_kept(panel.axes):
        sns.lineplot(
            pd.DataFrame(pieces), x="value", y="place", units="piece", estimator=None, sort=False, linewidth=1.6,
            alpha=0.5, color=COLOURS["grey"], zorder=2, legend=False, ax=panel.axes,
        )  # fmt: skip
    for line in panel.axes.lines[before:]:
        line.set_gid("span")


def _change_of(panel: Field, own: list[Drawn]) -> str:
    """Return what a row says: its figures from the first to the last, or the years of them."""
    names = panel.scene.names
    if panel.panel.labels == "years":
        years = sorted({row.period[:4] for row in own})
        return years[0] if len(years) == 1 else names.word("label-span", first=years[0], second=years[-1])
    said = [names.figure(row) for row in (own[0], *own[1:][-1:])]
    return said[0] if len(said) == 1 else names.word("label-change", first=said[0], second=said[1])
