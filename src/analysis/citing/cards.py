"""Cards: all that is known of a number or an exhibit, from its bulletin to where it is used."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.base.codebook import Codebook
from analysis.base.errors import UnknownName
from analysis.bounds.interval import Interval
from analysis.citing.citations import csl_of_item, load_project
from analysis.citing.numbers import MIRROR
from analysis.citing.records import Raw, Records, Row
from analysis.words.catalogue import LANGS, Lang, column, say, say_list
from analysis.words.dates import display_period
from analysis.words.numbers import display_value


class Line(NamedTuple):
    """A line of a card: a key (its label is `card-KEY` of the catalogue), a text, and a note on the text."""

    key: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class Card:
    """The card of one number or exhibit, in one language."""

    item_id: str
    heading: str
    lines: list[Line]
    bulletins: list[str]
    lang: Lang

    def labelled(self) -> Iterator[tuple[str, str]]:
        """Yield the label and the text of each line."""
        for line in self.lines:
            label = say(f"card-{line.key}", self.lang)
            yield say("noted", self.lang, text=label, note=line.note) if line.note else label, line.text


def card_of(records: Records, item_id: str, lang: Lang = LANGS[0]) -> Card:
    """Return the card of a number or an exhibit; an unknown id is an error that offers near ones."""
    if item_id in records.observations:
        return _observation_card(records, item_id, lang)
    if item_id in records.estimates:
        return _estimate_card(records, item_id, lang)
    if item_id in records.exhibits:
        return _exhibit_card(records, item_id, lang)
    raise UnknownName("number or exhibit", item_id, [*records.numbers, *records.exhibits])


def citations_of(records: Records, item_id: str, lang: Lang = LANGS[0]) -> list[dict[str, Any]]:
    """Return the CSL records to cite an item: the item in this project, then the bulletins that printed it."""
    card = card_of(records, item_id, lang)
    number = records.numbers.get(item_id)
    heading = card.heading
    if number and number["page_kind"] == MIRROR:
        heading = say("noted", lang, text=heading, note=say("mirrors-alone", lang))
    own = csl_of_item(item_id, heading, load_project(), say("number" if number else "exhibit", lang))
    return [own, *(records.csl(bulletin_id, lang) for bulletin_id in card.bulletins)]


def card_json(card: Card) -> str:
    """Return a card as JSON, for programs: keys are the same in all languages, copies are a list."""
    record: dict[str, Any] = {"id": card.item_id, "heading": card.heading}
    record |= {line.key: line.text for line in card.lines if line.key != "copy"}
    record |= {"copies": [line.text for line in card.lines if line.key == "copy"], "bulletins": card.bulletins}
    return json.dumps(record, ensure_ascii=False, indent=2)


def describe(row: Mapping[str, Any], codebook: Codebook, lang: Lang = LANGS[0]) -> str:
    """Return what an observation is about, in words: indicator, area, level, entity, method, period."""
    named = [codebook.indicators.label(row["indicator"], lang)]
    tables = {"area": codebook.areas, "level": codebook.levels, "method": codebook.methods, "entity": codebook.entities}
    named += [table.label(row[name], lang) for name, table in tables.items() if row[name]]
    return say_list([*named, display_period(row["time_period"], lang)], lang)


def _observation_card(records: Records, item_id: str, lang: Lang) -> Card:
    row, codebook = records.observations[item_id], records.codebook
    what = describe(row, codebook, lang)
    lines = [
        Line("value", _in_all_languages(records.numbers[item_id], "display")),
        Line("bounds", str(Interval(row["lower"], row["upper"], row["lower_closed"], row["upper_closed"]))),
        Line("unit", codebook.units.label(row["unit"], lang)),
        Line("what", what),
        Line("definition", codebook.indicators.text(row["indicator"], "definition", lang)),
        Line(
            "status",
            say_list([say(f"status-{row['status']}", lang), say(f"confidence-{row['confidence']}", lang)], lang),
        ),
        Line("correction", row["correction"]),
        Line("derived-from", row["derived_from"]),
        *_evidence_lines(records, records.numbers[item_id], lang),
    ]
    if row["statement_id"]:
        lines += _source_lines(records, records.statements[row["statement_id"]], lang)
    return _card(item_id, what, lines, [row["bulletin_id"]], lang)


def _evidence_lines(records: Records, number: Row, lang: Lang) -> Iterator[Line]:
    """Say where a figure was seen and how its coding was checked; a mirror alone is no issuer's word."""
    kind = number["page_kind"]
    yield Line("seen-on", say("mirrors-alone" if kind == MIRROR else f"page-{kind}", lang))
    reviews = [records.codebook.reviews.label(name, lang) for name in number["reviewed"].split()]
    yield Line("reviewed", say_list(reviews, lang) if reviews else say("reviewed-openings", lang))


def _source_lines(records: Records, statement: Raw, lang: Lang) -> Iterator[Line]:
    bulletin = records.bulletins[statement["bulletin_id"]]
    printed = f"{statement['qualifier']} {statement['printed']}".strip()
    about = say_list([statement["subject"], statement["measure"]], lang, "list-semicolon")
    yield Line("printed", say("noted", lang, text=printed, note=about))
    issued = say_list([records.codebook.issuers.label(bulletin["issuer"], lang), bulletin["published"]], lang)
    title = say("noted", lang, text=bulletin["title"], note=issued)
    yield Line("bulletin", say("named", lang, name=bulletin["bulletin_id"], text=title))
    yield Line("document-no", bulletin["document_no"])
    seen = set(statement["copies"].split())
    for copy in records.copies:
        if copy["copy_id"] in seen:
            kind, condition = say(f"page-{copy['page_kind']}", lang), say(f"condition-{copy['condition']}", lang)
            yield Line("copy", copy["address"] or copy["seen_title"], say_list([kind, condition], lang))


def _estimate_card(records: Records, item_id: str, lang: Lang) -> Card:
    row = records.estimates[item_id]
    used = (records.observations[i]["bulletin_id"] for i in row["inputs"].split() if i in records.observations)
    lines = [
        *_estimate_lines(records, row, lang),
        Line("seen-on", _mirrors_of(records, row, lang)),
        *(Line(name, row[column(name, lang)] or "") for name in ("method", "assumption", "warnings")),
        *(Line(name, row[name] or "") for name in ("reference", "inputs")),
    ]
    return _card(item_id, row[f"label_{lang}"], lines, sorted(set(used)), lang)


def _mirrors_of(records: Records, row: Row, lang: Lang) -> str:
    """Say how many of the figures behind an estimate rest on mirrors alone."""
    kinds = [records.observations[name]["page_kind"] for name in row["inputs"].split() if name in records.observations]
    return say("mirrors-of-inputs", lang, mirrors=kinds.count(MIRROR), all=len(kinds)) if kinds else ""


def _estimate_lines(records: Records, row: Row, lang: Lang) -> Iterator[Line]:
    if number := records.numbers.get(row["estimate_id"]):
        level = display_value(100 * row["level"], "percent", lang)
        yield Line("value", _in_all_languages(number, "display"))
        yield Line("interval", say("interval-at-level", lang, interval=number[f"interval_{lang}"], level=level))
    else:
        yield Line("value", say("refused", lang))
    yield Line("model", say(f"model-{row['model']}", lang))
    yield Line("series", row["series_id"] or "")
    yield Line("points", str(row["n"]))


def _exhibit_card(records: Records, item_id: str, lang: Lang) -> Card:
    row = records.exhibits[item_id]
    observed = (records.observations[i]["bulletin_id"] for i in row["numbers"].split() if i in records.observations)
    captions = Line("caption", row[f"caption_{lang}"])
    lines = [captions, *(Line(name, row[name]) for name in ("notebook", "files", "numbers"))]
    return _card(item_id, row[f"title_{lang}"], lines, sorted(set(observed)), lang)


def _card(item_id: str, heading: str, lines: list[Line], bulletins: Iterable[str], lang: Lang) -> Card:
    """Make a card; lines and bulletins without a text are none."""
    return Card(item_id, heading, [line for line in lines if line.text], [b for b in bulletins if b], lang)


def _in_all_languages(number: Row, name: str) -> str:
    return "  |  ".join(number[f"{name}_{lang}"] for lang in LANGS)
