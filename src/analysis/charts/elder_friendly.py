"""Charts of elder-friendly retrofits and accessibility: counts of several populations, shares by what they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from analysis.base.codebook import load_codebook
from analysis.charts.marks import (
    Group,
    Mark,
    Placer,
    Row,
    draw_groups,
    draw_nothing,
    draw_points,
    height_of,
    is_exact,
    mark_of,
    points_of,
    select,
    text_of,
    time_of,
    year_axis,
)  # fmt: skip
from analysis.charts.placing import Label
from analysis.charts.sources import rows_behind, say_source
from analysis.charts.style import COLOURS, WIDTH, note_source, thousands
from analysis.words.phrases import say_value

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Lang = Literal["en", "zh"]
# What is counted differs: sites and apps of a programme, sites of governments, sites of public bodies, bodies.
COUNTS = {
    "sites_and_apps_with_elder_friendly_retrofit": ("blue", "o"),
    "government_sites_with_accessibility_retrofit": ("orange", "s"),
    "sites_with_accessibility_service": ("green", "^"),
    "government_units_with_accessible_service_platform": ("purple", "D"),
    "governments_with_accessibility_service_platform": ("sky", "v"),
}  # fmt: skip
SHORT = {
    "sites_and_apps_with_elder_friendly_retrofit": {
        "en": "Sites and apps in the ministry's programme", "zh": "工信部专项行动改造的网站和应用",
    },
    "government_sites_with_accessibility_retrofit": {
        "en": "Government sites retrofitted, as announced", "zh": "公布的完成改造的政府网站",
    },
    "sites_with_accessibility_service": {
        "en": "Government and public-service sites", "zh": "政务和公共服务网站",
    },
    "government_units_with_accessible_service_platform": {
        "en": "Government bodies with a platform", "zh": "建有平台的政府单位",
    },
    "governments_with_accessibility_service_platform": {
        "en": "Governments with a platform", "zh": "建有平台的政府",
    },
}  # fmt: skip
SHARES = {
    "elder_friendly_retrofit_done": ("blue", "o"), "share_of_sites_with_accessibility_service": ("green", "^"),
    "share_of_portals_meeting_wcag_a": ("orange", "s"), "share_of_sites_with_accessibility": ("purple", "D"),
}  # fmt: skip
WORDS = {
    "count": {"en": "Number (log scale)", "zh": "数量(对数刻度)"},
    "share": {"en": "Share (%)", "zh": "占比(%)"},
    "running": {"en": "Government websites in operation", "zh": "在运行政府网站"},
    "of": {"en": "{} of {} are {}", "zh": "{}/{}为{}"},
}
RUNNING = "running_government_sites"
PROGRAMME = "sites_and_apps_with_elder_friendly_retrofit"
Line = tuple[list[float], list[float]]


def running_sites(series: pl.DataFrame) -> pl.DataFrame:
    """Return the points of the national count of government websites in operation."""
    import polars as pl

    return series.filter((pl.col("indicator") == RUNNING) & (pl.col("area") == "CN") & (pl.col("level") == "all"))


def draw_counts(series: pl.DataFrame, observations: pl.DataFrame, running: pl.DataFrame, lang: Lang) -> Figure:
    """Draw the counts on a log scale, each population in its own colour; `running` are the sites in operation.

    A count of retrofitted government sites that lies above all sites in operation cannot be a part of them.
    """
    import matplotlib.pyplot as plt

    points = {name: points_of(series, observations, indicator=name, area="CN") for name in COUNTS}
    shown = {name: rows for name, rows in points.items() if rows}
    if not shown:
        return draw_nothing(lang)
    figure, axes = plt.subplots(figsize=(WIDTH, 4.6))
    every = [row for rows in shown.values() for row in rows]
    axes.set_yscale("log")
    axes.set_ylim(50, 150_000)
    last = max([*map(time_of, every), *running["t"].to_list()])
    year_axis(axes, min(map(time_of, every)) - 0.3, last + 1.2)
    thousands(axes)
    axes.set_ylabel(WORDS["count"][lang])
    labels, bars, lines = _draw_counts(axes, shown, lang)
    named, grey = _draw_running(axes, running, lang)
    placer = Placer()
    placer.add(axes, [*labels, *named], bars, [*lines, *grey])
    return placer.finish(figure, say_source(rows_behind(every, observations), lang))


def _draw_counts(
    axes: Axes, shown: dict[str, list[dict[str, Any]]], lang: Lang
) -> tuple[list[Label], list[tuple[float, float, float]], list[Line]]:
    """Draw all counts; only the programme's, of one definition, are joined. Returns what labels must keep clear of."""
    labels, bars, lines = [], [], []
    for name, rows in shown.items():
        colour, marker = COLOURS[COUNTS[name][0]], COUNTS[name][1]
        draw_points(axes, rows, colour, marker, joined=name == PROGRAMME)
        if name == PROGRAMME and len(rows) > 1:
            lines.append(([time_of(row) for row in rows], [row["value"] or row["upper"] for row in rows]))
        for row in rows:
            text = text_of(row, lang) if row["value"] is not None else ""
            title = f"{SHORT[name][lang]}\n{text}" if row is rows[-1] else text
            labels.append(Label(title, time_of(row), row["value"] or row["upper"], colour))
            bars.append((time_of(row), row["lower"], row["upper"]))
    return labels, bars, lines


def _draw_running(axes: Axes, running: pl.DataFrame, lang: Lang) -> tuple[list[Label], list[Line]]:
    """Draw the sites in operation in grey, each series for itself; returns the label of the last and the lines."""
    import polars as pl

    rows = running.filter((pl.col("t") >= axes.get_xlim()[0]) & pl.col("value").is_not_null()).sort("t")
    if not rows.height:
        return [], []
    lines = []
    for part in rows.partition_by("series_id", maintain_order=True):
        xs, ys = part["t"].to_list(), part["value"].to_list()
        axes.plot(xs, ys, color=COLOURS["grey"], marker=".", linewidth=1, markersize=4, zorder=1)
        lines.append((xs, ys))
    x, y = rows["t"][-1], rows["value"][-1]
    text = f"{WORDS['running'][lang]}\n{say_value(y, 'count:site', lang)}"
    return [Label(text, x, y, COLOURS["muted"], prefer=("SE", "S", "E"))], lines


def draw_shares(observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw printed shares as rows, grouped by what they are a share of; hollow where copies are of low confidence."""
    import matplotlib.pyplot as plt

    book = load_codebook()
    groups = []
    for name in SHARES:
        rows = select(observations, indicator=name)
        marks = tuple(_share_mark(row, observations, lang) for row in rows)
        if marks:
            groups.append(Group(book.indicators.label(name, lang), marks))
    if not groups:
        return draw_nothing(lang)
    figure, axes = plt.subplots(figsize=(WIDTH, height_of(groups)))
    draw_groups(axes, groups)
    axes.set_xlabel(WORDS["share"][lang])
    note_source(axes, say_source(select(observations, indicator=tuple(SHARES)), lang))
    return figure


def _share_mark(row: Row, observations: pl.DataFrame, lang: Lang) -> Mark:
    """Return the row of a share; where the counts of the same survey give another share, that is said beside it."""
    colour, marker = SHARES[row["indicator"]]
    mark = mark_of(row, _place(row, lang), lang, colour=COLOURS[colour], marker=marker)
    counts = counts_of(row, observations)
    if not counts or not is_exact(row):
        return mark
    from dataclasses import replace

    part, whole = counts
    share = 100 * part / whole
    if row["lower"] <= share <= row["upper"]:
        return mark
    said = WORDS["of"][lang].format(say_value(part, "count", lang), say_value(whole, "count", lang), f"{share:.1f}%")
    return replace(mark, text=f"{mark.text}（{said}）" if lang == "zh" else f"{mark.text} ({said})")


def counts_of(row: Row, observations: pl.DataFrame) -> tuple[float, float] | None:
    """Return the sites with barrier-free access and the sites surveyed, where the same bulletin prints both."""
    same = {name: row[name] for name in ("bulletin_id", "area", "level", "entity", "time_period") if row[name]}
    found = [
        select(observations, indicator=name, **same)
        for name in ("sites_with_accessibility", "sites_surveyed_for_accessibility")
    ]
    if not all(found) or not found[1][0]["value"]:
        return None
    return found[0][0]["value"], found[1][0]["value"]


def _place(row: Row, lang: Lang) -> str:
    book = load_codebook()
    area, level = book.areas.label(row["area"], lang), book.levels.label(row["level"], lang)
    year = row["time_period"][:4]
    if lang == "zh":
        return f"{area}{level if row['level'] != 'all' else ''}，{year}年"
    return f"{area}, {level[0].lower() + level[1:]}, {year}"
