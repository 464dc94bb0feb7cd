from __future__ import annotations

import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.files import name_of, not_as_listed, read_text, unseen, write_manifest, write_whole, write_zip


def test_a_file_is_called_by_its_path_in_the_project(tmp_path):
    assert name_of(paths.RAW / "statements.csv") == "data/raw/statements.csv"
    assert name_of(tmp_path / "a.csv") == str(tmp_path / "a.csv")


def test_marks_and_line_ends_of_other_programs_are_left_out(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("\ufeff网站\r\n1\r2\n".encode())
    assert read_text(path) == "网站\n1\n2\n"


def test_the_line_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\nb\n" + "网站".encode("gb18030"))
    with pytest.raises(ProjectError, match=r"a\.csv, line 3: not UTF-8"):
        read_text(path)


def test_what_does_not_show_is_named_with_its_place():
    assert unseen("36,916家\t（截至\n）") is None
    assert unseen("369\u200b16") == (3, "U+200B (zero width space), which does not show; take it out")
    assert unseen("\ue000") == (0, "U+E000 (a control or private sign), which does not show; take it out")


def test_a_write_that_breaks_off_leaves_the_earlier_file(tmp_path, monkeypatch):
    path = tmp_path / "made" / "a.csv"
    write_whole(path, "earlier")
    write = Path.write_bytes

    def break_off(self: Path, content: bytes) -> int:
        write(self, content[:3])
        raise OSError("no space")

    monkeypatch.setattr(Path, "write_bytes", break_off)
    with pytest.raises(OSError, match="no space"):
        write_whole(path, b"later and longer")
    assert path.read_text(encoding="utf-8") == "earlier"


def test_a_zip_has_the_same_bytes_at_every_run_and_sorted_names(tmp_path):
    for name in ("one.zip", "two.zip"):
        write_zip(tmp_path / name, {"f/b.csv": b"x\n1\n", "f/a.csv": b"x\n2\n"})
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "one.zip").namelist() == ["f/a.csv", "f/b.csv"]


def test_a_manifest_names_what_is_gone_or_holds_other_bytes(tmp_path):
    files = [tmp_path / name for name in ("b.csv", "a.csv", "c.csv")]
    for path in files:
        path.write_text(path.name, encoding="utf-8")
    manifest = tmp_path / "MANIFEST.sha256"
    write_manifest(manifest, files)
    assert manifest.read_text(encoding="utf-8").splitlines()[0] == f"{sha256(b'a.csv').hexdigest()}  a.csv"
    assert not_as_listed(manifest) == []
    files[0].write_text("other", encoding="utf-8")
    files[2].unlink()
    assert not_as_listed(manifest) == ["b.csv", "c.csv"]
