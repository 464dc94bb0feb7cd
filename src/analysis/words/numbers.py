"""Numbers in words, in all places: figures with bounds, estimates and intervals, in each language.

Separators follow the Unicode locale data (Babel), words and signs the catalogue. A bound is never dropped: (90, 100]
reads "over 90%" and 超过90%, [35000, 45000) reads "about 40,000" and 约4万. Nor is a printed nought: 8.0 is no 8.
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
    if is_bounds_alone(quantity):
        return display_bounds(quantity, lang)
    cue, text = _cue(quantity), display_value(quantity.value, quantity.unit, lang, quantity.decimals)
    return text if cue == "eq" else say(f"cue-{cue}", lang, value=text)


def is_bounds_alone(quantity: Quantity) -> bool:
    """Tell whether a figure prints no number: 30 to 50, or 数万, whose bounds nobody printed a number at."""
    vague = quantity.comparator == "approx" and quantity.lower == quantity.value < quantity.upper
    return vague or quantity.comparator == "range"


def _cue(quantity: Quantity) -> str:
    """Tell 近 from 约 by where the bounds lie, and mark a count printed in 万 as an approximate one."""
    if quantity.comparator == "approx":
        return "near" if quantity.upper <= quantity.value else "about"
    if quantity.comparator == "eq" and quantity.rounded and quantity.unit.startswith("count"):
        return "about"
    return quantity.comparator


def display_interval(interval: Interval, unit: str, lang: Lang, decimals: int = 0) -> str:
    """Return an interval as text: 35,000 to 45,000; over 300 where an end is infinite; a number where it is exact.

    `decimals` are those of `Quantity`, where the ends are printed.
    """
    ends = [_with_sign(_digits(end, unit, lang, decimals), unit, lang) for end in interval.ends if math.isfinite(end)]
    return _join(ends, interval, unit, lang)


def display_bounds(quantity: Quantity, lang: Lang) -> str:
    """Return the bounds of a figure as text; of a range they are what is printed, with its noughts."""
    decimals = quantity.decimals if quantity.comparator == "range" else 0
    return display_interval(quantity.interval, quantity.unit, lang, decimals)


def display_estimate(value: float, unit: str, lang: Lang) -> str:
    """Return an estimate to three significant digits; large ones in full, percent to two decimals at most."""
    return _with_word(_estimate_ends([value], unit, lang)[0], unit, lang)


def display_estimate_interval(interval: Interval, unit: str, lang: Lang) -> str:
    """Return the interval of an estimate, its ends rounded like an estimate; one value where they are equal."""
    ends = _estimate_ends([end for end in interval.ends if math.isfinite(end)], unit, lang)
    return _join(ends, interval, unit, lang)


def display_value(value: float, unit: str, lang: Lang, decimals: int = 0) -> str:
    """Return a bare value with its unit sign; large round counts read in millions (万, 亿 in Chinese)."""
    return _with_word(_with_sign(_digits(value, unit, lang, decimals), unit, lang), unit, lang)


def display_number(value: float, lang: Lang, decimals: int = 0) -> str:
    """Return a number without a unit, with separators, a true minus sign and at least `decimals`: −21,513; 85.0."""
    fixed = max(decimals, 0)
    return _signed(value, f"#,##0.{'0' * fixed}{'#' * (6 - fixed)}" if fixed or value % 1 else "#,##0", lang)


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


def _digits(value: float, unit: str, lang: Lang, decimals: int = 0) -> str:
    if unit == "year":
        return _signed(value, "0", lang)
    return _count(value, lang, decimals) if unit.startswith("count") else display_number(value, lang, decimals)


def _count(value: float, lang: Lang, decimals: int) -> str:
    """Shorten a round count by the largest word of the language that leaves few decimals: 35,000, in Chinese 3.50万."""
    for key, power, step in _short_counts(lang):
        if abs(value) >= 10.0**power and abs(value) % step == 0:
            return say(key, lang, value=display_number(value / 10.0**power, lang, decimals and power + decimals))
    return display_number(value, lang, decimals)


@lru_cache
def _short_counts(lang: Lang) -> list[tuple[str, int, float]]:
    found = [(key, match) for key in keys(lang) if (match := _SHORT_COUNT.fullmatch(key))]
    return sorted(((key, int(m[1]), 10.0 ** int(m[2])) for key, m in found), key=lambda row: -row[1])


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
