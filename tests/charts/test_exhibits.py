"""The files of an exhibit by its id, and where notebooks leave them."""

from __future__ import annotations

import pytest

from analysis.base import paths
from analysis.base.errors import UnknownName
from analysis.charts.exhibits import exhibits_of, files_of, folder_of, stem_of


@pytest.fixture
def captions(tmp_path, monkeypatch):
    """Captions of two notebooks, in which an id also stands within a text."""
    folder = tmp_path / "captions" / "en"
    folder.mkdir(parents=True)
    (folder / "one.yml").write_text("tbl-b:\n  title: See\n\n    fig-c: no key\nfig-a:\n", encoding="utf-8")
    (folder / "two.yml").write_text("fig-d:\n", encoding="utf-8")
    monkeypatch.setattr(paths, "SOURCES", tmp_path)
    monkeypatch.setenv("BULLETINS_EXHIBITS", str(tmp_path / "drafts"))
    return tmp_path


def test_the_exhibits_are_the_keys_of_the_captions(captions):
    assert exhibits_of() == ["fig-a", "fig-d", "tbl-b"]
    assert exhibits_of("one") == ["fig-a", "tbl-b"]


def test_an_exhibit_without_captions_offers_near_ones(captions):
    with pytest.raises(UnknownName, match=r"unknown exhibit 'fig-e'.*fig-"):
        folder_of("fig-e")
    assert folder_of("fig-a").is_dir()


def test_a_figure_has_pictures_in_each_language_and_a_table_has_texts():
    assert stem_of("fig-a", "en") == "fig-a"
    pictures = {f"fig-a{lang}.{kind}" for lang in ("", ".zh") for kind in ("svg", "pdf", "png")}
    assert set(files_of("fig-a")) == {"fig-a.csv", "fig-a.json", *pictures}
    assert set(files_of("tbl-b")) == {"tbl-b.csv", "tbl-b.json", "tbl-b.en.md", "tbl-b.zh.md"}
