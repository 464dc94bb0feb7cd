"""What a person decided about each candidate: kept line by line as it is decided, so that a review can go on later.

The log is never rewritten: undoing is a decision of its own. It lies beside the candidates, and what was corrected or
rejected in it is labelled text for the reader.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from analysis.adding.candidates import Candidate
from analysis.adding.register import Row
from analysis.base.errors import ProjectError

Verdict = Literal["accept", "reject", "skip", "correct", "undo"]


@dataclass(frozen=True)
class Decision:
    """One decision: `changes` are the cells that a correction sets; `by` and `at` say who decided, and when."""

    number: int
    verdict: Verdict
    by: str
    at: str
    changes: Row = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """How a candidate stands after all decisions: its verdict, empty where it is open, and its row as corrected."""

    candidate: Candidate
    verdict: str = ""
    by: str = ""

    @property
    def row(self) -> Row:
        """The cells as they are now."""
        return self.candidate.row


def decide(path: Path, number: int, verdict: Verdict, by: str, changes: Row | None = None) -> Decision:
    """Write a decision down and return it."""
    made = Decision(number, verdict, by, datetime.now().astimezone().isoformat(timespec="seconds"), changes or {})
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(made), ensure_ascii=False) + "\n")
    return made


def load_decisions(path: Path) -> list[Decision]:
    """Read the log of a review; a broken line is a `ProjectError` that names it."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            found.append(Decision(**json.loads(line)))
        except (ValueError, TypeError) as error:
            raise ProjectError(f"{path.name}, line {number}: no decision ({error}); take the line out.") from None
    return found


def standings(candidates: Iterable[Candidate], decisions: Iterable[Decision]) -> dict[int, Standing]:
    """Return how each candidate stands, by number."""
    found = {one.number: Standing(one) for one in candidates}
    for one in in_force(decisions):
        was = found[one.number]
        corrected = replace(was.candidate, row=was.candidate.row | one.changes)
        verdict = was.verdict if one.verdict == "correct" else one.verdict
        found[one.number] = Standing(corrected, verdict, one.by)
    return found


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that no later one takes back: undoing takes back the last one still in force."""
    kept: list[Decision] = []
    for one in decisions:
        if one.verdict != "undo":
            kept.append(one)
        elif kept:
            kept.pop()
    return kept
