"""Layout: the panels of an exhibit in a grid of seaborn, its key above them, its source line below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import seaborn as sns

from analysis.charts.drawn import Drawn, order_of
from analysis.charts.forms.registry import FORMS, ROW, height_of
from analysis.charts.forms.rows_of_bounds import LABEL
from analysis.charts.grammar import Field, Scene
from analysis.charts.key import draw_key
from analysis.charts.naming import Names, fold
from analysis.charts.style import COLOURS, SMALL, TINY, WIDTH

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

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
    grid = _open_grid(scene)
    across = _across(scene)
    for number, (name, axes) in enumerate(grid.axes_dict.items()):
        rows = [row for row in scene.rows if row.panel == name]
        _draw_panel(scene, axes, name, rows, scene.width * POINTS / across)
        if scene.declaration.shared and number < len(grid.axes_dict) - across:
            _leave_axis_to_last(axes)
    if scene.narrow:
        _fold_titles(grid.figure, scene)
    draw_key(grid.figure, scene)
    note = fold(scene.names.source(scene.rows), scene.letters(SOURCE_LETTERS))
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
    # Beside the names of rows one column has half its width for a panel.
    room = width / 2 if scene.narrow and spec.form in ROW else width
    axes.set_title(fold(title, int(room / 5)), fontsize=9, pad=4)
    # An axis in multiples of a count of 2019 has no unit in an edition of 2017.
    if not rows or spec.axis.relative_to not in ("", *(row.series for row in rows)):
        say_nothing(axes, scene.names)
        return
    FORMS[spec.form](Field(axes, rows, spec, scene, width))


def _fold_titles(figure: Figure, scene: Scene) -> None:
    for axes in figure.axes:
        axes.set_xlabel(fold(axes.get_xlabel(), scene.letters(AXIS_LETTERS)))
        axes.set_ylabel(fold(axes.get_ylabel(), scene.letters(AXIS_LETTERS)))


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
    layout = _layout(scene)
    return {"rows": 1, "columns": number}.get(layout) or int(layout)


def _layout(scene: Scene) -> str:
    """Return how the panels stand: those side by side go below each other where there is no room."""
    layout = scene.declaration.layout
    if not scene.narrow:
        return layout
    return str(min(2, int(layout))) if layout.isdigit() else "rows"


def _open_grid(scene: Scene) -> Grid:
    """Open the grid: panels one below the other, side by side, or wrapped, as tall as their rows need."""
    import pandas as pd

    declaration, panels, layout = scene.declaration, _panels(scene), _layout(scene)
    frame: pd.DataFrame = pd.DataFrame({"panel": [row.panel for row in scene.rows]})
    sizes, high = _sizes(scene, panels)
    options: dict[str, object] = {"row": "panel", "row_order": panels, "gridspec_kws": {"height_ratios": sizes}}
    if layout == "columns":
        options = {"col": "panel", "col_order": panels, "gridspec_kws": {"width_ratios": sizes}}
    elif layout != "rows":
        options = {"col": "panel", "col_order": panels, "col_wrap": int(layout)}
    shared = declaration.shared and declaration.layout != "columns"
    # Widths and heights in inches are set below: the grid knows only panels of one size.
    one_scale = shared and layout.isdigit()
    grid = Grid(frame, sharex=shared, sharey=one_scale, **options)
    grid.figure.set_size_inches(scene.width, high)
    grid.figure.set_layout_engine("constrained")
    return grid


def _names_of(scene: Scene, rows: Sequence[Drawn]) -> list[str]:
    """Return the names of rows as they are written, folded where one column has no room for them."""
    labels = order_of(rows, "label")
    return [fold(scene.names.name(label), scene.letters(LABEL)) for label in labels] if scene.narrow else labels


def _sizes(scene: Scene, panels: Sequence[str]) -> tuple[list[float], float]:
    """Return the sizes of the panels beside each other, and the height of the whole in inches."""
    declaration, layout = scene.declaration, _layout(scene)
    needs = []
    for name in panels:
        spec, rows = declaration.panel(name), [row for row in scene.rows if row.panel == name]
        needs.append(height_of(spec.form, _names_of(scene, rows), spec.upright) * spec.size)
    if scene.narrow and layout == "rows":
        low = LOW if len(panels) > 1 else 1
        needs = [
            need if declaration.panel(name).form in ROW else low * need
            for name, need in zip(panels, needs, strict=True)
        ]
        return needs, math.fsum(needs) + 1.6 * TITLE * len(panels) + 1.5 * REST
    if layout == "rows":
        return needs, declaration.height or math.fsum(needs) + TITLE * len(panels) + REST
    if layout == "columns":
        return [declaration.panel(name).size for name in panels], declaration.height or max(needs) + TITLE + REST
    lines = -(-len(panels) // int(layout))
    return [], declaration.height or 1.25 * lines + REST
