"""What speaks against a candidate: its own print, the range of its indicator, the record, and sums within its bulletin.

Each doubt is a mistake that once went into the table without a word: a method left blank, a cue lost (超过1900 typed as
1900), a rate beside counts that give another one, a count ten times too high.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.adding.candidates import Candidate, as_printed
from analysis.adding.duplicates import twins
from analysis.adding.habits import Habits
from analysis.adding.naming import KEY
from analysis.adding.register import Register, Row
from analysis.base.errors import ProjectError
from analysis.base.tables import grouped
from analysis.bounds.printed import CUES, find_sense
from analysis.bounds.quantity import Quantity
from analysis.checking.identities import Identity, compare, last_place, load_identities
from analysis.checking.plausible import COLUMNS
from analysis.cleaning.statements import Statement, read_figure

_MOST_TIMES = 5.0
_POINTS = 25.0
_AROUND = 4
_LISTED = 3


def figure_of(row: Row, register: Register) -> Quantity:
    """Return the figure of a row as the project reads it; raises `ProjectError` where it cannot."""
    return read_figure(Statement(**row), register.codebook)


def doubts_of(one: Candidate, text: str, habits: Habits) -> list[str]:
    """Return the sentences that speak against a candidate as it is coded now, apart from sums."""
    if not one.row["indicator"]:
        return ["no indicator was found: choose one, or reject the figure."]
    return [*doubts_of_row(one.row, habits), *_lost_cue(one, text)]


def doubts_of_row(row: Row, habits: Habits) -> list[str]:
    """Return the sentences that speak against a row, whatever its text says."""
    if row["indicator"] not in habits.register.indicators:
        return ["a new indicator: nothing can be compared with it yet."]
    try:
        figure = figure_of(row, habits.register)
    except ProjectError as error:
        return [str(error)]
    return [
        *_missing_method(row, habits), *_missing_entity(row, habits.register), *_range(row, figure, habits.register),
        *_history(row, figure, habits), *_record(row, figure, habits),
    ]  # fmt: skip


def _missing_method(row: Row, habits: Habits) -> Iterator[str]:
    named = habits.mostly_named(row["indicator"])
    usual = habits.usual("method", row["indicator"], habits.register.bulletin(row["bulletin_id"]))
    counted_so = usual.whose and not usual.value  # by the issuer or its peers, without a method
    if not row["method"] and named and not counted_so:
        yield f"no method, and most figures of {row['indicator']} have one, mostly {named}: it joins no series."


def _missing_entity(row: Row, register: Register) -> Iterator[str]:
    if row["entity"] and row["entity"] not in register.entities:
        yield f"{row['entity']} is not in codebook/entities.csv: clear it, choose a known one, or add it there first."
    if not row["entity"] and row["level"] == "single":
        yield "the level says a single site or account, and none is named."
    bulletin = register.bulletin(row["bulletin_id"])
    kind = register.issuer(bulletin["issuer"]).get("kind")
    own = kind in ("city", "county") or (kind, bulletin["kind"]) == ("ministry", "spot_check")
    if own and not row["entity"]:
        yield f"its issuer is a {kind}'s, and no entity is named: it would join the series of {row['area']}."


def _lost_cue(one: Candidate, text: str) -> Iterator[str]:
    """Find a cue word in or at the figure in its sentence that is neither in the print nor in the qualifier."""
    inside = as_printed(text[one.start : one.end])
    before = as_printed(text[max(0, one.start - _AROUND) : one.start])
    after = as_printed(text[one.end : one.end + _AROUND])
    said = find_sense(f"{one.row['qualifier']} {one.row['printed']}")
    for cue in CUES:
        if said == "eq" and (before.endswith(cue) or after.startswith(cue) or cue in inside):
            yield f"{cue} stands beside the figure and is not in the print: {one.row['printed']} would be exact."
            return


def _range(row: Row, figure: Quantity, register: Register) -> Iterator[str]:
    low, high = register.codebook.indicators[row["indicator"]].limits
    if not low <= figure.value <= high:
        yield f"{figure.value:g} is out of the range of {row['indicator']} ({low:g} to {high:g})."


def _history(row: Row, figure: Quantity, habits: Habits) -> Iterator[str]:
    others = [pair for pair in habits.last(row, 9) if pair[0].bulletin_id != row["bulletin_id"]]
    last = [pair for pair in others if pair[0].time_period != row["time_period"]]
    if not last:
        return
    before, known = last[-1]
    told = f"the last figure, {before.printed} of {before.time_period}"
    if figure.unit in ("percent", "score"):
        if abs(figure.value - known.value) > _POINTS:
            yield f"{figure.value - known.value:+.4g} on {told}."
    elif known.value > 0 < figure.value and abs(math.log(figure.value / known.value)) > math.log(_MOST_TIMES):
        yield f"{figure.value / known.value:.3g} times {told}."


def _record(row: Row, figure: Quantity, habits: Habits) -> Iterator[str]:
    for known, other in habits.same(row):
        if known.bulletin_id != row["bulletin_id"] and not figure.interval & other.interval:
            yield f"{known.bulletin_id} prints {known.printed} for the same ({known.statement_id})."


def repeated(rows: Mapping[int, Row]) -> dict[int, list[str]]:
    """Return for each candidate the others that are coded as the very same thing: a bulletin prints it once."""
    kin = grouped(rows, lambda number: tuple(rows[number][name] for name in KEY))
    return {
        number: [f"coded as the same thing as {_listed(rows, [n for n in same if n != number])}."]
        for same in kin.values()
        for number in same
        if len(same) > 1
    }


def _listed(rows: Mapping[int, Row], numbers: list[int]) -> str:
    more = f" and {len(numbers) - _LISTED} more" if len(numbers) > _LISTED else ""
    return ", ".join(f"{rows[n]['printed']} (figure {n})" for n in numbers[:_LISTED]) + more


@dataclass(frozen=True)
class Pattern:
    """An identity of the record as it may hold in another bulletin: which indicator, and which level, each name is."""

    identity: Identity
    names: Mapping[str, tuple[str, str]]


@cache
def patterns(identities: Path, register: Register) -> tuple[Pattern, ...]:
    """Return each kind of sum, share or granularity that the record holds within one bulletin, place and period."""
    known = {one.statement_id: one for one in register.statements}
    found: dict[tuple[object, ...], Pattern] = {}
    for identity in load_identities(identities):
        rows = [known[name] for name in identity.terms if name in known]
        of_one = len({(one.bulletin_id, one.area, one.time_period, one.entity) for one in rows}) == 1
        if of_one and len(rows) == len(identity.terms):
            levels = len({one.level for one in rows}) > 1
            names = {one.statement_id: (one.indicator, one.level if levels else "") for one in rows}
            if len(set(names.values())) == len(names):
                found.setdefault((identity.kind, *(names[name] for name in identity.terms)), Pattern(identity, names))
    return tuple(found.values())


def broken_sums(rows: Mapping[int, Row], register: Register, identities: Path) -> dict[int, list[str]]:
    """Return for each candidate, by number, the sums and shares of its bulletin that it does not fit."""
    said: dict[int, list[str]] = {}
    groups = grouped(rows, lambda number: tuple(rows[number][name] for name in ("area", "time_period", "entity")))
    for group in ({number: rows[number] for number in numbers} for numbers in groups.values()):
        for numbers, sentence in _broken_in(group, patterns(identities, register), register):
            for number in numbers:
                said.setdefault(number, []).append(sentence)
    return said


def _broken_in(
    group: Mapping[int, Row], known: Iterable[Pattern], register: Register
) -> Iterator[tuple[list[int], str]]:
    """Find what does not follow; a share has one base: where one that is printed fits, no other is suspected."""
    tried = [
        (identity, numbers, _broken(identity, {name: group[n] for name, n in numbers.items()}, register))
        for identity, numbers in _placed(group, known)
    ]
    fits = {_result(one, numbers) for one, numbers, said in tried if one.kind == "share" and said == ""}
    for identity, numbers, said in tried:
        if said and _result(identity, numbers) not in fits:
            yield list(numbers.values()), said


def _result(identity: Identity, numbers: Mapping[str, int]) -> tuple[str, ...]:
    return (identity.kind, *(str(numbers[name]) for name in identity.right.names))


def _placed(group: Mapping[int, Row], known: Iterable[Pattern]) -> Iterator[tuple[Identity, dict[str, int]]]:
    """Find the candidates, by number, that an identity would be about."""
    levels = {row["level"] for row in group.values()}
    for pattern in known:
        whole = any(level for _, level in pattern.names.values())
        for level in [""] if whole else sorted(levels):
            taken = {name: _places(group, about, level) for name, about in pattern.names.items()}
            if all(len(places) == 1 for places in taken.values()):
                yield pattern.identity, {name: places[0] for name, places in taken.items()}


def _places(group: Mapping[int, Row], about: tuple[str, str], level: str) -> list[int]:
    indicator, own = about
    return [n for n, row in group.items() if row["indicator"] == indicator and row["level"] == (own or level)]


def _broken(identity: Identity, rows: Mapping[str, Row], register: Register) -> str | None:
    """Return what does not follow, an empty text where it does, None where a figure cannot be read."""
    try:
        figures = {name: figure_of(row, register) for name, row in rows.items()}
        left, right = identity.left.quantity(figures), identity.right.quantity(figures)
    except ProjectError:
        return None  # it is told of by itself
    if compare(left, right, last_place(identity.right, right)) != "disagrees":
        return ""
    printed = " and ".join(rows[name]["printed"] for name in identity.left.names)
    told = " and ".join(rows[name]["printed"] for name in identity.right.names)
    return f"{told} does not follow from {printed}: they give {left.value:.6g} ({identity.kind}, as {identity.id})."


class _Tables(NamedTuple):
    register: Register

    def rows(self, name: str) -> list[Row]:
        """Return the rows that the rules of plausibility ask for; a place that is new is among them."""
        kept: list[Row] = getattr(self.register, name)
        return list(kept.values()) if isinstance(kept, dict) else kept


def doubts_of_rows(rows: list[Row], register: Register) -> list[str]:
    """Return what `bulletins check` would suspect of rows: once they are inserted they are sealed as they stand."""
    known = [asdict(one) for one in register.statements]
    rules = [COLUMNS["statements", name] for name in ("periods", "places", "units", "customs")]
    found = [rule([*known, *rows], _Tables(register))[len(known) :] for rule in rules]
    return [
        f"{row['statement_id']}: {said}" for column in found for row, said in zip(rows, column, strict=True) if said
    ]


def doubts_of_new(known: Iterable[str], register: Register) -> list[str]:
    """Return what speaks against statements that are not `known` and against their bulletins, also if typed by hand."""
    held = set(known)
    new = [asdict(one) for one in register.statements if one.statement_id not in held]
    if len(new) == len(register.statements):
        return []  # nothing was ever made of the record: there is nothing to hold it against
    habits, said = Habits(register), []
    for bulletin_id in sorted({row["bulletin_id"] for row in new}):
        rows = {n: row for n, row in enumerate(new) if row["bulletin_id"] == bulletin_id}
        sums = broken_sums(rows, register, register.raw / "identities.yml")
        for n, row in rows.items():
            doubts = [*doubts_of_row(row, habits), *sums.get(n, [])]
            said += [f"{row['statement_id']}: {doubt}" for doubt in doubts]
        pairs = twins(register.bulletin(bulletin_id), register)
        said += [f"{bulletin_id}: the same bulletin as {twin}? {why}" for twin, why in pairs]
    return said
