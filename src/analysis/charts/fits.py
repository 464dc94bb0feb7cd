"""Charts of fitted curves: the figures, the curve with its band, and the words where a model is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts.consolidation import COUNTS
from analysis.charts.dots import credit_bulletins, open_panels, say_in, set_years
from analysis.charts.exhibits import LANGS, Lang
from analysis.charts.marks import draw_nothing
from analysis.charts.placing import Label, place_labels, settle
from analysis.charts.style import COLOURS, draw_break, thousands
from analysis.estimating.outcomes import CurvePoint, Outcome
from analysis.estimating.points import Points

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.questions.events import Event
    from analysis.questions.evidence import Evidence

STEP = 0.05  # years between the dates of a curve


@dataclass(frozen=True)
class Fit:
    """A model of a series with its curve: the points it saw, and its breaks."""

    points: Points
    outcome: Outcome
    events: tuple[Event, ...] = ()


def fit_decline(evidence: Evidence) -> tuple[Fit, Fit]:
    """Fit the General Office's counts as the estimates do, with curves: by phases, and towards a floor."""
    from analysis.questions.consolidation import fit_decline
    from analysis.questions.events import EVENTS

    phases, floor = fit_decline(evidence)
    events = (EVENTS["guidelines"], EVENTS["cut-reported"])
    return Fit(phases.points, phases.curve(), events), Fit(floor.points, floor.curve())


def curve_dates(points: Points) -> list[float]:
    """Return the dates of a curve over the points."""
    if not len(points):
        return []
    start, end = points.rows[0].t, points.rows[-1].t
    return [start + STEP * k for k in range(int((end - start) / STEP + 1e-9) + 1)]


def draw_decline(fits: Sequence[Fit], lang: Lang) -> Figure:
    """Draw the decline by phases on a logarithmic axis, and its way to a floor on a plain one."""
    phases, floor = fits
    if not len(phases.points):
        return draw_nothing(lang)
    figure, (left, right) = open_panels(3.9, 1, 2)
    left.set_yscale("log")
    for axes, fit in ((left, phases), (right, floor)):
        _draw_fit(axes, fit, lang)
    left.set_ylabel(say_in(lang, "government websites", "政府网站（个）"), fontsize=9)
    left.set_title(say_in(lang, "Three phases (log scale)", "三个阶段（对数坐标）"), fontsize=9.5)
    right.set_title(say_in(lang, "Decline to a floor, since May 2017", "2017年5月以来降至下限"), fontsize=9.5)
    _tick_log(left)
    _draw_floor(right, floor, lang)
    credit_bulletins(left, [name for point in phases.points for name in point.source.split()], lang)
    settle(figure)
    _label_rates(left, phases, lang)
    return figure


def _draw_fit(axes: Axes, fit: Fit, lang: Lang) -> None:
    """Draw the points with their bounds, the curve, its band, and the breaks."""
    look = COUNTS["office"][0]
    if not len(fit.points):
        axes.text(0.5, 0.5, say_in(lang, "no figure by then", "尚无数字"), transform=axes.transAxes, ha="center")
        return
    curve: Sequence[CurvePoint] = fit.outcome.curve
    if curve:
        t = [p.t for p in curve]
        axes.fill_between(t, [p.lower for p in curve], [p.upper for p in curve], color=COLOURS["orange"], alpha=0.18,
                          linewidth=0, gid="band")  # fmt: skip
        axes.plot(t, [p.value for p in curve], color=COLOURS["orange"], linewidth=1.4, gid="curve")
    for point in fit.points:
        implied = len(point.ref.split()) > 1
        axes.plot(
            point.t, point.value, look.marker, color=look.colour, markerfacecolor="white" if implied else look.colour,
            markersize=5, zorder=4, gid="dot",
        )  # fmt: skip
        if point.upper > point.lower:
            axes.vlines(point.t, point.lower, point.upper, color=look.colour, alpha=0.45, linewidth=5, gid="bounds")
    set_years(axes, int(fit.points.rows[0].t), max(p.t for p in (*fit.points, *curve)) + 0.4)
    if not curve:
        _say_refusal(axes, fit.outcome, lang)


def _say_refusal(axes: Axes, outcome: Outcome, lang: Lang) -> None:
    """Say that a model is refused, and why in one line."""
    few = outcome.refusals and outcome.refusals[0].n < outcome.refusals[0].minimum
    text = (
        say_in(lang, "no model: too few figures", "数字过少，不作模型") if few else say_in(lang, "no model", "不作模型")
    )
    axes.text(0.04, 0.04, text, transform=axes.transAxes, ha="left", va="bottom", fontsize=8.5, color=COLOURS["muted"])


def _tick_log(axes: Axes) -> None:
    """Set readable ticks on a logarithmic axis."""
    from matplotlib.ticker import FixedLocator, NullLocator

    low, high = axes.get_ylim()
    ticks = [
        v for v in (10_000, 15_000, 20_000, 30_000, 40_000, 50_000, 70_000, 100_000) if 0.8 * low <= v <= 1.1 * high
    ]
    axes.yaxis.set_major_locator(FixedLocator(ticks))
    axes.yaxis.set_minor_locator(NullLocator())
    thousands(axes)


def _label_rates(axes: Axes, fit: Fit, lang: Lang) -> None:
    """Print the rate of each phase with its interval, and the events between the phases."""
    for number, event in enumerate(fit.events):
        if axes.get_xlim()[0] < event.t < axes.get_xlim()[1]:
            draw_break(axes, event.t, "")
            axes.annotate(
                event.label.in_(lang), (event.t, 0.99 - 0.06 * number),
                xycoords=("data", "axes fraction"), xytext=(3, 0), textcoords="offset points", va="top", fontsize=7,
                color=COLOURS["muted"], bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
            )  # fmt: skip
    edges = [fit.points.rows[0].t, *(e.t for e in fit.events), fit.points.rows[-1].t]
    rates = [e for e in fit.outcome.estimates if e.parameter.startswith("annual_rate")]
    labels = []
    for start, end, rate in zip(edges, edges[1:], rates, strict=False):
        middle = min(fit.outcome.curve, key=lambda p: abs(p.t - (start + end) / 2))
        text = say_in(lang, "{:.0f}% a year\n({:.0f} to {:.0f})", "每年{:.0f}%\n（{:.0f}至{:.0f}）")
        text = text.format(rate.value, rate.lower, rate.upper).replace("-", "−")
        labels.append(Label(text, middle.t, middle.value, COLOURS["orange"], ("NE", "E", "SW", "W")))
    curve = [([p.t for p in fit.outcome.curve], [p.value for p in fit.outcome.curve])] if fit.outcome.curve else []
    low, high = axes.get_ylim()
    place_labels(axes, labels, (), [*curve, *(([e.t, e.t], [low, high]) for e in fit.events)])


def _draw_floor(axes: Axes, fit: Fit, lang: Lang) -> None:
    """Draw the floor with its interval as a band to the right of the data."""
    axes.set_ylim(bottom=0)
    thousands(axes)
    floor = next((e for e in fit.outcome.estimates if e.parameter == "floor"), None)
    if floor is None:
        return
    axes.axhline(floor.value, color=COLOURS["green"], linestyle=(0, (4, 2)), linewidth=1.1, gid="floor")
    axes.axhspan(floor.lower, floor.upper, color=COLOURS["green"], alpha=0.12, linewidth=0, gid="floor-band")
    text = say_in(lang, "floor {:,.0f}\n({:,.0f} to {:,.0f})", "下限{:,.0f}\n（{:,.0f}至{:,.0f}）")
    axes.annotate(
        text.format(floor.value, floor.lower, floor.upper), (axes.get_xlim()[1], floor.value), xytext=(-4, -13),
        textcoords="offset points", ha="right", va="top", fontsize=8, color=COLOURS["green"],
    )  # fmt: skip


def tabulate_fits(fits: Sequence[Fit]) -> pl.DataFrame:
    """Return the points and the curves of fits as a table."""
    import polars as pl

    rows = []
    for fit in fits:
        model = fit.outcome.model
        rows += [(model, "figure", p.t, p.value, p.lower, p.upper, p.ref) for p in fit.points]
        rows += [(model, "curve", c.t, c.value, c.lower, c.upper, "") for c in fit.outcome.curve]
    columns = "model part t value lower upper observations".split()
    schema = {name: pl.Float64 if name in ("t", "value", "lower", "upper") else pl.String for name in columns}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.with_columns(pl.col("t", "value", "lower", "upper").round_sig_figs(6))


def inputs_of(fits: Iterable[Fit]) -> list[str]:
    """Return the ids of the observations that fits rest on, sorted."""
    return sorted({name for fit in fits for point in fit.points for name in point.ref.split()})


def summarise_fits(fits: Mapping[str, Fit]) -> pl.DataFrame:
    """Return what each model says: its estimates with intervals, or the sentence of its refusal."""
    import polars as pl

    rows: list[tuple[object, ...]] = []
    for name, fit in fits.items():
        rows += [(name, e.parameter, e.value, e.lower, e.upper, e.unit, "") for e in fit.outcome.estimates]
        rows += [(name, "", None, None, None, "", refusal.sentence.in_(LANGS[0])) for refusal in fit.outcome.refusals]
    columns = "series parameter value lower upper unit refusal".split()
    schema = {column: pl.Float64 if column in ("value", "lower", "upper") else pl.String for column in columns}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.with_columns(pl.col("value", "lower", "upper").round_sig_figs(6))
