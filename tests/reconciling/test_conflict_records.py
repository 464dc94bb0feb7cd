from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.reconciling.conflict_records import choices_of, load_conflict_records
from helpers.conflicts import RECORD


def test_choices_come_from_chosen_records(write):
    text = RECORD.replace("handled: conflict", "handled: chosen\n  chosen: cut-2017")
    assert choices_of(load_conflict_records(write(text)))["cut-2017"].conflict_id == "conflict-2016-end-count"


def test_texts_and_sums_say_what_a_record_needs(write):
    record = load_conflict_records(write(RECORD))[0]
    assert record.needed == {"eval-2016-end", "cut-2017", "count-2017"}
    assert record.computed["before"].names == ("count-2017", "cut-2017")


def test_a_sum_that_cannot_be_read_is_named_with_its_entry(write):
    with pytest.raises(ProjectError, match=r"yml, conflict-2016-end-count: 'count-2017 \+' cannot be read"):
        load_conflict_records(write(RECORD.replace("count-2017 + cut-2017", "count-2017 +")))


def test_folded_lines_leave_no_space_in_chinese(write):
    folded = RECORD.replace("explanation_zh: 评估", "explanation_zh: >-\n    评估\n    ")
    assert load_conflict_records(write(folded))[0].explanations["zh"].startswith("评估印为")
