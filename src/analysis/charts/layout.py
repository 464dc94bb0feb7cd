"""Layout: the panels of an exhibit in a grid of seaborn, its key above them, its source line below."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import seaborn as sns

from analysis.charts.drawn import Drawn, order_of
from analysis.charts.forms import over_time, rows, stacked_parts, tiles
from analysis.charts.grammar import Field, Scene
from analysis.charts.key import draw_key
from analysis.charts.naming import Names
from analysis.charts.style import COLOURS, SMALL, TINY, WIDTH
from analysis.words.folding import fold

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMS: dict[str, Callable[[Field], None]] = {
    "over_time": over_time.draw, "rows_of_bounds": rows.draw_bounds, "heat_map": tiles.draw_years,
    "stacked_parts": stacked_parts.draw, "before_after": rows.draw_changes, "strips": rows.draw_variants,
    "tile_map": tiles.draw_map,
}  # fmt: skip
ROW = {"rows_of_bounds": 0.27, "heat_map": 0.27, "stacked_parts": 0.46, "before_after": 0.205, "strips": 0.25}
TIME_HEIGHT = 3.6  # inches of a panel over time
LINE = 0.135  # inches of a line of a row's name
LOW = 0.7  # of its usual height: a panel that stands above others and not beside them
TITLE, REST = 0.3, 0.75  # inches: of a panel's title, and of axis, key and source line
SOURCE_LETTERS, AXIS_LETTERS = 128, 52
POINTS = 72


class Grid(sns.FacetGrid):
    """A grid of seaborn that is laid out once, when all is drawn; seaborn would do it empty, and by another engine."""

    def tight_layout(self, *_: object, **__: object) -> Grid:
        """Leave the layout to the end."""
        return self


def draw_panels(scene: Scene) -> Figure:
    """Draw all panels of an exhibit, then its key, its source line and the labels that waited for room."""
    grid, across = _open_grid(scene)
    for number, (name, axes) in enumerate(grid.axes_dict.items()):
        own = [row for row in scene.rows if row.panel == name]
        _draw_panel(scene, axes, name, own, scene.width * POINTS / across)
        if scene.declaration.shared:
            axes.label_outer()
            # Of rows of bounds the last panel alone has an axis line.
            if number < len(grid.axes_dict) - across and not axes.spines["left"].get_visible():
                axes.spines["bottom"].set_visible(False)
        if scene.narrow:
            axes.set_xlabel(fold(axes.get_xlabel(), scene.letters(AXIS_LETTERS)))
            axes.set_ylabel(fold(axes.get_ylabel(), scene.letters(AXIS_LETTERS)))
    draw_key(grid.figure, scene)
    note = fold(scene.names.source(scene.rows), scene.letters(SOURCE_LETTERS))
    grid.figure.supxlabel(note, fontsize=TINY, color=COLOURS["muted"], ha="left", x=0.01)
    scene.placer.finish(grid.figure)
    return grid.figure


def draw_nothing(names: Names) -> Figure:
    """Return a chart that says that nothing had been published by then (an edition of an earlier year)."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(WIDTH, 2.2), layout="constrained")
    _say_nothing(axes, names)
    return figure


def _say_nothing(axes: Axes, names: Names) -> None:
    axes.set_axis_off()
    axes.text(0.5, 0.5, names.word("no-figure"), transform=axes.transAxes, ha="center", va="center",
              color=COLOURS["muted"], fontsize=SMALL, wrap=True)  # fmt: skip


def _draw_panel(scene: Scene, axes: Axes, name: str, own: list[Drawn], width: float) -> None:
    spec = scene.declaration.panel(name)
    title = scene.names.word(spec.title) if spec.title else scene.names.name(name) if name else ""
    # Beside the names of rows one column has half its width for a panel.
    room = width / 2 if scene.narrow and spec.form in ROW else width
    axes.set_title(fold(title, int(room / 5)), fontsize=9, pad=4)
    # An axis in multiples of a count of 2019 has no unit in an edition of 2017.
    if not own or spec.axis.relative_to not in ("", *(row.series for row in own)):
        _say_nothing(axes, scene.names)
    else:
        FORMS[spec.form](Field(axes, own, spec, scene, width))


def _open_grid(scene: Scene) -> tuple[Grid, int]:
    """Open the grid: panels one below the other, side by side, or wrapped; return also how many stand side by side.

    Those side by side go below each other where there is no room.
    """
    import pandas as pd

    declaration, layout = scene.declaration, scene.declaration.layout
    if scene.narrow:
        layout = str(min(2, int(layout))) if layout.isdigit() else "rows"
    panels = list(dict.fromkeys([*declaration.panels, *order_of(scene.rows, "panel")]))
    heights = [_height_of(scene, name, scene.narrow and layout == "rows" and len(panels) > 1) for name in panels]
    options: dict[str, object] = {"row": "panel", "row_order": panels, "gridspec_kws": {"height_ratios": heights}}
    if layout == "columns":
        sizes = [declaration.panel(name).size for name in panels]
        options = {"col": "panel", "col_order": panels, "gridspec_kws": {"width_ratios": sizes}}
    elif layout != "rows":
        options = {"col": "panel", "col_order": panels, "col_wrap": int(layout)}
    shared = declaration.shared and declaration.layout != "columns"
    frame: pd.DataFrame = pd.DataFrame({"panel": [row.panel for row in scene.rows]})
    grid = Grid(frame, sharex=shared, sharey=shared and declaration.layout.isdigit(), **options)
    grid.figure.set_size_inches(scene.width, _high(scene, heights, layout))
    grid.figure.set_layout_engine("constrained")
    return grid, {"rows": 1, "columns": len(panels)}.get(layout) or int(layout)


def _height_of(scene: Scene, name: str, stacked: bool) -> float:
    """Return the inches that a panel needs beside its title and its axis."""
    spec = scene.declaration.panel(name)
    size = spec.size if scene.declaration.layout == "rows" else 1.0  # of panels side by side it is their width
    if spec.form not in ROW or spec.upright:
        return TIME_HEIGHT * size * (LOW if stacked and spec.form not in ROW else 1)
    labels = order_of([row for row in scene.rows if row.panel == name], "label")
    if scene.narrow:
        labels = [fold(scene.names.name(label), scene.letters(rows.LABEL)) for label in labels]
    lines = [max(ROW[spec.form], LINE * (label.count("\n") + 1) + 0.04) for label in labels]
    return max(0.5, math.fsum(lines) + 0.14) * size


def _high(scene: Scene, heights: Sequence[float], layout: str) -> float:
    if layout == "rows" and scene.narrow:
        return math.fsum(heights) + 1.6 * TITLE * len(heights) + 1.5 * REST
    if layout == "rows":
        usual = math.fsum(heights) + TITLE * len(heights)
    else:
        usual = max(heights) + TITLE if layout == "columns" else 1.25 * -(-len(heights) // int(layout))
    return scene.declaration.height or usual + REST
