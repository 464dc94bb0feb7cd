"""Each notebook sees the tables of its themes, and is told what to run where they are not there."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.base import paths, themes
from analysis.base.errors import ProjectError, UnknownName
from analysis.base.tables import write_parquet


@pytest.fixture
def slices(tmp_path, monkeypatch):
    """Write slices of two themes, one row each, and return their folder."""
    monkeypatch.setattr(themes, "SLICES", tmp_path)
    for theme in ("consolidation", "quality"):
        for table in themes.TABLES:
            write_parquet(pl.DataFrame({"indicator": [theme]}), themes.slice_path(theme, table))
    return tmp_path


def test_rows_belong_to_a_theme_by_its_name_or_by_their_indicator():
    estimates = pl.DataFrame({"theme": ["quality", "services"], "indicator": ["a", "a"]})
    assert themes.slice_table(estimates, "quality", [])["theme"].to_list() == ["quality"]
    series = pl.DataFrame({"indicator": ["a", "b", "c"]})
    assert themes.slice_table(series, "quality", ["a", "c"])["indicator"].to_list() == ["a", "c"]


def test_several_themes_are_joined_in_order(slices):
    theme = themes.load_theme("quality", "consolidation")
    assert theme.series["indicator"].to_list() == ["quality", "consolidation"]


def test_a_slice_that_is_not_made_says_what_to_run(slices):
    themes.slice_path("quality", "series").unlink()
    with pytest.raises(ProjectError, match=r"series-quality\.parquet is not there yet: run `bulletins run`"):
        themes.load_theme("quality")


def test_an_unknown_theme_is_named():
    with pytest.raises(UnknownName, match="did you mean quality"):
        themes.load_theme("qualty")


def test_a_whole_table_is_read_from_where_it_waits(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "STAGE", tmp_path)
    with pytest.raises(ProjectError, match=r"series\.parquet is not there yet"):
        themes.load_table("series")
    write_parquet(pl.DataFrame({"a": [1]}), tmp_path / "series.parquet")
    assert themes.load_table("series").height == 1
