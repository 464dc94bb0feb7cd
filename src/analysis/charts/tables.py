"""The tables that exhibits select from, with what is looked up in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from analysis.charts.drawn import ISSUER
from analysis.charts.naming import issuers_of_bulletins

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]


@dataclass
class Tables:
    """The tables that exhibits select from, by name; what is not there is empty."""

    tables: Mapping[str, pl.DataFrame] = field(default_factory=dict)

    def rows(self, name: str) -> list[Row]:
        """Return a table as rows."""
        return self.tables[name].to_dicts() if name in self.tables else []

    @cached_property
    def observations(self) -> dict[str, Row]:
        """The observations by id, with the issuer and the year of each."""
        found = {}
        for row in self.rows("observations"):
            issuer = issuers_of_bulletins().get(row["bulletin_id"], "")
            more = {"issuer": issuer, "doubtful_issuer": ISSUER + issuer if row["confidence"] != "high" else ""}
            found[row["observation_id"]] = row | more
        return found

    @cached_property
    def prints(self) -> dict[str, str]:
        """The figures as printed, by statement, as far as the slices of themes hold them."""
        return {row["statement_id"]: row["printed"] for row in self.rows("observations") if row.get("printed")}

    @cached_property
    def labels(self) -> dict[str, Row]:
        """The rows that carry labels of their own, estimates and identities, by id."""
        keys = (("estimates", "estimate_id"), ("identities", "identity_id"), ("implied", "implied_id"))
        return {row[key]: row for name, key in keys for row in self.rows(name)}

    def bulletins_of(self, names: str) -> str:
        """Return the bulletins that observations come from, or those that they are derived from."""
        found: set[str] = set()
        for name in names.split():
            row = self.observations.get(name, {})
            found |= {row["bulletin_id"]} if row.get("bulletin_id") else set()
            found |= set(self.bulletins_of(row.get("derived_from") or "").split())
        return " ".join(sorted(found))
