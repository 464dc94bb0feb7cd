"""For the tests of models: series of exact and of vague figures, and what models say."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.bounds.interval import Interval
from analysis.estimating.points import Point, Points
from analysis.words.catalogue import Message


def exact(t: Iterable[float], y: Iterable[float], unit: str = "count", **fields: str) -> Points:
    """Figures without bounds."""
    rows = (Point(a, b, Interval.at(b), **fields) for a, b in zip(t, y, strict=True))
    return Points("series", unit, tuple(rows))


def vague(t: Iterable[float], y: Iterable[float], half: float) -> Points:
    """Counts known to a factor of 1 + half on either side."""
    rows = (Point(a, b, Interval(b / (1 + half), b * (1 + half))) for a, b in zip(t, y, strict=True))
    return Points("series", "count", tuple(rows))


def bounded(rows: Iterable[tuple[float, float, float]], unit: str = "count") -> Points:
    """Figures given as date, lower and upper end; the printed value is the lower one."""
    return Points("series", unit, tuple(Point(t, low, Interval(low, high)) for t, low, high in rows))


def said(*messages: Message) -> str:
    """What models say, in English."""
    return "; ".join(one.in_("en") for one in messages)
