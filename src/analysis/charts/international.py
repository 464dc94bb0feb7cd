"""Charts of the United Nations survey: index values and ranks of China, dated by the year that they describe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from analysis.base.codebook import load_codebook
from analysis.charts.marks import (
    SMALL,
    Placer,
    draw_nothing,
    draw_points,
    fold,
    points_of,
    say_nothing,
    small_ticks,
    time_of,
    year_axis,
)
from analysis.charts.placing import Label
from analysis.charts.sources import rows_behind, say_source
from analysis.charts.style import COLOURS, WIDTH
from analysis.words.phrases import plain

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Lang = Literal["en", "zh"]
INDICES = {"egdi": ("blue", "o"), "osi": ("orange", "s")}
RANKS = {"egdi_rank": ("blue", "o"), "e_participation_rank": ("green", "^")}
PLACES = {
    "egdi": {"last": ("SE", "S"), "other": ("SE", "S", "E", "N")},
    "osi": {"last": ("NE", "N"), "other": ("NW", "N", "W", "E")},
    "egdi_rank": {"last": ("E", "NE", "N"), "other": ("SE", "S", "E", "N")},
    "e_participation_rank": {"last": ("E", "NE"), "other": ("E", "N")},
}
WORDS = {
    "index": {"en": "Index (0 to 1)", "zh": "指数(0至1)"},
    "rank": {"en": "Rank (1 is best)", "zh": "名次(1为最佳)"},
    "year": {
        "en": "Year described (in brackets: year of the survey that printed it)",
        "zh": "所反映的年份(括号内为发布调查的年份)",
    },
}


def draw_un(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw index values above ranks; a survey published in a year describes the year before and stands there."""
    import matplotlib.pyplot as plt

    found = {name: _dated(points_of(series, observations, indicator=name, area="CN")) for name in (*INDICES, *RANKS)}
    every = [row for rows in found.values() for row in rows]
    if not every:
        return draw_nothing(lang)
    figure, (upper, lower) = plt.subplots(2, 1, figsize=(WIDTH, 5.6), sharex=True)
    placer = Placer()
    years = (min(map(time_of, every)) - 0.5, max(map(time_of, every)) + 3.4)
    for axes, looks, word in ((upper, INDICES, "index"), (lower, RANKS, "rank")):
        shown = {name: found[name] for name in looks if found[name]}
        if not shown:
            say_nothing(axes, lang)
            continue
        year_axis(axes, *years)
        axes.set_ylabel(WORDS[word][lang], fontsize=SMALL)
        axes.set_ylim(*((0, 1.2) if word == "index" else (90, 1)))
        if word == "index":
            axes.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1])
        _draw_lines(axes, shown, looks, placer, lang)
    if lower.axison:
        _name_surveys(lower, {row["year"] for row in every})
    lower.set_xlabel(WORDS["year"][lang], fontsize=SMALL)
    return placer.finish(figure, say_source(rows_behind(every, observations), lang))


def _dated(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return points in the middle of the year that they describe: the year before the survey."""
    return [{**row, "year": int(row["time_period"][:4]), "t": int(row["time_period"][:4]) - 0.5} for row in rows]


def _name_surveys(axes: Axes, years: set[int]) -> None:
    """Write below each year that a survey describes the year of the survey."""
    axes.set_xticks([year - 0.5 for year in sorted(years)], [f"{y - 1}\n({y})" for y in sorted(years)], minor=True)


def _draw_lines(
    axes: Axes, shown: dict[str, list[dict[str, Any]]], looks: dict[str, tuple[str, str]], placer: Placer, lang: Lang
) -> None:
    book, labels, lines = load_codebook(), [], []
    # The upper line first, so that its labels stand above it.
    for name, rows in sorted(shown.items(), reverse=True):
        colour, marker = COLOURS[looks[name][0]], looks[name][1]
        # Copies of these surveys are secondary; the figures themselves are not in dispute.
        draw_points(axes, rows, colour, marker, joined=True)
        own = [row for row in rows if row["value"] is not None]
        lines.append(([time_of(r) for r in own], [r["value"] for r in own]))
        for row in own:
            head = f"{fold(book.indicators.label(name, lang), 20, lang)}\n" if row is own[-1] else ""
            side = PLACES[name]["last" if head else "other"]
            labels.append(
                Label(head + plain(round(row["value"], 4)), time_of(row), row["value"], colour, side, size=7.5)
            )
    small_ticks(axes)
    placer.add(axes, labels, [], lines)
