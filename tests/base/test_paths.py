"""The root is the checkout, or the folder that the environment names; an edition is built beside the current report."""

from __future__ import annotations

import importlib.util

from analysis.base import paths


def read_with(monkeypatch, **environment: str):
    for name in ("BULLETINS_ROOT", "BULLETINS_EDITION"):
        monkeypatch.setenv(name, environment.get(name, ""))
    spec = importlib.util.spec_from_file_location("paths_anew", paths.__file__)
    read = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(read)
    return read


def test_the_root_is_the_checkout_unless_one_is_named(monkeypatch, tmp_path):
    assert (read_with(monkeypatch).ROOT / "pyproject.toml").is_file()
    assert tmp_path.resolve() / "data" / "raw" == read_with(monkeypatch, BULLETINS_ROOT=str(tmp_path)).RAW


def test_an_edition_touches_nothing_of_the_current_report(monkeypatch, tmp_path):
    now = read_with(monkeypatch, BULLETINS_ROOT=str(tmp_path))
    then = read_with(monkeypatch, BULLETINS_ROOT=str(tmp_path), BULLETINS_EDITION="2017")
    for name in ("BUILD", "PROCESSED", "REPORTS", "EXHIBITS", "GENERATED", "SITE", "STAGE", "DRAFTS"):
        assert getattr(then, name).is_relative_to(now.BUILD / "editions" / "2017")
    assert then.SOURCES == now.SOURCES
    assert then.RAW == now.RAW
