"""Charts of the provinces: counts by CNNIC, and each province's own counts beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.base.codebook import load_codebook
from analysis.charts.consolidation import RUNNING
from analysis.charts.dots import (
    Dot,
    Look,
    collect_dots,
    credit,
    draw_dots,
    face_of,
    join_dots,
    open_chart,
    open_panels,
    say_in,
)
from analysis.charts.exhibits import Lang
from analysis.charts.marks import draw_nothing
from analysis.charts.style import COLOURS, thousands

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CNNIC, OWN = Look(COLOURS["green"], "D"), Look(COLOURS["blue"], "o")
LATER = 2020.1  # an own count after the last provincial table
TEXT = 7.5
COLUMNS = 6
SHORT = {"CN-XPCC": ("XPCC", "新疆兵团")}


def collect_provinces(series: pl.DataFrame, observations: pl.DataFrame) -> dict[str, list[Dot]]:
    """Return the counts of all sites of each province, in order of time; China as a whole left out."""
    found: dict[str, list[Dot]] = {}
    for dot in collect_dots(series, observations, RUNNING, area=None, beside=False):
        if dot.area != "CN":
            found.setdefault(dot.area, []).append(dot)
    return found


def draw_running(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw for each province CNNIC's counts of 2018 and 2019 and its own latest count after them."""
    provinces = {area: dots for area, dots in collect_provinces(series, observations).items() if _of_cnnic(dots)}
    if not provinces:
        return draw_nothing(lang)
    order = sorted(provinces, key=lambda area: (_of_cnnic(provinces[area])[-1].value, area))
    figure, axes = open_chart(0.205 * len(order) + 1.4)
    for place, area in enumerate(order):
        _draw_dumbbell(axes, provinces[area], place)
    axes.set_yticks(range(len(order)), [name_area(area, lang) for area in order], fontsize=TEXT)
    axes.set_ylim(-0.8, len(order) - 0.2)
    axes.set_xlim(left=0)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", visible=True, linewidth=0.4)
    axes.grid(axis="x", visible=True)
    axes.set_xlabel(say_in(lang, "government websites in operation", "正在运行的政府网站（个）"), fontsize=9)
    _name_dots(axes, lang)
    credit(axes, [dot for dots in provinces.values() for dot in _chosen(dots)], lang)
    return figure


def _of_cnnic(dots: list[Dot]) -> list[Dot]:
    return [dot for dot in dots if dot.method == "cnnic"]


def _latest_own(dots: list[Dot]) -> list[Dot]:
    """Return the last count that a province itself prints after CNNIC's table, if any."""
    return [dot for dot in dots if not dot.method and dot.t > LATER and not dot.hollow][-1:]


def _chosen(dots: list[Dot]) -> list[Dot]:
    return _of_cnnic(dots) + _latest_own(dots)


def _draw_dumbbell(axes: Axes, dots: list[Dot], place: int) -> None:
    """Draw one row: a line between CNNIC's counts, a marker for each, and the province's own latest."""
    counts = _of_cnnic(dots)
    values = [dot.value for dot in counts]
    axes.hlines(place, min(values), max(values), color=CNNIC.colour, linewidth=1.6, alpha=0.5, zorder=2, gid="span")
    for dot, look in [*((dot, CNNIC) for dot in counts), *((dot, OWN) for dot in _latest_own(dots))]:
        axes.plot(
            dot.value, place, look.marker, markersize=5, markerfacecolor=face_of(dot, look),
            markeredgecolor=look.colour, markeredgewidth=1.1, zorder=3, gid="dot",
        )  # fmt: skip


def _name_dots(axes: Axes, lang: Lang) -> None:
    """Write in the free corner what the markers are."""
    derived = Dot(0, 0, 0, 0, derived=True)
    keys = (
        (CNNIC, derived, say_in(lang, "December 2018, derived from CNNIC's table", "2018年12月（由CNNIC表格推算）")),
        (CNNIC, Dot(0, 0, 0, 0), say_in(lang, "December 2019, CNNIC", "2019年12月（CNNIC）")),
        (
            OWN,
            Dot(0, 0, 0, 0),
            say_in(lang, "the latest count of its own, since 2020", "本省公布的最新数量（2020年以后）"),
        ),
    )
    for place, (look, dot, text) in enumerate(keys):
        height = 0.15 - 0.032 * place
        axes.plot(
            [0.6], [height], look.marker, markeredgecolor=look.colour, markerfacecolor=face_of(dot, look), markersize=5,
            transform=axes.transAxes, gid="key",
        )  # fmt: skip
        axes.text(0.62, height, text, transform=axes.transAxes, va="center", fontsize=TEXT, color=look.colour)


def name_area(area: str, lang: Lang) -> str:
    """Return the label of a province, short where the codebook's is long."""
    return SHORT[area][lang == "zh"] if area in SHORT else load_codebook().areas.label(area, lang)


def draw_own_counts(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw a small chart for each province that prints counts of its own: its counts, and CNNIC's beside them."""
    provinces = {
        area: dots for area, dots in collect_provinces(series, observations).items() if any(not d.method for d in dots)
    }
    if not provinces:
        return draw_nothing(lang)
    rows = -(-(len(provinces) + 1) // COLUMNS)  # one panel more for the key
    figure, panels = open_panels(1.25 * rows + 0.8, rows, COLUMNS, sharex=True)
    for axes, (area, dots) in zip(panels, sorted(provinces.items()), strict=False):
        _draw_province(axes, dots, name_area(area, lang))
    for axes in panels[len(provinces) :]:
        axes.set_axis_off()
    _name_methods(panels, len(provinces), lang)
    figure.supylabel(say_in(lang, "websites in operation", "运行网站（个）"), fontsize=9)
    credit(panels[0], [dot for dots in provinces.values() for dot in dots], lang)
    return figure


def _draw_province(axes: Axes, dots: list[Dot], name: str) -> None:
    """Draw one province over the years."""
    top = 1.25 * max(dot.upper for dot in dots)
    for method, look in (("cnnic", CNNIC), ("", OWN)):
        own = [dot for dot in dots if dot.method == method]
        join_dots(axes, own, look)
        draw_dots(axes, own, look, top, width=4, size=3.6)
    axes.set_ylim(0, top)
    axes.set_xlim(2015.5, 2024)
    axes.set_xticks([2016.5, 2020.5], ["2016", "2020"])
    axes.tick_params(labelsize=7, labelbottom=True)
    axes.set_title(name, fontsize=8.5, pad=3)
    axes.locator_params(axis="y", nbins=3)
    thousands(axes)


def _name_methods(panels: list[Axes], used: int, lang: Lang) -> None:
    """Name the two ways of counting in the first free panel."""
    free = panels[used]
    names = (
        (OWN, say_in(lang, "own count", "本省公布")),
        (CNNIC, say_in(lang, "CNNIC\n(2018 derived)", "CNNIC\n（2018年为推算）")),
    )
    for place, (look, text) in enumerate(names):
        height = 0.75 - 0.38 * place
        free.plot([0.08], [height], look.marker, color=look.colour, markersize=4.5, transform=free.transAxes, gid="key")
        free.text(0.2, height, text, transform=free.transAxes, fontsize=TEXT, color=look.colour, va="center")
