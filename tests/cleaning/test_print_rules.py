"""Rules of reading are named by print and bounds, and each shows a figure that it read."""

from __future__ import annotations

import pytest

from analysis.base.themes import load_table
from analysis.cleaning import print_rules
from helpers.exhibits import published_tables


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
    assert print_rules.name_rule(row) == rule


def test_each_rule_shows_a_figure_that_it_read_and_its_bounds_by_every_convention():
    rules = {
        row["rule"]: row
        for row in print_rules.list_rules(load_table("statements").to_dicts(), published_tables().observations)
    }
    over = rules["gt"]
    assert (over["id"], over["lower"], over["upper"]) == ("ceirp-2022-qa-adoption-province", 90, 100)
    assert (over["narrow"], over["wide"]) == ("(90, 95)", "(90, 100]")
    printed = [row for row in published_tables().observations.values() if row["statement_id"]]
    assert sum(row["figures"] for row in rules.values()) == len(printed)
