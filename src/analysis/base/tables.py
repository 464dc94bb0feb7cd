"""Tables: the door between them and typed records, and the form in which they are kept on disk.

Each table is kept as CSV for people and as Parquet for programs, the same bytes at every run.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from io import BytesIO
from itertools import repeat
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_type_hints

from analysis.base.errors import ProjectError
from analysis.base.files import name_of, write_whole

if TYPE_CHECKING:
    import polars as pl
    from _typeshed import DataclassInstance

Record = TypeVar("Record", bound="DataclassInstance")
Item = TypeVar("Item")
Key = TypeVar("Key")
Columns = Mapping[str, Sequence[Any]]  # the cells of a table by column; they go no further than this module

# How a cell becomes a field, by the type of the field. Cells of a CSV are texts, those of a Parquet file may be null.
_READ: dict[object, Callable[[Any], object]] = {
    str: lambda cell: cell or "",
    int: int,
    float: float,
    float | None: lambda cell: None if cell in (None, "") else float(cell),
    tuple[str, ...]: lambda cell: tuple((cell or "").split()),
    frozenset[str]: lambda cell: frozenset((cell or "").split()),
}


# A formula, or a call of another program; a signed number is none.
_FORMULA = r"^[\s]*[=@]|^[\t\r]|^[+-].*[^\d.,%].*$"


def records(rows: pl.DataFrame | Iterable[Mapping[str, Any]], kind: type[Record], name: str = "") -> list[Record]:
    """Turn the rows of a table into records of a dataclass.

    A field is read from the column of its name, and a field that is a record itself from the columns of its own fields:
    `Interval` from lower, upper, lower_closed and upper_closed. Ids that stand in one cell become a tuple or a set.
    Raises `ProjectError` with the `name` of the table where a column is missing or a cell is no number.
    """
    columns, name = _columns(rows), name or f"a table of {kind.__name__.lower()}s"
    try:
        return _build(kind, columns, name) if columns else []
    except KeyError as error:
        raise ProjectError(f"{name} lacks the column {error}; restore it.") from None


def _columns(rows: pl.DataFrame | Iterable[Mapping[str, Any]]) -> Columns:
    # Asking for the method keeps polars, slow to import, out of the start of the command line.
    if hasattr(rows, "to_dict"):
        return cast("pl.DataFrame", rows).to_dict(as_series=False)
    listed = list(cast("Iterable[Mapping[str, Any]]", rows))
    return {name: [row[name] for row in listed] for name in (listed[0] if listed else ())}


def _build(kind: type[Record], columns: Columns, name: str) -> list[Record]:
    """Build records column by column, which takes less than half of the time of row by row."""
    hints = get_type_hints(kind)
    return list(map(kind, *(_read_field(field, hints[field.name], columns, name) for field in fields(kind))))


def _read_field(field: Field[Any], hint: object, columns: Columns, name: str) -> Iterable[object]:
    if isinstance(hint, type) and is_dataclass(hint):
        return _build(hint, columns, name)
    if field.name not in columns and field.default is not MISSING:
        return repeat(field.default)
    cells, convert = columns[field.name], _READ.get(hint)
    return _converted(f"{name}, row", field.name, cells, convert) if convert else cells


def _converted(place: str, column: str, cells: Sequence[Any], convert: Callable[[Any], object]) -> list[object]:
    found: list[object] = []
    try:
        found.extend(map(convert, cells))
    except (ValueError, TypeError, OverflowError):
        row, wanted = len(found), "whole number" if convert is int else "number"
        said = f"{column} '{str(cells[row])[:40]}' is no {wanted}; write one."
        raise ProjectError(f"{place} {row + 2}: {said}") from None
    return found


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return items by their keys, groups and members in the order in which they come."""
    found: dict[Key, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def to_table(items: Iterable[Record], kind: type[Record], columns: Sequence[str] = ()) -> pl.DataFrame:
    """Turn records into a table, the inverse of `records`; `columns` chooses and orders its columns, all by default."""
    import polars as pl

    types: dict[object, pl.DataType | type[pl.DataType]] = {
        str: pl.String, int: pl.Int64, int | None: pl.Int64, float: pl.Float64, float | None: pl.Float64,
        bool: pl.Boolean, date: pl.Date, tuple[str, ...]: pl.String,
    }  # fmt: skip
    rows, places = list(items), dict(_places(kind))
    data = {name: [_cell(value) for value in map(attrgetter(places[name][0]), rows)] for name in columns or places}
    return pl.DataFrame(data, schema={name: types[places[name][1]] for name in data})


def _places(kind: type[DataclassInstance], prefix: str = "") -> Iterator[tuple[str, tuple[str, object]]]:
    """Yield each column of a table of records with the place and the type of its field."""
    for name, hint in get_type_hints(kind).items():
        if isinstance(hint, type) and is_dataclass(hint):
            yield from _places(hint, f"{prefix}{name}.")
        else:
            yield name, (prefix + name, hint)


def _cell(value: object) -> object:
    return " ".join(value) if isinstance(value, tuple) else value


# Ends of bounds are sums of binary fractions: 96.65 once read 96.64999999999999.
PRINTED_DIGITS = 12


def read_parquet(path: Path) -> pl.DataFrame:
    """Read a table that the pipeline made; a missing or damaged one is a `ProjectError`."""
    import polars as pl

    with _said_of(path):
        return pl.read_parquet(path)


def scan_parquet(path: Path) -> pl.LazyFrame:
    """Read the columns of a table that the pipeline made, and its rows as they are asked for."""
    import polars as pl

    with _said_of(path):
        frame = pl.scan_parquet(path, glob=False)
        frame.collect_schema()
        return frame


@contextmanager
def _said_of(path: Path) -> Generator[None]:
    import polars as pl

    try:
        yield
    except FileNotFoundError:
        raise ProjectError(f"{name_of(path)} is missing: run `bulletins run` to make it.") from None
    except (pl.exceptions.PolarsError, OSError) as error:
        said = str(error).splitlines()[0]
        raise ProjectError(f"{name_of(path)} is damaged ({said}): run `bulletins run` to make it anew.") from None


def content_of(table: pl.DataFrame) -> bytes:
    """Return the bytes by which a table is known to a shelf: of texts, too, its own alone.

    The usual form shares texts among the tables that were cut from one: a changed statement once changed them all.
    """
    import polars as pl

    with BytesIO() as file:
        table.rechunk().write_ipc(file, compat_level=pl.CompatLevel.oldest())
        return file.getvalue()


def write_parquet(table: pl.DataFrame, path: Path) -> None:
    """Write a table in one move, so that a broken run leaves the earlier file whole."""
    content = io.BytesIO()
    table.write_parquet(content)
    write_whole(path, content.getvalue())


def publish(staged: Path, final: Path) -> None:
    """Copy a checked table to where it is published, as `final`.parquet and `final`.csv."""
    import polars as pl

    table = pl.read_parquet(staged)
    write_parquet(table, final.with_suffix(".parquet"))
    write_csv(table, final.with_suffix(".csv"))


def write_csv(table: pl.DataFrame, path: Path) -> None:
    """Write a table for people in one move; a cell that a spreadsheet would carry out begins with an apostrophe."""
    import polars as pl

    texts = pl.selectors.string().str.replace(_FORMULA, "'$0")
    write_whole(path, significant(table, PRINTED_DIGITS).with_columns(texts).write_csv())


def text_table(rows: Iterable[Mapping[str, object]], columns: Iterable[str], types: Mapping[str, type]) -> pl.DataFrame:
    """Turn rows into a table of texts, but for the columns that `types` names; an infinite number is null."""
    import polars as pl

    table = significant(pl.DataFrame(list(rows), schema={name: types.get(name, str) for name in columns}))
    floats = pl.selectors.float()
    return table.with_columns(pl.when(floats.is_finite()).then(floats))


def significant(table: pl.DataFrame, digits: int = 6) -> pl.DataFrame:
    """Round all floats to `digits` significant digits, so that another processor's last bits do not show."""
    import polars as pl

    return table.with_columns(pl.selectors.float().round_sig_figs(digits))
