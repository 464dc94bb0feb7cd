"""Tables as the rules see them."""

from __future__ import annotations

import pytest

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.base.errors import ProjectError
from analysis.checking.frames import Frames, read_parquet
from analysis.checking.rules import load_suites
from analysis.checking.sentences import sentences
from analysis.checking.suites import check_tables
from helpers.suites import BOOKS, FILLED, IN_CODEBOOK, ROWS, rule


def test_joined_columns_serve_rules_and_conditions(check):
    rows = [{"id": "a", "indicator": "share", "value": 101.0}, {"id": "b", "indicator": "count", "value": 101.0}]
    books = {
        "books": [
            {"indicator": "share", "kind": "share", "max": 100.0},
            {"indicator": "count", "kind": "stock", "max": None},
        ]
    }
    most = rule(
        "expect_column_pair_values_a_to_be_greater_than_b",
        {"column_A": "books.max", "column_B": "value", "or_equal": True, "ignore_row_if": "either_value_is_missing"},
    )
    narrowed = rule(
        "expect_column_values_to_be_between",
        {"column": "value", "max_value": 100},
        id="TST-02",
        where={"books.kind": "share"},
    )
    joins = [{"table": "books", "on": "indicator", "columns": ["kind", "max"]}]
    assert [[f.id for f in r.failing] for r in check(rows, most, narrowed, others=books, joins=joins)] == [["a"], ["a"]]


def test_missing_column_is_named(check):
    about_columns = rule("expect_table_columns_to_match_set", {"column_set": ["id", "level"], "exact_match": False})
    about_level = {**FILLED, "kwargs": {"column": "level"}}
    assert list(sentences(check(ROWS, about_columns, about_level))) == [
        "things.csv, row 1: the header lacks the column 'level' [TST-01]; mend it."
    ]
    processed = [{"id": "a", "value": 1.0}]
    first, second = sentences(check(processed, about_columns, about_level))
    assert first == "things.parquet: columns are missing: level [TST-01]; mend it."
    assert second.startswith("things.parquet: the rule cannot be run: ") and "level" in second


def test_missing_table_is_named(check, tmp_path):
    with pytest.raises(ProjectError, match="is missing"):
        check(ROWS, IN_CODEBOOK, others=BOOKS)
        (tmp_path / "books.csv").unlink()
        check_tables({"things": tmp_path / "things.csv"}, tmp_path / "expectations")


def test_text_in_a_column_of_numbers_is_named(check):
    with pytest.raises(ProjectError, match=r"things\.csv, row 3: max 'many' is not a number"):
        check(
            [{"id": "a", "max": "1"}, {"id": "b", "max": "many"}],
            rule("expect_column_values_to_be_between", {"column": "max"}),
            numbers=["max"],
        )


def test_a_table_that_was_half_written_is_named(check, tmp_path):
    check([{"id": "a", "value": 1.0}], FILLED | {"kwargs": {"column": "value"}})
    path = tmp_path / "things.parquet"
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(ProjectError, match=r"things\.parquet is damaged .*: run `bulletins run`"):
        read_parquet(path)


def test_a_rule_sees_the_figures_of_all_observations_by_id():
    figures = Frames({}, load_suites()).figures
    assert figures["gov-2017q2-running-all"].value == 36916
    assert set(figures) > {row["statement_id"] for row in read_rows(paths.RAW / "statements.csv")}  # derived ones too
