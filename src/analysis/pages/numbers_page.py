"""The index of numbers, the appendix of those that the report names, and what the prose may name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from analysis.base.codebook import Codebook
from analysis.base.errors import UnknownName
from analysis.citing.cards import describe
from analysis.citing.numbers import MIRROR
from analysis.pages.markdown import anchor, number_link, permanent, pipe_table
from analysis.words.catalogue import LANGS, Lang, say
from analysis.words.markdown import Markup, code, escape, link
from analysis.words.numbers import display_estimate, display_number

Row = Mapping[str, Any]
_VARIABLE = re.compile(rf"\{{\{{<\s*var\s+({'|'.join(LANGS)})\.(([a-z0-9-]+?)(?:--(interval|upper))?)\s*>\}}\}}")
_WIDTHS = (28, 11, 14, 28, 19)
_MOVED = """```{=html}
<script>{
  const id = location.hash.slice(1);
  if (/^[a-z]+(-[a-z0-9]+)+$/.test(id) && !document.getElementById(id)) location.replace(`../n/${id}.htmlLANG`);
}</script>
```
"""


def cited_numbers(text: str) -> list[str]:
    """Return the ids of all numbers that a page names in its prose, sorted."""
    return sorted({match[3] for match in _VARIABLE.finditer(text)})


def variables(numbers: pl.DataFrame, pages: Mapping[Path, str], partly: bool = False) -> dict[Lang, dict[str, str]]:
    """Return what the prose names, by language and name: a number's text as a link to its row, or its interval.

    `pages` are the texts of the pages. A page that names an unknown number, or the upper end of one that has none, is a
    `ProjectError`, but for an edition (`partly`), whose pages lose what was not known yet.
    """
    by_id = {row["number_id"]: row for row in numbers.iter_rows(named=True)}
    found: dict[Lang, dict[str, str]] = {lang: {} for lang in LANGS}
    for page, text in pages.items():
        for lang, name, number_id, part in (match.groups() for match in _VARIABLE.finditer(text)):
            if number_id in by_id and (part != "upper" or by_id[number_id]["upper"] is not None):
                found[lang][name] = number_link(_text(by_id[number_id], part, lang), number_id, lang)
            elif not partly:
                raise UnknownName("number", name, by_id, where=f"reports/{page.parent.name}/{page.name}")
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

    @cached_property
    def by_id(self) -> dict[str, Row]:
        """The observations and estimates by id."""
        tables = ((self.observations, "observation_id"), (self.estimates, "estimate_id"))
        return {row[name]: row for table, name in tables for row in table.iter_rows(named=True)}

    @cached_property
    def counted(self) -> dict[str, tuple[str, str]]:
        """By indicator, the years of its figures and their number."""
        years: dict[str, list[str]] = {}
        for name, period in self.observations.select("indicator", "time_period").iter_rows():
            years.setdefault(name, []).append(period[:4])
        return {name: ("–".join(dict.fromkeys((min(some), max(some)))), str(len(some))) for name, some in years.items()}


def numbers_page(tables: Listed, lang: Lang) -> str:
    """Return the index of numbers: the estimates, then the indicators of each theme, whose pages list their figures.

    A list of all of them weighed a megabyte and a half in each language. An address into it still leads to its number.
    """
    title, rows = say("estimates", lang), tables.numbers.rows(named=True)
    sections = [
        say("numbers-index", lang, numbers=display_number(len(rows), lang)) + "\n",
        _section(title, _table("model", _estimate_rows(rows, tables, lang), lang), level=2),
        *(_theme(tables, theme, lang) for theme in tables.codebook.themes),
        _MOVED.replace("LANG", "" if lang == LANGS[0] else f"#{lang}"),
    ]
    return "\n".join(filter(None, sections))


def _theme(tables: Listed, theme: str, lang: Lang) -> str:
    book, counted = tables.codebook, tables.counted
    rows = (
        (link(book.indicators.label(name, lang), permanent("s", name, lang)), counted[name][0], counted[name][1])
        for name in sorted(counted)
        if book.indicators[name].theme == theme
    )
    listed = pipe_table(("indicator", "period", "figures"), (34, 8, 6), rows, lang)
    title = link(book.themes.label(theme, lang), permanent("t", theme, lang))
    return _section(title, listed, level=2)


def cited_page(names: Iterable[str], tables: Listed, lang: Lang) -> str:
    """Return the appendix of one page: the numbers that it names, each in a row that print can lead to."""
    rows = tables.numbers.filter(tables.numbers["number_id"].is_in(list(names))).rows(named=True)
    sections = [_section(say("estimates", lang), _table("model", _estimate_rows(rows, tables, lang), lang), level=3)]
    for theme in tables.codebook.themes:
        of_theme = [row for row in rows if row["theme"] == theme]
        listed = _table("bulletin", _observation_rows(of_theme, tables, lang), lang)
        sections.append(_section(tables.codebook.themes.label(theme, lang), listed, level=3))
    return "\n".join(filter(None, sections))


def _table(last: str, rows: Iterable[tuple[str, ...]], lang: Lang) -> str:
    columns = ("number", "value", "interval" if last == "model" else "bounds", "what", last)
    return pipe_table(columns, _WIDTHS, rows, lang)


def _section(title: str, table: str, level: int) -> str:
    return f"{'#' * level} {escape(title)} {{.unnumbered}}\n\n{table}" if table else ""


def _estimate_rows(rows: Iterable[Row], tables: Listed, lang: Lang) -> Iterator[tuple[str, ...]]:
    for row in rows:
        estimate = tables.by_id.get(row["number_id"], {})
        if "estimate_id" in estimate:
            points = say("model-points", lang, model=say(f"model-{estimate['model']}", lang), n=estimate["n"])
            if row["page_kind"] == MIRROR:
                points = say("noted", lang, text=points, note=say("mirrors-alone", lang))
            yield (*_shown(row, lang), estimate[f"label_{lang}"], points)


def _observation_rows(rows: Iterable[Row], tables: Listed, lang: Lang) -> Iterator[tuple[str, ...]]:
    for row in rows:
        observation = tables.by_id.get(row["number_id"], {})
        if "observation_id" in observation:
            name = observation["bulletin_id"]
            source = link(name, permanent("b", name, lang)) if name else code(observation["derived_from"])
            if row["page_kind"] == MIRROR:
                source = Markup(say("noted", lang, text=source, note=say("mirrors-alone", lang)))
            yield (*_shown(row, lang), describe(observation, tables.codebook, lang), source)


def _shown(row: Row, lang: Lang) -> tuple[str, str, str]:
    name = str(row["number_id"])
    return anchor("n", name, lang, f"n-{name}"), str(row[f"display_{lang}"]), str(row[f"interval_{lang}"])
