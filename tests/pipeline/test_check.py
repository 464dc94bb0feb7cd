from __future__ import annotations

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.checking import suites
from analysis.pipeline.check import check_all


def test_missing_tables_are_named_and_the_raw_ones_still_checked(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(suites, "check_tables", lambda tables: asked.extend(tables) or [])
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    with pytest.raises(ProjectError, match=r"data/processed lacks .*observations.*bulletins run"):
        check_all()
    assert "statements" in asked
    assert "observations" not in asked
