"""The chart of identities: how far printed figures that should agree lie apart, and what their bounds allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from analysis.charts.marks import SMALL, TINY, draw_nothing, fold, small_ticks
from analysis.charts.style import COLOURS, WIDTH

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Lang = Literal["en", "zh"]
RESULTS = {"holds": ("blue", "o"), "off_by_one": ("amber", "s"), "disagrees": ("orange", "D")}
WORDS = {
    "holds": {"en": "{} identities hold\nwithin the bounds", "zh": "{}项在上下限内成立"},
    "off_by_one": {"en": "{} miss by one unit\nof the last place", "zh": "{}项末位相差一"},
    "axis": {
        "en": "Left side less right side (% of the right side, symmetric log scale)",
        "zh": "左边减右边(占右边的百分比,对称对数刻度)",
    },
}
LABEL = {"en": 54, "zh": 25}  # characters of a line of a label
BAND, ROW = 5.0, 1.6


def draw_identities(identities: pl.DataFrame, lang: Lang) -> Figure:
    """Draw for each identity how far its two sides lie apart, as percent of the printed right side.

    A bar spans the differences that the bounds allow, the marker is that of the printed values. Identities that hold
    and those that miss by one share a band each; every other one has a row of its own.
    """
    import matplotlib.pyplot as plt

    rows = [relative(row) for row in identities.iter_rows(named=True) if row["right"]]
    if not rows:
        return draw_nothing(lang)
    groups = {name: sorted((r for r in rows if r["result"] == name), key=_order) for name in RESULTS}
    apart = sorted(groups["disagrees"], key=lambda row: abs(row["gap"]))
    figure, axes = plt.subplots(figsize=(WIDTH, 3.2 + 0.42 * len(apart)))
    ticks = [_draw_band(axes, groups["holds"], BAND, lang), _draw_band(axes, groups["off_by_one"], 2 * BAND, lang)]
    for place, row in enumerate(apart):
        y = 2 * BAND + 1.5 + ROW * place
        _draw_row(axes, row, y, 6)
        ticks.append((y, fold(row[f"label_{lang}"], LABEL[lang], lang)))
    _finish(axes, [tick for tick in ticks if tick[1]], 2 * BAND + 1.5 + ROW * len(apart), lang)
    return figure


def relative(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an identity with its gap (left less right) and the bounds of the gap, as percent of the right side."""
    size = abs(row["right"]) / 100
    return {
        **row, "gap": (row["left"] - row["right"]) / size, "gap_low": (row["left_lower"] - row["right_upper"]) / size,
        "gap_high": (row["left_upper"] - row["right_lower"]) / size,
    }  # fmt: skip


def _order(row: Mapping[str, Any]) -> tuple[float, str]:
    return row["gap"], row["identity_id"]


def _draw_band(axes: Axes, rows: Sequence[Mapping[str, Any]], bottom: float, lang: Lang) -> tuple[float, str]:
    """Draw identities of one result one under the other in a band that ends at `bottom`; returns its tick."""
    if not rows:
        return bottom, ""
    top, room = bottom - BAND + 0.5, BAND - 1.0
    for place, row in enumerate(rows):
        _draw_row(axes, row, top + room * (place + 0.5) / len(rows), 3.5 if len(rows) > 60 else 4.5)
    return top + room / 2, WORDS[rows[0]["result"]][lang].format(len(rows))


def _draw_row(axes: Axes, row: Mapping[str, Any], y: float, size: float) -> None:
    colour, marker = RESULTS[row["result"]]
    axes.plot(
        [row["gap_low"], row["gap_high"]], [y, y], color=COLOURS[colour], alpha=0.35, linewidth=size / 1.6, zorder=2
    )
    face = COLOURS[colour] if row["result"] == "holds" else "white"
    axes.plot(
        row["gap"], y, marker=marker, color=COLOURS[colour], markerfacecolor=face, markersize=size, linestyle="none",
        zorder=3,
    )  # fmt: skip


def _finish(axes: Axes, ticks: Sequence[tuple[float, str]], bottom: float, lang: Lang) -> None:
    from matplotlib.ticker import FixedLocator, FuncFormatter

    axes.axvline(0, color=COLOURS["ink"], linewidth=0.8, zorder=1)
    axes.set_xscale("symlog", linthresh=0.1)
    places = [-100, -10, -1, -0.1, 0, 0.1, 1, 10, 100]
    axes.xaxis.set_major_locator(FixedLocator(places))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:+g}".replace("-", "−") if value else "0"))
    axes.set_yticks([y for y, _ in ticks], [text for _, text in ticks], fontsize=TINY)
    axes.set_ylim(bottom, 0)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.set_xlabel(WORDS["axis"][lang], fontsize=SMALL)
    small_ticks(axes)
    axes.tick_params(axis="y", length=0, labelsize=TINY)
