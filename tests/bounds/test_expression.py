"""Expressions: read as written, bounded as brute force says."""

from __future__ import annotations

import operator
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.base.errors import ProjectError
from analysis.bounds.expression import parse
from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gov-2017q1-a - b + 3", 98),
        ("gov-2017q1-a - b * 2", 90),
        ("100 * (gov-2017q1-a - b) / gov-2017q1-a", 95),
        ("b / 50%", 10),
        ("gov-2017q1-a - b - b", 90),
        ("gov-2017q1-a / b / 2", 10),
        ("gov-2017q1-a * b%", 5),
        ("(gov-2017q1-a + b)%", 1.05),
        ("nearest(b, 50.1)", 60),
        ("12.5 / b", 2.5),
    ],
)
def test_arithmetic_as_written(text: str, value: float) -> None:
    assert parse(text).value({"gov-2017q1-a": 100, "b": 5}) == pytest.approx(value)


def test_names_once_each_in_order() -> None:
    assert parse("b + gov-2017q1-a - b").names == ("b", "gov-2017q1-a")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a -", "at its end"),
        ("a b", "at 'b'"),
        ("(a + b", r"where '\)' should stand"),
        ("a + ?", r"at '\?'"),
        ("", "at its end"),
        ("nearest(a b)", "where ',' should stand, at 'b'"),
        ("a + b)", r"at '\)'"),
        ("3-a", "at '3-a'"),
        ("- a", "at '-'"),
    ],
)
def test_what_cannot_be_read_says_where(text: str, place: str) -> None:
    with pytest.raises(ProjectError, match=f"cannot be read {place}"):
        parse(text)


NAMES = "abc"
SIGNS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
PARTS = 4  # of each interval in the grid of brute force: halves and quarters are exact


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> str:
    """Draw an expression over three names, which may stand several times."""
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from([*NAMES, *NAMES, "2", "0.5"]))
    left, right = draw(expressions(depth - 1)), draw(expressions(depth - 1))
    return f"({left} {draw(st.sampled_from(list(SIGNS)))} {right})"


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval above zero or on both sides of it, with open and closed ends."""
    lower, width = draw(st.integers(-2, 6)), draw(st.integers(0, 4))
    closed = [width == 0 or draw(st.booleans()) for _ in range(2)]
    return Interval(lower, lower + width, *closed)


def values_in(one: Interval) -> list[float]:
    grid = [one.lower + one.width * part / PARTS for part in range(PARTS + 1)]
    return sorted({value for value in grid if value in one})


def brute(text: str, known: dict[str, Interval]) -> list[float]:
    """Return the values at all points of a grid, computed by Python itself."""
    names = parse(text).names
    points = product(*(values_in(known[name]) for name in names))
    return [eval(text, {}, dict(zip(names, point, strict=True))) for point in points]


@given(expressions(), st.tuples(intervals(), intervals(), intervals()))
def test_no_possible_value_lies_outside_the_bounds(text: str, three: tuple[Interval, ...]) -> None:
    known = dict(zip(NAMES, three, strict=True))
    try:
        bounds = parse(text).bounds(known)
    except ProjectError:
        assume(False)
    found = brute(text, known)
    dust = 1e-9 * max(1, *map(abs, found))
    assert bounds.lower - dust <= min(found)
    assert max(found) <= bounds.upper + dust
    if "/" not in text:  # without division the grid is exact, and what lies on an end shows whether it is possible
        assert all(value in bounds for value in found)


SHARP = (
    "a + b - c", "a * b", "100 * a / b", "(a - b) / a", "100 * a / (a + b)", "a + b - a", "(a - b) / (a + c)",
    "100 * (a - b) / c - 100", "(a - b) / (c - b)", "2 * a - a", "(a - a) * b", "a / b%",
)  # fmt: skip


@given(st.sampled_from(SHARP), st.tuples(intervals(), intervals(), intervals()))
def test_ratios_of_sums_have_sharp_bounds(text: str, three: tuple[Interval, ...]) -> None:
    known = dict(zip(NAMES, three, strict=True))
    closed = {name: Interval(*one.ends) for name, one in known.items()}
    try:
        found = brute(text.replace("b%", "(b / 100)"), closed)
        bounds = parse(text).bounds(closed)
    except (ProjectError, ZeroDivisionError):
        assume(False)
    assert bounds.ends == pytest.approx((min(found), max(found)))
    assert (bounds.lower_closed, bounds.upper_closed) == (True, True)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("(a - b) / a", "(0.5, 0.75]"),
        ("a - a + c", "[1, 3]"),
        ("(a - a) * c", "[0, 0]"),
        ("a + c - a", "[1, 3]"),
        ("a% + a%", "(0.2, 0.4]"),
        ("100 * a / (a + c)", "(76.9230769231, 95.2380952381]"),
        # A square runs both ways, so its names are taken apart: wider, never too tight.
        ("a * (30 - a)", "(100, 400)"),
    ],
)
def test_ends_that_are_not_possible_stay_open(text: str, bounds: str) -> None:
    known = {"a": Interval(10, 20, lower_closed=False), "b": Interval.at(5), "c": Interval(1, 3)}
    assert str(parse(text).bounds(known)) == bounds


def test_a_divisor_that_is_zero_between_the_ends_of_a_name_is_refused() -> None:
    with pytest.raises(ProjectError, match="cannot be zero"):
        parse("a / (a - 5)").bounds({"a": Interval(0, 10)})


def figure(value: float, interval: str, unit: str) -> Quantity:
    lower, upper = map(float, interval[1:-1].split(","))
    return Quantity(value, Interval(lower, upper, interval[0] == "[", interval[-1] == "]"), unit)


FIGURES = {
    "sites": figure(100, "[100, 100]", "count:site"), "closed": figure(40, "[35, 45)", "count:site"),
    "visits": figure(500, "(500, 600)", "count:visit"), "share": figure(40, "[39.5, 40.5)", "percent"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("closed", figure(40, "[35, 45)", "count:site")),
        ("sites - closed", Quantity(60, Interval(55, 65, lower_closed=False), "count:site", "range")),
        ("sites + sites", Quantity(200, Interval.at(200), "count:site")),
        ("100 * closed / sites", Quantity(40, Interval(35, 45, upper_closed=False), "percent", "range")),
        ("100 * closed / sites - 100", Quantity(-60, Interval(-65, -55, upper_closed=False), "percent", "range")),
        ("sites / 40%", Quantity(250, Interval.at(250), "count:site")),
        ("sites / 2", Quantity(50, Interval.at(50), "count:site")),
        ("sites * (sites / sites)", Quantity(100, Interval.at(100), "count:site")),
        ("sites / sites", Quantity(1, Interval.at(1), "ratio")),
        ("nearest(sites, share)", Quantity(40, Interval.at(40), "percent")),
        ("visits / sites", Quantity(5, Interval(5, 6, False, False), "", "range")),
    ],
)
def test_a_computed_quantity_has_value_bounds_and_unit(text: str, expected: Quantity) -> None:
    assert parse(text).quantity(FIGURES) == expected


@pytest.mark.parametrize("text", ["(" * 30 + "a" + ")" * 30, " + ".join(["a"] * 900), "9" * 400 + " * a"])
def test_an_expression_without_end_is_refused(text):
    with pytest.raises(ProjectError, match="an expression puts a few figures together"):
        parse(text)
