"""Markdown that generated pages share: tables with set widths, anchors and links to numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.words.catalogue import LANGS, Lang, say
from analysis.words.markdown import Markup, code, escape, place

_NUMERIC = {"figures", "rows"}  # columns that stand right


def pipe_table(columns: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]], lang: Lang) -> str:
    """Return a pipe table; `columns` name headings of the catalogue, `widths` are their shares of the line.

    A cell is shown letter by letter unless it is `Markup`. A table without rows is an empty text.
    """
    lines = [_line(map(escape, row)) for row in rows]
    if not lines:
        return ""
    head = _line(say(f"column-{name}", lang) for name in columns)
    rules = ("-" * width + (":" if name in _NUMERIC else "") for name, width in zip(columns, widths, strict=True))
    return "\n".join([head, f"|{'|'.join(rules)}|", *lines]) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def permanent(kind: str, name: str, lang: Lang) -> str:
    """Return where a permanent page stands below the project's root, in a language."""
    return f"/{kind}/{name}.html" + ("" if lang == LANGS[0] else f"#{lang}")


def anchor(kind: str, name: str, lang: Lang, spot: str = "") -> Markup:
    """Return an id as a place that others can link to, and as a link to its permanent page."""
    return place(Markup(f"[{code(name)}]({permanent(kind, name, lang)}){{.permanent}}"), spot or name)


def number_link(text: str, name: str, lang: Lang) -> Markup:
    """Return the text of a number as a link to its page; in print it leads to its row in the appendix."""
    return Markup(f"[{escape(text)}]({permanent('n', name, lang)}){{.number}}")
