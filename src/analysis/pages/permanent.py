"""The permanent pages, one for each number, bulletin, indicator, exhibit, issuer and theme, in all languages at once.

Their addresses are short and stay: `n/ID`, `b/ID`, `s/INDICATOR`, `x/ID`, `i/ISSUER`, `t/THEME`. They are written with
one template and not by pandoc, which would take minutes for thousands of them; both front ends copy them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from analysis.base import paths
from analysis.base.bulletins import title_of
from analysis.base.codebook import TABLES as CODEBOOK_TABLES
from analysis.base.periods import parse_period
from analysis.base.shelf import Notes, digest, shelf
from analysis.base.tables import grouped
from analysis.bounds.interval import Interval
from analysis.citing.cards import Card, card_of, csl_of_card, describe, kept_apart
from analysis.citing.formats import STYLES
from analysis.citing.kept import withdrawn
from analysis.citing.numbers import CERTAIN
from analysis.citing.records import Records, Row
from analysis.pages.drawing import Point, scale, series
from analysis.pages.feed import write_feed
from analysis.pages.folders import FOLDERS
from analysis.pages.markdown import load_template
from analysis.words.catalogue import LANGS, Lang, column, say, say_list
from analysis.words.dates import display_period
from analysis.words.numbers import display_estimate_interval, display_number, display_value

# What the lines of a card are links to; lines of ids that are tables on the page are not shown again.
_LINKED = {"bulletin": "b", "issuer": "i", "exhibits": "x"}
_TABLES = ("inputs", "derived-from", "preferred", "replaced-by", "estimates", "numbers")
_SHOWN_ABOVE = ("value", "what", "series", "alt", *_TABLES)
_VARIABLE = re.compile(r"\{\{<\s*var\s+[a-z]+\.([a-z0-9-]+?)(?:--[a-z]+)?\s*>\}\}")
HAN_LANG = "zh"
_HAN = re.compile(r"[\u3400-\u9fff][\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”《》〔〕\d]*")
_DIGIT, _WHOLE = re.compile(r"\d"), '<td class="whole">'
_ONE_LINE = 24  # letters: "1.48 percentage points", "10 September 2018", 2022年第三季度
_HEADING = re.compile(r"^#+ (?P<title>.*?) \{#(?P<id>sec-[\w-]+)", re.MULTILINE)


class Text(NamedTuple):
    """A piece of text on a page, a link where it has an address; `joined` ones are parted by commas.

    `sort` is the class of its line: what a bulletin printed is found by the search of the site.
    """

    text: str
    href: str = ""
    joined: bool = True
    sort: str = ""


class Drawing(NamedTuple):
    """A small picture with what it shows."""

    svg: str
    caption: str


Cells = list[Text]
Cell = str | Text


class Table(NamedTuple):
    """A table with its caption, which is a heading of the page."""

    anchor: str
    caption: str
    head: list[str]
    rows: list[list[Cell]]


@dataclass
class Article:
    """One page in one language; `tables`, `lines` and `neighbours` are filled as it is made."""

    lang: Lang
    folder: str
    heading: str
    crumbs: Cells = field(default_factory=list)
    value: str = ""
    bounds: str = ""
    drawings: list[Drawing] = field(default_factory=list)
    picture: Text | None = None
    lines: list[tuple[str, Cells]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    citations: list[tuple[str, str]] = field(default_factory=list)
    neighbours: list[tuple[str, Text]] = field(default_factory=list)

    def __getattr__(self, name: str) -> str:
        """Say a word of the template: `copy` is the message `record-copy`."""
        if name.startswith("_"):
            raise AttributeError(name)
        return say(f"record-{name}", self.lang)

    @property
    def kind(self) -> str:
        """What the page is of."""
        return say(f"record-{FOLDERS[self.folder]}", self.lang)

    @property
    def language(self) -> str:
        """The language by its own name."""
        return say("language-name", self.lang)

    def link(self, kind: str, name: str, text: str = "") -> Text:
        """Return a link to another permanent page, in the language of this one."""
        return Text(text or name, address_of(kind, name, self.lang))

    def add_table(self, anchor: str, caption: str, head: str, rows: Iterable[list[Cell]]) -> None:
        """Add a table below a caption, its columns named in `head`; none where it has no rows."""
        if listed := list(rows):
            columns = [say(f"column-{name}", self.lang) for name in head.split()]
            self.tables.append(Table(f"{anchor}-{self.lang}", say(caption, self.lang), columns, listed))

    def add_neighbours(self, kind: str, names: list[str], name: str, text: Callable[[str], str]) -> None:
        """Link what stands before and after a name in its list."""
        place = names.index(name)
        for key, at in (("earlier", place - 1), ("later", place + 1)):
            if 0 <= at < len(names):
                link = self.link(kind, names[at], text(names[at]))
                self.neighbours.append((say(f"record-{key}", self.lang), link))

    def add_citations(self, csl: dict[str, Any]) -> None:
        """Add how to cite, in all styles."""
        written = ((style, write([csl], self.lang).strip()) for style, write in STYLES.items())
        self.citations += [(say(f"style-{style}", self.lang), text) for style, text in written]


class Site:
    """All that the pages draw on: the published records, and what is found from them once."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.codebook = records.codebook

    @cached_property
    def pages(self) -> dict[str, list[str]]:
        """The names of all pages by folder, in their order."""
        records, known = self.records, self.observations_of
        shown = {row["bulletin_id"] for row in records.observations.values()} if paths.EDITION else records.bulletins
        bulletins = sorted(
            shown & records.bulletins.keys(), key=lambda name: (records.bulletins[name]["published"], name)
        )
        return {
            "n": sorted({*records.numbers, *records.estimates, *withdrawn()}), "b": bulletins, "s": sorted(known),
            "x": list(records.exhibits), "i": sorted({records.bulletins[name]["issuer"] for name in bulletins}),
            "t": list(self.codebook.themes),
        }  # fmt: skip

    @cached_property
    def observations_of(self) -> dict[str, list[Row]]:
        """By indicator, its observations by what keeps them apart, then by time."""
        rows = sorted(self.records.observations.values(), key=lambda row: (*_key(row), row["period_end"]))
        return grouped(rows, lambda row: row["indicator"])

    @cached_property
    def counted_alike(self) -> dict[tuple[str, ...], list[Row]]:
        """The observations that differ in nothing but their time and their source."""
        return grouped((row for rows in self.observations_of.values() for row in rows), _key)

    @cached_property
    def bulletins_of(self) -> dict[str, list[str]]:
        """By issuer, the ids of its bulletins by date."""
        return grouped(self.pages["b"], lambda name: self.records.bulletins[name]["issuer"])

    @cached_property
    def sections_of(self) -> dict[tuple[Lang, str], dict[str, str]]:
        """By language and number, the sections of the report that name it: their titles by id."""
        found = {lang: _sections(paths.REPORTS / lang / "report.qmd") for lang in LANGS}
        return {(lang, name): titles for lang in LANGS for name, titles in found[lang].items()}


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in ("indicator", "area", "level", "method", "entity", "unit"))


def _sections(page: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    starts = [*_HEADING.finditer(text)]
    for heading, next_ in zip(starts, [*starts[1:], None], strict=True):
        for name in _VARIABLE.findall(text[heading.end() : next_.start() if next_ else len(text)]):
            found.setdefault(name, {})[heading["id"]] = _VARIABLE.sub("", heading["title"])
    return found


def write_permanent_pages(folder: Path, records: Records, kinds: Iterable[str] = FOLDERS) -> None:
    """Write the pages of some kinds that read a record which changed; remove those whose record is no more.

    With the pages of numbers, of which there are most, goes the feed.
    """
    site, notes, fresh = Site(records), Notes(), set[Path]()
    if "n" in kinds:
        write_feed(folder, records.project, (paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    notes.watch(site)
    notes.watch(records)
    # What is read besides those tables.
    book = [(paths.CODEBOOK / f"{name}.csv").read_bytes() for name in CODEBOOK_TABLES]
    beside = digest(*book, repr(withdrawn()), str(paths.EDITION))
    for kind in kinds:
        (folder / kind).mkdir(parents=True, exist_ok=True)
        with shelf(f"permanent-{kind}") as kept:
            for name in site.pages[kind]:
                path, write = folder / kind / f"{name}.html", partial(_write, site, folder, kind, name, fresh)
                written = kept.get_noted(write, notes, kind, name, beside)
                if path not in fresh and not _stands(path, *written):
                    write()
        wanted = {f"{name}.html" for name in site.pages[kind]}
        for stale in [path for path in (folder / kind).glob("*.html") if path.name not in wanted]:
            stale.unlink()


def _mark(path: Path) -> tuple[int, ...]:
    known = path.stat()
    return known.st_size, known.st_ino, known.st_mtime_ns, known.st_ctime_ns


def _stands(path: Path, mark: tuple[int, ...], known: bytes) -> bool:
    """Tell whether a page is as it was written; in a copy of the project its bytes tell."""
    try:
        return _mark(path) == mark or sha256(path.read_bytes()).digest() == known
    except FileNotFoundError:
        return False


def _write(site: Site, folder: Path, kind: str, name: str, fresh: set[Path]) -> tuple[tuple[int, ...], bytes]:
    """Write a page and name its path among the fresh ones; return what it is known by."""
    path, home = folder / kind / f"{name}.html", site.records.project["site"]
    articles = [_MAKERS[kind](site, name, lang) for lang in LANGS]
    address, told = f"{home}{kind}/{name}" if home else "", {"spoken": _spoken, "cells": _cells, "row": _row}
    page = load_template("record.html").render(name=name, articles=articles, address=address, **told).encode()
    if not path.exists() or path.read_bytes() != page:
        path.write_bytes(page)
    fresh.add(path)
    return _mark(path), sha256(page).digest()


def _cells(parts: Cells, lang: Lang) -> Markup:
    texts = ((", " if at and part.joined else "") + _cell(part.text, part.href, lang) for at, part in enumerate(parts))
    return Markup("".join(texts))


def _row(cells: Iterable[Cell], lang: Lang) -> Markup:
    """Return a row of a table: for the template to go through 200,000 cells took a fifth of the time of all pages."""
    texts = (_data(cell, "", lang) if isinstance(cell, str) else _data(cell.text, cell.href, lang) for cell in cells)
    return Markup(f"<tr>{''.join(texts)}</tr>")


@lru_cache(maxsize=1 << 14)
def _data(text: str, href: str, lang: Lang) -> str:
    """Return a cell of a table; a day and a number with its unit stand on one line, on a phone too."""
    whole = len(text) <= _ONE_LINE and _DIGIT.search(text)
    return f"{_WHOLE if whole else '<td>'}{_cell(text, href, lang)}</td>"


@lru_cache(maxsize=1 << 14)
def _cell(text: str, href: str, lang: Lang) -> str:
    shown = _spoken(text, lang)
    return f'<a href="{escape(href)}">{shown}</a>' if href else str(shown)


def _spoken(text: str, lang: Lang) -> Markup:
    """Mark Chinese inside a text of another language, so that it is read aloud as Chinese."""
    marked = escape(text)
    return marked if lang == HAN_LANG else Markup(_HAN.sub(rf'<span lang="{HAN_LANG}">\g<0></span>', str(marked)))


def address_of(kind: str, name: str, lang: Lang) -> str:
    """Return the address of a permanent page as seen from another one, in a language."""
    return f"../{kind}/{name}.html" + ("" if lang == LANGS[0] else f"#{lang}")


def _start(kind: str, heading: str, lang: Lang) -> Article:
    home = "../index.html" if lang == LANGS[0] else f"../{lang}/index.html"
    return Article(lang, kind, heading, [Text(say("record-home", lang), home)])


def _number_page(site: Site, name: str, lang: Lang) -> Article:
    card, number = card_of(site.records, name, lang), site.records.numbers.get(name)
    observation, article = site.records.observations.get(name), _start("n", card.heading, lang)
    _add_theme(site, name, article)
    article.value = _value(site, name, lang)
    if number:
        article.bounds = number[f"interval_{lang}"]
        _add_scale(site, name, article)
        article.add_citations(csl_of_card(site.records, card))
    if observation:
        _add_series(site, observation, article)
    article.lines = [*_lines(site, card, article), *_used_lines(site, name, lang)]
    _add_listed(site, card, article)
    variants = site.records.variants_of.get(name, [])
    article.add_table("variants", "record-variants", "variant interval note",
                      (_variant(site, row, lang) for row in variants))  # fmt: skip
    return article


def _add_scale(site: Site, name: str, article: Article) -> None:
    """Draw the bounds or the interval of a number, and say which of the two it is."""
    lang, number, row = article.lang, site.records.numbers[name], site.records.observations.get(name)
    closed = (row["lower_closed"], row["upper_closed"]) if row else (True, True)
    level = CERTAIN if row else site.records.estimates[name]["level"]
    sure, value, bounds = level == CERTAIN, number["value"], Interval.between(number["lower"], number["upper"], *closed)
    if svg := scale(value, bounds, number["unit"], article.bounds, lang, sure):
        kind = "interval" if not sure else "bounds" if value is None else "figure"
        said = say(f"record-scale-{kind}", lang, level=display_value(100 * level, "percent", lang))
        article.drawings.append(Drawing(svg, said))


def _add_theme(site: Site, name: str, article: Article) -> None:
    """Add to the crumbs of a number the theme that it is of, and its indicator."""
    book, lang, row = site.codebook, article.lang, site.records.observations.get(name)
    theme = book.indicators[row["indicator"]].theme if row else site.records.estimates.get(name, {}).get("theme")
    if theme:
        article.crumbs.append(article.link("t", theme, book.themes.label(theme, lang)))
    if row:
        article.crumbs.append(article.link("s", row["indicator"], book.indicators.label(row["indicator"], lang)))


def _value(site: Site, name: str, lang: Lang) -> str:
    """Return the text of a number, and that it was refused of an estimate without one."""
    if number := site.records.numbers.get(name):
        return number[f"display_{lang}"]
    return say("refused", lang) if name in site.records.estimates else ""


def _add_series(site: Site, row: Row, article: Article) -> None:
    """Draw the figures counted as this one is, but those a break parts from it; link those before and after it."""
    lang, line = article.lang, _line(site, row)
    alike = (one for one in site.counted_alike[_key(row)] if _line(site, one) == line)
    rows = {one["observation_id"]: one for one in alike}
    caption = say("record-in-series", lang, number=len(rows))
    _draw_series(site, rows.values(), row["observation_id"], caption, article)

    def said(name: str) -> str:
        period = display_period(rows[name]["time_period"], lang)
        return say("named", lang, name=period, text=_value(site, name, lang))

    article.add_neighbours("n", list(rows), row["observation_id"], said)


def _draw_series(site: Site, rows: Iterable[Row], marked: str, caption: str, article: Article) -> None:
    listed = list(rows)
    if svg := series([_point(site, row) for row in listed], marked, listed[0]["unit"], caption, article.lang):
        article.drawings.append(Drawing(svg, caption))


def _point(site: Site, row: Row) -> Point:
    t = parse_period(row["time_period"]).end
    return Point(row["observation_id"], t, row["value"], row["lower"], row["upper"], _line(site, row))


def _line(site: Site, row: Row) -> str:
    """Return the series that a figure belongs to, cut where what is counted changes; empty where it has none."""
    return next((point["series_id"] for point in site.records.points_of.get(row["observation_id"], [])), "")


def _lines(site: Site, card: Card, article: Article) -> Iterator[tuple[str, Cells]]:
    """Yield the lines of a card with their links."""
    lang = card.lang
    for (label, _), line in zip(card.labelled(), card.lines, strict=True):
        if line.key == "conflicts":
            rows = site.records.conflicts_of[card.item_id]
            links = ((row[f"title_{lang}"] or row["conflict_id"], row["conflict_id"]) for row in rows)
            yield label, [Text(text, f"../{lang}/conflicts.html#{name}") for text, name in links]
        elif line.key == "rule":
            rule = line.text.partition(":")[0].partition("：")[0]
            yield label, [Text(line.text, f"../{lang}/methods.html#rule-{rule.lower()}")]
        elif line.key == "copy":
            yield label, [Text(line.text, line.names[0] if line.names else "")]
        elif line.key == "printed":
            yield label, [Text(line.text, sort=line.key)]
        elif kind := _LINKED.get(line.key):
            texts = line.names if line.key == "exhibits" else (line.text,)
            yield label, [article.link(kind, name, text) for text, name in zip(texts, line.names, strict=True)]
        elif line.key not in _SHOWN_ABOVE:
            yield label, [Text(line.text)]


def _used_lines(site: Site, name: str, lang: Lang) -> Iterator[tuple[str, Cells]]:
    """Say where the report names a number."""
    sections = site.sections_of.get((lang, name), {})
    if sections:
        links = [Text(title, f"../{lang}/report.html#{place}") for place, title in sections.items()]
        yield say("record-used", lang), links


def _add_listed(site: Site, card: Card, article: Article) -> None:
    """Add the numbers that the lines of a card name, as tables."""
    for line in card.lines:
        if line.key in _TABLES:
            rows = (_number_row(site, name, article) for name in line.names)
            article.add_table(line.key, f"card-{line.key}", "number value what", rows)


def _number_row(site: Site, name: str, article: Article) -> list[Cell]:
    """Return id, value and words of a number; an input that is no number of its own has its id alone."""
    records, words = site.records, ""
    if name in records.observations:
        words = describe(records.observations[name], site.codebook, article.lang)
    elif name in records.estimates:
        words = records.estimates[name][f"label_{article.lang}"]
    known = name in records.numbers or name in records.estimates
    return [article.link("n", name) if known else name, _value(site, name, article.lang), words]


def _variant(site: Site, row: Row, lang: Lang) -> list[Cell]:
    """Return what an estimate comes to under another choice, refused ones included."""
    unit = site.records.estimates[row["headline_id"]]["unit"]
    value = say("refused", lang)
    if not row["refused"] and row["value"] is not None:
        value = display_estimate_interval(Interval.between(row["lower"], row["upper"]), unit, lang)
    return [row[column("variant", lang)], value, row[column("note", lang)] or ""]


def _bulletin_page(site: Site, name: str, lang: Lang) -> Article:
    records = site.records
    card, row = card_of(records, name, lang), records.bulletins[name]
    article = _start("b", card.heading, lang)
    article.crumbs.append(article.link("i", row["issuer"], site.codebook.issuers.label(row["issuer"], lang)))
    article.lines = [*_lines(site, card, article)]
    figures = (one for one in records.figures_of.get(name, []) if one["statement_id"] in records.numbers)
    article.add_table("figures", "record-figures", "number value what printed place", (
        [*_number_row(site, one["statement_id"], article), one["printed"], one["locator"]] for one in figures
    ))  # fmt: skip
    article.add_citations(records.csl(name, lang))
    listed = site.bulletins_of[row["issuer"]]
    article.add_neighbours("b", listed, name, lambda one: title_of(records.bulletins[one], lang))
    return article


def _series_page(site: Site, name: str, lang: Lang) -> Article:
    """Return the page of an indicator: all its figures, and a picture of those that are counted alike."""
    entry, book = site.codebook.indicators[name], site.codebook
    article = _start("s", book.indicators.label(name, lang), lang)
    article.crumbs.append(article.link("t", entry.theme, book.themes.label(entry.theme, lang)))
    texts = {"definition": book.indicators.text(name, "definition", lang), "unit": book.units.label(entry.unit, lang)}
    article.lines = [(say(f"card-{key}", lang), [Text(text)]) for key, text in texts.items()]
    rows = site.observations_of[name]
    for key in dict.fromkeys(map(_key, rows)):
        alike = site.counted_alike[key]
        _draw_series(site, alike, "", say_list(kept_apart(alike[0], book, lang), lang), article)
    listed = (_figure_row(site, row, article) for row in rows)
    article.add_table("figures", "record-figures", "series period value number bulletin", listed)
    article.add_neighbours("s", site.pages["s"], name, lambda one: book.indicators.label(one, lang))
    return article


def _figure_row(site: Site, row: Row, article: Article) -> list[Cell]:
    name, bulletin, lang = row["observation_id"], row["bulletin_id"], article.lang
    apart = say_list(kept_apart(row, site.codebook, lang), lang)
    source = article.link("b", bulletin) if bulletin else ""
    return [apart, display_period(row["time_period"], lang), _value(site, name, lang), article.link("n", name), source]


def _exhibit_page(site: Site, name: str, lang: Lang) -> Article:
    card = card_of(site.records, name, lang)
    row, article = site.records.exhibits[name], _start("x", card.heading, lang)
    article.crumbs.append(Text(say("record-report", lang), f"../{lang}/report.html"))
    if row["kind"] == "figure":
        suffix = "" if lang == LANGS[0] else f".{lang}"
        article.picture = Text(row[f"alt_{lang}"], f"../exhibits/{name}{suffix}.svg")
    files = [Text(file, f"../exhibits/{file}") for file in row["files"].split() if not file.endswith((".md", ".json"))]
    notebook = row["notebook"]
    places = {"files": files, "notebook": [Text(notebook, f"../{notebook.removesuffix('.ipynb')}.html")]}
    shown = (line.key for line in card.lines if line.key not in _SHOWN_ABOVE)
    lines = zip(shown, _lines(site, card, article), strict=True)
    article.lines = [(label, places.get(key) or cells) for key, (label, cells) in lines]
    _add_listed(site, card, article)
    article.add_citations(csl_of_card(site.records, card))
    article.add_neighbours("x", site.pages["x"], name, lambda one: site.records.exhibits[one][f"title_{lang}"])
    return article


def _issuer_page(site: Site, name: str, lang: Lang) -> Article:
    area, records, book = site.codebook.issuers[name]["area"], site.records, site.codebook
    article = _start("i", book.issuers.label(name, lang), lang)
    article.crumbs.append(Text(say("record-bulletins", lang), f"../{lang}/bulletins.html"))
    article.lines = [(say("card-where", lang), [Text(book.areas.label(area, lang))])] if area else []
    rows = ((one, records.bulletins[one]) for one in site.bulletins_of[name])
    article.add_table("bulletins", "record-bulletins", "published title figures", (
        [row["published"], article.link("b", one, title_of(row, lang)),
         display_number(len(records.figures_of.get(one, [])), lang)]
        for one, row in rows
    ))  # fmt: skip
    return article


def _theme_page(site: Site, name: str, lang: Lang) -> Article:
    book = site.codebook
    article = _start("t", book.themes.label(name, lang), lang)
    listed = (one for one in site.pages["s"] if book.indicators[one].theme == name)
    article.add_table("indicators", "record-indicators", "title what figures", (
        [article.link("s", one, book.indicators.label(one, lang)), book.indicators.text(one, "definition", lang),
         display_number(len(site.observations_of[one]), lang)]
        for one in listed
    ))  # fmt: skip
    estimates = (one for one, row in site.records.estimates.items() if row["theme"] == name)
    article.add_table("estimates", "estimates", "number value what",
                      (_number_row(site, one, article) for one in estimates))  # fmt: skip
    return article


_MAKERS: dict[str, Callable[[Site, str, Lang], Article]] = {
    "n": _number_page, "b": _bulletin_page, "s": _series_page, "x": _exhibit_page, "i": _issuer_page, "t": _theme_page,
}  # fmt: skip
