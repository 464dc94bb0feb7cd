"""Run the rules of `expectations/` with Great Expectations over the tables as they stand in their files.

Great Expectations costs seconds to import and is imported by `check_tables` alone. Its context is ephemeral, so a run
leaves nothing behind. Given a type that it does not know, a suite drops the rule with no more than a log line:
`build_suite` looks the type up first, and counts.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, reduce
from graphlib import TopologicalSorter
from operator import and_
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from analysis.base.errors import ProjectError, require_known
from analysis.base.shelf import Shelf, digest, shelf
from analysis.checking.frames import FILE, ROW, Frames
from analysis.checking.results import FailingRow, RuleResult
from analysis.checking.rules import Rule, Suite, load_suites
from analysis.checking.seals import RULES as SEAL_RULES
from analysis.checking.seals import check_seals
from analysis.checking.shape import check_shape, is_about_shape

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    from great_expectations import ExpectationSuite
    from great_expectations.datasource.fluent.interfaces import Batch


def check_tables(tables: Mapping[str, Path], folder: Path | None = None, kept: Shelf | None = None) -> list[RuleResult]:
    """Check tables, given as names and files, by their suites; results in the order of the suites' rules.

    Where the shape of a file is wrong, there are the results about shapes alone. Rules may look at tables that are not
    named: these are then read from their places in the project. Raises `ProjectError` where a suite or a table cannot
    be read.
    """
    suites = load_suites(folder)
    require_known("table", tables, suites, "expectations/")
    wanted = {name: suite for name, suite in suites.items() if name in tables}
    shapes = {name: list(check_shape(suite, tables[name])) for name, suite in wanted.items()}
    if any(r.stops for found in shapes.values() for r in found):
        return [r for found in shapes.values() for r in found]
    frames = Frames(tables, suites)
    rows = _check_rows(wanted, frames, kept or Shelf({}))
    for name, found in shapes.items():
        found[:] = [replace(r, checked=len(frames.plain(name))) for r in found]
    for name in wanted.keys() & {"seals"}:
        shapes[name] += check_seals(wanted[name], frames, suites, kept or Shelf({}))
    return [r for name, suite in wanted.items() for r in _in_order(suite, [*shapes[name], *rows.get(name, [])])]


def check_table(name: str, table: pl.DataFrame) -> list[RuleResult]:
    """Check a table as a notebook holds it by the suite of that name."""
    with TemporaryDirectory() as folder, shelf(f"check-table-{name}") as kept:
        path = Path(folder) / f"{name}.parquet"
        table.write_parquet(path)
        return check_tables({name: path}, kept=kept)


def _in_order(suite: Suite, results: list[RuleResult]) -> list[RuleResult]:
    """Return results in the order of the suite's rules."""
    order = {rule.id: place for place, rule in enumerate(suite.rules)}
    return sorted(results, key=lambda r: order[r.rule.id])


def _check_rows(wanted: Mapping[str, Suite], frames: Frames, kept: Shelf) -> dict[str, list[RuleResult]]:
    """Check the rows of tables; a table that comes after others is left out where these break their rules."""
    found: dict[str, list[RuleResult]] = {}
    before = {name: [other for other in suite.after if other in wanted] for name, suite in wanted.items()}
    context = cache(_context)  # where every verdict is recalled, Great Expectations is not even imported
    with _quiet():
        for name in TopologicalSorter(before).static_order():
            if not any(other not in found or any(r.stops for r in found[other]) for other in before[name]):
                found[name] = _recall_table(context, wanted[name], frames, kept)
    return found


def tables_of_stage(*stages: str, folder: Path | None = None) -> dict[str, Path]:
    """Return the tables that have a suite, with their files, for the stages `raw` and `processed` (both by default)."""
    wanted = stages or ("raw", "processed")
    return {name: suite.path for name, suite in load_suites(folder).items() if suite.stage in wanted}


def rules_about_rows(suite: Suite) -> list[Rule]:
    """Return the rules of a suite that Great Expectations checks; those about shape and seals come before."""
    return [rule for rule in suite.rules if not is_about_shape(rule, suite) and rule.type not in SEAL_RULES]


def build_suite(suite: Suite, frames: Frames, rules: Iterable[Rule] | None = None) -> ExpectationSuite:
    """Build the suite of Great Expectations, of some rules or all; `ProjectError` unless it holds each of them."""
    import great_expectations as gx

    rules = rules_about_rows(suite) if rules is None else list(rules)
    expectations = [_expectation(rule, suite, frames) for rule in rules]
    built = gx.ExpectationSuite(name=suite.table, expectations=expectations)
    loaded = [((expectation.meta or {}).get("id"), expectation.expectation_type) for expectation in built.expectations]
    if loaded != [(rule.id, rule.type) for rule in rules]:
        counts = f"holds {len(rules)} rules about rows, Great Expectations loaded {len(loaded)}"
        raise ProjectError(f"expectations/{suite.table}.yml: {counts}; two of them ask for the same thing.")
    return built


def _context() -> Any:  # noqa: ANN401 - importing the type costs seconds
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def _recall_table(context: Callable[[], Any], suite: Suite, frames: Frames, kept: Shelf) -> list[RuleResult]:
    """Check a table; a rule that came to a verdict about the same cells and ids of other tables is not asked again."""
    frame, path, rules = frames.joined(suite.table), frames.path(suite.table), rules_about_rows(suite)
    require_known("column", suite.row_id, [str(c) for c in frame.columns], path.name)
    cells = cache(lambda name: digest(repr(frame[name].tolist())) if name in frame else "")
    parts = {rule.id: (path.name, *_read_by(rule, suite, frame, cells, frames)) for rule in rules}
    asked = [rule for rule in rules if not kept.holds(*parts[rule.id])]
    found = cache(lambda: _validate(context(), build_suite(suite, frames, asked), frame))

    def verdict(rule: Rule) -> RuleResult:
        return _with_allowed(_result(rule, suite, path.name, found()[rule.id], frame), frames)

    return [kept.get(lambda rule=rule: verdict(rule), *parts[rule.id]) for rule in rules]


def _read_by(
    rule: Rule, suite: Suite, frame: pd.DataFrame, cells: Callable[[str], str], frames: Frames
) -> Iterable[str]:  # fmt: skip
    """Yield all that a rule's verdict follows from: its words, the columns that it reads, the ids that it knows."""
    yield repr(rule)
    read = [*_columns_of(rule), *rule.where]
    # A rule that names no column is about the table.
    for name in [FILE, ROW, suite.row_id, *read] if _columns_of(rule) else map(str, frame.columns):
        yield name
        yield cells(name)
    if reference := rule.kwargs.get("known_in"):
        yield repr((frames.column(reference), frames.files(reference)))


def _columns_of(rule: Rule) -> list[str]:
    named = [rule.kwargs[name] for name in ("column", "column_A", "column_B") if name in rule.kwargs]
    return [*named, *rule.kwargs.get("column_list", [])]


def _validate(context: Any, built: ExpectationSuite, frame: pd.DataFrame) -> dict[str, dict[str, Any]]:  # noqa: ANN401
    source = context.data_sources.add_pandas(built.name).add_dataframe_asset(built.name)
    whole = source.add_batch_definition_whole_dataframe("all")
    batch: Batch = whole.get_batch(batch_parameters={"dataframe": frame})
    validated = batch.validate(context.suites.add(built), result_format="COMPLETE")
    results: list[Any] = [r.to_json_dict() for r in validated.results]
    return {r["expectation_config"]["meta"]["id"]: r for r in results}


def _result(rule: Rule, suite: Suite, file: str, found: Mapping[str, Any], frame: pd.DataFrame) -> RuleResult:
    broken = _failing_rows(frame, found["result"].get("unexpected_index_list") or [], rule, suite.row_id)
    known = {e.row for e in rule.exceptions}
    failing = tuple(f for f in broken if f.id not in known)
    excepted = tuple(f for f in broken if f.id in known)
    stale = tuple(sorted(known - {f.id for f in broken}))
    message = "" if found["success"] or broken else _message(found)
    failed = failing or stale or message
    result = "fail" if failed else "exception" if excepted else "pass"
    checked = found["result"].get("element_count", len(frame))
    return RuleResult(rule, suite.table, file, result, checked, failing, excepted, stale, message)


def _with_allowed(r: RuleResult, frames: Frames) -> RuleResult:
    """Keep the ids that exist beside the rows that name others, so that a sentence can offer near ones."""
    reference = r.rule.kwargs.get("known_in", "")
    if not reference or not r.failing:
        return r
    return replace(r, allowed=tuple(map(str, frames.column(reference))), allowed_in=frames.files(reference))


def _failing_rows(frame: pd.DataFrame, places: list[int], rule: Rule, row_id: str) -> list[FailingRow]:
    """Look up rows by their places: asked for cells, Great Expectations takes half a second for a thousand rows."""
    if not places:
        return []
    columns = [name for name in _columns_of(rule) if name != row_id] or [row_id]
    rows = frame.loc[places, list(dict.fromkeys([FILE, ROW, row_id, *columns]))].astype(object)
    return [
        FailingRow(row[ROW], _text(row[row_id]), {name: row[name] for name in columns}, row[FILE])
        for row in rows.where(rows.notna(), None).to_dict("records")
    ]


def _text(value: Any) -> str:  # noqa: ANN401 - cells are strings, numbers or missing
    return "" if value is None or value != value else str(value)


def _message(found: Mapping[str, Any]) -> str:
    """Say in one line why a rule about the whole table failed or could not be run."""
    errors = [e["exception_message"] for e in found["exception_info"].values() if isinstance(e, dict)]
    if errors:
        return f"the rule cannot be run: {' '.join(errors[0].split())}"
    details = found["result"].get("details") or {}
    if missing := details.get("mismatched", {}).get("missing"):
        return f"columns are missing: {', '.join(missing)}"
    observed = found["result"].get("observed_value")
    return f"found {observed}" if observed is not None else "the table as a whole does not keep the rule"


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
        custom.KNOWN[kwargs["known_in"]] = frozenset(map(str, frames.column(kwargs["known_in"])))
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


@contextmanager
def _quiet() -> Generator[None]:
    """Keep the log lines of Great Expectations off the terminal: all they say is in the results."""
    log = logging.getLogger("great_expectations")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)
