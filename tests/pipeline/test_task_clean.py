from __future__ import annotations

import csv

import polars as pl

from analysis.cleaning.statements import STATEMENT_COLUMNS
from analysis.pipeline.task_clean import task_clean

STATEMENT = dict.fromkeys(STATEMENT_COLUMNS, "") | {
    "statement_id": "gov-2017q2-running-all", "bulletin_id": "gov-2017q2", "printed": "36961家", "area": "CN",
    "indicator": "running_government_sites", "level": "all", "time_period": "2017-06-01", "text_condition": "clean",
    "confidence": "high",
}  # fmt: skip
CORRECTION = """
- {statement: gov-2017q2-running-all, field: printed, expect: 36961家, change_to: 36916家, reason: misprint,
   decided_by: editors, date: 2024-01-01}
"""


def test_statements_are_corrected_before_they_are_cleaned(tmp_path):
    raw = {"statements": tmp_path / "statements.csv", "bulletins": tmp_path / "bulletins.csv"}
    for path, row in zip(raw.values(), (STATEMENT, {"bulletin_id": "gov-2017q2", "published": "2017-07"}), strict=True):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(row))
            writer.writeheader()
            writer.writerow(row)
    (tmp_path / "corrections.yml").write_text(CORRECTION, encoding="utf-8")
    task_clean(raw=raw, corrections=tmp_path / "corrections.yml", observations=tmp_path / "cleaned.parquet")
    (made,) = pl.read_parquet(tmp_path / "cleaned.parquet").to_dicts()
    assert (made["value"], made["published"]) == (36916, "2017-07")
    assert made["correction"] == "printed 36961家 → 36916家: misprint"
