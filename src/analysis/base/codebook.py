"""The codebook: what each id means, in English and Chinese, with unit, valid range and other names."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from analysis.base import paths
from analysis.base.errors import ProjectError, require_known
from analysis.base.files import name_of, read_text, unseen
from analysis.base.tables import records

Kind = Literal["count", "share", "measure"]  # how figures of an indicator are bounded


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted or measured; `min` and `max` are the limits of its figures, None where it has none."""

    indicator: str
    code: str
    unit: str
    min: float | None
    max: float | None
    theme: str
    kind: str

    @property
    def bounded_as(self) -> Kind:
        """How its figures are bounded: a count, a share of a whole, or another measure."""
        if self.unit.startswith("count") or self.unit in ("rank", "year"):
            return "count"
        is_share = self.unit == "percent" and not self.signed and self.max in (None, 100)
        return "share" if is_share else "measure"

    @property
    def limits(self) -> tuple[float, float]:
        """The limits of its figures, infinite where it has none."""
        return -math.inf if self.min is None else self.min, math.inf if self.max is None else self.max

    @property
    def signed(self) -> bool:
        """Whether it is a change, so that 减少 makes a figure negative."""
        return self.kind == "change"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of government; `order` runs from the top of the state to its foot."""

    level: str
    order: int


Entry = TypeVar("Entry")
Texts = Mapping[str, str]
# The id column of each table, and the records that its rows become where more than texts is asked of them.
TABLES = {
    "indicators": "indicator", "areas": "area", "levels": "level", "methods": "method", "units": "unit",
    "issuers": "issuer", "themes": "theme", "reviews": "review", "entities": "entity",
}  # fmt: skip
_RECORDS: dict[str, type[Any]] = {"indicators": Indicator, "levels": Level}


@dataclass(frozen=True)
class Table(Mapping[str, Entry], Generic[Entry]):
    """One table of the codebook by id: its entries, and its texts in each language."""

    key: str
    entries: Mapping[str, Entry]
    texts: Mapping[str, Texts]

    def __getitem__(self, name: str) -> Entry:
        self.require(name)
        return self.entries[name]

    def __contains__(self, name: object) -> bool:
        return name in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def require(self, name: str) -> None:
        """Raise `UnknownName` with the nearest ids where there is no such id."""
        require_known(self.key, name, self.entries)

    def label(self, name: str, lang: str = "en") -> str:
        """Return the label of an id in `lang`."""
        return self.text(name, "label", lang)

    def text(self, name: str, what: str, lang: str = "en") -> str:
        """Return a text of an id in `lang`: its `label` or its `definition`."""
        self.require(name)
        return self.texts[name][f"{what}_{lang}"]


@dataclass(frozen=True)
class Codebook:
    """All tables of the codebook."""

    indicators: Table[Indicator]
    areas: Table[Texts]
    levels: Table[Level]
    methods: Table[Texts]
    units: Table[Texts]
    issuers: Table[Texts]
    themes: Table[Texts]
    reviews: Table[Texts]
    entities: Table[Texts]


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a UTF-8 CSV as rows of strings; a missing file, another encoding or a ragged row is a `ProjectError`.

    Rows without any cell that holds something, as spreadsheets leave them below a table, are no rows.
    """
    found: list[list[str]] = []
    text = read_text(path)
    # A line ends at a line feed alone: splitlines() once broke a row at U+0085.
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        found.extend(reader)
    except csv.Error as error:
        raise _unreadable(path, len(found) + 1, str(error)) from None
    while found and not any(found[-1]):
        found.pop()
    header, *rows = found or [[]]
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header) or not any(row):
            raise _ragged(path, number, row, header)
    if unseen(text):
        raise _unseen_in(path, found)
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_header(path: Path) -> list[str]:
    """Read the names of a CSV's columns, none from an empty file."""
    try:
        return next(csv.reader(io.StringIO(read_text(path)), strict=True), [])
    except csv.Error as error:
        raise _unreadable(path, 1, str(error)) from None


def _unreadable(path: Path, row: int, error: str) -> ProjectError:
    why = {
        "unexpected end of data": 'a quote (") opens a cell and none closes it; close it, or double it inside a cell',
        "',' expected after '\"'": 'a quote (") stands inside a cell; double it, and put quotes around the whole cell',
    }.get(error, f'{error}: shorten the cell, or close the quote (") that opens it')
    return ProjectError(f"{name_of(path)}, row {row}: {why}.")


def _unseen_in(path: Path, rows: list[list[str]]) -> ProjectError:
    for number, row in enumerate(rows, start=1):
        for column, cell in zip(rows[0], row, strict=True):
            if found := unseen(cell):
                return ProjectError(f"{name_of(path)}, row {number}: {column} holds {found[1]}.")
    raise AssertionError(f"{path}: what does not show stands in no cell")


def _ragged(path: Path, number: int, row: list[str], header: list[str]) -> ProjectError:
    if not any(row):
        return ProjectError(f"{name_of(path)}, row {number}: is blank; take the row out.")
    counts = f"{len(row)} cells where the header has {len(header)}"
    return ProjectError(f"{name_of(path)}, row {number}: {counts}; put quotes around cells that hold commas.")


def make_table(name: str, rows: Iterable[Texts]) -> Table:
    """Make a table of the codebook from its rows, each with an id of its own."""
    texts = {row[TABLES[name]]: row for row in rows}
    if name not in _RECORDS:
        return Table(TABLES[name], texts, texts)
    return Table(
        TABLES[name], dict(zip(texts, records(texts.values(), _RECORDS[name], f"{name}.csv"), strict=True)), texts
    )


_ID = re.compile(r"[^\W_][^/\\<>{}|`\x00-\x1f]*")


def read_table(name: str, folder: Path | None = None) -> Table:
    """Read one table of the codebook; a repeated or empty id is a `ProjectError` naming its row."""
    key, path = TABLES[name], (folder or paths.CODEBOOK) / f"{name}.csv"
    rows, seen = read_rows(path), set()
    for number, row in enumerate(rows, start=2):
        if not row[key] or row[key] in seen:
            said = f"{key} '{row[key]}' is empty or stands twice; ids are unique."
            raise ProjectError(f"{path.name}, row {number}: {said}")
        if not _ID.fullmatch(row[key]):
            said = "ids name files and pages: begin with a letter or digit, without slashes and brackets < > { }"
            raise ProjectError(f"{path.name}, row {number}: {key} '{row[key]}' is no id; {said}.")
        seen.add(row[key])
    return make_table(name, rows)


@lru_cache(maxsize=4)
def load_codebook(folder: Path | None = None) -> Codebook:
    """Load the codebook from `data/raw/codebook` (or another folder)."""
    return Codebook(**{name: read_table(name, folder) for name in TABLES})
