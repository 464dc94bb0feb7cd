from __future__ import annotations

import polars as pl
import pytest

from analysis.checking import suites
from analysis.pipeline.task_check import task_check_processed, task_check_raw


@pytest.fixture
def looked_at(monkeypatch):
    """Where each table was looked for that was to be checked; no rule was run."""
    seen = {}
    monkeypatch.setattr(suites, "check_tables", lambda tables, **_: seen.update(tables) or [])
    return seen


def test_tables_are_checked_where_they_wait_to_be_published(tmp_path, looked_at):
    waiting = {"series": tmp_path / "series.parquet"}
    task_check_processed(tables=waiting, results=tmp_path / "checks.parquet")
    assert looked_at["series"] == waiting["series"]
    assert "statements" not in looked_at
    assert pl.read_parquet(tmp_path / "checks.parquet").is_empty()


def test_raw_tables_are_checked_where_they_lie(tmp_path, looked_at):
    task_check_raw(results=tmp_path / "checks.parquet")
    assert {"statements", "bulletins", "raw_conflicts"} <= set(looked_at)
    assert "series" not in looked_at
