"""Tiles shaded by seaborn: how many of each kind in each year, and a map with a square for each province."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Patch

from analysis.charts.drawn import Drawn, order_of
from analysis.charts.grammar import Field
from analysis.charts.style import COLOURS, SMALL, TINY
from analysis.words.folding import fold

LABEL, CELL = 46, 6.5  # letters of the name of a kind, and points of a count
STEPS = (80, 95, 105, 120)  # percent; the middle one says that hardly anything differs
SHADES = ("#e8935a", "#f5c9a6", "#ece9e1", "#b3d3ea", "#69a9d6")
NONE = "#f6f5f2"
NAME = 11  # letters of a line of a province's name


def draw_years(panel: Field) -> None:
    """Draw a cell for each label and year, shaded by the logarithm of its count; a year without one stays empty."""
    names, years = order_of(panel.rows, "label"), [int(row.period) for row in panel.rows]
    counts = pd.DataFrame(0.0, index=names, columns=range(min(years), max(years) + 1))
    for row, year in zip(panel.rows, years, strict=True):
        counts.loc[row.label, year] = row.value
    counts.index = pd.Index([fold(panel.names.name(name), LABEL) for name in names])
    if panel.scene.narrow:  # years go down a column, as they do not fit across
        counts = counts.T
    sns.heatmap(
        np.log1p(counts), mask=counts == 0, fmt="", vmin=0, cbar=False, linewidths=0.6, annot_kws={"fontsize": CELL},
        annot=counts.map(lambda value: panel.names.tick(value, "count") if value else ""), ax=panel.axes,
        cmap=LinearSegmentedColormap.from_list("counts", ["#eaf2f8", COLOURS["blue"], "#08304f"]),
        xticklabels=True, yticklabels=True,
    )  # fmt: skip
    _finish(panel, len(counts))


def _finish(panel: Field, lines: int) -> None:
    axes, title = panel.axes, panel.names.word(panel.panel.axis.title)
    axes.tick_params(length=0, labelsize=SMALL)
    axes.tick_params(axis="x", rotation=90)
    axes.tick_params(axis="y", rotation=0)
    axes.set_xlabel("" if panel.scene.narrow else title, fontsize=SMALL)
    axes.set_ylabel(title if panel.scene.narrow else "", fontsize=SMALL)
    axes.grid(visible=False)
    for place in range(1, lines):
        axes.axhline(place, color=COLOURS["grid"], linewidth=0.5, zorder=0)


def draw_map(panel: Field) -> None:
    """Draw the tiles of provinces near their places: name, figure, year, shaded by its percent of another figure.

    `relative_to` names the series of the wholes. Every unit of the first level has its tile, also those of which
    nothing is printed: a blank would read as no province.
    """
    base = panel.panel.axis.relative_to
    latest = {(row.label, row.series): row for row in sorted(panel.rows, key=lambda row: row.time)}
    tiles = [line.split() for line in panel.panel.tiles]
    shades = pd.DataFrame(index=range(len(tiles)), columns=range(len(tiles[0])), dtype=float)
    for x, y in ((x, y) for y, line in enumerate(tiles) for x, name in enumerate(line) if name != "."):
        area = f"CN-{tiles[y][x]}"
        own = next((row for (name, series), row in latest.items() if name == area and series != base), None)
        shades.loc[y, x] = _shade(own, latest.get((area, base)))
        _write_tile(panel, (x + 0.5, y + 0.5), area, own)
    sns.heatmap(
        shades, mask=shades.isna(), cmap=[NONE, *SHADES], vmin=-1, vmax=len(SHADES) - 1, cbar=False, linewidths=2,
        linecolor="white", xticklabels=False, yticklabels=False, ax=panel.axes,
    )  # fmt: skip
    panel.axes.set(xlabel="", ylabel="")
    _draw_key(panel)


def _shade(own: Drawn | None, whole: Drawn | None) -> int:
    """Return the place of a tile's shade, -1 where nothing can be compared."""
    if own is None or whole is None:
        return -1
    return sum(100 * own.height / whole.height >= step for step in STEPS)


def _write_tile(panel: Field, spot: tuple[float, float], area: str, own: Drawn | None) -> None:
    names, (x, y) = panel.names, spot
    ink, size = COLOURS["ink" if own else "muted"], TINY - (1.5 if panel.scene.narrow else 0.5)
    lines = [(-0.2, fold(names.name(area), NAME), size, "name")]
    if own:
        lines += [(0.13, names.figure(own), SMALL, "label"), (0.36, own.period[:4], TINY - 1, "year")]
    for down, text, points, gid in lines:
        panel.axes.text(x, y + down, text, ha="center", va="center", fontsize=points, color=ink, linespacing=0.95,
                        gid=gid)  # fmt: skip


def _draw_key(panel: Field) -> None:
    names, narrow = panel.names, panel.scene.narrow  # no room beside the tiles: the key stands above them
    ends = [f"< {STEPS[0]}%", *(f"{a}–{b}%" for a, b in pairwise(STEPS)), f"≥ {STEPS[-1]}%", names.word("tile-none")]
    panel.axes.legend(
        [Patch(facecolor=shade, edgecolor=COLOURS["grid"]) for shade in (*SHADES, NONE)], ends,
        title=names.word(panel.panel.axis.title), loc="lower left" if narrow else "upper left",
        ncols=3 if narrow else 2, bbox_to_anchor=(0, 1) if narrow else (0.13, 1.0), fontsize=TINY,
        title_fontsize=SMALL, alignment="left", frameon=False,
    ).set_gid("key")  # fmt: skip
