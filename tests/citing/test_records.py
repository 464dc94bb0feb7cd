"""What cards and citations draw on: the tables by id, and the page that stands for a bulletin."""

from __future__ import annotations

import pytest

from analysis.base import paths
from analysis.base.tables import write_parquet
from analysis.citing.records import Records, _by_ids, place_of, published
from helpers.published import COPY, sample_records


def test_rows_are_found_by_each_id_of_a_cell():
    rows = [{"n": 1, "inputs": "a b a", "more": "c"}, {"n": 2, "inputs": None, "more": "a"}]
    found = _by_ids(rows, "inputs", "more")
    assert {name: [row["n"] for row in own] for name, own in found.items()} == {"a": [1, 2], "b": [1], "c": [1]}


def test_places_in_a_bulletin_are_ordered_as_they_are_read():
    order = ["section 2", "section 10", "section 10, table 1", "table 1", ""]
    assert [row["locator"] for row in sorted(({"locator": one} for one in reversed(order)), key=place_of)] == order


def test_a_number_was_seen_where_the_figures_behind_it_were():
    records = sample_records()
    assert records.seen_on("a-2020-derived") == records.seen_on("est-a-rate") == frozenset({"a-1"})
    assert records.seen_on("fig-a") == frozenset()


@pytest.mark.parametrize(
    ("copies", "address"),
    [
        ([COPY, COPY | {"host": "www.gov.cn", "address": "http://www.gov.cn/b"}], "http://www.gov.cn/b"),
        ([COPY | {"page_kind": "mirror"}], None),
        ([COPY | {"address": "a file"}], None),
    ],
    ids=["the central government's portal", "a mirror", "no page"],
)
def test_a_bulletin_is_cited_with_an_official_page_alone(copies, address):
    records = sample_records()
    records.copies_of = {"a-2020": copies}
    assert records.csl("a-2020").get("URL") == address


@pytest.mark.parametrize("seen", ["2026-11-26", ""])
def test_a_page_is_cited_with_the_day_on_which_the_project_saw_it_else_that_of_the_release(seen):
    records = sample_records()
    records.copies_of = {"a-2020": [COPY | {"seen": seen}]}
    (day,) = records.csl("a-2020")["accessed"]["date-parts"]
    assert "-".join(f"{part:02d}" for part in day) == (seen or records.project["date"])
    records.copies_of = {}
    assert "accessed" not in records.csl("a-2020")


def test_a_page_on_which_the_figure_was_not_seen_is_not_cited():
    """66,453 was once cited with a page on which only other figures had been seen."""
    assert sample_records().csl("a-2020", copies={"a-1"})["URL"] == COPY["address"]
    assert "URL" not in sample_records().csl("a-2020", copies={"a-9"})


def test_a_table_is_read_with_numbers_as_it_prints_them(tmp_path, monkeypatch):
    """A card once said 0.35000000000000003."""
    import polars as pl

    monkeypatch.setattr(paths, "PROCESSED", tmp_path)
    write_parquet(pl.DataFrame({"number_id": ["a"], "value": [0.35000000000000003]}), tmp_path / "numbers.parquet")
    assert published("numbers")["value"].to_list() == [0.35]
    assert Records().numbers == {"a": {"number_id": "a", "value": 0.35}}


def test_raw_tables_are_found_by_id_and_figures_in_the_order_printed(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "RAW", tmp_path)
    tables = {
        "bulletins": "bulletin_id\na\n", "copies": "copy_id,bulletin_id\na-1,a\nb-1,b\n",
        "statements": "statement_id,bulletin_id,locator\nlast,a,section 10\nfirst,a,section 2\n",
    }  # fmt: skip
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    records = Records()
    assert (list(records.bulletins), list(records.copies_of), list(records.statements)) == (
        ["a"], ["a", "b"], ["last", "first"],
    )  # fmt: skip
    assert [row["statement_id"] for row in records.figures_of["a"]] == ["first", "last"]
