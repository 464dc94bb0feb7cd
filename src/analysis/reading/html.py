"""The visible text of an HTML page, with the place of every character in the stored source.

selectolax (lexbor) decides what a browser would show; a linear walk over the source says where each of those characters
stands, so that offsets lead into the stored page.
"""

from __future__ import annotations

import html as entities
import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from analysis.reading.source import Source
from analysis.reading.table import Cell, Table, is_number

# A page may come as a fragment, or with a comment before its doctype: a tag of the page's body decides.
_OPENS = re.compile(
    r"\s*(?:<!--.{0,4000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*<(?:!doctype\s+html|/?[a-z][a-z0-9]{0,12}[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    r"</?(?:html|head|body|table|tr|td|th|div|p|span|br|ul|ol|li|h[1-6]|a|script|style|meta|title)(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_FEW_TAGS = 6
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?")
_RAW = frozenset({"script", "style", "noscript", "template", "textarea", "iframe", "svg", "title", "select"})
_HIDDEN = ("script", "style", "noscript", "template", "textarea", "iframe", "svg", "title", "select")
_BLOCKS = frozenset(
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody thead tfoot tr ul body html".split()
)
_CELLS = frozenset({"td", "th"})
_TABLE_TAGS = _CELLS | {"table", "tr"}
_MOST_MISSES, _DEEPEST = 40, 3000


class Page(NamedTuple):
    """The visible text of a page; character i stands at `starts[i]:ends[i]` of the source."""

    text: str
    starts: list[int]
    ends: list[int]
    title: str
    tables: tuple[Table, ...] = ()


class _Walk:
    """The characters outside markup while a page is walked through, and the cells of its tables."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.depth = self.deepest = 0
        self.open: list[_OpenTable] = []
        self.tables: list[_OpenTable] = []

    def add(self, char: str, start: int, end: int) -> None:
        self.chars.append(char)
        self.starts.append(start)
        self.ends.append(end)

    def nest(self, closes: bool) -> None:
        self.depth = max(0, self.depth - 1) if closes else self.depth + 1
        self.deepest = max(self.deepest, self.depth)

    def table_tag(self, name: str, closes: bool, tag: str) -> None:
        """Follow the tags of tables: a table inside another makes the outer one a layout and no table."""
        if name == "table":
            self._table(closes)
        elif self.open and name == "tr" and not closes:
            self.open[-1].rows.append([])
        elif self.open and name in _CELLS and not closes and self.open[-1].rows:
            spans = [int(match[1]) if (match := span.search(tag)) else 1 for span in _SPANS]
            self.open[-1].rows[-1].append((len(self.chars), min(spans[0], 200), min(spans[1], 50)))

    def _table(self, closes: bool) -> None:
        if not closes:
            if self.open:
                self.open[-1].nested = True
            self.open.append(_OpenTable())
        elif self.open:
            done = self.open.pop()
            done.end = len(self.chars)
            if not done.nested:
                self.tables.append(done)


class _OpenTable:
    """A table of the markup: for each cell where its text starts, and how many rows and columns it spans."""

    def __init__(self) -> None:
        self.rows: list[list[tuple[int, int, int]]] = []
        self.end = 0
        self.nested = False


_SPANS = tuple(re.compile(rf"{name}\s*=\s*[\"']?\s*([0-9]{{1,3}})", re.IGNORECASE) for name in ("rowspan", "colspan"))
_LONGEST_CELL, _LEAST_ROWS = 60, 2


def is_html(text: str) -> bool:
    """Say whether a text is an HTML page or a fragment of one."""
    start = text[:8000].lstrip("\ufeff")
    return _OPENS.match(start) is not None or len(_TAGS.findall(start)) >= _FEW_TAGS


def read_page(source: str) -> Page:
    """Return the visible text of a page with its places in the source; never raises on broken markup."""
    walk = _characters(source)
    text = "".join(walk.chars)
    # Browsers and lexbor take quadratic time for thousands of open elements; no bulletin is built like that.
    visible, title = _visible_texts(source) if walk.deepest < _DEEPEST else ([], "")
    shown = _mark_visible(text, visible)
    keep = [i for i, char in enumerate(text) if shown[i] or char in "\n\t"]
    kept = "".join(text[i] for i in keep)
    tables = tuple(table for opened in walk.tables if (table := _table_of(opened, keep, kept)))
    return Page(kept, [walk.starts[i] for i in keep], [walk.ends[i] for i in keep], title, tables)


def _table_of(opened: _OpenTable, keep: list[int], text: str) -> Table | None:
    """Return a table of the markup as one to read, None where it only lays out a page."""
    places = [start for row in opened.rows for start, _, _ in row] + [opened.end]
    cells = iter(_cells(opened, [bisect_left(keep, place) for place in places], text))
    rows = tuple(tuple(next(cells) for _ in row) for row in opened.rows if row)
    rows = tuple(row for row in rows if row)
    flat = [cell for row in rows for cell in row]
    short = all(len(cell.text) <= _LONGEST_CELL and "。" not in cell.text for cell in flat)
    counts = any(is_number(cell.text) for cell in flat) and any(len(row) > 1 for row in rows)
    return Table(rows, bisect_left(keep, opened.end)) if len(rows) >= _LEAST_ROWS and short and counts else None


def _cells(opened: _OpenTable, places: list[int], text: str) -> Iterator[Cell]:
    spans = [(rows, columns) for row in opened.rows for _, rows, columns in row]
    for (start, end), (rows, columns) in zip(itertools.pairwise(places), spans, strict=True):
        piece = text[start:end]
        stripped = piece.strip()
        yield Cell(start + (piece.index(stripped[0]) if stripped else 0), stripped, rows, columns)


def _visible_texts(source: str) -> tuple[list[str], str]:
    """Return the texts that a browser shows, in order, and the title."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source.replace("\x00", " "))
    title = tree.css_first("title")
    name = title.text() if title else ""
    tree.strip_tags(list(_HIDDEN))
    texts = tree.root.text(deep=True, separator="\x01").split("\x01") if tree.root else []
    return [text for text in texts if text and not text.isspace()], name


def _mark_visible(text: str, visible: list[str]) -> bytearray:
    """Return a flag for each character of the page's text: found among the visible texts, in order."""
    shown, cursor, misses = bytearray(len(text)), 0, 0
    for piece in visible:
        place = text.find(piece, cursor, cursor + 200_000 + len(piece))
        if place < 0:
            misses += 1
            if misses > _MOST_MISSES:
                return bytearray(b"\x01" * len(text))
            continue
        shown[place : place + len(piece)] = b"\x01" * len(piece)
        cursor = place + len(piece)
    return shown if any(shown) else bytearray(b"\x01" * len(text))


def _characters(source: str) -> _Walk:
    """Walk through a page: its characters outside markup with their places, and its tables.

    Blocks and cells end lines and cells.
    """
    walk = _Walk()
    position, length, closed = 0, len(source), {}
    while position < length:
        opening = source.find("<", position)
        opening = length if opening < 0 else opening
        _add_text(source, position, opening, walk)
        if opening == length:
            break
        end, name, raw = _skip_markup(source, opening, closed)
        _add_markup(source, opening, end, name, raw, walk)
        position = end
    return walk


def _add_markup(source: str, opening: int, end: int, name: str, raw: bool, walk: _Walk) -> None:
    if end == opening + 1:
        walk.add(source[opening], opening, end)
    elif name in _BLOCKS or name in _CELLS or raw:
        walk.add("\t" if name in _CELLS else "\n", opening, end)
    if name and not raw:
        closes = source[opening + 1] == "/"
        walk.nest(closes)
        if name in _TABLE_TAGS:
            walk.table_tag(name, closes, source[opening:end])


def _skip_markup(source: str, start: int, missing: dict[str, bool]) -> tuple[int, str, bool]:
    """Return where the markup at `start` ends, its tag name, and whether it was a raw element with its content.

    `missing` remembers what the rest of the source does not hold, so that a broken page is not searched over and over.
    """
    if source.startswith("<!--", start):
        return _find_end(source, "-->", start + 4, missing), "", False
    if source.startswith(("<!", "<?"), start):
        return _find_end(source, ">", start + 2, missing), "", False
    match = _TAG_NAME.match(source, start)
    if match is None:
        return start + 1, "", False
    name = match[1].lower()
    end = _tag_end(source, match.end(), missing)
    if name in _RAW and source[start + 1] != "/" and not source.startswith("/>", end - 2):
        close = f"</{name}"
        lowered = _find_close(source, close, end, missing)
        if lowered >= 0:
            return _tag_end(source, lowered + len(close), missing), name, True
    return end, name, False


def _find_close(source: str, close: str, start: int, missing: dict[str, bool]) -> int:
    """Return the place of a closing tag in either case, -1 where there is none."""
    found = []
    for form in (close, close.upper()):
        if missing.get(form):
            continue
        place = source.find(form, start)
        if place < 0:
            missing[form] = True
        else:
            found.append(place)
    return min(found, default=-1)


def _find_end(source: str, mark: str, start: int, missing: dict[str, bool]) -> int:
    if not missing.get(mark):
        place = source.find(mark, start)
        if place >= 0:
            return place + len(mark)
        missing[mark] = True
    return len(source)


_ATTRIBUTES = re.compile(r"[^\"'>]*(?:=\s*(?:\"[^\"]*\"|'[^']*')[^\"'>]*)*")


def _tag_end(source: str, start: int, missing: dict[str, bool]) -> int:
    """Return the end of a tag; a > inside a quoted attribute does not end it, an open quote does not count."""
    window = source[start : start + 4000]
    match = _ATTRIBUTES.match(window)
    if match and window[match.end() : match.end() + 1] == ">":
        return start + match.end() + 1
    return _find_end(source, ">", start, missing)


def _add_text(source: str, start: int, end: int, walk: _Walk) -> None:
    """Add a stretch of text; an entity is one character as wide as its source."""
    position = start
    for match in _ENTITY.finditer(source, start, end):
        _add_plain(source, position, match.start(), walk)
        for char in entities.unescape(match.group()):
            walk.add(char, match.start(), match.end())
        position = match.end()
    _add_plain(source, position, end, walk)


def _add_plain(source: str, start: int, end: int, walk: _Walk) -> None:
    walk.chars.extend(source[start:end])
    walk.starts.extend(range(start, end))
    walk.ends.extend(range(start + 1, end + 1))


def source_of(text: str) -> Source:
    """Return a text as a source to read: a page with its visible text, any other text as it is."""
    if not is_html(text):
        return Source(text)
    page = read_page(text)
    return Source(page.text, page.title, page.tables, page.starts, page.ends, text)
