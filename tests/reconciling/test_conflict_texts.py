from __future__ import annotations

from dataclasses import replace
from datetime import date

from analysis.bounds.expression import parse
from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity
from analysis.cleaning.observations import Observation
from analysis.reconciling.conflict_records import ConflictRecord
from analysis.reconciling.conflict_texts import explain, leave_open, list_conflicts, sentence_of
from helpers.exhibits import published_tables

DAY = date(2017, 12, 31)
FAILED = Observation(
    "failed", "failed", "hainan-2018q2", "2018", "failed_sites", "CN-HI", "all", "", "", "2018-Q2", DAY, DAY,
    Quantity.exact(2, "count:site"), "A", "high", "", (), "",
)  # fmt: skip
CHECKED = replace(FAILED, observation_id="checked", bulletin_id="news-2018", quantity=Quantity.exact(36, "count:site"))
SHARE = replace(FAILED, observation_id="share", quantity=Quantity(42, Interval(41.5, 42.5), "percent", "eq", True))
KNOWN = {one.observation_id: one for one in (FAILED, CHECKED, SHARE)}
RECORD = ConflictRecord(
    "conflict-x", {}, {"en": "{failed} of {checked} make {part}; {checked} at {share} make {whole}.",
                       "zh": "{checked}中的{failed}为{part}。"},
    "identity", "R12", ("failed", "checked"),
    computed={"part": parse("100 * failed / checked"), "whole": parse("checked / share%")},
)  # fmt: skip


def test_placeholders_are_filled_with_figures_and_computed_values():
    assert explain(RECORD, KNOWN, "en") == "2 of 36 make 5.56%; 36 at 42% make 84.7 to 86.7."
    assert explain(RECORD, KNOWN, "zh") == "36中的2为5.56%。"


def test_figures_can_stay_open_for_links_while_computed_values_are_filled():
    assert explain(RECORD, KNOWN, "zh", leave_open) == "{checked}中的{failed}为5.56%。"


def test_a_conflict_without_a_record_names_each_figure_with_its_bulletin():
    assert "cannot all hold: 2 (hainan-2018q2), 36 (news-2018); all are shown" in sentence_of([FAILED, CHECKED], "en")
    assert "：2（hainan-2018q2）、36（news-2018）；" in sentence_of([FAILED, CHECKED], "zh")


def test_a_conflict_is_listed_once_with_its_rule():
    conflicts = published_tables().rows("conflicts")
    rows = list(list_conflicts(conflicts))
    assert len(rows) == len({row["conflict_id"] for row in conflicts})
    assert all(row["rule_en"] and row["handled_zh"] and row["explanation_zh"] for row in rows)
