"""The grammar of marks: how a figure looks, the same in all charts.

An exact figure is a filled marker. A figure that its print only bounds is a bar over all values that the words allow,
with a stroke at the printed number, and an edge at an end that is itself possible: so no chart shows 超过90% as a
point at 90. A derived figure is pale. A doubtful or disputed one, one set apart and a refused model are hollow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.colors import to_hex, to_rgb

from analysis.base.periods import parse_period
from analysis.charts.declarations import Declaration, Panel
from analysis.charts.drawn import Drawn, order_of
from analysis.charts.naming import Names
from analysis.charts.placing import Line, Placer
from analysis.charts.style import COLOURS, CYCLE, MARKERS, WIDTH
from analysis.reconciling.breaks import Break

VISIBLE = 0.02  # of the axis: bounds narrower than this are hidden by their marker
OPEN = 0.06  # of the axis: bounds wider than this leave no marker, only a stroke
BAR, SIZE = 5.0, 5.5  # points
NARROW = 5.0  # inches


class Look(NamedTuple):
    """The colour and the marker of a series."""

    colour: str
    marker: str


@dataclass
class Scene:
    """What all panels of an exhibit share: its words, the looks of its series, labels that wait, marks that it used."""

    declaration: Declaration
    names: Names
    rows: Sequence[Drawn]
    looks: dict[str, Look]
    breaks: Sequence[Break] = ()
    estimates: Mapping[str, Drawn] = field(default_factory=dict)
    placer: Placer = field(default_factory=Placer)
    used: dict[str, None] = field(default_factory=dict)
    keyed: dict[str, None] = field(default_factory=dict)
    width: float = WIDTH  # inches

    @property
    def narrow(self) -> bool:
        """Whether there is no room for panels side by side: one column of a paper."""
        return self.width < NARROW

    def letters(self, usual: int) -> int:
        """Return how many letters a line holds of which a chart of two columns holds so many."""
        return round(usual * self.width / WIDTH)

    def tip(self, row: Drawn) -> str | None:
        """Return the page that a mark leads to, and behind a blank what is read when a pointer rests on it.

        What is made of several numbers, or moved from one, leads nowhere.
        """
        leads = row.id and " " not in row.id and not row.unit.startswith("half_width")
        return f"n/{row.id} {self.names.tip(row)}" if leads else None


@dataclass
class Field:
    """One panel that is being drawn."""

    axes: Axes
    rows: list[Drawn]
    panel: Panel
    scene: Scene
    width: float  # points

    @property
    def unit(self) -> str:
        """The unit of the values."""
        return self.rows[0].unit

    @property
    def names(self) -> Names:
        """The words of the exhibit."""
        return self.scene.names

    def look(self, row: Drawn) -> Look:
        """Return the look of a row's series."""
        return self.scene.looks[row.series]

    def ends(self, along: str = "y") -> tuple[float, float]:
        """Return where the axis of values ends, the lower end first."""
        low, high = sorted(self.axes.get_ylim() if along == "y" else self.axes.get_xlim())
        return low, high

    def palette(self, series: Iterable[str]) -> dict[str, str]:
        """Return the colour of each series, as seaborn wants them."""
        return {name: self.scene.looks[name].colour for name in series}

    def key(self, rows: Sequence[Drawn]) -> None:
        """Let the key name the series of rows."""
        self.scene.keyed |= dict.fromkeys(order_of(rows, "series"))


def looks_of(declaration: Declaration, rows: Iterable[Drawn]) -> dict[str, Look]:
    """Return a look for each series: as declared (`blue o`), else the next of the cycle."""
    found = {}
    for number, name in enumerate(order_of(list(rows), "series")):
        colour, _, marker = declaration.looks.get(name, "").partition(" ")
        usual = CYCLE[number % len(CYCLE)]
        found[name] = Look(COLOURS.get(colour, colour or usual), marker or MARKERS[number % len(MARKERS)])
    return found


def is_wide(row: Drawn, span: float) -> bool:
    """Tell whether bounds can be seen on an axis that shows `span` units."""
    return row.width > VISIBLE * span


def is_open(row: Drawn, span: float) -> bool:
    """Tell whether a figure is shown by its bounds alone: a word leaves it open, or it is rounded by much."""
    return row.width > OPEN * span or (row.comparator not in ("eq", "computed") and row.width > 0) or row.value is None


def is_bounded(row: Drawn, span: float) -> bool:
    """Tell whether the bounds of a figure are drawn."""
    return row.width > 0 and (is_wide(row, span) or is_open(row, span))


def draw_marks(
    panel: Field, rows: Sequence[Drawn], places: Sequence[float], along: str = "y", span: float = 1.0,
    size: float = SIZE, bar: float = BAR,
) -> None:  # fmt: skip
    """Draw figures: their values along one axis of the panel, at `places` of the other."""
    low, high = panel.ends(along)
    at = []
    for row, place in zip(rows, places, strict=True):
        if row.value is not None and not low <= row.value <= high:
            edge, signs = (high, "^>") if row.value > high else (low, "v<")
            _draw_sign(panel, (place, edge), along, signs, row, (6, 1, "beyond"))
        else:
            at.append((row, place))
    for row, place in at:
        if is_bounded(row, span):
            _draw_bounds(panel, row, place, along, bar, span)
    strokes = [(row, place) for row, place in at if is_open(row, span) and row.value is not None]
    if strokes:
        points = _scatter(panel, strokes, along, marker="_" if along == "y" else "|", s=(bar + 5) ** 2, linewidth=1.5)
        points.set_gid("printed")
    for face in ("full", "pale", "hollow"):
        drawn = [(row, place) for row, place in at if not is_open(row, span) and face_of(row) == face]
        if drawn:
            markers = {row.series: panel.look(row).marker for row, _ in drawn}
            points = _scatter(panel, drawn, along, markers=markers, s=size**2, linewidth=1.2)
            points.set_facecolor([_fill(panel.look(row).colour, face) for row, _ in drawn])
            points.set_gid(face)
    panel.scene.used |= {name: None for row in rows for name in _kinds(row, span)}


def face_of(row: Drawn) -> str:
    """Return how a marker is filled."""
    return "hollow" if row.hollow else "pale" if row.status == "derived" else "full"


def _kinds(row: Drawn, span: float) -> Iterable[str]:
    """Return the marks of a row that a key explains."""
    if row.status != "printed":
        yield row.status
    if is_bounded(row, span) and row.status != "possible":
        yield "bounds"
        if is_open(row, span) and row.value is not None and row.status not in ("estimate", "curve"):
            yield "stroke"
            if row.lower_closed != row.upper_closed:
                yield "edge"


def _scatter(panel: Field, at: Sequence[tuple[Drawn, float]], along: str, **options: Any) -> Collection:  # noqa: ANN401
    """Draw markers with seaborn, coloured (and, where `markers` are given, shaped) by series; returns them."""
    series, values, places = [row.series for row, _ in at], [row.value for row, _ in at], [place for _, place in at]
    x, y = (places, values) if along == "y" else (values, places)
    colours = panel.palette(series)
    sns.scatterplot(
        x=x, y=y, hue=series, style=series if "markers" in options else None, palette=colours, legend=False,
        ax=panel.axes, zorder=4, clip_on=False, **options,
    )  # fmt: skip
    points = panel.axes.collections[-1]
    points.set_edgecolor([colours[name] for name in series])
    points.set_urls([panel.scene.tip(row) for row, _ in at])
    return points


def _fill(colour: str, face: str) -> str:
    """Return what fills a marker: its colour, paler where derived, white where hollow."""
    red, green, blue = (0.6 + 0.4 * part for part in to_rgb(colour))
    return {"full": colour, "pale": to_hex((red, green, blue)), "hollow": "white"}[face]


def _draw_bounds(panel: Field, row: Drawn, place: float, along: str, bar: float, span: float) -> None:
    """Draw the bar of a figure's bounds, with an edge at each closed end; an arrow where it leaves the chart."""
    colour, (low, high) = panel.look(row).colour, panel.ends(along)
    lower, upper = (end if end is not None else edge for end, edge in ((row.lower, low), (row.upper, high)))
    lines = panel.axes.vlines if along == "y" else panel.axes.hlines
    if row.status == "possible":
        lines(place, lower, upper, color=colour, linewidth=1.1, linestyle=(0, (2, 2)), zorder=2, gid="possible")
        return
    faint = 0.25 if row.hollow else 0.4
    lines(place, max(lower, low), min(upper, high), color=colour, alpha=faint, linewidth=bar, zorder=2, gid="bounds",
          urls=[panel.scene.tip(row)])  # fmt: skip
    for end, closed in ((lower, row.lower_closed), (upper, row.upper_closed)):
        if closed and low <= end <= high and is_open(row, span):
            _draw_sign(panel, (place, end), along, "_|", row, (bar + 1, 0.8, "edge"))
    if upper > high:
        _draw_sign(panel, (place, high), along, "^>", row, (6, 1, "beyond"))


def _draw_sign(
    panel: Field, spot: tuple[float, float], along: str, markers: str, row: Drawn, look: tuple[float, float, str]
) -> None:
    """Draw one sign of a bar: the edge of a closed end, the arrow of one beyond the chart."""
    x, y = spot if along == "y" else spot[::-1]
    size, width, gid = look
    panel.axes.plot([x], [y], marker=markers[along == "x"], markersize=size, markeredgewidth=width, clip_on=False,
                    color=panel.look(row).colour, linestyle="none", zorder=3, gid=gid)  # fmt: skip


def join(panel: Field, rows: Sequence[Drawn], span: float) -> list[Line]:
    """Join the figures of each line with seaborn, dotted over gaps, none across a break; returns what it drew."""
    pairs: list[tuple[Drawn, Drawn]] = []
    for line in dict.fromkeys(row.line for row in rows if row.line):
        own = [row for row in rows if row.line == line and not row.hollow and not is_open(row, span)]
        pairs += pairwise(sorted(own, key=lambda row: row.time))
    before = len(panel.axes.lines)
    if pairs:
        ends = [row for pair in pairs for row in pair]
        gaps = ["far" if two.time - one.time > panel.panel.gap else "near" for one, two in pairs for _ in range(2)]
        series = [row.series for row in ends]
        sns.lineplot(
            x=[row.time for row in ends], y=[row.value for row in ends], hue=series, palette=panel.palette(series),
            style=gaps, dashes={"near": "", "far": (1, 2)}, units=[number // 2 for number in range(len(ends))],
            estimator=None, sort=False, legend=False, linewidth=1.1, alpha=0.85, zorder=2.5, ax=panel.axes,
        )  # fmt: skip
    for line in panel.axes.lines[before:]:
        line.set_gid("joined")
    return [([one.time, two.time], [one.height, two.height]) for one, two in pairs]


def draw_undated(panel: Field, figures: Sequence[Drawn]) -> None:
    """Draw the days on which a stock may have been counted where its notice prints none, as a bar up to its mark."""
    for row in figures:
        if days := parse_period(row.period).undated:
            colour, first = panel.look(row).colour, row.time - days
            panel.axes.hlines(row.height, first, row.time, color=colour, linewidth=1.4, zorder=6, gid="undated")
            panel.axes.plot(first, row.height, "|", color=colour, markersize=7, zorder=6, gid="undated-end")
            panel.scene.used["undated"] = None
