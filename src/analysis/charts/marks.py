"""What the charts of the themes share: rows of figures, time axes, marks for exact, bounded and disputed figures.

An exact figure is a marker. A figure that a bulletin only bounds is a bar over all values that its words allow, with a
short stroke where the printed number stands. A disputed figure is hollow. So no chart shows 超过90% as a point at 90.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import fill
from typing import TYPE_CHECKING, Any, Literal

from analysis.base.periods import decimal_year
from analysis.charts.placing import Label, place_labels, settle
from analysis.charts.style import COLOURS, WIDTH, draw_break, note_source
from analysis.words.phrases import Quantity, say

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.reconciling.breaks import Break

Lang = Literal["en", "zh"]
Row = Mapping[str, Any]
Bar = tuple[float, float, float]
Line = tuple[Sequence[float], Sequence[float]]
NO_FIGURE = {"en": "No figure published by then", "zh": "截至当时尚无已发布的数字"}
ANY_SHARE = (0.0, 100.0)
SMALL, TINY = 8.0, 7.5


@dataclass
class Placer:
    """Labels that wait until a chart is drawn and laid out: only then is it known where there is room."""

    waiting: list[tuple[Axes, Sequence[Label], Sequence[Bar], Sequence[Line]]] = field(default_factory=list)

    def add(self, axes: Axes, labels: Sequence[Label], bars: Sequence[Bar] = (), lines: Sequence[Line] = ()) -> None:
        """Keep the labels of one panel, with the bars and lines that they are to keep clear of."""
        self.waiting.append((axes, labels, bars, [line for line in lines if len(line[0]) > 1]))

    def finish(self, figure: Figure, source: str) -> Figure:
        """Write the source line, lay the chart out and place all labels."""
        note_source(figure.axes[0], source)
        settle(figure)
        for axes, labels, bars, lines in self.waiting:
            place_labels(axes, labels, bars, lines)
        return figure


@dataclass(frozen=True)
class Mark:
    """One figure of a row chart; `maybe` is a further reach of the bounds under another reading of the words."""

    label: str
    lower: float
    upper: float
    value: float | None
    text: str
    exact: bool = True
    hollow: bool = False
    maybe: tuple[float, float] | None = None
    colour: str = COLOURS["blue"]
    marker: str = "o"


@dataclass(frozen=True)
class Group:
    """Rows under one heading: figures of one definition."""

    heading: str
    marks: tuple[Mark, ...]


def draw_nothing(lang: Lang, height: float = 2.2) -> Figure:
    """Return a chart that says that nothing had been published by then (an edition of an earlier year)."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(WIDTH, height))
    say_nothing(axes, lang)
    return figure


def say_nothing(axes: Axes, lang: Lang) -> None:
    """Say in an empty panel that no figure had been published by then."""
    axes.set_axis_off()
    axes.text(
        0.5, 0.5, NO_FIGURE[lang], transform=axes.transAxes, ha="center", va="center", color=COLOURS["muted"], wrap=True
    )


def fold(text: str, width: int, lang: Lang) -> str:
    """Break a label into lines of at most about `width` characters; Chinese breaks anywhere but before punctuation."""
    if lang == "en":
        return fill(text, width, break_on_hyphens=False)
    lines = max(1, -(-len(text) // width))
    size = -(-len(text) // lines)
    cuts, at = [], 0
    while at < len(text):
        end = at + size
        while end < len(text) and (text[end] in "，。、；：）" or _inside_word(text, end)):
            end += 1
        cuts.append(text[at:end])
        at = end
    return "\n".join(cuts)


def _inside_word(text: str, at: int) -> bool:
    """Tell whether a break would part a number, a date or a Latin word."""
    return all(sign.isascii() and (sign.isalnum() or sign in "-.") for sign in text[at - 1 : at + 1])


def text_of(row: Row, lang: Lang) -> str:
    """Return the display text of an observation, the same as in prose: over 90%, 超过90%."""
    quantity = Quantity(
        row["value"], row["lower"], row["upper"], row["unit"], row["comparator"], bool(row.get("rounded", False))
    )
    return say(quantity, lang)


def is_exact(row: Row) -> bool:
    """Tell whether a figure is printed without a word that leaves it open."""
    return row["comparator"] == "eq"


def mark_of(row: Row, label: str, lang: Lang, **changes: Any) -> Mark:  # noqa: ANN401 - fields of a mark
    """Return the mark of an observation."""
    fields = {
        "label": label, "lower": row["lower"], "upper": row["upper"], "value": row["value"],
        "text": text_of(row, lang), "exact": is_exact(row), "hollow": row["confidence"] == "low",
    } | changes  # fmt: skip
    return Mark(**fields)


def draw_groups(axes: Axes, groups: Sequence[Group], limits: tuple[float, float] = ANY_SHARE) -> None:
    """Draw rows of figures under headings, from the top down, within a horizontal axis of `limits`."""
    low, high = limits
    y, ticks, labels = 0.0, [], []
    for group in groups:
        if group.heading:
            axes.text(low, y, group.heading, fontsize=9, va="center", ha="left", color=COLOURS["muted"])
            y -= 1
        for mark in group.marks:
            draw_mark(axes, mark, y, limits)
            ticks.append(y)
            labels.append(mark.label)
            y -= 1
        y -= 0.35
    axes.set_yticks(ticks, labels, fontsize=SMALL)
    axes.tick_params(axis="y", length=0, pad=7)
    axes.set_ylim(y + 0.6, 0.7)
    axes.set_xlim(low, high + 0.24 * (high - low))
    axes.set_xticks([low + (high - low) * step / 5 for step in range(6)])
    small_ticks(axes)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_bounds(low, high)


def small_ticks(axes: Axes) -> None:
    """Set ticks and axis labels in the size of the other small texts."""
    axes.tick_params(labelsize=SMALL)
    axes.xaxis.label.set_size(SMALL)
    axes.yaxis.label.set_size(SMALL)


def draw_mark(axes: Axes, mark: Mark, y: float, limits: tuple[float, float]) -> None:
    """Draw one figure at height `y`: bounds as a bar, an exact figure as a marker, its text to the right."""
    right = mark.upper
    if mark.maybe:
        low, high = mark.maybe
        axes.barh(
            y, high - low, left=low, height=0.46, facecolor="none", edgecolor=mark.colour, linestyle=(0, (2, 2)),
            linewidth=0.9, zorder=2,
        )  # fmt: skip
        right = max(right, high)
    if mark.upper > mark.lower:
        width = mark.upper - mark.lower
        axes.barh(y, width, left=mark.lower, height=0.46, color=mark.colour, alpha=0.35, linewidth=0, zorder=2)
    if mark.value is not None:
        shape = mark.marker if mark.exact else "|"
        face = "white" if mark.hollow and mark.exact else mark.colour
        axes.plot(
            mark.value, y, marker=shape, color=mark.colour, markerfacecolor=face, markersize=6 if mark.exact else 11,
            markeredgewidth=1.4, linestyle="none", zorder=3, clip_on=False,
        )  # fmt: skip
    axes.annotate(
        mark.text, (min(right, limits[1]), y), xytext=(7, 0), textcoords="offset points", va="center", fontsize=SMALL
    )


def height_of(groups: Sequence[Group], row: float = 0.27, rest: float = 1.0) -> float:
    """Return the height in inches that a row chart needs."""
    lines = sum(len(group.marks) + bool(group.heading) + 0.35 for group in groups)
    return max(2.2, rest + row * lines)


def time_of(row: Row) -> float:
    """Return the time of a figure as a decimal year: the end of its period."""
    return float(row["t"]) if "t" in row else decimal_year(row["period_end"])


def year_axis(axes: Axes, first: float, last: float, most: int = 14) -> None:
    """Set a time axis: ticks where years begin, at most `most` years written, each in the middle of its span."""
    from matplotlib.ticker import FixedLocator, NullFormatter

    low, high = int(first // 1), int(-(-last // 1))
    step = -(-(high - low) // most)
    axes.set_xlim(low - 0.05, high + 0.05)
    axes.xaxis.set_major_locator(FixedLocator(range(low, high + 1)))
    axes.xaxis.set_major_formatter(NullFormatter())
    axes.xaxis.set_minor_locator(FixedLocator([year + 0.5 for year in range(low, high, step)]))
    axes.set_xticks([year + 0.5 for year in range(low, high, step)], range(low, high, step), minor=True)
    axes.tick_params(axis="x", which="minor", length=0, labelsize=SMALL)
    small_ticks(axes)


def draw_points(
    axes: Axes, rows: Iterable[Row], colour: str, marker: str, joined: bool = False, size: float = 5.5
) -> None:
    """Draw figures over time: bounds as bars, exact figures as markers, conflicts hollow; `joined` by a thin line.

    Rows are points of series or observations; a line joins points of one series only, so that a break parts it.
    """
    found = sorted(rows, key=time_of)
    for xs, ys in lines_of(found) if joined else []:
        axes.plot(xs, ys, color=colour, linewidth=1, alpha=0.6, zorder=1)
    for row in found:
        _draw_point(axes, row, colour, marker, size)


def lines_of(rows: Iterable[Row]) -> list[tuple[list[float], list[float]]]:
    """Return the lines that join the points of each series, times and values; a single point has none."""
    parts: dict[object, list[tuple[float, float]]] = {}
    for row in rows:
        if row["value"] is not None:
            parts.setdefault(row.get("series_id"), []).append((time_of(row), row["value"]))
    return [([x for x, _ in part], [y for _, y in part]) for part in parts.values() if len(part) > 1]


def draw_breaks(axes: Axes, breaks: Iterable[Break], indicators: Iterable[str], lang: Lang) -> None:
    """Mark the breaks of some national series that lie within the chart, each date once."""
    first, last = axes.get_xlim()
    wanted, done = set(indicators), set()
    for one in breaks:
        time = decimal_year(one.day) - 1 / 366
        about = one.indicator & wanted and (not one.area or "CN" in one.area) and one.kind != "exclude"
        if about and first < time < last and one.day not in done:
            done.add(one.day)
            draw_break(axes, time, getattr(one, f"label_{lang}"))


def _draw_point(axes: Axes, row: Row, colour: str, marker: str, size: float) -> None:
    t = time_of(row)
    if row["upper"] > row["lower"]:
        axes.vlines(t, row["lower"], row["upper"], color=colour, alpha=0.4, linewidth=5, zorder=2)
    top = max(axes.get_ylim())
    if row["upper"] > top:  # the bounds reach beyond the chart: an arrow says so
        axes.plot(t, top, marker="^", color=colour, markersize=6, alpha=0.6, clip_on=False, zorder=3)
    disputed = row.get("status") == "conflict" or row.get("confidence") == "low"
    value, exact = row["value"], row.get("comparator", "eq") == "eq"
    if value is None:
        axes.plot([t, t], [row["lower"], row["upper"]], marker=marker, color=colour, markerfacecolor="white",
                  linestyle="none", markersize=size, zorder=3)  # fmt: skip
        return
    axes.plot(
        t, value, marker=marker if exact else "_", color=colour, markerfacecolor="white" if disputed else colour,
        markersize=size if exact else size + 3, markeredgewidth=1.3, linestyle="none", zorder=3,
    )  # fmt: skip


def points_of(series: pl.DataFrame, observations: pl.DataFrame, **fields: str) -> list[dict[str, Any]]:
    """Return points of series as rows, chosen by columns, each with the comparator of the figures it rests on."""
    import polars as pl

    chosen = series.filter(pl.all_horizontal([pl.col(name) == value for name, value in fields.items()]))
    known = {row["observation_id"]: row for row in observations.iter_rows(named=True)}
    return [{**row, **_print_of(row, known)} for row in chosen.sort("t", "time_period").iter_rows(named=True)]


def _print_of(point: Row, known: Mapping[str, Row]) -> dict[str, Any]:
    """Return comparator and rounding of the observation that decides a point, an exact one first."""
    used = [known[name] for name in str(point["observations"]).split() if name in known]
    used.sort(key=lambda row: (not is_exact(row), row["upper"] - row["lower"]))
    first: Row = used[0] if used else {"comparator": "eq", "rounded": False, "confidence": "high"}
    return {name: first[name] for name in ("comparator", "rounded", "confidence")}


def select(observations: pl.DataFrame, **fields: str | Sequence[str]) -> list[dict[str, Any]]:
    """Return observations as rows, chosen by columns (a value or several), in order of time and id."""
    import polars as pl

    tests = [pl.col(name).is_in([value] if isinstance(value, str) else list(value)) for name, value in fields.items()]
    chosen = observations.filter(pl.all_horizontal(tests)) if tests else observations
    return list(chosen.sort("period_end", "observation_id").iter_rows(named=True))
