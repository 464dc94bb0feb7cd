"""Dots: the figures of reconciled series over time, and how bounds, conflicts and derived figures look.

An exact figure is a marker, a rounded one a marker on a bar over what its last place leaves open. A figure that a word
bounds (over, nearly), or rounded by much, is a bar alone with a stroke at the printed value. Figures in conflict, and
figures that another one was preferred to, are hollow; derived ones are pale.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.charts.exhibits import Lang
from analysis.charts.style import HEIGHT, WIDTH, note_source
from analysis.words.phrases import Quantity, say

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Row = Mapping[str, object]
Line = tuple[list[float], list[float]]
TICKS = 8.5
MOST_NAMES = 7
GAP = 1.25  # years without a figure: a line over a longer gap is dotted
VISIBLE = 0.02  # of the axis: bounds narrower than this are hidden by their marker
OPEN = 0.06  # of the axis: bounds wider than this leave no marker, only a stroke


@dataclass(frozen=True)
class Look:
    """The colour and the marker of one way of counting."""

    colour: str
    marker: str


@dataclass(frozen=True)
class Dot:
    """One figure to draw: value and bounds at a decimal year, and where it comes from."""

    t: float
    value: float
    lower: float
    upper: float
    period: str = ""
    area: str = "CN"
    level: str = "all"
    method: str = ""
    series_id: str = ""
    unit: str = ""
    hollow: bool = False
    derived: bool = False
    number: str = ""
    bulletin: str = ""
    comparator: str = "eq"
    rounded: bool = False

    def text(self, lang: Lang) -> str:
        """Return the figure in words: 29,431; over 80,000; about 40,000."""
        quantity = Quantity(self.value, self.lower, self.upper, self.unit, self.comparator, self.rounded)
        return say(quantity, lang)


def collect_dots(
    series: pl.DataFrame, observations: pl.DataFrame, indicator: str, *, area: str | None = "CN",
    level: str | None = "all", beside: bool = True,
) -> list[Dot]:  # fmt: skip
    """Return the dots of an indicator, in order of time; None for area or level takes all of them.

    A point in conflict gives a hollow dot for each of its statements; with `beside`, so does a statement that another
    one was preferred to, unless it says the same. Hollow is also what a written record sets apart from its series.
    """
    wanted = {"indicator": indicator, "area": area, "level": level}
    known = {row["observation_id"]: row for row in observations.iter_rows(named=True)}
    dots = [dot for row in _keep(series, wanted).iter_rows(named=True) for dot in _dots_of(row, known, beside)]
    return sorted(dots, key=lambda d: (d.t, d.period, d.number))


def _keep(table: pl.DataFrame, wanted: Mapping[str, str | None]) -> pl.DataFrame:
    """Return the rows with the wanted values; None takes all."""
    import polars as pl

    for name, value in wanted.items():
        table = table.filter(pl.col(name) == value) if value is not None else table
    return table


def _dots_of(row: Row, known: Mapping[str, Row], beside: bool) -> Iterator[Dot]:
    """Return the dots of one point of a series."""
    deciding = [known[name] for name in str(row["observations"]).split() if name in known]
    if row["value"] is None:
        yield from (_dot(row, one, hollow=True) for one in deciding)
    elif deciding:
        best = min(deciding, key=lambda one: float(one["upper"]) - float(one["lower"]))
        yield _dot(row, best, hollow=row["obs_status"] == "U" or stands_apart(row))
    if beside:
        others = [known[name] for name in str(row["alternatives"] or "").split() if name in known]
        yield from (_dot(row, one, hollow=True) for one in others if one["value"] != row["value"])


def stands_apart(row: Row) -> bool:
    """Tell whether a written record keeps a figure out of the series that it looks like."""
    return bool(row["segment"]) and not str(row["segment"]).startswith("from-")


def _dot(row: Row, one: Row, hollow: bool) -> Dot:
    """Return the dot of one statement at the date of its point."""
    return Dot(
        float(row["t"]), float(one["value"]), float(one["lower"]), float(one["upper"]), str(row["time_period"]),
        str(row["area"]), str(row["level"]), str(row["method"]), str(row["series_id"]), str(row["unit"]), hollow,
        one["status"] == "E", str(one["observation_id"]), str(one["bulletin_id"]), str(one["comparator"]),
        bool(one["rounded"]),
    )  # fmt: skip


def numbers_of(dots: Iterable[Dot]) -> list[str]:
    """Return the ids of the numbers in a chart, sorted."""
    return sorted({dot.number for dot in dots if dot.number})


def tabulate(dots: Iterable[Dot]) -> pl.DataFrame:
    """Return what a chart shows as a table: one row for each dot."""
    import polars as pl

    columns = "number_id area level method period value lower upper shown bulletin_id".split()
    rows = [
        (d.number, d.area, d.level, d.method, d.period, d.value, d.lower, d.upper, _manner(d), d.bulletin)
        for d in dots
    ]  # fmt: skip
    floats = {"value", "lower", "upper"}
    schema = {name: pl.Float64 if name in floats else pl.String for name in columns}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _manner(dot: Dot) -> str:
    if dot.hollow:
        return "hollow"
    return "derived" if dot.derived else "full"


def say_in(lang: Lang, en: str, zh: str) -> str:
    """Return one of two texts."""
    return zh if lang == "zh" else en


def open_chart(height: float = HEIGHT) -> tuple[Figure, Axes]:
    """Return an empty chart of the report's width."""
    figure, panels = open_panels(height)
    return figure, panels[0]


def open_panels(height: float, rows: int = 1, columns: int = 1, **options: object) -> tuple[Figure, list[Axes]]:
    """Return a grid of panels, row by row."""
    import matplotlib.pyplot as plt

    figure, grid = plt.subplots(rows, columns, figsize=(WIDTH, height), squeeze=False, **options)  # type: ignore[call-overload]
    panels = list(grid.flat)
    for axes in panels:
        axes.tick_params(labelsize=TICKS)
        axes.xaxis.label.set_size(TICKS + 0.5)
        axes.yaxis.label.set_size(TICKS + 0.5)
    return figure, panels


def is_wide(dot: Dot, span: float) -> bool:
    """Tell whether bounds can be seen on an axis that shows `span` units."""
    return dot.upper - dot.lower > VISIBLE * span


def is_open(dot: Dot, span: float) -> bool:
    """Tell whether a figure is shown by its bounds alone: a word leaves it open, or it is rounded by much."""
    width = dot.upper - dot.lower
    return width > OPEN * span or (dot.comparator != "eq" and width > 0)


def draw_dots(axes: Axes, dots: Sequence[Dot], look: Look, span: float, *, width: float = 5, size: float = 5.5) -> None:
    """Draw dots over time on an axis of `span` units: bars for what can be seen of bounds, and markers or strokes."""
    for dot in dots:
        if is_wide(dot, span) or is_open(dot, span):
            faint = 0.25 if dot.hollow else 0.45
            axes.vlines(
                dot.t, dot.lower, dot.upper, color=look.colour, alpha=faint, linewidth=width, zorder=2, gid="bounds"
            )
        if is_open(dot, span):
            axes.plot(
                [dot.t], [dot.value], "_", color=look.colour, markersize=width + 5, markeredgewidth=1.4, zorder=3,
                gid="printed",
            )  # fmt: skip
        else:
            _draw_marker(axes, dot, look, size)


def _draw_marker(axes: Axes, dot: Dot, look: Look, size: float) -> None:
    axes.plot(
        [dot.t], [dot.value], look.marker, markersize=size, markerfacecolor=face_of(dot, look),
        markeredgecolor=look.colour, markeredgewidth=1.2, zorder=4, clip_on=False, gid="dot",
    )  # fmt: skip


def face_of(dot: Dot, look: Look) -> str:
    """Return the fill of a marker: white where disputed, pale where derived."""
    from matplotlib.colors import to_hex, to_rgb

    if dot.hollow:
        return "white"
    return to_hex([0.6 + 0.4 * part for part in to_rgb(look.colour)]) if dot.derived else look.colour


def join_dots(axes: Axes, dots: Sequence[Dot], look: Look) -> list[Line]:
    """Join the figures of each series by a thin line, dotted over gaps, none across a break; return the lines."""
    lines: list[Line] = []
    for series_id in sorted({d.series_id for d in dots}):
        own = [d for d in dots if d.series_id == series_id and not d.hollow]
        for before, after in pairwise(own):
            line = ([before.t, after.t], [before.value, after.value])
            style = (0, (1, 2)) if after.t - before.t > GAP else "-"
            axes.plot(*line, color=look.colour, linewidth=1.1, alpha=0.85, linestyle=style, zorder=2.5, gid="joined")
            lines.append(line)
    return lines


def set_years(axes: Axes, start: float, end: float, step: int = 1) -> None:
    """Set a time axis: ticks where years begin, the year written in the middle of its span."""
    from matplotlib.ticker import NullFormatter

    axes.set_xlim(start, end)
    first, last = math.floor(start), math.ceil(end)
    axes.set_xticks([year for year in range(first, last + 1) if start <= year <= end])
    axes.tick_params(axis="x", which="major", bottom=True, length=3)
    axes.xaxis.set_major_formatter(NullFormatter())
    named = [year for year in range(first, last, step) if start <= year + 0.5 <= end]
    axes.set_xticks([year + 0.5 for year in named], [str(year) for year in named], minor=True)
    axes.tick_params(axis="x", which="minor", length=0, labelsize=axes.xaxis.get_major_ticks()[0].label1.get_size())


def within_year(dot: Dot) -> Dot:
    """Return a figure about a whole year in the middle of that year."""
    return replace(dot, t=dot.t - 0.5) if len(dot.period) == len("2020") else dot


def credit(axes: Axes, dots: Iterable[Dot], lang: Lang, more: str = "") -> None:
    """Write the source line of a chart of dots."""
    credit_bulletins(axes, [dot.bulletin for dot in dots], lang, more)


def credit_bulletins(axes: Axes, bulletins: Iterable[str], lang: Lang, more: str = "") -> None:
    """Write the source line: the issuers of the bulletins that print the figures, by name where they are few."""
    known = _issuers(lang)
    names = sorted({known[name] for name in bulletins if name in known})
    if len(names) > MOST_NAMES:
        text = say_in(
            lang, f"Sources: bulletins of {len(names)} issuers.", f"资料来源：{len(names)}个机构的通报和报告。"
        )
    else:
        head = say_in(lang, "Source: " if len(names) == 1 else "Sources: ", "资料来源：")
        text = f"{head}{say_in(lang, '; ', '；').join(names)}{say_in(lang, '.', '。')}" if names else ""
    note_source(axes, fold(f"{text} {more}".strip() if lang == "en" else text + more, lang))


@lru_cache(maxsize=2)
def _issuers(lang: Lang) -> dict[str, str]:
    """Return the name of the issuer of each bulletin."""
    issuers = load_codebook().issuers
    return {row["bulletin_id"]: issuers.label(row["issuer"], lang) for row in read_rows(paths.RAW / "bulletins.csv")}


def fold(text: str, lang: Lang, width: int = 125) -> str:
    """Break a long line; a Chinese character is as wide as two others."""
    from textwrap import wrap

    if lang == "en":
        return "\n".join(wrap(text, width))
    half = width // 2
    return "\n".join(text[start : start + half] for start in range(0, len(text), half))


def flatten(found: Mapping[str, Iterable[Dot]]) -> list[Dot]:
    """Return the dots of several groups as one list."""
    return [dot for own in found.values() for dot in own]
