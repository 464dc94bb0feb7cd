"""What tables list equals the tables that it comes from."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.bounds.interval import Interval
from analysis.charts import listed
from analysis.charts.declarations import Selection
from analysis.charts.tables import Tables
from helpers.exhibits import published_tables


def rows_of(source, **tables):
    return list(source(Tables({name.replace("_", "-"): pl.DataFrame(rows) for name, rows in tables.items()}),
                       Selection("test")))  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "qualifier", "comparator", "unit", "rounded", "rule"),
    [
        ("36916家", "", "eq", "count:site", False, "exact_count"), ("62.5%", "", "eq", "percent", True, "exact_share"),
        ("4万家", "", "eq", "count:site", True, "rounded"), ("超过90%", "", "gt", "percent", False, "gt"),
        ("近80.", "", "approx", "percent", False, "near"), ("75%", "约", "approx", "percent", False, "about"),
        ("数万条", "", "approx", "count:item", False, "several"), ("均已", "", "eq", "percent", False, "words"),
    ],
)  # fmt: skip
def test_prints_are_named_by_their_rule(printed, qualifier, comparator, unit, rounded, rule):
    row = {"printed": printed, "qualifier": qualifier, "comparator": comparator, "unit": unit, "rounded": rounded}
    assert listed.name_rule(row) == rule


def test_each_rule_shows_a_figure_that_it_read_and_its_bounds_by_every_convention():
    rules = {row["rule"]: row for row in listed.list_rules(published_tables(), Selection("rules"))}
    over = rules["gt"]
    assert (over["id"], over["lower"], over["upper"]) == ("ceirp-2022-qa-adoption-province", 90, 100)
    assert (over["narrow"], over["wide"]) == ("(90, 95)", "(90, 100]")
    printed = [row for row in published_tables().observations.values() if row["statement_id"]]
    assert sum(row["figures"] for row in rules.values()) == len(printed)


@pytest.mark.parametrize(
    ("interval", "text"),
    [(Interval(90, 100, False), "(90, 100]"), (Interval(7, 7), "7"),
     (Interval(40000, float("inf"), False, False), "(40,000, ∞)")],
)  # fmt: skip
def test_intervals_show_which_ends_they_hold(interval, text):
    assert listed.write_interval(interval) == text


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
    assert rows_of(listed.list_checks, checks_raw=CHECKS) == [
        {"table_en": "Areas", "table_zh": "地区", "rules": 3, "held": 1, "held_with_exceptions": 1,
         "broken": 0, "warnings": 1, "rows": 9, "exceptions": 1}
    ]  # fmt: skip


def test_only_exceptions_that_a_rule_met_are_listed():
    (one,) = rows_of(listed.list_exceptions, checks_raw=CHECKS)
    assert (one["row"], one["reason_en"], one["reason_zh"]) == ("x-1", "because: so", "因为")


def test_every_identity_is_counted_once():
    kinds = list(listed.list_kinds(published_tables(), Selection("kinds")))
    identities = published_tables().rows("identities")
    assert sum(row["total"] for row in kinds) == len(identities)
    assert sum(row["disagrees"] for row in kinds) == sum(row["result"] == "disagrees" for row in identities)


def test_a_conflict_is_listed_once_with_its_rule():
    rows = list(listed.list_conflicts(published_tables(), Selection("conflicts")))
    assert len(rows) == len({row["conflict_id"] for row in published_tables().rows("conflicts")})
    assert all(row["rule_en"] and row["handled_zh"] and row["explanation_zh"] for row in rows)


def vary(variant, value, **more):
    return {"headline_id": "est-a", "variant": variant, "variant_zh": "变", "value": value, "lower": 1.0, "upper": 3.0,
            "refused": value is None, "sign_changed": False, "leaves_interval": False} | more  # fmt: skip


def test_a_headline_has_the_range_of_its_variants_and_those_that_leave_its_interval():
    variants = [vary("headline", 2.0), vary("wide", 1.5), vary("narrow", 4.0, leaves_interval=True), vary("none", None)]
    (one,) = rows_of(
        listed.list_headlines, sensitivity=variants, estimates=[{"estimate_id": "est-a", "unit": "percent"}]
    )
    assert (one["value"], one["lowest"], one["highest"]) == (2.0, 1.5, 4.0)
    assert (one["variants"], one["refused_of_en"], one["marked_en"]) == (3, "1 of 3", "narrow")
