"""The codebook: what each id means, in English and Chinese, with unit, valid range and other names."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from analysis.base import paths
from analysis.base.errors import ProjectError, UnknownName

Kind = Literal["count", "share", "measure"]  # how figures of an indicator are bounded

TABLES = {
    "indicators": "indicator", "areas": "area", "levels": "level", "methods": "method", "units": "unit",
    "issuers": "issuer", "themes": "theme",
}  # fmt: skip


@dataclass(frozen=True)
class Table(Mapping[str, dict[str, str]]):
    """One table of the codebook, keyed by its id column."""

    name: str
    key: str
    rows: dict[str, dict[str, str]]

    def __getitem__(self, name: str) -> dict[str, str]:
        try:
            return self.rows[name]
        except KeyError:
            raise UnknownName(self.key, name, self.rows) from None

    def __contains__(self, name: object) -> bool:
        return name in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def label(self, name: str, lang: str = "en") -> str:
        """Return the label of an id in `lang`."""
        return self[name][f"label_{lang}"]


@dataclass(frozen=True)
class Codebook:
    """All tables of the codebook."""

    indicators: Table
    areas: Table
    levels: Table
    methods: Table
    units: Table
    issuers: Table
    themes: Table

    def kind_of(self, indicator: str) -> Kind:
        """Return how figures of an indicator are bounded: a count, a share of a whole, or another measure."""
        row = self.indicators[indicator]
        if row["unit"].startswith("count") or row["unit"] in ("rank", "year"):
            return "count"
        is_share = row["unit"] == "percent" and row["kind"] != "change" and row["max"] in ("", "100")
        return "share" if is_share else "measure"

    def is_signed(self, indicator: str) -> bool:
        """Tell whether an indicator is a change, so that 减少 makes it negative."""
        return self.indicators[indicator]["kind"] == "change"


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a UTF-8 CSV as rows of strings; a missing file, another encoding or a ragged row is a `ProjectError`."""
    name = path.relative_to(paths.ROOT) if path.is_relative_to(paths.ROOT) else path
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ProjectError(f"{name} is missing: restore it with `git checkout -- {name}`.") from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ProjectError(
            f"{name}, line {line}: not UTF-8; save the file as UTF-8 (CSV UTF-8 in a spreadsheet)."
        ) from None
    reader = csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True))
    rows = list(reader)
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise ProjectError(
                f"{name}, row {number}: has not as many fields as the header; quote fields that hold commas."
            )
    return rows


def read_table(name: str, folder: Path | None = None) -> Table:
    """Read one table of the codebook; a repeated or empty id is a `ProjectError` naming its row."""
    key = TABLES[name]
    path = (folder or paths.CODEBOOK) / f"{name}.csv"
    rows: dict[str, dict[str, str]] = {}
    for number, row in enumerate(read_rows(path), start=2):
        if not row[key] or row[key] in rows:
            raise ProjectError(
                f"{path.name}, row {number}: {key} '{row[key]}' is empty or stands twice; ids are unique."
            )
        rows[row[key]] = row
    return Table(name, key, rows)


@lru_cache(maxsize=4)
def load_codebook(folder: Path | None = None) -> Codebook:
    """Load the codebook from `data/raw/codebook` (or another folder)."""
    return Codebook(**{name: read_table(name, folder) for name in TABLES})
