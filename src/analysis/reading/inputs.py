"""Where texts come from: files, folders, globs, and tables of texts (parquet, jsonl, csv), cut into units of work.

A unit is small, knows its place in the order, and can be read by any process that sees the same files.
"""

from __future__ import annotations

import csv
import glob
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from analysis.base.errors import ProjectError
from analysis.reading.decode import HEAD, broken_at, find_encoding
from analysis.reading.delimited import TEXT_COLUMNS, Form, form_of, is_named, read_rows
from analysis.reading.document import UNSTATED, Stated
from analysis.reading.documents import READ_SUFFIXES, TableOfTexts, kind_of, read_document, rows_of_sheets
from analysis.reading.html import source_of
from analysis.reading.source import Source

_UNIT_BYTES = 1_000_000
# A text above this size is read piece by piece in the order of its lines.
LONG_TEXT = 3_000_000
_ROWS = 500
_NAME_COLUMNS = ("doc", "id", "name", "file", "path")
_TABLES = (".parquet", ".jsonl", ".ndjson")


class Unit(NamedTuple):
    """Some texts to read together: files, rows of one table from `start` on, one long text, or a file's failure."""

    kind: str
    paths: tuple[str, ...]
    start: int = 0
    count: int = 0


class Failure(NamedTuple):
    """A text that could not be read, or only in part (`read`), and why."""

    doc: str
    reason: str
    read: bool = False


class Text(NamedTuple):
    """A text to read, with what a sidecar file states of it."""

    doc: str
    source: Source
    stated: Stated = UNSTATED


def list_paths(names: Iterable[str | Path]) -> list[Path]:
    """Return the files that names, folders and globs stand for, in order; raises where one stands for nothing."""
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in READ_SUFFIXES)
            if not inside:
                raise ProjectError(f"{name}: the folder holds no text that can be read; check the path.")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            found += _matching(name)
    return list(dict.fromkeys(found))


def _matching(name: str | Path) -> list[Path]:
    """Return the files that a pattern stands for; a link that leads nowhere matches itself and is none."""
    matches = sorted(Path(match) for match in glob.glob(str(name), recursive=True))  # noqa: PTH207 - absolute patterns
    files = [match for match in matches if match.is_file()]
    if matches and not files:
        what = "a link that leads to no file" if matches[0].is_symlink() else "a pattern that only folders match"
        raise ProjectError(f"{name}: {what}; name files or a folder.")
    if not files:
        raise ProjectError(f"{name}: no such file or folder, and no file matches it as a pattern; check the path.")
    return files


def list_units(paths: Iterable[Path]) -> Iterator[Unit]:
    """Cut files into units of about a megabyte, in order."""
    batch: list[str] = []
    size = 0
    for path in paths:
        alone = list(_alone(path))
        if alone or size >= _UNIT_BYTES:
            if batch:
                yield Unit("files", tuple(batch))
            batch, size = [], 0
        yield from alone
        if not alone:
            batch.append(str(path))
            size += path.stat().st_size
    if batch:
        yield Unit("files", tuple(batch))


def _alone(path: Path) -> Iterator[Unit]:
    """Yield the units of a file that is not read together with others: a table, a long text, a broken table."""
    suffix = path.suffix.lower()
    try:
        if suffix in _TABLES:
            yield from list(_table_units(path, suffix))
        elif is_named(path.name) or path.stat().st_size > LONG_TEXT:
            yield from list(_long_units(path))
    except (OSError, ValueError, csv.Error, ProjectError) as error:
        name = path.name
        kind = suffix[1:] if suffix else "text"
        said = str(error) if isinstance(error, ProjectError) else f"{name}: no {kind} table ({error}); write it again."
        yield Unit("failed", (str(path), said))


def _table_units(path: Path, suffix: str) -> Iterator[Unit]:
    if suffix == ".parquet":
        import pyarrow.parquet as pq

        file = pq.ParquetFile(path)
        _columns(file.schema_arrow.names, path)
        total = file.metadata.num_rows
        for start in range(0, total, _ROWS):
            yield Unit("parquet", (str(path),), start, min(_ROWS, total - start))
        return
    # Places in bytes, so that a unit is found without reading what stands before it.
    with path.open("rb") as file:
        while True:
            start = file.tell()
            file.seek(start + _UNIT_BYTES)
            file.readline()
            end = min(file.tell(), path.stat().st_size)
            if end <= start:
                return
            yield Unit("jsonl", (str(path),), start, end - start)
            file.seek(end)


def _long_units(path: Path) -> Iterator[Unit]:
    """Yield the units of a table of texts whose cells are parted by commas, or one long text."""
    opening = _opening(path)
    if opening is None:
        return
    encoding, form = opening
    if form and form.of_texts:
        yield from _csv_units(path, encoding, form)
    elif form is None and path.stat().st_size > LONG_TEXT:
        yield Unit("long", (str(path),))


def _opening(path: Path) -> tuple[str, Form | None] | None:
    """Return encoding and form of a text by its beginning, None where it is no text."""
    with path.open("rb") as file:
        data = file.read(HEAD)
    if not data.strip() or kind_of(data) != "text":
        return None
    encoding = find_encoding(data, path.name, whole=len(data) < HEAD)
    text = data.decode(encoding, errors="replace")
    return encoding, form_of(text if len(data) < HEAD else text.rpartition("\n")[0], path.name)


def _csv_units(path: Path, encoding: str, form: Form) -> Iterator[Unit]:
    """Cut a table of texts between its rows; a quoted cell runs over many lines."""
    size, start = path.stat().st_size, 0
    lines = _Lines(path, encoding)
    for _ in read_rows(lines, form.delimiter):
        if lines.place - start >= _UNIT_BYTES:
            yield Unit("csv", (str(path),), start, lines.place - start)
            start = lines.place
    if start < size:
        yield Unit("csv", (str(path),), start, size - start)


class _Lines:
    """The lines of a part of a file, and the place in bytes behind the last one that was taken."""

    def __init__(self, path: Path, encoding: str, start: int = 0, count: int | None = None) -> None:
        self.path, self.encoding, self.place = path, encoding, start
        self.end = path.stat().st_size if count is None else start + count

    def __iter__(self) -> Iterator[str]:
        with self.path.open("rb") as file:
            file.seek(self.place)
            # A line end is two bytes in UTF-16: such a table is read as one.
            wide = self.encoding.startswith("utf-16")
            while self.place < self.end and (data := file.read() if wide else file.readline()):
                self.place += len(data)
                text = data.decode(self.encoding, errors="replace").lstrip("\ufeff")
                yield from re.findall(r"[^\n]*\n|[^\n]+", text.replace("\r\n", "\n").replace("\r", "\n"))


def read_unit(unit: Unit, keep_folder: bool = False) -> Iterator[Text | Failure]:
    """Yield the texts of a unit, and a `Failure` for each that cannot be had or only in part."""
    if unit.kind == "files":
        for name in unit.paths:
            yield from _read_file(name, keep_folder)
    elif unit.kind == "failed":
        yield Failure(Path(unit.paths[0]).name, unit.paths[1])
    elif unit.kind == "parquet":
        yield from _read_parquet(unit)
    elif unit.kind == "csv":
        yield from _read_csv(unit)
    else:
        yield from _read_jsonl(unit)


def _read_file(name: str, keep_folder: bool) -> Iterator[Text | Failure]:
    path = Path(name)
    doc = name if keep_folder else path.name
    try:
        source = read_document(path.read_bytes(), path.name)
        yield Text(doc, source, sidecar(path))
    except TableOfTexts:
        yield from _read_table(path)
        return
    except (OSError, ProjectError) as error:
        yield Failure(doc, str(error))
        return
    place = broken_at(source.stored or source.text)
    if place >= 0:
        yield Failure(doc, f"{doc}: a broken byte at character {place}; the rest was read.", read=True)


def sidecar(path: Path) -> Stated:
    """Return what the file beside a text states of it: a.txt.json holds area, year, issuer, published."""
    beside = path.with_name(f"{path.name}.json")
    if not beside.exists():
        return UNSTATED
    try:
        said: dict[str, Any] = json.loads(beside.read_text(encoding="utf-8"))
        year = int(said.pop("year", 0) or 0)
        return Stated(**said, year=year)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ProjectError(
            f"{beside.name}: states nothing that can be used ({error}); give area, year, issuer, published as JSON."
        ) from error


def _read_parquet(unit: Unit) -> Iterator[Text | Failure]:
    import polars as pl

    path = Path(unit.paths[0])
    try:
        scan = pl.scan_parquet(path)
        names = scan.collect_schema().names()
        doc, text = _columns(names, path)
        frame = scan.select(doc or pl.lit(None).alias("doc"), text).slice(unit.start, unit.count).collect()
    except (OSError, ProjectError, pl.exceptions.PolarsError) as error:
        yield Failure(f"{path.name}[{unit.start}]", str(error))
        return
    for number, (label, value) in enumerate(frame.iter_rows(), unit.start):
        yield _row(label, value, f"{path.name}[{number}]")


def _read_jsonl(unit: Unit) -> Iterator[Text | Failure]:
    path = Path(unit.paths[0])
    with path.open("rb") as file:
        file.seek(unit.start)
        data = file.read(unit.count)
    place = unit.start
    for line in data.split(b"\n"):
        name = f"{path.name}@{place}"
        place += len(line) + 1
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            doc, text = _columns(list(row), path)
            yield _row(row.get(doc or ""), row[text], name)
        except ProjectError as error:
            yield Failure(name, str(error))
        except (ValueError, TypeError, AttributeError) as error:
            yield Failure(name, f"{name}: {error}")


def _read_csv(unit: Unit) -> Iterator[Text | Failure]:
    path = Path(unit.paths[0])
    opening = _opening(path)
    if opening is None or (form := opening[1]) is None:
        return
    lines, place = _Lines(path, opening[0], unit.start, unit.count), unit.start

    def named() -> Iterator[tuple[str, list[str]]]:
        nonlocal place
        for cells in read_rows(lines, form.delimiter):
            yield f"{path.name}@{place}", cells
            place = lines.place

    yield from _rows(named(), form.heads, path)


def _read_table(path: Path) -> Iterator[Text | Failure]:
    """Yield the rows of a table of texts that is not called one, or that Excel wrote."""
    data = path.read_bytes()
    if kind_of(data) == "text":
        yield from _read_csv(Unit("csv", (str(path),), 0, len(data)))
        return
    rows = list(rows_of_sheets(data))
    heads = next(tuple(row) for row in rows if Form("", tuple(row)).of_texts)  # a sheet of notes may come first
    yield from _rows(((f"{path.name}[{n}]", row) for n, row in enumerate(rows)), heads, path)


def _rows(rows: Iterable[tuple[str, list[str]]], heads: tuple[str, ...], path: Path) -> Iterator[Text | Failure]:
    """Yield the texts of rows of cells, each with its name, under their heads."""
    doc, text = _columns(list(heads), path)
    for name, cells in rows:
        if not any(cells) or tuple(cells) == heads:
            continue
        row = dict(zip(heads, cells, strict=False))
        if len(cells) == len(heads):
            yield _row(row.get(doc or "") or None, row[text], name)
        else:
            yield Failure(name, f"{name}: the row has {len(cells)} cells and the table {len(heads)} heads.")


def _columns(names: list[str], path: Path) -> tuple[str | None, str]:
    text = next((name for name in TEXT_COLUMNS if name in names), None)
    if text is None:
        raise ProjectError(f"{path.name}: has no column {' or '.join(TEXT_COLUMNS)}; name the column of texts 'text'.")
    return next((name for name in _NAME_COLUMNS if name in names), None), text


def _row(label: object, value: object, name: str) -> Text | Failure:
    doc = name if label is None else str(label)
    if isinstance(value, str):
        return Text(doc, source_of(value))
    return Failure(doc, f"{doc}: the text is {type(value).__name__}, not a string.")
