"""Corrections: declared changes of single statements, each with a reason and a guard.

A correction names the value that it expects to find. Once the statement no longer holds it (the source was fixed,
the row was edited), the run stops, so that no correction is ever applied to something else than what was reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from analysis.base.errors import ProjectError, UnknownName

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


def apply_corrections(rows: Iterable[dict[str, str]], corrections: Iterable[Correction]) -> list[dict[str, str]]:
    """Return the statements with corrections applied and named in the new field `correction` (old → new: reason)."""
    corrected = {row["statement_id"]: {**row, "correction": ""} for row in rows}
    for change in corrections:
        row = corrected.get(change.statement)
        if row is None:
            raise UnknownName("statement", change.statement, corrected, where="corrections.yml")
        if row.get(change.field) != change.expect:
            raise ProjectError(
                f"corrections.yml, {change.statement}: expects {change.field} '{change.expect}' but statements.csv has "
                f"'{row.get(change.field)}'; review the correction and remove it or mend its guard."
            )
        note = f"{change.field} {change.expect} → {change.change_to}: {change.reason}"
        corrected[change.statement] = {**row, change.field: change.change_to, "correction": note}
    return list(corrected.values())
