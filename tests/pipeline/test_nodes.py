"""A node is changed where its files are: lost, torn, edited; and nowhere else."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from analysis.base import paths
from analysis.pipeline import nodes
from analysis.pipeline.nodes import Exhibits, File, Files, Folder, Value, cells, look_anew, stand_as_made


@pytest.fixture
def root(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    (tmp_path / "site/en").mkdir(parents=True)
    for name in ("a.svg", "site/index.html", "site/en/report.html"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    digest = hashlib.sha256(b"a.svg").hexdigest()
    (tmp_path / "a.json").write_text(json.dumps({"sha256": {"a.svg": digest}}), encoding="utf-8")
    return tmp_path


def state(node):
    look_anew()
    return node.state()


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda root: File(name="a", path=root / "a.svg"), "a.svg"),
        (lambda root: Files(name="a", paths=[root / "a.svg", root / "a.json"]), "a.svg"),
        (lambda root: Folder(name="site", paths=[root / "site"]), "site/en/report.html"),
        (lambda root: Exhibits(name="a", paths=[root / "a.json"]), "a.svg"),
    ],
    ids=["file", "files", "folder", "exhibits"],
)
def test_what_is_lost_torn_or_added_is_a_change(root, make, name):
    """`rm reports/_site/zh/report.html; bulletins run` once said that there was nothing to do."""
    node, path = make(root), root / name
    whole = state(node)
    assert whole
    path.write_text(name[:1], encoding="utf-8")
    assert state(node) != whole
    path.unlink()
    assert state(node) != whole
    path.write_text(name, encoding="utf-8")
    assert state(node) == whole


def test_a_file_that_no_run_made_is_a_change_of_a_site_and_a_site_that_is_gone_has_no_state(root):
    site = Folder(name="site", paths=[root / "site"])
    whole = state(site)
    (root / "site/old.html").touch()
    assert state(site) != whole
    assert state(Folder(name="fonts", paths=[root / "fonts"])) is None
    (root / "fonts").mkdir()
    assert state(Folder(name="fonts", paths=[root / "fonts"])) is None


def test_a_project_that_was_moved_has_the_same_nodes(root, monkeypatch):
    node = File(name="a", path=root / "a.svg")
    before = node.signature, state(node)
    moved = root.rename(root.with_name("moved"))
    monkeypatch.setattr(paths, "ROOT", moved)
    node = File(name="a", path=moved / "a.svg")
    assert (node.signature, state(node)) == before


def test_a_file_that_is_edited_while_its_step_runs_counts_as_it_was_when_the_step_first_asked(root):
    node = File(name="a", path=root / "a.svg")
    before = state(node)
    (root / "a.svg").write_text("edited", encoding="utf-8")
    assert node.state() == before
    assert state(node) != before


def test_a_file_that_stands_as_it_was_is_not_read_again_and_no_set_time_hides_a_change(root, monkeypatch):
    """`cp -p` and `touch` set the time of a file; nothing sets the one at which it was changed last."""
    monkeypatch.setattr(paths, "BUILD", root / "bld")
    monkeypatch.setattr(nodes, "TICK", -1)  # what was written this moment counts as old
    path, read = root / "a.svg", []
    monkeypatch.setattr(nodes, "open", lambda *given: read.append(given[0]) or open(*given), raising=False)  # noqa: PTH123, SIM115
    node = File(name="a", path=path)
    before = state(node)
    nodes.keep_digests()
    assert state(node) == before
    assert read == [str(path)]
    times = path.stat()
    path.write_text("b.svg", encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert state(node) != before


def test_a_file_that_was_written_just_now_is_read_again(root, monkeypatch):
    """Two changes within one tick of the system's clock have one time."""
    monkeypatch.setattr(paths, "BUILD", root / "bld")
    monkeypatch.setattr(nodes, "TICK", 10**15)  # however slow the machine, that is just now
    state(File(name="a", path=root / "a.svg"))
    assert not nodes._HELD


def test_after_a_run_all_stands_that_its_steps_made_and_nothing_else_was_changed(root):
    """What another edits meanwhile is for the next run to find."""
    site = Folder(name="site", paths=[root / "site"])
    tasks = [SimpleNamespace(depends_on={}, produces={"site": site, "chart": File(name="a", path=root / "a.svg")})]
    page, gone = str(root / "site/index.html"), str(root / "site/en/old.png")
    for changed, left in (
        ({page, gone, str(root / "a.svg")}, True),
        ({page, str(root / "a.json")}, False),
        ({"polars-9.0.dist-info"}, False),
    ):
        state(site)
        tasks[0].produces["chart"].state()
        assert stand_as_made(tasks, changed) is left
    state(site)
    tasks[0].produces["chart"].state()
    (root / "site/index.html").write_text("edited", encoding="utf-8")
    assert not stand_as_made(tasks, {page})


def test_a_changed_value_is_a_change_and_another_cell_of_a_notebook_too(root):
    one, other = (Value(name="a", value=value) for value in ("x", "y"))
    assert one.signature == other.signature
    assert state(one) != state(other)
    digests = []
    for source in ("1", "1", "2"):
        cell = {"cell_type": "code", "source": [source]}
        (root / "a.ipynb").write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
        digests.append(state(cells(root / "a.ipynb")))
    assert digests[0] == digests[1] != digests[2]
