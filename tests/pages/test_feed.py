from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as Xml

from analysis.pages.feed import FEED, write_feed

PROJECT = {"site": "https://example.org/a/", "title": "Sites, counted", "version": "2", "date": "2026-01-02"}
CHANGES = "# Changelog\n\n## 2 (2026-01-02)\n\n* More.\n\n## 1 (2025-01-02)\n\n* First.\n"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_site_with_an_address_has_a_feed_of_releases(tmp_path: Path) -> None:
    write_feed(tmp_path, PROJECT, CHANGES)
    text = (tmp_path / FEED).read_text(encoding="utf-8")
    assert text.startswith("<?xml version='1.0' encoding='utf-8'?>")
    feed = Xml.fromstring(text)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        "https://example.org/a/#2",
        "https://example.org/a/#1",
    ]
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated") == "2026-01-02T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Sites"


def test_without_an_address_there_is_none(tmp_path: Path) -> None:
    write_feed(tmp_path, PROJECT, CHANGES)
    write_feed(tmp_path, PROJECT | {"site": ""}, CHANGES)
    assert not (tmp_path / FEED).exists()
    write_feed(tmp_path, PROJECT | {"site": ""}, CHANGES)  # nor was there one before


def test_a_feed_that_says_the_same_stands(tmp_path: Path) -> None:
    """A run looks at the times of files to tell that its next one has nothing to do."""
    write_feed(tmp_path, PROJECT, CHANGES)
    before = (tmp_path / FEED).stat().st_ino
    write_feed(tmp_path, PROJECT, CHANGES)
    assert (tmp_path / FEED).stat().st_ino == before
    write_feed(tmp_path, PROJECT | {"title": "Others"}, CHANGES)
    assert "Others" in (tmp_path / FEED).read_text(encoding="utf-8")
