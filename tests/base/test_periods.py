from __future__ import annotations

from datetime import date

import pytest

from analysis.base.errors import ProjectError
from analysis.base.periods import Period, decimal_year, parse_period


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2018-H2", date(2018, 7, 1), date(2018, 12, 31)),
        ("2017-Q2", date(2017, 4, 1), date(2017, 6, 30)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-06-01", date(2017, 6, 1), date(2017, 6, 1)),
    ],
)
def test_periods_have_their_first_and_last_day(period, start, end):
    assert parse_period(period) == Period(start, end)


@pytest.mark.parametrize("period", ["", "2017Q2", "2017-Q5", "2017-13", "2017-02-30", "17-06", "1817"])
def test_what_is_no_period_is_an_error(period):
    with pytest.raises(ProjectError, match=r"no time period|no date"):
        parse_period(period)


def test_a_decimal_year_is_the_end_of_the_day():
    assert decimal_year(date(2017, 12, 31)) == 2018.0
    assert decimal_year(date(2016, 7, 1)) == pytest.approx(2016.5)


def test_a_period_ends_with_its_last_day():
    assert parse_period("2017-Q4").end == 2018.0


def test_an_undated_period_may_be_a_month_earlier_and_a_day_is_itself() -> None:
    """The notices that print the day of a count print one of the last month of their quarter."""
    assert parse_period("2017-Q1").undated == pytest.approx(30 / 365)
    assert parse_period("2016-12").undated == pytest.approx(30 / 366)
    assert parse_period("2022").undated == pytest.approx(30 / 365)
    assert parse_period("2017-06-01").undated == 0


@pytest.mark.parametrize(("whole", "part", "holds"), [
    ("2018-H2", "2018-Q4", True), ("2018-Q4", "2018-H2", False), ("2018-Q3", "2018-Q4", False), ("2018", "2018", True),
])  # fmt: skip
def test_a_period_holds_those_within_it(whole, part, holds):
    assert (parse_period(part) in parse_period(whole)) is holds
