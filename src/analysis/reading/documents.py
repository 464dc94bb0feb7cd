"""What a file is and what text it holds: by its bytes, whatever its name ends in.

PDF, Word, Excel, RTF and saved pages (MHTML) are read by well-kept libraries; offsets are then places in the text that
comes out of them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from analysis.base.errors import ProjectError
from analysis.reading.decode import decode
from analysis.reading.delimited import Form, form_of, require_printed, table_source
from analysis.reading.html import source_of
from analysis.reading.source import Source
from analysis.reading.table import Cell, Table

_PDF, _ZIP, _RTF, _OLD_OFFICE = b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0"
_MESSAGE = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?MIME-Version:", re.IGNORECASE)
_FEW_CHARACTERS = 20


class UnreadableDocument(ProjectError):
    """A file that holds no text that can be read."""


_OF_TEXTS = "{}: a table of texts and no single one; `bulletins read` reads each of its rows."


class TableOfTexts(UnreadableDocument):
    """A file whose rows are texts, each to be read by itself."""


def kind_of(data: bytes) -> str:
    """Return what a file is, from its first bytes: pdf, docx, xlsx, rtf, mhtml, parquet, office or text."""
    if _PDF in data[:1024]:
        return "pdf"
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(_RTF):
        return "rtf"
    if data.startswith(_OLD_OFFICE):
        return "office"
    if data.startswith(b"PAR1"):
        return "parquet"
    return "mhtml" if _MESSAGE.match(data[:4096]) else "text"


def _kind_of_zip(data: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        return "zip"
    if any(name.startswith("word/") for name in names):
        return "docx"
    return "xlsx" if any(name.startswith("xl/") for name in names) else "zip"


def read_document(data: bytes, name: str) -> Source:
    """Return the text of a file with its tables; raises `UnreadableDocument` with what to do where it holds none."""
    if not data.strip():
        raise UnreadableDocument(f"{name}: the file is empty; take it off the list or fetch it again.")
    kind = kind_of(data)
    if kind == "text":
        return _read_plain(decode(data, name), name)
    reader = _READERS.get(kind)
    if reader is None:
        raise UnreadableDocument(f"{name}: {_ADVICE[kind]}")
    try:
        return reader(data, name)
    except ProjectError:
        raise
    except Exception as error:
        raise UnreadableDocument(
            f"{name}: broken {kind.upper()} ({type(error).__name__}); save it again as a text file."
        ) from error


_ADVICE = {
    "office": "a file of an old Office; save it as .docx, .xlsx or text and read it again.",
    "zip": "an archive that is neither Word nor Excel; unpack it and read what it holds.",
    "parquet": "a table whose name does not end in .parquet; rename it and read it again.",
}


def _read_plain(text: str, name: str) -> Source:
    form = form_of(text, name)
    if form is None:
        return source_of(text)
    if form.of_texts:
        raise TableOfTexts(_OF_TEXTS.format(name))
    return table_source(text, form, name)


def _read_pdf(data: bytes, name: str) -> Source:
    import pypdfium2

    pages = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pages)
    if len(text.strip()) < _FEW_CHARACTERS:
        raise UnreadableDocument(f"{name}: a PDF without text, a scan it seems; run OCR on it and read the result.")
    return Source(text)


class _Builder:
    """Puts a text together from lines and tables."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.tables: list[Table] = []

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def add_table(self, rows: Iterable[list[tuple[str, int, int]]]) -> None:
        """Add a table as rows of (text, rows spanned, columns spanned)."""
        table = [tuple(self._cell(*cell) for cell in self._row(row)) for row in rows]
        if any(table):
            self.tables.append(Table(tuple(row for row in table if row), self.length))
        self.add("\n")

    def _row(self, row: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
        self.add("\n")
        return row

    def _cell(self, text: str, rows: int, columns: int) -> Cell:
        text = " ".join(text.split())
        cell = Cell(self.length + 1, text, rows, columns)
        self.add(f"\t{text}")
        return cell

    def source(self) -> Source:
        return Source("".join(self.pieces), tables=tuple(self.tables))


def _read_docx(data: bytes, name: str) -> Source:
    import docx
    from docx.table import Table as WordTable

    builder = _Builder()
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, WordTable):
            builder.add_table(_word_rows(block))
        else:
            builder.add(f"{block.text}\n")
    return builder.source()


def _word_rows(table) -> list[list[tuple[str, int, int]]]:  # noqa: ANN001 - a table of python-docx
    """Return the cells of a Word table, merged ones once with their spans."""
    grid = [[cell._tc for cell in row.cells] for row in table.rows]
    seen: set[int] = set()
    rows = []
    for y, line in enumerate(grid):
        row = []
        for x, cell in enumerate(line):
            if id(cell) not in seen:
                seen.add(id(cell))
                down = sum(x < len(other) and other[x] is cell for other in grid[y:])
                row.append(("".join(t.text or "" for t in cell.iter() if t.tag.endswith("}t")), down, line.count(cell)))
        rows.append(row)
    return rows


def _read_xlsx(data: bytes, name: str) -> Source:
    import openpyxl

    builder = _Builder()
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for sheet in book.worksheets:
        heads = tuple(_shown(cell) for row in sheet.iter_rows(max_row=1) for cell in row)
        if Form("", heads).of_texts:
            raise TableOfTexts(_OF_TEXTS.format(name))
        require_printed(heads, name)
        builder.add(f"{sheet.title}\n")
        spans = {
            (area.min_row, area.min_col): (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
            for area in sheet.merged_cells.ranges
        }
        builder.add_table(_sheet_rows(sheet, spans))
    return builder.source()


def rows_of_sheets(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of all sheets of an Excel file as they are shown, heads among them."""
    import openpyxl

    for sheet in openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets:
        yield from ([_shown(cell) for cell in row] for row in sheet.iter_rows())


def _sheet_rows(sheet, spans: dict[tuple[int, int], tuple[int, int]]) -> list[list[tuple[str, int, int]]]:  # noqa: ANN001
    covered = {
        (y + dy, x + dx) for (y, x), (rows, columns) in spans.items() for dy in range(rows) for dx in range(columns)
    } - set(spans)
    return [
        [
            (_shown(cell), *spans.get((cell.row, cell.column), (1, 1)))
            for cell in row
            if (cell.row, cell.column) not in covered
        ]
        for row in sheet.iter_rows()
    ]  # fmt: skip


def _shown(cell) -> str:  # noqa: ANN001 - a cell of openpyxl
    """Return what a sheet shows: 0.976 formatted as a percentage is 97.6%."""
    if cell.value is None:
        return ""
    if isinstance(cell.value, float) and "%" in (cell.number_format or ""):
        return f"{round(cell.value * 100, 6):g}%"
    return f"{cell.value:g}" if isinstance(cell.value, float) else str(cell.value)


def _read_rtf(data: bytes, name: str) -> Source:
    from striprtf.striprtf import rtf_to_text

    return Source(rtf_to_text(data.decode("latin-1"), errors="replace"))


def _read_mhtml(data: bytes, name: str) -> Source:
    import email
    from email import policy

    message = email.message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "text/plain"):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body.strip():
                source = source_of(decode(body, name))
                # The page is packed in the file: places are those of its text.
                return Source(source.text, source.title, source.tables)
    raise UnreadableDocument(f"{name}: a saved page without a page in it; save it again.")


_READERS = {"pdf": _read_pdf, "docx": _read_docx, "xlsx": _read_xlsx, "rtf": _read_rtf, "mhtml": _read_mhtml}
READ_SUFFIXES = frozenset(".txt .html .htm .md .text .xhtml .pdf .docx .xlsx .rtf .mht .mhtml".split())
