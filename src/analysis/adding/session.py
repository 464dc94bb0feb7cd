"""A review in progress: what is to be shown of each candidate, and what each key does; terminal and page share it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path

from analysis.adding.candidates import ONE_SITE, Candidate, load_incoming, words_of
from analysis.adding.decisions import Decision, Standing, Verdict, decide, in_force, load_decisions, standings
from analysis.adding.doubts import broken_sums, doubts_of, doubts_of_rows, figure_of, repeated
from analysis.adding.entries import add_entry, propose_entry, require_whole
from analysis.adding.habits import GUESSED, Habits
from analysis.adding.labels import save_labels
from analysis.adding.naming import require_apart
from analysis.adding.near import MOST, near_indicators, search
from analysis.adding.register import Register, Row
from analysis.adding.sealing import rows_to_insert, seal, thing
from analysis.adding.text import Span, sentence_around
from analysis.base.codebook import read_rows
from analysis.base.errors import ProjectError, require_known
from analysis.base.periods import parse_period
from analysis.reading.terms import Terms, load_terms

CODED = {"indicator": "indicators", "area": "areas", "level": "levels", "method": "methods", "entity": "entities"}


@dataclass(frozen=True)
class View:
    """What is shown of a candidate: its sentence with marked spans, its cells, figures before it, doubts, near ids."""

    number: int
    standing: Standing
    sentence: str
    figure: Span
    evidence: tuple[Span, ...]
    before: tuple[tuple[str, str, float], ...]  # print, period, value of the last figures of the series
    value: float | None
    doubts: tuple[str, ...]
    near: tuple[str, ...]


@dataclass
class Session:
    """The review of one bulletin by one person; every decision is on disk before the next is asked for."""

    bulletin_id: str
    by: str
    folder: Path
    register: Register
    terms: Terms = field(default_factory=load_terms)

    def __post_init__(self) -> None:
        self.bulletin = self.register.bulletin(self.bulletin_id)
        incoming = load_incoming(self.folder, self.bulletin_id)
        self.candidates, self.text, self.places = incoming.candidates, incoming.text, incoming.places
        self._know_places()
        self.log = self.folder / f"{self.bulletin_id}.decisions.jsonl"
        standings(self.candidates, self.decisions)  # a broken log is told of at once

    @property
    def decisions(self) -> list[Decision]:
        """The log as it is now: the same review may be open in a second window, and one that went on with its own
        memory of it once took back what the other had decided."""
        return load_decisions(self.log)

    def _know_places(self) -> None:
        """Take a new issuer's place and hotline for known; a row is inserted with the first statement about it."""
        self.new_places = [row for row in self.places if row["entity"] not in self.register.entities]
        self.register.entities.update((row["entity"], row) for row in self.new_places)

    @cached_property
    def habits(self) -> Habits:
        """What was coded before."""
        return Habits(self.register)

    @property
    def standings(self) -> dict[int, Standing]:
        """How each candidate stands now."""
        return standings(self.candidates, self.decisions)

    def open(self) -> list[int]:
        """Return the candidates without a verdict, then those that were skipped."""
        now = self.standings
        return [n for verdict in ("", "skip") for n, one in now.items() if one.verdict == verdict]

    def after(self, number: int) -> int:
        """Return the next candidate that nobody has decided, 0 where there is none."""
        undecided = [n for n, one in self.standings.items() if not one.verdict]
        return next((n for n in undecided if n > number), next(iter(undecided), 0))

    def reject_sentence(self, number: int) -> None:
        """Reject the open candidates of the sentence in which one stands."""
        now = self.standings
        low, high = sentence_around(self.text, now[number].candidate.start, now[number].candidate.end)
        for n, each in now.items():
            if not each.verdict and low <= each.candidate.start < high:
                self.decide(n, "reject")

    def view(self, number: int) -> View:
        """Return what is to be shown of a candidate."""
        now = self.standings
        one = now[number].candidate
        low, high = sentence_around(self.text, one.start, one.end)
        marked = tuple((max(a, low) - low, min(b, high) - low) for a, b in one.spans if a < high and low < b)
        last = self.habits.last(one.row, 6)
        before = tuple((s.printed, s.time_period, q.value) for s, q in last if s.bulletin_id != self.bulletin_id)
        chosen = {name for made in in_force(self.decisions) if (name := made.changes.get("indicator"))}
        near = near_indicators(one, self.text, self.terms, self.habits, self.bulletin, chosen)
        return View(
            number, now[number], self.text[low:high], (one.start - low, one.end - low), marked, before,
            self._value(one.row), tuple(self._doubts(one, now)), tuple(near),
        )  # fmt: skip

    def _value(self, row: Row) -> float | None:
        try:
            return figure_of(row, self.register).value
        except ProjectError:
            return None

    def _doubts(self, one: Candidate, now: dict[int, Standing]) -> Iterable[str]:
        rows = {n: each.row for n, each in now.items() if each.verdict != "reject" and each.row["indicator"]}
        yield from doubts_of(one, self.text, self.habits)
        yield from repeated(rows).get(one.number, [])
        identities = self.register.raw / "identities.yml"
        yield from broken_sums(rows, self.register, identities).get(one.number, [])

    def decide(self, number: int, verdict: Verdict, changes: Row | None = None) -> Decision:
        """Write a decision down; raises `ProjectError` where what would be accepted is no statement of its own."""
        now = self.standings
        self._require_unwritten(now[number])
        if verdict == "accept":
            self._require_whole(now[number].row)
            accepted = [one.row for n, one in now.items() if one.verdict == "accept" and n != number]
            require_apart([*accepted, now[number].row])
        return decide(self.log, number, verdict, self.by, changes)

    def _require_unwritten(self, one: Standing) -> None:
        """Refuse to change what stands in the table already: the table would not follow."""
        if one.verdict == "accept" and (name := self._written.get(thing(one.row))):
            raise ProjectError(
                f"it stands in statements.csv as {name}: correct it there, then `bulletins seal {name}`."
            )

    @property
    def _written(self) -> dict[tuple[str, ...], str]:
        known = (one for one in self.register.statements if one.bulletin_id == self.bulletin_id)
        return {thing(asdict(one)): one.statement_id for one in known}

    def _require_whole(self, row: Row) -> None:
        if not row["indicator"]:
            raise ProjectError("a figure without an indicator is no statement: choose one (1-9, f) or reject it (r).")
        figure_of(row, self.register)
        parse_period(row["time_period"])
        if row["entity"]:
            require_known("entity", row["entity"], self.register.entities)

    def undo(self) -> int:
        """Take the last decision back; return the candidate that it was about, 0 where there is none."""
        last = in_force(self.decisions)[-1:]
        if not last:
            return 0
        self.decide(last[0].number, "undo")
        return last[0].number

    def correct(self, number: int, cell: str, value: str) -> None:
        """Set a cell of a candidate; an unknown code is an `UnknownName` with the nearest ones."""
        changes = {cell: value.strip()}
        if cell in CODED and value:
            known = list(self.register.entities) if cell == "entity" else [row[cell] for row in self._table(cell)]
            require_known(cell, value, known)
        if cell == "time_period":
            parse_period(value)
        changes |= self._method_with(number, cell, value)
        if cell == "indicator" and self.habits.is_of_hotlines(value):
            line = self.register.hotline_of(self.bulletin["issuer"]).get("entity", "")
            changes |= {"entity": line, "level": "single"} if line in self.register.entities else {}
        if cell == "entity" and value and self.register.entities[value]["kind"] in ONE_SITE:
            changes["level"] = "single"
        if cell in CODED:
            changes |= self.habits.terms(self.standings[number].row | changes, self.bulletin)
        self.decide(number, "correct", changes)

    def _method_with(self, number: int, cell: str, value: str) -> Row:
        """Return method and note as a correction leaves them: what is read or named stands, a guess follows."""
        one = self.standings[number].candidate
        own = {} if one.row["note"].startswith(GUESSED) or not one.row["note"] else {"note": one.row["note"]}
        if cell == "method":
            return {"note": ""} | own
        if (
            cell != "indicator"
            or one.evidence.get("method")
            or not self.habits.usual("method", value, self.bulletin).whose
        ):
            return {}
        return self.habits.guess_method(value, self.bulletin) | own

    def _table(self, cell: str) -> list[Row]:
        return read_rows(self.register.raw / "codebook" / f"{CODED[cell]}.csv")

    def label(self, cell: str, value: str, lang: str = "en") -> str:
        """Return the label of a code, nothing for one that has none."""
        if cell not in CODED:
            return ""  # a period has none
        rows = self.register.entities if cell == "entity" else {row[cell]: row for row in self._table(cell)}
        return rows.get(value, {}).get(f"label_{lang}", "")

    def found(self, cell: str, words: str) -> list[str]:
        """Return the codes that come nearest to some words."""
        return search(words, self._table(cell), cell)

    def options(self, number: int, cell: str) -> list[str]:
        """Return at most nine values for a cell, those used most for the indicator and in this bulletin first."""
        now = self.standings
        row = now[number].row
        if cell == "time_period":
            read = [one.row["time_period"] for one in now.values()]
            return list(dict.fromkeys([self.bulletin["period"], *read]))[:MOST]
        before = [getattr(one, cell) for one in self.habits.of(row["indicator"])]
        ours = [one.row[cell] for one in now.values()]
        counts = {value: before.count(value) + 3 * ours.count(value) for value in [*before, *ours]}
        extra = [row[cell] for row in self._table(cell)] if len(counts) < MOST and cell in ("level", "method") else []
        return list(dict.fromkeys([*sorted(counts, key=lambda value: -counts[value]), *extra]))[:MOST]

    def propose_row(self, number: int, cell: str, name: str) -> Row:
        """Return a new row of the codebook, from what a candidate says and from the nearest row."""
        one = self.standings[number].candidate
        known = {"indicator": {"code": name.replace("_", "-"), "label_zh": words_of(one, self.text, "indicator")},
                 "entity": {"label_zh": name, "area": one.row["area"]}}  # fmt: skip
        return propose_entry(CODED[cell], name, self.register, known.get(cell, {}))

    def add_row(self, number: int, cell: str, row: Row) -> None:
        """Add a row to the codebook and take it for a candidate; raises `ProjectError` where a needed cell is empty."""
        require_whole(CODED[cell], row)
        self.reload(add_entry(CODED[cell], row, self.register))
        self.correct(number, cell, row[cell])

    @property
    def unwritten(self) -> int:
        """How many figures are accepted and not in the table."""
        written = self._written
        return sum(one.verdict == "accept" and thing(one.row) not in written for one in self.standings.values())

    def to_insert(self) -> list[Row]:
        """Return the rows that would be inserted now."""
        return rows_to_insert(self.standings, self.bulletin_id, self.register)

    def doubts_of_rows(self, rows: list[Row]) -> list[str]:
        """Return what the tables' own rules suspect of rows that would be inserted."""
        return doubts_of_rows(rows, self.register)

    def seal(self) -> list[Row]:
        """Insert what was accepted into statements.csv; return the rows."""
        self.reload(Register(self.register.raw))
        rows = self.to_insert()
        used = {row["entity"] for row in rows}
        for place in self.new_places:
            if place["entity"] in used:
                add_entry("entities", place, self.register)
        seal(rows, self.register, self.bulletin_id, self.by)
        save_labels(self.folder / "labelled", self.bulletin_id, self.text, self.standings, self.register)
        self.reload(Register(self.register.raw))
        return rows

    def reload(self, register: Register) -> None:
        """Go on with the tables as they are now."""
        self.register = register
        self.__dict__.pop("habits", None)
        self._know_places()

    def counts(self) -> dict[str, int]:
        """Return how many candidates stand how."""
        now = [one.verdict or "open" for one in self.standings.values()]
        return {verdict: now.count(verdict) for verdict in ("open", "accept", "reject", "skip") if verdict in now}


def waiting(folder: Path) -> list[str]:
    """Return the bulletins with candidates, those looked at last first."""
    files = sorted(folder.glob("*.json"), key=lambda path: -path.stat().st_mtime) if folder.is_dir() else []
    return [path.stem for path in files]
