"""Candidate statements: what the reader found in a text, in the columns of statements.csv, with its evidence.

They wait with the text that they were read from in `data/incoming/<bulletin>.json`, which is not committed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from analysis.adding.habits import Habits
from analysis.adding.register import Register, Row
from analysis.adding.text import Span, Text, evidence_of
from analysis.base.errors import ProjectError
from analysis.base.files import write_whole
from analysis.base.periods import parse_period
from analysis.cleaning.statements import STATEMENT_COLUMNS, Statement
from analysis.reading.figure import Figure
from analysis.reading.places import PLACE
from analysis.reading.script import to_plain

_GLOSS = re.compile(r"\([a-zü\u0101-\u01dc]+\)|[\s\u3000\u00ad\u200b-\u200f\ufeff]+")
_WIDER, _OWN = re.compile("全(?:省|国|自治区)"), re.compile("[全我本][市州县区盟旗]")
_LONGEST_TERM, _LONGEST_PRINT = 30, 40
# An entity of these kinds is one website, platform or account; a department has several.
ONE_SITE = ("site", "platform", "account")


@dataclass(frozen=True)
class Candidate:
    """A figure that may become a statement: `row` holds the cells, the rest the reader's evidence in the text."""

    number: int
    row: Row
    start: int
    end: int
    evidence: dict[str, list[Span]]
    sure: float
    unit: str
    rule: str

    @property
    def spans(self) -> list[Span]:
        """All places that the figure rests on."""
        return [span for spans in self.evidence.values() for span in spans]


def candidates_of(text: Text, bulletin: Row, copy: Row, register: Register) -> list[Candidate]:
    """Return the candidates of a text in its order."""
    habits = Habits(register)
    return [_candidate(n, figure, text, bulletin, copy, habits) for n, figure in enumerate(text.figures, start=1)]


def _candidate(number: int, figure: Figure, text: Text, bulletin: Row, copy: Row, habits: Habits) -> Candidate:
    evidence = evidence_of(figure.evidence)
    start, end = _print_span(text.shown, figure, evidence)
    meaning = _meaning(figure, bulletin, habits, _is_of_wider(text.shown, start))
    own = meaning["time_period"] == figure.time_period  # the words for a day would contradict its quarter
    row = dict.fromkeys(STATEMENT_COLUMNS, "") | {
        "bulletin_id": bulletin["bulletin_id"], "printed": as_printed(text.shown[start:end])[:_LONGEST_PRINT],
        "qualifier": _apart(text.shown, evidence.get("comparator", []), (start, end)),
        "period_printed": _term(text.shown, evidence.get("time_period", [])) if own else "",
        "unit_printed": as_printed(text.shown[figure.char_end : end]) or ("%" if "%" in figure.printed else ""),
        "text_condition": "unit_lost" if figure.unit_lost else copy["condition"],
        "confidence": copy["confidence"], "copies": copy["copy_id"],
        **meaning, **habits.terms(meaning, bulletin),
    }  # fmt: skip
    return Candidate(number, row, start, end, evidence, round(figure.confidence, 2), figure.unit, figure.rule)


def _is_of_wider(text: str, start: int) -> bool:
    """Say whether a figure's sentence speaks of the province or the nation: a city's notice prints those figures, too.

    The province's 531 websites were proposed as a city's own.
    """
    sentence = re.split(r"[。;；\n]", text[:start])[-1]
    return _WIDER.search(sentence) is not None and _OWN.search(sentence) is None


def _meaning(figure: Figure, bulletin: Row, habits: Habits, wider: bool) -> Row:
    """Return what a figure is about: as read, and where the reader is silent, as the issuer's figures usually are."""
    register = habits.register
    line = register.hotline_of(bulletin["issuer"]) if habits.is_of_hotlines(figure.indicator) else {}
    about = line or register.place_of(bulletin["issuer"])
    # What a city's hotline received is the hotline's, not the city's.
    of_place = PLACE in figure.rule.split(";")
    named = "" if of_place and line else figure.entity
    entity = named or ("" if wider else about.get("entity", ""))
    about = register.entities.get(entity, {"kind": "place" if of_place else "site"} if named else about)
    area = figure.area or about.get("area", "") or bulletin["area"]
    usual = habits.usual("level", figure.indicator, bulletin).value if figure.indicator and not entity else ""
    single = entity and about.get("kind") in ONE_SITE
    level = "single" if line and single else figure.level or ("single" if single else usual or "all")
    read = {"method": figure.method, "note": ""}
    said = read if figure.method else habits.guess_method(figure.indicator, bulletin)
    stock = register.indicators.get(figure.indicator, {}).get("kind", "stock") == "stock"
    return {
        "indicator": figure.indicator, "area": area, "level": level, "entity": entity,
        "time_period": period_of(figure.time_period, bulletin["period"], stock), **said,
    }  # fmt: skip


def period_of(read: str, period: str, stock: bool = True) -> str:
    """Return the period of a figure: a notice's rates and flows are of its whole period, whatever day they end on.

    A stock is of the day or month that is printed with it.
    """
    if stock or not read or not period:
        return read or period
    day, whole = parse_period(read), parse_period(period)
    return period if day in whole and len(read) == 10 else read


def _print_span(text: str, figure: Figure, evidence: dict[str, list[Span]]) -> Span:
    """Return the span of a figure with the cue words and the measure word that touch it."""
    low, high = figure.char_start, figure.char_end
    for a, b in sorted([*evidence.get("comparator", []), *evidence.get("unit", [])]):
        if b <= low and not text[b:low].strip():
            low = a
        if high <= a and not text[high:a].strip() and b - a <= 4:
            high = b
    return low, high


def as_printed(text: str) -> str:
    """Return a print without the blanks and the glosses of its page."""
    return _GLOSS.sub("", text)


def shown_in(text: Text, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements of a bulletin whose prints stand in another copy of it, whatever its script and blanks."""
    plain = as_printed(text.plain)
    patterns = ((one, as_printed(to_plain(one.printed).text)) for one in statements)
    return [one for one, printed in patterns if re.search(rf"(?<![\d.,]){re.escape(printed)}(?!\d)", plain)]


def _apart(text: str, spans: Iterable[Span], figure: Span) -> str:
    """Return the cue words that stand apart from a figure."""
    low, high = figure
    return "".join(as_printed(text[a:b]) for a, b in spans if b <= low or a >= high)[:_LONGEST_TERM]


def words_of(one: Candidate, text: str, field: str) -> str:
    """Return the first words of the text on which a field of a candidate rests."""
    return _term(text, one.evidence.get(field, []))


def _term(text: str, spans: list[Span]) -> str:
    return as_printed(text[slice(*spans[0])])[:_LONGEST_TERM] if spans else ""


@dataclass(frozen=True)
class Incoming:
    """A bulletin under review as it waits on disk: its text, places that may be new with it, and its candidates."""

    file: str
    places: list[Row]
    text: str
    candidates: list[Candidate]


def save_incoming(folder: Path, bulletin_id: str, incoming: Incoming) -> Path:
    """Write a bulletin under review into the folder of those; return its file."""
    path = folder / f"{bulletin_id}.json"
    write_whole(path, json.dumps(asdict(incoming), ensure_ascii=False, indent=1))
    return path


def load_incoming(folder: Path, bulletin_id: str) -> Incoming:
    """Read a bulletin under review; raises `ProjectError` where it was never read."""
    path = folder / f"{bulletin_id}.json"
    if not path.exists():
        raise ProjectError(f"{bulletin_id} has no candidates to review: `bulletins add` reads its text first.")
    kept = json.loads(path.read_text(encoding="utf-8"))
    for one in kept["candidates"]:
        one["evidence"] = {field: [(low, high) for low, high in spans] for field, spans in one["evidence"].items()}
    return Incoming(**kept | {"candidates": [Candidate(**one) for one in kept["candidates"]]})
