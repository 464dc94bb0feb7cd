"""Markdown that generated pages share: tables with set widths, anchors and links to numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup as Html

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


def html_table(
    columns: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]], name: str, lang: Lang
) -> str:
    """Return the same as HTML with a name, for long lists of the site: pandoc is slow with them and adds weight."""
    classes = [' class="end"' if column in _NUMERIC else "" for column in columns]
    lines = [_html_row("td", classes, (Html(" ").join(cell.split()) for cell in row)) for row in rows]
    if not lines:
        return ""
    spans = "".join(f'<col style="width: {width / sum(widths):.0%}">' for width in widths)
    head = _html_row("th", classes, (Html.escape(say(f"column-{column}", lang)) for column in columns))
    wrap = f'<div class="table-wrap many-columns" role="group" tabindex="0" aria-label="{Html.escape(name)}">'
    table = [f"{wrap}<table><colgroup>{spans}</colgroup><thead>{head}</thead><tbody>", *lines, "</tbody></table></div>"]
    return "\n".join(["```{=html}", *table, "```", ""])


def _html_row(tag: str, classes: Iterable[str], cells: Iterable[str]) -> str:
    made = (f"<{tag}{named}>{_quiet(cell)}</{tag}>" for named, cell in zip(classes, cells, strict=True))
    return f"<tr>{''.join(made)}</tr>"


def _quiet(cell: str) -> str:
    """Return a cell in which Quarto finds no shortcode: it looks for them in HTML, too."""
    return str(Html.escape(cell)).replace("{", "&#123;")


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
