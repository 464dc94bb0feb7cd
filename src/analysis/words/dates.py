"""Periods and dates in words, in each language: 2017, second quarter of 2017, March 2017, 1 June 2017."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from analysis.base.periods import parse_period
from analysis.words.catalogue import Lang, say
from analysis.words.numbers import locale_of

_PATTERNS = {4: "year", 7: "month", 10: "day"}  # by the length of the ISO text


def display_period(period: str, lang: Lang) -> str:
    """Return a time period of the tables as text; raises `ProjectError` where it is none."""
    part = period[5:6]
    if part in ("Q", "H"):
        year = _format(parse_period(period).first, "year", lang)
        return say("quarter" if part == "Q" else "half", lang, number=int(period[6:]), year=year)
    return _format(parse_period(period).first, _PATTERNS[len(period)], lang)


def display_axis_period(period: str, lang: Lang) -> str:
    """Return a time period as the axis of a chart has room for; a quarter or half year by its last month."""
    days = parse_period(period)
    kind = _PATTERNS.get(len(period), "month") if period[5:6] not in ("Q", "H") else "month"
    return _format(days.last if kind == "month" else days.first, f"axis-{kind}", lang)


@lru_cache(maxsize=1 << 12)
def _format(day: date, pattern: str, lang: Lang) -> str:
    from babel.dates import format_date

    return format_date(day, say(f"pattern-{pattern}", lang), locale=locale_of(lang))
