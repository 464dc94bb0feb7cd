"""Charts of the build-up: who had a website, and what stood under gov.cn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    open_panels,
    say_in,
    set_years,
)
from analysis.charts.exhibits import Lang
from analysis.charts.fits import Fit, curve_dates
from analysis.charts.marks import draw_nothing
from analysis.charts.placing import Label, place_labels, settle
from analysis.charts.style import COLOURS, thousands

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.questions.evidence import Evidence

OWNERSHIP = "website_ownership_rate"
LOOK = Look(COLOURS["blue"], "o")
FIRST, LAST, END, FLOOR = 2004.0, 2010.3, 2011.5, 70.0
PANELS = {
    "ministry": ("Central departments", "国务院部门"),
    "province": ("Provinces", "省级政府"),
    "city": ("Cities", "地市级政府"),
    "county": ("Counties", "县级政府"),
    "local_all": ("All local levels", "地方各级政府"),
    "all": ("All levels", "各级政府合计"),
}


def collect_ownership(series: pl.DataFrame, observations: pl.DataFrame) -> dict[str, list[Dot]]:
    """Return the ownership rates of the build-up by level."""
    found = {level: collect_dots(series, observations, OWNERSHIP, level=level) for level in PANELS}
    return {level: [dot for dot in dots if dot.t < LAST] for level, dots in found.items()}


def fit_ownership(evidence: Evidence) -> dict[str, Fit]:
    """Fit the ownership rates as the estimates do, with curves; levels without a figure are left out."""
    from analysis.estimating.adoption import fit_adoption
    from analysis.questions.buildup import OWNERSHIP as LEVELS
    from analysis.questions.buildup import ownership_rates

    fits = {}
    for level, repeated in LEVELS.items():
        points = ownership_rates(evidence, level, repeated)
        if len(points):
            fits[level] = Fit(points, fit_adoption(points, dates=curve_dates(points)))
    return fits


def draw_ownership(
    series: pl.DataFrame, observations: pl.DataFrame, lang: Lang, fits: Mapping[str, Fit] | None = None
) -> Figure:
    """Draw the share with a website of their own, a panel for each level, with the fitted curve where there is one."""
    found = collect_ownership(series, observations)
    if not any(found.values()):
        return draw_nothing(lang)
    figure, panels = open_panels(4.8, 2, 3, sharex=True, sharey=True)
    for axes, (level, names) in zip(panels, PANELS.items(), strict=True):
        axes.set_ylim(FLOOR, 101.5)
        set_years(axes, FIRST, END, 2)
        axes.set_title(say_in(lang, *names), fontsize=9.5)
        _draw_level(axes, found[level], (fits or {}).get(level), lang)
    figure.supylabel(say_in(lang, "with a website of their own, percent", "拥有网站的比例（%）"), fontsize=9)
    note = say_in(lang, "Curve: logistic, with its 95% band.", "曲线：逻辑斯蒂，含95%区间。") if fits else ""
    credit(panels[0], [dot for dots in found.values() for dot in dots], lang, note)
    settle(figure)
    for axes, level in zip(panels, PANELS, strict=True):
        _label_level(axes, found[level], (fits or {}).get(level), lang)
    return figure


def _draw_level(axes: Axes, dots: Sequence[Dot], fit: Fit | None, lang: Lang) -> None:
    """Draw the figures of one level and the curve through them."""
    if not dots:
        axes.text(0.5, 0.5, say_in(lang, "no figure by then", "尚无数字"), transform=axes.transAxes, ha="center",
                  color=COLOURS["muted"], fontsize=8.5)  # fmt: skip
    if fit and fit.outcome.curve:
        curve = fit.outcome.curve
        t = [p.t for p in curve]
        axes.fill_between(t, [max(p.lower, FLOOR) for p in curve], [p.upper for p in curve], color=COLOURS["orange"],
                          alpha=0.15, linewidth=0, gid="band")  # fmt: skip
        axes.plot(t, [p.value for p in curve], color=COLOURS["orange"], linewidth=1.3, gid="curve")
    draw_dots(axes, [*dots, *_implied(fit)], LOOK, 101.5 - FLOOR, width=5, size=5)


def _implied(fit: Fit | None) -> list[Dot]:
    """Return the rates that a rate of the next year and its printed increase imply."""
    points = fit.points if fit else ()
    return [Dot(p.t, p.value, p.lower, p.upper, derived=True) for p in points if len(p.ref.split()) > 1]


def _label_level(axes: Axes, dots: Sequence[Dot], fit: Fit | None, lang: Lang) -> None:
    """Print the figures of one level; a statement that says the same again is printed once."""
    labels, seen = [], set()
    for dot in dots:
        text = dot.text(lang)
        if text not in seen:
            labels.append(Label(text, dot.t, dot.value, LOOK.colour, ("S", "E", "W", "N", "SE"), size=7.5))
        seen.add(text)
    curve = fit.outcome.curve if fit else ()
    lines = [([p.t for p in curve], [p.value for p in curve])] if curve else []
    bars = [(d.t, d.lower, d.upper) for d in dots if is_open(d, 101.5 - FLOOR)]
    bars += [(d.t, d.value - 0.5, d.value + 0.5) for d in _implied(fit)]
    place_labels(axes, labels, bars, lines)


# Three things that are easily taken for one another: look, indicator, names.
THINGS = {
    "gov_cn_domains": (Look(COLOURS["purple"], "s"), ("gov.cn domain names", "gov.cn域名")),
    "websites_under_gov_cn": (Look(COLOURS["orange"], "^"), ("websites under gov.cn", "gov.cn下的网站")),
    "gov_portals_established": (
        Look(COLOURS["blue"], "o"),
        ("portals, at any address", "政府门户网站（不限域名）"),
    ),
}
CHANGE = "gov_cn_domains_change_half_year"


def collect_things(series: pl.DataFrame, observations: pl.DataFrame) -> dict[str, list[Dot]]:
    """Return domains, websites under gov.cn and portals, with the domain counts that printed increases imply."""
    found = {name: collect_dots(series, observations, name) for name in THINGS}
    found["gov_cn_domains"] = sorted([*found["gov_cn_domains"], *imply_domains(observations)], key=lambda d: d.t)
    return found


def imply_domains(observations: pl.DataFrame) -> list[Dot]:
    """Return the domain counts half a year before each printed increase: the count less the increase."""
    import polars as pl

    from analysis.base.periods import decimal_year

    counts = {
        row["time_period"]: row
        for row in observations.filter(pl.col("indicator") == "gov_cn_domains").iter_rows(named=True)
    }
    dots = []
    for row in observations.filter(pl.col("indicator") == CHANGE).iter_rows(named=True):
        now = counts.get(row["time_period"])
        if now:
            value = float(now["value"]) - float(row["value"])
            dots.append(Dot(
                decimal_year(row["period_end"]) - 0.5, value, value, value, f"half a year before {row['time_period']}",
                unit=row["unit"], derived=True, bulletin=row["bulletin_id"], series_id=now["indicator"],
                number=row["observation_id"],
            ))  # fmt: skip
    return dots


def draw_domains(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw domain names, websites under gov.cn and government portals, each with its own colour and marker."""
    found = collect_things(series, observations)
    dots = [dot for own in found.values() for dot in own]
    if not dots:
        return draw_nothing(lang)
    figure, axes = open_chart(4.2)
    top = 1.15 * max(dot.upper for dot in dots)
    axes.set_ylim(0, top)
    set_years(axes, 2003, max(2007.0, max(dot.t for dot in dots) + 0.9))
    for name, own in found.items():
        join_dots(axes, [d for d in own if not d.derived and not is_open(d, top)], THINGS[name][0])
        draw_dots(axes, own, THINGS[name][0], top)
    thousands(axes)
    axes.set_ylabel(say_in(lang, "domain names or websites", "域名或网站（个）"))
    credit(axes, dots, lang)
    settle(figure)
    _label_things(axes, found, top, lang)
    return figure


def _label_things(axes: Axes, found: Mapping[str, Sequence[Dot]], top: float, lang: Lang) -> None:
    """Print every figure, and the name of each thing beside its last."""
    labels, bars, lines = [], [], []
    for name, own in found.items():
        look, names = THINGS[name]
        named = next((dot for dot in reversed(own) if not dot.hollow), own[-1] if own else None)
        for dot in own:
            head = f"{say_in(lang, *names)}\n" if dot is named else ""
            labels.append(Label(head + dot.text(lang), dot.t, dot.value, look.colour, ("W", "NW", "E", "S", "N")))
        bars += [(d.t, d.lower, d.upper) for d in own if is_open(d, top)]
        solid = [d for d in own if not (d.derived or d.hollow or is_open(d, top))]
        lines.append(([d.t for d in solid], [d.value for d in solid]))
    place_labels(axes, labels, bars, [line for line in lines if len(line[0]) > 1])
