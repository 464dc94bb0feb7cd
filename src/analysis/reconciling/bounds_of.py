"""Intervals of several statements: whether they can all be true, and what is left if they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Row = Mapping[str, object]


class Span(NamedTuple):
    """An interval with open or closed ends."""

    lower: float
    upper: float
    lower_closed: bool
    upper_closed: bool

    @property
    def empty(self) -> bool:
        """Whether no number lies in the span."""
        if self.lower == self.upper:
            return not (self.lower_closed and self.upper_closed)
        return self.lower > self.upper


def span_of(row: Row) -> Span:
    """Return the bounds of an observation."""
    return Span(float(row["lower"]), float(row["upper"]), bool(row["lower_closed"]), bool(row["upper_closed"]))


def intersect(rows: Iterable[Row]) -> Span:
    """Return the intersection of the bounds of observations; it may be empty."""
    spans = [span_of(row) for row in rows]
    lower, upper = max(s.lower for s in spans), min(s.upper for s in spans)
    return Span(
        lower, upper,
        all(s.lower_closed for s in spans if s.lower == lower), all(s.upper_closed for s in spans if s.upper == upper),
    )  # fmt: skip


def hull(rows: Iterable[Row]) -> Span:
    """Return the smallest span that holds the bounds of all observations."""
    spans = [span_of(row) for row in rows]
    lower, upper = min(s.lower for s in spans), max(s.upper for s in spans)
    return Span(
        lower, upper,
        any(s.lower_closed for s in spans if s.lower == lower), any(s.upper_closed for s in spans if s.upper == upper),
    )  # fmt: skip


def agree(rows: Iterable[Row]) -> bool:
    """Tell whether the observations can all be true."""
    return not intersect(rows).empty
