"""Rules that Great Expectations does not have: bounds, periods, and ids listed in one cell.

Importing this module registers them, so that suites name them like any other type (`expect_bounds_to_contain_value`).
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

import pandas as pd
import polars as pl
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import ColumnMapExpectation, MulticolumnMapExpectation
from great_expectations.expectations.metrics import ColumnMapMetricProvider, column_condition_partial
from great_expectations.expectations.metrics.map_metric_provider import (
    MulticolumnMapMetricProvider,
    multicolumn_condition_partial,
)

from analysis.base.periods import period_of

_DOMAIN = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")
# Ids that other tables hold, by `table.column`. Great Expectations copies the arguments of a rule a hundred times over,
# which takes seconds for thousands of ids; so a rule names the column, and its ids wait here.
KNOWN: dict[str, pl.Series] = {}
Condition = Callable[..., pd.Series]  # takes columns, and tells by row whether they keep the rule


def _measure_cells(metric: str, holds: Condition, *keys: str) -> None:
    """Register a condition on a column, and on the arguments of a rule that it needs."""

    class _Metric(ColumnMapMetricProvider):
        condition_metric_name = metric
        condition_value_keys = keys

        @column_condition_partial(engine=PandasExecutionEngine)
        def _pandas(cls, column: pd.Series, **given: Any) -> pd.Series:  # noqa: N805, ANN401
            return holds(column, *(given.get(key) for key in keys)).astype(bool)


def _measure_rows(metric: str, holds: Condition) -> None:
    """Register a condition on columns, which it takes in the order in which the rule lists them."""

    class _Metric(MulticolumnMapMetricProvider):
        condition_metric_name = metric
        condition_domain_keys = _DOMAIN

        @multicolumn_condition_partial(engine=PandasExecutionEngine)
        def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:  # noqa: N805, ANN401
            return holds(*(column_list.iloc[:, place] for place in range(column_list.shape[1])))


def _about_cells(holds: FunctionType) -> FunctionType:
    """Make a condition on a column the type of rule that has its name."""
    _measure_cells(f"column_values.{holds.__name__}", holds)
    _make_type(holds, ColumnMapExpectation, "column_values")
    return holds


def _about_rows(holds: FunctionType) -> FunctionType:
    """Make a condition on columns the type of rule that has its name."""
    _measure_rows(f"multicolumn_values.{holds.__name__}", holds)
    _make_type(holds, MulticolumnMapExpectation, "multicolumn_values")
    return holds


def _make_type(holds: FunctionType, base: type, domain: str) -> None:
    # Great Expectations registers a class when it is made, by its name in snake case.
    name = holds.__name__.title().replace("_", "")
    type(name, (base,), {"map_metric": f"{domain}.{holds.__name__}", "__doc__": holds.__doc__, "__module__": __name__})


class ExpectIdsToExist(ColumnMapExpectation):
    """Each id stands in a column of another table (`known_in`: table.column, several joined by +)."""

    map_metric = "column_values.ids"
    success_keys = ("known_in", "mostly")
    known_in: str


class ExpectListedIdsToExist(ColumnMapExpectation):
    """Each id of a cell that lists several exists as in `ExpectIdsToExist`, and none stands twice.

    They are parted by spaces, or by the sign `parted_by`.
    """

    map_metric = "column_values.listed_ids"
    success_keys = ("known_in", "parted_by", "mostly")
    known_in: str
    parted_by: str | None = None


def _by_cell(column: pd.Series, holds: Callable[[Any], bool]) -> pd.Series:
    """Ask of each cell, once of cells that are the same."""
    return column.map({cell: holds(cell) for cell in column.unique()})


def _exist(column: pd.Series, known_in: str) -> pd.Series:
    return _of_texts(column, pl.col("cell").is_in(KNOWN[known_in].implode()))


def _all_exist(column: pd.Series, known_in: str, parted_by: str | None) -> pd.Series:
    cell = pl.col("cell").str
    ids = (cell.split(parted_by) if parted_by else cell.extract_all(r"\S+")).list
    exist = ids.eval(pl.element().is_in(KNOWN[known_in].implode())).list.all()
    return _of_texts(column, exist & (ids.len() > 0) & (ids.len() == ids.n_unique()))


def _of_texts(column: pd.Series, holds: pl.Expr) -> pd.Series:
    """Ask of all cells at once, as polars does: in pandas, ids took a hundred times as long to be looked up."""
    cells = pl.from_pandas(pd.DataFrame({"cell": column}, dtype="str"))
    return pd.Series(cells.select(holds).to_series().to_numpy(), index=column.index)


_measure_cells("column_values.ids", _exist, "known_in")
_measure_cells("column_values.listed_ids", _all_exist, "known_in", "parted_by")


@_about_cells
def expect_no_finding(column: pd.Series) -> pd.Series:
    """A column that `checking.matching` computes is empty; what stands in it says what is wrong with the row."""
    return column.isna()


@_about_cells
def expect_column_values_to_be_periods(column: pd.Series) -> pd.Series:
    """Each value is an ISO or SDMX period that the calendar has: 2017, 2017-Q2, 2017-H1, 2017-06, 2017-06-01."""
    return _by_cell(column, lambda cell: period_of(cell) is not None)


@_about_rows
def expect_bounds_to_contain_value(lower: pd.Series, value: pd.Series, upper: pd.Series) -> pd.Series:
    """Lower bound, value and upper bound stand in this order."""
    return (lower <= value) & (value <= upper)


@_about_rows
def expect_interval_not_to_be_empty(
    lower: pd.Series, upper: pd.Series, lower_closed: pd.Series, upper_closed: pd.Series
) -> pd.Series:
    """An interval holds a number: a single point needs both ends closed."""
    return (lower < upper) | ((lower == upper) & lower_closed.astype(bool) & upper_closed.astype(bool))


@_about_rows
def expect_period_to_have_begun_when_published(
    period: pd.Series, published: pd.Series, qualifier: pd.Series
) -> pd.Series:  # fmt: skip
    """A period starts before its bulletin is published, a target apart, which alone looks ahead."""
    rows = list(zip(map(str, period), map(str, published), map(str, qualifier), strict=True))
    begun = {row: _had_begun(*row) for row in set(rows)}
    return pd.Series([begun[row] for row in rows], index=period.index)


def _had_begun(period: str, published: str, qualifier: str) -> bool:
    begun, seen = period_of(period), period_of(published)
    # What cannot be read as a date is another rule's business.
    return "目标" in qualifier or "target" in qualifier or not (begun and seen) or begun.first <= seen.last


@_about_rows
def expect_id_to_start_with_id_of(ids: pd.Series, owners: pd.Series) -> pd.Series:
    """An id begins with the id of what it belongs to and a hyphen."""
    both = pl.from_pandas(pd.DataFrame({"id": ids, "owner": owners}, dtype="str"))
    starts = both.select(pl.col("id").str.starts_with(pl.col("owner") + "-")).to_series()
    return pd.Series(starts.to_numpy(), index=ids.index)
