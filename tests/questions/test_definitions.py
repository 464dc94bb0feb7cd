"""No line joins figures that count by different definitions."""

from __future__ import annotations

from analysis.questions.definitions import refuse_trend
from analysis.words.catalogue import message
from helpers.evidence import evidence_of

DEFINITIONS = {
    "a.CN.all": message("definition-systems"), "b.CN.all": message("definition-channels"),
    "c.CN.all": message("definition-channels"),
}  # fmt: skip


def refuse(*series: str) -> tuple[str, tuple[str, ...]]:
    subject, lacking = message("subject-smart-qa"), message("lacking-survey")
    given = evidence_of({name: {"2017": 1, "2022": 2} for name in series})
    found = refuse_trend("smart-qa-trend", subject, DEFINITIONS, given, lacking)
    assert found.estimate is None
    return found.refusal.sentence.in_("en"), found.inputs


def test_a_refusal_names_each_definition_once():
    sentence, inputs = refuse("a.CN.all", "b.CN.all", "c.CN.all")
    assert "its 3 figures count by 2 definitions (share of service channels; systems in operation)" in sentence
    assert len(inputs) == 6


def test_one_definition_waits_for_a_second():
    assert refuse("b.CN.all", "c.CN.all")[0].startswith("Not estimated: a survey of portals")
