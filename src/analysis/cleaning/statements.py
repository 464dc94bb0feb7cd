"""Statements to observations: one each, nothing dropped, every error named; by columns, whatever their number."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, fields
from pathlib import Path

import polars as pl

from analysis.base.bulletins import Bulletin
from analysis.base.codebook import Codebook, Table, read_rows
from analysis.base.errors import ProjectError
from analysis.base.periods import parse_period, period_of
from analysis.base.tables import records, to_table
from analysis.bounds.printed import Convention
from analysis.cleaning.figures import read_figure, read_figures
from analysis.cleaning.observations import OBSERVATION_COLUMNS

MOST_ERRORS = 20


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
    """Clean corrected statements into the table `observations`, as `clean_table` does."""
    return clean_table(to_table(statements, Statement), bulletins, codebook, convention)


def clean_table(
    table: pl.DataFrame, bulletins: Iterable[Bulletin], codebook: Codebook, convention: Convention = "standard"
) -> pl.DataFrame:
    """Clean a table of corrected statements into the table `observations`, sorted by id.

    Raises `ProjectError` naming every statement that cannot be cleaned (at most twenty of them), its row in the file
    and what to do.
    """
    published = {bulletin.bulletin_id: bulletin.published for bulletin in bulletins}
    seen = pl.DataFrame({"bulletin_id": list(published), "published": list(published.values())})
    own = table.select(
        *(name for name in OBSERVATION_COLUMNS if name in table.columns),
        observation_id="statement_id", derived_from=pl.lit(""), status=_status(),
    )  # fmt: skip
    added = [read_figures(table, codebook, convention), _beside(table, _periods(table)), _beside(table, seen)]
    made = pl.concat([own, *added], how="horizontal")
    _require_clean(_unsound(made, codebook), table, published, codebook)
    made = made.select(OBSERVATION_COLUMNS)
    # To see that a table is sorted costs a thirtieth of what it costs to sort it.
    return made if made["observation_id"].is_sorted() else made.sort("observation_id", maintain_order=True)


def _beside(table: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return what is known of the cells of a column, row by row: to join whole rows would copy all of them."""
    key = known.columns[0]
    return table.select(key).join(known, on=key, how="left", maintain_order="left").drop(key)


def _periods(table: pl.DataFrame) -> pl.DataFrame:
    known = {text: period for text in table["time_period"].unique() if (period := period_of(text))}
    days = [(text, period.first, period.last) for text, period in known.items()]
    types = {"time_period": pl.String, "period_start": pl.Date, "period_end": pl.Date}
    return pl.DataFrame(days, schema=types, orient="row")


def _status() -> pl.Expr:
    target = pl.col("qualifier").str.contains("目标|target")
    low = pl.col("confidence") == "low"
    return pl.when(target).then(pl.lit("F")).when(low).then(pl.lit("U")).otherwise(pl.lit("A"))


def _unsound(made: pl.DataFrame, codebook: Codebook) -> pl.Series:
    """Tell which statements lack a figure, a period or a bulletin, or name what the codebook does not hold."""
    unknown = [~pl.col(name).is_in(["", *table]) for name, table in _named(codebook).items()]
    absent = [pl.col(name).is_null() for name in ("value", "period_start", "published")]
    return made.select(pl.any_horizontal(*unknown, *absent)).to_series()


def _named(codebook: Codebook) -> dict[str, Table]:
    return {"area": codebook.areas, "level": codebook.levels, "method": codebook.methods}


def _require_clean(unsound: pl.Series, table: pl.DataFrame, published: Container[str], codebook: Codebook) -> None:
    errors: list[str] = []
    for place, statement in zip(unsound.arg_true(), records(table.filter(unsound), Statement), strict=True):
        try:
            _require_cleanable(statement, published, codebook)
        except ProjectError as error:
            errors.append(f"statements.csv, row {place + 2} ({statement.statement_id}): {error}")
    more = [f"... and {len(errors) - MOST_ERRORS} more."] if len(errors) > MOST_ERRORS else []
    if unsound.any():
        raise ProjectError("\n".join([*errors[:MOST_ERRORS], *more]))


def _require_cleanable(statement: Statement, published: Container[str], codebook: Codebook) -> None:
    if statement.bulletin_id not in published:
        raise ProjectError(f"bulletin '{statement.bulletin_id}' is not in bulletins.csv; register it there first.")
    for column, table in _named(codebook).items():
        if name := getattr(statement, column):
            table.require(name)
    parse_period(statement.time_period)
    read_figure(statement, codebook)
