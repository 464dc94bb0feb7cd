"""Charts of evaluation scores: tiers of one province over the years, and scores cut at a change of scale."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.charts.dots import (
    Dot,
    Look,
    collect_dots,
    credit,
    draw_dots,
    flatten,
    fold,
    join_dots,
    open_panels,
    say_in,
    set_years,
    within_year,
)
from analysis.charts.exhibits import Lang
from analysis.charts.marks import draw_nothing
from analysis.charts.placing import Label, place_labels, settle
from analysis.charts.style import COLOURS, draw_break

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.reconciling.breaks import Break

SCORE = "avg_evaluation_score"
TIERS = {
    "city": (Look(COLOURS["blue"], "o"), ("cities", "设区市")),
    "county": (Look(COLOURS["orange"], "s"), ("counties", "县（市、区）")),
    "province_department": (Look(COLOURS["green"], "D"), ("provincial departments", "省直部门")),
}
BEIJING = {
    "county": (Look(COLOURS["orange"], "s"), ("districts", "各区")),
    "province_department": (Look(COLOURS["green"], "D"), ("departments", "市级部门")),
}
SCALES = {"scale_130": "130", "scale_110": "110", "scale_100": "100"}


def collect_scores(series: pl.DataFrame, observations: pl.DataFrame, area: str) -> dict[str, list[Dot]]:
    """Return the mean scores of a province by tier."""
    found: dict[str, list[Dot]] = {}
    for dot in collect_dots(series, observations, SCORE, area=area, level=None, beside=False):
        found.setdefault(dot.level, []).append(within_year(dot))
    return found


def list_scores(series: pl.DataFrame, observations: pl.DataFrame) -> list[Dot]:
    """Return the mean scores of the two provinces in the chart."""
    return [dot for area in ("CN-FJ", "CN-BJ") for dot in flatten(collect_scores(series, observations, area))]


def draw_scores(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang, breaks: Iterable[Break] = ()) -> Figure:
    """Draw Fujian's mean scores by tier and Beijing's by scale, each scale a line of its own."""
    fujian = collect_scores(series, observations, "CN-FJ")
    beijing = collect_scores(series, observations, "CN-BJ")
    dots = [dot for found in (fujian, beijing) for own in found.values() for dot in own]
    if not dots:
        return draw_nothing(lang)
    figure, (left, right) = open_panels(4.0, 1, 2, gridspec_kw={"width_ratios": [1, 1.3]})
    left.set_title(say_in(lang, "Fujian, yearly evaluation", "福建省年度评估"), fontsize=9.5)
    right.set_title(say_in(lang, "Beijing, quarterly check", "北京市季度检查"), fontsize=9.5)
    left.set_ylabel(say_in(lang, "mean score", "平均得分"), fontsize=9)
    _draw_tiers(left, fujian, TIERS, lang)
    _draw_tiers(right, beijing, BEIJING, lang)
    for one in breaks:
        if SCORE in one.indicator and "CN-BJ" in one.area and beijing:
            draw_break(right, one.day.year, fold(getattr(one, f"label_{lang}"), lang, 20))
    credit(left, dots, lang)
    settle(figure)
    _label_tiers(left, fujian, TIERS, lang)
    _label_tiers(right, beijing, BEIJING, lang)
    return figure


def _draw_tiers(
    axes: Axes, found: Mapping[str, Sequence[Dot]], tiers: Mapping[str, tuple[Look, tuple[str, str]]], lang: Lang
) -> None:
    """Draw the scores of one province."""
    drawn = [dot for level in tiers for dot in found.get(level, ())]
    if not drawn:
        axes.set_axis_off()
        axes.text(0.5, 0.5, say_in(lang, "no figure by then", "尚无数字"), transform=axes.transAxes, ha="center")
        return
    low, high = min(d.value for d in drawn), max(d.value for d in drawn)
    room = max(high - low, 5.0)
    axes.set_ylim(low - 0.12 * room, high + 0.16 * room)
    set_years(axes, int(min(d.t for d in drawn)), math.ceil(max(d.t for d in drawn)))
    for level, (look, _) in tiers.items():
        join_dots(axes, found.get(level, ()), look)
        draw_dots(axes, found.get(level, ()), look, room)


def _label_tiers(
    axes: Axes, found: Mapping[str, Sequence[Dot]], tiers: Mapping[str, tuple[Look, tuple[str, str]]], lang: Lang
) -> None:
    """Print the scores, the tier beside its first, and the full marks beside the first of each scale."""
    labels, lines = [], []
    for level, (look, names) in tiers.items():
        seen: set[str] = set()
        for number, dot in enumerate(found.get(level, ())):
            head = say_in(lang, *names) if number == 0 else ""
            if dot.method in SCALES and dot.method not in seen:
                full = SCALES[dot.method]
                head += say_in(lang, f", of {full}" if head else f"of {full}", f"（满分{full}）")
            seen.add(dot.method)
            head += "\n" if head else ""
            labels.append(
                Label(head + dot.text(lang), dot.t, dot.value, look.colour, ("N", "NE", "S", "E", "SE"), size=7.5)
            )
        by_series: dict[str, list[Dot]] = {}
        for dot in found.get(level, ()):
            by_series.setdefault(dot.series_id, []).append(dot)
        lines += [([d.t for d in own], [d.value for d in own]) for own in by_series.values() if len(own) > 1]
    if labels:
        place_labels(axes, labels, (), lines)
