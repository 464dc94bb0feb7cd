"""One notation for arithmetic on figures: `a + b - c`, `100 * (a - b) / c`, `a / b%`.

Identities, conflicts, derived observations and charts write it; this module alone reads it. Names are ids of
observations, which hold hyphens, so an operator has blanks around it. `b%` is a share as a fraction. `nearest(whole,
share)` is `bounds.shares.nearest_share`.

A name that stands twice has one value, so bounds are computed at the corners of repeated names: `(a - b) / a` is
tighter than by plain interval arithmetic. That is sharp where an expression is linear or linear-fractional in each
repeated name, as sums and ratios are.
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
from analysis.bounds.shares import nearest_share

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?![\w-])|(?P<name>[A-Za-z][\w.]*(?:-[\w.]+)*)|(?P<sign>[-+*/()%,]))"
)
_LEVELS: tuple[dict[str, Callable[[Interval, Interval], Interval]], ...] = (
    {"+": add, "-": sub},
    {"*": mul, "/": truediv},
)


_Corner = tuple[float, bool]  # an end of an interval, and whether it is closed


@dataclass(frozen=True)
class Node:
    """A part of an expression: a number, a name, or an operation on other parts."""

    value: float | str | Callable[..., Interval]
    parts: tuple[Node, ...] = ()

    def names(self) -> Iterator[str]:
        """Yield the names, each as often as it stands."""
        if isinstance(self.value, str):
            yield self.value
        for part in self.parts:
            yield from part.names()

    def compute(self, known: Mapping[str, Interval]) -> Interval:
        """Compute by plain interval arithmetic."""
        if isinstance(self.value, str):
            return known[self.value]
        if isinstance(self.value, float):
            return Interval.at(self.value)
        return self.value(*(part.compute(known) for part in self.parts))


@dataclass(frozen=True)
class Expression:
    """An expression as written, ready to be computed."""

    text: str
    node: Node

    @property
    def names(self) -> tuple[str, ...]:
        """The names in it, once each, in order."""
        return tuple(dict.fromkeys(self.node.names()))

    def bounds(self, known: Mapping[str, Interval]) -> Interval:
        """Return what the bounds of its names allow."""
        repeated = [name for name, times in Counter(self.node.names()).items() if times > 1 and not known[name].exact]
        corners = product(*(_corners(known[name]) for name in repeated))
        found = [self._at_corner(known, dict(zip(repeated, corner, strict=True))) for corner in corners]
        lower = min((one.lower, not (closed and one.lower_closed)) for one, closed in found)
        upper = max((one.upper, closed and one.upper_closed) for one, closed in found)
        constant = lower[0] == upper[0]
        return Interval(lower[0], upper[0], constant or not lower[1], constant or upper[1])

    def _at_corner(self, known: Mapping[str, Interval], corner: Mapping[str, _Corner]) -> tuple[Interval, bool]:
        """Compute with some names held at one of their ends; also tell whether all these ends are possible values."""
        held = {name: Interval.at(value) for name, (value, _) in corner.items()}
        return self.node.compute({**known, **held}), all(closed for _, closed in corner.values())

    def value(self, known: Mapping[str, float]) -> float:
        """Return its value at the printed values."""
        return self.node.compute({name: Interval.at(known[name]) for name in self.names}).lower


def _corners(one: Interval) -> tuple[_Corner, _Corner]:
    return (one.lower, one.lower_closed), (one.upper, one.upper_closed)


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """Read an expression; raises `ProjectError` with the place where it cannot be read."""
    tokens = list(_tokens(text))
    node, rest = _read(tokens, 0)
    if rest:
        raise _unreadable(text, rest[0])
    return Expression(text, node)


def _tokens(text: str) -> Iterator[str]:
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _unreadable(text, text[at:].strip())
        yield match.group().strip()
        at = match.end()


def _read(tokens: list[str], level: int) -> tuple[Node, list[str]]:
    """Read operations of one level of precedence, from left to right."""
    if level == len(_LEVELS):
        return _read_term(tokens)
    left, rest = _read(tokens, level + 1)
    while rest and rest[0] in _LEVELS[level]:
        right, after = _read(rest[1:], level + 1)
        left, rest = Node(_LEVELS[level][rest[0]], (left, right)), after
    return left, rest


def _read_term(tokens: list[str]) -> tuple[Node, list[str]]:
    """Read a number, a name, a bracket or a function, with the percent signs behind it."""
    if not tokens:
        raise ProjectError("an expression ends where a figure should stand.")
    first, rest = tokens[0], tokens[1:]
    if first == "(":
        node, rest = _closed(*_read(rest, 0))
    elif first == "nearest" and rest[:1] == ["("]:
        whole, rest = _expect(",", *_read(rest[1:], 0))
        share, rest = _closed(*_read(rest, 0))
        node = Node(lambda a, b: Interval.at(nearest_share(a, b)), (whole, share))
    elif first[0].isdigit():
        node = Node(float(first))
    elif first[0].isalpha():
        node = Node(first)
    else:
        raise _unreadable(" ".join(tokens), first)
    while rest[:1] == ["%"]:
        node, rest = Node(lambda share: share / 100, (node,)), rest[1:]
    return node, rest


def _closed(node: Node, rest: list[str]) -> tuple[Node, list[str]]:
    return _expect(")", node, rest)


def _expect(sign: str, node: Node, rest: list[str]) -> tuple[Node, list[str]]:
    if rest[:1] != [sign]:
        raise ProjectError(f"an expression lacks '{sign}'" + (f" before '{rest[0]}'." if rest else " at its end."))
    return node, rest[1:]


def _unreadable(text: str, place: str) -> ProjectError:
    return ProjectError(
        f"'{text}' cannot be read at '{place}': use ids, numbers, + - * / and brackets, blanks around each sign."
    )
