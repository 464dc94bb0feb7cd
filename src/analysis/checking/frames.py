"""Tables as the rules see them: read from the published files, with row numbers and joined columns."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.base.codebook import read_header, read_rows
from analysis.base.errors import ProjectError, require_known
from analysis.base.tables import records, to_table
from analysis.base.yaml_files import load_yaml
from analysis.bounds.quantity import Quantity
from analysis.checking.rules import Join, Suite, files_of, table_path
from analysis.checking.shape import file_shown, plain
from analysis.cleaning.observations import Observation

if TYPE_CHECKING:
    import polars as pl

ROW, FILE = "row_number", "file_name"
# The observations that follow from printed ones by arithmetic: no file holds them, but identities may name them.
DERIVED = "derived"


class Frames:
    """Tables read once each, on demand, as pandas frames: strings of a CSV stay strings, empty cells are missing."""

    def __init__(self, tables: Mapping[str, Path], suites: Mapping[str, Suite]) -> None:
        self._tables, self._suites = tables, suites
        self._read: Callable[[str], pd.DataFrame] = lru_cache(maxsize=None)(self._read_one)
        self._rows: Callable[[str], list[dict[str, str]]] = lru_cache(maxsize=None)(lambda n: read_rows(self.path(n)))

    def path(self, name: str) -> Path:
        """Return where a table stands."""
        return table_path(name, self._tables, self._suites)

    def plain(self, name: str) -> pd.DataFrame:
        """Return a table with the file of each row and its number there (the header of a CSV is row 1)."""
        return self._read(name)

    def joined(self, name: str) -> pd.DataFrame:
        """Return a table with the columns that its suite joins to it or has computed for it."""
        from analysis.checking.matching import add_columns

        frame, suite = self.plain(name), self._suites[name]
        for join in suite.joins:
            frame = frame.assign(**self._looked_up(frame, join))
        return add_columns(frame, name, suite.adds, self)

    def column(self, reference: str) -> list[object]:
        """Return the distinct values of `table.column`; several references are joined by ` + `."""
        values: dict[object, None] = {}
        for table, column in _parts(reference):
            frame = self.joined(table) if column in self._added(table) else self.plain(table)
            _require_column(frame, column, table)
            values |= dict.fromkeys(frame[column].dropna().tolist())
        return list(values)

    def files(self, reference: str) -> str:
        """Name the files that a reference points to, the codebook's with their folder."""
        found = [self.path(table) for table, _ in _parts(reference) if table != DERIVED]
        names = (f"codebook/{p.name}" if p.parent.name == "codebook" else p.name for p in found)
        return " or ".join(dict.fromkeys(names))

    def rows(self, name: str) -> list[dict[str, str]]:
        """Return a CSV as rows of strings, as the rest of the project reads it; they are read once for all rules."""
        return self._rows(name)

    @cached_property
    def observed(self) -> pl.DataFrame:
        """All observations that the raw tables give, derived ones too; a figure that cannot be read is an error."""
        from analysis.checking.matching import observe

        return observe(self)

    @cached_property
    def readable(self) -> pl.DataFrame:
        """The same; none where a figure cannot be read, which another rule names."""
        try:
            return self.observed
        except ProjectError:
            return to_table([], Observation)

    @cached_property
    def figures(self) -> dict[str, Quantity]:
        """The figures of all observations, by id."""
        return dict(zip(self.observed["observation_id"], records(self.observed, Quantity), strict=True))

    def _added(self, table: str) -> tuple[str, ...]:
        return self._suites[table].adds if table in self._suites else ()

    def _read_one(self, name: str) -> pd.DataFrame:
        if name == DERIVED:
            ids = self.observed.filter(self.observed["derived_from"] != "")["observation_id"]
            return pd.DataFrame({"observation_id": ids.to_list()}, dtype="str")
        path, suite = self.path(name), self._suites.get(name)
        if path.suffix == ".parquet":
            return read_parquet(path)
        parts = [self._read_file(file, file_shown(file, path), suite) for file in files_of(path)]
        return pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0]

    def _read_file(self, file: Path, shown: str, suite: Suite | None) -> pd.DataFrame:
        if file.suffix == ".yml" and suite:
            return read_records(file, suite).assign(**{FILE: shown})
        return read_csv(file, suite.numbers if suite else ()).assign(**{FILE: shown})

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
    frame = pd.DataFrame(rows, dtype="str") if rows else pd.DataFrame(columns=read_header(path), dtype="str")
    frame = frame.replace("", pd.NA)
    for column in numbers:
        _require_column(frame, column, path.name)
        frame[column] = _as_numbers(frame[column], path)
    return frame.assign(**{ROW: range(2, len(frame) + 2)})


def read_records(path: Path, suite: Suite) -> pd.DataFrame:
    """Read the records of a YAML file, lists as ids parted by spaces, with the line on which each begins."""
    document = load_yaml(path)
    data = document.data or []
    keyed = data.items() if isinstance(data, dict) else enumerate(data)
    rows = [
        {suite.row_id: key, **{name: _cell(value) for name, value in entry.items()}, ROW: document.line(key)}
        for key, entry in keyed
    ]
    frame = pd.DataFrame(rows, columns=[*suite.columns, ROW])
    texts = {name: frame[name].astype("str").where(frame[name].notna(), pd.NA) for name in suite.columns}
    return frame.assign(**texts)


def _cell(value: Any) -> Any:  # noqa: ANN401 - what YAML holds
    value = plain(value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {part}" for name, part in value.items())
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value).strip()
    return text if value is not None and text else pd.NA


def read_parquet(path: Path) -> pd.DataFrame:
    """Read a parquet file; dates become ISO strings, which the rules compare as text, and empty strings are missing."""
    import polars as pl
    from polars import selectors as cs

    from analysis.base import tables

    frame = tables.read_parquet(path)
    frame = frame.with_columns(cs.date().cast(pl.String)).with_columns(cs.string().replace("", None))
    # The CSV beside it has a header, so the first row of both is number 2.
    return frame.to_pandas().assign(**{ROW: range(2, len(frame) + 2), FILE: path.name})


def _as_numbers(column: pd.Series, path: Path) -> pd.Series:
    numbers = pd.to_numeric(column, errors="coerce").astype("float64")
    wrong = column[~numbers.abs().lt(math.inf) & column.notna()]  # 1e400 is read as infinity
    if len(wrong):
        place = f"{path.name}, row {wrong.index[0] + 2}"
        raise ProjectError(f"{place}: {column.name} '{wrong.iloc[0]}' is not a number; write it in digits.")
    return numbers


def _require_column(frame: pd.DataFrame, column: str, table: str) -> None:
    require_known("column", column, [str(c) for c in frame.columns], table)
