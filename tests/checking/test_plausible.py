"""Slips that are well written: each contradicts something beside it, and the record as it stands does not."""

from __future__ import annotations

from functools import lru_cache

import pytest

from analysis.base.codebook import read_rows
from analysis.checking import plausible
from analysis.checking.frames import Frames
from analysis.checking.rules import load_suites, table_path

SUITES = load_suites()


@lru_cache(maxsize=1)
def record() -> dict[str, list[dict[str, str]]]:
    names = (
        "statements", "bulletins", "copies", "issuers", "entities", "units", "indicators", "areas", "levels",
    )  # fmt: skip
    return {name: read_rows(table_path(name, {}, SUITES)) for name in names}


class Slipped(Frames):
    """The record with cells changed in one row."""

    def __init__(self, table: str, key: str, **cells: str) -> None:
        super().__init__({}, SUITES)
        self.table, self.key, self.cells = table, key, cells

    def rows(self, name: str) -> list[dict[str, str]]:
        rows = record()[name]
        if name != self.table:
            return rows
        return [row | self.cells if next(iter(row.values())) == self.key else row for row in rows]


PLACE = "http://appen.media.gov.cn"  # of the copy gov-2017q2-c1, of August 2017
FIGURE, SHARE = "gov-2017q2-running-county", "hainan-2019q4-media-pass-rate"


@pytest.mark.parametrize(
    ("table", "key", "cells", "column", "says"),
    [
        ("statements", FIGURE, {"indicator": "spot_checked_sites"}, "ids", "the code of spot_checked_sites is checked"),
        ("statements", FIGURE, {"level": "city"}, "ids", "the id says 'county', which is none of"),
        ("statements", SHARE, {"time_period": "2019"}, "periods", "prints '2019年第四季度'"),
        ("statements", SHARE, {"time_period": "2018-Q4"}, "periods", "prints '2019年第四季度'"),
        ("statements", "gov-2017q2-running-all", {"time_period": "2017"}, "periods", "the whole year"),
        ("statements", "gov-2017q2-running-all", {"time_period": "2015-06"}, "periods", "neither id nor title"),
        ("statements", "gov-2017q2-running-all", {"period_printed": "6月2日"}, "periods", "of the day printed"),
        ("statements", SHARE, {"area": "CN-HB"}, "places", "and the bulletin is about CN-HI"),
        ("statements", "cnnic-46-platform-users", {"entity": ""}, "places", "does not say which site"),
        ("statements", SHARE, {"printed": "97.7", "unit_printed": ""}, "units", "has no percent sign"),
        ("statements", "gov-2017q2-running-all", {"unit_printed": "个"}, "units", "ends in '家', and unit_printed"),
        ("statements", "gov-2017q2-running-all", {"printed": "36,91,6家"}, "units", "holds a sign or a point"),
        ("statements", SHARE, {"indicator": "spot_check_pass_rate"}, "customs", "rows with the same measure"),
        ("statements", SHARE, {"copies": "gov-2017q2-c1"}, "sources", "copy gov-2017q2-c1 is one of gov-2017q2"),
        ("statements", "cnnic-46-platform-users", {"confidence": "high"}, "sources", "its best copy is 'medium'"),
        ("statements", "jiangxi-2021q4-pass-rate-qoq", {"text_condition": "clean"}, "sources", "machine_rewritten"),
        ("statements", "gov-2016q2-pass-rate-all", {"text_condition": "machine_rewritten"}, "sources", "are clean"),
        ("bulletins", "gov-2017q2", {"published": "2018-08-01"}, "dates", "a year or more after '2017-Q2'"),
        ("bulletins", "gov-2017q2", {"period": "2017-Q3"}, "dates", "the id says 2017-Q2"),
        ("bulletins", "gov-2017q2", {"published": "2098-08-01"}, "dates", "has not come yet"),
        ("bulletins", "hainan-2019q4", {"area": "CN-HB"}, "issued", "issuer hainan-go is one of CN-HI"),
        ("bulletins", "gov-2017q2", {"issuer": "cnnic"}, "issued", "bulletins of the series"),
        ("copies", "gov-2017q2-c1", {"address": "javascript:alert(1)"}, "addresses", "is no address of a page"),
        ("copies", "gov-2017q2-c1", {"host": "www.example.com"}, "addresses", "and the address leads to"),
        ("copies", "gov-2017q2-c1", {"address": f"{PLACE}/201706/a.htm"}, "addresses", "before the bulletin was"),
        ("copies", "gov-2017q2-c1", {"address": f"{PLACE}/201808/a.htm"}, "addresses", "long after the bulletin"),
    ],
)  # fmt: skip
def test_a_slip_contradicts_what_stands_beside_it(table, key, cells, column, says):
    frames = Slipped(table, key, **cells)
    rows = frames.rows(table)
    found = plausible.COLUMNS[table, column](rows, frames)
    at = next(place for place, row in enumerate(rows) if next(iter(row.values())) == key)
    assert says in (found[at] or ""), found[at]


def rows_of(*cells: str, indicator: str = "i", **same: str) -> list[dict[str, str]]:
    """Rows of bulletins of one series, each with a level, which its id tells where it stands behind a colon."""
    names = ("statement_id", "bulletin_id", "subject", "measure", "indicator", "area", "level", "entity", "method")
    row = dict.fromkeys(names, "") | {"indicator": indicator} | same
    parts = [(f"b-{2001 + place}", *f"{cell}:".split(":")[:2]) for place, cell in enumerate(cells)]
    return [row | {"bulletin_id": one, "level": cell, "statement_id": f"{one}-x{told}"} for one, cell, told in parts]


LONE = "level is 'city': no other row of i has it, and none of its series"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (rows_of("all", "all", "all", "city"), "level is 'city', and 'all' in all 3 rows of sister bulletins"),
        (rows_of("all", "all", "city"), ""),  # too few
        (rows_of("all", "all", "county", "county", "city"), LONE),  # not from all of them
        (rows_of("all", "all", "all", "city", "city"), ""),
        (rows_of("all", "all", "all", ""), "level is '', and 'all' in all 3 rows of sister bulletins"),
        (rows_of("all", "all", "county", "county", "city:-y"), LONE),
        (rows_of("all", "all", "county", "city:-y"), ""),  # of a rare indicator
        (rows_of("all", "all", "county", "county", "city:-city"), ""),
        (rows_of("all", "all", "county", "county", ":-y"), ""),
        (
            2 * rows_of("a", "a", measure="m") + rows_of("a", indicator="j", measure="m"),
            "indicator is 'j', and 'i' in all 4 rows with the same measure",
        ),
        (2 * rows_of("a", "a", measure="m") + rows_of("a:-j-k", indicator="j_k", measure="m"), ""),  # the id tells it
        (rows_of("city:-z", indicator="j") + rows_of("all", "all", "county", "county", "city:-y"), ""),
        (2 * rows_of("a", "a") + rows_of("a", indicator="j"), ""),  # nothing tells them alike
    ],
)  # fmt: skip
def test_a_row_that_differs_from_all_that_are_like_it_is_named(rows, says):
    found = plausible.customs(rows, Frames({}, SUITES))
    assert found == [*[""] * (len(rows) - 1), says]


def test_labels_that_are_exchanged_are_named_both():
    rows = [dict(row) for row in record()["indicators"]]
    one, other = (next(r for r in rows if r["indicator"] == name) for name in ("hotline_call_answer_rate", "egdi"))
    one["label_zh"], other["label_zh"] = other["label_zh"], one["label_zh"]
    found = plausible.labels(rows, Frames({}, SUITES))
    named = {row["indicator"] for row, says in zip(rows, found, strict=True) if says}
    assert named == {"hotline_call_answer_rate", "egdi"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("政府\u200b网站", "no eye"), ("网站 ", "blank"), ("３６家", "full width"), ("=1+1", "formula"),
        ("<script>", "tag"), ("{{< include x >}}", "command"), ("[a](http://b)", "command"), ("a\nb", "no eye"),
        ("javascript:alert", "script"), ("-5%", ""), ("{gov-2017q2-running-all}，约90%", ""),
    ],
)  # fmt: skip
def test_cells_hold_plain_text(text, what):
    assert what in plausible.not_plain(text)
    assert bool(what) == bool(plausible.not_plain(text))


def test_a_statement_of_an_unknown_bulletin_is_not_compared_with_one():
    frames = Slipped("statements", FIGURE, bulletin_id="gov-2017q9")
    told = plausible.places(frames.rows("statements"), frames)
    assert not any("None" in finding for finding in told)
