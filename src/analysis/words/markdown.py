"""Plain text as Markdown that shows it: the one door through which cells come into pages.

Bulletins, cells and YAML are written by others. A `<script>` in a label once stood raw in a page, and an include in a
title was carried out, which went for a file outside the report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

# What pandoc or Quarto reads as more than itself; an underline within a word is none, nor is a colon before a blank.
_SPECIAL = re.compile(r"[\\`*{}\[\]<>@$^~&|]|(?<![^\W_])_|_(?![^\W_])|(?<=[A-Za-z]):(?=\S)|!(?=\[)")
_AT_START = re.compile(r"^(?=[-+:#=%])|^\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)(?=[.)](?:\s|$))")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_PLAIN_CODE = re.compile(r"[^`{}|\\<\x00-\x1f]+")
_NO_MARKS = str.maketrans({mark: f"%{ord(mark):02X}" for mark in "{}|`"})
_NUMBER, _NO_NUMBER = re.compile(r"[-−]?\d[\d,.]*%?|–"), re.compile(r"(?:19|20)\d\d|–")
_ID = re.compile(r"\w[\w.:-]*")


class Markup(str):
    """Markdown that the program made; every other text is shown letter by letter."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """Return a text as Markdown, on one line; what is Markdown already stays."""
    if isinstance(text, Markup):
        return text
    line = _UNSEEN.sub(" ", text).strip()
    return Markup(_AT_START.sub(r"\g<0>\\", _SPECIAL.sub(r"\\\g<0>", line)))


def code(text: str) -> Markup:
    """Return a text in the letters of code; as plain text where it could end the code or hide a shortcode."""
    return Markup(f"`{text}`") if _PLAIN_CODE.fullmatch(text) else escape(text)


def pipe_table(table: pl.DataFrame, headings: list[str]) -> str:
    """Return a Markdown pipe table; the widths follow the longest cell of each column.

    Numbers stand at the right, also those that are written as texts, in any column but the first.
    """
    rows = [[_shown(value) for value in row] for row in table.iter_rows()]
    widths = [max(3, *map(len, column)) for column in zip(headings, *rows, strict=True)]
    right = [series.dtype.is_numeric() or (at > 0 and _is_of_numbers(series)) for at, series in enumerate(table)]
    rules = ["-" * (min(wide, 40) - 1) + (":" if end else "-") for wide, end in zip(widths, right, strict=True)]
    return "\n".join("| " + " | ".join(row) + " |" for row in [[*map(escape, headings)], rules, *rows]) + "\n"


def _is_of_numbers(series: pl.Series) -> bool:
    """Tell whether texts are numbers; years are names of time."""
    texts = [text for text in series if text]
    return all(map(_NUMBER.fullmatch, texts)) and not all(map(_NO_NUMBER.fullmatch, texts))


def _shown(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else escape("" if value is None else str(value))


def place(text: str, name: str, classes: str = "") -> Markup:
    """Return a text that others can link to by a name; a name that is none makes no place."""
    return Markup(f"[{escape(text)}]{{#{name}{classes}}}") if _ID.fullmatch(name) else escape(text)


def link(text: str, address: str) -> Markup:
    """Return a link; an address that is not of the web stays plain text beside it."""
    if not re.fullmatch(r"(?:https?://|/)[^\s<>\\]+", address):
        return escape(f"{text} ({address})")
    target = address.translate(_NO_MARKS)
    return Markup(f"[{escape(text)}]({target if target.startswith('/') else f'<{target}>'})")
