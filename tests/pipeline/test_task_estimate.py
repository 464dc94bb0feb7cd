from __future__ import annotations

import inspect

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.pipeline import task_estimate
from analysis.questions import sensitivity


@pytest.mark.parametrize(("edition", "year"), [("", None), ("2017", 2017)])
def test_the_variants_of_an_edition_know_no_later_figure(tmp_path, monkeypatch, edition, year):
    seen = []
    monkeypatch.setattr(paths, "EDITION", edition)
    made = pl.DataFrame({"headline_id": ["est-a"]})
    monkeypatch.setattr(sensitivity, "run_sensitivity", lambda material: seen.append(material) or made)
    task_estimate.task_sensitivity(sensitivity=tmp_path / "sensitivity.parquet")
    assert pl.read_parquet(tmp_path / "sensitivity.parquet").equals(made)
    assert [material.edition for material in seen] == [year]
    assert len(seen[0].statements) == len(read_rows(paths.RAW / "statements.csv"))


def test_every_second_coding_is_compared(tmp_path):
    task_estimate.task_agreement(agreement=tmp_path / "agreement.parquet")
    rows = {row["field"]: row for row in pl.read_parquet(tmp_path / "agreement.parquet").iter_rows(named=True)}
    assert rows["all"]["n"] == len(read_rows(paths.RAW / "second_coding.csv"))
    assert rows["all"]["agree"] <= min(row["agree"] for row in rows.values())


def test_the_longest_step_runs_beside_the_check_of_the_raw_tables():
    read = inspect.signature(task_estimate.task_sensitivity).parameters
    staged = {name for name, one in read.items() if paths.STAGE in getattr(one.default, "parents", ())}
    assert staged == {"sensitivity"}  # what it makes
