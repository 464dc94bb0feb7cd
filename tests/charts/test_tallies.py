"""Tallies: what is counted equals the tables."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.charts import tallies
from helpers.chart_rows import observe, table

ROWS = table(
    observe("smart_qa_adoption", "2022", 90, comparator="gt", upper=100.0),
    observe("smart_qa_adoption", "2022", 70, lower=69.5, upper=70.5),
    observe("website_ownership_rate", "2004", 10, lower=9.5, upper=10.5),
    observe(
        "running_government_sites", "2016-12", 40000, lower=35000.0, upper=45000.0, rounded=True, unit="count:site"
    ),
)


def test_exactness_of_counts_and_shares():
    cells = tallies.tally_comparators(ROWS)
    found = {(row["quantity_en"], row["exactness"]): row["figures"] for row in cells.iter_rows(named=True)}
    assert found == {("Counts", "rounded"): 1, ("Shares", "exact"): 2, ("Shares", "over"): 1}


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
    assert tallies.name_rule(printed, qualifier, comparator, unit, rounded) == rule


def test_rule_table_shows_print_and_bounds():
    statements = pl.DataFrame(
        {"statement_id": ROWS["statement_id"], "printed": ["超过90%", "70%", "10%", "4万"], "qualifier": [None] * 4}
    )
    rules = tallies.show_rules(ROWS, statements)
    bounds = dict(rules.select("rule", "bounds").rows())
    assert bounds == {"exact_share": "[69.5, 70.5]", "rounded": "[35,000, 45,000]", "gt": "[90, 100]"}
    assert dict(rules.select("rule", "figures").rows()) == {"exact_share": 2, "rounded": 1, "gt": 1}
    assert dict(rules.select("rule", "narrow").rows())["gt"] == "(90, 95)"


def test_rules_are_summed_by_table():
    checks = pl.DataFrame({
        "rule_id": ["A-01", "A-02", "A-03"], "table": ["areas"] * 3, "severity": ["critical", "critical", "warning"],
        "result": ["pass", "exception", "fail"], "checked": [9, 9, 9], "excepted": [0, 1, 0],
        "excepted_rows": ["", "x-1", ""], "exception_reasons": ["", "x-1: because: so", ""],
        "exception_reasons_zh": ["", "x-1: 因为", ""], "why": ["w"] * 3, "why_zh": ["由"] * 3,
    })  # fmt: skip
    assert tallies.tally_rules(checks).rows() == [("areas", 3, 1, 1, 0, 1, 9, 1)]
    exceptions = tallies.list_exceptions(checks)
    assert exceptions.select("row", "reason_en", "reason_zh").rows() == [("x-1", "because: so", "因为")]
