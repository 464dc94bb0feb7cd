"""Broken rules in one sentence each: file, row, what is wrong, the rule, what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from analysis.base.errors import BrokenRule
from analysis.checking.results import FailingRow, RuleResult
from analysis.checking.rules import Rule

MOST_SENTENCES = 20
_RULE = re.compile(r"\[[A-Z]+-\d+\]")
_MORE = re.compile(r", (\d+) more rows \[")  # that are not listed
_MOST = 3  # sentences of one rule
LONGEST = 80  # letters of a cell that a sentence quotes

_SAYS = {
    "expect_column_values_to_not_be_null": "{column} is empty",
    "expect_column_values_to_be_null": "{column} {value} should be empty",
    "expect_column_values_to_be_unique": "{column} {value} stands more than once",
    "expect_compound_columns_to_be_unique": "{cells} stand together in more than one row",
    "expect_select_column_values_to_be_unique_within_record": "{cells} are the same",
    "expect_column_values_to_match_regex": "{column} {value} is not written as it should be",
    "expect_column_values_to_not_match_regex": "{column} {value} is not written as it should be",
    "expect_column_values_to_be_between": "{column} {value} is out of range",
    "expect_column_value_lengths_to_be_between": "{column} {value} is too long or too short",
    "expect_column_pair_values_to_be_equal": "{cells} differ",
    "expect_column_pair_values_a_to_be_greater_than_b": "{cells} stand in the wrong order",
    "expect_column_values_to_be_periods": "{column} {value} is no period (2017, 2017-Q2, 2017-H1, 2017-06, 2017-06-01)",
    "expect_bounds_to_contain_value": "the bounds do not contain the value ({cells})",
    "expect_interval_not_to_be_empty": "the interval holds no number ({cells})",
    "expect_period_to_have_begun_when_published": "the period begins after the bulletin was published ({cells})",
    "expect_no_finding": "{text}",
    "expect_id_to_start_with_id_of": "the id does not begin with that of its bulletin ({cells})",
}


def require_kept(results: list[RuleResult]) -> None:
    """Raise `BrokenRule`, a sentence per row (some 20 at most), for broken critical rules and stale exceptions.

    What a person wrote comes first, and no rule crowds out the others: the unit that was lost from the codebook stood
    behind hundreds of rows that use it.
    """
    said = sorted(sentences([r for r in results if r.stops]), key=lambda line: line.split(",")[0].endswith(".parquet"))
    if said:
        rules = {match[0] for line in said if (match := _RULE.search(line))}
        raise BrokenRule("\n".join(first_of_each_rule(said, max(_MOST, MOST_SENTENCES // max(1, len(rules))))))


def sentences(results: list[RuleResult]) -> Iterator[str]:
    """Yield a sentence for each row that breaks a rule, for each broken rule of a whole table, each stale exception."""
    for r in results:
        if r.message:
            yield f"{r.file}: {r.message} [{r.rule.id}]; {r.rule.what_to_do}"
        yield from (_about_row(r, row) for row in r.failing)
        if r.unshown:
            yield f"{r.file}, {r.unshown} more rows [{r.rule.id}]"
        for row_id in r.stale:
            yield (
                f"expectations/{r.table}.yml: the exception {row_id} of {r.rule.id} is not needed, no such row breaks "
                "the rule; take it out, here or in data/raw/confirmed.csv."
            )


def _about_row(r: RuleResult, row: FailingRow) -> str:
    name, file = f" ({row.id})" if row.id else "", row.file or r.file
    unit = "line" if file.endswith(".yml") else "row"
    what = _not_allowed(r, row) if r.allowed_in else _what(r.rule, row)
    return f"{file}, {unit} {row.number}{name}: {what}"


def _what(rule: Rule, row: FailingRow) -> str:
    if row.says:
        return f"{row.says} [{rule.id}]; {rule.what_to_do.replace('{id}', row.id)}"
    says = _SAYS.get(rule.type, rule.type.replace("_", " ") + ": {cells}")
    column = str(rule.kwargs.get("column", ""))
    cells = ", ".join(f"{key} {_shown(value)}" for key, value in row.cells.items())
    if "value_set" in rule.kwargs:
        says = "{column} {value} is none of " + ", ".join(map(str, rule.kwargs["value_set"]))
    value = row.cells.get(column)
    text = says.format(column=column, value=_shown(value), cells=cells, text=value)
    return f"{text} [{rule.id}]; {rule.what_to_do}"


def _not_allowed(r: RuleResult, row: FailingRow) -> str:
    """Name the id that another table lacks, and a near one: a slip of the pen is the usual mistake."""
    column, known = str(r.rule.kwargs["column"]), set(r.allowed)
    value = str(row.cells.get(column, ""))
    listed = value.split(r.rule.kwargs.get("parted_by")) if r.rule.type == "expect_listed_ids_to_exist" else [value]
    missing = next((name for name in listed if name not in known), None)
    if missing is None:
        return f"{column} '{value}' names an id twice [{r.rule.id}]; {r.rule.what_to_do}"
    # A row's own id is no slip of the pen: what it lacks is its counterpart in the other table.
    own = value == row.id and str(r.rule.kwargs["known_in"]).endswith(f".{column}")
    near = [] if own else difflib.get_close_matches(missing, r.allowed, n=1, cutoff=0.7)
    hint = f"did you mean {near[0]}?" if near else r.rule.what_to_do
    return f"{column} '{missing}' is not in {r.allowed_in} [{r.rule.id}]; {hint}"


def _shown(value: Any) -> str:  # noqa: ANN401 - cells are strings, numbers or missing
    if value is None or value != value:
        return "nothing"
    text = str(value)
    return f"{value:g}" if isinstance(value, float) else f"'{text if len(text) <= LONGEST else text[:LONGEST] + '…'}'"


def first_of_each_rule(said: Iterable[str], most: int = _MOST) -> Iterator[str]:
    """Yield the first sentences of each rule and how many more it has: nineteen known gaps hid the one new row."""
    by_rule: dict[str, list[str]] = {}
    for sentence in said:
        rule = _RULE.search(sentence)
        by_rule.setdefault(rule[0] if rule else sentence, []).append(sentence)
    for rule, lines in by_rule.items():
        told = [line for line in lines if not _MORE.search(line)]
        yield from told[:most]
        if more := max(0, len(told) - most) + sum(int(found[1]) for line in lines if (found := _MORE.search(line))):
            yield f"... and {more} more rows {rule}"
