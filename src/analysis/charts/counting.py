"""Charts that take one count apart: the declarations of 2015, the end of 2016, and what each level lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.bounds.interval import Interval
from analysis.charts.consolidation import COUNTS, RUNNING
from analysis.charts.dots import Dot, collect_dots, credit, credit_bulletins, open_chart, open_panels, say_in
from analysis.charts.exhibits import Lang
from analysis.charts.marks import draw_nothing
from analysis.charts.style import COLOURS, thousands
from analysis.words.phrases import Quantity, say, say_interval, say_value

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Row = Mapping[str, object]
TEXT = 8.0

# Levels from the top of the state to its foot, the dark ones those that lost most, for print in grey.
LEVELS = {
    "ministry_and_subordinate": ("#c6dbef", "central bodies", "国务院部门"),
    "province": ("#08306b", "provincial portals", "省级门户"),
    "province_department": ("#9ecae1", "provincial departments", "省级部门"),
    "city": ("#08306b", "city portals", "市级门户"),
    "city_department": ("#6baed6", "city departments", "市级部门"),
    "county": ("#deebf7", "county portals", "县级门户"),
    "below_county": ("#993404", "below county portals", "县级门户以下"),
}


@dataclass(frozen=True)
class Way:
    """One way to know a quantity: its bounds, and the observations that it rests on."""

    name: str
    en: str
    zh: str
    bounds: Interval
    value: float
    numbers: tuple[str, ...]
    group: str


# The ways to know how many sites there were at the end of 2016: name, group, sign and statement, words.
WAYS = (
    ("evaluation", "evaluation", "ceirp-2017-running-2016-12",
     "as the evaluation of 2017 prints it", "2017年评估通报所印"),
    ("census", "office", "gov-census-2015-running - gov-2016q4-closed-merged",
     "census count less the sites closed in 2016", "普查后运行数减去2016年关停数"),
    ("backwards", "office", "gov-2017q4-running-all + gov-2017q4-closed-merged-all-2017",
     "count of December 2017 plus the sites closed in 2017", "2017年12月数量加上2017年关停数"),
    ("cut", "office", "gov-2017q4-closed-merged-all-2017 / gov-2017q4-closed-share-all",
     "sites closed in 2017 over the printed cut", "2017年关停数除以所印减幅"),
    ("checked", "office", "gov-2016q4-checked-2016-q4 / gov-2016q4-checked-share",
     "sites checked over their printed share", "抽查数除以所印占比"),
    ("later", "office", "gov-2017q1-running-all", "a quarter later: count of March 2017", "三个月后：2017年3月的数量"),
)  # fmt: skip


def find_ways(observations: pl.DataFrame) -> list[Way]:
    """Return the ways to the end of 2016 whose figures are all there, each with the bounds that follow."""
    known = {row["observation_id"]: row for row in observations.iter_rows(named=True)}
    ways = []
    for name, group, terms, en, zh in WAYS:
        numbers = tuple(term for term in terms.split() if len(term) > 1)
        if all(number in known for number in numbers):
            value, bounds = _compute(terms.split(), known)
            ways.append(Way(name, en, zh, bounds, value, numbers, group))
    return ways


def _compute(terms: Sequence[str], known: Mapping[str, Row]) -> tuple[float, Interval]:
    """Compute one figure, or two with a sign between; a share divides as a part of one."""
    value, bounds = _figure(known[terms[0]])
    if len(terms) == 1:
        return value, bounds
    other, ends = _figure(known[terms[2]])
    if terms[1] == "/":
        return value / other * 100, bounds / (ends / 100)
    if terms[1] == "+":
        return value + other, bounds + ends
    return value - other, bounds - ends


def _figure(row: Row) -> tuple[float, Interval]:
    return float(row["value"]), Interval(float(row["lower"]), float(row["upper"]))  # type: ignore[arg-type]


def draw_end_of_2016(observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw the bounds that each way gives for the number of sites at the end of 2016, on one axis."""
    ways = find_ways(observations)
    if not ways:
        return draw_nothing(lang)
    figure, axes = open_chart(0.42 * len(ways) + 1.1)
    for place, way in enumerate(ways):
        look = COUNTS[way.group][0]
        wide = way.bounds.lower < way.bounds.upper
        colour = COLOURS["muted"] if way.name == "later" else look.colour
        if wide:
            axes.hlines(place, way.bounds.lower, way.bounds.upper, color=colour, alpha=0.45, linewidth=9, gid="bounds")
        axes.plot(way.value, place, "|" if wide else look.marker, color=colour, markersize=12 if wide else 6.5,
                  markeredgewidth=1.6, gid="dot")  # fmt: skip
        axes.annotate(
            _words(way, lang), (way.bounds.upper, place), xytext=(7, 0), textcoords="offset points", va="center",
            fontsize=TEXT, color=colour,
        )  # fmt: skip
    axes.set_yticks(range(len(ways)), [say_in(lang, way.en, way.zh) for way in ways])
    axes.invert_yaxis()
    low, high = min(w.bounds.lower for w in ways), max(w.bounds.upper for w in ways)
    room = max(high - low, 0.1 * high)
    axes.set_xlim(low - 0.08 * room, high + 0.32 * room)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.tick_params(axis="y", length=0, labelsize=TEXT)
    thousands_across(axes)
    axes.set_xlabel(say_in(lang, "government websites at the end of 2016", "2016年底政府网站数（个）"), fontsize=9)
    credit_numbers(axes, observations, [n for way in ways for n in way.numbers], lang)
    return figure


def _words(way: Way, lang: Lang) -> str:
    quantity = Quantity(round(way.value), round(way.bounds.lower), round(way.bounds.upper), "count:site")
    return say_interval(quantity, lang)


def thousands_across(axes: Axes) -> None:
    """Print the ticks of the horizontal axis with thousands separators."""
    from matplotlib.ticker import FuncFormatter

    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))


def credit_numbers(axes: Axes, observations: pl.DataFrame, numbers: Sequence[str], lang: Lang) -> None:
    """Write the source line from observations by id."""
    wanted = set(numbers)
    pairs = observations.select("observation_id", "bulletin_id").rows()
    credit_bulletins(axes, [bulletin for name, bulletin in pairs if name in wanted], lang)


def tabulate_ways(observations: pl.DataFrame) -> pl.DataFrame:
    """Return the ways to the end of 2016 as a table."""
    import polars as pl

    rows = [
        (w.name, w.en, w.zh, w.value, w.bounds.lower, w.bounds.upper, " ".join(w.numbers))
        for w in find_ways(observations)
    ]
    names = ("way", "way_en", "way_zh", "value", "lower", "upper", "numbers")
    schema = {n: pl.Float64 if n in ("value", "lower", "upper") else pl.String for n in names}
    return pl.DataFrame(rows, schema=schema, orient="row")


def numbers_of_ways(observations: pl.DataFrame) -> list[str]:
    """Return the ids of the observations behind the ways to the end of 2016, sorted."""
    return sorted({number for way in find_ways(observations) for number in way.numbers})


# The census of 2015 in steps: statement, kind of step, words.
STEPS = (
    ("shaanxi-census-2015-declared-cn", "stock", "declared by May", "5月申报"),
    ("gov-census-2015-declared-0707-declared-all", "stock", "declared by 7 July", "7月7日申报"),
    ("gov-census-2015-declared-0727-declared-all", "stock", "declared by 27 July", "7月27日申报"),
    ("gov-census-2015-declared-84094", "stock", "declared in November", "11月申报"),
    ("gov-census-2015-closed-merged-16049", "cut", "shut or moved to a higher site", "关停上移"),
    ("gov-census-2015-to-rebuild", "cut", "to be rebuilt", "待整改重建"),
    ("gov-census-2015-running", "rest", "left in operation", "正常运行"),
)


def find_steps(observations: pl.DataFrame) -> list[tuple[Row, str, str, str]]:
    """Return the steps of the census whose figures are there: observation, kind, English and Chinese words."""
    known = {row["observation_id"]: row for row in observations.iter_rows(named=True)}
    return [(known[name], kind, en, zh) for name, kind, en, zh in STEPS if name in known]


def numbers_of_steps(observations: pl.DataFrame) -> list[str]:
    """Return the ids of the observations in the steps of the census."""
    return [str(row["observation_id"]) for row, *_ in find_steps(observations)]


def tabulate_steps(observations: pl.DataFrame) -> pl.DataFrame:
    """Return the steps of the census as a table."""
    import polars as pl

    columns = ("number_id", "period", "step", "words_en", "words_zh", "value")
    rows = [
        (row["observation_id"], row["time_period"], kind, en, zh, row["value"])
        for row, kind, en, zh in find_steps(observations)
    ]
    schema = {name: pl.Float64 if name == "value" else pl.String for name in columns}
    return pl.DataFrame(rows, schema=schema, orient="row")


def draw_declared_2015(observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw the census of 2015: successive declarations, what was taken off them, and the sites left in operation."""
    steps = find_steps(observations)
    if not steps:
        return draw_nothing(lang)
    figure, axes = open_chart(0.36 * len(steps) + 1.1)
    level = 0.0
    for place, (row, kind, _, _) in enumerate(steps):
        value = float(row["value"])  # type: ignore[arg-type]
        left = level - value if kind == "cut" else 0.0
        colour = {"stock": COLOURS["amber"], "cut": COLOURS["grey"], "rest": COLOURS["blue"]}[kind]
        axes.barh(place, value, left=left, color=colour, height=0.62, alpha=0.9, gid=f"step-{kind}")
        level = left if kind == "cut" else value
        sign = "−" if kind == "cut" else ""
        axes.annotate(
            sign + _say_row(row, lang), (left + value, place), xytext=(5, 0), textcoords="offset points", va="center",
            fontsize=TEXT + 0.5,
        )  # fmt: skip
    axes.set_yticks(range(len(steps)), [say_in(lang, en, zh) for _, _, en, zh in steps])
    axes.invert_yaxis()
    axes.margins(x=0.12)
    axes.set_xlim(left=0)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.tick_params(axis="y", length=0)
    thousands_across(axes)
    axes.set_xlabel(say_in(lang, "government websites, 2015", "2015年政府网站（个）"), fontsize=9)
    credit_numbers(axes, observations, [str(row["observation_id"]) for row, *_ in steps], lang)
    return figure


def _say_row(row: Row, lang: Lang) -> str:
    fields = [row[name] for name in ("value", "lower", "upper", "unit", "comparator", "rounded")]
    return say(Quantity(*fields), lang)  # type: ignore[arg-type]


def collect_levels(series: pl.DataFrame, observations: pl.DataFrame) -> dict[str, dict[str, Dot]]:
    """Return the General Office's counts by period and level, for the periods that print every level."""
    found: dict[str, dict[str, Dot]] = {}
    for level in LEVELS:
        for dot in collect_dots(series, observations, RUNNING, level=level, beside=False):
            if not dot.method:
                found.setdefault(dot.period, {})[level] = dot
    whole = {period: dots for period, dots in found.items() if set(dots) == set(LEVELS)}
    return dict(sorted(whole.items(), key=lambda item: next(iter(item[1].values())).t))


def flatten_levels(series: pl.DataFrame, observations: pl.DataFrame) -> list[Dot]:
    """Return the counts by level as one list."""
    return [dot for dots in collect_levels(series, observations).values() for dot in dots.values()]


def draw_by_level(series: pl.DataFrame, observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw the counts by level at each date, and beside them what each level lost between the first and the last."""
    periods = collect_levels(series, observations)
    if not periods:
        return draw_nothing(lang)
    figure, (left, right) = open_panels(4.0, 1, 2, gridspec_kw={"width_ratios": [1.15, 1]})
    totals = {dot.period: dot for dot in collect_dots(series, observations, RUNNING, beside=False) if not dot.method}
    _stack_levels(left, periods, totals, lang)
    _draw_losses(right, list(periods.values()), lang)
    credit(left, [dot for dots in periods.values() for dot in dots.values()], lang)
    return figure


def _stack_levels(axes: Axes, periods: Mapping[str, Mapping[str, Dot]], totals: Mapping[str, Dot], lang: Lang) -> None:
    """Stack the levels at each date, the level that shrank most at the top, and print the total above."""
    for place, (period, dots) in enumerate(periods.items()):
        floor = 0.0
        for level, (colour, *_) in LEVELS.items():
            value = dots[level].value
            axes.bar(place, value, bottom=floor, color=colour, edgecolor="white", linewidth=0.5, width=0.68, gid=level)
            if value > 1500 and level in ("city_department", "below_county"):
                text, ink = say_value(value, "count", "en"), "white" if level == "below_county" else COLOURS["ink"]
                axes.text(place, floor + value / 2, text, ha="center", va="center", fontsize=7.2, color=ink)
            floor += value
        if period in totals:
            axes.text(place, floor, totals[period].text(lang), ha="center", va="bottom", fontsize=TEXT)
    axes.set_xticks(range(len(periods)), [say_period(period, lang) for period in periods], fontsize=TEXT)
    axes.tick_params(axis="x", length=0)
    axes.set_title(say_in(lang, "Websites in operation", "正在运行的政府网站（个）"), fontsize=9.5)
    thousands(axes)


def _draw_losses(axes: Axes, periods: Sequence[Mapping[str, Dot]], lang: Lang) -> None:
    """Draw each level's first and last count with what it lost."""
    first, last = periods[0], periods[-1]
    for place, (level, (colour, *_)) in enumerate(LEVELS.items()):
        before, after = first[level].value, last[level].value
        axes.barh(
            place, before - after, color=colour, edgecolor=COLOURS["muted"], linewidth=0.5, height=0.62, gid="loss"
        )
        text = f"{say_value(before, 'count', 'en')} → {say_value(after, 'count', 'en')}"
        axes.annotate(
            text, (max(0.0, before - after), place), xytext=(4, 0), textcoords="offset points", va="center",
            fontsize=TEXT,
        )  # fmt: skip
    axes.set_yticks(range(len(LEVELS)), [say_in(lang, en, zh) for _, en, zh in LEVELS.values()], fontsize=TEXT)
    axes.tick_params(axis="y", length=0, pad=13)
    for place, (colour, *_) in enumerate(LEVELS.values()):
        axes.plot(
            -0.035, place, "s", color=colour, markeredgecolor=COLOURS["muted"], markeredgewidth=0.5, markersize=7,
            transform=axes.get_yaxis_transform(), clip_on=False, gid="key",
        )  # fmt: skip
    axes.invert_yaxis()
    axes.set_xlim(right=1.45 * max(first[level].value - last[level].value for level in LEVELS))
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    thousands_across(axes)
    axes.set_title(say_in(lang, "Lost between the first and the last date", "首末两期之间减少（个）"), fontsize=9.5)


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def say_period(period: str, lang: Lang) -> str:
    """Return a period for an axis: Mar 2017, 2017年3月; a quarter by its last month."""
    year, _, part = period.partition("-")
    if not part:
        return say_in(lang, year, f"{year}年")
    month = int(part[1:]) * 3 if part.startswith("Q") else 12 if part == "H2" else 6 if part == "H1" else int(part[:2])
    return say_in(lang, f"{MONTHS[month - 1]}\n{year}", f"{year}年\n{month}月")
