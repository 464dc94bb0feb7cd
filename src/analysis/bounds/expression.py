"""One notation for arithmetic on figures: `a + b - c`, `100 * (a - b) / c`, `a / b%`.

Identities, conflicts, derived observations and charts write it; this module alone reads it. Names are ids of
observations, which hold hyphens, so an operator has blanks around it. `b%` is a share as a fraction. `nearest(whole,
share)` is `bounds.shares.nearest_share`.

    expression = parse("gov-2017q4-running-all + gov-2017q4-closed-merged-all-2017")
    expression.names                      the ids that it rests on
    expression.quantity(figures)          value, bounds and unit; `figures` are quantities by id
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from operator import add, mul, sub, truediv

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity
from analysis.bounds.shares import nearest_share

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?![\w-])|(?P<name>[A-Za-z][\w.]*(?:-[\w.]+)*)|(?P<sign>[-+*/()%,]))"
)
_LEVELS = ("+-", "*/")  # signs by precedence, the weakest first
_RATIO = "ratio"


_OPERATIONS: dict[str, Callable[..., Interval]] = {
    "+": add, "-": sub, "*": mul, "/": truediv, "%": lambda share: share / 100,
    "nearest": lambda whole, share: Interval.at(nearest_share(whole, share)),
}  # fmt: skip


@dataclass(frozen=True)
class Node:
    """A part of an expression: a number, a name, or an operation (then `value` is its sign) on other parts."""

    value: float | str
    parts: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield the node and all its parts, from left to right."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def names(self) -> Iterator[str]:
        """Yield the names, each as often as it stands."""
        yield from (node.value for node in self.walk() if isinstance(node.value, str) and not node.parts)

    def compute(self, known: Mapping[str, Interval]) -> Interval:
        """Compute by plain interval arithmetic, as if each name that stands twice had two values."""
        if not isinstance(self.value, str):
            return Interval.at(self.value)
        if not self.parts:
            return known[self.value]
        return _OPERATIONS[self.value](*(part.compute(known) for part in self.parts))

    def bounds(self, known: Mapping[str, Interval]) -> Interval:
        """Return what the bounds of the names allow: sharp where each name stands once, or in a ratio of sums.

        A name that stands twice has one value: `(a - b) / a` is tighter than by plain arithmetic. Where it enters as a
        ratio of sums the result runs one way over its bounds, so the extremes lie at their ends.
        """
        self._require_divisors(known)
        repeated = [n for n, times in Counter(self.names()).items() if times > 1 and not known[n].exact]
        held = [name for name in repeated if max(self.degrees(name)) <= 1]
        found: dict[tuple[int, ...], Interval] = {}
        for corner in product((0, 1), repeat=len(held)):
            ends = {name: Interval.at(known[name].ends[end]) for name, end in zip(held, corner, strict=True)}
            found[corner] = self.compute({**known, **ends})
        lower, upper = min(one.lower for one in found.values()), max(one.upper for one in found.values())
        if lower == upper:
            return Interval.at(lower)
        closed = [(known[name].lower_closed, known[name].upper_closed) for name in held]
        lowest = {corner for corner, one in found.items() if one.lower == lower and one.lower_closed}
        highest = {corner for corner, one in found.items() if one.upper == upper and one.upper_closed}
        return Interval(lower, upper, _reached(lowest, closed), _reached(highest, closed))

    def degrees(self, name: str) -> tuple[int, int]:
        """Return the highest powers of a name above and below the line once the expression is written as one ratio."""
        if not self.parts:
            return int(self.value == name), 0
        (above, below), *others = (part.degrees(name) for part in self.parts)
        if not others:
            return above, below
        other_above, other_below = others[0]
        if self.value == "/":
            return above + other_below, below + other_above
        if self.value in ("+", "-"):
            return max(above + other_below, other_above + below), below + other_below
        # A share of whole units moves in steps.
        steps = 2 if self.value == "nearest" and name in self.names() else 0
        return steps + above + other_above, below + other_below

    def _require_divisors(self, known: Mapping[str, Interval]) -> None:
        """Refuse a divisor that may be zero, also between the ends of a name, where arithmetic at the ends is blind."""
        for part in self.parts:
            part._require_divisors(known)
        if self.value == "/":
            1 / self.parts[1].bounds(known)

    def unit(self, units: Mapping[str, str]) -> str:
        """Return the unit: that of its figures, `ratio` for the quotient of two of one unit, empty for a number."""
        if not self.parts:
            return units.get(str(self.value), "")
        first, *others = (part.unit(units) for part in self.parts)
        if not others:  # a fraction
            return ""
        if self.value == "nearest":
            return others[0]
        if self.value == "/" and others[0] not in ("", _RATIO):
            return _RATIO if first == others[0] else ""
        return max(first, others[0], key=lambda unit: (unit != "", unit != _RATIO))


@dataclass(frozen=True)
class Expression:
    """An expression as written, ready to be computed."""

    text: str
    node: Node

    @property
    def names(self) -> tuple[str, ...]:
        """The names in it, once each, in order."""
        return tuple(dict.fromkeys(self.node.names()))

    @property
    def operations(self) -> frozenset[str]:
        """The signs and functions in it: + - * / % nearest."""
        return frozenset(str(node.value) for node in self.node.walk() if node.parts)

    def bounds(self, known: Mapping[str, Interval]) -> Interval:
        """Return what the bounds of its names allow; raises `ProjectError` where a divisor may be zero."""
        return self.node.bounds(known)

    def value(self, known: Mapping[str, float]) -> float:
        """Return its value at the printed values."""
        return self.node.compute({name: Interval.at(known[name]) for name in self.names}).lower

    def quantity(self, known: Mapping[str, Quantity]) -> Quantity:
        """Return its value, bounds and unit; a single name is its own figure.

        A quotient of figures of one unit is in percent where the expression multiplies by 100, else a ratio.
        """
        if self.node.value in known:
            return known[str(self.node.value)]
        interval = self.bounds({name: known[name].interval for name in self.names})
        value = self.value({name: known[name].value for name in self.names})
        unit = self.node.unit({name: known[name].unit for name in self.names})
        if unit == _RATIO and re.search(r"\b100 \*|\* 100\b", self.text):
            unit = "percent"
        return Quantity(interval.nearest(value), interval, unit, "eq" if interval.exact else "range")


def _reached(hits: set[tuple[int, ...]], closed: list[tuple[bool, bool]]) -> bool:
    """Tell whether some corner that gives an extreme is possible, or lies on a side that gives it all along."""
    return any(
        hits.issuperset(product(*((end,) if ends[end] else (0, 1) for end, ends in zip(corner, closed, strict=True))))
        for corner in hits
    )


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """Read an expression; raises `ProjectError` with the place where it cannot be read."""
    if len(text) > _LONGEST or text.count("(") > _MOST_BRACKETS or _NO_FIGURE.search(text):
        limits = f"{_LONGEST:,} letters, {_MOST_BRACKETS} brackets or 15 digits in a row"
        raise ProjectError(f"'{text[:80]}…' is more than {limits}: an expression puts a few figures together.")
    try:
        node, rest = _read(list(_tokens(text)), 0)
        _require(not rest, f"at '{rest[0]}'" if rest else "")
    except _Unreadable as error:
        raise ProjectError(
            f"'{text}' cannot be read {error}: use ids, numbers, + - * / and brackets, blanks around each sign."
        ) from None
    return Expression(text, node)


# Reading goes down by one call for each bracket and sign, and Python stops after a thousand.
_LONGEST, _MOST_BRACKETS = 2_000, 20
_NO_FIGURE = re.compile(r"\d{16}")


class _Unreadable(Exception):
    """Where an expression cannot be read."""


def _require(condition: bool, place: str) -> None:
    if not condition:
        raise _Unreadable(place)


def _tokens(text: str) -> Iterator[str]:
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _Unreadable(f"at '{text[at:].strip()}'")
        yield match.group().strip()
        at = match.end()


def _read(tokens: list[str], level: int) -> tuple[Node, list[str]]:
    """Read operations of one level of precedence, from left to right; return also the tokens that are left."""
    if level == len(_LEVELS):
        return _read_term(tokens)
    left, rest = _read(tokens, level + 1)
    while rest and rest[0] in _LEVELS[level]:
        right, after = _read(rest[1:], level + 1)
        left, rest = Node(rest[0], (left, right)), after
    return left, rest


def _read_term(tokens: list[str]) -> tuple[Node, list[str]]:
    """Read a number, a name, a bracket or a function, with the percent signs behind it."""
    _require(bool(tokens), "at its end, where a figure should stand")
    first, rest = tokens[0], tokens[1:]
    if first == "(":
        node, rest = _expect(")", *_read(rest, 0))
    elif first == "nearest" and rest[:1] == ["("]:
        whole, rest = _expect(",", *_read(rest[1:], 0))
        share, rest = _expect(")", *_read(rest, 0))
        node = Node("nearest", (whole, share))
    else:
        _require(first[0].isalnum(), f"at '{first}'")
        node = Node(float(first) if first[0].isdigit() else first)
    while rest[:1] == ["%"]:
        node, rest = Node("%", (node,)), rest[1:]
    return node, rest


def _expect(sign: str, node: Node, rest: list[str]) -> tuple[Node, list[str]]:
    _require(rest[:1] == [sign], f"where '{sign}' should stand" + (f", at '{rest[0]}'" if rest else ""))
    return node, rest[1:]
