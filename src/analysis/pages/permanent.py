"""The permanent pages, one for each number, bulletin, indicator, exhibit, issuer and theme, in all languages at once.

Their addresses are short and stay: `n/ID`, `b/ID`, `s/INDICATOR`, `x/ID`, `i/ISSUER`, `t/THEME`. They are written with
one template and not by pandoc, which would take minutes for thousands of them; both front ends copy them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape

from analysis.base import paths
from analysis.base.bulletins import title_of
from analysis.base.codebook import TABLES as CODEBOOK_TABLES
from analysis.base.periods import parse_period
from analysis.base.shelf import Notes, digest, shelf
from analysis.bounds.interval import Interval
from analysis.citing.cards import Card, card_of, csl_of_card, describe, kept_apart
from analysis.citing.formats import STYLES
from analysis.citing.kept import withdrawn
from analysis.citing.records import Records, Row
from analysis.pages.drawing import Point, Span, scale, series
from analysis.pages.feed import write_feed
from analysis.pages.folders import FOLDERS
from analysis.words.catalogue import LANGS, Lang, column, say, say_list
from analysis.words.dates import display_period
from analysis.words.numbers import display_estimate_interval, display_number

if TYPE_CHECKING:
    from jinja2 import Template
# What the lines of a card are links to; lines of ids that are tables on the page are not shown again.
_LINKED = {"bulletin": "b", "issuer": "i", "exhibits": "x"}
_TABLES = ("inputs", "derived-from", "preferred", "replaced-by", "estimates", "numbers")
_SHOWN_ABOVE = ("value", "interval", "what", "series", "alt", *_TABLES)
_VARIABLE = re.compile(r"\{\{<\s*var\s+[a-z]+\.([a-z0-9-]+?)(?:--[a-z]+)?\s*>\}\}")
HAN_LANG = "zh"
_HAN = re.compile(r"[\u3400-\u9fff][\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”《》〔〕\d]*")
_HEADING = re.compile(r"^#+ (?P<title>.*?) \{#(?P<id>sec-[\w-]+)", re.MULTILINE)


class Text(NamedTuple):
    """A piece of text on a page, a link where it has an address; `joined` ones are parted by commas."""

    text: str
    href: str = ""
    joined: bool = True


class Drawing(NamedTuple):
    """A small picture with what it shows."""

    svg: str
    caption: str


Cells = list[Text]


class Table(NamedTuple):
    """A table with its caption, which is a heading of the page."""

    anchor: str
    caption: str
    head: list[str]
    rows: list[list[Cells]]


@dataclass
class Article:
    """One page in one language."""

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
        found: dict[str, list[Row]] = {}
        for row in sorted(self.records.observations.values(), key=lambda row: (*_key(row), row["period_end"])):
            found.setdefault(row["indicator"], []).append(row)
        return found

    @cached_property
    def counted_alike(self) -> dict[tuple[str, ...], list[Row]]:
        """The observations that differ in nothing but their time and their source."""
        found: dict[tuple[str, ...], list[Row]] = {}
        for rows in self.observations_of.values():
            for row in rows:
                found.setdefault(_key(row), []).append(row)
        return found

    @cached_property
    def bulletins_of(self) -> dict[str, list[str]]:
        """By issuer, the ids of its bulletins by date."""
        found: dict[str, list[str]] = {}
        for name in self.pages["b"]:
            found.setdefault(self.records.bulletins[name]["issuer"], []).append(name)
        return found

    @cached_property
    def sections_of(self) -> dict[tuple[Lang, str], dict[str, str]]:
        """By language and number, the sections of the report that name it: their titles by id."""
        found = {lang: _sections(paths.SOURCES / lang / "report.qmd") for lang in LANGS}
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


def write_permanent_pages(folder: Path, records: Records) -> None:
    """Write the pages that read a record which changed, and the feed; remove those whose record is no more."""
    site, notes, fresh = Site(records), Notes(), set[Path]()
    write_feed(folder, records.project, (paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    notes.watch(site)
    notes.watch(records)
    # What is read besides those tables.
    book = [(paths.CODEBOOK / f"{name}.csv").read_bytes() for name in CODEBOOK_TABLES]
    beside = digest(*book, repr(withdrawn()), str(paths.EDITION))
    for kind in _MAKERS:
        (folder / kind).mkdir(parents=True, exist_ok=True)
        with shelf(f"permanent-{kind}") as kept:
            for name in site.pages[kind]:
                path, write = folder / kind / f"{name}.html", partial(_write, site, folder, kind, name, fresh)
                written = kept.get_noted(write, notes, kind, name, beside)
                if path not in fresh and (not path.exists() or sha256(path.read_bytes()).digest() != written):
                    write()
        wanted = {f"{name}.html" for name in site.pages[kind]}
        for stale in [path for path in (folder / kind).glob("*.html") if path.name not in wanted]:
            stale.unlink()


def _write(site: Site, folder: Path, kind: str, name: str, fresh: set[Path]) -> bytes:
    """Write a page and name its path among the fresh ones; return its digest."""
    path, home = folder / kind / f"{name}.html", site.records.project["site"]
    articles = [_MAKERS[kind](site, name, lang) for lang in LANGS]
    page = _template().render(name=name, articles=articles, address=f"{home}{kind}/{name}" if home else "").encode()
    if not path.exists() or path.read_bytes() != page:
        path.write_bytes(page)
    fresh.add(path)
    return sha256(page).digest()


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(Path(__file__).parent / "templates")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    environment.filters["spoken"] = _spoken
    environment.filters["cells"] = _cells
    return environment.get_template("record.html")


def _cells(parts: Cells, lang: Lang) -> Markup:
    texts = ((", " if at and part.joined else "") + _cell(part.text, part.href, lang) for at, part in enumerate(parts))
    return Markup("".join(texts))


@lru_cache(maxsize=1 << 14)
def _cell(text: str, href: str, lang: Lang) -> str:
    shown = _spoken(text, lang)
    return f'<a href="{escape(href)}">{shown}</a>' if href else str(shown)


def _spoken(text: str, lang: Lang) -> Markup:
    """Mark Chinese inside a text of another language, so that it is read aloud as Chinese."""
    marked = escape(text)
    return marked if lang == HAN_LANG else Markup(_HAN.sub(rf'<span lang="{HAN_LANG}">\g<0></span>', str(marked)))


def address_of(kind: str, name: str, lang: Lang, place: str = "") -> str:
    """Return the address of a permanent page as seen from another one, in a language."""
    anchor = place or ("" if lang == LANGS[0] else lang)
    return f"../{kind}/{name}.html" + (f"#{anchor}" if anchor else "")


def _start(kind: str, heading: str, lang: Lang, *crumbs: Text) -> Article:
    home = "../index.html" if lang == LANGS[0] else f"../{lang}/index.html"
    return Article(lang, kind, heading, [Text(say("record-home", lang), home), *crumbs])


def _theme_crumb(site: Site, theme: str, lang: Lang) -> Text:
    return Text(site.codebook.themes.label(theme, lang), address_of("t", theme, lang))


def _number_page(site: Site, name: str, lang: Lang) -> Article:
    card, number = card_of(site.records, name, lang), site.records.numbers.get(name)
    observation = site.records.observations.get(name)
    article = _start("n", card.heading, lang, *_number_crumbs(site, name, lang))
    article.value = number[f"display_{lang}"] if number else _refused(site, name, lang)
    if number:
        article.bounds = number[f"interval_{lang}"]
        span = Span(*(number[end] for end in ("value", "lower", "upper")), *_closed(observation))
        svg = scale(span, number["unit"], article.bounds, lang)
        article.drawings += [Drawing(svg, say("record-scale", lang))] if svg else []
    if observation:
        _add_series(site, observation, article)
    article.lines = [*_lines(site, card), *_used_lines(site, name, lang)]
    article.tables = [*_listed(site, card), *_variants(site, name, lang)]
    article.citations = _citations(csl_of_card(site.records, card), lang) if number else []
    return article


def _refused(site: Site, name: str, lang: Lang) -> str:
    return say("refused", lang) if name in site.records.estimates else ""


def _closed(observation: Row | None) -> tuple[bool, bool]:
    return (observation["lower_closed"], observation["upper_closed"]) if observation else (True, True)


def _number_crumbs(site: Site, name: str, lang: Lang) -> Cells:
    row, estimate = site.records.observations.get(name), site.records.estimates.get(name)
    if row is None:
        return [_theme_crumb(site, estimate["theme"], lang)] if estimate else []
    indicator = row["indicator"]
    label = site.codebook.indicators.label(indicator, lang)
    theme = site.codebook.indicators[indicator].theme
    return [_theme_crumb(site, theme, lang), Text(label, address_of("s", indicator, lang))]


def _add_series(site: Site, row: Row, article: Article) -> None:
    """Draw the figures counted as this one is, and link those before and after it."""
    lang, rows = article.lang, site.counted_alike[_key(row)]
    points, name = [_point(site, one) for one in rows], row["observation_id"]
    caption = say("record-in-series", lang, number=len(rows))
    if svg := series(points, name, row["unit"], caption, lang):
        article.drawings.append(Drawing(svg, caption))
    place = [one["observation_id"] for one in rows].index(name)
    for key, at in (("earlier", place - 1), ("later", place + 1)):
        if 0 <= at < len(rows):
            other = rows[at]
            text = say("named", lang, name=display_period(other["time_period"], lang), text=_shown(site, other, lang))
            link = Text(text, address_of("n", other["observation_id"], lang))
            article.neighbours.append((say(f"record-{key}", lang), link))


def _point(site: Site, row: Row) -> Point:
    name = row["observation_id"]
    line = next((point["series_id"] for point in site.records.points_of.get(name, [])), "")
    t = parse_period(row["time_period"]).end
    return Point(name, t, row["value"], row["lower"], row["upper"], line)


def _shown(site: Site, row: Row, lang: Lang) -> str:
    return site.records.numbers[row["observation_id"]][f"display_{lang}"]


def _lines(site: Site, card: Card) -> Iterator[tuple[str, Cells]]:
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
        elif line.key in _LINKED:
            texts = line.names if line.key == "exhibits" else (line.text,)
            kind = _LINKED[line.key]
            yield (
                label,
                [Text(text, address_of(kind, name, lang)) for text, name in zip(texts, line.names, strict=True)],
            )
        elif line.key not in _SHOWN_ABOVE:
            yield label, [Text(line.text)]


def _used_lines(site: Site, name: str, lang: Lang) -> Iterator[tuple[str, Cells]]:
    """Say where the report names a number."""
    sections = site.sections_of.get((lang, name), {})
    if sections:
        links = [Text(title, f"../{lang}/report.html#{place}") for place, title in sections.items()]
        yield say("record-used", lang), links


def _listed(site: Site, card: Card) -> Iterator[Table]:
    """Yield the numbers that the lines of a card name, as tables."""
    for line in card.lines:
        if line.key in _TABLES:
            rows = [_number_row(site, name, card.lang) for name in line.names]
            yield _table(
                f"{line.key}-{card.lang}",
                say(f"card-{line.key}", card.lang),
                ("number", "value", "what"),
                rows,
                card.lang,
            )


def _number_row(site: Site, name: str, lang: Lang) -> list[Cells]:
    """Return id, value and words of a number; an input that is no number of its own has its id alone."""
    records = site.records
    number, known = records.numbers.get(name), name in records.numbers or name in records.estimates
    words = ""
    if name in records.observations:
        words = describe(records.observations[name], site.codebook, lang)
    elif name in records.estimates:
        words = records.estimates[name][f"label_{lang}"]
    value = number[f"display_{lang}"] if number else _refused(site, name, lang)
    return [[Text(name, address_of("n", name, lang) if known else "")], [Text(value)], [Text(words)]]


def _variants(site: Site, name: str, lang: Lang) -> Iterator[Table]:
    """Yield what an estimate comes to under other choices, refused ones included."""
    rows = site.records.variants_of.get(name, [])
    if rows:
        cells = [[[Text(part)] for part in _variant(site, row, lang)] for row in rows]
        yield _table(f"variants-{lang}", say("record-variants", lang), ("variant", "interval", "note"), cells, lang)


def _variant(site: Site, row: Row, lang: Lang) -> tuple[str, str, str]:
    unit = site.records.estimates[row["headline_id"]]["unit"]
    value = say("refused", lang)
    if not row["refused"] and row["value"] is not None:
        low, high = row["lower"], row["upper"]  # an infinite end is null in the table
        ends = (-math.inf if low is None else low, math.inf if high is None else high)
        value = display_estimate_interval(Interval(*ends), unit, lang)
    return row[column("variant", lang)], value, row[column("note", lang)] or ""


def _table(anchor: str, caption: str, head: Iterable[str], rows: list[list[Cells]], lang: Lang) -> Table:
    return Table(anchor, caption, [say(f"column-{name}", lang) for name in head], rows)


def _citations(csl: dict[str, Any], lang: Lang) -> list[tuple[str, str]]:
    return [(say(f"style-{style}", lang), write([csl], lang).strip()) for style, write in STYLES.items()]


def _bulletin_page(site: Site, name: str, lang: Lang) -> Article:
    records = site.records
    card, row = card_of(records, name, lang), records.bulletins[name]
    issuer = Text(site.codebook.issuers.label(row["issuer"], lang), address_of("i", row["issuer"], lang))
    article = _start("b", card.heading, lang, issuer)
    article.lines = [*_lines(site, card)]
    figures = [one for one in records.figures_of.get(name, []) if one["statement_id"] in records.numbers]
    rows = [
        [*_number_row(site, one["statement_id"], lang), [Text(one["printed"])], [Text(one["locator"])]]
        for one in figures
    ]
    head = ("number", "value", "what", "printed", "place")
    article.tables = [_table(f"figures-{lang}", say("record-figures", lang), head, rows, lang)] if rows else []
    article.citations = _citations(records.csl(name, lang), lang)
    article.neighbours = _beside(
        site.bulletins_of[row["issuer"]], "b", name, lang, lambda one: _titled(site, one, lang)
    )
    return article


def _titled(site: Site, bulletin_id: str, lang: Lang) -> str:
    return title_of(site.records.bulletins[bulletin_id], lang)


def _beside(names: list[str], kind: str, name: str, lang: Lang, text: Callable[[str], str]) -> list[tuple[str, Text]]:
    """Return links to what stands before and after a name in its list."""
    place, found = names.index(name), []
    for key, at in (("earlier", place - 1), ("later", place + 1)):
        if 0 <= at < len(names):
            found.append((say(f"record-{key}", lang), Text(text(names[at]), address_of(kind, names[at], lang))))
    return found


def _series_page(site: Site, name: str, lang: Lang) -> Article:
    """Return the page of an indicator: all its figures, and a picture of those that are counted alike."""
    entry, book = site.codebook.indicators[name], site.codebook
    article = _start("s", book.indicators.label(name, lang), lang, _theme_crumb(site, entry.theme, lang))
    texts = (
        ("definition", book.indicators.text(name, "definition", lang)),
        ("unit", book.units.label(entry.unit, lang)),
    )
    article.lines = [(say(f"card-{key}", lang), [Text(text)]) for key, text in texts]
    rows = site.observations_of[name]
    for key in dict.fromkeys(map(_key, rows)):
        alike = site.counted_alike[key]
        caption = say_list(kept_apart(alike[0], book, lang), lang)
        svg = series([_point(site, row) for row in alike], "", alike[0]["unit"], caption, lang)
        article.drawings += [Drawing(svg, caption)] if svg else []
    listed = [_figure_row(site, row, lang) for row in rows]
    head = ("series", "period", "value", "number", "bulletin")
    article.tables = [_table(f"figures-{lang}", say("record-figures", lang), head, listed, lang)]
    article.neighbours = _beside(site.pages["s"], "s", name, lang, lambda one: book.indicators.label(one, lang))
    return article


def _figure_row(site: Site, row: Row, lang: Lang) -> list[Cells]:
    name, bulletin = row["observation_id"], row["bulletin_id"]
    return [
        [Text(say_list(kept_apart(row, site.codebook, lang), lang))],
        [Text(display_period(row["time_period"], lang))],
        [Text(_shown(site, row, lang))],
        [Text(name, address_of("n", name, lang))],
        [Text(bulletin, address_of("b", bulletin, lang))] if bulletin else [],
    ]


def _exhibit_page(site: Site, name: str, lang: Lang) -> Article:
    card = card_of(site.records, name, lang)
    row, report = site.records.exhibits[name], f"../{lang}/report.html"
    article = _start("x", card.heading, lang, Text(say("record-report", lang), report))
    if row["kind"] == "figure":
        suffix = "" if lang == LANGS[0] else f".{lang}"
        article.picture = Text(row[f"alt_{lang}"], f"../exhibits/{name}{suffix}.svg")
    files = [Text(file, f"../exhibits/{file}") for file in row["files"].split() if not file.endswith((".md", ".json"))]
    notebook = row["notebook"]
    places = {"files": files, "notebook": [Text(notebook, f"../{notebook.removesuffix('.ipynb')}.html")]}
    article.lines = [(label, places.get(line.key) or cells) for line, (label, cells) in _with_keys(site, card)]
    article.tables = [*_listed(site, card)]
    article.citations = _citations(csl_of_card(site.records, card), lang)
    title = f"title_{lang}"
    article.neighbours = _beside(site.pages["x"], "x", name, lang, lambda one: site.records.exhibits[one][title])
    return article


def _with_keys(site: Site, card: Card) -> Iterator[tuple[Any, tuple[str, Cells]]]:
    shown = [line for line in card.lines if line.key not in _SHOWN_ABOVE]
    return zip(shown, _lines(site, card), strict=True)


def _issuer_page(site: Site, name: str, lang: Lang) -> Article:
    area, records = site.codebook.issuers[name]["area"], site.records
    article = _start(
        "i",
        site.codebook.issuers.label(name, lang),
        lang,
        Text(say("record-bulletins", lang), f"../{lang}/bulletins.html"),
    )
    article.lines = [(say("card-where", lang), [Text(site.codebook.areas.label(area, lang))])] if area else []
    rows = []
    for bulletin in site.bulletins_of[name]:
        figures = display_number(len(records.figures_of.get(bulletin, [])), lang)
        title = Text(_titled(site, bulletin, lang), address_of("b", bulletin, lang))
        rows.append([[Text(records.bulletins[bulletin]["published"])], [title], [Text(figures)]])
    article.tables = [
        _table(f"bulletins-{lang}", say("record-bulletins", lang), ("published", "title", "figures"), rows, lang)
    ]
    return article


def _theme_page(site: Site, name: str, lang: Lang) -> Article:
    book = site.codebook
    article = _start("t", book.themes.label(name, lang), lang)
    listed = [one for one in site.pages["s"] if book.indicators[one].theme == name]
    rows = [
        [[Text(book.indicators.label(one, lang), address_of("s", one, lang))],
         [Text(book.indicators.text(one, "definition", lang))],
         [Text(display_number(len(site.observations_of[one]), lang))]]
        for one in listed
    ]  # fmt: skip
    estimates = [one for one, row in site.records.estimates.items() if row["theme"] == name]
    article.tables = [
        _table(f"indicators-{lang}", say("record-indicators", lang), ("title", "what", "figures"), rows, lang)
    ]
    found = [_number_row(site, one, lang) for one in estimates]
    head = ("number", "value", "what")
    article.tables += [_table(f"estimates-{lang}", say("estimates", lang), head, found, lang)] if found else []
    return article


_MAKERS: dict[str, Callable[[Site, str, Lang], Article]] = {
    "n": _number_page, "b": _bulletin_page, "s": _series_page, "x": _exhibit_page, "i": _issuer_page, "t": _theme_page,
}  # fmt: skip
