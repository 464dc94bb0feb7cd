"""Rows by id in the text of the published tables: one card needs a dozen rows of ten tables.

Loading the tables took half a second of each `bulletins show`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.files import name_of, read_text
from analysis.citing.records import Records, Row, place_of

_CELLS: dict[str, Callable[[str], Any]] = {
    "number": lambda cell: float(cell) if cell else None,
    "integer": lambda cell: int(cell) if cell else None,
    "boolean": lambda cell: cell == "true",
}


class Rows(Mapping[str, Row]):
    """The rows of a CSV by their first column, each read when it is asked for; `types` names columns of numbers.

    `damaged` is what the user is told where a row has other cells than the header: that was a traceback.
    """

    def __init__(self, text: str, types: Mapping[str, str] | None = None, damaged: str = "a row is damaged.") -> None:
        self._text, self._source = text, io.StringIO(text)
        self._header: list[str] = next(csv.reader(self._source), [])
        self._types, self._damaged = types or {}, damaged

    def __getitem__(self, name: str) -> Row:
        at = self._text.find(f"\n{name},")
        row = self._row(at + 1) if at >= 0 else {}
        if not row or row[self._header[0]] != name:
            raise KeyError(name)
        return row

    def __iter__(self) -> Iterator[str]:
        rows = csv.reader(io.StringIO(self._text))
        next(rows, None)
        return (row[0] for row in rows)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def naming(self, name: str, *columns: str) -> list[Row]:
        """Return the rows that hold an id in one of their columns, where blanks part ids."""
        if not set(columns) <= set(self._header):
            raise ProjectError(self._damaged)
        found, at = [], self._text.find(name, self._text.find("\n")) if name else -1
        while at >= 0:
            row = self._row(self._text.rfind("\n", 0, at) + 1)
            if name in " ".join(row[column] for column in columns).split():
                found.append(row)
            end = self._text.find("\n", at)
            at = self._text.find(name, end) if end >= 0 else -1
        return found

    def _row(self, at: int) -> Row:
        self._source.seek(at)
        try:
            cells = next(csv.reader(self._source))
            return {
                name: _CELLS[kind](cell) if (kind := self._types.get(name, "")) in _CELLS else cell
                for name, cell in zip(self._header, cells, strict=True)
            }
        except (ValueError, csv.Error):
            raise ProjectError(self._damaged) from None


class Lookup(Records):
    """What the card and the citations of one item draw on."""

    def __init__(self, item_id: str) -> None:
        super().__init__()
        self._item = item_id
        estimates, exhibits = _published("estimates"), _published("exhibits")
        bulletins, statements = map(_raw, ("bulletins", "statements"))
        self.numbers, self.observations = _published("numbers"), _published("observations")
        self.estimates, self.exhibits, self.bulletins, self.statements = estimates, exhibits, bulletins, statements
        self.estimates_of = {item_id: estimates.naming(item_id, "inputs")}
        self.exhibits_of = {item_id: exhibits.naming(item_id, "numbers")}
        self.conflicts = _published("conflicts")
        self.figures_of = {item_id: sorted(statements.naming(item_id, "bulletin_id"), key=place_of)}

    @cached_property
    def points_of(self) -> dict[str, list[Row]]:
        """The points of series that the item makes or was passed over for."""
        return {self._item: _published("series").naming(self._item, "observations", "alternatives")}

    @cached_property
    def conflicts_of(self) -> dict[str, list[Row]]:
        """The conflicts that the item takes part in."""
        return {self._item: _published("conflicts").naming(self._item, "observations")}


def _raw(name: str) -> Rows:
    path = paths.RAW / f"{name}.csv"
    return Rows(read_text(path), damaged=f"{name_of(path)} is damaged: `bulletins check` says where.")


def _published(name: str) -> Rows:
    path = paths.PROCESSED / f"{name}.csv"
    text = _whole(path)
    try:
        return Rows(text, column_types()[name], _damaged(path))
    except (ValueError, KeyError):
        raise ProjectError(_damaged(paths.PROCESSED / "datapackage.json")) from None


@cache
def column_types() -> dict[str, dict[str, str]]:
    """Return the types of the columns of each published table."""
    package = json.loads(_whole(paths.PROCESSED / "datapackage.json"))
    return {
        table["name"]: {field["name"]: field["type"] for field in table["schema"]["fields"]}
        for table in package["resources"]
    }


def _whole(path: Path) -> str:
    """Read a file that the pipeline made; one that is missing or ends in the middle of a line is a `ProjectError`."""
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if not text.endswith("\n"):
        raise ProjectError(_damaged(path) if path.exists() else _damaged(path, "is missing"))
    return text


def _damaged(path: Path, state: str = "is damaged") -> str:
    return f"{name_of(path)} {state}: run `bulletins run` to make it anew."
