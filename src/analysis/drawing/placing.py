"""Placing: direct labels that keep clear of marks, lines and each other, whatever figures an edition holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation
    from matplotlib.transforms import Bbox

# Unit steps to the places where a label may stand, with its alignment there.
PLACES = {
    "E": (1, 0, "left", "center"), "W": (-1, 0, "right", "center"), "N": (0, 1, "center", "bottom"),
    "S": (0, -1, "center", "top"), "NE": (0.8, 0.8, "left", "bottom"), "SE": (0.8, -0.8, "left", "top"),
    "NW": (-0.8, 0.8, "right", "bottom"), "SW": (-0.8, -0.8, "right", "top"),
}  # fmt: skip
DISTANCES = (6, 10, 16, 24, 34, 48)  # points
LEADER_FROM = 14  # points: a label as far away as this gets a thin line to its mark
MARKER = 4.5  # points around the centre of a mark that no label may cover


@dataclass(frozen=True)
class Label:
    """A text at a point of the data, with the places to try first (`E`, `NE`, ...)."""

    text: str
    x: float
    y: float
    colour: str
    prefer: tuple[str, ...] = ("E", "NE", "SE", "N", "S")
    bold: bool = False
    size: float = 8.0


def place_labels(
    axes: Axes, labels: Sequence[Label], bars: Sequence[tuple[float, float, float]] = (),
    lines: Sequence[tuple[Sequence[float], Sequence[float]]] = (),
) -> list[Annotation]:  # fmt: skip
    """Write labels one after the other at the first free place; call it last, when the axes have their limits.

    `bars` are (x, lower, upper) of bounds, `lines` (xs, ys) of drawn lines, both in data; labels keep clear of them.
    """
    figure = axes.figure
    figure.draw_without_rendering()
    scale = figure.dpi / 72
    taken = [_around(axes, label.x, label.y, MARKER * scale) for label in labels]
    taken += [_bar_box(axes, bar, 3 * scale) for bar in bars]
    paths = [box for xs, ys in lines for box in _line_boxes(axes, xs, ys, scale)]
    written = []
    for label in labels:
        note = _write_best(axes, label, taken, paths)
        taken.append(_extent(axes, note))
        written.append(note)
    return written


def _write_best(axes: Axes, label: Label, taken: Sequence[Bbox], paths: Sequence[Bbox]) -> Annotation:
    """Try the places in order and keep the first that covers nothing, else the one that covers least."""
    order = [*label.prefer, *(name for name in PLACES if name not in label.prefer)]
    best, least = None, float("inf")
    for distance in DISTANCES:
        for name in order:
            note = _write(axes, label, name, distance)
            cost = _cost(axes, _extent(axes, note), taken, paths)
            if cost < least:
                if best is not None:
                    best.remove()
                best, least = note, cost
            else:
                note.remove()
            if least <= 0:
                return best
    assert best is not None
    return best


def _write(axes: Axes, label: Label, name: str, distance: float) -> Annotation:
    dx, dy, across, along = PLACES[name]
    leader = {"arrowstyle": "-", "color": label.colour, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 4}
    note = axes.annotate(
        label.text, (label.x, label.y), xytext=(dx * distance, dy * distance), textcoords="offset points", ha=across,
        va=along, fontsize=label.size, color=label.colour, fontweight="bold" if label.bold else "normal",
        arrowprops=leader if distance >= LEADER_FROM else None, zorder=6, annotation_clip=False, gid="label",
    )  # fmt: skip
    note.set_in_layout(False)
    return note


def _cost(axes: Axes, box: Bbox, taken: Sequence[Bbox], paths: Sequence[Bbox]) -> float:
    """Return how much a label would cover, in square pixels; outside the axes and their margin counts most."""
    frame = axes.get_window_extent()
    outside = max(0.0, frame.x0 - box.x0) + max(0.0, box.x1 - _right_end(axes))
    outside += max(0.0, frame.y0 - box.y0 + 1) + max(0.0, box.y1 - frame.y1)
    return outside * 200 + sum(_overlap(box, other) for other in taken) + 0.5 * sum(_overlap(box, o) for o in paths)


def _right_end(axes: Axes) -> float:
    """Return how far to the right a label may reach: to the next panel, or to the edge of the figure."""
    frame = axes.get_window_extent()
    others = [other.get_window_extent() for other in axes.figure.axes if other is not axes]
    beside = [o.x0 for o in others if o.x0 > frame.x0 and o.y0 < frame.y1 and o.y1 > frame.y0]
    return min([axes.figure.bbox.x1 - 2, *(x - 3 for x in beside if x >= frame.x1)])


def _overlap(one: Bbox, other: Bbox) -> float:
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return width * height if width > 0 and height > 0 else 0.0


def _extent(axes: Axes, note: Annotation) -> Bbox:
    """Return the box of the text alone, without its leader, a little wider than the letters."""
    from matplotlib.text import Text

    renderer = axes.figure._get_renderer()
    note.update_positions(renderer)
    return Text.get_window_extent(note, renderer).padded(1.0)


def _around(axes: Axes, x: float, y: float, half: float) -> Bbox:
    from matplotlib.transforms import Bbox

    px, py = axes.transData.transform((x, y))
    return Bbox([[px - half, py - half], [px + half, py + half]])


def _bar_box(axes: Axes, bar: tuple[float, float, float], half: float) -> Bbox:
    from matplotlib.transforms import Bbox

    x, lower, upper = bar
    (px, low), (_, high) = axes.transData.transform([(x, lower), (x, upper)])
    return Bbox([[px - half, low], [px + half, high]])


def _line_boxes(axes: Axes, xs: Sequence[float], ys: Sequence[float], scale: float) -> list[Bbox]:
    """Cut a line into small boxes, so that a slope does not bar the whole rectangle around it."""
    import numpy as np
    from matplotlib.transforms import Bbox

    points = axes.transData.transform(np.column_stack([xs, ys]))
    boxes = []
    for (x0, y0), (x1, y1) in pairwise(points):
        steps = max(1, int(np.hypot(x1 - x0, y1 - y0) / (4 * scale)))
        for share in np.linspace(0, 1, steps + 1):
            x, y = x0 + share * (x1 - x0), y0 + share * (y1 - y0)
            boxes.append(Bbox([[x - scale, y - scale], [x + scale, y + scale]]))
    return boxes
