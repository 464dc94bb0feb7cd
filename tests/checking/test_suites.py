from __future__ import annotations

import polars as pl
import pytest

from analysis.base import paths, shelf
from analysis.base.errors import BrokenRule, ProjectError, UnknownName
from analysis.checking import suites
from analysis.checking.frames import read_parquet
from analysis.checking.results import to_frame
from analysis.checking.rules import load_suites
from analysis.checking.sentences import MOST_SENTENCES, require_kept, sentences
from analysis.checking.suites import check_table, check_tables
from helpers.suites import rule, write_suite, write_table

ROWS = [
    {"id": "gov-2017q2-running-all", "indicator": "running_government_sites", "unit": "count:site"},
    {"id": "gov-2017q2-running-county", "indicator": "runing_government_sites", "unit": "percent"},
    {"id": "gov-2017q2-x", "indicator": "", "unit": "percent"},
]
IN_CODEBOOK = rule("expect_ids_to_exist", {"column": "indicator", "known_in": "books.id"})
BOOKS = {"books": [{"id": "running_government_sites"}, {"id": "spot_checked_sites"}]}
FILLED = rule("expect_column_values_to_not_be_null", {"column": "indicator"}, id="TST-02")


def excused(row: str) -> dict:
    return {**FILLED, "exceptions": [{"row": row, "reason": "not printed", "reason_zh": "未印"}]}


def test_misspelt_id_is_named_with_its_row_and_a_near_name(check):
    results = check(ROWS, IN_CODEBOOK, others=BOOKS)
    assert list(sentences(results)) == [
        "things.csv, row 3 (gov-2017q2-running-county): indicator 'runing_government_sites' is not in books.csv "
        "[TST-01]; did you mean running_government_sites?"
    ]
    with pytest.raises(BrokenRule, match="row 3"):
        require_kept(results)


def test_a_verdict_is_recalled_for_the_same_rows_ids_and_rules_alone(check, monkeypatch):
    monkeypatch.setattr(shelf, "STEP", "code")
    kept, made, validate = shelf.Shelf({}), [], suites._validate
    monkeypatch.setattr(suites, "_validate", lambda *given: made.append(1) or validate(*given))
    known, warning = (
        {"books": [*BOOKS["books"], {"id": "runing_government_sites"}]},
        IN_CODEBOOK | {"severity": "warning"},
    )
    asked = [
        (ROWS, IN_CODEBOOK, BOOKS),
        (ROWS[:1], IN_CODEBOOK, BOOKS),
        (ROWS, IN_CODEBOOK, known),
        (ROWS, warning, BOOKS),
    ]
    found = [check(rows, one, others=others, kept=kept) for rows, one, others in asked]
    assert len(made) == 4
    assert [check(rows, one, others=others, kept=kept) for rows, one, others in asked] == found
    assert len(made) == 4
    assert [check(rows, one, others=others) for rows, one, others in asked] == found


def test_a_strange_id_gets_advice_instead_of_a_near_name(check):
    rows = [{**ROWS[0], "indicator": "zzz"}]
    assert next(sentences(check(rows, IN_CODEBOOK, others=BOOKS))).endswith(
        "'zzz' is not in books.csv [TST-01]; mend it."
    )


def test_known_exception_passes_as_such(check):
    [result] = check(ROWS, excused("gov-2017q2-x"))
    assert (result.result, [f.id for f in result.excepted], result.failing) == ("exception", ["gov-2017q2-x"], ())
    require_kept([result])


def test_stale_exception_fails(check):
    [result] = check(ROWS[:2], excused("gov-2017q2-x"))
    assert (result.result, result.stale) == ("fail", ("gov-2017q2-x",))
    with pytest.raises(BrokenRule, match=r"things\.yml: the exception gov-2017q2-x of TST-02 is not needed"):
        require_kept([result])


def test_stale_exception_of_a_warning_fails_too(check):
    results = check(ROWS[:2], {**excused("gov-2017q2-x"), "severity": "warning"})
    with pytest.raises(BrokenRule, match="not needed"):
        require_kept(results)


def test_warning_is_reported_and_does_not_stop(check):
    results = check(ROWS, {**FILLED, "severity": "warning"})
    assert results[0].result == "fail"
    require_kept(results)
    assert list(sentences(results)) == ["things.csv, row 4 (gov-2017q2-x): indicator is empty [TST-02]; mend it."]


def test_misspelt_type_is_caught_with_a_near_name(check):
    with pytest.raises(
        UnknownName, match=r"things\.yml, TST-01: unknown type .*did you mean expect_column_values_to_be_in_set"
    ):
        check(ROWS, rule("expect_column_value_to_be_in_set", {"column": "indicator", "value_set": ["a"]}))


def test_misspelt_argument_is_caught(check):
    with pytest.raises(ProjectError, match=r"things\.yml, TST-01: .*colum"):
        check(ROWS, rule("expect_column_values_to_not_be_null", {"colum": "indicator"}))


def test_rules_of_the_same_content_are_both_loaded(check):
    assert [r.rule.id for r in check(ROWS, FILLED, {**FILLED, "id": "TST-03"})] == ["TST-02", "TST-03"]


def test_where_narrows_the_rows(check):
    filled = {**FILLED, "where": {"unit": "percent"}}
    [result] = check(ROWS, filled)
    assert (result.checked, [f.id for f in result.failing]) == (2, ["gov-2017q2-x"])
    wheres = [
        {"unit": {"not": "percent"}},
        {"unit": ["count:site"]},
        {"unit": {"not": ["percent"]}},
        {"indicator": {"is": "present"}},
    ]
    for where in wheres:
        assert check(ROWS, {**FILLED, "where": where})[0].result == "pass", where
    assert check(ROWS, {**FILLED, "where": {"indicator": {"is": "absent"}, "unit": "percent"}})[0].checked == 1


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


def test_many_failures_are_cut_short(check):
    rows = [{"id": f"r{n}", "indicator": "", "unit": "x"} for n in range(MOST_SENTENCES + 7)]
    with pytest.raises(BrokenRule) as caught:
        require_kept(check(rows, FILLED))
    lines = str(caught.value).splitlines()
    assert len(lines) == MOST_SENTENCES + 1
    assert lines[-1] == "... and 7 more"


def test_row_without_id_is_named_by_its_number(check):
    rows = [{"id": "a", "indicator": "x", "note": ""}, {"id": "", "indicator": "", "note": "n"}]
    assert list(sentences(check(rows, FILLED))) == ["things.csv, row 3: indicator is empty [TST-02]; mend it."]


def test_results_as_a_table(check, tmp_path):
    found = check(ROWS, IN_CODEBOOK, excused("gov-2017q2-x"), others=BOOKS)
    table = to_frame(found, load_suites(tmp_path / "expectations"))
    assert table["title"].to_list() == ["Things"] * 2
    assert table["result"].to_list() == ["fail", "exception"]
    assert table["failing_rows"].to_list() == ["gov-2017q2-running-county", ""]
    assert table["excepted_rows"].to_list() == ["", "gov-2017q2-x"]
    assert table["checked"].to_list() == [3, 3]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"why_zh": None}, "lacks why_zh"),
        ({"severity": "fatal"}, "unknown severity 'fatal'"),
        ({"id": "rule one"}, "an id is two or three capitals"),
        ({"wehre": {}}, "unknown field 'wehre'.*where"),
        ({"exceptions": [{"row": "a", "reason": "b"}]}, "lacks reason_zh"),
    ],
)
def test_malformed_rules_are_refused(check, change, says):
    broken = {key: value for key, value in {**FILLED, **change}.items() if value is not None}
    with pytest.raises(ProjectError, match=says):
        check(ROWS, broken)


def test_repeated_rule_id_is_refused(check):
    with pytest.raises(ProjectError, match="'TST-02' stands twice"):
        check(ROWS, FILLED, FILLED)


def test_own_suites_load_and_stay_small():
    suites = load_suites()
    assert {
        "bulletins",
        "copies",
        "statements",
        "indicators",
        "observations",
        "identities",
        "series",
        "estimates",
        "numbers",
        "exhibits",
    } <= set(suites)
    assert all(len(suite.rules) <= 60 for suite in suites.values())
    for suite in suites.values():
        for each in suite.rules:
            assert all(c >= "\u4e00" for c in each.why["zh"][:1]) and each.why["en"].endswith("."), each.id


def test_a_table_that_was_half_written_is_named(check, tmp_path):
    check([{"id": "a", "value": 1.0}], FILLED | {"kwargs": {"column": "value"}})
    path = tmp_path / "things.parquet"
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(ProjectError, match=r"things\.parquet is damaged .*: run `bulletins run`"):
        read_parquet(path)


def test_a_table_that_comes_after_a_broken_one_is_not_asked(tmp_path):
    folder, tables = tmp_path / "expectations", {}
    folder.mkdir()
    for name, after in {"a_third": ["b_second"], "b_second": ["c_first"], "c_first": []}.items():
        tables[name] = write_table(tmp_path, name, [{"id": "x", "indicator": ""}])
        asked = {**FILLED, "id": f"{name[0].upper()}AA-01", "kwargs": {"column": "indicator"}}
        write_suite(folder / f"{name}.yml", str(tables[name]), [asked], after=after)
    assert [r.table for r in check_tables(tables, folder)] == ["c_first"]
    tables["c_first"] = write_table(tmp_path, "c_first", [{"id": "x", "indicator": "y"}])
    assert [r.table for r in check_tables(tables, folder)] == ["b_second", "c_first"]


def test_a_notebook_checks_the_table_that_it_holds():
    observations = pl.read_parquet(paths.PROCESSED / "observations.parquet")
    assert not list(sentences(check_table("observations", observations)))
    at = pl.col("observation_id") == "ceirp-2022-qa-adoption-province"
    changed = observations.with_columns(value=pl.when(at).then(89.0).otherwise("value"))
    (told,) = sentences(check_table("observations", changed))
    assert told.startswith("observations.parquet, row ") and "value 89" in told
