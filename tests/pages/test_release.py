from __future__ import annotations

import hashlib
import json
import zipfile

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.pages.release import PARTS, pack_release


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A project with one file in each part."""
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    for name in PARTS.values():
        is_file = "." in name.rpartition("/")[2] or name == "LICENSE"
        path = tmp_path / name if is_file else tmp_path / name / "file.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / "CITATION.cff").write_text(
        "title: Bulletins, 2002-2023\nauthors: [{name: The project}]\nversion: 1.2.0\ndate-released: 2026-11-22\n",
        encoding="utf-8",
    )
    (tmp_path / "data/raw/texts").mkdir()
    (tmp_path / "data/raw/texts/secret.txt").write_text("running text", encoding="utf-8")
    return tmp_path


def test_a_release_holds_all_parts_with_checksums_and_no_texts(root):
    with zipfile.ZipFile(pack_release()) as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert {"data/raw/file.csv", "exhibits/file.csv", "site/file.csv", "CITATION.cff", "LICENSE"} <= set(files)
    assert not any("texts" in name for name in files)
    assert json.loads(files["citations/project.json"])["title"].endswith(
        "2002-2023: a longitudinal record of printed figures"
    )
    assert b"2002-2023" in files["citations/project.bib"].replace(b"{", b"").replace(b"}", b"")
    sums = dict(line.split("  ")[::-1] for line in files.pop("MANIFEST.sha256").decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def test_a_release_has_the_same_bytes_at_any_time(root):
    first = pack_release().read_bytes()
    for path in root.rglob("*.csv"):
        path.touch()
        path.chmod(0o600)
    assert pack_release(root / "again.zip").read_bytes() == first
    assert pack_release().name == "china-government-web-bulletins-1.2.0.zip"


def test_what_is_not_built_is_named(root):
    (root / "reports/_site/file.csv").unlink()
    with pytest.raises(ProjectError, match="reports/_site is missing: run `bulletins run` first"):
        pack_release()
