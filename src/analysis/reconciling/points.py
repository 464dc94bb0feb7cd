"""One quantity, several statements: which bounds its point gets, by which rule, and what is kept beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.reconciling.bounds_of import Row, Span, agree, hull, intersect, span_of

_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}


class Choice(NamedTuple):
    """A written decision for one quantity: the statement that stands, the rule, and the record that explains it."""

    statement: str
    rule: str
    conflict_id: str


@dataclass(frozen=True)
class Verdict:
    """What the rules make of the statements of one quantity."""

    status: str
    rule: str
    value: float | None
    span: Span
    used: tuple[Row, ...]
    alternatives: tuple[Row, ...]

    @property
    def modelled(self) -> bool:
        """Whether the point may enter a model: neither a conflict nor of low reliability."""
        return self.status != "conflict" and all(row["status"] not in ("U", "D") for row in self.used)


def judge(rows: Sequence[Row], choices: Mapping[str, Choice]) -> Verdict:
    """Apply the rules to all statements of one quantity; `choices` are written decisions by statement id."""
    first, others = _rank(rows)
    chosen = next((choices[str(r["observation_id"])] for r in rows if str(r["observation_id"]) in choices), None)
    if chosen is not None and not agree(rows):
        return _choose(rows, chosen)
    if len(first) == 1:
        return _verdict("single", _lone_rule(first[0], others), first, others)
    if agree(first):
        return _verdict("agreed", "R2", first, others)
    return Verdict("conflict", "R3", None, hull(first), tuple(first), tuple(others))


def _rank(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Split statements into those that decide and those that stand beside them (rules R7 and R8)."""
    printed = [r for r in rows if r["status"] not in ("U", "E", "D")]
    derived = [r for r in rows if r["status"] == "E"]
    first = printed or derived or list(rows)
    ids = {r["observation_id"] for r in first}
    return first, [r for r in rows if r["observation_id"] not in ids]


def _lone_rule(row: Row, others: Sequence[Row]) -> str:
    """Return the rule by which one statement alone decides."""
    if row["status"] == "E" or any(r["status"] == "E" for r in others):
        return "R8"
    return "R7" if others or row["status"] == "U" else "R1"


def _choose(rows: Sequence[Row], choice: Choice) -> Verdict:
    """Let the chosen statement decide, with the statements that agree with it."""
    chosen = next(r for r in rows if r["observation_id"] == choice.statement)
    used, others = [chosen], []
    for row in rows:
        if row is not chosen:
            (used if row["status"] != "U" and agree([*used, row]) else others).append(row)
    return _verdict("chosen", choice.rule, used, others)


def _verdict(status: str, rule: str, used: Sequence[Row], others: Sequence[Row]) -> Verdict:
    """Intersect the bounds of the statements in use; the value is that of the narrowest, moved into it."""
    span = intersect(used)
    best = min(used, key=_precision)
    value = min(max(float(best["value"]), span.lower), span.upper)
    return Verdict(status, rule, value, span, tuple(used), tuple(others))


def _precision(row: Row) -> tuple[float, int, str]:
    """Order statements by width of bounds, then confidence, then id."""
    span = span_of(row)
    return (span.upper - span.lower, _CONFIDENCE.get(str(row["confidence"]), 3), str(row["observation_id"]))
