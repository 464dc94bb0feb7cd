"""Makes small tables and suites for the tests of the rules."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import polars as pl
from ruamel.yaml import YAML

Row = dict[str, Any]


def rule(type_: str, kwargs: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": "TST-01", "type": type_, "kwargs": kwargs, "why": "a reason", "why_zh": "理由", "what_to_do": "mend it.",
        **more,
    }  # fmt: skip


def write_table(folder: Path, name: str, rows: list[Row]) -> Path:
    if all(isinstance(value, str) for row in rows for value in row.values()):
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return path
    path = folder / f"{name}.parquet"
    pl.DataFrame(rows).write_parquet(path)
    return path


def write_suite(path: Path, file: str, rules: list[dict[str, Any]], **fields: Any) -> None:
    suite = {"file": file, "title_en": "Things", "title_zh": "事物", "row_id": "id", "rules": rules, **fields}
    with path.open("w", encoding="utf-8") as target:
        YAML(typ="safe").dump(suite, target)


# Three things, one with a misspelt and one with an empty indicator, and the rules that say so.
ROWS = [
    {"id": "gov-2017q2-running-all", "indicator": "running_government_sites", "unit": "count:site"},
    {"id": "gov-2017q2-running-county", "indicator": "runing_government_sites", "unit": "percent"},
    {"id": "gov-2017q2-x", "indicator": "", "unit": "percent"},
]
IN_CODEBOOK = rule("expect_ids_to_exist", {"column": "indicator", "known_in": "books.id"})
BOOKS = {"books": [{"id": "running_government_sites"}, {"id": "spot_checked_sites"}]}
FILLED = rule("expect_column_values_to_not_be_null", {"column": "indicator"}, id="TST-02")
