"""What came of rules and identities is summed up without a row lost."""

from __future__ import annotations

from analysis.checking import summary
from helpers.exhibits import published_tables

TABLE = {"table": "areas", "title": "Areas", "title_zh": "地区"}
CHECKS = [
    {"rule_id": "A-01", **TABLE, "severity": "critical", "result": "pass", "checked": 9, "excepted": 0,
     "excepted_rows": "", "exception_reasons": "x-2: unused", "exception_reasons_zh": "", "why": "w", "why_zh": "由"},
    {"rule_id": "A-02", **TABLE, "severity": "critical", "result": "exception", "checked": 9, "excepted": 1,
     "excepted_rows": "x-1", "exception_reasons": "x-1: because: so | x-9: not met",
     "exception_reasons_zh": "x-1: 因为", "why": "w", "why_zh": "由"},
    {"rule_id": "A-03", **TABLE, "severity": "warning", "result": "fail", "checked": 9, "excepted": 0,
     "excepted_rows": "", "exception_reasons": "", "exception_reasons_zh": "", "why": "w", "why_zh": "由"},
]  # fmt: skip


def test_rules_are_counted_by_table_and_result():
    assert list(summary.list_checks(CHECKS)) == [
        {"table_en": "Areas", "table_zh": "地区", "rules": 3, "held": 1, "held_with_exceptions": 1,
         "broken": 0, "warnings": 1, "rows": 9, "exceptions": 1}
    ]  # fmt: skip


def test_only_exceptions_that_a_rule_met_are_listed():
    (one,) = summary.list_exceptions(CHECKS)
    assert (one["row"], one["reason_en"], one["reason_zh"]) == ("x-1", "because: so", "因为")


def test_every_identity_is_counted_once():
    identities = published_tables().rows("identities")
    kinds = list(summary.list_kinds(identities))
    assert sum(row["total"] for row in kinds) == len(identities)
    assert sum(row["disagrees"] for row in kinds) == sum(row["result"] == "disagrees" for row in identities)
