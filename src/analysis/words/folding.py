"""Folding: texts in lines of a width, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Where a line may break: at a space, after a dash or a slash, and at any Chinese character but before punctuation.
_PIECE = re.compile(r"[^\s⺀-￿]*[-/](?=\w)|[^\s⺀-￿]+\s*|[⺀-￿][，。、；：）】》]*\s*|\s+")


def width_of(text: str) -> int:
    """Return the width of a text in Latin letters; a Chinese character takes two."""
    return sum(2 if char >= "⺀" else 1 for char in text)


def fold(text: str, width: int) -> str:
    """Break a text into lines of at most `width` Latin letters, of nearly one length."""
    total = width_of(text)
    if total <= width:
        return text
    even = -(-total // -(-total // width)) + 4
    return "\n".join(_lines(text, min(width, even)))


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _PIECE.findall(text):
        if line and width_of((line + piece).rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
    yield line.rstrip()
