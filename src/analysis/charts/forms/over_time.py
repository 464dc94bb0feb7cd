"""Figures over time: markers and bounds, lines within a series, breaks, phases, fitted curves with their bands."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
import seaborn as sns

from analysis.base.periods import decimal_year, parse_period
from analysis.charts.declarations import Panel
from analysis.charts.drawn import Drawn, numbers_in, order_of
from analysis.charts.grammar import SIZE, Field, draw_marks, draw_undated, is_wide, join
from analysis.charts.placing import Label, Line
from analysis.charts.scales import ends_of, set_time, set_values
from analysis.charts.style import COLOURS, SMALL, TINY
from analysis.words.folding import fold

PLACES = ("E", "NE", "N", "SW", "W")
ASIDE = ("NE", "E", "SW", "W", "SE")
NAME_WIDTH, NAME_NARROW, BREAK_WIDTH = 30, 20, 24  # letters of a line
MANY = 5  # series
NARROW, SMALL_SIZE = 120, 4.0  # points: a panel, and a marker in it


def draw(panel: Field) -> None:
    """Draw one panel."""
    spec = panel.panel
    _set_axes(panel)
    _shade_phases(panel)
    upright = draw_breaks(panel)
    figures = [row for row in panel.rows if row.status not in ("curve", "estimate")]
    span, size = _span(panel), SMALL_SIZE if spec.undated or panel.width <= NARROW else SIZE
    lines = _draw_models(panel)
    lines += join(panel, figures, span) if spec.join else []
    draw_marks(panel, figures, [row.time for row in figures], span=span, size=size)
    if spec.undated:
        draw_undated(panel, figures)
    flat = [row for row in panel.rows if row.status == "estimate" and row.t is None]
    labels = [*labels_of(panel, figures), *_remarks(panel, lines), *_names_of_levels(panel, flat)]
    levels = [(panel.axes.get_xlim(), (row.height, row.height)) for row in flat]
    marks = [(row.time, row.height, row.height) for row in figures]  # also those without a label: one lay on them
    wide = [(row.time, *row.ends) for row in panel.rows if row.t is not None and is_wide(row, span)]
    bars = [*(bar for bar in wide if math.isfinite(bar[2])), *marks]
    panel.scene.placer.add(panel.axes, labels, bars, [*lines, *upright, *levels])
    if _naming(panel) == "none":
        panel.key(figures)


def _set_axes(panel: Field) -> None:
    axes, spec, scene = panel.axes, panel.panel, panel.scene
    set_values(axes, spec.axis, ends_of(spec.axis, numbers_in(panel.rows)), panel.unit, scene.names)
    within = scene.rows if scene.declaration.shared else panel.rows
    # A model's curve runs on behind the figures; where room is asked for, they end the axis.
    timed = [row for row in within if row.t is not None and (spec.time.room is None or row.status != "curve")]
    set_time(axes, [row.t for row in timed if row.t is not None], spec.time, panel.width)


def _draw_models(panel: Field) -> list[Line]:
    """Draw what models say, behind the figures: curves, sampling intervals at dates, and levels without a date."""
    curves = [row for row in panel.rows if row.status == "curve"]
    axes = panel.axes
    for row in (row for row in panel.rows if row.status == "estimate"):
        colour = panel.look(row).colour
        if row.t is None:
            axes.axhline(row.height, color=colour, linestyle=(0, (4, 2)), linewidth=1.1, gid="level")
            axes.axhspan(*row.ends, color=colour, alpha=0.12, linewidth=0, zorder=0, gid="level-band")
        else:
            axes.vlines(row.time, *row.ends, color=colour, alpha=0.45, linewidth=3.5, zorder=2, gid="interval")
    return [_draw_curve(panel, list(rows)) for _, rows in groupby(curves, key=lambda row: row.line)]


def _names_of_levels(panel: Field, levels: Sequence[Drawn]) -> Iterator[Label]:
    """Name floors and ceilings: a ceiling at the left, above the figures that rise to it."""
    for row in levels:
        above = row.height > next((one.height for one in panel.rows if one.t is not None), row.height)
        places = ("NE", "SE") if above else ("NW", "SW")
        end = panel.axes.get_xlim()[not above]
        yield Label(panel.names.remark(row), end, row.height, panel.look(row).colour, places, SMALL)


def _remarks(panel: Field, lines: Sequence[Line]) -> list[Label]:
    """Return what is written beside a curve: estimates of it, each at its date; a refused model is said."""
    found = []
    if panel.panel.remarks and not any(row.status == "curve" for row in panel.rows):
        text = panel.names.word("refused-model")
        panel.axes.text(0.04, 0.04, text, transform=panel.axes.transAxes, fontsize=SMALL, color=COLOURS["muted"],
                        gid="refused")  # fmt: skip
        return []
    for name, time in panel.panel.remarks.items():
        row = panel.scene.estimates.get(name)
        spots = [(x, y) for xs, ys in lines for x, y in zip(xs, ys, strict=True)]
        if row and spots:
            _, height = min(spots, key=lambda spot: abs(spot[0] - time))
            colour = next(panel.look(one).colour for one in panel.rows if one.status == "curve")
            found.append(Label(panel.names.remark(row), time, height, colour, ASIDE, SMALL))
    return found


def _span(panel: Field) -> float:
    """Return how many units the axis shows; on a logarithmic axis those around its middle."""
    low, high = panel.ends()
    return math.sqrt(low * high) if panel.panel.axis.scale == "log" else high - low


def _draw_curve(panel: Field, rows: list[Drawn]) -> Line:
    """Draw a fitted curve with seaborn, its band behind it; returns its line."""
    colour, times, values = panel.look(rows[0]).colour, [row.time for row in rows], [row.height for row in rows]
    lower, upper = (np.clip(ends, *panel.ends()) for ends in zip(*(row.ends for row in rows), strict=True))
    panel.axes.fill_between(times, lower, upper, color=colour, alpha=0.16, linewidth=0, gid="band")
    sns.lineplot(x=times, y=values, color=colour, linewidth=1.4, estimator=None, ax=panel.axes, gid="curve")
    panel.scene.used["curve"] = None
    return times, values


def _shade_phases(panel: Field) -> None:
    """Name phases along the bottom of the chart, every second one shaded."""
    first, last = panel.axes.get_xlim()
    for number, (start, end, word) in enumerate(panel.panel.phases):
        left, right = max(start, first), min(end, last)
        if right - left < 0.4:
            continue
        if number % 2:
            panel.axes.axvspan(left, right, color=COLOURS["grid"], alpha=0.45, linewidth=0, zorder=0, gid="phase")
        panel.axes.annotate(
            panel.names.word(word), ((left + right) / 2, 0.012), xycoords=("data", "axes fraction"), ha="center",
            va="bottom", fontsize=SMALL, color=COLOURS["muted"],
        )  # fmt: skip


def draw_breaks(panel: Field) -> list[Line]:
    """Draw the breaks of the panel's indicators and its events that lie within the chart; returns their lines."""
    names, wanted, chosen = panel.names, set(panel.panel.breaks), panel.scene.declaration.select
    areas = {area for one in chosen for area in one.where.get("area", ("CN",))}  # those that the panel speaks of
    reasons = {
        decimal_year(one.day) - 1 / 366: one.label[names.lang] for one in panel.scene.breaks
        if one.indicator & wanted and one.kind != "exclude" and (not one.area or one.area & areas)
    }  # fmt: skip
    reasons |= {parse_period(day).end: names.word(word) for day, word in panel.panel.events.items()}
    first, last = panel.axes.get_xlim()
    drawn = sorted(time for time in reasons if first < time < last)
    for number, time in enumerate(drawn):
        _draw_break(panel, time, fold(reasons[time], BREAK_WIDTH), number)
    return [([time, time], list(panel.axes.get_ylim())) for time in drawn]


def _draw_break(panel: Field, time: float, reason: str, number: int) -> None:
    """Draw a dashed line with its reason at the top, that of a later one lower, so that neighbours do not meet."""
    axes = panel.axes
    first, last = axes.get_xlim()
    right = time - first < 0.75 * (last - first)
    axes.axvline(time, color=COLOURS["muted"], linestyle=(0, (3, 3)), linewidth=1, zorder=1, gid="break")
    axes.annotate(
        reason, (time, 1), xycoords=("data", "axes fraction"), xytext=(3 if right else -3, -2 - 20 * number),
        textcoords="offset points", va="top", ha="left" if right else "right", fontsize=TINY, color=COLOURS["muted"],
        gid="reason", bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
    )  # fmt: skip


def labels_of(panel: Field, rows: Sequence[Drawn]) -> list[Label]:
    """Return the labels of a panel: figures as declared, and the name of each series beside one of its marks."""
    found, width = [], NAME_NARROW if panel.scene.narrow else NAME_WIDTH
    certain = [row for row in rows if row.status != "possible"]
    for series in order_of(certain, "series"):
        own = [row for row in certain if row.series == series]
        named = _named(panel, own)
        for row in own:
            name = fold(panel.names.name(series), width) if row is named and series else ""
            said = panel.names.figure(row) if _is_said(panel.panel, own, row) else ""
            if text := "\n".join(part for part in (name, said) if part):
                height, size = min(row.height, panel.ends()[1]), SMALL if row is named else TINY
                places = panel.panel.places or PLACES
                found.append(Label(text, row.time, height, panel.look(row).colour, places, size))
    return found


def _naming(panel: Field) -> str:
    """Return which mark names its series; in one column the key does where they are many, for names lay on marks."""
    return "none" if panel.scene.narrow and len(panel.scene.looks) > MANY else panel.panel.names


def _named(panel: Field, own: Sequence[Drawn]) -> Drawn | None:
    plain = [row for row in own if not row.hollow] or list(own)
    return {"first": plain[0], "last": plain[-1], "none": None}[_naming(panel)]


def _is_said(spec: Panel, own: Sequence[Drawn], row: Drawn) -> bool:
    """Tell whether the figure of a mark is printed beside it."""
    chosen = {"all": own, "ends": (own[0], own[-1]), "last": own[-1:], "none": ()}
    if spec.labels == "low":
        return row.height < (spec.below or -math.inf)
    return row.id in spec.also or (row in chosen[spec.labels] and row.series in (spec.said or (row.series,)))
