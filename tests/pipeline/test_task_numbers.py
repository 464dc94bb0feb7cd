"""The steps that write texts: each file that a page includes is a product, so that a lost one is made again."""

from __future__ import annotations

import re

import polars as pl

from analysis.base import paths
from analysis.base.tables import write_parquet
from analysis.checking.identities import IDENTITY_COLUMNS
from analysis.pages.folders import FOLDERS
from analysis.pipeline import task_numbers, task_pages
from helpers.published import ESTIMATES, OBSERVATIONS


def test_whatever_a_page_includes_is_a_product():
    groups = (task_numbers.GENERATED, task_numbers.INCLUDES, task_pages.EXPLORE_PAGES)
    made = {path.relative_to(paths.REPORTS).as_posix() for group in groups for path in group.paths}
    text = "".join(page.read_text(encoding="utf-8") for page in task_numbers.PROSE)
    included = {name.lstrip("/") for name in re.findall(r"\{\{<\s*include\s+(\S+)\s*>\}\}", text)}
    assert included
    assert included <= made


def test_all_observations_and_estimates_get_a_text_and_the_sums_that_hold_with_them(tmp_path):
    places = {name: tmp_path / f"{name}.parquet" for name in ("observations", "estimates", "identities", "numbers")}
    row = dict.fromkeys(IDENTITY_COLUMNS, "") | {
        "identity_id": "sum", "kind": "sum", "result": "holds", "terms": "a-2020-running",
        **dict.fromkeys(("left_lower", "left_upper", "right_lower", "right_upper"), 1.0),
    }  # fmt: skip
    write_parquet(OBSERVATIONS, places["observations"])
    write_parquet(ESTIMATES, places["estimates"])
    write_parquet(pl.DataFrame([row]), places["identities"])
    task_numbers.task_numbers(**places)
    rows = {row["number_id"]: row for row in pl.read_parquet(places["numbers"]).iter_rows(named=True)}
    assert set(rows) == {"a-2020-running", "a-2020-derived", "est-a-rate"}  # a refused model gives no number
    assert rows["a-2020-running"]["display_en"] == "over 90%"
    assert rows["a-2020-running"]["theme"] == "consolidation"
    assert rows["a-2020-running"]["reviewed"] == "text arithmetic"


def test_each_kind_of_permanent_page_is_written_by_one_step():
    written = [path.name for pages in task_numbers.PERMANENT.values() for path in pages.paths]
    assert sorted(written) == sorted(FOLDERS)
