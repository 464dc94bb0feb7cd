"""Rules that Great Expectations does not have: bounds, periods, and ids listed in one cell.

Importing this module registers the classes, so that suites name them like any other type
(`expect_bounds_to_contain_value`).
"""

from __future__ import annotations

from typing import Any

import pandas as pd
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
KNOWN: dict[str, frozenset[str]] = {}


class _Ids(ColumnMapMetricProvider):
    condition_metric_name = "column_values.ids"
    condition_value_keys = ("known_in",)

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, known_in: str, **_: Any) -> pd.Series:  # noqa: N805, ANN401
        return column.isin(KNOWN[known_in])


class ExpectIdsToExist(ColumnMapExpectation):
    """Each id stands in a column of another table (`known_in`: table.column, several joined by +)."""

    map_metric = "column_values.ids"
    success_keys = ("known_in", "mostly")
    known_in: str


class _ListedIds(ColumnMapMetricProvider):
    condition_metric_name = "column_values.listed_ids"
    condition_value_keys = ("known_in", "parted_by")

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, known_in: str, parted_by: str | None = None, **_: Any) -> pd.Series:  # noqa: N805, ANN401
        names = KNOWN[known_in]
        return column.map(lambda cell: _is_list_of(cell.split(parted_by), names)).astype(bool)


def _is_list_of(ids: list[str], known: frozenset[str]) -> bool:
    """Tell whether ids are known and stand once each."""
    return len(set(ids)) == len(ids) > 0 and set(ids) <= known


class ExpectListedIdsToExist(ColumnMapExpectation):
    """Each id of a cell that lists several exists as in `ExpectIdsToExist`, and none stands twice.

    They are parted by spaces, or by the sign `parted_by`.
    """

    map_metric = "column_values.listed_ids"
    success_keys = ("known_in", "parted_by", "mostly")
    known_in: str
    parted_by: str | None = None


class _NoFinding(ColumnMapMetricProvider):
    condition_metric_name = "column_values.no_finding"

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, **_: Any) -> pd.Series:  # noqa: N805, ANN401
        return column.isna()


class ExpectNoFinding(ColumnMapExpectation):
    """A column that `checking.matching` computes is empty; what stands in it says what is wrong with the row."""

    map_metric = "column_values.no_finding"


class _Periods(ColumnMapMetricProvider):
    condition_metric_name = "column_values.periods"

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, **_: Any) -> pd.Series:  # noqa: N805, ANN401
        return column.map(lambda cell: period_of(cell) is not None).astype(bool)


class ExpectColumnValuesToBePeriods(ColumnMapExpectation):
    """Each value is an ISO or SDMX period that the calendar has: 2017, 2017-Q2, 2017-H1, 2017-06, 2017-06-01."""

    map_metric = "column_values.periods"


class _Rows(MulticolumnMapMetricProvider):
    """A condition on whole rows; `holds` receives the columns in the order in which the rule lists them."""

    condition_domain_keys = _DOMAIN


class _BoundsContain(_Rows):
    condition_metric_name = "multicolumn_values.bounds_contain"

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:  # noqa: N805, ANN401
        lower, value, upper = _columns(column_list)
        return (lower <= value) & (value <= upper)


class ExpectBoundsToContainValue(MulticolumnMapExpectation):
    """Lower bound, value and upper bound stand in this order (columns: lower, value, upper)."""

    map_metric = "multicolumn_values.bounds_contain"


class _IntervalNotEmpty(_Rows):
    condition_metric_name = "multicolumn_values.interval_not_empty"

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:  # noqa: N805, ANN401
        lower, upper, lower_closed, upper_closed = _columns(column_list)
        return (lower < upper) | ((lower == upper) & lower_closed.astype(bool) & upper_closed.astype(bool))


class ExpectIntervalNotToBeEmpty(MulticolumnMapExpectation):
    """An interval holds a number: a single point needs both ends closed (lower, upper, lower_closed, upper_closed)."""

    map_metric = "multicolumn_values.interval_not_empty"


class _BegunWhenPublished(_Rows):
    condition_metric_name = "multicolumn_values.begun_when_published"

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:  # noqa: N805, ANN401
        rows = zip(*_columns(column_list), strict=True)
        return pd.Series([_had_begun(*row) for row in rows], index=column_list.index)


def _had_begun(period: Any, published: Any, qualifier: Any) -> bool:  # noqa: ANN401 - cells may be missing
    # Only a target looks ahead.
    if any(word in str(qualifier) for word in ("目标", "target")):
        return True
    begun, seen = period_of(str(period)), period_of(str(published))
    # What cannot be read as a date is another rule's business.
    return begun is None or seen is None or begun.first <= seen.last


class ExpectPeriodToHaveBegunWhenPublished(MulticolumnMapExpectation):
    """A period starts before its bulletin is published, a target apart (time_period, published, qualifier)."""

    map_metric = "multicolumn_values.begun_when_published"


class _StartsWith(_Rows):
    condition_metric_name = "multicolumn_values.starts_with"

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:  # noqa: N805, ANN401
        pairs = zip(*_columns(column_list), strict=True)
        return pd.Series([a.startswith(f"{b}-") for a, b in pairs], index=column_list.index)


class ExpectIdToStartWithIdOf(MulticolumnMapExpectation):
    """An id begins with the id of what it belongs to and a hyphen (statement_id, bulletin_id)."""

    map_metric = "multicolumn_values.starts_with"


def _columns(frame: pd.DataFrame) -> list[pd.Series]:
    return [frame.iloc[:, place] for place in range(frame.shape[1])]
