"""Small pictures of figures as SVG text: bounds on a scale, and a series with one of its points marked.

Thousands of pages carry one, so they are written as text; colours are those of the page, in the dark as in the light.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from analysis.bounds.interval import Interval
from analysis.words.catalogue import Lang
from analysis.words.numbers import display_value

WIDTH, EDGE = 360.0, 10.0
Place = Callable[[float], float]


class Point(NamedTuple):
    """A figure at a time, in years; points of one `line` may be compared over time."""

    name: str
    t: float
    value: float
    lower: float
    upper: float
    line: str = ""


def scale(value: float | None, bounds: Interval, unit: str, label: str, lang: Lang, certain: bool = True) -> str:
    """Draw bounds on a scale, their ends filled where they belong to it; an exact figure needs no picture.

    Without a value there is no tick; an interval of probability, that is not `certain`, has no ends to belong to it.
    """
    low, high = _ends(value, bounds, unit)
    if bounds.exact or low == high:
        return ""
    place = _placer(low, high, EDGE, WIDTH - EDGE)
    left, right, *ticks = (place(min(max(x, low), high)) for x in (*bounds.ends, value) if x is not None)
    ends = ((left, bounds.lower_closed), (right, bounds.upper_closed))
    parts = [
        f'<line class="axis" x1="{EDGE}" x2="{WIDTH - EDGE}" y1="22" y2="22"/>',
        f'<line class="bar" x1="{left:.1f}" x2="{right:.1f}" y1="22" y2="22"/>',
        *(f'<line class="tick" x1="{tick:.1f}" x2="{tick:.1f}" y1="12" y2="32"/>' for tick in ticks),
        *(_end(at, closed) for at, closed in ends if certain),
        _text(EDGE, 46, display_value(low, unit, lang), "start"),
        _text(WIDTH - EDGE, 46, display_value(high, unit, lang), "end"),
    ]
    return _svg(parts, 50, label)


def _ends(value: float | None, bounds: Interval, unit: str) -> tuple[float, float]:
    """Return the ends of the scale: all of a share, else the bounds with as much room again on both sides."""
    if unit == "percent" and bounds.lower >= 0 and bounds.upper <= 100:
        return 0.0, 100.0
    finite = [end for end in (bounds.lower, value, bounds.upper) if end is not None and math.isfinite(end)]
    room = (max(finite) - min(finite)) / 2 or abs(finite[0]) / 2
    low = min(finite) - room
    return _round(max(0.0, low) if min(finite) >= 0 else low, room), _round(max(finite) + room, room)


def _round(value: float, room: float) -> float:
    """Return an end of a scale without needless digits."""
    step = 10.0 ** (math.floor(math.log10(room)) if room else 0)
    return round(value / step) * step


def _end(at: float, closed: bool) -> str:
    return f'<circle class="{"closed" if closed else "open"}" cx="{at:.1f}" cy="22" r="4"/>'


def series(points: Sequence[Point], marked: str, unit: str, label: str, lang: Lang) -> str:
    """Draw a series: bars for bounds, dots for values, lines between points that may be compared; one is marked."""
    ends = [end for point in points for end in (point.value, point.lower, point.upper) if math.isfinite(end)]
    times = [point.t for point in points]
    if len(points) < 2 or min(times) == max(times):
        return ""
    x, y = _placer(min(times), max(times), 16, WIDTH - 16), _placer(min(ends), max(ends), 84, 18)
    parts = [_text(EDGE, 11, display_value(max(ends), unit, lang), "start")]
    parts += [f'<line class="axis" x1="{EDGE}" x2="{WIDTH - EDGE}" y1="92" y2="92"/>', *_lines(points, x, y)]
    for point in points:
        parts += _point(point, point.name == marked, x(point.t), y)
    years = ((EDGE, min(times), "start"), (WIDTH - EDGE, max(times), "end"))
    parts += [_text(at, 107, str(math.floor(time - 1e-6)), anchor) for at, time, anchor in years]
    return _svg(parts, 112, label)


def _point(point: Point, marked: bool, at: float, y: Place) -> list[str]:
    low, high = (y(end if math.isfinite(end) else point.value) for end in (point.lower, point.upper))
    kind, radius = (' class="here"', 5) if marked else ("", 3)
    return [
        # Exact figures have no bar: a hundred of them weighed a tenth of a page.
        f'<line class="bar" x1="{at:.1f}" x2="{at:.1f}" y1="{low:.1f}" y2="{high:.1f}"/>' if low != high else "",
        f'<circle{kind} cx="{at:.1f}" cy="{y(point.value):.1f}" r="{radius}"/>',
    ]


def _lines(points: Sequence[Point], x: Place, y: Place) -> Iterable[str]:
    for one, next_ in pairwise(points):
        if one.line and one.line == next_.line:
            ends = f"M{x(one.t):.1f} {y(one.value):.1f}L{x(next_.t):.1f} {y(next_.value):.1f}"
            yield f'<path class="line" d="{ends}"/>'


def _placer(low: float, high: float, first: float, last: float) -> Place:
    size = high - low or 1.0
    return lambda value: first + (value - low) / size * (last - first)


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(text)}</text>'


def _svg(parts: Iterable[str], height: int, label: str) -> str:
    inside = "".join(parts)
    return (
        f'<svg class="drawing" viewBox="0 0 {WIDTH:.0f} {height}" role="img" aria-label="{escape(label)}">'
        f"{inside}</svg>"
    )
