"""Intervals: what a printed figure leaves open, and arithmetic that never forgets it.

An end is closed where the value itself is possible ("at least 90%" is [90, 100]) and open where it is not ("over 90%"
is (90, 100]). Arithmetic holds for all values within the bounds and assumes nothing about how figures depend on each
other (Moore, Kearfott & Cloud, *Introduction to Interval Analysis*, 2009, chapter 2). Intervals as a data type for
incomplete figures follow Manski, *Partial Identification of Probability Distributions* (2003).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import product
from typing import TYPE_CHECKING

from analysis.base.errors import ProjectError


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends; never empty. An infinite end is open."""

    lower: float
    upper: float
    lower_closed: bool = True
    upper_closed: bool = True

    def __post_init__(self) -> None:
        # Adding zero turns -0.0, which would print as -0, into 0.0.
        lower, upper = float(self.lower) + 0.0, float(self.upper) + 0.0
        lower_closed = bool(self.lower_closed) and math.isfinite(lower)
        upper_closed = bool(self.upper_closed) and math.isfinite(upper)
        put = object.__setattr__
        put(self, "lower", lower)
        put(self, "upper", upper)
        put(self, "lower_closed", lower_closed)
        put(self, "upper_closed", upper_closed)
        if not (lower < upper or (lower == upper and lower_closed and upper_closed)):
            raise ProjectError(f"{self} holds no number: the lower end must not exceed the upper one.")

    @classmethod
    def at(cls, value: float) -> Interval:
        """Return the interval of an exact figure."""
        return cls(value, value)

    @classmethod
    def between(
        cls, lower: float | None, upper: float | None, lower_closed: bool = True, upper_closed: bool = True
    ) -> Interval:
        """Return the interval whose ends a table holds, where an infinite one is null.

        Each reader of a table once turned ends into numbers by itself; seven editions have an estimate with one end.
        """
        low, high = (-math.inf if lower is None else lower), (math.inf if upper is None else upper)
        return cls(low, high, lower_closed, upper_closed)

    def __str__(self) -> str:
        left, right = "[" if self.lower_closed else "(", "]" if self.upper_closed else ")"
        return f"{left}{self.lower:.12g}, {self.upper:.12g}{right}"

    @property
    def exact(self) -> bool:
        """Whether one number alone is possible."""
        return self.lower == self.upper

    @property
    def width(self) -> float:
        """The distance of the ends."""
        return self.upper - self.lower

    @property
    def middle(self) -> float:
        """The centre of the interval."""
        return (self.lower + self.upper) / 2

    @property
    def ends(self) -> tuple[float, float]:
        """Both ends."""
        return self.lower, self.upper

    @property
    def corners(self) -> tuple[End, End]:
        """Both ends, each with whether it is possible itself."""
        return (self.lower, self.lower_closed), (self.upper, self.upper_closed)

    def __contains__(self, value: float) -> bool:
        above = value > self.lower or (self.lower_closed and value == self.lower)
        return above and (value < self.upper or (self.upper_closed and value == self.upper))

    def covers(self, other: Interval) -> bool:
        """Tell whether every number of the other interval lies in this one."""
        return self & other == other

    def surely_below(self, other: Interval) -> bool:
        """Tell whether every number of this interval lies below every number of the other, or equals it at most."""
        return self.upper <= other.lower

    def gap(self, other: Interval) -> float:
        """Return the distance to another interval, 0 or less where they overlap or touch."""
        return max(self.lower - other.upper, other.lower - self.upper)

    def __and__(self, other: Interval) -> Interval | None:
        """Return what both allow, None where they exclude each other."""
        lower, upper = max(self.lower, other.lower), min(self.upper, other.upper)
        lower_closed = lower in self and lower in other
        upper_closed = upper in self and upper in other
        if lower > upper or (lower == upper and not (lower_closed and upper_closed)):
            return None
        return Interval(lower, upper, lower_closed, upper_closed)

    def __or__(self, other: Interval) -> Interval:
        """Return the hull: the smallest interval that holds both."""
        lower, upper = min(self.lower, other.lower), max(self.upper, other.upper)
        return Interval(lower, upper, lower in self or lower in other, upper in self or upper in other)

    def __neg__(self) -> Interval:
        return Interval(-self.upper, -self.lower, self.upper_closed, self.lower_closed)

    def __add__(self, other: Interval | float) -> Interval:
        one = _interval(other)
        return _computed(
            (self.lower + one.lower, self.lower_closed and one.lower_closed),
            (self.upper + one.upper, self.upper_closed and one.upper_closed),
        )

    __radd__ = __add__

    def __sub__(self, other: Interval | float) -> Interval:
        return self + -other

    def __rsub__(self, other: float) -> Interval:
        return -self + other

    def __mul__(self, other: Interval | float) -> Interval:
        return span(_times(a, b) for a, b in product(self.corners, _interval(other).corners))

    __rmul__ = __mul__

    def __truediv__(self, other: Interval | float) -> Interval:
        """Divide; raises `ProjectError` where the divisor may be zero or lies on both sides of it."""
        one = _interval(other)
        if one.lower < 0 < one.upper or 0 in one:
            raise ProjectError(f"a ratio needs a divisor that cannot be zero, but its bounds are {one}.")
        sign = 1 if one.upper > 0 else -1
        return span(_divided(a, b, sign) for a, b in product(self.corners, one.corners))

    def __rtruediv__(self, other: float) -> Interval:
        return Interval.at(other) / self

    def __round__(self, digits: int = 0) -> Interval:
        return _computed((round(self.lower, digits), self.lower_closed), (round(self.upper, digits), self.upper_closed))

    def within(self, lower: float = -math.inf, upper: float = math.inf) -> Interval:
        """Return the part within natural limits, such as 0 and 100 of a share; an end that is cut there is closed."""
        limits = Interval(lower, upper)
        held = self & limits
        if held is None:
            raise ProjectError(f"{self} has no number within {limits}.")
        return held

    def nearest(self, value: float) -> float:
        """Return the number nearest to a value, the end itself where the value lies outside."""
        return min(max(value, self.lower), self.upper)


class Bounded:
    """What has an interval: its ends under their names."""

    __slots__ = ()
    if TYPE_CHECKING:
        interval: Interval

    @property
    def lower(self) -> float:
        """The lower end of the interval."""
        return self.interval.lower

    @property
    def upper(self) -> float:
        """The upper end of the interval."""
        return self.interval.upper


End = tuple[float, bool]  # an end of an interval, and whether it is closed


def _interval(value: Interval | float) -> Interval:
    return value if isinstance(value, Interval) else Interval.at(value)


def _times(left: End, right: End) -> End:
    """Multiply two ends: a zero that is possible makes a zero that is possible, whatever stands beside it."""
    (a, a_closed), (b, b_closed) = left, right
    if a == 0 or b == 0:
        return 0.0, (a_closed and b_closed) or (a == 0 and a_closed) or (b == 0 and b_closed)
    return a * b, a_closed and b_closed


def _divided(left: End, right: End, sign: int) -> End:
    """Divide two ends; a divisor that ends at zero (and so is open there) has the sign of its other numbers."""
    (a, a_closed), (b, b_closed) = left, right
    if a == 0 or math.isinf(b):
        return 0.0, a == 0 and a_closed
    if b == 0:
        return math.copysign(math.inf, a * sign), False
    return a / b, a_closed and b_closed


def span(ends: Iterable[End]) -> Interval:
    """Return the interval between the least and the greatest of some ends."""
    found = set(ends)
    lower, upper = min(value for value, _ in found), max(value for value, _ in found)
    return _computed((lower, (lower, True) in found), (upper, (upper, True) in found))


def _computed(lower: End, upper: End) -> Interval:
    """Return the interval between two computed ends; ends that rounding has brought together are one number."""
    if lower[0] == upper[0]:
        return Interval.at(lower[0])
    return Interval(lower[0], upper[0], lower[1], upper[1])


def intersect(intervals: Iterable[Interval]) -> Interval | None:
    """Return what all intervals allow, None where they exclude each other."""
    found, *others = intervals
    for one in others:
        common = found & one
        if common is None:
            return None
        found = common
    return found


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the smallest interval that holds all."""
    return reduce(Interval.__or__, intervals)
