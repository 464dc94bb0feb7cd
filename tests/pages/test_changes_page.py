"""What changed since the last release, with withdrawn numbers and what replaced them."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.base import paths
from analysis.pages.changes_page import changes_page

COLUMNS = (
    "number_id kind value lower upper unit display_en display_zh interval_en interval_zh bulletin_id sources".split()
)


def numbers(**values: str) -> pl.DataFrame:
    rows = [
        dict.fromkeys(COLUMNS, "") | {"number_id": name.replace("_", "-"), "kind": "estimate", "value": value,
                                      "display_en": value, "display_zh": value, "sources": "a-1"}
        for name, value in values.items()
    ]  # fmt: skip
    return pl.DataFrame(rows)


@pytest.fixture
def tables(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "EDITION", "")
    monkeypatch.setattr("analysis.pages.changes_page.load_project", lambda: {"version": "0.2.0"})
    texts = {"exhibit": "caption", "conflict": "explanation"}
    others = {f"{name}s": pl.DataFrame({f"{name}_id": ["a"], f"{text}_en": ["A"], f"{text}_zh": ["A"]})
              for name, text in texts.items()}  # fmt: skip
    folder = tmp_path / "data" / "releases" / "0.1.0"
    folder.mkdir(parents=True)
    for name, table in ({"numbers": numbers(est_x="1", est_y="2")} | others).items():
        table.write_parquet(folder / f"{name}.parquet")
    (folder.parent / "withdrawn.yml").write_text(
        "est-y: {replaced_by: est-z, reason: a, reason_zh: b}\n", encoding="utf-8"
    )
    return {"numbers": numbers(est_x="3", est_z="2")} | others


def test_moved_and_withdrawn_estimates_are_listed_with_what_stands_in_their_place(tables):
    page = changes_page(tables, "en")
    assert "numbers new, 1, changed" in page
    assert "estimates moved, 1." in page
    assert "[`est-x`](/n/est-x.html){.number} | 1 | 3 |" in page
    assert "| withdrawn | [`est-z`](/n/est-z.html){.number} |" in page
    assert "发布版0.1.0" in changes_page(tables, "zh")


def test_an_edition_is_compared_with_no_release(tables, monkeypatch):
    monkeypatch.setattr(paths, "EDITION", "2017")
    assert changes_page(tables, "en").startswith("An edition of an earlier year is made of the data of today;")


def test_the_release_at_hand_is_not_compared_with_itself(tables, monkeypatch):
    monkeypatch.setattr("analysis.pages.changes_page.load_project", lambda: {"version": "0.1.0"})
    assert changes_page(tables, "en").startswith("No earlier release")
