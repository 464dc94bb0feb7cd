"""Charts of how many government websites there are: the census, the consolidation and the plateau."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from analysis.charts.dots import (
    Dot,
    Look,
    collect_dots,
    credit,
    draw_dots,
    is_open,
    join_dots,
    open_chart,
    say_in,
    set_years,
)
from analysis.charts.exhibits import Lang
from analysis.charts.marks import draw_nothing
from analysis.charts.placing import Label, place_labels, settle
from analysis.charts.style import COLOURS, draw_break, thousands

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.reconciling.breaks import Break

END_OF_2016 = "est-consolidation-end-2016"
RUNNING, DECLARED = "running_government_sites", "declared_government_sites"
# Each way of counting: its look, its name in both languages, and the places where its labels may stand.
COUNTS = {
    "declared": (Look(COLOURS["amber"], "s"), ("declared to the census", "普查申报")),
    "office": (Look(COLOURS["blue"], "o"), ("in operation, General Office", "正在运行（国务院办公厅）")),
    "evaluation": (Look(COLOURS["orange"], "^"), ("in the evaluation", "评估通报所印")),
    "cnnic": (Look(COLOURS["green"], "D"), ("in operation, CNNIC", "正在运行（CNNIC口径）")),
}
PHASES = (
    (2015.0, 2016.0, "census", "普查"), (2016.0, 2019.0, "consolidation", "集约整合"),
    (2019.0, 2024.0, "plateau", "平台期"),
)  # fmt: skip


def count_of(dot: Dot, indicator: str) -> str:
    """Return the way of counting that a national figure follows: by its method and its bulletin."""
    if indicator == DECLARED:
        return "declared"
    if dot.method == "cnnic":
        return "cnnic"
    return "evaluation" if dot.bulletin.startswith("ceirp-") else "office"


def collect_counts(series: pl.DataFrame, observations: pl.DataFrame) -> dict[str, list[Dot]]:
    """Return the national counts by way of counting, with the one that follows from others by arithmetic."""
    found: dict[str, list[Dot]] = {name: [] for name in COUNTS}
    for indicator in (DECLARED, RUNNING):
        for dot in collect_dots(series, observations, indicator):
            found[count_of(dot, indicator)].append(dot)
    found["office"] = sorted([*found["office"], *imply_end_of_2016(series, observations)], key=lambda dot: dot.t)
    return found


def imply_end_of_2016(series: pl.DataFrame, observations: pl.DataFrame) -> list[Dot]:
    """Return the count of the end of 2016 that the General Office's notices imply, as the estimates have it."""
    from analysis.questions.consolidation import COUNT
    from analysis.questions.evidence import gather
    from analysis.questions.implied import find_implied

    points = find_implied(gather(series, observations), COUNT)
    if not points:
        return []
    point = points[0]
    bulletins = dict(observations.select("observation_id", "bulletin_id").rows())
    return [
        Dot(
            point.t, point.value, point.lower, point.upper, point.period, series_id=COUNT, unit="count:site",
            derived=True, number=END_OF_2016, bulletin=bulletins.get(point.ref.split()[0], ""),
        )
    ]  # fmt: skip


def draw_arc(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang, breaks: Iterable[Break] = ()) -> Figure:
    """Draw all national counts of government websites, each way of counting in a colour and marker of its own."""
    counts = collect_counts(series, observations)
    dots = [dot for own in counts.values() for dot in own]
    if not dots:
        return draw_nothing(lang)
    figure, axes = open_chart(4.6)
    top = 1.12 * max(dot.upper for dot in dots)
    axes.set_ylim(0, top)
    set_years(axes, 2015, max(2018.6, *(dot.t + 0.45 for dot in dots)))
    _shade_phases(axes, lang)
    _draw_cuts(axes, breaks, lang)
    for name, own in counts.items():
        look = COUNTS[name][0]
        join_dots(axes, [d for d in own if not is_open(d, top)], look)
        draw_dots(axes, own, look, top)
    thousands(axes)
    axes.set_ylabel(say_in(lang, "government websites", "政府网站（个）"))
    credit(axes, dots, lang)
    settle(figure)
    _label_counts(axes, counts, top, lang)
    return figure


def _shade_phases(axes: Axes, lang: Lang) -> None:
    """Name the phases along the bottom of the chart."""
    first, last = axes.get_xlim()
    for number, (start, end, en, zh) in enumerate(PHASES):
        left, right = max(start, first), min(end, last)
        if right - left < 0.4:
            continue
        if number % 2:
            axes.axvspan(left, right, color=COLOURS["grid"], alpha=0.45, linewidth=0, zorder=0)
        axes.annotate(
            say_in(lang, en, zh), ((left + right) / 2, 0.012), xycoords=("data", "axes fraction"), ha="center",
            va="bottom", fontsize=8, color=COLOURS["muted"],
        )  # fmt: skip


def _draw_cuts(axes: Axes, breaks: Iterable[Break], lang: Lang) -> None:
    """Draw the breaks of the national counts that lie within the chart."""
    from analysis.base.periods import decimal_year

    first, last = axes.get_xlim()
    for one in breaks:
        time = decimal_year(one.day)
        about = (not one.area or "CN" in one.area) and one.indicator & {RUNNING, DECLARED}
        if one.kind != "exclude" and about and first < time < last:
            draw_break(axes, time, getattr(one, f"label_{lang}"))


def _label_counts(axes: Axes, counts: dict[str, list[Dot]], top: float, lang: Lang) -> None:
    """Print every figure beside its dot, and the name of each way of counting beside its first."""
    labels, bars, lines = [], [], []
    for name, own in counts.items():
        look, names = COUNTS[name]
        for number, dot in enumerate(own):
            head = f"{say_in(lang, *names)}\n" if number == _named(name, own) else ""
            labels.append(Label(head + dot.text(lang), dot.t, dot.value, look.colour, ("E", "NE", "N", "SW", "W")))
        bars += [(d.t, d.lower, d.upper) for d in own if is_open(d, top)]
        drawn = [d for d in own if not d.hollow and not is_open(d, top)]
        lines.append(([d.t for d in drawn], [d.value for d in drawn]))
    place_labels(axes, labels, bars, [line for line in lines if len(line[0]) > 1])


def _named(name: str, own: Sequence[Dot]) -> int:
    """Return which dot carries the name of its way of counting: that with the most room around it."""
    return len(own) - 1 if name == "cnnic" else 0
