"""What the rules found."""

from __future__ import annotations

import pytest

from analysis.base.errors import BrokenRule
from analysis.checking.results import to_frame
from analysis.checking.rules import load_suites
from analysis.checking.sentences import require_kept, sentences
from helpers.suites import BOOKS, FILLED, IN_CODEBOOK, ROWS


def excused(row: str) -> dict:
    return {**FILLED, "exceptions": [{"row": row, "reason": "not printed", "reason_zh": "未印"}]}


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


def test_results_as_a_table(check, tmp_path):
    found = check(ROWS, IN_CODEBOOK, excused("gov-2017q2-x"), others=BOOKS)
    table = to_frame(found, load_suites(tmp_path / "expectations"))
    assert table["title"].to_list() == ["Things"] * 2
    assert table["result"].to_list() == ["fail", "exception"]
    assert table["failing_rows"].to_list() == ["gov-2017q2-running-county", ""]
    assert table["excepted_rows"].to_list() == ["", "gov-2017q2-x"]
    assert table["checked"].to_list() == [3, 3]


def test_rows_that_break_a_rule_are_counted_whether_or_not_they_are_known(check, tmp_path):
    rows = [*ROWS, {"id": "gov-2017q2-y", "indicator": "", "unit": "percent"}]
    (row,) = to_frame(check(rows, excused("gov-2017q2-x")), load_suites(tmp_path / "expectations")).to_dicts()
    assert (row["unexpected"], row["excepted"], row["result"]) == (2, 1, "fail")
    assert (row["failing_rows"], row["excepted_rows"]) == ("gov-2017q2-y", "gov-2017q2-x")
    assert row["exception_reasons"] == "gov-2017q2-x: not printed"
