"""Tile maps: a square for each province near its place, shaded by a figure in percent of another one.

Every unit of the first level has its tile, also those of which nothing is printed: a blank would read as no province.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pandas as pd
import seaborn as sns

from analysis.charts.drawn import Drawn
from analysis.charts.grammar import Field
from analysis.charts.naming import fold
from analysis.charts.style import COLOURS, SMALL, TINY

# From north to south and from west to east; the Xinjiang corps, which is no province, stands above Xinjiang.
PLACES = (
    ". . . . . . . HL",
    "XPCC . . . NM . LN JL",
    "XJ GS NX SX HE BJ TJ .",
    "XZ QH SN HA SD . . .",
    ". SC CQ HB AH JS SH .",
    ". . GZ HN JX ZJ . .",
    ". YN GX GD FJ TW . .",
    ". . HI MO HK . . .",
)
STEPS = (80, 95, 105, 120)  # percent; the middle one says that hardly anything differs
SHADES = ("#e8935a", "#f5c9a6", "#ece9e1", "#b3d3ea", "#69a9d6")
NONE = "#f6f5f2"
NAME = 11  # letters of a line


def draw(panel: Field) -> None:
    """Draw the tiles of one panel: name, the figure and its year; `relative_to` names the series of the wholes."""
    base, latest = panel.panel.axis.relative_to, _latest(panel)
    tiles = {
        f"CN-{name}": (x, y) for y, line in enumerate(PLACES) for x, name in enumerate(line.split()) if name != "."
    }
    shades = pd.DataFrame(index=range(len(PLACES)), columns=range(len(PLACES[0].split())), dtype=float)
    for area, (x, y) in tiles.items():
        own = next((row for (name, series), row in latest.items() if name == area and series != base), None)
        shades.loc[y, x] = _shade(own, latest.get((area, base)))
        _write(panel, (x + 0.5, y + 0.5), area, own)
    colours = [NONE, *SHADES]
    sns.heatmap(
        shades, mask=shades.isna(), cmap=colours, vmin=-1, vmax=len(SHADES) - 1, cbar=False, linewidths=2,
        linecolor="white", xticklabels=False, yticklabels=False, ax=panel.axes,
    )  # fmt: skip
    panel.axes.set(xlabel="", ylabel="")
    _draw_key(panel)


def _latest(panel: Field) -> Mapping[tuple[str, str], Drawn]:
    return {(row.label, row.series): row for row in sorted(panel.rows, key=lambda row: row.time)}


def _shade(own: Drawn | None, whole: Drawn | None) -> int:
    """Return the place of a tile's shade, -1 where nothing can be compared."""
    if own is None or whole is None:
        return -1
    return sum(100 * own.height / whole.height >= step for step in STEPS)


def _write(panel: Field, spot: tuple[float, float], area: str, own: Drawn | None) -> None:
    names, (x, y) = panel.scene.names, spot
    ink = COLOURS["ink"] if own else COLOURS["muted"]
    size = TINY - (1.5 if panel.scene.narrow else 0.5)
    panel.axes.text(x, y - 0.2, fold(names.name(area), NAME), ha="center", va="center", fontsize=size, color=ink,
                    linespacing=0.95, gid="name")  # fmt: skip
    if own:
        panel.axes.text(
            x, y + 0.13, names.figure(own), ha="center", va="center", fontsize=SMALL, color=ink, gid="label"
        )
        panel.axes.text(x, y + 0.36, own.period[:4], ha="center", va="center", fontsize=TINY - 1, color=ink, gid="year")


def _draw_key(panel: Field) -> None:
    from matplotlib.patches import Patch

    names = panel.scene.names
    ends = [f"< {STEPS[0]}%", *(f"{a}–{b}%" for a, b in pairwise(STEPS)), f"≥ {STEPS[-1]}%"]
    shown = [*zip(SHADES, ends, strict=True), (NONE, names.word("tile-none"))]
    narrow = panel.scene.narrow  # no room beside the tiles: the key stands above them
    panel.axes.legend(
        [Patch(facecolor=shade, edgecolor=COLOURS["grid"]) for shade, _ in shown], [text for _, text in shown],
        title=names.word(panel.panel.axis.title), loc="lower left" if narrow else "upper left",
        ncols=3 if narrow else 2, bbox_to_anchor=(0, 1) if narrow else (0.13, 1.0), fontsize=TINY,
        title_fontsize=SMALL, alignment="left", frameon=False,
    ).set_gid("key")  # fmt: skip
