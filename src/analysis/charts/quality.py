"""Charts of quality: spot-check pass rates of the nation and of the provinces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts.dots import Dot, Look, collect_dots, credit, join_dots, open_chart, say_in, set_years, within_year
from analysis.charts.exhibits import Lang
from analysis.charts.marks import draw_nothing
from analysis.charts.placing import Label, place_labels, settle
from analysis.charts.style import COLOURS, draw_break

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.bounds.interval import Interval
    from analysis.reconciling.breaks import Break

RATE, CHECKED = "spot_check_pass_rate", "spot_checked_sites"
METHODS = {
    "central_sample": (Look(COLOURS["orange"], "s"), ("sample of the General Office", "国务院办公厅抽查")),
    "self_check": (Look(COLOURS["blue"], "o"), ("own checks", "各地各部门自查")),
}
SHIFT = {"central_sample": -0.035, "self_check": 0.035}  # years: two bars of one quarter stand side by side
# Provinces that tell the story of the rule: those that leave the ceiling.
NAMED = {
    "CN-XZ": Look(COLOURS["orange"], "D"),
    "CN-HA": Look(COLOURS["purple"], "s"),
    "CN-HL": Look(COLOURS["green"], "^"),
}
LOW = 90.0  # percent: a figure below it is printed
OTHERS = Look(COLOURS["grey"], "o")


@dataclass(frozen=True)
class Sampled:
    """A pass rate with the size of its sample and its Wilson interval; without a size there is no interval."""

    dot: Dot
    size: int | None
    interval: Interval | None


def collect_rates(series: pl.DataFrame, observations: pl.DataFrame) -> dict[str, list[Sampled]]:
    """Return the national pass rates by method, with Wilson's interval where the size is printed."""
    sizes = {(d.method, d.period): d for d in collect_dots(series, observations, CHECKED, beside=False)}
    found: dict[str, list[Sampled]] = {method: [] for method in METHODS}
    for dot in collect_dots(series, observations, RATE):
        if dot.method in found:
            found[dot.method].append(_sample(within_year(dot), sizes.get((dot.method, dot.period))))
    return found


def _sample(dot: Dot, checked: Dot | None) -> Sampled:
    from analysis.bounds.interval import Interval
    from analysis.estimating.proportions import estimate_rate

    if checked is None:
        return Sampled(dot, None, None)
    size = round(checked.value)
    estimate = estimate_rate(Interval(dot.lower, dot.upper), size)
    return Sampled(dot, size, Interval(estimate.lower, estimate.upper))


def tabulate_rates(series: pl.DataFrame, observations: pl.DataFrame) -> pl.DataFrame:
    """Return the national pass rates with sample sizes and intervals as a table."""
    import polars as pl

    rows = [
        (s.dot.number, method, s.dot.period, s.dot.value, s.dot.lower, s.dot.upper, s.size,
         s.interval and s.interval.lower, s.interval and s.interval.upper)
        for method, sampled in collect_rates(series, observations).items() for s in sampled
    ]  # fmt: skip
    columns = "number_id method period value lower upper checked wilson_lower wilson_upper".split()
    kinds: dict[str, object] = dict.fromkeys(columns, pl.Float64) | dict.fromkeys(columns[:3], pl.String)
    table = pl.DataFrame(rows, schema=kinds | {"checked": pl.Int64}, orient="row")
    return table.with_columns(pl.col("wilson_lower", "wilson_upper").round_sig_figs(6))


def draw_pass_rates(
    series: pl.DataFrame, observations: pl.DataFrame, lang: Lang, breaks: Iterable[Break] = ()
) -> Figure:
    """Draw national pass rates of the two kinds of check with their sampling intervals."""
    found = collect_rates(series, observations)
    dots = [s.dot for sampled in found.values() for s in sampled]
    if not dots:
        return draw_nothing(lang)
    figure, axes = open_chart(4.2)
    ends = [s.interval.lower for sampled in found.values() for s in sampled if s.interval]
    axes.set_ylim(min([*ends, *(d.lower for d in dots)]) - 1.5, 101.8)
    set_years(axes, 2015.7, max(2018.8, max(d.t for d in dots) + 0.5))
    draw_cuts(axes, breaks, RATE, "CN", lang)
    for method, sampled in found.items():
        _draw_sampled(axes, sampled, METHODS[method][0], SHIFT[method])
    axes.set_ylabel(say_in(lang, "websites that pass, percent", "合格率（%）"))
    credit(axes, dots, lang, say_in(lang, "Bars: Wilson 95% intervals.", "竖线：Wilson 95%区间。"))
    settle(figure)
    _label_rates(axes, found, lang)
    return figure


def draw_cuts(axes: Axes, breaks: Iterable[Break], indicator: str, area: str, lang: Lang) -> None:
    """Draw the breaks of an indicator that lie within the chart."""
    from analysis.base.periods import decimal_year

    first, last = axes.get_xlim()
    for one in breaks:
        time = decimal_year(one.day)
        about = indicator in one.indicator and (not one.area or area in one.area)
        if one.kind != "exclude" and about and first < time < last:
            draw_break(axes, time, getattr(one, f"label_{lang}"))


def _draw_sampled(axes: Axes, sampled: Sequence[Sampled], look: Look, shift: float) -> None:
    """Draw the rates of one method: the line between them, the intervals, and the markers."""
    from dataclasses import replace

    moved = [replace(s.dot, t=s.dot.t + shift) for s in sampled]
    join_dots(axes, moved, look)
    for dot, one in zip(moved, sampled, strict=True):
        if one.interval:
            axes.vlines(dot.t, one.interval.lower, one.interval.upper, color=look.colour, alpha=0.45, linewidth=3.5,
                        zorder=2, gid="interval")  # fmt: skip
        axes.plot(dot.t, dot.value, look.marker, color=look.colour, markersize=5.5, zorder=4,
                  markerfacecolor="white" if dot.hollow else look.colour, gid="dot")  # fmt: skip


def _label_rates(axes: Axes, found: Mapping[str, Sequence[Sampled]], lang: Lang) -> None:
    """Print the rates, and the name of each method beside its first."""
    labels, bars, lines = [], [], []
    for method, sampled in found.items():
        look, names = METHODS[method]
        sides = ("S", "SW", "SE", "E", "W") if method == "central_sample" else ("N", "NW", "E", "NE", "W")
        lines.append(([s.dot.t + SHIFT[method] for s in sampled], [s.dot.value for s in sampled]))
        for number, one in enumerate(sampled):
            t = one.dot.t + SHIFT[method]
            named = min(len(sampled) - 1, 1) if method == "central_sample" else len(sampled) - 1
            head = f"{say_in(lang, *names)}\n" if number == named else ""
            labels.append(Label(head + one.dot.text(lang), t, one.dot.value, look.colour, sides, size=7.5))
            if one.interval:
                bars.append((t, one.interval.lower, one.interval.upper))
    place_labels(axes, labels, bars, [line for line in lines if len(line[0]) > 1])


def collect_provincial(series: pl.DataFrame, observations: pl.DataFrame) -> dict[str, list[Dot]]:
    """Return the provinces' own pass rates over all sites, by province."""
    found: dict[str, list[Dot]] = {}
    for dot in collect_dots(series, observations, RATE, area=None, beside=False):
        if dot.area != "CN" and dot.method == "self_check":
            found.setdefault(dot.area, []).append(dot)
    return dict(sorted(found.items()))


def draw_provincial(
    series: pl.DataFrame, observations: pl.DataFrame, lang: Lang, breaks: Iterable[Break] = ()
) -> Figure:
    """Draw the provinces' own pass rates over time: the ceiling, and by name the provinces that leave it."""
    found = collect_provincial(series, observations)
    dots = [dot for own in found.values() for dot in own]
    if not dots:
        return draw_nothing(lang)
    figure, axes = open_chart(4.4)
    axes.set_ylim(min(dot.lower for dot in dots) - 4, 106)
    axes.set_yticks([tick for tick in range(0, 101, 10) if tick >= axes.get_ylim()[0]])
    set_years(axes, 2016, max(2019.5, max(dot.t for dot in dots) + 0.9))
    draw_cuts(axes, breaks, RATE, "provinces", lang)
    for area, own in sorted(found.items(), key=lambda item: item[0] in NAMED):
        look = NAMED.get(area, OTHERS)
        if area in NAMED:
            join_dots(axes, own, look)
        for dot in own:
            axes.plot(dot.t, dot.value, look.marker, color=look.colour, markersize=5.5 if area in NAMED else 4.2,
                      alpha=1 if area in NAMED else 0.75, markerfacecolor="white" if dot.hollow else look.colour,
                      zorder=4 if area in NAMED else 3, clip_on=False, gid="dot")  # fmt: skip
    axes.set_ylabel(say_in(lang, "websites that pass the province's own check, percent", "各省自查合格率（%）"))
    credit(axes, dots, lang)
    settle(figure)
    _label_provinces(axes, found, lang)
    return figure


def _label_provinces(axes: Axes, found: Mapping[str, Sequence[Dot]], lang: Lang) -> None:
    """Name the provinces that leave the ceiling, and every low figure of the others."""
    from analysis.base.codebook import load_codebook

    areas = load_codebook().areas
    labels = []
    for area, own in found.items():
        look = NAMED.get(area, OTHERS)
        colour = look.colour if area in NAMED else COLOURS["muted"]
        for dot in own:
            if dot.value < LOW:
                text = f"{areas.label(area, lang)} {dot.text(lang)}"
                labels.append(Label(text, dot.t, dot.value, colour, ("E", "W", "SE", "SW", "S"), size=7.5))
    place_labels(axes, labels)
