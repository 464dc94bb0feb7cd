"""The visible text of an HTML page, with the place of every character in the stored source.

selectolax (lexbor) decides what a browser would show; a linear walk over the source says where each of those characters
stands, so that offsets lead into the stored page.
"""

from __future__ import annotations

import html as entities
import re
from typing import NamedTuple

from analysis.reading.source import Source

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
_MOST_MISSES, _DEEPEST = 40, 3000


class Page(NamedTuple):
    """The visible text of a page; character i stands at `starts[i]:ends[i]` of the source."""

    text: str
    starts: list[int]
    ends: list[int]
    title: str


def is_html(text: str) -> bool:
    """Say whether a text is an HTML page or a fragment of one."""
    start = text[:8000].lstrip("\ufeff")
    return _OPENS.match(start) is not None or len(_TAGS.findall(start)) >= _FEW_TAGS


def read_page(source: str) -> Page:
    """Return the visible text of a page with its places in the source; never raises on broken markup."""
    text, starts, ends, depth = _characters(source)
    # Browsers and lexbor take quadratic time for thousands of open elements; no bulletin is built like that.
    visible, title = _visible_texts(source) if depth < _DEEPEST else ([], "")
    shown = _mark_visible(text, visible)
    keep = [i for i, char in enumerate(text) if shown[i] or char in "\n\t"]
    return Page("".join(text[i] for i in keep), [starts[i] for i in keep], [ends[i] for i in keep], title)


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


def _characters(source: str) -> tuple[str, list[int], list[int], int]:
    """Return the characters outside markup with their places, and how deep elements nest.

    Blocks and cells end lines and cells.
    """
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position, length, closed = 0, len(source), {}
    depth = deepest = 0
    while position < length:
        opening = source.find("<", position)
        opening = length if opening < 0 else opening
        _add_text(source, position, opening, chars, starts, ends)
        if opening == length:
            break
        end, name, raw = _skip_markup(source, opening, closed)
        if end == opening + 1:
            _add(source[opening], opening, end, chars, starts, ends)
        elif name in _BLOCKS or name in _CELLS or raw:
            _add("\t" if name in _CELLS else "\n", opening, end, chars, starts, ends)
        if name and not raw:
            depth = max(0, depth - 1) if source[opening + 1] == "/" else depth + 1
            deepest = max(deepest, depth)
        position = end
    return "".join(chars), starts, ends, deepest


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


def _add_text(source: str, start: int, end: int, chars: list[str], starts: list[int], ends: list[int]) -> None:
    """Add a stretch of text; an entity is one character as wide as its source."""
    position = start
    for match in _ENTITY.finditer(source, start, end):
        chars.extend(source[position : match.start()])
        starts.extend(range(position, match.start()))
        ends.extend(range(position + 1, match.start() + 1))
        for char in entities.unescape(match.group()):
            _add(char, match.start(), match.end(), chars, starts, ends)
        position = match.end()
    chars.extend(source[position:end])
    starts.extend(range(position, end))
    ends.extend(range(position + 1, end + 1))


def _add(char: str, start: int, end: int, chars: list[str], starts: list[int], ends: list[int]) -> None:
    chars.append(char)
    starts.append(start)
    ends.append(end)


def source_of(text: str) -> Source:
    """Return a text as a source to read: a page with its visible text, any other text as it is."""
    if not is_html(text):
        return Source(text)
    page = read_page(text)
    return Source(page.text, page.title, (), page.starts, page.ends, text)
