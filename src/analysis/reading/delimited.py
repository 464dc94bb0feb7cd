"""Files whose lines are rows of cells, parted by commas, tabs or semicolons: tables of texts, and tables of figures.

Read as prose, the comma between two cells was one of thousands: 22,100% became 22100 percent, without a word.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.base.errors import ProjectError
from analysis.reading.html import is_html
from analysis.reading.source import Source
from analysis.reading.table import Cell, Table, is_head, is_number

# Files of these names are tables even where their lines have different numbers of cells.
SUFFIXES = (".csv", ".tsv")
TEXT_COLUMNS = ("text", "content", "body")
_DELIMITERS = ",\t;"
_FEW_HEADS, _LONGEST_HEAD, _LOOKED_AT = 6, 24, 200
_COLUMN = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
# The csv module refuses a cell above 131,072 characters; a bulletin may be longer.
_LONGEST_CELL = 2**31 - 1


class UnreadableTable(ProjectError):
    """A file of cells that are neither texts nor figures under heads."""


class Form(NamedTuple):
    """What parts the cells of a file, and the cells of its first full row."""

    delimiter: str
    heads: tuple[str, ...]

    @property
    def of_texts(self) -> bool:
        """Whether each row holds a text of its own."""
        return any(name in self.heads for name in TEXT_COLUMNS)


def is_named(name: str) -> bool:
    """Say whether a file is called a table of cells."""
    return name.lower().endswith(SUFFIXES)


def form_of(text: str, name: str) -> Form | None:
    """Return how the cells of a text are parted, None where it is no table.

    A file that is not called one is one where all lines have as many cells under heads, and no cell is a sentence.
    """
    if is_html(text):
        return None
    find = _named_form if is_named(name) else _even_form
    forms = [form for delimiter in _DELIMITERS if (form := find(text, delimiter))]
    return max(forms, key=lambda form: len(form.heads), default=None)


def _named_form(text: str, delimiter: str) -> Form | None:
    """Return the form by the first row of several cells, or of one column of texts; a caption may stand above."""
    try:
        rows = [row for row in itertools.islice(read_rows(_lines(text), delimiter), _LOOKED_AT) if any(row)]
    except csv.Error:  # told of when the whole is read
        rows = [line.split(delimiter) for line in text.splitlines()[:_LOOKED_AT]]
    full = next((row for row in rows if sum(map(bool, row)) > 1), [])
    alone = rows[0] if rows and not full and rows[0][0] in TEXT_COLUMNS else []
    return Form(delimiter, tuple(full or alone)) if full or alone else None


def _even_form(text: str, delimiter: str) -> Form | None:
    opening = next((line for line in text.splitlines() if line.strip()), "")
    if delimiter not in opening:
        return None
    try:
        rows = (row for row in read_rows(_lines(text), delimiter) if any(row))
        form = Form(delimiter, tuple(next(rows)))
        fits = form.of_texts or _are_columns(form.heads) or (_are_heads(form.heads) and "。" not in text)
        even = fits and all(len(row) == len(form.heads) for row in rows)
    except (csv.Error, StopIteration):
        return None
    return form if even and len(form.heads) > 1 else None


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text, of as many characters as they have in it; the csv module takes no lone \\r."""
    return (f"{line}\n" for line in _plain(text).split("\n"))


def _plain(text: str) -> str:
    return text.replace("\r", "\n").replace("\ufeff", " ", 1)


def read_rows(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of cells; raises `csv.Error` for a quote that does not close."""
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True):
            yield [cell.strip() for cell in row]
    finally:
        csv.field_size_limit(limit)  # of all readers: a table of the codebook with such a cell is a broken one


def _are_heads(cells: Iterable[str]) -> bool:
    """Say whether cells are the heads of a printed table, in words of measures: 合格率, 网站数."""
    row = tuple(Cell(0, cell) for cell in cells if cell)
    return is_head(row) and all(len(cell.text) <= _LONGEST_HEAD for cell in row)


def _are_columns(heads: Iterable[str]) -> bool:
    """Say whether heads are names of columns of data: statement_id, printed, value."""
    cells = [*heads]
    return all(map(_COLUMN.fullmatch, cells)) and any("_" in cell for cell in cells)


def table_source(text: str, form: Form, name: str) -> Source:
    """Return a table of figures as a source of the same length, its places those of the file as stored.

    Raises `UnreadableTable` where its heads are columns of data: the project's own tables gave thousands of figures.
    """
    try:
        rows = list(_cells(text, form.delimiter))
    except csv.Error as error:
        raise UnreadableTable(f"{name}: its quotes are broken ({error}); save the table again.") from None
    if not _are_heads(form.heads) and not _are_pairs(rows):
        raise _of_data(form.heads, name)
    return Source(_blanked(text, rows, form.delimiter), tables=(Table(tuple(map(tuple, rows)), len(text)),))


def _of_data(heads: Iterable[str], name: str) -> UnreadableTable:
    return UnreadableTable(
        f"{name}: a table of data ({', '.join([*heads][:_FEW_HEADS])}), neither of texts, with a column "
        f"{' or '.join(TEXT_COLUMNS)}, nor of figures under heads as bulletins print them (合格率, 网站数)."
    )


def require_printed(heads: Iterable[str], name: str) -> None:
    """Raise `UnreadableTable` where the heads of a sheet are names of columns of data."""
    if _are_columns(cells := [*heads]):
        raise _of_data(cells, name)


def _are_pairs(rows: Iterable[list[Cell]]) -> bool:
    """Say whether rows are a name and a number each: 网站总访问量,12345."""
    cells = [[cell.text for cell in row] for row in rows]
    pairs = [row for row in cells if len(row) == 2 and not row[0].isascii() and is_number(row[1])]
    return len(pairs) * 2 > len(cells)


def _cells(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """Yield the cells of each row that is not empty, with their places in the text; quotes are no part of them."""
    plain, place = _plain(text), 0
    for row in read_rows(_lines(text), delimiter):
        found = []
        for cell in row:
            start, size = _find(plain, cell, place, delimiter)
            found.append(Cell(start, plain[start : start + size].replace("\n", " ")))
            place = start + size
        if any(row):
            yield found


def _find(text: str, cell: str, place: int, delimiter: str) -> tuple[int, int]:
    """Return where a cell stands from a place on, and its length; a quote within quotes is written twice."""
    for written in (cell, cell.replace('"', '""')):
        start = text.find(written, place)
        if start >= 0 and not text[place:start].translate({ord(delimiter): " ", ord('"'): " "}).strip():
            return start, len(written)
    raise csv.Error(f"'{cell[:20]}' is not written as it is read")


def _blanked(text: str, rows: Iterable[list[Cell]], delimiter: str) -> str:
    """Return a text of the same length with tabs between cells and blanks for quotes and for line ends in a cell."""
    between = str.maketrans({delimiter: "\t", '"': " ", "\ufeff": " "})
    pieces, place = [], 0
    for cell in itertools.chain.from_iterable(rows):
        pieces += [text[place : cell.start].translate(between), cell.text]
        place = cell.start + len(cell.text)
    return "".join([*pieces, text[place:].translate(between)])
