from __future__ import annotations

import json
import re

import polars as pl
import pytest

from analysis.base.errors import UnknownName
from analysis.citing.captions import Exhibit
from analysis.citing.exhibits import fill, make_exhibits, trimmed
from analysis.citing.trimming import Known

NUMBERS = {"n-1": {"display_en": "over 90%", "display_zh": "超过90%", "interval_zh": "90%至100%"}}


def test_numbers_are_filled_in_with_their_bounds():
    assert fill("It is {n-1}.", NUMBERS, "en", "x") == "It is over 90%."
    assert fill("为{n-1}（{n-1--interval}）。", NUMBERS, "zh", "x") == "为超过90%（90%至100%）。"


def test_folded_chinese_lines_join_without_a_space():
    assert fill("由通报\n  推算，2016 年", NUMBERS, "zh", "x") == "由通报推算，2016年"
    assert fill("a line\n  goes on", NUMBERS, "en", "x") == "a line goes on"


def test_an_unknown_number_is_named_with_its_file():
    for written in ("{n-2}", "{est-NOx}", "{ n-1}", "{n-1 }", "{n-1--upper}", "{}"):
        with pytest.raises(UnknownName, match=f"captions/en/a.*{re.escape(written[1:-1])}"):
            fill(written, NUMBERS, "en", "captions/en/a.yml")


def exhibit(name: str = "tbl-a") -> Exhibit:
    texts = {"title": "T", "caption": "One. Two is {n-2}. {sources}", "alt": "Falls."}
    return Exhibit(name, "a", dict.fromkeys(("en", "zh"), texts))


def test_an_edition_loses_the_sentences_of_numbers_that_it_does_not_know(tmp_path):
    (tmp_path / "tbl-a.json").write_text(json.dumps({"numbers": ["n-1", "n-2"]}), encoding="utf-8")
    number = {"number_id": "n-1", "kind": "observation", "bulletin_id": "gov-2017q2", "sources": ""} | NUMBERS["n-1"]
    table = make_exhibits({"tbl-a": exhibit()}, tmp_path, pl.DataFrame([number]), Known(2017, {"n-1"}, {"tbl-a"}))
    row = table.row(0, named=True)
    assert (row["caption_en"], row["caption_zh"], row["numbers"]) == (
        "One. Source: General Office of the State Council.", "One.资料来源：国务院办公厅。", "n-1"
    )  # fmt: skip


def test_of_an_exhibit_that_shows_less_its_question_alone_is_sure():
    part = trimmed(exhibit("fig-evaluation-scores"), Known(2017, {"n-1"}, {"fig-evaluation-scores"})).texts["en"]
    assert part["title"] == part["alt"] == "How did mean scores move, on each scale?"
    assert part["caption"] == "One. {sources}"
    none = trimmed(exhibit("fig-evaluation-scores"), Known(2017, {"n-1"})).texts["en"]
    assert none["caption"] == none["title"]
    assert trimmed(exhibit(), Known(2017, whole={"tbl-a"})) == exhibit()
