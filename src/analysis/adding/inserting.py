"""Rows put into a raw table in the order of its ids; no other byte of the file changes.

A spreadsheet that saves a table again rewrites quotes, dates and line ends, and then every row is a change to review.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from analysis.base.errors import ProjectError
from analysis.base.files import name_of, read_text, write_whole

Row = Mapping[str, str]


def insert_rows(path: Path, rows: Iterable[Row], ordered_by: str = "") -> None:
    """Insert rows into a CSV in one move; raises `ProjectError` for an id that is taken.

    The CSV is sorted by its first column, or by the column `ordered_by`, numbers by their size.
    """
    listed = list(rows)
    _rewrite(path, lambda text: with_rows(text, listed, name_of(path), ordered_by))


def append_to_cells(path: Path, ids: Iterable[str], column: str, word: str) -> None:
    """Append a word to the cells of a column, in the rows of some ids; no other cell changes."""
    chosen = set(ids)
    _rewrite(path, lambda text: with_word(text, chosen, column, word))


def with_word(text: str, ids: set[str], column: str, word: str) -> str:
    """Return the text of a CSV with a word appended to a column's cells in the rows of some ids."""
    header, *records = list(_records(text))
    columns = next(csv.reader([header]))
    place = columns.index(column)
    for number, record in enumerate(records):
        cells = next(csv.reader([record]))
        if cells[0] in ids and word not in cells[place].split():
            cells[place] = f"{cells[place]} {word}".strip()
            ends = "\r\n" if record.endswith("\r\n") else "\n" if record.endswith("\n") else ""
            records[number] = _written(dict(zip(columns, cells, strict=True)), columns, ends)
    return header + "".join(records)


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    read_text(path)  # says what is wrong with a file as such; it also turns line ends into others, so bytes are read
    stored = path.read_bytes().decode("utf-8")
    mark = "\ufeff" if stored.startswith("\ufeff") else ""
    write_whole(path, mark + change(stored.removeprefix(mark)))


def with_rows(text: str, rows: list[Row], name: str = "table", ordered_by: str = "") -> str:
    """Return the text of a CSV with rows in it, each before the first record that comes after it."""
    header, *records = list(_records(text))
    columns = next(csv.reader([header]))
    ends = "\r\n" if header.endswith("\r\n") else "\n"
    known = [dict(zip(columns, next(csv.reader([record])), strict=False)) for record in records]
    for row in sorted(rows, key=lambda row: row[columns[0]]):
        _require_fit(row, columns, {one[columns[0]] for one in known}, name)
        rank = _rank(row, columns[0], ordered_by)
        place = next((n for n, one in enumerate(known) if _rank(one, columns[0], ordered_by) > rank), len(known))
        known.insert(place, dict(row))
        records.insert(place, _written(row, columns, ends))
    return "".join(one if one.endswith("\n") else one + ends for one in [header, *records[:-1]]) + "".join(records[-1:])


def _rank(row: Row, key: str, ordered_by: str) -> str:
    cell = row[ordered_by or key]
    return cell.zfill(9) if ordered_by and cell.isdigit() else cell


def _require_fit(row: Row, columns: list[str], ids: set[str], name: str) -> None:
    if row[columns[0]] in ids:
        raise ProjectError(f"{name}: {columns[0]} '{row[columns[0]]}' is there already; choose another id.")
    if unknown := sorted(set(row) - set(columns)):
        raise ProjectError(f"{name}: has no column {', '.join(unknown)}; its columns are {', '.join(columns)}.")


def _written(row: Row, columns: list[str], ends: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator=ends).writerow([row.get(column, "") for column in columns])
    return out.getvalue()


def _records(text: str) -> Iterator[str]:
    """Yield the records of a CSV as they are written; a quoted cell may run over several lines."""
    record = ""
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        record += line
        if record.count('"') % 2 == 0:
            yield record
            record = ""
    if record:
        yield record
