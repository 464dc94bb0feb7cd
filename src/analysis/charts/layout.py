"""Layout: the panels of an exhibit in a grid of seaborn, the key of its marks above them, its source line below."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.charts.drawn import HOLLOW, Drawn, order_of
from analysis.charts.forms import over_time, rows, stacked_parts, tiles
from analysis.charts.grammar import Field, Look, Scene
from analysis.charts.naming import Names
from analysis.charts.style import COLOURS, SMALL, TINY
from analysis.words.catalogue import say_list
from analysis.words.folding import fold, width_of

FORMS: dict[str, Callable[[Field], None]] = {
    "over_time": over_time.draw, "rows_of_bounds": rows.draw_bounds, "heat_map": tiles.draw_years,
    "stacked_parts": stacked_parts.draw, "before_after": rows.draw_changes, "strips": rows.draw_variants,
    "tile_map": tiles.draw_map,
}  # fmt: skip
ROW = {"rows_of_bounds": 0.27, "heat_map": 0.27, "stacked_parts": 0.46, "before_after": 0.205, "strips": 0.25}
TIME_HEIGHT, EMPTY = 3.6, 2.2  # inches of a panel over time, and of a chart without figures
LINE = 0.135  # inches of a line of a row's name, and of one of the sources below the first
LOW = 0.7  # of its usual height: a panel that stands above others and not beside them
TITLE, REST = 0.3, 0.75  # inches: of a panel's title, and of axis, key and source line
SOURCE_LETTERS, AXIS_LETTERS, KEY_LETTERS = 128, 52, 138  # of a line
POINTS = 72
_BAR = {"alpha": 0.4, "linewidth": 5, "solid_capstyle": "butt"}
_SIGN = {"marker": "|", "markersize": 9, "linestyle": "none"}
_CIRCLE = {"marker": "o", "markersize": 5, "linestyle": "none", "markerfacecolor": "white"}
# The marks that need a word, in the order in which the key names them, each with its sample; its word is `key-<mark>`.
SAMPLES: dict[str, dict[str, Any]] = {
    "bounds": _BAR, "stroke": _SIGN | {"markeredgewidth": 1.6}, "edge": _SIGN | {"markeredgewidth": 0.8},
    "derived": _CIRCLE | {"markerfacecolor": "#c4c7cc"}, "doubtful": _CIRCLE, "disputed": _CIRCLE, "apart": _CIRCLE,
    "possible": {"linewidth": 1.1, "linestyle": (0, (2, 2))},
    "undated": {"linewidth": 1.4, "marker": "|", "markersize": 7}, "curve": _BAR,
}  # fmt: skip


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
    grid.figure.supxlabel(_note(scene), fontsize=TINY, color=COLOURS["muted"], ha="left", x=0.01)
    scene.placer.finish(grid.figure)
    return grid.figure


def _note(scene: Scene) -> str:
    """Return the source line, in as many lines as it needs."""
    return fold(scene.names.source(scene.rows), scene.letters(SOURCE_LETTERS))


def _say_nothing(axes: Axes, names: Names) -> None:
    """Say that nothing had been published by then (an edition of an earlier year)."""
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
    declaration, layout = scene.declaration, scene.declaration.layout
    if scene.narrow:
        layout = str(min(2, int(layout))) if layout.isdigit() else "rows"
    panels = list(dict.fromkeys([*declaration.panels, *order_of(scene.rows, "panel")])) or [""]
    heights = [_height_of(scene, name, scene.narrow and layout == "rows" and len(panels) > 1) for name in panels]
    options: dict[str, object] = {"row": "panel", "row_order": panels, "gridspec_kws": {"height_ratios": heights}}
    if layout == "columns":
        sizes = [declaration.panel(name).size for name in panels]
        options = {"col": "panel", "col_order": panels, "gridspec_kws": {"width_ratios": sizes}}
    elif layout != "rows":
        options = {"col": "panel", "col_order": panels, "col_wrap": int(layout)}
    shared = declaration.shared and declaration.layout != "columns"
    frame = pd.DataFrame({"panel": [row.panel for row in scene.rows]})
    grid = Grid(frame, sharex=shared, sharey=shared and declaration.layout.isdigit(), **options)
    grid.figure.set_size_inches(scene.width, _high(scene, heights, layout) if scene.rows else EMPTY)
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
    # A second line of sources took its room from the panels, whose labels then stood across lines.
    return (scene.declaration.height or usual + REST) + LINE * _note(scene).count("\n")


def draw_key(figure: Figure, scene: Scene) -> None:
    """Draw the key above the chart: series that carry no label of their own, then the marks that were used."""
    names = scene.names
    series: dict[tuple[Look, str], Artist] = {}  # those of one look and one name, in different panels, have one entry
    for name in filter(None, scene.keyed):
        series.setdefault((scene.looks[name], names.name(name)), _series(scene, name))
    entries = [(sample, said) for (_, said), sample in series.items()]
    used = [mark for mark in SAMPLES if mark in scene.used]
    # Marks that look alike have one entry: a key once had two equal circles with two meanings.
    hollow = [mark for mark in used if mark in HOLLOW]
    for mark in [mark for mark in used if mark not in hollow[1:]]:
        words = [names.word(f"key-{one}") for one in (hollow if mark in hollow else [mark])]
        sample = Line2D([], [], color=COLOURS["muted"], **SAMPLES[mark])
        entries.append((sample, say_list(words, names.lang, "list-or")))
    if entries:
        handles, texts = zip(*entries, strict=True)
        figure.legend(
            handles, texts, loc="outside upper left", ncols=_columns(texts, scene.letters(KEY_LETTERS)), fontsize=TINY,
            handlelength=1.5, columnspacing=1.4, handletextpad=0.5, borderaxespad=0.2, frameon=False,
        ).set_gid("key")  # fmt: skip


def _columns(texts: Sequence[str], letters: int) -> int:
    """Return in how many columns the entries of the key fit, one below the other as matplotlib sets them."""
    wide = [[max(map(width_of, part)) + 7 for part in np.array_split(texts, n)] for n in range(1, len(texts) + 1)]
    return max((len(columns) for columns in wide if sum(columns) <= letters), default=1)


def _series(scene: Scene, name: str) -> Artist:
    look, own = scene.looks[name], [row for row in scene.rows if row.series == name]
    if "stacked_parts" in {scene.declaration.panel(row.panel).form for row in own}:
        return Patch(facecolor=look.colour, edgecolor="white")
    face = "white" if own[0].hollow else look.colour
    return Line2D([], [], marker=look.marker, color=look.colour, markerfacecolor=face, markersize=5, linestyle="none")
