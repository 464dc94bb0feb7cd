"""Former names of `words.numbers`, for charts that are not redrawn yet."""

from __future__ import annotations

from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity as _Quantity
from analysis.words.catalogue import Lang
from analysis.words.numbers import display_bounds as say_interval
from analysis.words.numbers import display_estimate as say_estimate
from analysis.words.numbers import display_estimate_interval, display_number
from analysis.words.numbers import display_quantity as say
from analysis.words.numbers import display_value as say_value

__all__ = ["Quantity", "plain", "say", "say_ends", "say_estimate", "say_interval", "say_value"]


def Quantity(  # noqa: N802
    value: float, lower: float, upper: float, unit: str, comparator: str = "eq", rounded: bool = False
) -> _Quantity:
    """Make a quantity from its ends."""
    return _Quantity(value, Interval(lower, upper), unit, comparator, rounded)


def say_ends(lower: float, upper: float, unit: str, lang: Lang) -> str:
    """Return the interval of an estimate from its ends."""
    return display_estimate_interval(Interval(lower, upper), unit, lang)


def plain(value: float) -> str:
    """Return a number without a unit."""
    return display_number(value, "en")
