"""Releases are kept as they were published, and none of their numbers is lost without a word."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.kept import TABLES, keep_release, kept_releases, order_of, require_told, require_whole, withdrawn


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "PROCESSED", tmp_path / "data" / "processed")
    paths.PROCESSED.mkdir(parents=True)
    (tmp_path / "CITATION.cff").write_text("version: 0.9.0\n", encoding="utf-8")
    for name in TABLES:
        pl.DataFrame({f"{name[:-1]}_id": ["a", "b"]}).write_parquet(paths.PROCESSED / f"{name}.parquet")
    return tmp_path


def test_a_release_is_kept_with_its_version_and_is_not_its_own_forerunner(project):
    kept = keep_release("0.9.0")
    assert (kept / "CITATION.cff").read_text(encoding="utf-8") == "version: 0.9.0\n"
    keep_release("0.10.0")
    assert kept_releases() == ["0.9.0", "0.10.0"]
    assert kept_releases(but="0.10.0") == ["0.9.0"]
    assert order_of("0.10.0") > order_of("0.9.1")
    (paths.PROCESSED / "conflicts.parquet").unlink()
    with pytest.raises(ProjectError, match=r"lacks conflicts.parquet"):
        keep_release("0.11.0")


def test_a_number_that_is_gone_is_told_of_with_its_replacement(project):
    keep_release("0.9.0")
    require_told(["a", "b", "c"])
    with pytest.raises(ProjectError, match=r"^b: in release 0.9.0 and gone"):
        require_told(["a", "c"])
    told = project / "data" / "releases" / "withdrawn.yml"
    told.write_text("b: {replaced_by: c, reason: Renamed., reason_zh: 改名。}\n", encoding="utf-8")
    require_told(["a", "c"])
    assert withdrawn()["b"]["replaced_by"] == "c"
    with pytest.raises(ProjectError, match="replaced_by c is no number"):
        require_told(["a"])


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(path.read_bytes()[:-9]), lambda path: path.unlink()])
def test_a_release_that_is_not_as_it_was_kept_is_named(project, harm):
    keep_release("0.9.0")
    require_whole()
    harm(project / "data/releases/0.9.0/numbers.parquet")
    with pytest.raises(ProjectError, match=r"releases/0.9.0: numbers.parquet is not as it was kept; restore it"):
        require_told(["a", "b"])


@pytest.mark.parametrize(
    "text", ["- b", "b: gone", "b: {replaced_by: c}", "b: {replaced_by: [c], reason: A., reason_zh: 甲。}"]
)
def test_what_is_withdrawn_is_written_in_full(project, text):
    folder = project / "data/releases"
    folder.mkdir(parents=True)
    (folder / "withdrawn.yml").write_text(f"{text}\n", encoding="utf-8")
    with pytest.raises(
        ProjectError, match=r"withdrawn.yml, .*: a number that is gone has reason, reason_zh, replaced_by"
    ):
        withdrawn()
