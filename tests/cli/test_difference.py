"""`bulletins diff` says in text, as JSON and as a page what differs."""

from __future__ import annotations

import json
from types import SimpleNamespace

import polars as pl
import pytest

from analysis.citing.side_by_side import Page, Picture
from analysis.citing.versions import compare_versions, find_version
from analysis.cli import difference
from analysis.cli.difference import attributed, show_difference
from analysis.questions import attribution
from helpers.versions import number, write


@pytest.fixture
def two(tmp_path, monkeypatch):
    """Two versions, of which a page and a chart differ, too."""
    monkeypatch.setattr(difference, "changed_pages", lambda *_: [Page("en/report.html", 2, "")])
    monkeypatch.setattr(difference, "changed_pictures", lambda *_: [Picture("fig-a", 3, 1)])
    old = write(tmp_path / "old", *(number(f"a_{place}", str(place)) for place in range(1, 40)))
    return old, write(tmp_path / "new", *(number(f"a_{place}", str(place + 1)) for place in range(1, 40)))


def show(two, **more):
    show_difference(*two, "en", **{"json": False, "everything": False, "html": "", "quick": True, **more})


def test_a_long_section_is_cut_and_pages_follow(two, capsys):
    show(two)
    said = capsys.readouterr().out
    assert "Changed numbers: 39\n  a_1: 1% → 2%" in said
    assert "  ... and 19 more lines (--all shows them)" in said
    assert "  en/report.html: 2 paragraphs came or went" in said
    assert "  fig-a: 3 rows new, 1 gone" in said
    show(two, everything=True)
    assert "more lines" not in capsys.readouterr().out


def test_json_holds_the_same(two, capsys):
    show(two, json=True)
    said = json.loads(capsys.readouterr().out)
    assert len(said["changed_numbers"]) == 39
    assert (said["pages"], said["pictures"]) == ({"en/report.html": 2}, {"fig-a": [3, 1]})


def test_a_page_sets_both_side_by_side(two, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(difference, "as_html", lambda changes, pages, pictures: f"{len(pages)} and {len(pictures)}")
    show(two, html=str(tmp_path / "a.html"))
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == "1 and 1"
    assert "1 pages and 1 exhibits side by side" in capsys.readouterr().out


def test_what_moved_an_estimate_is_asked_for_unless_it_is_quick(two, monkeypatch, capsys):
    asked = []
    monkeypatch.setattr(difference, "attributed", lambda changes, *_: asked.append(1) or changes)
    show(two)
    show(two, quick=False)
    assert asked == [1]
    capsys.readouterr()


def test_a_moved_estimate_is_told_with_its_value_without_each_new_statement(tmp_path, monkeypatch):
    old = write(tmp_path / "old", number("a_1", "1"), number("est-x", "2", "estimate", "a_1"))
    new = write(tmp_path / "new", number("a_1", "1"), number("b_1", "3"), number("est-x", "4", "estimate", "a_1 b_1"))
    pl.DataFrame({"observation_id": ["a_1", "b_1"]}).write_parquet(tmp_path / "new/observations.parquet")
    found = [
        SimpleNamespace(estimate_id="est-x", without=name, value=value)
        for name, value in (("b_1", 2 / 3), ("b_2", None))
    ]
    asked = []
    monkeypatch.setattr(attribution, "attribute", lambda *given, **_: asked.append(given[2:]) or found)
    changes = compare_versions(old, new)
    (moved,) = attributed(changes, find_version(new), print).moved_estimates
    assert moved.without == {"b_1": "0.666667", "b_2": "refused"}
    assert asked == [(["est-x"], ["b_1"])]
    assert attributed(changes, find_version(old), print) == changes  # a version without its observations
