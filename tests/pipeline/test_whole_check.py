from __future__ import annotations

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.files import MANIFEST, write_manifest
from analysis.citing import kept
from analysis.pipeline import whole_check
from analysis.pipeline.whole_check import check_all


def test_missing_tables_are_named_and_the_raw_ones_still_checked(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(whole_check, "check_tables", lambda tables: asked.extend(tables) or [])
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "PROCESSED", tmp_path)
    monkeypatch.setattr(kept, "kept_releases", lambda: ["0.1.0"])  # whose numbers are then not gone
    with pytest.raises(ProjectError, match=r"data/processed lacks .*observations.*bulletins run"):
        check_all()
    assert "statements" in asked
    assert "observations" not in asked


def test_a_second_coding_that_a_run_would_refuse_is_named_by_the_check(monkeypatch):
    monkeypatch.setattr(whole_check, "check_tables", lambda _: [])
    monkeypatch.setattr(whole_check, "pair_codings", lambda *_: (_ for _ in ()).throw(ProjectError("row 3: no figure")))
    with pytest.raises(ProjectError, match="row 3: no figure"):
        check_all(raw_alone=True)


@pytest.mark.parametrize("name", ["data/processed/series.csv", "reports/exhibits/fig-a.svg"])
def test_a_file_that_was_changed_by_hand_is_named(monkeypatch, tmp_path, name):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "PROCESSED", tmp_path / "data/processed")
    monkeypatch.setattr(paths, "EXHIBITS", tmp_path / "reports/exhibits")
    file, picture = tmp_path / name, tmp_path / "reports/exhibits/fig-a.png"
    for path in (file, picture):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("as written", encoding="utf-8")
    for folder in {file.parent, picture.parent}:
        write_manifest(folder / MANIFEST, list(folder.glob("*.*")))
    picture.write_text("of an earlier run", encoding="utf-8")
    whole_check._require_as_written()
    file.write_text("by hand", encoding="utf-8")
    with pytest.raises(ProjectError, match=f"^{name}: not as `bulletins run` wrote it"):
        whole_check._require_as_written()
