"""What the rules found, as rows that sentences, tables and pages are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from analysis.checking.rules import Rule, Suite, Texts
from analysis.words.catalogue import LANGS, columns

if TYPE_CHECKING:
    import polars


@dataclass(frozen=True, slots=True)
class FailingRow:
    """A row that breaks a rule: its number in its file (the line of a YAML file), its id, the cells that the rule sees.

    `says` is what is wrong in words, where no sentence of `checking.sentences` can be made from the cells.
    """

    number: int
    id: str
    cells: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What a rule found: `pass`, `fail`, or `exception` where all rows that break it are known to do so."""

    rule: Rule
    table: str
    file: str
    result: str
    checked: int
    failing: tuple[FailingRow, ...] = ()
    excepted: tuple[FailingRow, ...] = ()
    # Rows recorded as exceptions that keep the rule (or are gone): the record must go, too.
    stale: tuple[str, ...] = ()
    # Set where the rule concerns the whole table, or could not be run.
    message: str = ""
    # The values that another table allows, and its file, where the rule asks that ids exist there.
    allowed: tuple[str, ...] = ()
    allowed_in: str = ""
    # How many more rows break the rule than are listed.
    unshown: int = 0

    @property
    def stops(self) -> bool:
        """Tell whether a run must stop: a critical rule is broken, or the record of an exception is out of date."""
        return bool(self.stale) or (self.result == "fail" and self.rule.severity == "critical")


def to_frame(results: list[RuleResult], suites: Mapping[str, Suite]) -> polars.DataFrame:
    """Return results as a table: one row per rule, ids of failing and excepted rows parted by spaces.

    It holds the titles of the checked tables, so that who shows it need not read the suites again.
    """
    import polars as pl

    named = (
        "rule_id", "table", *columns("title"), "type", "severity", "result", "checked", "unexpected", "excepted",
        "failing_rows", "excepted_rows", *columns("why"), "what_to_do", *columns("exception_reasons"),
    )  # fmt: skip
    numbers = ("checked", "unexpected", "excepted")
    schema = {column: pl.Int64 if column in numbers else pl.String for column in named}
    return pl.DataFrame([_as_row(r, suites[r.table].title) for r in results], schema=schema, orient="row")


def _as_row(r: RuleResult, title: Texts) -> tuple[Any, ...]:
    rule, known = r.rule, r.rule.exceptions
    return (
        rule.id, r.table, *(title[lang] for lang in LANGS), rule.type, rule.severity, r.result, r.checked,
        len(r.failing) + r.unshown + len(r.excepted), len(r.excepted),
        " ".join(f.id for f in r.failing), " ".join(f.id for f in r.excepted),
        *(rule.why[lang] for lang in LANGS), rule.what_to_do,
        *(" | ".join(f"{e.row}: {e.reason[lang]}" for e in known) for lang in LANGS),
    )  # fmt: skip
