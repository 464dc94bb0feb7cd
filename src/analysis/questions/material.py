"""What the headline numbers are made from, ready to be made once more in another way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from analysis.base.bulletins import Bulletin
from analysis.base.codebook import Codebook
from analysis.base.errors import ProjectError
from analysis.base.tables import records
from analysis.bounds.printed import Convention
from analysis.cleaning.corrections import Correction, apply_corrections
from analysis.cleaning.derived import add_derived
from analysis.cleaning.observations import Observation
from analysis.cleaning.statements import Statement, clean_statements
from analysis.questions.evidence import Evidence, evidence_of
from analysis.reconciling.agreement import Choice
from analysis.reconciling.breaks import Break
from analysis.reconciling.editions import as_of
from analysis.reconciling.series import SeriesPoint, reconcile_series


@dataclass(frozen=True)
class Material:
    """Everything that the headline numbers are made from, as read from `data/raw`."""

    statements: Sequence[Statement]
    bulletins: Sequence[Bulletin]
    codebook: Codebook
    corrections: Sequence[Correction]
    breaks: Sequence[Break]
    choices: Mapping[str, Choice]
    edition: int | None = None

    def observe(self, convention: Convention = "standard", corrected: bool = True) -> pl.DataFrame:
        """Clean the statements once more; derived figures follow from what comes out."""
        statements = apply_corrections(self.statements, self.corrections if corrected else ())
        if not corrected:
            statements = [one for one in statements if one.statement_id not in self._unreadable]
        table = add_derived(clean_statements(statements, self.bulletins, self.codebook, convention))
        return as_of(table, self.bulletins, self.edition) if self.edition else table

    def gather(self, observations: pl.DataFrame) -> Evidence:
        """Reconcile observations and gather the evidence."""
        return self.gather_rows(records(observations, Observation))

    def gather_rows(
        self, rows: Sequence[Observation], known: dict[tuple[str, ...], SeriesPoint] | None = None
    ) -> Evidence:
        """Do so with rows, of which some were reconciled before."""
        return evidence_of(reconcile_series(rows, self.codebook, self.breaks, self.choices, known), rows)

    @cached_property
    def _unreadable(self) -> set[str]:
        """The statements that cannot be cleaned before their correction; without it they are left out."""
        found, changed = set(), {change.statement for change in self.corrections}
        for statement in (one for one in self.statements if one.statement_id in changed):
            try:
                clean_statements([statement], self.bulletins, self.codebook)
            except ProjectError:
                found.add(statement.statement_id)
        return found

    @cached_property
    def issuers(self) -> dict[str, str]:
        """The issuer of each bulletin."""
        return {bulletin.bulletin_id: bulletin.issuer for bulletin in self.bulletins}
