"""The key: what the marks of a chart mean, wherever a mark does not explain itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.charts.drawn import HOLLOW
from analysis.charts.grammar import Look, Scene
from analysis.charts.style import COLOURS, TINY
from analysis.words.catalogue import say_list
from analysis.words.folding import width_of

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

LETTERS = 138  # that a line of the key holds
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
            handles, texts, loc="outside upper left", ncols=_columns(texts, scene.letters(LETTERS)), fontsize=TINY,
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
