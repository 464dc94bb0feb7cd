"""What the headline numbers are made from, ready to be made once more in another way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.base.codebook import Codebook
from analysis.base.errors import ProjectError
from analysis.bounds.printed import Convention
from analysis.cleaning.corrections import Correction, apply_corrections
from analysis.cleaning.derived import derive_2018_panel
from analysis.cleaning.statements import clean_statements
from analysis.questions.evidence import Evidence, gather
from analysis.reconciling.breaks import Break
from analysis.reconciling.editions import as_of
from analysis.reconciling.points import Choice
from analysis.reconciling.series import build_series

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, str]


@dataclass(frozen=True)
class Material:
    """Everything that the headline numbers are made from, as read from `data/raw`."""

    statements: Sequence[Row]
    bulletins: Sequence[Row]
    codebook: Codebook
    corrections: Sequence[Correction]
    breaks: Sequence[Break]
    choices: Mapping[str, Choice]
    edition: int | None = None

    def observe(self, convention: Convention = "standard", corrected: bool = True) -> pl.DataFrame:
        """Clean the statements once more; derived figures follow from what comes out."""
        import polars as pl

        rows = apply_corrections(self.statements, self.corrections if corrected else ())
        if not corrected:
            rows = [row for row in rows if row["statement_id"] not in self._unreadable]
        cleaned = clean_statements(rows, self.bulletins, self.codebook, convention)
        table = pl.concat([cleaned, derive_2018_panel(cleaned)]).sort("observation_id")
        return as_of(table, self.bulletins, self.edition) if self.edition else table

    def gather(self, observations: pl.DataFrame) -> Evidence:
        """Reconcile observations and gather the evidence."""
        series = build_series(observations, self.codebook, self.breaks, self.choices)
        return gather(series, observations)

    @cached_property
    def _unreadable(self) -> set[str]:
        """The statements that cannot be cleaned before their correction; without it they are left out."""
        changed = {change.statement for change in self.corrections}
        return {
            row["statement_id"] for row in self.statements if row["statement_id"] in changed and not self._cleans(row)
        }

    def _cleans(self, row: Row) -> bool:
        try:
            clean_statements(apply_corrections([row], ()), self.bulletins, self.codebook)
        except ProjectError:
            return False
        return True

    @cached_property
    def issuers(self) -> dict[str, str]:
        """The issuer of each bulletin."""
        return {row["bulletin_id"]: row["issuer"] for row in self.bulletins}
