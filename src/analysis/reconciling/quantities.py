"""Which statements are about the same quantity.

A stock (sites in operation, accounts, domains) belongs to a day: the printed one, else the last day of its period. So
`2016` and `2016-12` are one quantity, `2017-06` and `2017-06-01` are two, and a count of 1 September never stands for
the year's end (rule R10). A flow, a change or a rate over a window (a quarter's spot check) belongs to the whole
window: `2019-Q4` and `2019` are two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from analysis.base.codebook import Codebook

Row = Mapping[str, object]
Key = tuple[str, str, str, str, date, date]

WINDOWED_KINDS = ("flow", "change")
# Rates whose codebook kind is `share` but that describe the checks made in a window, not a state on a day.
WINDOWED_PARTS = ("spot_check", "pass_rate", "error_report", "checked")


def is_windowed(indicator: str, codebook: Codebook) -> bool:
    """Tell whether figures of an indicator describe a window of time and not its last day."""
    by_name = any(part in indicator for part in WINDOWED_PARTS)
    return by_name or codebook.indicators[indicator].kind in WINDOWED_KINDS


def quantity_key(row: Row, codebook: Codebook) -> Key:
    """Return what makes two observations statements of one quantity."""
    start = row["period_start"] if is_windowed(str(row["indicator"]), codebook) else row["period_end"]
    return (str(row["indicator"]), str(row["area"]), str(row["level"]), str(row["method"]), start, row["period_end"])


def series_name(row: Row, segment: str) -> str:
    """Return the series id: `{indicator}.{area}.{level}[.{method}][.{segment}]`."""
    parts = (row["indicator"], row["area"], row["level"] or "none", row["method"], segment)
    return ".".join(str(part) for part in parts if part)


def belongs_to_series(row: Row) -> bool:
    """Tell whether an observation can enter a series: no target, about no single site, with an area and a level."""
    return row["status"] != "F" and not row["entity"] and bool(row["area"])


def group_quantities(rows: Iterable[Row], codebook: Codebook) -> dict[Key, list[Row]]:
    """Group observations by quantity, each group in order of id."""
    groups: dict[Key, list[Row]] = {}
    for row in sorted(rows, key=lambda r: str(r["observation_id"])):
        groups.setdefault(quantity_key(row, codebook), []).append(row)
    return groups
