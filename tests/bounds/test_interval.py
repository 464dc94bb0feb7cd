"""Intervals against brute force: every operation holds all values, and reaches the ends that it calls closed."""

from __future__ import annotations

import math
import operator
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval, hull, intersect

OPERATIONS = (operator.add, operator.sub, operator.mul, operator.truediv)


def values_in(one: Interval) -> list[float]:
    """Return the ends that are possible and a grid between them, so near to open ends that rounding shows them."""
    width = one.width
    inner = [one.lower + width * part for part in (1e-9, 0.25, 0.5, 0.75, 1 - 1e-9)]
    return [value for value in (one.lower, *inner, one.upper) if value in one]


@st.composite
def intervals(draw: st.DrawFn, low: int = -8, high: int = 8) -> Interval:
    """Draw an interval with whole ends; a point is closed."""
    lower, upper = sorted(draw(st.tuples(st.integers(low, high), st.integers(low, high))))
    return Interval(lower, upper, lower == upper or draw(st.booleans()), lower == upper or draw(st.booleans()))


@given(intervals(), intervals(), st.sampled_from(OPERATIONS))
def test_arithmetic_holds_all_values_and_no_more(left: Interval, right: Interval, operate: operator) -> None:
    if operate is operator.truediv and (0 in right or right.lower < 0 < right.upper):
        with pytest.raises(ProjectError):
            left / right
        return
    result = operate(left, right)
    found = [operate(a, b) for a, b in product(values_in(left), values_in(right))]
    assert all(result.lower - 1e-6 <= value <= result.upper + 1e-6 for value in found)
    for end, closed in ((result.lower, result.lower_closed), (result.upper, result.upper_closed)):
        if math.isfinite(end):
            assert min(abs(value - end) for value in found) <= 1e-6 * max(1, abs(end))
            assert closed == (end in found)
        else:
            assert max(abs(value) for value in found) > 1e6


@given(intervals(), intervals())
def test_sets(left: Interval, right: Interval) -> None:
    grid = [value / 4 for value in range(-40, 41)]
    common, either = left & right, left | right
    for value in grid:
        assert (common is not None and value in common) == (value in left and value in right)
        assert value in either or not (value in left or value in right)
    assert either.covers(left)
    assert either.covers(right)
    assert left.covers(right) == all(value in left for value in grid if value in right)
    assert (left.gap(right) > 0) <= (common is None)


def test_an_interval_is_written_with_its_ends() -> None:
    assert str(Interval(35_000, 45_000, upper_closed=False)) == "[35000, 45000)"
    assert str(Interval(300.5, math.inf, lower_closed=False)) == "(300.5, inf)"


@given(intervals(), intervals())
def test_what_is_surely_below_has_no_number_above_the_other(left: Interval, right: Interval) -> None:
    assert left.surely_below(right) == all(a <= b for a, b in product(left.ends, right.ends))


def test_ends_that_are_infinite_are_open() -> None:
    assert str(Interval(300, math.inf)) == "[300, inf)"
    assert str(Interval(300, math.inf) + Interval(1, 2)) == "[301, inf)"
    assert Interval(300, math.inf) - Interval(300, math.inf) == Interval(-math.inf, math.inf)


@pytest.mark.parametrize(("lower", "upper", "closed"), [(2, 1, True), (1, 1, False), (math.nan, 1, True)])
def test_an_interval_is_never_empty(lower: float, upper: float, closed: bool) -> None:
    with pytest.raises(ProjectError, match="holds no number"):
        Interval(lower, upper, closed, True)


@given(st.floats(0.001, 1e9), st.floats(1e-15, 1e9), st.booleans(), st.floats(-1e18, 1e18), st.sampled_from(OPERATIONS))
def test_rounding_never_leaves_an_interval_empty(
    lower: float, width: float, closed: bool, other: float, operate: operator
) -> None:
    assume(lower < lower + width and (abs(other) > 1e-9 or operate is not operator.truediv))
    result = operate(Interval(lower, lower + width, closed, not closed), Interval.at(other))
    assert result.lower <= result.upper


@given(st.integers(1, 10_000))
def test_a_figure_divided_by_itself_is_one(value: int) -> None:
    assert Interval.at(value) / Interval.at(value) == Interval.at(1)


def test_zero_has_no_sign() -> None:
    assert str(-Interval(0, 1)) == "[-1, 0]"


def test_several_intervals() -> None:
    three = [Interval(0, 5), Interval(2, 9, False), Interval(4, 7)]
    assert intersect(three) == Interval(4, 5)
    assert intersect([*three, Interval(6, 7)]) is None
    assert hull(three) == Interval(0, 9)


def test_natural_limits_close_the_end_that_they_cut() -> None:
    assert Interval(90, 140, False, False).within(0, 100) == Interval(90, 100, False, True)
    with pytest.raises(ProjectError, match="no number within"):
        Interval(101, 140).within(0, 100)


def test_an_end_that_a_table_leaves_empty_is_infinite() -> None:
    assert str(Interval.between(1, None)) == "[1, inf)"
    assert str(Interval.between(None, 1, True, False)) == "(-inf, 1)"
    assert Interval.between(1, 2) == Interval(1, 2)
