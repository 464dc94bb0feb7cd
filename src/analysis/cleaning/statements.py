"""Statements to observations: one each, nothing dropped, every error named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base.bulletins import Bulletin
from analysis.base.codebook import Codebook, Indicator, read_rows
from analysis.base.errors import ProjectError
from analysis.base.periods import parse_period
from analysis.base.tables import records, to_table
from analysis.bounds.printed import Convention, read_printed
from analysis.bounds.quantity import Quantity
from analysis.cleaning.observations import OBSERVATION_COLUMNS, Observation

if TYPE_CHECKING:
    import polars as pl

MOST_ERRORS = 20
_UNITS = {
    "ratio": re.compile("倍$"),
    "percentage_points": re.compile(r"百分[点點]|percentage point|\bpp\b"),
    "percent": re.compile("[%％]|per ?cent|成$|一半|半[数數]|[過过]半"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure as printed in one bulletin; `correction` says what was changed in it since it was coded."""

    statement_id: str
    bulletin_id: str
    locator: str
    printed: str
    qualifier: str
    subject: str
    measure: str
    period_printed: str
    indicator: str
    area: str
    level: str
    entity: str
    method: str
    time_period: str
    unit_printed: str
    text_condition: str
    confidence: str
    copies: str
    coded_by: str
    reviewed: str
    note: str
    correction: str = ""


STATEMENT_COLUMNS = tuple(field.name for field in fields(Statement) if field.name != "correction")


def load_statements(path: Path) -> list[Statement]:
    """Read `statements.csv`."""
    return records(read_rows(path), Statement)


def clean_statements(
    statements: Iterable[Statement], bulletins: Iterable[Bulletin], codebook: Codebook,
    convention: Convention = "standard",
) -> pl.DataFrame:  # fmt: skip
    """Clean corrected statements into the table `observations`, sorted by id.

    Raises `ProjectError` naming every statement that cannot be cleaned (at most twenty of them), its row in the file
    and what to do.
    """
    published = {bulletin.bulletin_id: bulletin.published for bulletin in bulletins}
    cleaned, errors = [], []
    for number, statement in enumerate(statements, start=2):
        try:
            cleaned.append(_clean(statement, published, codebook, convention))
        except ProjectError as error:
            errors.append(f"statements.csv, row {number} ({statement.statement_id}): {error}")
    if errors:
        raise ProjectError("\n".join(_first(errors)))
    return to_table(sorted(cleaned, key=lambda o: o.observation_id), Observation, OBSERVATION_COLUMNS)


def _clean(statement: Statement, published: Mapping[str, str], codebook: Codebook, by: Convention) -> Observation:
    if statement.bulletin_id not in published:
        raise ProjectError(f"bulletin '{statement.bulletin_id}' is not in bulletins.csv; register it there first.")
    for table, name in (
        (codebook.areas, statement.area), (codebook.levels, statement.level), (codebook.methods, statement.method),
    ):  # fmt: skip
        if name:
            table.require(name)
    period, quantity = parse_period(statement.time_period), read_figure(statement, codebook, by)
    return Observation(
        observation_id=statement.statement_id, published=published[statement.bulletin_id], period_start=period.first,
        period_end=period.last, quantity=quantity, status=_status(statement),
        derived_from=(), **{name: getattr(statement, name) for name in _CARRIED},
    )  # fmt: skip


# What an observation says in the words of its statement.
_CARRIED = (
    "statement_id bulletin_id indicator area level entity method time_period confidence correction note"
).split()


def read_figure(statement: Statement, codebook: Codebook, by: Convention = "standard") -> Quantity:
    """Read the printed figure of a statement in the unit of its indicator; `ProjectError` where it is in another."""
    indicator = codebook.indicators[statement.indicator]
    _check_unit(statement, indicator)
    figure = read_printed(statement.printed, statement.qualifier, indicator.bounded_as, by, indicator.signed)
    return replace(figure, unit=indicator.unit)


def _check_unit(statement: Statement, indicator: Indicator) -> None:
    """Refuse a printed unit that contradicts the indicator's: percent for a count, points for a share."""
    printed = f"{statement.unit_printed} {statement.printed}".strip()
    unit = next((unit for unit, sign in _UNITS.items() if sign.search(printed)), "")
    # Bulletins often print a change of percentage points with a bare percent sign (合格率提高3.82%).
    if unit == "percent" and indicator.unit == "percentage_points":
        return
    if unit and unit != indicator.unit:
        raise ProjectError(
            f"printed in {unit} ('{printed}') but indicator {statement.indicator} is measured in {indicator.unit}; "
            "choose the indicator that fits the printed unit."
        )


def _status(statement: Statement) -> str:
    if "目标" in statement.qualifier or "target" in statement.qualifier:
        return "F"
    return "U" if statement.confidence == "low" else "A"


def _first(errors: list[str]) -> Iterator[str]:
    yield from errors[:MOST_ERRORS]
    if len(errors) > MOST_ERRORS:
        yield f"... and {len(errors) - MOST_ERRORS} more."
