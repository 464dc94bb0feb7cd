"""Broken rules in one sentence each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.base.errors import BrokenRule
from analysis.checking.sentences import MOST_SENTENCES, require_kept, sentences
from helpers.suites import BOOKS, FILLED, IN_CODEBOOK, ROWS


def test_misspelt_id_is_named_with_its_row_and_a_near_name(check):
    results = check(ROWS, IN_CODEBOOK, others=BOOKS)
    assert list(sentences(results)) == [
        "things.csv, row 3 (gov-2017q2-running-county): indicator 'runing_government_sites' is not in books.csv "
        "[TST-01]; did you mean running_government_sites?"
    ]
    with pytest.raises(BrokenRule, match="row 3"):
        require_kept(results)


def test_a_strange_id_gets_advice_instead_of_a_near_name(check):
    rows = [{**ROWS[0], "indicator": "zzz"}]
    assert next(sentences(check(rows, IN_CODEBOOK, others=BOOKS))).endswith(
        "'zzz' is not in books.csv [TST-01]; mend it."
    )


def test_many_failures_are_cut_short(check):
    rows = [{"id": f"r{n}", "indicator": "", "unit": "x"} for n in range(MOST_SENTENCES + 7)]
    with pytest.raises(BrokenRule) as caught:
        require_kept(check(rows, FILLED))
    lines = str(caught.value).splitlines()
    assert len(lines) == MOST_SENTENCES + 1
    assert lines[-1] == "... and 7 more rows [TST-02]"


def test_row_without_id_is_named_by_its_number(check):
    rows = [{"id": "a", "indicator": "x", "note": ""}, {"id": "", "indicator": "", "note": "n"}]
    assert list(sentences(check(rows, FILLED))) == ["things.csv, row 3: indicator is empty [TST-02]; mend it."]


def test_what_a_person_wrote_comes_before_what_was_made_of_it(check):
    (raw,) = check([{"id": "a", "indicator": "", "unit": "x"}], FILLED)
    (made,) = check([{"id": f"r{n}", "indicator": "", "unit": "x"} for n in range(15)], FILLED)
    rows = tuple(replace(row, file="observations.parquet") for row in made.failing)
    made = replace(made, failing=rows, rule=replace(made.rule, id="TST-09"))
    with pytest.raises(BrokenRule) as caught:
        require_kept([made, raw])
    lines = str(caught.value).splitlines()
    assert [line.split(",")[0] for line in lines[:11]] == ["things.csv", *["observations.parquet"] * 10]
    assert lines[11:] == ["... and 5 more rows [TST-09]"]
