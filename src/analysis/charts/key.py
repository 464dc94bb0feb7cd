"""The key: what the marks of a chart mean, wherever a mark does not explain itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.charts.grammar import Scene
from analysis.charts.style import COLOURS, TINY
from analysis.words.catalogue import say_list

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

MUTED = COLOURS["muted"]
LETTERS = 130  # that a line of the key holds
_PALE = "#c4c7cc"
# The marks that need a word, in the order in which the key names them; each has a word `key-<mark>`.
MARKS = ("bounds", "stroke", "edge", "derived", "doubtful", "disputed", "apart", "possible", "undated", "curve")
# Marks that look alike have one entry: a key once had two equal circles with two meanings.
HOLLOW = ("doubtful", "disputed", "apart")


def draw_key(figure: Figure, scene: Scene) -> None:
    """Draw the key above the chart: series that carry no label of their own, then the marks that were used."""
    names = scene.names
    entries = [(_series(scene, name), names.name(name)) for name in scene.keyed if name]
    used = [mark for mark in MARKS if mark in scene.used]
    hollow = [mark for mark in used if mark in HOLLOW]
    for mark in used:
        if mark not in hollow[1:]:
            words = [names.word(f"key-{one}") for one in (hollow if mark in hollow else [mark])]
            entries.append((_mark(mark), say_list(words, names.lang, "list-or")))
    if not entries:
        return
    handles, texts = zip(*entries, strict=True)
    columns = _columns(texts, scene.letters(LETTERS))
    figure.legend(
        handles, texts, loc="outside upper left", ncols=columns, fontsize=TINY, handlelength=1.5,
        columnspacing=1.4, handletextpad=0.5, borderaxespad=0.2, frameon=False,
    ).set_gid("key")  # fmt: skip


def _columns(texts: tuple[str, ...], letters: int) -> int:
    """Return how many entries of the key fit into a line."""
    from analysis.charts.naming import width_of

    columns = len(texts)
    while columns > 1 and sum(sorted(map(width_of, texts))[-columns:]) + 7 * columns > letters:
        columns -= 1
    return columns


def _series(scene: Scene, name: str) -> Artist:
    look = scene.looks[name]
    own = [row for row in scene.rows if row.series == name]
    forms = {scene.declaration.panel(row.panel).form for row in own}
    if forms & {"stacked_parts"}:
        return Patch(facecolor=look.colour, edgecolor="white")
    face = "white" if own[0].hollow else look.colour
    return Line2D([], [], marker=look.marker, color=look.colour, markerfacecolor=face, markersize=5, linestyle="none")


def _mark(mark: str) -> Artist:
    """Return the sample of a mark, in grey."""
    if mark in ("bounds", "curve"):
        return Line2D([], [], color=MUTED, alpha=0.4, linewidth=5, solid_capstyle="butt")
    if mark == "undated":
        return Line2D([], [], color=MUTED, linewidth=1.4, marker="|", markersize=7)
    if mark == "possible":
        return Line2D([], [], color=MUTED, linewidth=1.1, linestyle=(0, (2, 2)))
    if mark in ("stroke", "edge"):
        width = 1.6 if mark == "stroke" else 0.8
        return Line2D([], [], marker="|", color=MUTED, markersize=9, markeredgewidth=width, linestyle="none")
    face = _PALE if mark == "derived" else "white"
    return Line2D([], [], marker="o", color=MUTED, markerfacecolor=face, markersize=5, linestyle="none")
