"""Charts of government new media: accounts by platform and definition, adoption by level, provinces, one city's mix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any, Literal

from analysis.base.codebook import load_codebook
from analysis.charts.marks import (
    SMALL,
    TINY,
    Group,
    Placer,
    Row,
    draw_breaks,
    draw_groups,
    draw_nothing,
    draw_points,
    height_of,
    lines_of,
    mark_of,
    points_of,
    say_nothing,
    select,
    small_ticks,
    text_of,
    time_of,
    year_axis,
)  # fmt: skip
from analysis.charts.placing import Label
from analysis.charts.sources import rows_behind, say_source
from analysis.charts.style import COLOURS, WIDTH, note_source, thousands
from analysis.words.phrases import plain

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.reconciling.breaks import Break

Lang = Literal["en", "zh"]
WHO = {"all": ("blue", "o"), "institutions": ("orange", "s"), "officials": ("green", "^"), "active": ("purple", "D")}
WHO_WORDS = {
    "all": {"en": "all accounts", "zh": "全部账号"}, "institutions": {"en": "institutions", "zh": "机构账号"},
    "officials": {"en": "officials", "zh": "公职人员账号"}, "active": {"en": "active accounts", "zh": "活跃账号"},
}  # fmt: skip
# (panel, indicator, method, who is counted): what one line may join.
DEFINITIONS = (
    ("sina", "government_weibo_accounts", "sina", "all"),
    ("sina", "government_weibo_accounts", "sina_institutions", "institutions"),
    ("sina", "government_weibo_accounts", "sina_officials", "officials"),
    ("tencent", "government_weibo_accounts", "tencent", "all"),
    ("tencent", "government_weibo_accounts", "tencent_institutions", "institutions"),
    ("several", "government_weibo_accounts", "sina_tencent", "all"),
    ("several", "government_weibo_accounts", "four_platforms", "all"),
    ("several", "government_weibo_accounts", "four_platforms_institutions", "institutions"),
    ("several", "government_weibo_accounts", "four_platforms_officials", "officials"),
    ("wechat", "government_wechat_accounts", "", "all"),
    ("wechat", "government_wechat_accounts", "active", "active"),
    ("toutiao", "government_toutiao_accounts", "", "all"),
)
NATIONAL = tuple(dict.fromkeys(indicator for _, indicator, _, _ in DEFINITIONS))
PANELS = {
    "sina": {"en": "Weibo, Sina alone", "zh": "微博:新浪一家"},
    "several": {"en": "Weibo, two or four platforms", "zh": "微博:两家或四家平台"},
    "tencent": {"en": "Weibo, Tencent alone", "zh": "微博:腾讯一家"},
    "wechat": {"en": "WeChat", "zh": "微信公众号"},
    "toutiao": {"en": "Toutiao", "zh": "今日头条号"},
}
LEVELS = {
    "new_media_integration": ("blue", "o"), "weibo_wechat_adoption": ("green", "^"),
    "mobile_app_adoption": ("orange", "s"),
}  # fmt: skip
MIX = (
    "government_wechat_accounts",
    "government_weibo_accounts",
    "douyin_accounts",
    "government_toutiao_accounts",
    "mobile_apps",
)
LONG = 2  # years: a line as long as this has a label at either end
LOW_RATE = 81  # percent: rates below it are named in the chart
ACCOUNTS, PASS_RATE = "government_new_media_accounts", "new_media_pass_rate"
WORDS = {
    "accounts": {"en": "Accounts (log scale)", "zh": "账号数(对数刻度)"},
    "two": {"en": "two platforms", "zh": "两家平台"},
    "share": {"en": "Share (%)", "zh": "占比(%)"},
    "in_province": {"en": "New media accounts, first and last count", "zh": "政务新媒体账号:首次与最近一次公布"},
    "rate": {"en": "Pass rate (%)", "zh": "合格率(%)"},
    "rates": {"en": "Pass rates of checks by provinces", "zh": "各省份自查合格率"},
    "central": {"en": "General Office's sample", "zh": "国务院办公厅抽查"},
    "mix": {"en": "Beijing's accounts by platform (log scale)", "zh": "北京市各平台账号数(对数刻度)"},
}


def draw_accounts(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang, breaks: Iterable[Break] = ()) -> Figure:
    """Draw accounts over time on a log scale, a panel for each group of platforms, a line for each definition."""
    import matplotlib.pyplot as plt

    found = {d: _national(series, observations, d[1], d[2]) for d in DEFINITIONS}
    every = [row for rows in found.values() for row in rows]
    if not every:
        return draw_nothing(lang)
    figure, grid = plt.subplots(2, 2, figsize=(WIDTH, 6.2), sharex=True, sharey=True)
    placer = Placer()
    panels = (("sina",), ("several",), ("tencent",), ("wechat", "toutiao"))
    for axes, names in zip(grid.flat, panels, strict=True):
        axes.set_title(" · ".join(PANELS[name][lang] for name in names), fontsize=9)
        axes.set_yscale("log")
        axes.set_ylim(2_000, 1_200_000)
        year_axis(axes, 2011, max(map(time_of, every)) + 1, most=7)
        thousands(axes)
        small_ticks(axes)
        if "wechat" in names and any(rows for d, rows in found.items() if d[0] == "wechat"):
            draw_breaks(axes, breaks, ["government_wechat_accounts"], lang)
        _draw_definitions(axes, {d: rows for d, rows in found.items() if d[0] in names and rows}, placer, lang)
    for axes in grid[:, 0]:
        axes.set_ylabel(WORDS["accounts"][lang], fontsize=SMALL)
    return placer.finish(figure, say_source(rows_behind(every, observations), lang))


def _national(series: pl.DataFrame, observations: pl.DataFrame, indicator: str, method: str) -> list[dict[str, Any]]:
    return points_of(series, observations, indicator=indicator, area="CN", level="all", method=method)


def _draw_definitions(
    axes: Axes, found: dict[tuple[str, str, str, str], list[dict[str, Any]]], placer: Placer, lang: Lang
) -> None:
    """Draw the definitions of one panel and write who is counted beside the last figure of each."""
    if not found:
        say_nothing(axes, lang)
        return
    labels, bars, lines = [], [], []
    for (panel, _, method, who), rows in found.items():
        colour, marker = WHO[who]
        filled = [{**row, "confidence": "high"} for row in rows]
        draw_points(axes, filled, COLOURS[colour], marker, joined=True, size=4.5)
        lines += lines_of(filled)
        labels += _ends(rows, _name_of(panel, method, who, lang), COLOURS[colour], axes.get_xlim()[1], lang)
        bars += [(time_of(r), r["lower"], r["upper"]) for r in rows]
    placer.add(axes, labels, bars, lines)


def _name_of(panel: str, method: str, who: str, lang: Lang) -> str:
    if method == "sina_tencent":
        return WORDS["two"][lang]
    return PANELS[panel][lang] if panel in ("wechat", "toutiao") and who == "all" else WHO_WORDS[who][lang]


def _ends(rows: Sequence[Row], name: str, colour: str, right: float, lang: Lang) -> list[Label]:
    """Return the labels of the last figure, with the name of the definition, and of the first, where there is room."""
    first, last = rows[0], rows[-1]
    places = ("NW", "N", "SW", "S") if time_of(last) > right - 4 else ("E", "SE", "S", "NE", "N")
    if last["method"] == "four_platforms":  # the two platforms stand to the right of it
        places = ("W", "NW", "N")
    labels = [Label(f"{name}\n{_count(last, lang)}", time_of(last), _height(last), colour, places)]
    if time_of(last) - time_of(first) > LONG:
        labels.append(Label(_count(first, lang), time_of(first), _height(first), colour, ("E", "SE", "S"), size=TINY))
    return labels


def _height(row: Row) -> float:
    return float(row["value"] if row["value"] is not None else row["upper"])


def _count(row: Row, lang: Lang) -> str:
    """Return the text of a point; a conflict is given as its span."""
    return text_of(row, lang) if row["value"] is not None else f"{plain(row['lower'])}–{plain(row['upper'])}"


def draw_levels(observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw what shares of each level are on new media, as rows of bounds under each definition."""
    import matplotlib.pyplot as plt

    book = load_codebook()
    groups = []
    for name, (colour, marker) in LEVELS.items():
        rows = select(observations, indicator=name, area="CN")
        rows.sort(key=lambda row: book.levels[row["level"]].order)
        marks = (
            mark_of(row, book.levels.label(row["level"], lang), lang, colour=COLOURS[colour], marker=marker)
            for row in rows
        )
        years = ", ".join(sorted({row["time_period"][:4] for row in rows}))
        if rows:
            heading = f"{book.indicators.label(name, lang)}，{years}年" if lang == "zh" else ""
            groups.append(Group(heading or f"{book.indicators.label(name, lang)}, {years}", tuple(marks)))
    if not groups:
        return draw_nothing(lang)
    figure, axes = plt.subplots(figsize=(WIDTH, height_of(groups)))
    draw_groups(axes, groups)
    axes.set_xlabel(WORDS["share"][lang], fontsize=SMALL)
    note_source(axes, say_source(select(observations, indicator=tuple(LEVELS)), lang))
    return figure


def draw_provinces(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw accounts in provinces (first and last count) beside the pass rates of checks over time."""
    import matplotlib.pyplot as plt
    import polars as pl

    local = series.filter(pl.col("area") != "CN")
    counts = _by_area(points_of(local, observations, indicator=ACCOUNTS, level="all", method=""))
    rates = points_of(local, observations, indicator=PASS_RATE, level="all", method="self_check")
    central = points_of(series, observations, indicator=PASS_RATE, area="CN", level="all", method="central_sample")
    if not counts and not rates and not central:
        return draw_nothing(lang)
    height = max(3.4, 1.2 + 0.235 * len(counts))
    figure, (left, right) = plt.subplots(1, 2, figsize=(WIDTH, height), width_ratios=(1.15, 1))
    _draw_counts_by_area(left, counts, lang)
    placer = Placer()
    _draw_rates(right, rates, central, placer, lang)
    behind = rows_behind([*(row for rows in counts.values() for row in rows), *rates, *central], observations)
    return placer.finish(figure, say_source(behind, lang))


def _by_area(points: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return points by area, the area with the largest last count first."""
    areas: dict[str, list[dict[str, Any]]] = {}
    for point in points:
        if point["value"] is not None:
            areas.setdefault(point["area"], []).append(point)
    order = sorted(areas, key=lambda area: (-areas[area][-1]["value"], area))
    return {area: areas[area] for area in order}


def _draw_counts_by_area(axes: Axes, counts: dict[str, list[dict[str, Any]]], lang: Lang) -> None:
    """Draw a row for each province: a hollow marker for the first count, a full one for the last, with their years."""
    axes.set_title(WORDS["in_province"][lang], fontsize=9)
    if not counts:
        say_nothing(axes, lang)
        return
    areas = load_codebook().areas
    top = max(row["value"] for rows in counts.values() for row in rows)
    for y, rows in enumerate(counts.values()):
        first, last = rows[0], rows[-1]
        if first is not last:
            axes.plot(
                [first["value"], last["value"]], [y, y], color=COLOURS["blue"], linewidth=1.2, alpha=0.5, zorder=1
            )
            axes.plot(first["value"], y, "o", color=COLOURS["blue"], markerfacecolor="white", markersize=5, zorder=2)
        axes.plot(last["value"], y, "o", color=COLOURS["blue"], markersize=5, zorder=3)
        years = sorted({row["time_period"][:4] for row in (first, last)})
        right = max(first["value"], last["value"])
        axes.annotate(
            "–".join(years), (right, y), xytext=(6, 0), textcoords="offset points", va="center", fontsize=TINY,
            color=COLOURS["muted"],
        )  # fmt: skip
    axes.set_yticks(range(len(counts)), [fill(areas.label(area, lang), 22) for area in counts])
    axes.set_ylim(len(counts) - 0.4, -0.6)
    axes.set_xlim(0, top * 1.26)
    axes.grid(axis="x", visible=True)
    axes.grid(axis="y", visible=False)
    axes.tick_params(axis="y", length=0)
    _thousands_below(axes)
    small_ticks(axes)


def _thousands_below(axes: Axes) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))


def _draw_rates(
    axes: Axes, rates: list[dict[str, Any]], central: list[dict[str, Any]], placer: Placer, lang: Lang
) -> None:
    """Draw pass rates over time: the checks of provinces as dots, the central sample as a diamond."""
    axes.set_title(WORDS["rates"][lang], fontsize=9)
    every = [*rates, *central]
    if not every:
        say_nothing(axes, lang)
        return
    # A rate of a quarter is dated by its end; a second figure of the same day is moved a little, so that both are seen.
    draw_points(axes, rates, COLOURS["blue"], "o", size=4)
    draw_points(axes, central, COLOURS["orange"], "D", size=6)
    year_axis(axes, min(map(time_of, every)) - 0.2, max(map(time_of, every)) + 0.3)
    axes.set_ylim(min(55.0, *(r["lower"] for r in every if r["value"] is not None and r["lower"] > 0)) - 3, 101.5)
    axes.set_ylabel(WORDS["rate"][lang], fontsize=SMALL)
    small_ticks(axes)
    labels = [
        Label(
            f"{WORDS['central'][lang]}\n{text_of(r, lang)}",
            time_of(r),
            r["value"],
            COLOURS["orange"],
            ("E", "SW", "S", "SE"),
        )
        for r in central
    ]
    low = [r for r in rates if r["value"] is not None and r["value"] < LOW_RATE]
    labels += [Label(_rate_label(r, lang), time_of(r), r["value"], COLOURS["blue"]) for r in low]
    placer.add(axes, labels, [(time_of(r), r["lower"], r["upper"]) for r in every])


def _rate_label(row: Row, lang: Lang) -> str:
    return f"{load_codebook().areas.label(row['area'], lang)} {text_of(row, lang)}"


def draw_mix(observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw the accounts of Beijing by platform over time, on a log scale with labels at both ends."""
    import matplotlib.pyplot as plt

    found = {name: select(observations, indicator=name, area="CN-BJ", level="all") for name in (ACCOUNTS, *MIX)}
    shown = {name: rows for name, rows in found.items() if rows}
    if not shown:
        return draw_nothing(lang)
    figure, axes = plt.subplots(figsize=(WIDTH, 3.9))
    every = [row for rows in shown.values() for row in rows]
    axes.set_yscale("log")
    axes.set_ylim(20, 4000)
    year_axis(axes, min(map(time_of, every)), max(map(time_of, every)) + 0.9)
    thousands(axes)
    axes.set_ylabel(WORDS["mix"][lang], fontsize=SMALL)
    book, labels, lines = load_codebook(), [], []
    for (name, rows), look in zip(shown.items(), _looks(), strict=False):
        draw_points(axes, rows, look[0], look[1], joined=True)
        lines.append(([time_of(r) for r in rows], [r["value"] for r in rows]))
        last = rows[-1]
        title = f"{book.indicators.label(name, lang)} {text_of(last, lang)}"
        labels.append(Label(title, time_of(last), last["value"], look[0]))
        if len(rows) > 1:
            labels.append(Label(text_of(rows[0], lang), time_of(rows[0]), rows[0]["value"], look[0], ("N", "NE", "S")))
    placer = Placer()
    placer.add(axes, labels, (), lines)
    return placer.finish(figure, say_source(every, lang))


def _looks() -> list[tuple[str, str]]:
    names = (("ink", "o"), ("blue", "s"), ("orange", "^"), ("green", "D"), ("purple", "v"), ("amber", "P"))
    return [(COLOURS[colour], marker) for colour, marker in names]
