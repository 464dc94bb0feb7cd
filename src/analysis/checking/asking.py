"""Ask Great Expectations about the rows of a table: about all at once or, of a large one, about those that differ.

What most rules say of a row follows from the cells that they read in it. All shown, ten million rows would take forty
minutes and some 80 GB; so of a large table a rule is shown the distinct rows of the columns that it reads, in parts,
and its verdict on each goes back to all rows with these cells. A question costs 20 ms whatever it is about: tables of
a usual size are shown whole, in one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_, xor
from typing import TYPE_CHECKING, Any

import polars as pl

from analysis.base.errors import ProjectError, require_known
from analysis.base.tables import grouped
from analysis.checking import frames as sizes
from analysis.checking.frames import FILE, ROW, Frames, height_of
from analysis.checking.rules import Rule, Suite

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations import ExpectationSuite

PART = 1_000_000  # distinct rows of a large table that are shown at once
UNIQUENESS = ("expect_column_values_to_be_unique", "expect_compound_columns_to_be_unique")
# Whose verdict on a row follows from its own cells; a rule of any other type is shown all rows.
BY_ROW = (
    "expect_column_values_to_not_be_null", "expect_column_values_to_be_null", "expect_no_finding",
    "expect_ids_to_exist", "expect_listed_ids_to_exist",
    "expect_column_values_to_be_in_set", "expect_column_values_to_match_regex",
    "expect_column_values_to_not_match_regex", "expect_column_values_to_be_between",
    "expect_column_values_to_be_periods", "expect_column_value_lengths_to_be_between",
    "expect_column_pair_values_to_be_equal", "expect_column_pair_values_a_to_be_greater_than_b",
    "expect_bounds_to_contain_value", "expect_interval_not_to_be_empty", "expect_id_to_start_with_id_of",
    "expect_period_to_have_begun_when_published",
)  # fmt: skip
_MOSTLY = 0.9  # where so many of the first rows differ, to find those that do costs more than to show all
Context = Callable[[], Any]  # that of Great Expectations, made on demand: importing it costs seconds


@dataclass(frozen=True)
class Verdict:
    """What a rule says: the rows that break it, with their places; how many it is about; what is wrong on the whole."""

    broken: pl.DataFrame
    checked: int
    message: str = ""


@dataclass(frozen=True)
class _Shown:
    """A table that rules are asked about."""

    context: Context
    suite: Suite
    frames: Frames
    table: pl.LazyFrame

    def ask(self, rules: Iterable[Rule], frame: pd.DataFrame) -> dict[str, dict[str, Any]]:
        return _validate(self.context(), build_suite(self.suite, self.frames, list(rules)), frame)

    def told_of(self, rule: Rule, rows: pl.LazyFrame) -> pl.LazyFrame:
        """Return of rows what is told of them: asked for cells, Great Expectations takes half a second for 1,000."""
        known = rows.collect_schema().names()
        names = dict.fromkeys([FILE, ROW, self.suite.row_id, *columns_of(rule)])
        return rows.select(name for name in names if name in known)

    def numbered(self, rule: Rule, numbers: pl.DataFrame) -> pl.DataFrame:
        return _of(self.told_of(rule, self.table), numbers).sort(ROW)


def ask(context: Context, suite: Suite, frames: Frames, rules: list[Rule]) -> dict[str, Verdict]:
    """Ask rules about a table, and return what each says of it by its id."""
    shown = _Shown(context, suite, frames, frames.joined(suite.table))
    if frames.height(suite.table) <= sizes.MOST_HELD:
        held = shown.table.collect()
        return _at_once(shown, rules, held, held.to_pandas())
    known, found = set(shown.table.collect_schema().names()), dict[str, Verdict]()
    for (way, *_), alike in grouped(rules, lambda rule: (*_way(rule, known), repr(rule.where))).items():
        found |= way(replace(shown, table=_narrow(shown, alike)), alike)
    return found


def _narrow(shown: _Shown, rules: list[Rule]) -> pl.LazyFrame:
    """Leave out what is joined or computed where rules read none of it."""
    plain = shown.frames.plain(shown.suite.table)
    return plain if {*_read_by(rules), *rules[0].where} <= set(plain.collect_schema().names()) else shown.table


def _read_by(rules: Iterable[Rule]) -> list[str]:
    return list(dict.fromkeys(name for rule in rules for name in columns_of(rule)))


def columns_of(rule: Rule) -> list[str]:
    """Return the columns that a rule names, those of `where` apart; none where it is about the table."""
    named = [rule.kwargs[name] for name in ("column", "column_A", "column_B") if name in rule.kwargs]
    return [*named, *rule.kwargs.get("column_list", [])]


def _way(rule: Rule, known: set[str]) -> tuple[Callable[[_Shown, list[Rule]], dict[str, Verdict]], Hashable]:
    """Choose how a rule is asked about a large table, and by what it is known which others are asked along with it."""
    columns = tuple(columns_of(rule))
    if not {*columns, *rule.where} <= known:
        return _about_all, columns
    if rule.type in UNIQUENESS and "ignore_row_if" not in rule.kwargs:
        return _about_repeated, columns
    return (_about_distinct, columns[0]) if rule.type in BY_ROW else (_about_all, columns)


def _at_once(shown: _Shown, rules: list[Rule], held: pl.DataFrame, frame: pd.DataFrame) -> dict[str, Verdict]:
    found, verdicts = shown.ask(rules, frame), {}
    for rule in rules:
        broken = shown.told_of(rule, held[_places(found[rule.id])].lazy()).collect()
        checked = found[rule.id]["result"].get("element_count", len(frame))
        verdicts[rule.id] = Verdict(broken, checked, _message(found[rule.id]))
    return verdicts


def _about_all(shown: _Shown, rules: list[Rule]) -> dict[str, Verdict]:
    """Show all rows, of those columns alone that a rule reads; where it names none, it asks how many there are."""
    import numpy as np
    import pandas as pd

    known = shown.table.collect_schema().names()
    read = [name for name in dict.fromkeys([*columns_of(rules[0]), *rules[0].where]) if name in known]
    if read:
        rows = shown.table.select({FILE, ROW, shown.suite.row_id, *read}).collect()
        return _at_once(shown, rules, rows, rows.select(read).to_pandas())
    height = shown.frames.height(shown.suite.table)
    blank = pd.DataFrame(np.broadcast_to(np.int8(0), (height, len(known))), columns=known)
    return _at_once(shown, rules, shown.table.head(0).collect(), blank)


def _about_distinct(shown: _Shown, rules: list[Rule]) -> dict[str, Verdict]:
    """Ask about distinct cells, and return the rows that have those which break a rule."""
    where = rules[0].where
    rows = shown.table.filter(_condition_rows(rules[0])) if where else shown.table
    distinct = _distinct(rows.select(_read_by(rules)))
    asked = [replace(rule, where={}) for rule in rules]
    parts = [(part, shown.ask(asked, part.to_pandas())) for part in distinct.iter_slices(PART)]
    checked, verdicts = height_of(rows) if where else shown.frames.height(shown.suite.table), {}
    for rule in rules:
        wrong = pl.concat([distinct.head(0), *(part[_places(found[rule.id])] for part, found in parts)])
        same = rows.join(wrong.lazy(), on=wrong.columns, how="semi", nulls_equal=True) if len(wrong) else rows.head(0)
        broken = shown.numbered(rule, same.select(ROW).collect(engine="streaming"))
        message = next(filter(None, (_message(found[rule.id]) for _, found in parts)), "")
        verdicts[rule.id] = Verdict(broken, checked, message)
    return verdicts


def _distinct(rows: pl.LazyFrame) -> pl.DataFrame:
    first = rows.head(sizes.MOST_HELD).collect()
    differ = first.n_unique() > _MOSTLY * len(first)
    return (rows if differ else rows.unique()).collect(engine="streaming")


def _about_repeated(shown: _Shown, rules: list[Rule]) -> dict[str, Verdict]:
    """Find what stands more than once, show two rows that are the same and one that is not: what of this is wrong?"""
    columns, asked = columns_of(rules[0]), [replace(rule, where={}) for rule in rules]
    rows, first = (
        table.filter(_condition_rows(rules[0])).select(ROW, *columns) for table in (shown.table, shown.table.head(PART))
    )
    repeated = _repeated(rows, columns)
    same, lone = repeated.sort(columns).head(2), first.collect().join(repeated, on=ROW, how="anti").head(1)
    found, checked = shown.ask(asked, pl.concat([same, lone]).select(columns).to_pandas()), height_of(rows)
    broken = {rule.id: repeated.filter(pl.lit(bool(_places(found[rule.id])))) for rule in rules}
    return {
        rule.id: Verdict(shown.numbered(rule, broken[rule.id]), checked, _message(found[rule.id])) for rule in rules
    }


def _repeated(rows: pl.LazyFrame, columns: list[str]) -> pl.DataFrame:
    """Return the rows whose cells stand more than once, but for those that have none."""
    prints = reduce(xor, (pl.col(name).hash(seed) for seed, name in enumerate(columns)))  # of a struct, it costs twice
    hashes = rows.select(prints).collect(engine="streaming").to_series()
    if hashes.n_unique() == len(hashes):  # a fifth of what it costs to find those that do not differ
        return rows.head(0).collect()
    some = rows.filter(pl.any_horizontal(pl.col(columns).is_not_null()))
    perhaps = some.select(ROW, print=prints).filter(pl.col("print").is_duplicated()).select(ROW)
    return _of(some, perhaps.collect(engine="streaming")).filter(pl.struct(columns).is_duplicated())


def _of(rows: pl.LazyFrame, numbered: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of some numbers; to look for none would read them all."""
    wanted = rows.join(numbered.lazy(), on=ROW, how="semi") if len(numbered) else rows.head(0)
    return wanted.collect(engine="streaming")


def _places(found: Mapping[str, Any]) -> list[int]:
    return found["result"].get("unexpected_index_list") or []


def _message(found: Mapping[str, Any]) -> str:
    """Say in one line why a rule about the whole table failed or could not be run."""
    if found["success"] or _places(found):
        return ""
    errors = [e["exception_message"] for e in found["exception_info"].values() if isinstance(e, dict)]
    if errors:
        return f"the rule cannot be run: {' '.join(errors[0].split())}"
    details = found["result"].get("details") or {}
    if missing := details.get("mismatched", {}).get("missing"):
        return f"columns are missing: {', '.join(missing)}"
    observed = found["result"].get("observed_value")
    return f"found {observed}" if observed is not None else "the table as a whole does not keep the rule"


def _condition_rows(rule: Rule) -> pl.Expr:
    """Tell which rows `where` leaves, as `_condition` does for Great Expectations."""
    return pl.all_horizontal(pl.lit(value=True), *(_left(pl.col(name), one) for name, one in rule.where.items()))


def _left(cell: pl.Expr, wanted: Any) -> pl.Expr:  # noqa: ANN401
    if isinstance(wanted, dict) and set(wanted) == {"not"}:
        return ~cell.is_in(_listed(wanted["not"])).fill_null(value=False)
    if isinstance(wanted, dict):
        return cell.is_null() if wanted == {"is": "absent"} else cell.is_not_null()
    return cell.is_in(_listed(wanted)).fill_null(value=False)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [value]


def build_suite(suite: Suite, frames: Frames, rules: list[Rule]) -> ExpectationSuite:
    """Build a suite of Great Expectations of some rules; `ProjectError` unless it holds each of them.

    Given a type that it does not know, it drops the rule with no more than a log line: the type is looked up first.
    """
    import great_expectations as gx

    expectations = [_expectation(rule, suite, frames) for rule in rules]
    built = gx.ExpectationSuite(name=suite.table, expectations=expectations)
    loaded = [((expectation.meta or {}).get("id"), expectation.expectation_type) for expectation in built.expectations]
    if loaded != [(rule.id, rule.type) for rule in rules]:
        counts = f"holds {len(rules)} rules about rows, Great Expectations loaded {len(loaded)}"
        raise ProjectError(f"expectations/{suite.table}.yml: {counts}; two of them ask for the same thing.")
    return built


def _validate(context: Any, built: ExpectationSuite, frame: pd.DataFrame) -> dict[str, dict[str, Any]]:  # noqa: ANN401
    """Validate a frame as such: to make a batch of it digests all its rows, which costs more than all else."""
    from great_expectations.execution_engine import PandasExecutionEngine
    from great_expectations.validator.validator import Validator

    engine = PandasExecutionEngine(batch_data_dict={"all": frame})
    validated: Any = Validator(engine, data_context=context).validate(built, result_format="COMPLETE")
    results: list[Any] = [r.to_json_dict() for r in validated.results]
    return {r["expectation_config"]["meta"]["id"]: r for r in results}


def _expectation(rule: Rule, suite: Suite, frames: Frames) -> Any:  # noqa: ANN401 - importing the type costs seconds
    """Build one expectation; a type or an argument that does not exist is a `ProjectError`."""
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
    from great_expectations.expectations.metadata_types import FailureSeverity
    from great_expectations.expectations.registry import list_registered_expectation_implementations

    from analysis.checking import custom  # importing it registers its types

    place, known = f"expectations/{suite.table}.yml, {rule.id}", list_registered_expectation_implementations()
    require_known("type", rule.type, known, place)
    kwargs = dict(rule.kwargs)
    if "known_in" in kwargs:
        custom.KNOWN[kwargs["known_in"]] = frames.column(kwargs["known_in"])
    if rule.where:
        kwargs["row_condition"] = _condition(rule)
    config = ExpectationConfiguration(rule.type, kwargs, meta={"id": rule.id}, severity=FailureSeverity(rule.severity))
    try:
        return config.to_domain_obj()
    except ValueError as error:  # what pydantic raises for arguments that a type does not take
        raise ProjectError(f"{place}: {' '.join(str(error).split())}") from None


def _condition(rule: Rule) -> Any:  # noqa: ANN401
    """Turn `where` into a condition: a value, a list of values, {not: value or list}, {is: present | absent}."""
    return reduce(and_, (_condition_on(column, wanted) for column, wanted in rule.where.items()))


def _condition_on(name: str, wanted: Any) -> Any:  # noqa: ANN401
    from great_expectations.expectations.row_conditions import Column

    column = Column(name)
    if isinstance(wanted, dict) and set(wanted) == {"not"}:
        value = wanted["not"]
        return column.is_not_in(value) if isinstance(value, list) else column != value
    if isinstance(wanted, dict):
        return column.is_null() if wanted == {"is": "absent"} else column.is_not_null()
    return column.is_in(wanted) if isinstance(wanted, list) else column == wanted
