from __future__ import annotations

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.checking import suites
from analysis.citing import kept
from analysis.estimating import agreement
from analysis.pipeline.whole_check import check_all


def test_missing_tables_are_named_and_the_raw_ones_still_checked(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(suites, "check_tables", lambda tables: asked.extend(tables) or [])
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "PROCESSED", tmp_path)
    monkeypatch.setattr(kept, "kept_editions", lambda: ["2023"])  # whose numbers are then not gone
    with pytest.raises(ProjectError, match=r"data/processed lacks .*observations.*bulletins run"):
        check_all()
    assert "statements" in asked
    assert "observations" not in asked


def test_a_second_coding_that_a_run_would_refuse_is_named_by_the_check(monkeypatch):
    monkeypatch.setattr(suites, "check_tables", lambda _: [])
    monkeypatch.setattr(agreement, "pair_codings", lambda *_: (_ for _ in ()).throw(ProjectError("row 3: no figure")))
    with pytest.raises(ProjectError, match="row 3: no figure"):
        check_all(raw_alone=True)
