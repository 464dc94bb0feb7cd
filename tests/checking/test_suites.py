from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import polars as pl
import pytest

from analysis.base import paths, shelf
from analysis.base.errors import ProjectError, UnknownName
from analysis.checking import suites
from analysis.checking.results import to_frame
from analysis.checking.sentences import first_of_each_rule, sentences
from analysis.checking.suites import check_table, check_tables
from analysis.words.catalogue import LANGS
from helpers.suites import BOOKS, FILLED, IN_CODEBOOK, ROWS, rule, write_suite, write_table


def test_a_verdict_is_recalled_for_the_same_rows_ids_and_rules_alone(check, monkeypatch):
    monkeypatch.setattr(shelf, "STEP", "code")
    kept, made, ask = shelf.Shelf({}), [], suites.ask
    monkeypatch.setattr(suites, "ask", lambda *given: made.append(1) or ask(*given))
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


def test_a_rule_whose_cells_stand_is_not_asked_again(check, monkeypatch):
    monkeypatch.setattr(shelf, "STEP", "code")
    ask, asked = suites.ask, []
    monkeypatch.setattr(suites, "ask", lambda *given: asked.append([rule.id for rule in given[-1]]) or ask(*given))
    narrowed = FILLED | {"id": "TST-04", "kwargs": {"column": "indicator"}, "where": {"unit": "percent"}}
    counted = rule("expect_table_row_count_to_be_between", {"min_value": 1}) | {"id": "TST-05"}
    rules = [FILLED | {"id": "TST-03", "kwargs": {"column": "indicator"}}, narrowed, counted]
    changes = [{}, {"indicator": "other"}, {"unit": "days"}, {"note": "other"}, {"id": "other"}]
    kept, before = {}, []
    for change in changes:
        one = shelf.Shelf(kept)
        rows = [{"note": ""} | row for row in ROWS]
        rows[0] |= change
        before.append((check(rows, *rules, kept=one), rows))
        kept |= one.used
    assert asked == [["TST-03", "TST-04", "TST-05"]] * 2 + [
        ["TST-04", "TST-05"],
        ["TST-05"],
        ["TST-03", "TST-04", "TST-05"],
    ]
    assert [check(rows, *rules) for _, rows in before] == [found for found, _ in before]


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


def test_of_many_rows_that_break_a_rule_the_first_are_listed_and_the_rest_counted(check, monkeypatch):
    monkeypatch.setattr(suites, "MOST_SHOWN", 5)
    known = FILLED | {"exceptions": [{"row": "r1", "reason": "one", "reason_zh": "一"}]}
    (result,) = check([{"id": f"r{number}", "indicator": ""} for number in range(9)], known)
    assert [row.id for row in result.failing] == ["r0", "r2", "r3", "r4", "r5"]
    assert [row.id for row in result.excepted] == ["r1"]
    titled = SimpleNamespace(title=dict.fromkeys(LANGS, ""))
    assert to_frame([result], {"things": titled})["unexpected"].to_list() == [9]
    said = list(first_of_each_rule(sentences([result])))
    assert len(said) == 4 and said[-1] == "... and 5 more rows [TST-02]"


def test_a_notebook_checks_the_table_that_it_holds():
    observations = pl.read_parquet(paths.PROCESSED / "observations.parquet")
    assert not list(sentences(check_table("observations", observations)))
    at = pl.col("observation_id") == "ceirp-2022-qa-adoption-province"
    changed = observations.with_columns(value=pl.when(at).then(89.0).otherwise("value"))
    (told,) = sentences(check_table("observations", changed))
    assert told.startswith("observations.parquet, row ") and "value 89" in told


def test_what_no_rule_asks_for_is_loaded_when_it_is_asked_for():
    said = """
        import sys
        from analysis.checking.suites import make_context
        make_context()
        print("scipy.stats._stats_py" in sys.modules)
        from scipy import stats
        import scipy.stats.distributions
        print(stats.norm.cdf(0), stats is scipy.stats)
    """
    code = "\n".join(line.strip() for line in said.splitlines())
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "0.5", "True"], found.stderr
