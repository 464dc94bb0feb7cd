"""What generated pages share: templates, tables with set widths, anchors and links to numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup as Html

from analysis.words.catalogue import LANGS, Lang, say
from analysis.words.markdown import Markup, code, escape, place

if TYPE_CHECKING:
    from jinja2 import Template

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


@cache
def load_template(name: str) -> Template:
    """Return a template of pages: what it is given stands there as text, letter by letter, unless it is markup."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(Path(__file__).with_name("templates"))
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    environment.filters["quiet"] = quiet
    return environment.get_template(name)


def quiet(text: str) -> Html:
    """Return a text for HTML in which Quarto finds no shortcode: it looks for them there, too."""
    return Html(str(Html.escape(" ".join(text.split()))).replace("{", "&#123;"))


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
