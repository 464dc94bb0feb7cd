"""Counts of the project's own rows."""

from __future__ import annotations

import polars as pl

from analysis.checking.coverage import Record, count_rows

HELD = {"kind": "sum", "result": "holds", "identity_id": "x", "left_lower": 3.0, "left_upper": 3.0,
        "right_lower": 3.0, "right_upper": 3.0, "terms": "a b"}  # fmt: skip


def test_a_figure_counts_once_by_its_best_page_and_its_strongest_check():
    names, reviews = ("a", "b", "c", "d"), ("text", "", "", "second_coding text")
    rows = [
        {"observation_id": name, "statement_id": name, "bulletin_id": "", "confidence": "high", "page_kind": "mirror",
         "reviewed": reviewed}
        for name, reviewed in zip(names, reviews, strict=True)
    ]  # fmt: skip
    record = Record(rows, {"identities": pl.DataFrame([HELD])})
    found = {row["series"]: row["value"] for row in count_rows("evidence", record)}
    assert found == {"text": 1, "arithmetic": 1, "openings": 1, "second_coding": 1, "total": 4}
