"""Cards: all that is known of a number or an exhibit, from its bulletin to where it is used."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.codebook import Codebook, load_codebook, read_rows
from analysis.base.errors import ProjectError, UnknownName
from analysis.citing.citations import csl_of_bulletin, csl_of_item, load_project

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, object]


@dataclass(frozen=True)
class Card:
    """The card of one number or exhibit: a heading, lines of name and text, and the bulletins behind it."""

    item_id: str
    heading: str
    lines: list[tuple[str, str]]
    bulletins: list[str] = field(default_factory=list)


class Records:
    """The published tables, loaded when a card first asks for them."""

    def __init__(self) -> None:
        self.codebook: Codebook = load_codebook()

    @cached_property
    def numbers(self) -> dict[str, Row]:
        """The table of numbers by id."""
        return _by_id(_published("numbers"), "number_id")

    @cached_property
    def observations(self) -> dict[str, Row]:
        """The observations by id."""
        return _by_id(_published("observations"), "observation_id")

    @cached_property
    def estimates(self) -> dict[str, Row]:
        """The estimates by id."""
        return _by_id(_published("estimates"), "estimate_id")

    @cached_property
    def exhibits(self) -> dict[str, Row]:
        """The exhibits by id."""
        return _by_id(_published("exhibits"), "exhibit_id")

    @cached_property
    def bulletins(self) -> dict[str, dict[str, str]]:
        """The bulletins by id."""
        return {row["bulletin_id"]: row for row in read_rows(paths.RAW / "bulletins.csv")}

    @cached_property
    def copies(self) -> list[dict[str, str]]:
        """All copies of all bulletins."""
        return read_rows(paths.RAW / "copies.csv")

    @cached_property
    def statements(self) -> dict[str, dict[str, str]]:
        """The statements by id."""
        return {row["statement_id"]: row for row in read_rows(paths.RAW / "statements.csv")}

    def card(self, item_id: str) -> Card:
        """Return the card of a number or an exhibit; an unknown id is an error that offers near ones."""
        if item_id in self.observations:
            return _observation_card(self, item_id)
        if item_id in self.estimates:
            return _estimate_card(self, item_id)
        if item_id in self.exhibits:
            return _exhibit_card(self, item_id)
        raise UnknownName("number or exhibit", item_id, [*self.numbers, *self.exhibits])

    def citations(self, item_id: str) -> list[dict]:
        """Return the CSL records to cite an item: the item in this project, then the bulletins that printed it."""
        card = self.card(item_id)
        own = csl_of_item(item_id, card.heading, load_project(), "number" if item_id in self.numbers else "exhibit")
        return [own, *(self.csl(bulletin_id) for bulletin_id in card.bulletins)]

    def csl(self, bulletin_id: str, lang: str = "en") -> dict:
        """Return the CSL record of a bulletin, with the address of its official page where one was seen."""
        bulletin = self.bulletins[bulletin_id]
        official = [
            copy for copy in self.copies if copy["bulletin_id"] == bulletin_id and copy["page_kind"] == "official"
        ]
        # The portal of the central government stands for the issuer better than other official hosts.
        official.sort(key=lambda copy: not copy["host"].endswith("www.gov.cn"))
        address = official[0]["address"] if official else ""
        return csl_of_bulletin(bulletin, self.codebook.issuers.label(bulletin["issuer"], lang), address, lang)


def _published(name: str) -> pl.DataFrame:
    import polars as pl

    path = paths.PROCESSED / f"{name}.parquet"
    if not path.exists():
        raise ProjectError(f"data/processed/{path.name} is missing: run `bulletins run` first.")
    return pl.read_parquet(path)


def _by_id(table: pl.DataFrame, key: str) -> dict[str, Row]:
    return {row[key]: row for row in table.iter_rows(named=True)}


def describe(row: Row, codebook: Codebook, lang: str = "en") -> str:
    """Return what an observation is about, in words: indicator, area, level, entity, method, period."""
    named = [codebook.indicators.label(str(row["indicator"]), lang)]
    for table, name in ((codebook.areas, "area"), (codebook.levels, "level"), (codebook.methods, "method")):
        if row[name]:
            named.append(table.label(str(row[name]), lang))
    named += [str(row["entity"])] if row["entity"] else []
    return ("，" if lang == "zh" else ", ").join([*named, str(row["time_period"])])


def _observation_card(records: Records, item_id: str) -> Card:
    row, number = records.observations[item_id], records.numbers[item_id]
    codebook = records.codebook
    lines = [
        ("value", f"{number['display_en']}  |  {number['display_zh']}"),
        ("bounds", _interval_text(row)),
        ("unit", codebook.units.label(str(row["unit"]))),
        ("what", describe(row, codebook)),
        ("definition", codebook.indicators.text(str(row["indicator"]), "definition")),
        ("status", f"{row['status']}, confidence {row['confidence']}"),
    ]
    if row["correction"]:
        lines.append(("correction", str(row["correction"])))
    bulletins = [str(row["bulletin_id"])] if row["bulletin_id"] else []
    if row["derived_from"]:
        lines.append(("derived from", str(row["derived_from"])))
    if row["statement_id"]:
        lines += _source_lines(records, records.statements[str(row["statement_id"])])
    return Card(item_id, describe(row, codebook), lines, bulletins)


def _source_lines(records: Records, statement: dict[str, str]) -> list[tuple[str, str]]:
    bulletin = records.bulletins[statement["bulletin_id"]]
    printed = f"{statement['qualifier']} {statement['printed']}".strip()
    issuer = records.codebook.issuers.label(bulletin["issuer"])
    lines = [
        ("printed", f"{printed} ({statement['subject']}; {statement['measure']})"),
        ("bulletin", f"{bulletin['bulletin_id']}: {bulletin['title']} ({issuer}, {bulletin['published']})"),
    ]
    if bulletin["document_no"]:
        lines.append(("document no.", bulletin["document_no"]))
    seen = set(statement["copies"].split())
    copies = (copy for copy in records.copies if copy["copy_id"] in seen)
    return lines + [(f"copy ({c['page_kind']}, {c['condition']})", c["address"] or c["seen_title"]) for c in copies]


def _interval_text(row: Row) -> str:
    """Return bounds in interval notation: [35000, 45000)."""
    ends = ("[" if row["lower_closed"] else "(", "]" if row["upper_closed"] else ")")
    return f"{ends[0]}{row['lower']:.10g}, {row['upper']:.10g}{ends[1]}"


def _estimate_card(records: Records, item_id: str) -> Card:
    row = records.estimates[item_id]
    value = records.numbers[item_id]["display_en"] if item_id in records.numbers else "refused"
    shown = ("parameter", "model", "series_id", "n", "method", "reference", "assumption", "warnings", "inputs")
    interval = f"{row['lower']:,g} to {row['upper']:,g} (level {row['level']})" if row["value"] is not None else ""
    lines = [
        ("value", str(value)),
        ("interval", interval),
        *((name, str(row[name])) for name in shown if row.get(name)),
    ]
    used = (records.observations[i]["bulletin_id"] for i in str(row["inputs"]).split() if i in records.observations)
    return Card(
        item_id, str(row["parameter"]), [line for line in lines if line[1]], sorted({str(b) for b in used if b})
    )


def _exhibit_card(records: Records, item_id: str) -> Card:
    row = records.exhibits[item_id]
    lines = [(name, str(row[name])) for name in ("caption_en", "caption_zh", "notebook", "files", "numbers")]
    observed = (records.observations.get(i, {}).get("bulletin_id") for i in str(row["numbers"]).split())
    return Card(item_id, str(row["title_en"]), lines, sorted({str(b) for b in observed if b}))


def card_json(card: Card) -> str:
    """Return a card as JSON, for programs."""
    record = {"id": card.item_id, "heading": card.heading, **dict(card.lines), "bulletins": card.bulletins}
    return json.dumps(record, ensure_ascii=False, indent=2)
