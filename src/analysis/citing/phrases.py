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
_POINTS = {"en": "{} percentage points", "zh": "{}个百分点"}


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
    # The words of a unit stand once, after the second end; a percent sign stands at both.
    first = "" if quantity.unit == "percentage_points" else quantity.unit
    low, high = say_value(quantity.lower, first, lang), say_value(quantity.upper, quantity.unit, lang)
    return f"{low}至{high}" if lang == "zh" else f"{low} to {high}"


def say_value(value: float, unit: str, lang: Lang) -> str:
    """Return a bare value with its unit sign; large round counts read in millions (万, 亿 in Chinese)."""
    text = _large(value, lang) if unit.startswith("count") else plain(value)
    if unit == "percent":
        return f"{text}%"
    return _POINTS[lang].format(text) if unit == "percentage_points" else text


def plain(value: float) -> str:
    """Return a value with thousands separators and a true minus sign: −21,513; 85.92."""
    text = f"{abs(value):,.6f}".rstrip("0").rstrip(".") if value % 1 else f"{abs(value):,.0f}"
    return f"−{text}" if value < 0 else text


def _large(value: float, lang: Lang) -> str:
    """Shorten counts that end in at least four zeros, as bulletins do."""
    size = abs(value)
    if lang == "zh":
        for unit, word in ((1e8, "亿"), (1e4, "万")):
            if size >= unit and size % (unit / 100) == 0:
                return f"{plain(value / unit)}{word}"
        return plain(value)
    for unit, word in ((1e9, "billion"), (1e6, "million")):
        if size >= unit and size % (unit / 1000) == 0:
            return f"{plain(value / unit)} {word}"
    return plain(value)


def say_estimate(value: float, unit: str, lang: Lang, digits: int = 3) -> str:
    """Return an estimate to `digits` significant digits (whole numbers above 1,000 in full)."""
    if value == 0 or not math.isfinite(value):
        return say_value(value, unit, lang)
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    return say_value(round(value, decimals), unit, lang)
