"""What a figure rests on: its best page, and how its coding was checked."""

from __future__ import annotations

import polars as pl

from analysis.cleaning.evidence import add_evidence

COPIES = [{"copy_id": name, "page_kind": kind} for name, kind in (("c1", "mirror"), ("c2", "official"), ("c3", "news"))]
STATEMENTS = [
    {"statement_id": "a", "copies": "c1 c2", "reviewed": "text"},
    {"statement_id": "b", "copies": "c1", "reviewed": ""},
]


def test_the_best_page_counts_and_a_derived_figure_is_as_weak_as_its_weakest_source():
    table = pl.DataFrame({"statement_id": ["a", "b", ""], "derived_from": ["", "", "a b"]})
    found = add_evidence(table, STATEMENTS, COPIES)
    assert found["page_kind"].to_list() == ["official", "mirror", "mirror"]
    assert found["reviewed"].to_list() == ["text", "", ""]
