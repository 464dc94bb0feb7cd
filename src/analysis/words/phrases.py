"""Numbers in words: how a figure with bounds reads in English and Chinese prose.

A bound is never dropped: (90, 100] reads "over 90%" and 超过90%, [35000, 45000) reads "about 40,000" and 约4万.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

Lang = Literal["en", "zh"]


class Quantity(NamedTuple):
    """A value with bounds, as the phrases need it."""

    value: float
    lower: float
    upper: float
    unit: str
    comparator: str = "eq"
    rounded: bool = False


_CUES = {
    "gt": ("over {}", "超过{}"),
    "ge": ("at least {}", "{}以上"),
    "lt": ("below {}", "不足{}"),
    "le": ("at most {}", "至多{}"),
    "near": ("nearly {}", "近{}"),
    "about": ("about {}", "约{}"),
    "eq": ("{}", "{}"),
}
# How a value reads with its unit; counts, scores and ranks stand bare, for the sentence names what is counted.
_UNITS = {
    "percent": ("{}%", "{}%"),
    "percentage_points": ("{} percentage points", "{}个百分点"),
    "percent_per_year": ("{}% a year", "每年{}%"),
    "years": ("{} years", "{}年"),
    "ratio": ("{} times", "{}倍"),
}
# Units whose words stand once, after the second end of an interval.
_WORDY = {"percentage_points": "", "percent_per_year": "percent", "years": ""}


def say(quantity: Quantity, lang: Lang) -> str:
    """Return the display text of a number: 29,431; over 90%; nearly 80%; 30–50."""
    if quantity.comparator == "range":
        return say_interval(quantity, lang)
    text = _CUES[_cue(quantity)][lang == "zh"].format(say_value(quantity.value, quantity.unit, lang))
    return text.replace("- ", "-")


def _cue(quantity: Quantity) -> str:
    """Tell 近 from 约 by where the bounds lie, and mark a count printed in 万 as an approximate one."""
    if quantity.comparator == "approx":
        return "near" if quantity.upper <= quantity.value else "about"
    if quantity.comparator == "eq" and quantity.rounded and quantity.unit.startswith("count"):
        return "about"
    return quantity.comparator


def say_interval(quantity: Quantity, lang: Lang) -> str:
    """Return the bounds as text: 35,000 to 45,000; 75% to 80%; the value alone where the figure is exact."""
    if quantity.lower == quantity.upper:
        return say_value(quantity.value, quantity.unit, lang)
    if math.isinf(quantity.upper):
        return _CUES["gt"][lang == "zh"].format(say_value(quantity.lower, quantity.unit, lang))
    ends = say_value(quantity.lower, first_unit(quantity.unit), lang), say_value(quantity.upper, quantity.unit, lang)
    return join_ends(*ends, lang)


def first_unit(unit: str) -> str:
    """Return the unit of the first end of an interval: words stand once, a percent sign at both ends."""
    return _WORDY.get(unit, unit)


def join_ends(low: str, high: str, lang: Lang) -> str:
    """Join the ends of an interval; 每年 stands before the first one."""
    if lang == "en":
        return f"{low} to {high}"
    return f"每年{low}至{high.removeprefix('每年')}" if high.startswith("每年") else f"{low}至{high}"


def say_value(value: float, unit: str, lang: Lang) -> str:
    """Return a bare value with its unit sign; large round counts read in millions (万, 亿 in Chinese)."""
    if unit == "year":
        return f"{value:.0f}"
    text = _large(value, lang) if unit.startswith("count") else plain(value)
    return _UNITS.get(unit, ("{}", "{}"))[lang == "zh"].format(text)


def plain(value: float) -> str:
    """Return a value with thousands separators and a true minus sign: −21,513; 85.92."""
    text = f"{abs(value):,.6f}".rstrip("0").rstrip(".") if value % 1 else f"{abs(value):,.0f}"
    return f"−{text}" if value < 0 else text


def _large(value: float, lang: Lang) -> str:
    """Shorten counts that end in at least four zeros, as bulletins do."""
    size = abs(value)
    if lang == "zh":
        # Four places at most: 10.035亿, never 100,350万.
        for unit, word, least in ((1e8, "亿", 1e4), (1e4, "万", 1e2)):
            if size >= unit and size % least == 0:
                return f"{plain(value / unit)}{word}"
        return plain(value)
    for unit, word in ((1e9, "billion"), (1e6, "million")):
        if size >= unit and size % (unit / 1000) == 0:
            return f"{plain(value / unit)} {word}"
    return plain(value)


def say_estimate(value: float, unit: str, lang: Lang, digits: int = 3) -> str:
    """Return an estimate to `digits` significant digits; large ones in full, percent to two decimals at most."""
    if value == 0 or not math.isfinite(value):
        return say_value(value, unit, lang)
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    if unit == "year":
        return f"{value:.1f}".removesuffix(".0")
    if unit.startswith("percent"):
        decimals = min(decimals, 2)
    return say_value(round(value, decimals), unit, lang)


def say_ends(lower: float, upper: float, unit: str, lang: Lang) -> str:
    """Return the interval of an estimate, its ends rounded like an estimate; one value where they are equal."""
    if lower == upper:
        return say_estimate(upper, unit, lang)
    return join_ends(say_estimate(lower, first_unit(unit), lang), say_estimate(upper, unit, lang), lang)
