"""Charts of open data and online services: platforms and how far they can spread, users, and the share of users."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import fill
from typing import TYPE_CHECKING, Any, Literal

from analysis.base.codebook import load_codebook
from analysis.charts.marks import (
    SMALL,
    Placer,
    Row,
    draw_breaks,
    draw_nothing,
    draw_points,
    lines_of,
    points_of,
    say_nothing,
    small_ticks,
    text_of,
    time_of,
    year_axis,
)  # fmt: skip
from analysis.charts.placing import Label
from analysis.charts.sources import rows_behind, say_source
from analysis.charts.style import COLOURS, WIDTH, thousands
from analysis.words.phrases import say_estimate

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.reconciling.breaks import Break

Lang = Literal["en", "zh"]
PLATFORMS, PLATFORM_SHARE = "open_data_platforms", "share_with_open_data_platform"
LEVELS = {
    "province_and_city": ("blue", "o"), "city_all_ranks": ("green", "^"), "province": ("orange", "s"),
    "city": ("purple", "D"), "sub_provincial_city": ("amber", "P"),
}  # fmt: skip
USERS = {
    "online_government_service_users": ("blue", "o"), "national_platform_registered_users": ("orange", "s"),
    "national_platform_users_served": ("green", "^"), "real_name_users_of_provincial_platforms": ("purple", "D"),
    "registered_personal_users_of_provincial_platforms": ("amber", "P"),
}  # fmt: skip
PLACES = {
    "online_government_service_users": ("N", "NW", "S"),
    "real_name_users_of_provincial_platforms": ("SE", "S"),
    "registered_personal_users_of_provincial_platforms": ("NE", "N"),
}
USER_SHARE = "share_of_netizens_using_online_government_services"
WORDS = {
    "platforms": {"en": "Platforms", "zh": "平台数(个)"},
    "share": {"en": "Share with a platform (%)", "zh": "已上线平台的占比(%)"},
    "users": {"en": "Users (million)", "zh": "用户(亿)"},
    "user_share": {"en": "Share of internet users (%)", "zh": "占网民比例(%)"},
    "ceiling": {"en": "fitted ceiling: {} to {}", "zh": "拟合上限:{}至{}"},
}
CURVE = "est-open-data-platforms-"
PARAMETERS = {"ceiling": "ceiling", "growth_rate": "growth-rate", "midpoint": "midpoint"}
SCALE = {"en": 1e6, "zh": 1e8}


LEVEL_NAMES = {
    "province_and_city": {"en": "Provinces and cities", "zh": "省级和城市"},
    "city_all_ranks": {"en": "Cities of every rank", "zh": "城市（含副省级）"},
    "province": {"en": "Provinces", "zh": "省级"},
    "city": {"en": "Prefecture cities", "zh": "地级市"},
    "sub_provincial_city": {"en": "Sub-provincial cities", "zh": "副省级城市"},
}


def draw_platforms(
    series: pl.DataFrame,
    observations: pl.DataFrame,
    estimates: pl.DataFrame,
    lang: Lang,
    breaks: Iterable[Break] = (),
) -> Figure:
    """Draw platforms by level over time, with the fitted logistic curve where it was estimated, and printed shares."""
    import matplotlib.pyplot as plt

    counts = {level: points_of(series, observations, indicator=PLATFORMS, area="CN", level=level) for level in LEVELS}
    shares = {
        level: points_of(series, observations, indicator=PLATFORM_SHARE, area="CN", level=level) for level in LEVELS
    }
    every = [row for found in (counts, shares) for rows in found.values() for row in rows]
    if not every:
        return draw_nothing(lang)
    figure, (left, right) = plt.subplots(1, 2, figsize=(WIDTH, 4.0), width_ratios=(1.25, 1))
    last = max(map(time_of, every))
    curve, placer, known = curve_of(estimates), Placer(), list(breaks)
    _draw_levels(left, counts, (2017, last + 1.9), curve, placer, lang)
    left.set_ylabel(WORDS["platforms"][lang], fontsize=SMALL)
    _draw_levels(right, shares, (2018, last + 2.4), None, placer, lang)
    right.set_ylabel(WORDS["share"][lang], fontsize=SMALL)
    for axes, name, rows in ((left, PLATFORMS, counts), (right, PLATFORM_SHARE, shares)):
        if any(rows.values()):
            draw_breaks(axes, known, [name], lang)
    if any(shares.values()):
        right.set_ylim(0, 108)
    return placer.finish(figure, say_source(rows_behind(every, observations), lang))


def curve_of(estimates: pl.DataFrame) -> dict[str, Row] | None:
    """Return ceiling, growth rate and midpoint of the platforms' logistic curve; None where it was refused."""
    known = {row["estimate_id"]: row for row in estimates.iter_rows(named=True) if row["value"] is not None}
    found = {name: known[CURVE + part] for name, part in PARAMETERS.items() if CURVE + part in known}
    return found if len(found) == len(PARAMETERS) else None


def _draw_levels(
    axes: Axes,
    found: dict[str, list[dict[str, Any]]],
    years: tuple[float, float],
    curve: dict[str, Row] | None,
    placer: Placer,
    lang: Lang,
) -> None:
    """Draw one line for each level, each figure printed beside its marker where there is room."""
    shown = {level: rows for level, rows in found.items() if rows}
    if not shown:
        say_nothing(axes, lang)
        return
    labels, lines, bars = [], [], []
    year_axis(axes, *years)
    axes.set_ylim(0, 1.12 * max(row["upper"] for rows in shown.values() for row in rows))
    for level, rows in shown.items():
        colour, marker = COLOURS[LEVELS[level][0]], LEVELS[level][1]
        draw_points(axes, rows, colour, marker, joined=True)
        lines += lines_of(rows)
        bars += [(time_of(r), r["lower"], r["upper"]) for r in rows]
        labels += [_level_label(r, LEVEL_NAMES[level][lang], colour, lang) for r in rows[-1:] if r["value"] is not None]
    for level, rows in shown.items():
        colour = COLOURS[LEVELS[level][0]]
        labels += [Label(text_of(r, lang), time_of(r), r["value"], colour, ("NW", "N", "SE", "S")) for r in rows[:-1]
                   if r["value"] is not None]  # fmt: skip
    if curve:
        lines.append(_draw_curve(axes, curve, lang))
    thousands(axes)
    small_ticks(axes)
    placer.add(axes, labels, bars, lines)


def _level_label(row: Row, name: str, colour: str, lang: Lang) -> Label:
    text = f"{fill(name, 18)}\n{text_of(row, lang)}"
    return Label(text, time_of(row), row["value"], colour, ("E", "NW", "W", "SW", "N", "S"))


def _draw_curve(axes: Axes, curve: dict[str, Row], lang: Lang) -> tuple[list[float], list[float]]:
    """Draw the fitted logistic curve, dashed, and the interval of its ceiling as a band; returns the curve."""
    import numpy as np

    ceiling, rate, middle = (float(curve[name]["value"]) for name in ("ceiling", "growth_rate", "midpoint"))
    xs = np.linspace(*axes.get_xlim(), 80)
    ys = ceiling / (1 + np.exp(-rate * (xs - middle)))
    # A ceiling that was held at the last figure is not that of the best curve, which is then not drawn.
    if not curve["ceiling"]["warnings"]:
        axes.plot(xs, ys, color=COLOURS["muted"], linestyle=(0, (4, 2)), linewidth=1.2, zorder=1)
    row = curve["ceiling"]
    low, high = row["lower"] or ceiling, row["upper"] or 1.3 * ceiling
    axes.set_ylim(0, max(axes.get_ylim()[1], 1.2 * high))
    axes.axhspan(low, high, color=COLOURS["grey"], alpha=0.18, linewidth=0, zorder=0)
    ends = [say_estimate(row[end], "count", lang) if row[end] else "?" for end in ("lower", "upper")]
    axes.annotate(
        WORDS["ceiling"][lang].format(*ends), (axes.get_xlim()[0], high), xytext=(4, 3), textcoords="offset points",
        fontsize=SMALL, color=COLOURS["muted"],
    )  # fmt: skip
    return ([], []) if curve["ceiling"]["warnings"] else (list(xs), list(ys))


def draw_users(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw users of online government services and of its platforms, each by its own definition, above their share."""
    import matplotlib.pyplot as plt

    found = {name: _scaled(points_of(series, observations, indicator=name, area="CN"), lang) for name in USERS}
    share = points_of(series, observations, indicator=USER_SHARE, area="CN", level="all")
    every = [row for rows in found.values() for row in rows] + share
    if not every:
        return draw_nothing(lang)
    figure, (upper, lower) = plt.subplots(2, 1, figsize=(WIDTH, 5.6), sharex=True, height_ratios=(2.1, 1))
    placer = Placer()
    years = (min(map(time_of, every)) - 0.1, max(map(time_of, every)) + 1.9)
    _draw_users(upper, {name: rows for name, rows in found.items() if rows}, years, placer, lang)
    _draw_share(lower, share, years, placer, lang)
    return placer.finish(figure, say_source(rows_behind(every, observations), lang))


def _scaled(rows: list[dict[str, Any]], lang: Lang) -> list[dict[str, Any]]:
    """Return rows in millions (亿 in Chinese), as the axis has them, each with its text in that unit."""
    scaled = [
        row | {name: None if row[name] is None else row[name] / SCALE[lang] for name in ("value", "lower", "upper")}
        for row in rows
    ]
    # The unit stands at the axis, and a figure printed in 亿 is known to half a million: nothing to say at each marker.
    bare = {"unit": "million", "rounded": False}
    return [row | {"text": "" if row["value"] is None else text_of(row | bare, lang)} for row in scaled]


def _draw_users(
    axes: Axes, shown: dict[str, list[dict[str, Any]]], years: tuple[float, float], placer: Placer, lang: Lang
) -> None:
    if not shown:
        say_nothing(axes, lang)
        return
    year_axis(axes, *years)
    book, labels, lines, bars = load_codebook(), [], [], []
    axes.set_ylim(0, 1.25 * max(r["value"] or r["lower"] for rows in shown.values() for r in rows))
    for name, rows in shown.items():
        colour, marker = COLOURS[USERS[name][0]], USERS[name][1]
        draw_points(axes, rows, colour, marker, joined=name == "online_government_service_users")
        bars += [(time_of(r), r["lower"], r["upper"]) for r in rows]
        if name == "online_government_service_users":
            lines.append(([time_of(r) for r in rows], [r["value"] for r in rows]))
        for row in rows:
            head = f"{fill(book.indicators.label(name, lang), 26)}\n" if row is rows[-1] else ""
            places = PLACES.get(name, ("E", "NE", "SE", "S", "N")) if head else ("NW", "SE", "S", "N")
            labels.append(Label(head + row["text"], time_of(row), row["value"] or row["upper"], colour, places))
    axes.set_ylabel(WORDS["users"][lang], fontsize=SMALL)
    small_ticks(axes)
    placer.add(axes, labels, bars, lines)


def _draw_share(
    axes: Axes, share: list[dict[str, Any]], years: tuple[float, float], placer: Placer, lang: Lang
) -> None:
    if not share:
        say_nothing(axes, lang)
        return
    year_axis(axes, *years)
    draw_points(axes, share, COLOURS["blue"], "o", joined=True)
    axes.set_ylim(0, 100)
    axes.set_ylabel(WORDS["user_share"][lang], fontsize=SMALL)
    small_ticks(axes)
    labels = [Label(text_of(r, lang), time_of(r), r["value"], COLOURS["blue"], ("SE", "S")) for r in share]
    placer.add(axes, labels, [], [([time_of(r) for r in share], [r["value"] for r in share])])
