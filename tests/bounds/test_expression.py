"""Expressions: read as written, bounded as brute force says."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.base.errors import ProjectError
from analysis.bounds.expression import parse
from analysis.bounds.interval import Interval


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gov-2017q1-a - b + 3", 98),
        ("gov-2017q1-a - b * 2", 90),
        ("100 * (gov-2017q1-a - b) / gov-2017q1-a", 95),
        ("b / 50%", 10),
        ("gov-2017q1-a - b - b", 90),
        ("nearest(b, 50.1)", 60),
        ("12.5 / b", 2.5),
    ],
)
def test_arithmetic_as_written(text: str, value: float) -> None:
    assert parse(text).value({"gov-2017q1-a": 100, "b": 5}) == pytest.approx(value)


def test_names_once_each_in_order() -> None:
    assert parse("b + gov-2017q1-a - b").names == ("b", "gov-2017q1-a")


@pytest.mark.parametrize("text", ["a -", "a b", "(a + b", "a + ?", "", "nearest(a b)", "a + b)"])
def test_what_cannot_be_read_says_where(text: str) -> None:
    with pytest.raises(ProjectError):
        parse(text)


widths = st.tuples(st.integers(1, 9), st.integers(0, 5))


@given(widths, widths)
def test_a_repeated_name_has_one_value(first: tuple[int, int], second: tuple[int, int]) -> None:
    a, b = (Interval(low, low + width) for low, width in (first, second))
    grid = [[one.lower + one.width * part / 8 for part in range(9)] for one in (a, b)]
    for text, compute in (
        ("100 * a / (a + b)", lambda x, y: 100 * x / (x + y)),
        ("(a - b) / a", lambda x, y: (x - y) / x),
        ("a + b - a", lambda _x, y: y),
    ):
        found = [compute(x, y) for x, y in product(*grid)]
        assert parse(text).bounds({"a": a, "b": b}).ends == pytest.approx((min(found), max(found)))


def test_ends_that_are_not_possible_stay_open() -> None:
    bounds = parse("(a - b) / a").bounds({"a": Interval(10, 20, False, True), "b": Interval.at(5)})
    assert (bounds.lower, bounds.upper, bounds.lower_closed, bounds.upper_closed) == (0.5, 0.75, False, True)
