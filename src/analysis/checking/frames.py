"""Tables as the rules see them: read from the published files, with row numbers and joined columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import pandas as pd

from analysis.base.codebook import read_rows
from analysis.base.errors import ProjectError, UnknownName
from analysis.checking.rules import Join, Suite, table_path

ROW = "row_number"


class Frames:
    """Tables read once each, on demand, as pandas frames: strings of a CSV stay strings, empty cells are missing."""

    def __init__(self, tables: Mapping[str, Path], suites: Mapping[str, Suite]) -> None:
        self._tables, self._suites = tables, suites
        self._read: Callable[[str], pd.DataFrame] = lru_cache(maxsize=None)(self._read_one)

    def plain(self, name: str) -> pd.DataFrame:
        """Return a table with the number that each row has in its file (the header of a CSV is row 1)."""
        return self._read(name)

    def joined(self, name: str) -> pd.DataFrame:
        """Return a table with the columns that its suite joins to it."""
        frame = self.plain(name)
        for join in self._suites[name].joins:
            frame = frame.assign(**self._looked_up(frame, join))
        return frame

    def column(self, reference: str) -> list[object]:
        """Return the distinct values of `table.column`; several references are joined by ` + `."""
        values: dict[object, None] = {}
        for table, column in _parts(reference):
            frame = self.plain(table)
            _require_column(frame, column, table)
            values |= dict.fromkeys(frame[column].dropna().tolist())
        return list(values)

    def files(self, reference: str) -> str:
        """Name the files that a reference points to, the codebook's with their folder."""
        found = [table_path(table, self._tables, self._suites) for table, _ in _parts(reference)]
        return " or ".join(f"codebook/{p.name}" if p.parent.name == "codebook" else p.name for p in found)

    def _read_one(self, name: str) -> pd.DataFrame:
        path = table_path(name, self._tables, self._suites)
        numbers = self._suites[name].numbers if name in self._suites else ()
        return read_parquet(path) if path.suffix == ".parquet" else read_csv(path, numbers)

    def _looked_up(self, frame: pd.DataFrame, join: Join) -> dict[str, pd.Series]:
        other = self.plain(join.table)
        for column in (join.on, *join.columns):
            _require_column(other, column, join.table)
        _require_column(frame, join.on, "the table")
        # A repeated id is another rule's business; here it must not multiply the rows.
        keyed = other.dropna(subset=[join.on]).drop_duplicates(join.on).set_index(join.on)
        return {f"{join.table}.{column}": frame[join.on].map(keyed[column]) for column in join.columns}


def _parts(reference: str) -> list[tuple[str, str]]:
    """Split `table.column + table.column` into pairs."""
    pieces = (part.strip().rpartition(".") for part in reference.split(" + "))
    return [(table, column) for table, _, column in pieces]


def read_csv(path: Path, numbers: tuple[str, ...] = ()) -> pd.DataFrame:
    """Read a CSV as strings, the named columns as floats; text where a number is due is a `ProjectError`."""
    rows = read_rows(path)
    frame = pd.DataFrame(rows, dtype="str") if rows else pd.DataFrame(columns=_header(path), dtype="str")
    frame = frame.replace("", pd.NA)
    for column in numbers:
        _require_column(frame, column, path.name)
        frame[column] = _as_numbers(frame[column], path)
    return frame.assign(**{ROW: range(2, len(frame) + 2)})


def read_parquet(path: Path) -> pd.DataFrame:
    """Read a parquet file; dates become ISO strings, which the rules compare as text, and empty strings are missing."""
    import polars as pl
    from polars import selectors as cs

    try:
        frame = pl.read_parquet(path)
    except FileNotFoundError:
        raise ProjectError(f"data/processed/{path.name} is missing: run `bulletins run` to make it.") from None
    frame = frame.with_columns(cs.date().cast(pl.String)).with_columns(cs.string().replace("", None))
    # The CSV beside it has a header, so the first row of both is number 2.
    return frame.to_pandas().assign(**{ROW: range(2, len(frame) + 2)})


def _header(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removeprefix("\ufeff").partition("\n")[0].split(",")


def _as_numbers(column: pd.Series, path: Path) -> pd.Series:
    numbers = pd.to_numeric(column, errors="coerce").astype("float64")
    wrong = column[numbers.isna() & column.notna()]
    if len(wrong):
        place = f"{path.name}, row {wrong.index[0] + 2}"
        raise ProjectError(f"{place}: {column.name} '{wrong.iloc[0]}' is not a number; write digits only.")
    return numbers


def _require_column(frame: pd.DataFrame, column: str, table: str) -> None:
    if column not in frame.columns:
        raise UnknownName("column", column, [str(c) for c in frame.columns], table)
