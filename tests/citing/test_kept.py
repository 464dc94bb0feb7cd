"""Editions are kept as they were published, and none of their numbers is lost without a word."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.kept import TABLES, keep_edition, kept_editions, require_told, withdrawn


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "PROCESSED", tmp_path / "data" / "processed")
    paths.PROCESSED.mkdir(parents=True)
    for name in TABLES:
        pl.DataFrame({f"{name[:-1]}_id": ["a", "b"]}).write_parquet(paths.PROCESSED / f"{name}.parquet")
    return tmp_path


def test_an_edition_is_kept_and_known_to_later_ones_alone(project):
    keep_edition("2023")
    assert kept_editions() == kept_editions(before="2024") == ["2023"]
    assert kept_editions(before="2017") == []
    (paths.PROCESSED / "conflicts.parquet").unlink()
    with pytest.raises(ProjectError, match=r"lacks conflicts.parquet"):
        keep_edition("2024")


def test_a_number_that_is_gone_is_told_of_with_its_replacement(project):
    keep_edition("2023")
    require_told(["a", "b", "c"])
    with pytest.raises(ProjectError, match=r"^b: in edition 2023 and gone"):
        require_told(["a", "c"])
    told = project / "data" / "editions" / "withdrawn.yml"
    told.write_text("b: {replaced_by: c, reason: Renamed., reason_zh: 改名。}\n", encoding="utf-8")
    require_told(["a", "c"])
    assert withdrawn()["b"]["replaced_by"] == "c"
    with pytest.raises(ProjectError, match="replaced_by c is no number"):
        require_told(["a"])
