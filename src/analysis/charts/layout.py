"""Layout: the panels of an exhibit in a grid of seaborn, its key above them, its source line below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import seaborn as sns

from analysis.charts.drawn import Drawn, order_of
from analysis.charts.forms.registry import FORMS, height_of
from analysis.charts.grammar import Field, Scene
from analysis.charts.key import draw_key
from analysis.charts.naming import Names, fold
from analysis.charts.style import COLOURS, SMALL, TINY, WIDTH

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TITLE, REST = 0.3, 0.75  # inches: of a panel's title, and of axis, key and source line
SOURCE_LETTERS = 128
POINTS = 72


class Grid(sns.FacetGrid):
    """A grid of seaborn that is laid out once, when all is drawn; seaborn would do it empty, and by another engine."""

    def tight_layout(self, *_: object, **__: object) -> Grid:
        """Leave the layout to the end."""
        return self


def draw_panels(scene: Scene) -> Figure:
    """Draw all panels of an exhibit, then its key, its source line and the labels that waited for room."""
    grid = _open_grid(scene)
    across = _across(scene)
    for number, (name, axes) in enumerate(grid.axes_dict.items()):
        rows = [row for row in scene.rows if row.panel == name]
        _draw_panel(scene, axes, name, rows, WIDTH * POINTS / across)
        if scene.declaration.shared and number < len(grid.axes_dict) - across:
            _leave_axis_to_last(axes)
    draw_key(grid.figure, scene)
    note = fold(scene.names.source(scene.rows), SOURCE_LETTERS)
    grid.figure.supxlabel(note, fontsize=TINY, color=COLOURS["muted"], ha="left", x=0.01)
    scene.placer.finish(grid.figure)
    return grid.figure


def draw_nothing(names: Names) -> Figure:
    """Return a chart that says that nothing had been published by then (an edition of an earlier year)."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(WIDTH, 2.2), layout="constrained")
    say_nothing(axes, names)
    return figure


def say_nothing(axes: Axes, names: Names) -> None:
    """Say in an empty panel that no figure had been published by then."""
    axes.set_axis_off()
    axes.text(0.5, 0.5, names.word("no-figure"), transform=axes.transAxes, ha="center", va="center",
              color=COLOURS["muted"], fontsize=SMALL, wrap=True)  # fmt: skip


def _draw_panel(scene: Scene, axes: Axes, name: str, rows: list[Drawn], width: float) -> None:
    spec = scene.declaration.panel(name)
    title = scene.names.word(spec.title) if spec.title else scene.names.name(name) if name else ""
    axes.set_title(fold(title, int(width / 5)), fontsize=9, pad=4)
    # An axis in multiples of a count of 2019 has no unit in an edition of 2017.
    if not rows or spec.axis.relative_to not in ("", *(row.series for row in rows)):
        say_nothing(axes, scene.names)
        return
    FORMS[spec.form](Field(axes, rows, spec, scene, width))


def _leave_axis_to_last(axes: Axes) -> None:
    """Drop the numbers and the title of an axis that the panels below share."""
    axes.set_xlabel("")
    axes.tick_params(axis="x", which="both", labelbottom=False)
    if not axes.spines["left"].get_visible():  # rows of bounds: only the last panel has an axis line
        axes.spines["bottom"].set_visible(False)


def _panels(scene: Scene) -> list[str]:
    """Return the panels, those declared first and in their order."""
    found = order_of(scene.rows, "panel")
    return [*scene.declaration.panels, *(name for name in found if name not in scene.declaration.panels)]


def _across(scene: Scene) -> int:
    """Return how many panels stand side by side."""
    number = len(_panels(scene))
    return {"rows": 1, "columns": number}.get(scene.declaration.layout) or int(scene.declaration.layout)


def _open_grid(scene: Scene) -> Grid:
    """Open the grid: panels one below the other, side by side, or wrapped, as tall as their rows need."""
    import pandas as pd

    declaration, panels = scene.declaration, _panels(scene)
    frame: pd.DataFrame = pd.DataFrame({"panel": [row.panel for row in scene.rows]})
    sizes, high = _sizes(scene, panels)
    options: dict[str, object] = {"row": "panel", "row_order": panels, "gridspec_kws": {"height_ratios": sizes}}
    if declaration.layout == "columns":
        options = {"col": "panel", "col_order": panels, "gridspec_kws": {"width_ratios": sizes}}
    elif declaration.layout != "rows":
        options = {"col": "panel", "col_order": panels, "col_wrap": int(declaration.layout)}
    shared = declaration.shared and declaration.layout != "columns"
    # Widths and heights in inches are set below: the grid knows only panels of one size.
    one_scale = shared and declaration.layout.isdigit()
    grid = Grid(frame, sharex=shared, sharey=one_scale, **options)
    grid.figure.set_size_inches(WIDTH, high)
    grid.figure.set_layout_engine("constrained")
    return grid


def _sizes(scene: Scene, panels: Sequence[str]) -> tuple[list[float], float]:
    """Return the sizes of the panels beside each other, and the height of the whole in inches."""
    declaration = scene.declaration
    needs = []
    for name in panels:
        spec, rows = declaration.panel(name), [row for row in scene.rows if row.panel == name]
        needs.append(height_of(spec.form, rows, spec.upright) * spec.size)
    if declaration.layout == "rows":
        return needs, declaration.height or math.fsum(needs) + TITLE * len(panels) + REST
    if declaration.layout == "columns":
        return [declaration.panel(name).size for name in panels], declaration.height or max(needs) + TITLE + REST
    lines = -(-len(panels) // int(declaration.layout))
    return [], declaration.height or 1.25 * lines + REST
