"""Placing: direct labels that keep clear of marks, lines and each other, whatever figures an edition holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import NamedTuple, cast

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Affine2D, Affine2DBase, ScaledTranslation
from numpy.typing import NDArray

Boxes = NDArray[np.float64]  # (n, 4): left, bottom, right, top in pixels
Bar = tuple[float, float, float]
Line = tuple[Sequence[float], Sequence[float]]

# Unit steps to the places where a label may stand, with its alignment there.
PLACES = {
    "E": (1, 0, "left", "center"), "W": (-1, 0, "right", "center"), "N": (0, 1, "center", "bottom"),
    "S": (0, -1, "center", "top"), "NE": (0.8, 0.8, "left", "bottom"), "SE": (0.8, -0.8, "left", "top"),
    "NW": (-0.8, 0.8, "right", "bottom"), "SW": (-0.8, -0.8, "right", "top"),
}  # fmt: skip
# How much of its width or height a text lies before the point that it is aligned by.
BEFORE = {"left": 0.0, "bottom": 0.0, "center": 0.5, "right": 1.0, "top": 1.0}
DISTANCES = (6, 10, 16, 24, 34, 48)  # points
LEADER_FROM = 14  # points: a label as far away as this gets a thin line to its mark
REASON = 3.0  # points within the edge of a break's reason that a label may cover
MARKER = 4.5  # points around the centre of a mark that no label may cover
OUTSIDE, COVERED, LINE = 200.0, 3.0, 0.5  # what a pixel outside the panel, on a label or mark, and on a line costs
CROSSED = 8.0  # what each step of a leader costs that lies on another label
ASTRAY = 6.0  # what each pixel costs by which a label is nearer to another mark than to its own


@dataclass(frozen=True)
class Label:
    """A text at a point of the data, with the places to try first (`E`, `NE`, ...)."""

    text: str
    x: float
    y: float
    colour: str
    prefer: tuple[str, ...] = ("E", "NE", "SE", "N", "S")
    size: float = 8.0


@dataclass
class Placer:
    """Labels that wait until a chart is drawn and laid out: only then is it known where there is room."""

    waiting: list[tuple[Axes, Sequence[Label], Sequence[Bar], Sequence[Line]]] = field(default_factory=list)
    within: list[tuple[Text, tuple[float, float]]] = field(default_factory=list)

    def add(self, axes: Axes, labels: Sequence[Label], bars: Sequence[Bar] = (), lines: Sequence[Line] = ()) -> None:
        """Keep the labels of one panel, with the bars and lines that they are to keep clear of."""
        self.waiting.append((axes, labels, bars, [line for line in lines if len(line[0]) > 1]))

    def finish(self, figure: Figure) -> None:
        """Lay the chart out and place all labels."""
        engine = figure.get_layout_engine()
        assert engine
        engine.execute(figure)
        engine.execute(figure)  # a first layout changes the ticks, and so the room that they need
        _fix_layout(figure)
        for axes in figure.axes:
            _thin_ticks(axes)
        for text, size in self.within:
            text.set_visible(_fits(text, size))
        for axes, labels, bars, lines in self.waiting:
            place_labels(axes, labels, bars, lines)


def _fix_layout(figure: Figure) -> None:
    """Keep the layout for every file, rounded: the solver's last bits differ from run to run, and reached the svg."""
    figure.set_layout_engine(None)  # not even one that only holds the place: each file would be drawn twice
    for axes in figure.axes:
        box = axes.get_position()
        axes.set_position((round(box.x0, 5), round(box.y0, 5), round(box.width, 5), round(box.height, 5)))


def _fits(text: Text, size: tuple[float, float]) -> bool:
    """Return whether a text fits into its mark: in one column the figures of two bars ran into each other."""
    assert text.axes
    (x0, y0), (x1, y1) = text.axes.transData.transform([(0, 0), size])
    box = text.get_window_extent()
    return box.width <= abs(x1 - x0) and box.height <= 1.3 * abs(y1 - y0)


def _thin_ticks(axes: Axes) -> None:
    """Leave out every second number of an axis, or more of them, so that no two meet."""
    shown = (tick.label1 for tick in axes.xaxis.get_major_ticks())
    ticks = [text for text in shown if text.get_visible() and text.get_text()]
    boxes = [text.get_window_extent() for text in ticks]
    apart = (all(a.x1 < b.x0 or b.x1 < a.x0 for a, b in pairwise(boxes[::step])) for step in range(1, len(ticks) + 1))
    step = 1 + next((number for number, one in enumerate(apart) if one), 0)
    for number, text in enumerate(ticks):
        text.set_visible(number % step == 0)


class Place(NamedTuple):
    """A place for a label: its name, its distance in points, and the box of the text there."""

    name: str
    distance: float
    box: Boxes


def place_labels(
    axes: Axes, labels: Sequence[Label], bars: Sequence[Bar] = (), lines: Sequence[Line] = ()
) -> list[Annotation]:
    """Write labels one after the other at the first free place of a settled figure.

    `bars` are (x, lower, upper) of bounds, `lines` (xs, ys) of drawn lines, both in data; labels keep clear of them.
    """
    scale = axes.figure.dpi / 72
    spots = axes.transData.transform(np.array([(label.x, label.y) for label in labels]).reshape(-1, 2))
    half = MARKER * scale
    taken = [np.array([x - half, y - half, x + half, y + half]) for x, y in spots]
    taken += [_bar_box(axes, bar, 3 * scale) for bar in bars]
    marks = len(taken)
    reasons = [text for text in axes.texts if text.get_gid() == "reason"]
    # Brackets of Chinese are blank for half their width: those may meet.
    taken += [np.array(text.get_window_extent().padded(-REASON * scale).extents) for text in reasons]
    taken += [np.array(text.get_window_extent().extents) for text in _numbers_of_others(axes)]
    paths = _stack([box for line in lines for box in _line_boxes(axes, line, scale)])
    frame, written = _frame(axes), []
    for number, label in enumerate(labels):
        cost = partial(_cost, spots, number, _stack(taken), marks, paths, frame)
        best = _cheapest(_places(axes, label, scale), cost)
        taken.append(best.box)
        written.append(_write(axes, label, best))
    return written


def _places(axes: Axes, label: Label, scale: float) -> Iterator[Place]:
    """Return the places of a label, near ones first, preferred ones first among equals."""
    text = axes.text(0, 0, label.text, fontsize=label.size)
    width, height = text.get_window_extent().size
    text.remove()
    x, y = axes.transData.transform((label.x, label.y))
    order = [*label.prefer, *(name for name in PLACES if name not in label.prefer)]
    for distance in DISTANCES:
        for name in order:
            dx, dy, across, along = PLACES[name]
            left = x + dx * distance * scale - BEFORE[across] * width
            bottom = y + dy * distance * scale - BEFORE[along] * height
            yield Place(name, distance, np.array([left - 1, bottom - 1, left + width + 1, bottom + height + 1]))


def _cheapest(places: Iterable[Place], cost: Callable[[Place], float]) -> Place:
    """Return the first place that costs least, and ask of no other once one costs nothing."""
    known = dict[float, Place]()
    for place in places:
        known.setdefault(least := cost(place), place)
        if not least:
            break
    return known[min(known)]


def _write(axes: Axes, label: Label, place: Place) -> Annotation:
    dx, dy, across, along = PLACES[place.name]
    note = axes.annotate(
        label.text, (label.x, label.y), xytext=(dx * place.distance, dy * place.distance), textcoords="offset points",
        ha=across, va=along, fontsize=label.size, color=label.colour, zorder=6, annotation_clip=False, gid="label",
    )  # fmt: skip
    note.set_in_layout(False)
    if place.distance >= LEADER_FROM:
        _lead(axes, label, (dx, dy), place.distance)
    return note


def _lead(axes: Axes, label: Label, way: tuple[float, float], distance: float) -> None:
    """Draw the line from a mark to the corner or side of its label, in points from the mark.

    An arrow of matplotlib cuts itself by halving until it is near enough: where depended on the processor.
    """
    data = cast("Affine2DBase", axes.transData)  # a point is moved by it, be the scale logarithmic or not
    points = Affine2D().scale(1 / 72) + axes.figure.dpi_scale_trans
    line = Line2D(
        *np.outer(way, (4 / np.hypot(*way), distance - 2)), color=label.colour, linewidth=0.6, zorder=6,
        transform=points + ScaledTranslation(label.x, label.y, data), clip_on=False, gid="leader",
    )  # fmt: skip
    line.set_in_layout(False)
    axes.add_artist(line)


def _cost(spots: Boxes, own: int, taken: Boxes, marks: int, paths: Boxes, frame: Boxes, place: Place) -> float:
    """Return what a label costs at a place: what it covers, how far it is outside, whose mark it seems to be of."""
    box = place.box
    outside = np.maximum(0.0, [frame[0] - box[0], frame[1] - box[1], box[2] - frame[2], box[3] - frame[3]]).sum()
    covered = COVERED * _overlap(box, taken) + LINE * _overlap(box, paths)
    cost = OUTSIDE * outside + round(covered, 6)  # of two that cost the same, a last bit chose
    # A label with a leader shows its mark by that.
    if place.distance >= LEADER_FROM:
        return cost + CROSSED * _crossed(place, spots[own], taken[marks:])
    return cost + ASTRAY * _astray(box, spots, own)


def _astray(box: Boxes, spots: Boxes, own: int) -> float:
    """Return by how much a label is nearer to another mark: 85,737 stood beside the mark of 82,201."""
    distances = np.hypot(*np.maximum(0, np.maximum(box[:2] - spots, spots - box[2:])).T)
    return max(0.0, distances[own] - distances.min())


def _crossed(place: Place, spot: Boxes, taken: Boxes) -> int:
    """Return how many steps of a label's leader lie on other labels."""
    end = np.clip(spot, place.box[:2], place.box[2:])
    path = spot + (end - spot) * np.linspace(0, 1, 2 + int(place.distance))[:, None]
    within = (path[:, None] >= taken[:, :2]) & (path[:, None] <= taken[:, 2:])
    return within.all(axis=2).sum()


def _overlap(box: Boxes, others: Boxes) -> float:
    sides = np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])
    return np.maximum(sides, 0).prod(axis=1).sum()


def _stack(boxes: Sequence[Boxes]) -> Boxes:
    return np.array(boxes, dtype=float).reshape(-1, 4)


def _frame(axes: Axes) -> Boxes:
    """Return where labels may stand: the panel, and to its right up to the next panel or the edge of the figure."""
    frame = axes.get_window_extent()
    others = [other.get_window_extent() for other in axes.figure.axes if other is not axes]
    beside = [o.x0 - 3 for o in others if o.x0 >= frame.x1 and o.y0 < frame.y1 and o.y1 > frame.y0]
    return np.array([frame.x0, frame.y0 + 1, min([axes.figure.bbox.x1 - 2, *beside]), frame.y1])


def _numbers_of_others(axes: Axes) -> list[Text]:
    """Return what is written beside the axes of other panels: an interval ran into the 20,000 of the next one."""
    others = [text for other in axes.figure.axes if other is not axes for text in other.get_yticklabels()]
    return [text for text in others if text.get_visible() and text.get_text()]


def _bar_box(axes: Axes, bar: Bar, half: float) -> Boxes:
    x, lower, upper = bar
    (px, low), (_, high) = axes.transData.transform([(x, lower), (x, upper)])
    room = half if lower == upper else 0.0  # a mark without bounds
    return np.array([px - half, low - room, px + half, high + room])


def _line_boxes(axes: Axes, line: Line, scale: float) -> Boxes:
    """Cut a line into small boxes, so that a slope does not bar the whole rectangle around it."""
    ends = pairwise(axes.transData.transform(np.column_stack(line)))
    steps = [np.linspace(a, b, max(1, int(np.hypot(*(b - a)) / (4 * scale))) + 1) for a, b in ends]
    return np.vstack([np.hstack([step - scale, step + scale]) for step in steps])
