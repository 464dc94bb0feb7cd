"""Folding: texts in lines of a width, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Where a line may break: at a space, after a dash or a slash, and at any Chinese character but before punctuation.
# Neither E-government nor 2003-2006 is broken.
_PIECE = re.compile(r"[^\s⺀-￿]*[A-Za-z]{2}[-/](?=\w)|[^\s⺀-￿]+\s*|[⺀-￿][，。、；：）】》]*\s*|\s+")


def width_of(text: str) -> int:
    """Return the width of a text in Latin letters; a Chinese character takes two."""
    return len(text) if text.isascii() else sum(2 if char >= "⺀" else 1 for char in text)


def fold(text: str, width: int) -> str:
    """Break a text into as few lines of at most `width` Latin letters as hold it, of nearly one length."""
    total = width_of(text)
    if total <= width:
        return text
    # Lines of the mean length may be too short by a word, which then took a line of its own.
    fewest = len(list(_lines(text, width)))
    widths = range(min(width, -(-total // fewest) + 4), width + 1)
    return next("\n".join(lines) for even in widths if len(lines := list(_lines(text, even))) == fewest)


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _PIECE.findall(text):
        if line and width_of((line + piece).rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
    yield line.rstrip()
