"""Tables as the rules see them: read from the published files, with row numbers and joined columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import polars as pl
from polars import selectors as cs

from analysis.base.codebook import read_header, read_rows
from analysis.base.errors import ProjectError, require_known
from analysis.base.tables import records, scan_parquet, to_table
from analysis.base.yaml_files import load_yaml
from analysis.bounds.quantity import Quantity
from analysis.checking.rules import Join, Suite, files_of, table_path
from analysis.checking.shape import file_shown, plain
from analysis.cleaning.observations import Observation

ROW, FILE = "row_number", "file_name"
# Tables with more rows than this are never held whole.
MOST_HELD = 100_000
# The observations that follow from printed ones by arithmetic: no file holds them, but identities may name them.
DERIVED = "derived"


class Frames:
    """Tables read once each, on demand: strings of a CSV stay strings, empty cells are null."""

    def __init__(self, tables: Mapping[str, Path], suites: Mapping[str, Suite]) -> None:
        self._tables, self._suites = tables, suites
        self._read: Callable[[str], pl.LazyFrame] = lru_cache(maxsize=None)(self._read_one)
        self._joined: Callable[[str], pl.LazyFrame] = lru_cache(maxsize=None)(self._join_one)
        self._rows: Callable[[Path], list[dict[str, str]]] = lru_cache(maxsize=None)(read_rows)

    def path(self, name: str) -> Path:
        """Return where a table stands."""
        return table_path(name, self._tables, self._suites)

    def plain(self, name: str) -> pl.LazyFrame:
        """Return a table with the file of each row and its number there (the header of a CSV is row 1)."""
        return self._read(name)

    def joined(self, name: str) -> pl.LazyFrame:
        """Return a table with the columns that its suite joins to it or has computed for it."""
        return self._joined(name)

    def height(self, name: str) -> int:
        """Return how many rows a table has."""
        return height_of(self.plain(name))

    def column(self, reference: str) -> pl.Series:
        """Return the distinct values of `table.column` as texts; several references are joined by ` + `."""
        parts = []
        for table, column in _parts(reference):
            frame = self.joined(table) if column in self._added(table) else self.plain(table)
            _require_column(frame, column, table)
            parts.append(frame.select(pl.col(column).cast(pl.String)).collect().to_series())
        return pl.concat(parts).drop_nulls().unique(maintain_order=True)

    def files(self, reference: str) -> str:
        """Name the files that a reference points to, the codebook's with their folder."""
        found = [self.path(table) for table, _ in _parts(reference) if table != DERIVED]
        names = (f"codebook/{p.name}" if p.parent.name == "codebook" else p.name for p in found)
        return " or ".join(dict.fromkeys(names))

    def rows(self, name: str) -> list[dict[str, str]]:
        """Return a CSV as rows of strings, as the rest of the project reads it; they are read once for all rules."""
        return self._rows(self.path(name))

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

    def _read_one(self, name: str) -> pl.LazyFrame:
        if name == DERIVED:
            return self.observed.filter(self.observed["derived_from"] != "").select("observation_id").lazy()
        path, suite = self.path(name), self._suites.get(name)
        if path.suffix == ".parquet":
            return _held(read_parquet(path))
        parts = [self._read_file(file, file_shown(file, path), suite) for file in files_of(path)]
        return pl.concat(parts, how="diagonal_relaxed").lazy()

    def _read_file(self, file: Path, shown: str, suite: Suite | None) -> pl.DataFrame:
        if file.suffix == ".yml" and suite:
            return _with_place(read_records(file, suite), shown)
        return _with_place(_table_of(self._rows(file), file, suite.numbers if suite else ()), shown)

    def _join_one(self, name: str) -> pl.LazyFrame:
        from analysis.checking.matching import add_columns

        frame, suite = self.plain(name), self._suites[name]
        for join in suite.joins:
            frame = frame.join(self._looked_up(frame, join), on=join.on, how="left", maintain_order="left")
        held = frame.collect().lazy() if self.height(name) <= MOST_HELD else frame  # what is joined adds no row
        return add_columns(held, name, suite.adds, self)

    def _looked_up(self, frame: pl.LazyFrame, join: Join) -> pl.LazyFrame:
        other = self.plain(join.table)
        for column in (join.on, *join.columns):
            _require_column(other, column, join.table)
        _require_column(frame, join.on, "the table")
        # A repeated id is another rule's business; here it must not multiply the rows.
        keyed = other.drop_nulls(join.on).unique(join.on, keep="first", maintain_order=True)
        columns = (pl.col(column).alias(f"{join.table}.{column}") for column in join.columns)
        return keyed.select(join.on, *columns).collect().lazy()  # once, not at each rule


def height_of(frame: pl.LazyFrame) -> int:
    """Return how many rows a frame has."""
    return frame.select(pl.len()).collect(engine="streaming").item()


def _held(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Keep a table of a usual size in memory; of a large one only what is asked for is read."""
    return frame.collect().lazy() if height_of(frame) <= MOST_HELD else frame


def _with_place(frame: pl.DataFrame, shown: str) -> pl.DataFrame:
    rows = [] if ROW in frame.columns else [pl.int_range(2, pl.len() + 2).alias(ROW)]
    return frame.with_columns(*rows, pl.lit(shown).alias(FILE))


def _parts(reference: str) -> list[tuple[str, str]]:
    """Split `table.column + table.column` into pairs."""
    pieces = (part.strip().rpartition(".") for part in reference.split(" + "))
    return [(table, column) for table, _, column in pieces]


def _table_of(rows: list[dict[str, str]], path: Path, numbers: tuple[str, ...] = ()) -> pl.DataFrame:
    """Return the rows of a CSV with the named columns as floats; text where a number is due is a `ProjectError`."""
    frame = pl.DataFrame(rows, schema=dict.fromkeys(rows[0] if rows else read_header(path), pl.String))
    frame = frame.with_columns(pl.all().replace("", None))
    for column in numbers:
        _require_column(frame.lazy(), column, path.name)
        frame = frame.with_columns(_as_numbers(frame[column], path))
    return frame


def read_records(path: Path, suite: Suite) -> pl.DataFrame:
    """Read the records of a YAML file, lists as ids parted by spaces, with the line on which each begins."""
    document = load_yaml(path)
    data = document.data or []
    keyed = data.items() if isinstance(data, dict) else enumerate(data)
    rows = [
        {suite.row_id: str(key), **{name: _cell(value) for name, value in entry.items()}, ROW: document.line(key)}
        for key, entry in keyed
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(suite.columns, pl.String) | {ROW: pl.Int64})


def _cell(value: Any) -> str | None:  # noqa: ANN401 - what YAML holds
    value = plain(value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {part}" for name, part in value.items())
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value).strip()
    return text if value is not None and text else None


def read_parquet(path: Path) -> pl.LazyFrame:
    """Read a parquet file; dates become ISO strings, which the rules compare as text, and empty strings are missing."""
    # The CSV beside it has a header, so the first row of both is number 2.
    frame = scan_parquet(path).with_row_index(ROW, offset=2).with_columns(pl.col(ROW).cast(pl.Int64))
    frame = frame.with_columns(cs.date().cast(pl.String)).with_columns(cs.string().replace("", None))
    frame = frame.with_columns(cs.float().fill_nan(None))
    return frame.with_columns(pl.lit(path.name).alias(FILE))


def _as_numbers(column: pl.Series, path: Path) -> pl.Series:
    numbers = column.cast(pl.Float64, strict=False)
    wrong = column.is_not_null() & ~numbers.is_finite().fill_null(value=False)  # 1e400 is read as infinity
    if wrong.any():
        place = wrong.arg_true()[0]
        said = f"{column.name} '{column[place]}' is not a number; write it in digits."
        raise ProjectError(f"{path.name}, row {place + 2}: {said}")
    return numbers


def _require_column(frame: pl.LazyFrame, column: str, table: str) -> None:
    require_known("column", column, frame.collect_schema().names(), table)
