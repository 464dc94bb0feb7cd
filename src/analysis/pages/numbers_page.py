"""The appendix of numbers, and what the prose may name: each number as a link to its row there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base.codebook import Codebook
from analysis.base.errors import UnknownName
from analysis.citing.cards import describe
from analysis.citing.numbers import MIRROR
from analysis.pages.markdown import anchor, number_link, permanent, pipe_table
from analysis.words.catalogue import LANGS, Lang, say
from analysis.words.markdown import Markup, code, escape, link
from analysis.words.numbers import display_estimate

if TYPE_CHECKING:
    import polars as pl

Row = Mapping[str, object]
_VARIABLE = re.compile(rf"\{{\{{<\s*var\s+({'|'.join(LANGS)})\.(([a-z0-9-]+?)(?:--(interval|upper))?)\s*>\}}\}}")
_WIDTHS = (26, 12, 16, 30, 16)


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


@dataclass(frozen=True)
class Listed:
    """The published tables that a list of numbers draws on, and the codebook."""

    numbers: pl.DataFrame
    observations: pl.DataFrame
    estimates: pl.DataFrame
    codebook: Codebook


def numbers_page(tables: Listed, lang: Lang) -> str:
    """Return the appendix of numbers: estimates first, then observations by theme; each row can be linked to."""
    return _page(tables, tables.numbers, lang, level=2, anchors=True)


def cited_page(names: Iterable[str], tables: Listed, lang: Lang) -> str:
    """Return the appendix of one page: the numbers that it names, each in a row that print can lead to."""
    numbers = tables.numbers
    return _page(tables, numbers.filter(numbers["number_id"].is_in(list(names))), lang, level=3, anchors=False)


def _page(tables: Listed, numbers: pl.DataFrame, lang: Lang, level: int, anchors: bool) -> str:
    rows = [_with_place(row, lang, anchors) for row in numbers.iter_rows(named=True)]
    columns = ("number", "value", "interval", "what", "model")
    estimates = pipe_table(columns, _WIDTHS, _estimate_rows(rows, tables, lang), lang)
    sections = [(say("estimates", lang), estimates)]
    for theme in tables.codebook.themes:
        of_theme = [row for row in rows if row["theme"] == theme]
        columns = ("number", "value", "bounds", "what", "bulletin")
        listed = pipe_table(columns, _WIDTHS, _observation_rows(of_theme, tables, lang), lang)
        sections.append((tables.codebook.themes.label(theme, lang), listed))
    return "\n".join(f"{'#' * level} {escape(title)} {{.unnumbered}}\n\n{table}" for title, table in sections if table)


def _with_place(row: Row, lang: Lang, anchors: bool) -> Row:
    name = str(row["number_id"])
    return {**row, "place": anchor("n", name, lang, "" if anchors else f"n-{name}")}


def _estimate_rows(rows: Iterable[Row], tables: Listed, lang: Lang) -> Iterator[tuple[str, ...]]:
    estimates = {row["estimate_id"]: row for row in tables.estimates.iter_rows(named=True)}
    for row in rows:
        if row["number_id"] in estimates:
            estimate = estimates[row["number_id"]]
            points = say("model-points", lang, model=say(f"model-{estimate['model']}", lang), n=estimate["n"])
            if row["page_kind"] == MIRROR:
                points = say("noted", lang, text=points, note=say("mirrors-alone", lang))
            yield (*_shown(row, lang), estimate[f"label_{lang}"], points)


def _observation_rows(rows: Iterable[Row], tables: Listed, lang: Lang) -> Iterator[tuple[str, ...]]:
    observations = {row["observation_id"]: row for row in tables.observations.iter_rows(named=True)}
    for row in rows:
        if row["number_id"] in observations:
            observation = observations[row["number_id"]]
            name = observation["bulletin_id"]
            source = link(name, permanent("b", name, lang)) if name else code(observation["derived_from"])
            if row["page_kind"] == MIRROR:
                source = Markup(say("noted", lang, text=source, note=say("mirrors-alone", lang)))
            yield (*_shown(row, lang), describe(observation, tables.codebook, lang), source)


def _shown(row: Row, lang: Lang) -> tuple[str, str, str]:
    return Markup(row["place"]), str(row[f"display_{lang}"]), str(row[f"interval_{lang}"])
