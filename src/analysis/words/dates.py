"""Periods and dates in words, in each language: 2017, second quarter of 2017, March 2017, 1 June 2017."""

from __future__ import annotations

from datetime import date

from analysis.base.periods import period_dates
from analysis.words.catalogue import Lang, say
from analysis.words.numbers import locale_of

_PATTERNS = {4: "year", 7: "month", 10: "day"}  # by the length of the ISO text


def display_period(period: str, lang: Lang) -> str:
    """Return a time period of the tables as text; raises `ProjectError` where it is none."""
    part = period[5:6]
    if part in ("Q", "H"):
        year = _format(period_dates(period)[0], "year", lang)
        return say("quarter" if part == "Q" else "half", lang, number=int(period[6:]), year=year)
    return _format(period_dates(period)[0], _PATTERNS[len(period)], lang)


def display_axis_period(period: str, lang: Lang) -> str:
    """Return a time period as the axis of a chart has room for; a quarter or half year by its last month."""
    first, last = period_dates(period)
    kind = _PATTERNS.get(len(period), "month") if period[5:6] not in ("Q", "H") else "month"
    return _format(last if kind == "month" else first, f"axis-{kind}", lang)


def _format(day: date, pattern: str, lang: Lang) -> str:
    from babel.dates import format_date

    return format_date(day, say(f"pattern-{pattern}", lang), locale=locale_of(lang))
