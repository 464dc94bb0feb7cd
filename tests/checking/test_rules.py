"""The rules as `expectations/` holds them."""

from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.checking.rules import load_suites
from helpers.suites import FILLED, ROWS


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
