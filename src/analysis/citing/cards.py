"""Cards: all that is known of a number, an exhibit or a bulletin, from its print to where it is used."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from analysis.base.bulletins import title_of
from analysis.base.codebook import Codebook
from analysis.base.errors import UnknownName
from analysis.bounds.interval import Interval
from analysis.citing.citations import accessed_on, csl_of_item, csl_of_project
from analysis.citing.kept import withdrawn
from analysis.citing.numbers import CERTAIN, MIRROR
from analysis.citing.records import Raw, Records, Row, of_one_piece
from analysis.reconciling.rules import rule_text
from analysis.words.catalogue import LANGS, Lang, column, say, say_list
from analysis.words.dates import display_period
from analysis.words.numbers import display_brackets, display_number, display_value

EXACT = ("value", "lower", "upper", "lower_closed", "upper_closed", "unit")  # what programs read as it is


class Line(NamedTuple):
    """A line of a card: a key (its label is `card-KEY` of the catalogue), a text, and a note on the text.

    `names` are the ids that the text consists of or stands for, each of which has a page.
    """

    key: str
    text: str
    note: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """The card of one number, exhibit or bulletin, in one language."""

    item_id: str
    heading: str
    lines: list[Line]
    bulletins: list[str]
    lang: Lang
    exact: Mapping[str, Any] = field(default_factory=dict)

    def labelled(self) -> Iterator[tuple[str, str]]:
        """Yield the label and the text of each line."""
        for line in self.lines:
            label = say(f"card-{line.key}", self.lang)
            yield say("noted", self.lang, text=label, note=line.note) if line.note else label, line.text


@of_one_piece()
def card_of(records: Records, item_id: str, lang: Lang = LANGS[0]) -> Card:
    """Return the card of a number, exhibit, bulletin or conflict; an unknown id is an error that offers near ones."""
    kinds = (
        (records.observations, _observation_card), (records.estimates, _estimate_card),
        (records.exhibits, _exhibit_card), (records.bulletins, _bulletin_card), (records.conflicts, _conflict_card),
    )  # fmt: skip
    for known, make in kinds:
        if item_id in known:
            return make(records, item_id, lang)
    if told := withdrawn().get(item_id):
        other = told.get("replaced_by", "")
        lines = [Line("withdrawn", told[column("reason", lang)]), Line("replaced-by", other, names=(other,))]
        return _card(item_id, say("card-withdrawn", lang), lines, [], lang)
    raise UnknownName("number, exhibit, bulletin or conflict", item_id, [name for known, _ in kinds for name in known])


@of_one_piece()
def citations_of(records: Records, item_id: str, lang: Lang = LANGS[0], accessed: str = "") -> list[dict[str, Any]]:
    """Return the CSL records to cite an item: the item in this project, then the bulletins that printed it.

    `accessed` is the day on which whoever cites saw the pages; without it, it is the day on which the project did.
    """
    return [accessed_on(record, accessed) if accessed else record for record in _citations(records, item_id, lang)]


def _citations(records: Records, item_id: str, lang: Lang) -> list[dict[str, Any]]:
    whole = csl_of_project(records.project, lang)
    if item_id == whole["id"]:
        return [whole]
    card = card_of(records, item_id, lang)
    # A bulletin is its own source, and what several sources say against each other is cited by them.
    own = [] if item_id in records.bulletins or item_id in records.conflicts else [csl_of_card(records, card)]
    seen = records.seen_on(item_id) or None
    return [*own, *(records.csl(bulletin_id, lang, seen) for bulletin_id in card.bulletins)]


def csl_of_card(records: Records, card: Card) -> dict[str, Any]:
    """Return the CSL record of a number or an exhibit; that of a number states its value."""
    number, title, lang = records.numbers.get(card.item_id), card.heading, card.lang
    if number:
        value, bounds = number[f"display_{lang}"], number[f"interval_{lang}"]
        value = value if value == bounds else say("noted", lang, text=value, note=bounds)
        title = say("named", lang, name=title, text=value)
        if number["page_kind"] == MIRROR:
            title = say("noted", lang, text=title, note=say("mirrors-alone", lang))
    page = f"x/{card.item_id}" if card.item_id in records.exhibits else f"n/{card.item_id}"
    csl = csl_of_item(card.item_id, title, records.project, page, lang)
    if number and number["bulletin_id"]:  # a number's reference holds its source
        row = records.bulletins[card.bulletins[0]]
        issuer = records.codebook.issuers.label(row["issuer"], lang)
        source = say_list(filter(None, (issuer, title_of(row, lang), row["document_no"], row["published"])), lang)
        csl["note"] = say("cited-printed", lang, note=csl["note"], source=source)
    return csl


def card_json(card: Card) -> str:
    """Return a card as JSON, for programs: keys are the same in all languages, copies are a list, values numbers."""
    record: dict[str, Any] = {"id": card.item_id, "heading": card.heading}
    record |= {line.key: line.text for line in card.lines if line.key != "copy"}
    record |= {"copies": [line.text for line in card.lines if line.key == "copy"], "bulletins": card.bulletins}
    return json.dumps(record | {"exact": dict(card.exact)}, ensure_ascii=False, indent=2)


def describe(row: Mapping[str, Any], codebook: Codebook, lang: Lang = LANGS[0]) -> str:
    """Return what an observation is about, in words: indicator, area, level, entity, method, period."""
    named = [codebook.indicators.label(row["indicator"], lang), *kept_apart(row, codebook, lang)]
    return say_list([*named, display_period(row["time_period"], lang)], lang)


def kept_apart(row: Mapping[str, Any], codebook: Codebook, lang: Lang) -> list[str]:
    """Return the words that tell the series of one indicator apart: area, level, method, entity."""
    tables = {"area": codebook.areas, "level": codebook.levels, "method": codebook.methods, "entity": codebook.entities}
    return [table.label(row[name], lang) for name, table in tables.items() if row.get(name)]


def _observation_card(records: Records, item_id: str, lang: Lang) -> Card:
    row, codebook = records.observations[item_id], records.codebook
    what, bounds = describe(row, codebook, lang), Interval(*(row[name] for name in EXACT[1:5]))
    lines = [
        Line("value", _in_all_languages(records.numbers[item_id], "display")),
        # Those of an exact value are the value once more: "[36916, 36916]" stood beside 36,916.
        Line("bounds", "" if bounds.lower == bounds.upper else display_brackets(bounds)),
        Line("unit", codebook.units.label(row["unit"], lang)),
        Line("what", what),
        Line("definition", codebook.indicators.text(row["indicator"], "definition", lang)),
        Line("status", say_list([say(f"{name}-{row[name]}", lang) for name in ("status", "confidence")], lang)),
        *(_source_lines(records, records.statements[row["statement_id"]], lang) if row["statement_id"] else ()),
        Line("correction", row["correction"]),
        _ids("derived-from", row["derived_from"]),
        *_evidence_lines(records, records.numbers[item_id], lang),
        *_series_lines(records, item_id, lang),
        *_use_lines(records, item_id, lang),
    ]
    return _card(item_id, what, lines, [row["bulletin_id"]], lang, row | records.numbers[item_id])


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
    yield Line("printed", say("noted", lang, text=printed, note=about) if about else printed)
    issued = say_list([records.codebook.issuers.label(bulletin["issuer"], lang), bulletin["published"]], lang)
    title = say("noted", lang, text=bulletin["title"], note=issued)
    name = bulletin["bulletin_id"]
    yield Line("bulletin", say("named", lang, name=name, text=title), names=(name,))
    yield Line("document-no", bulletin["document_no"])
    yield Line("locator", statement.get("locator", ""))
    yield from _copy_lines(records, name, statement["copies"].split(), lang)


def _copy_lines(records: Records, bulletin_id: str, names: Iterable[str], lang: Lang) -> Iterator[Line]:
    """Name the pages on which a bulletin was seen, with their kind, their state, and the day where it was noted."""
    wanted = set(names)
    for copy in records.copies_of.get(bulletin_id, []):
        if copy["copy_id"] in wanted:
            notes = [say(f"page-{copy['page_kind']}", lang), say(f"condition-{copy['condition']}", lang)]
            notes += [copy["seen"]] if copy.get("seen") else []
            address = copy["address"]
            linked = copy["page_kind"] == "official" and address.startswith(("http://", "https://"))
            names = (address,) if linked else ()
            yield Line("copy", address or copy["seen_title"], say_list(notes, lang), names)


def _series_lines(records: Records, item_id: str, lang: Lang) -> Iterator[Line]:
    """Name the series of an observation, the rule that decided there, and what was preferred to it."""
    for point in records.points_of.get(item_id, [])[:1]:
        yield Line("series", point["series_id"], names=(point["series_id"],))
        yield Line("rule", say("named", lang, name=point["rule"], text=rule_text(point["rule"], lang)))
        if item_id in point["alternatives"].split():
            yield _ids("preferred", point["observations"])


def _use_lines(records: Records, item_id: str, lang: Lang) -> Iterator[Line]:
    conflicts = [row[f"title_{lang}"] or row["conflict_id"] for row in records.conflicts_of.get(item_id, [])]
    yield Line("conflicts", say_list(conflicts, lang, "list-semicolon"))
    yield _ids("exhibits", " ".join(row["exhibit_id"] for row in records.exhibits_of.get(item_id, [])))
    yield _ids("estimates", " ".join(row["estimate_id"] for row in records.estimates_of.get(item_id, [])))


def _ids(key: str, text: str | None) -> Line:
    return Line(key, text or "", names=tuple((text or "").split()))


def _estimate_card(records: Records, item_id: str, lang: Lang) -> Card:
    row = records.estimates[item_id]
    used = _observed(records, row["inputs"])
    kinds = [one["page_kind"] for one in used]  # how many of the figures rest on mirrors alone
    mirrors = say("mirrors-of-inputs", lang, mirrors=kinds.count(MIRROR), all=len(kinds)) if kinds else ""
    lines = [
        *_estimate_lines(records, row, lang),
        Line("seen-on", mirrors),
        *(Line(name, row[column(name, lang)] or "") for name in ("method", "assumption", "warnings")),
        Line("reference", row["reference"] or ""),
        _ids("inputs", row["inputs"]),
        *_use_lines(records, item_id, lang),
    ]
    return _card(item_id, row[f"label_{lang}"], lines, _bulletins(used), lang, row | records.numbers.get(item_id, {}))


def _observed(records: Records, names: str) -> list[Row]:
    return [records.observations[name] for name in names.split() if name in records.observations]


def _bulletins(observations: Iterable[Row]) -> list[str]:
    return sorted({one["bulletin_id"] for one in observations})


def _estimate_lines(records: Records, row: Row, lang: Lang) -> Iterator[Line]:
    if number := records.numbers.get(row["estimate_id"]):
        interval = number[f"interval_{lang}"]
        # What bounds alone give holds with certainty: "level 100%" read as a statement of probability.
        level, sure = display_value(100 * row["level"], "percent", lang), row["level"] == CERTAIN
        said = say("interval-of-bounds" if sure else "interval-at-level", lang, interval=interval, level=level)
        yield Line("value", _in_all_languages(number, "display"))
        yield Line("interval", said)
    else:
        yield Line("value", say("refused", lang))
    yield Line("model", say(f"model-{row['model']}", lang))
    yield _ids("series", row["series_id"])
    yield Line("points", str(row["n"]))


def _exhibit_card(records: Records, item_id: str, lang: Lang) -> Card:
    row = records.exhibits[item_id]
    lines = [
        *(Line(name, row[f"{name}_{lang}"]) for name in ("caption", "alt") if f"{name}_{lang}" in row),
        *(Line(name, row[name]) for name in ("notebook", "files")),
        _ids("numbers", row["numbers"]),
    ]
    return _card(item_id, row[f"title_{lang}"], lines, _bulletins(_observed(records, row["numbers"])), lang)


def _bulletin_card(records: Records, item_id: str, lang: Lang) -> Card:
    row, figures = records.bulletins[item_id], records.figures_of.get(item_id, [])
    title, copies = title_of(row, lang), records.copies_of.get(item_id, [])
    lines = [
        Line("title", row["title"] if row["title"] != title else ""),
        Line("issuer", records.codebook.issuers.label(row["issuer"], lang), names=(row["issuer"],)),
        Line("document-no", row["document_no"]),
        Line("published", row["published"], say(f"basis-{row['published_basis']}", lang)),
        Line("period", row["period"]),
        Line("kind", say(f"kind-{row['kind'].replace('_', '-')}", lang)),
        Line("note", row["citation_note"]),
        *_copy_lines(records, item_id, [copy["copy_id"] for copy in copies], lang),
        Line("figures", display_number(len(figures), lang)),
    ]
    return _card(item_id, title, lines, [item_id], lang)


def _conflict_card(records: Records, item_id: str, lang: Lang) -> Card:
    row = records.conflicts[item_id]
    lines = [
        Line("what", row[f"explanation_{lang}"]),
        Line("handled", say(f"handled-{row['handled']}", lang)),
        Line("rule", say("named", lang, name=row["rule"], text=rule_text(row["rule"], lang)) if row["rule"] else ""),
        Line("printed", row["printed"]),
        _ids("inputs", row["observations"]),
        Line("series", row["series_id"] or "", names=(row["series_id"] or "",)),
    ]
    return _card(
        item_id, row[f"title_{lang}"] or item_id, lines, _bulletins(_observed(records, row["observations"])), lang
    )


def _card(
    item_id: str, heading: str, lines: list[Line], bulletins: Iterable[str], lang: Lang, row: Row | None = None
) -> Card:
    """Make a card; lines and bulletins without a text are none."""
    exact = {name: row[name] for name in EXACT if name in row} if row else {}
    return Card(item_id, heading, [line for line in lines if line.text], [b for b in bulletins if b], lang, exact)


def _in_all_languages(number: Row, name: str) -> str:
    return "  |  ".join(number[f"{name}_{lang}"] for lang in LANGS)
