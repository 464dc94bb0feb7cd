from __future__ import annotations

import hashlib
import json
import subprocess
import zipfile

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.pages.release import OWN_PLACE, PARTS, pack_release


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A project with one file in each part."""
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    for name in PARTS.values():
        is_file = "." in name.rpartition("/")[2] or name in ("LICENSE", "Makefile")
        path = tmp_path / name if is_file else tmp_path / name / "file.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / "CITATION.cff").write_text(
        "title: Bulletins, 2002-2023\nauthors: [{name: The project}]\nversion: 1.2.0\ndate-released: 2026-11-22\n",
        encoding="utf-8",
    )
    (tmp_path / "src/__pycache__").mkdir()
    (tmp_path / "src/__pycache__/cli.pyc").write_bytes(b"left behind")
    (tmp_path / "data/raw/texts").mkdir(parents=True)
    (tmp_path / "data/raw/texts/secret.txt").write_text("running text", encoding="utf-8")
    return tmp_path


def test_a_release_holds_all_parts_with_checksums_and_no_texts(root):
    with zipfile.ZipFile(pack_release()) as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert {"data/file.csv", "src/file.csv", "reports/exhibits/file.csv", "site/file.csv", "Makefile"} <= set(files)
    assert not any("texts" in name or "__pycache__" in name for name in files)
    assert json.loads(files["codemeta.json"])["name"] == "Bulletins, 2002-2023"
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


def test_what_the_repository_holds_is_packed_so_that_the_archive_can_be_run():
    listed = subprocess.run(["git", "ls-files"], cwd=paths.ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not in a git repository")
    tracked = [name for name in listed.stdout.splitlines() if not name.startswith((".ci/", ".devcontainer/", ".git"))]
    assert [name for name in tracked if not any(name == one or name.startswith(f"{one}/") for one in OWN_PLACE)] == []
