"""Which observations are about the same quantity.

A stock (sites in operation, accounts, domains) belongs to a day: the printed one, else the last day of its period. So
`2016` and `2016-12` are one quantity, `2017-06-01` and `2017-06` are two, and a count of 1 September never stands for
the year's end (rule R10). A flow, a change or a rate over a window (a quarter's spot check) belongs to the whole
window: `2019-Q4` and `2019` are two.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from analysis.base.codebook import Codebook
from analysis.base.tables import grouped
from analysis.cleaning.observations import Observation

WINDOWED_KINDS = ("flow", "change")
# Rates whose codebook kind is `share` but that describe the checks made in a window, not a state on a day.
WINDOWED_PARTS = ("spot_check", "pass_rate", "error_report", "checked")


class QuantityKey(NamedTuple):
    """What two observations of one quantity have in common; a stock starts and ends on its day."""

    indicator: str
    area: str
    level: str
    method: str
    start: date
    end: date


def is_windowed(indicator: str, codebook: Codebook) -> bool:
    """Tell whether figures of an indicator describe a window of time and not its last day."""
    by_name = any(part in indicator for part in WINDOWED_PARTS)
    return by_name or codebook.indicators[indicator].kind in WINDOWED_KINDS


def key_of(one: Observation, codebook: Codebook) -> QuantityKey:
    """Return the quantity that an observation is about."""
    start = one.period_start if is_windowed(one.indicator, codebook) else one.period_end
    return QuantityKey(one.indicator, one.area, one.level, one.method, start, one.period_end)


def belongs_to_series(one: Observation) -> bool:
    """Tell whether an observation can enter a series: no target, about no single site, with an area."""
    return one.status != "F" and not one.entity and bool(one.area)


def group_quantities(observations: Iterable[Observation], codebook: Codebook) -> list[list[Observation]]:
    """Group observations by quantity, each group in order of id."""
    ordered = sorted(observations, key=lambda one: one.observation_id)
    return list(grouped(ordered, lambda one: key_of(one, codebook)).values())
