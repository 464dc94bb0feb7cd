"""Observations that follow from printed ones by arithmetic alone; each is marked so and names those it follows from.

CNNIC's table of December 2019 prints the number of government websites of each province and its change on 2018. A
whole number for 2018 must give the printed change when rounded: this leaves one number for most provinces. Where two
remain, the total of provinces printed a year before, and counts for 2018 printed elsewhere, choose among them; what
stays open stays open, as bounds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import product
from typing import TYPE_CHECKING, Any

from analysis.base.errors import ProjectError
from analysis.base.periods import period_dates

if TYPE_CHECKING:
    import polars as pl

COUNTS, CHANGES = "running_government_sites", "running_government_sites_change_year_on_year"
TABLE_PERIOD, PANEL_PERIOD = "2019-12", "2018-12"
# The table counts sites of the province level and below; the total of 2018 was printed for the same.
TOTAL_LEVEL = "province_and_below"
METHOD = "cnnic"
MOST_CHOICES = 10_000
DUST = 1e-9


def derive_2018_panel(observations: pl.DataFrame) -> pl.DataFrame:
    """Derive the number of sites of each province in December 2018, in the columns of `observations`.

    Returns one row per province of the table of December 2019, whole numbers with status E and bounds where more than
    one fits; no row where that table is not among the observations. Raises `ProjectError` where no whole number fits.
    """
    rows = [r for r in observations.iter_rows(named=True) if r["method"] == METHOD]
    counts = _by_area(rows, COUNTS, TABLE_PERIOD)
    changes = _by_area(rows, CHANGES, TABLE_PERIOD)
    areas = sorted(counts.keys() & changes.keys())
    if not areas:
        return observations.clear()
    # A table rounds its column to one place throughout; a whole number in it has lost a zero (19 for 19.0).
    half = min(changes[area]["upper"] - changes[area]["lower"] for area in areas) / 2
    printed, total = _by_area(rows, COUNTS, PANEL_PERIOD), _total(rows)
    options = [whole_numbers_before(counts[a]["value"], changes[a]["value"], half) for a in areas]
    narrowed = [_printed_among(option, printed.get(a)) for a, option in zip(areas, options, strict=True)]
    fitting = fit_total(narrowed, int(total["value"]))
    derived = []
    for place, area in enumerate(areas):
        # What was needed to choose is a source like the others.
        choosing = [printed.get(area), total] if len(options[place]) > 1 else []
        sources = [counts[area], changes[area], *(row for row in choosing if row)]
        derived.append(_row(counts[area], [choice[place] for choice in fitting], sources))
    return _in_schema(derived, observations)


def whole_numbers_before(count: float, change: float, half: float) -> list[int]:
    """Return the whole numbers from which `count` is a change of `change` percent, give or take `half`."""
    low = math.floor(count / (1 + (change + half) / 100)) - 1
    high = math.ceil(count / (1 + (change - half) / 100)) + 1
    return [n for n in range(low, high + 1) if abs(100 * (count / n - 1) - change) <= half + DUST]


def fit_total(options: list[list[int]], total: int) -> list[tuple[int, ...]]:
    """Return the choices of one number from each list that add up to a total; raises `ProjectError` for none."""
    if math.prod(map(len, options)) > MOST_CHOICES:
        raise ProjectError("the printed changes leave too many whole numbers to choose from.")
    fitting = [choice for choice in product(*options) if sum(choice) == total]
    if not fitting:
        raise ProjectError(f"no whole numbers that give the printed changes add up to the printed total of {total}.")
    return fitting


def _printed_among(options: list[int], row: Mapping[str, Any] | None) -> list[int]:
    """Keep of several numbers the one that is printed elsewhere."""
    return [n for n in options if row["lower"] <= n <= row["upper"]] or options if row else options


def _by_area(rows: Iterable[dict[str, Any]], indicator: str, period: str) -> dict[str, dict[str, Any]]:
    fitting = (r for r in rows if r["indicator"] == indicator and r["time_period"] == period and r["area"] != "CN")
    return {r["area"]: r for r in fitting}


def _total(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    for row in rows:
        if (row["indicator"], row["time_period"], row["level"]) == (COUNTS, PANEL_PERIOD, TOTAL_LEVEL):
            return row
    raise ProjectError(f"the panel of {PANEL_PERIOD} needs CNNIC's total for {TOTAL_LEVEL}, which no statement holds.")


def _row(count: dict[str, Any], fitting: list[int], sources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the derived observation of one province: the row of its count, at the earlier date."""
    start, end = period_dates(PANEL_PERIOD)
    place = count["area"].removeprefix("CN-").lower()
    low, high = min(fitting), max(fitting)
    return {
        **count, "observation_id": f"derived-cnnic-{PANEL_PERIOD}-running-{place}", "statement_id": "",
        "time_period": PANEL_PERIOD, "period_start": start, "period_end": end,
        "comparator": "eq" if low == high else "range", "value": float(fitting[0]), "lower": float(low),
        "upper": float(high), "lower_closed": True, "upper_closed": True, "rounded": False, "status": "E",
        "correction": "", "derived_from": " ".join(source["observation_id"] for source in sources), "note": "",
    }  # fmt: skip


def _in_schema(rows: list[dict[str, Any]], observations: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame(rows, schema_overrides=observations.schema, infer_schema_length=None).select(
        observations.columns
    )
