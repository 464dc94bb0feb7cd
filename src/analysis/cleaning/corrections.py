"""Corrections: declared changes of single statements, each with a reason and a guard.

A correction names the value that it expects to find. Once the statement no longer holds it (the source was fixed,
the row was edited), the run stops, so that no correction is ever applied to something else than what was reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.base.errors import ProjectError, UnknownName
from analysis.cleaning.statements import Statement

FIELDS = ("statement", "field", "expect", "change_to", "reason", "decided_by", "date")


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
    """Read `corrections.yml`; a field that is missing or unknown is a `ProjectError`."""
    from ruamel.yaml import YAML

    entries = YAML(typ="safe").load(path.read_text(encoding="utf-8")) or []
    corrections = []
    for number, entry in enumerate(entries, start=1):
        if set(entry) != set(FIELDS):
            wrong = ", ".join(sorted(set(entry) ^ set(FIELDS)))
            raise ProjectError(
                f"{path.name}, entry {number}: fields missing or unknown ({wrong}); each entry has {', '.join(FIELDS)}."
            )
        corrections.append(Correction(**{name: str(value) for name, value in entry.items()}))
    return corrections


def apply_corrections(statements: Iterable[Statement], corrections: Iterable[Correction]) -> list[Statement]:
    """Return the statements with corrections applied and named in `correction` (field, old → new: reason)."""
    corrected = {statement.statement_id: statement for statement in statements}
    for change in corrections:
        statement = corrected.get(change.statement)
        if statement is None:
            raise UnknownName("statement", change.statement, corrected, where="corrections.yml")
        found = getattr(statement, change.field, None)
        if found != change.expect:
            raise ProjectError(
                f"corrections.yml, {change.statement}: expects {change.field} '{change.expect}' but statements.csv has "
                f"'{found}'; review the correction and remove it or mend its guard."
            )
        note = f"{change.field} {change.expect} → {change.change_to}: {change.reason}"
        notes = "; ".join(filter(None, (statement.correction, note)))
        corrected[change.statement] = replace(statement, **{change.field: change.change_to, "correction": notes})
    return list(corrected.values())
