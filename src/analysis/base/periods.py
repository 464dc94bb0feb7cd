"""Time periods in the forms that the project uses: 2017, 2017-H1, 2017-Q2, 2017-06, 2017-06-01 (ISO 8601, SDMX)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from analysis.base.errors import ProjectError

_PERIOD = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A time period, from its first day to its last."""

    first: date
    last: date

    def __contains__(self, other: Period) -> bool:
        """Whether the other period lies within this one."""
        return self.first <= other.first and other.last <= self.last

    @property
    def end(self) -> float:
        """The end of its last day as a decimal year."""
        return decimal_year(self.last)

    @property
    def undated(self) -> float:
        """How many years before the end a stock of the period may have been counted: none where it is a day.

        Notices that print a day print one of the last month of their period, mostly its first.
        """
        return self.end - decimal_year(self.last.replace(day=1) if self.first < self.last else self.last)


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Read a time period; raises `ProjectError` where it is none."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise ProjectError(f"'{text}' is no time period: write 2017, 2017-H1, 2017-Q2, 2017-06 or 2017-06-01.")
    year, (first, last) = int(match["year"]), _months(match)
    try:
        if match["day"]:
            day = date(year, first, int(match["day"]))
            return Period(day, day)
        return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))
    except (ValueError, calendar.IllegalMonthError):
        raise ProjectError(f"'{text}' is no date of the calendar: check month and day.") from None


def period_of(text: str) -> Period | None:
    """Return a period, None where the text is none."""
    try:
        return parse_period(text)
    except ProjectError:
        return None


def _months(match: re.Match[str]) -> tuple[int, int]:
    for part, size in (("month", 1), ("quarter", 3), ("half", 6)):
        if match[part]:
            last = size * int(match[part])
            return last - size + 1, last
    return 1, 12


def decimal_year(day: date) -> float:
    """Return the end of a day as a decimal year: 31 December 2017 is 2018.0."""
    length = 366 if calendar.isleap(day.year) else 365
    return day.year + day.timetuple().tm_yday / length
