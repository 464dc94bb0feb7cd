"""A run that may pass over all steps: what it must not pass over."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from analysis.base import paths
from analysis.pipeline import unchanged
from analysis.pipeline.unchanged import changed, fingerprint, keep_up_to_date, settled, steps_up_to_date

FILES = (
    "data/raw/a.csv",
    "reports/_site/n/a.html",
    "bld/tables/a.parquet",
    "bld/pytask.sqlite3",
    "uv.lock",
    "src/a.py",
)


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    places = {"ROOT": "", "BUILD": "bld", "REPORTS": "reports", "PROCESSED": "data/processed"}
    for name, place in places.items():
        monkeypatch.setattr(paths, name, tmp_path / place)
    monkeypatch.setattr(unchanged, "PACKAGE", tmp_path / "src")
    monkeypatch.setattr(unchanged, "TICK", 0)
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1", encoding="utf-8")
    time.sleep(0.02)
    return tmp_path


def rewrite(path: Path) -> None:
    """Other content of the same size, with the old time of `cp -p`."""
    times = path.stat()
    path.write_text("2", encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("change", [rewrite, Path.unlink, lambda path: path.rename(f"{path}.csv")])
def test_any_change_is_seen(project, name, change):
    keep_up_to_date(fingerprint(), 62)
    assert steps_up_to_date(fingerprint()) == 62
    time.sleep(0.02)
    change(project / name)
    assert steps_up_to_date(fingerprint()) == 0


def test_another_library_or_front_end_is_seen(project, monkeypatch):
    keep_up_to_date(fingerprint(), 62)
    (project / "polars-9.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(project))
    assert steps_up_to_date(fingerprint()) == 0
    (project / "polars-9.0.dist-info").rmdir()
    assert steps_up_to_date(fingerprint()) == 62
    monkeypatch.setattr(unchanged, "front_end", lambda: "quarto")
    assert steps_up_to_date(fingerprint()) == 0


def test_nothing_is_kept_while_files_are_changing(project, monkeypatch):
    monkeypatch.setattr(unchanged, "TICK", 100_000_000)
    (project / "data/raw/a.csv").write_text("2", encoding="utf-8")
    assert not fingerprint()
    keep_up_to_date(fingerprint(), 62)
    assert steps_up_to_date(frozenset()) == 0
    assert settled()


def test_what_changed_between_two_looks_is_named(project, monkeypatch):
    before = fingerprint()
    rewrite(project / "data/raw/a.csv")
    (project / "data/raw/a b.csv").touch()
    (project / "uv.lock").unlink()
    (project / "polars-9.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(project))
    time.sleep(0.02)
    named = {str(project / name) for name in ("data/raw/a.csv", "data/raw/a b.csv", "uv.lock")}
    assert changed(before, fingerprint()) == named | {"polars-9.0.dist-info"}
