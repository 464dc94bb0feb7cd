"""Corrections: declared changes of single statements, each with a reason and a guard.

A correction names the value that it expects to find. Once the statement no longer holds it (the source was fixed,
the row was edited), the run stops, so that no correction is ever applied to something else than what was reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from analysis.base.errors import ProjectError, UnknownName, require_known
from analysis.base.tables import records, to_table
from analysis.cleaning.statements import STATEMENT_COLUMNS, Statement


@dataclass(frozen=True)
class Correction:
    """One correction of one field of one statement."""

    statement: str
    field: str
    expect: str
    change_to: str
    reason: str
    decided_by: str
    date: str


def load_corrections(path: Path) -> list[Correction]:
    """Read `corrections.yml`; its schema has found fields that are missing or unknown before."""
    from analysis.base.yaml_files import read_yaml

    return [Correction(**{name: str(value) for name, value in entry.items()}) for entry in read_yaml(path) or []]


def apply_corrections(statements: Iterable[Statement], corrections: Iterable[Correction]) -> list[Statement]:
    """Return the statements with corrections applied and named in `correction` (field, old → new: reason)."""
    corrected = {statement.statement_id: statement for statement in statements}
    for change in corrections:
        require_known("statement", change.statement, corrected, "corrections.yml")
        statement = corrected[change.statement]
        if fault := broken_guard(change, statement):
            raise ProjectError(
                f"corrections.yml, {change.statement}: {fault}; review the correction and remove it or mend its guard."
            )
        corrected[change.statement] = apply(change, statement)
    return list(corrected.values())


def correct_table(table: pl.DataFrame, corrections: Sequence[Correction]) -> pl.DataFrame:
    """Do the same with a table of statements; only of those that are corrected a record is made."""
    table = table.with_columns(correction=pl.lit("")).unique("statement_id", keep="last", maintain_order=True)
    known, named = set(table["statement_id"]), [one.statement for one in corrections]
    for name in named:
        require_known("statement", name, known, "corrections.yml")
    some = records(table.filter(pl.col("statement_id").is_in(named)), Statement)
    changed = apply_corrections(some, corrections)
    return table.update(to_table(changed, Statement), on="statement_id")


def broken_guard(change: Correction, statement: Statement) -> str:
    """Say in which way a statement is not what a correction expects, nothing where it is."""
    if change.field not in STATEMENT_COLUMNS:
        return str(UnknownName("field", change.field, STATEMENT_COLUMNS)).removesuffix(".")
    if (found := getattr(statement, change.field)) == change.expect:
        return ""
    return f"expects {change.field} '{change.expect}' but statements.csv has '{found}'"


def apply(change: Correction, statement: Statement) -> Statement:
    """Return a statement with one correction applied and named."""
    note = f"{change.field} {change.expect} → {change.change_to}: {change.reason}"
    notes = "; ".join(filter(None, (statement.correction, note)))
    return replace(statement, **{change.field: change.change_to, "correction": notes})
