"""Joint shares against brute force over small populations."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.base.errors import ProjectError
from analysis.bounds import shares
from analysis.bounds.interval import Interval

UNITS = 8


@st.composite
def percents(draw: st.DrawFn) -> Interval:
    """Draw bounds of a share whose ends are whole units of a population of eight."""
    lower, upper = sorted(draw(st.tuples(st.integers(0, UNITS), st.integers(0, UNITS))))
    return Interval(100 * lower / UNITS, 100 * upper / UNITS)


def possible(first: Interval, second: Interval) -> set[float]:
    """Return all shares that have both of two traits in the population that keep both bounds."""
    found = set()
    for a, b in product(range(UNITS + 1), repeat=2):
        if 100 * a / UNITS in first and 100 * b / UNITS in second:
            overlaps = range(max(0, a + b - UNITS), min(a, b) + 1)
            found |= {100 * overlap / UNITS for overlap in overlaps}
    return found


@given(percents(), percents())
def test_frechet_bounds_are_sharp(first: Interval, second: Interval) -> None:
    found = possible(first, second)
    assert shares.both(first, second).ends == (min(found), max(found))


@given(percents(), percents())
def test_adopters_and_sums(first: Interval, second: Interval) -> None:
    product_bounds = shares.of_adopters(first, second)
    assert product_bounds.ends == (first.lower * second.lower / 100, first.upper * second.upper / 100)
    if first.lower + second.lower > 0:
        found = [100 * a / (a + b) for a, b in product(first.ends, second.ends)]
        assert shares.share_of_sum(first, second).ends == pytest.approx((min(found), max(found)))


def test_open_ends_stay_open() -> None:
    over_ninety, under_thirty = Interval(90, 100, False), Interval(0, 30, True, False)
    assert shares.both(over_ninety, under_thirty) == Interval(0, 30, True, False)
    assert shares.both(over_ninety, Interval(50, 60)) == Interval(40, 60, False, True)
    assert shares.complement(over_ninety) == Interval(0, 10, True, False)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_rounding_makes_no_joint_share_impossible(first: int, second: int) -> None:
    one, other = Interval.at(first / 10), Interval.at(second / 10)
    joint = shares.both(one, other)
    assert joint.lower == pytest.approx(max(0, (first + second) / 10 - 100))
    assert joint.upper == min(first, second) / 10
    if first:
        assert 100 - 1e-12 <= shares.share_of_whole(one, one).upper <= 100


def test_ends_of_a_share_of_a_sum() -> None:
    # The part is all where the rest is none, however large it is.
    assert shares.share_of_sum(Interval(1, 3, True, False), Interval(0, 1)) == Interval(50, 100)
    assert shares.share_of_sum(Interval(1, 3, False, False), Interval(0, 1)) == Interval(50, 100, False, True)
    assert shares.share_of_sum(Interval(0, 3), Interval(1, 2, False, False)) == Interval(0, 75, True, False)
    with pytest.raises(ProjectError, match="above zero"):
        shares.share_of_sum(Interval(0, 3), Interval(0, 2))


@given(st.tuples(st.integers(-30, 20), st.integers(0, 30)), st.tuples(st.integers(31, 90), st.integers(0, 30)))
def test_a_part_that_grew_while_the_whole_fell_has_a_negative_share(part: tuple, rest: tuple) -> None:
    (a, wide), (b, long) = part, rest
    found = [100 * x / (x + y) for x in range(a, a + wide + 1) for y in range(b, b + long + 1)]
    bounds = shares.share_of_sum(Interval(a, a + wide), Interval(b, b + long))
    assert bounds.ends == pytest.approx((min(found), max(found)))


def test_a_part_larger_than_its_whole_is_refused() -> None:
    with pytest.raises(ProjectError, match="count different things"):
        shares.share_of_whole(Interval.at(32_000), Interval.at(14_463))
    with pytest.raises(ProjectError, match="count different things"):
        shares.share_of_whole(Interval(10, 12, lower_closed=False), Interval(8, 10))
    assert shares.share_of_whole(Interval(5, 12), Interval.at(10)) == Interval(50, 100)


def test_shares_lie_between_0_and_100() -> None:
    with pytest.raises(ProjectError, match="not bounds of a share"):
        shares.both(Interval(0, 101), Interval(0, 1))


def test_whole_units() -> None:
    assert shares.nearest_share(Interval.at(134), Interval(94.25, 94.35)) == pytest.approx(100 * 126 / 134)
    with pytest.raises(ProjectError, match="known exactly"):
        shares.nearest_share(Interval(100, 134), Interval(94, 95))
