"""What can be seen of a figure once it is drawn: letters off its canvas or over each other, panels, a key.

Of the project nothing is imported here, so that a step whose figures are looked at reads nothing more of it.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any, TypedDict


class Look(TypedDict):
    """What was seen of a figure, as it is written down."""

    outside: list[str]
    meeting: list[tuple[str, str]]
    panels: int
    texts: int
    keyed: bool
    rounded: bool


def look_at(figure: Any) -> Look:
    """Return what is to be seen of a figure."""
    figure.draw_without_rendering()  # only then do keys and ticks stand at their places
    ends = [end for axes in figure.axes for end in axes.get_position().bounds[:2]]
    return {
        "outside": texts_outside(figure), "meeting": labels_that_meet(figure), "panels": len(figure.axes),
        "texts": len(texts_of(figure)), "keyed": any(legend.get_gid() == "key" for legend in figure.legends),
        "rounded": all(round(end, 5) == end for end in ends),
    }  # fmt: skip


def texts_of(figure: Any) -> list[Any]:
    """Return the visible texts of a figure that say something."""
    from matplotlib.text import Text

    beyond = {label for axes in figure.axes for axis in (axes.xaxis, axes.yaxis) for label in _beyond(axis)}
    found = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
    return [text for text in found if text not in beyond]


def _beyond(axis: Any) -> list[Any]:
    """Return the labels of ticks beyond the ends of an axis, which are never drawn."""
    low, high = sorted(axis.get_view_interval())
    ticks = [*axis.get_major_ticks(), *axis.get_minor_ticks()]
    return [tick.label1 for tick in ticks if not low <= tick.get_loc() <= high]


def texts_outside(figure: Any, slack: float = 1.5) -> list[str]:
    """Return the texts of which a part lies outside the canvas."""
    from matplotlib.text import Text

    frame = figure.bbox
    found = [(text, Text.get_window_extent(text)) for text in texts_of(figure)]
    return [
        text.get_text() for text, box in found
        if box.x0 < frame.x0 - slack or box.y0 < frame.y0 - slack or box.x1 > frame.x1 + slack
        or box.y1 > frame.y1 + slack
    ]  # fmt: skip


def labels_that_meet(figure: Any, slack: float = 2.0) -> list[tuple[str, str]]:
    """Return the pairs of labels that cover each other by more than `slack` pixels."""
    from matplotlib.text import Text

    labels = [text for text in texts_of(figure) if text.get_gid() == "label"]
    boxes = [(text.get_text(), Text.get_window_extent(text)) for text in labels]
    return [
        (one, other) for (one, a), (other, b) in combinations(boxes, 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > slack and min(a.y1, b.y1) - max(a.y0, b.y0) > slack
    ]  # fmt: skip
