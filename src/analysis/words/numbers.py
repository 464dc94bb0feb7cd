"""Numbers in words, in all places: figures with bounds, estimates and intervals, in each language.

Separators follow the Unicode locale data (Babel), words and signs the catalogue. A bound is never dropped: (90, 100]
reads "over 90%" and 超过90%, [35000, 45000) reads "about 40,000" and 约4万.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity
from analysis.words.catalogue import LANGS, Lang, keys, say

if TYPE_CHECKING:
    from babel import Locale


# Units whose sign stands with each number, and those whose word stands once, after an interval as after a number.
# Counts, scores and ranks stand bare, for the sentence names what is counted.
_SIGNS = {"percent": "sign-percent", "percent_per_year": "sign-percent", "ratio": "sign-times"}
_WORDS = {
    "percentage_points": "word-percentage-points", "percent_per_year": "word-a-year", "years": "word-years",
}  # fmt: skip
_SHORT_COUNT = re.compile(r"count-e(\d+)-e(\d+)")


def display_quantity(quantity: Quantity, lang: Lang) -> str:
    """Return the display text of a figure: 29,431; over 90%; nearly 80%; 30 to 50."""
    # 数万, tens of thousands, is no 约2万: nobody printed the number at which its bounds begin.
    vague = quantity.comparator == "approx" and quantity.lower == quantity.value < quantity.upper
    if vague or quantity.comparator == "range":
        return display_interval(quantity.interval, quantity.unit, lang)
    cue, text = _cue(quantity), display_value(quantity.value, quantity.unit, lang)
    return text if cue == "eq" else say(f"cue-{cue}", lang, value=text)


def _cue(quantity: Quantity) -> str:
    """Tell 近 from 约 by where the bounds lie, and mark a count printed in 万 as an approximate one."""
    if quantity.comparator == "approx":
        return "near" if quantity.upper <= quantity.value else "about"
    if quantity.comparator == "eq" and quantity.rounded and quantity.unit.startswith("count"):
        return "about"
    return quantity.comparator


def display_interval(interval: Interval, unit: str, lang: Lang) -> str:
    """Return an interval as text: 35,000 to 45,000; over 300 where an end is infinite; a number where it is exact."""
    ends = [_with_sign(_digits(end, unit, lang), unit, lang) for end in interval.ends if math.isfinite(end)]
    return _join(ends, interval, unit, lang)


def display_estimate(value: float, unit: str, lang: Lang) -> str:
    """Return an estimate to three significant digits; large ones in full, percent to two decimals at most."""
    return _with_word(_estimate_ends([value], unit, lang)[0], unit, lang)


def display_estimate_interval(interval: Interval, unit: str, lang: Lang) -> str:
    """Return the interval of an estimate, its ends rounded like an estimate; one value where they are equal."""
    ends = _estimate_ends([end for end in interval.ends if math.isfinite(end)], unit, lang)
    return _join(ends, interval, unit, lang)


def display_value(value: float, unit: str, lang: Lang) -> str:
    """Return a bare value with its unit sign; large round counts read in millions (万, 亿 in Chinese)."""
    return _with_word(_with_sign(_digits(value, unit, lang), unit, lang), unit, lang)


def display_number(value: float, lang: Lang) -> str:
    """Return a number without a unit, with separators and a true minus sign: −21,513; 85.92."""
    return _signed(value, "#,##0.######" if value % 1 else "#,##0", lang)


def display_brackets(one: Interval) -> str:
    """Return bounds as mathematics writes them, in every language alike: (90, 100]; a single value as itself."""
    ends = ["∞" if end == math.inf else display_number(round(end, 6), LANGS[0]) for end in one.ends]
    return ends[0] if one.lower == one.upper else f"{str(one)[0]}{', '.join(ends)}{str(one)[-1]}"


def _join(ends: list[str], interval: Interval, unit: str, lang: Lang) -> str:
    if len(ends) == 1:
        return say("cue-gt" if math.isinf(interval.upper) else "cue-lt", lang, value=_with_word(ends[0], unit, lang))
    # Ends that round to one number are one: "0.502 to 0.502" stood in the report.
    text = ends[1] if ends[0] == ends[1] else say("interval", lang, low=ends[0], high=ends[1])
    return _with_word(text, unit, lang)


def _with_sign(text: str, unit: str, lang: Lang) -> str:
    return say(_SIGNS[unit], lang, value=text) if unit in _SIGNS else text


def _with_word(text: str, unit: str, lang: Lang) -> str:
    return say(_WORDS[unit], lang, value=text) if unit in _WORDS else text


def _estimate_ends(ends: list[float], unit: str, lang: Lang) -> list[str]:
    """Round by the largest end and keep the noughts of rounding: −2.47 to 1 named two precisions for one interval.

    Ends that are whole as they stand, as those of shares that arithmetic bounds, get none.
    """
    decimals = _decimals(max(map(abs, ends)), unit)
    whole = decimals <= 0 or all(end % 1 == 0 for end in ends)
    pattern = ("0." if unit == "year" else "#,##0.") + "0" * decimals
    rounded = [round(end, min(decimals, 0) if whole else decimals) for end in ends]
    return [
        _with_sign(_digits(end, unit, lang) if whole or not end else _signed(end, pattern, lang), unit, lang)
        for end in rounded
    ]


def _decimals(largest: float, unit: str) -> int:
    if unit == "year":
        return 1
    magnitude = math.floor(math.log10(largest)) if largest else 0
    if magnitude >= 6:  # Millions: a fitted 1,744.28 million said more than any survey knows.
        return 3 - magnitude
    return min(max(0, 2 - magnitude), 2 if unit.startswith("percent") else 9)


def _digits(value: float, unit: str, lang: Lang) -> str:
    if unit == "year":
        return _signed(value, "0", lang)
    return _count(value, lang) if unit.startswith("count") else display_number(value, lang)


def _count(value: float, lang: Lang) -> str:
    """Shorten a round count by the largest word of the language that leaves few decimals."""
    for key, size, step in _short_counts(lang):
        if abs(value) >= size and abs(value) % step == 0:
            return say(key, lang, value=display_number(value / size, lang))
    return display_number(value, lang)


@lru_cache
def _short_counts(lang: Lang) -> list[tuple[str, float, float]]:
    found = [(key, match) for key in keys(lang) if (match := _SHORT_COUNT.fullmatch(key))]
    return sorted(((key, 10.0 ** int(m[1]), 10.0 ** int(m[2])) for key, m in found), key=lambda row: -row[1])


@lru_cache(maxsize=1 << 14)
def _signed(value: float, pattern: str, lang: Lang) -> str:
    from babel.numbers import format_decimal

    text = format_decimal(abs(value), pattern, locale=locale_of(lang))
    return f"−{text}" if value < 0 else text


@lru_cache
def locale_of(lang: Lang) -> Locale:
    """Return the Unicode locale of a language, named in its catalogue."""
    from babel import Locale

    return Locale.parse(say("language-locale", lang))
