"""A large table is asked about distinct rows alone, and every rule says of it what it says of all its rows."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from analysis.checking import asking, frames, suites
from analysis.checking.asking import ask
from analysis.checking.frames import Frames
from analysis.checking.rules import load_suite, load_suites
from analysis.checking.shape import COLUMNS
from analysis.checking.suites import rules_about_rows
from helpers.suites import rule, write_suite

TEXTS = dict.fromkeys(("id", "owner", "kind", "date", "listed", "finding"), pl.String)
TYPES = TEXTS | dict.fromkeys(("low", "value", "high"), pl.Float64) | {"open": pl.Boolean, "shut": pl.Boolean}
CELLS: dict[str, list[Any]] = {
    "id": ["a-1", "a-2", "b-1", "B", "", "a-1 "], "owner": ["a", "b", ""], "kind": ["x", "y", "z", ""],
    "date": ["2017", "2017-Q2", "2017-13", "2019-06", "目标", ""], "listed": ["x y", "x", "x x", "x q", ""],
    "finding": ["wrong", ""], **{name: [0.0, -0.0, 1.0, 2.5, float("nan"), None] for name in ("low", "value", "high")},
    **{name: [True, False] for name in ("open", "shut")},
}  # fmt: skip
KEPT = {"known_in": "kinds.kind"}
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("expect_column_values_to_not_be_null", {"column": "kind"}),
    ("expect_column_values_to_not_be_null", {"column": "value"}),
    ("expect_column_values_to_be_null", {"column": "finding"}),
    ("expect_column_values_to_be_unique", {"column": "id"}),
    ("expect_column_values_to_be_unique", {"column": "value"}),
    ("expect_compound_columns_to_be_unique", {"column_list": ["owner", "kind", "low"]}),
    (
        "expect_compound_columns_to_be_unique",
        {"column_list": ["owner", "kind"], "ignore_row_if": "any_value_is_missing"},
    ),
    ("expect_ids_to_exist", {"column": "kind", **KEPT}),
    ("expect_listed_ids_to_exist", {"column": "listed", **KEPT}),
    ("expect_no_finding", {"column": "finding"}),
    ("expect_column_values_to_be_in_set", {"column": "kind", "value_set": ["x", "q"]}),
    ("expect_column_values_to_match_regex", {"column": "id", "regex": "^[a-z]-[0-9]$"}),
    ("expect_column_values_to_not_match_regex", {"column": "id", "regex": "b"}),
    ("expect_column_values_to_be_between", {"column": "value", "min_value": 0, "strict_min": True}),
    ("expect_column_values_to_be_periods", {"column": "date"}),
    ("expect_column_value_lengths_to_be_between", {"column": "listed", "max_value": 1}),
    ("expect_column_pair_values_to_be_equal", {"column_A": "owner", "column_B": "kind", "ignore_row_if": "neither"}),
    ("expect_column_pair_values_a_to_be_greater_than_b", {"column_A": "high", "column_B": "low", "or_equal": True}),
    (
        "expect_column_pair_values_a_to_be_greater_than_b",
        {"column_A": "high", "column_B": "low", "ignore_row_if": "either_value_is_missing"},
    ),
    ("expect_bounds_to_contain_value", {"column_list": ["low", "value", "high"]}),
    (
        "expect_bounds_to_contain_value",
        {"column_list": ["low", "value", "high"], "ignore_row_if": "any_value_is_missing"},
    ),
    ("expect_interval_not_to_be_empty", {"column_list": ["low", "high", "open", "shut"]}),
    ("expect_id_to_start_with_id_of", {"column_list": ["id", "owner"], "ignore_row_if": "any_value_is_missing"}),
    ("expect_period_to_have_begun_when_published", {"column_list": ["date", "id", "kind"]}),
    # Not about one row by itself.
    ("expect_table_row_count_to_be_between", {"min_value": 3}),
    (COLUMNS, {"column_set": ["id", "lost"], "exact_match": False}),
    ("expect_column_values_to_be_increasing", {"column": "value"}),
    ("expect_column_values_to_not_be_null", {"column": "lost"}),
]
WHERES: list[dict[str, Any]] = [
    {}, {"kind": "x"}, {"kind": ["x", "y"]}, {"kind": {"not": "x"}}, {"kind": {"not": ["x", "y"]}},
    {"finding": {"is": "absent"}}, {"value": {"is": "present"}, "owner": "a"},
]  # fmt: skip
ROWS = st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()})
context = cache(suites.make_context)


def asked_of(
    folder: Path, rows: list[dict[str, Any]], asked: list[dict[str, Any]], held: int = 0
) -> list[dict[str, Any]]:
    """Ask rules about all rows, and about distinct ones, three at a time, where there are more than `held`."""
    pl.DataFrame(rows, schema=TYPES).write_parquet(folder / "things.parquet")
    pl.DataFrame({"kind": ["x", "y"]}).write_parquet(folder / "kinds.parquet")
    write_suite(folder / "things.yml", str(folder / "things.parquet"), asked)
    suite, found = load_suite(folder / "things.yml"), []
    for most in (100, held):
        with pytest.MonkeyPatch.context() as patched, suites._quiet():
            patched.setattr(frames, "MOST_HELD", most)
            patched.setattr(asking, "PART", 3)
            places = {name: folder / f"{name}.parquet" for name in ("things", "kinds")}
            said = ask(context, suite, Frames(places, {"things": suite}), rules_about_rows(suite))
        found.append({name: (one.broken.rows(), one.checked, one.message) for name, one in said.items()})
    return found


@example([], {}, 0)
@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.lists(ROWS, min_size=6, max_size=16), st.sampled_from(WHERES), st.sampled_from([0, 2]))
def test_distinct_rows_tell_what_all_rows_tell(rows, where, held):
    asked = [
        rule(*one, id=f"TST-{number:02}", where={} if one[0] == COLUMNS else where) for number, one in enumerate(ASKED)
    ]
    with TemporaryDirectory() as folder:
        whole, distinct = asked_of(Path(folder), rows, asked, held)
    for one, name in zip(ASKED, whole, strict=True):
        assert repr(distinct[name]) == repr(whole[name]), (one, where)


def test_every_type_of_rule_that_is_used_is_tried():
    used = {one.type for suite in load_suites().values() for one in rules_about_rows(suite)}
    assert used <= {type_ for type_, _ in ASKED}


def test_of_rows_that_are_the_same_one_is_shown(tmp_path, monkeypatch):
    shown, validate = [], asking._validate
    monkeypatch.setattr(asking, "_validate", lambda *given: shown.append(len(given[-1])) or validate(*given))
    rows = [dict.fromkeys(TYPES) | {"id": f"{number}", "kind": "x" if number < 90 else "q"} for number in range(100)]
    asked = [
        rule("expect_ids_to_exist", {"column": "kind", **KEPT}, id="TST-01"),
        rule("expect_column_values_to_be_unique", {"column": "id"}, id="TST-02"),
        rule("expect_column_values_to_not_be_null", {"column": "kind"}, id="TST-03"),
    ]
    whole, distinct = asked_of(tmp_path, rows, asked)
    assert whole == distinct
    assert shown == [100, 2, 1]  # rules about one column are asked together
    assert [row[1] for row in distinct["TST-01"][0]] == list(range(92, 102))
