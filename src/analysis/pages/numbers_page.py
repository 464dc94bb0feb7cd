"""The appendix of numbers, and what the prose may name: each number as a link to its row there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup as Html

from analysis.base.codebook import Codebook
from analysis.base.errors import UnknownName
from analysis.citing.cards import describe
from analysis.citing.numbers import MIRROR
from analysis.pages.markdown import anchor, html_table, number_link, permanent, pipe_table
from analysis.words.catalogue import LANGS, Lang, say
from analysis.words.markdown import code, escape, link
from analysis.words.numbers import display_estimate

if TYPE_CHECKING:
    import polars as pl

Row = Mapping[str, Any]
_VARIABLE = re.compile(rf"\{{\{{<\s*var\s+({'|'.join(LANGS)})\.(([a-z0-9-]+?)(?:--(interval|upper))?)\s*>\}}\}}")
_WIDTHS = (28, 11, 14, 28, 19)


def cited_numbers(text: str) -> list[str]:
    """Return the ids of all numbers that a page names in its prose, sorted."""
    return sorted({match[3] for match in _VARIABLE.finditer(text)})


def variables(numbers: pl.DataFrame, pages: Mapping[Path, str], partly: bool = False) -> dict[Lang, dict[str, str]]:
    """Return what the prose names, by language and name: a number's text as a link to its row, or its interval.

    `pages` are the texts of the pages. A page that names an unknown number is a `ProjectError`, but for an edition
    (`partly`), whose pages lose what was not known yet.
    """
    by_id = {row["number_id"]: row for row in numbers.iter_rows(named=True)}
    found: dict[Lang, dict[str, str]] = {lang: {} for lang in LANGS}
    for page, text in pages.items():
        for lang, name, number_id, part in (match.groups() for match in _VARIABLE.finditer(text)):
            if number_id in by_id:
                found[lang][name] = number_link(_text(by_id[number_id], part, lang), number_id, lang)
            elif not partly:
                raise UnknownName("number", number_id, by_id, where=f"reports/{page.parent.name}/{page.name}")
    return {lang: dict(sorted(named.items())) for lang, named in found.items()}


def _text(row: Row, part: str | None, lang: Lang) -> str:
    if part == "upper":
        return display_estimate(float(str(row["upper"])), str(row["unit"]), lang)
    return str(row[f"{part or 'display'}_{lang}"])


class Form(NamedTuple):
    """How a list is written: as HTML for the site alone, or as Markdown for print, too."""

    table: Callable[..., str]
    place: Callable[[str, Lang], str]
    link: Callable[[str, str], str]
    code: Callable[[str], str]


def _html_link(text: str, address: str) -> Html:
    return Html('<a href="..{}">{}</a>').format(address, text)


def _html_place(name: str, lang: Lang) -> Html:
    link = '<span id="{0}"><a href="..{1}" class="permanent"><code>{0}</code></a></span>'
    return Html(link).format(name, permanent("n", name, lang))


HTML = Form(html_table, _html_place, _html_link, Html("<code>{}</code>").format)
MARKDOWN = Form(
    lambda columns, widths, rows, _name, lang: pipe_table(columns, widths, rows, lang),
    lambda name, lang: anchor("n", name, lang, f"n-{name}"), link, code,
)  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """The published tables that a list of numbers draws on, and the codebook."""

    numbers: pl.DataFrame
    observations: pl.DataFrame
    estimates: pl.DataFrame
    codebook: Codebook

    @cached_property
    def by_id(self) -> dict[str, Row]:
        """The observations and estimates by id."""
        tables = ((self.observations, "observation_id"), (self.estimates, "estimate_id"))
        return {row[name]: row for table, name in tables for row in table.iter_rows(named=True)}


def numbers_page(tables: Listed, lang: Lang) -> str:
    """Return the appendix of numbers: estimates first, then observations by theme; each row can be linked to."""
    return _page(tables, tables.numbers, lang, level=2, form=HTML)


def cited_page(names: Iterable[str], tables: Listed, lang: Lang) -> str:
    """Return the appendix of one page: the numbers that it names, each in a row that print can lead to."""
    numbers = tables.numbers
    return _page(tables, numbers.filter(numbers["number_id"].is_in(list(names))), lang, level=3, form=MARKDOWN)


def _page(tables: Listed, numbers: pl.DataFrame, lang: Lang, level: int, form: Form) -> str:
    rows = numbers.rows(named=True)
    columns = ("number", "value", "interval", "what", "model")
    title = say("estimates", lang)
    sections = [(title, form.table(columns, _WIDTHS, _estimate_rows(rows, tables, lang, form), title, lang))]
    for theme in tables.codebook.themes:
        of_theme = [row for row in rows if row["theme"] == theme]
        columns = ("number", "value", "bounds", "what", "bulletin")
        title = tables.codebook.themes.label(theme, lang)
        listed = form.table(columns, _WIDTHS, _observation_rows(of_theme, tables, lang, form), title, lang)
        sections.append((title, listed))
    return "\n".join(f"{'#' * level} {escape(title)} {{.unnumbered}}\n\n{table}" for title, table in sections if table)


def _estimate_rows(rows: Iterable[Row], tables: Listed, lang: Lang, form: Form) -> Iterator[tuple[str, ...]]:
    for row in rows:
        estimate = tables.by_id.get(row["number_id"], {})
        if "estimate_id" in estimate:
            points = say("model-points", lang, model=say(f"model-{estimate['model']}", lang), n=estimate["n"])
            if row["page_kind"] == MIRROR:
                points = say("noted", lang, text=points, note=say("mirrors-alone", lang))
            yield (*_shown(row, lang, form), estimate[f"label_{lang}"], points)


def _observation_rows(rows: Iterable[Row], tables: Listed, lang: Lang, form: Form) -> Iterator[tuple[str, ...]]:
    for row in rows:
        observation = tables.by_id.get(row["number_id"], {})
        if "observation_id" in observation:
            name = observation["bulletin_id"]
            source = form.link(name, permanent("b", name, lang)) if name else form.code(observation["derived_from"])
            if row["page_kind"] == MIRROR:
                source = type(source)(say("noted", lang, text=source, note=say("mirrors-alone", lang)))
            yield (*_shown(row, lang, form), describe(observation, tables.codebook, lang), source)


def _shown(row: Row, lang: Lang, form: Form) -> tuple[str, str, str]:
    return form.place(str(row["number_id"]), lang), str(row[f"display_{lang}"]), str(row[f"interval_{lang}"])
