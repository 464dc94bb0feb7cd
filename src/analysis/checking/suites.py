"""Run the rules of `expectations/` with Great Expectations over the tables as they stand in their files.

Great Expectations costs seconds to import and is imported by `check_tables` alone. Its context is ephemeral, so a run
leaves nothing behind.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from graphlib import TopologicalSorter
from importlib.util import LazyLoader, find_spec, module_from_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from analysis.base.errors import require_known
from analysis.base.shelf import Shelf, digest, shelf
from analysis.base.tables import content_of
from analysis.checking.asking import Context, Verdict, ask, columns_of
from analysis.checking.frames import FILE, ROW, Frames
from analysis.checking.results import FailingRow, RuleResult
from analysis.checking.rules import Rule, Suite, load_suites
from analysis.checking.seals import RULES as SEAL_RULES
from analysis.checking.seals import check_seals
from analysis.checking.shape import check_shape, is_about_shape

MOST_SHOWN = 1_000  # rows that break one rule and are listed; of more it is said how many they are


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
        found[:] = [replace(r, checked=frames.height(name)) for r in found]
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
    context = cache(make_context)  # where every verdict is recalled, Great Expectations is not even imported
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


def make_context() -> Any:  # noqa: ANN401 - importing the type costs seconds
    """Make a context of Great Expectations, in which rules are asked."""
    _put_off("scipy.stats")  # Great Expectations loads it for rules about distributions, of which there are none: 0.8 s
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def _put_off(name: str) -> None:
    """Let a module of a package load when something is asked of it."""
    package, _, part = name.rpartition(".")
    spec = None if name in sys.modules else find_spec(name)
    if spec and spec.loader:
        spec.loader = LazyLoader(spec.loader)
        sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
        setattr(sys.modules[package], part, sys.modules[name])


def _recall_table(context: Context, suite: Suite, frames: Frames, kept: Shelf) -> list[RuleResult]:
    """Check a table; a rule that came to a verdict about the same cells and ids of other tables is not asked again."""
    frame, path, rules = frames.joined(suite.table), frames.path(suite.table), rules_about_rows(suite)
    require_known("column", suite.row_id, frame.collect_schema().names(), path.name)
    cells = cache(lambda name: digest(content_of(frame.select(name).collect())))
    parts = {rule.id: (path.name, *_read_by(rule, suite, frame, cells, frames)) for rule in rules if kept.keeps}
    asked = [rule for rule in rules if not (kept.keeps and kept.holds(*parts[rule.id]))]
    found = cache(lambda: ask(context, suite, frames, asked))

    def verdict(rule: Rule) -> RuleResult:
        return _with_allowed(_result(rule, suite, path.name, found()[rule.id]), frames)

    return [kept.get(lambda rule=rule: verdict(rule), *parts.get(rule.id, ())) for rule in rules]


def _read_by(
    rule: Rule, suite: Suite, frame: pl.LazyFrame, cells: Callable[[str], str], frames: Frames
) -> Iterable[str]:  # fmt: skip
    """Yield all that a rule's verdict follows from: its words, the columns that it reads, the ids that it knows."""
    yield repr(rule)
    known, read = frame.collect_schema().names(), [*columns_of(rule), *rule.where]
    # A rule that names no column is about the table.
    for name in [FILE, ROW, suite.row_id, *read] if columns_of(rule) else known:
        yield name
        yield cells(name) if name in known else ""
    if reference := rule.kwargs.get("known_in"):
        yield repr((frames.column(reference).to_list(), frames.files(reference)))


def _result(rule: Rule, suite: Suite, file: str, found: Verdict) -> RuleResult:
    known = {e.row for e in rule.exceptions}
    ids = found.broken[suite.row_id].cast(pl.String).fill_null("")
    excepted, failing = (found.broken.filter(ids.is_in(list(known)) == is_known) for is_known in (True, False))
    stale = tuple(sorted(known.difference(ids)))
    failed = len(failing) or stale or found.message
    result = "fail" if failed else "exception" if len(excepted) else "pass"
    shown = _rows_of(failing.head(MOST_SHOWN), rule, suite.row_id), _rows_of(excepted, rule, suite.row_id)
    unshown = max(0, len(failing) - MOST_SHOWN)
    return RuleResult(rule, suite.table, file, result, found.checked, *shown, stale, found.message, unshown=unshown)


def _with_allowed(r: RuleResult, frames: Frames) -> RuleResult:
    """Keep the ids that exist beside the rows that name others, so that a sentence can offer near ones."""
    reference = r.rule.kwargs.get("known_in", "")
    if not reference or not r.failing:
        return r
    return replace(r, allowed=tuple(frames.column(reference)), allowed_in=frames.files(reference))


def _rows_of(broken: pl.DataFrame, rule: Rule, row_id: str) -> tuple[FailingRow, ...]:
    columns = [name for name in columns_of(rule) if name != row_id] or [row_id]
    return tuple(
        FailingRow(row[ROW], str(row[row_id] or ""), {name: row[name] for name in columns}, row[FILE])
        for row in broken.iter_rows(named=True)
    )


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
