"""Former names of `words.numbers`, for charts that are not redrawn yet."""

from __future__ import annotations

from analysis.words.numbers import Quantity as Quantity
from analysis.words.numbers import display_bounds as say_interval
from analysis.words.numbers import display_estimate as say_estimate
from analysis.words.numbers import display_estimate_interval as say_ends
from analysis.words.numbers import display_number
from analysis.words.numbers import display_quantity as say
from analysis.words.numbers import display_value as say_value

__all__ = ["Quantity", "plain", "say", "say_ends", "say_estimate", "say_interval", "say_value"]


def plain(value: float) -> str:
    """Return a number without a unit."""
    return display_number(value, "en")
