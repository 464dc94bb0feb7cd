"""The register of bulletins: who published what, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analysis.base.codebook import read_rows
from analysis.base.periods import parse_period
from analysis.base.tables import records


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A published document that prints figures; `published` is a day, a month or a year."""

    bulletin_id: str
    published: str
    issuer: str = ""

    @property
    def latest_day(self) -> date:
        """The latest day on which it can have appeared: `2017` may be as late as 31 December 2017."""
        return parse_period(self.published).last


def title_of(row: Mapping[str, str], lang: str) -> str:
    """Return the title of a row of the register: translated where there is one in the language, else as published."""
    return row.get(f"title_{lang}") or row["title"]


def load_bulletins(path: Path) -> list[Bulletin]:
    """Read `bulletins.csv`."""
    return records(read_rows(path), Bulletin)
