"""Statements to observations: one row each, nothing dropped, every error named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from analysis.base.codebook import Codebook, Indicator
from analysis.base.errors import ProjectError
from analysis.base.periods import period_dates
from analysis.bounds.printed import Convention, read_printed

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, str]
STATEMENT_COLUMNS = (
    "statement_id bulletin_id locator printed qualifier subject measure period_printed indicator area level entity "
    "method time_period unit_printed text_condition confidence copies coded_by reviewed note"
).split()
OBSERVATION_COLUMNS = (
    "observation_id statement_id bulletin_id published indicator area level entity method time_period period_start "
    "period_end comparator value lower upper lower_closed upper_closed rounded unit status confidence correction "
    "derived_from note"
).split()
MOST_ERRORS = 20
_PERCENT = re.compile(r"[%％]|per ?cent|成$")
_POINTS = re.compile(r"百分[点點]|percentage point|pp")


def clean_statements(
    statements: Iterable[Row], bulletins: Iterable[Row], codebook: Codebook, convention: Convention = "standard"
) -> pl.DataFrame:
    """Clean statements into observations.

    `statements` are rows of `statements.csv`, corrected; `bulletins` rows of `bulletins.csv`. Returns one row per
    statement with the columns `OBSERVATION_COLUMNS`, sorted by id. Raises `ProjectError` naming every statement that
    cannot be cleaned (at most twenty of them), its row in the file and what to do.
    """
    import polars as pl

    published = {row["bulletin_id"]: row["published"] for row in bulletins}
    cleaned, errors = [], []
    for number, row in enumerate(statements, start=2):
        try:
            cleaned.append(_clean(row, published, codebook, convention))
        except ProjectError as error:
            errors.append(f"statements.csv, row {number} ({row.get('statement_id')}): {error}")
    if errors:
        raise ProjectError("\n".join(_first(errors)))
    return pl.DataFrame(cleaned, infer_schema_length=None).select(OBSERVATION_COLUMNS).sort("observation_id")


def _clean(row: Row, published: dict[str, str], codebook: Codebook, convention: Convention) -> dict[str, object]:
    """Clean one statement."""
    bulletin = row["bulletin_id"]
    if bulletin not in published:
        raise ProjectError(f"bulletin '{bulletin}' is not in bulletins.csv; register it there first.")
    for table, field in ((codebook.areas, "area"), (codebook.levels, "level"), (codebook.methods, "method")):
        if row[field]:
            table[row[field]]
    indicator = codebook.indicators[row["indicator"]]
    _check_unit(row, indicator)
    figure = read_printed(
        row["printed"], row["qualifier"], indicator.bounded_as, convention,
        signed=indicator.signed,
    )  # fmt: skip
    start, end = period_dates(row["time_period"])
    return {
        **row, "comparator": figure.comparator, "value": figure.value, **asdict(figure.interval),
        "rounded": figure.rounded, "observation_id": row["statement_id"], "published": published[bulletin],
        "period_start": start, "period_end": end, "unit": indicator.unit, "status": _status(row),
        "correction": row.get("correction", ""), "derived_from": "",
    }  # fmt: skip


def _check_unit(row: Row, indicator: Indicator) -> None:
    """Refuse a printed unit that contradicts the indicator's: percent for a count, points for a share."""
    printed = f"{row['unit_printed']} {row['printed']}".strip()
    unit = "percentage_points" if _POINTS.search(printed) else "percent" if _PERCENT.search(printed) else ""
    # Bulletins often print a change of percentage points with a bare percent sign (合格率提高3.82%).
    if unit == "percent" and indicator.unit == "percentage_points":
        return
    if unit and unit != indicator.unit:
        raise ProjectError(
            f"printed in {unit} ('{printed}') but indicator {row['indicator']} is measured in {indicator.unit}; "
            "choose the indicator that fits the printed unit."
        )


def _status(row: Row) -> str:
    """Return the SDMX observation status: F a target, U low reliability, A normal."""
    if "目标" in row["qualifier"] or "target" in row["qualifier"]:
        return "F"
    return "U" if row["confidence"] == "low" else "A"


def _first(errors: list[str]) -> Iterator[str]:
    yield from errors[:MOST_ERRORS]
    if len(errors) > MOST_ERRORS:
        yield f"... and {len(errors) - MOST_ERRORS} more."
