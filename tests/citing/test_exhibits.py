from __future__ import annotations

import json
import re

import polars as pl
import pytest

from analysis.base.errors import UnknownName
from analysis.citing.captions import Exhibit
from analysis.citing.exhibits import fill, make_exhibits

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


def test_an_edition_loses_the_sentences_of_numbers_that_it_does_not_know(tmp_path):
    texts = {lang: {"title": "T", "caption": "One. Two is {n-2}.", "alt": "Only {n-2}."} for lang in ("en", "zh")}
    (tmp_path / "tbl-a.json").write_text(json.dumps({"numbers": ["n-1", "n-2"]}), encoding="utf-8")
    numbers = pl.DataFrame([{"number_id": "n-1", "bulletin_id": "gov-2017q2", **NUMBERS["n-1"]}])
    table = make_exhibits({"tbl-a": Exhibit("tbl-a", "a", texts)}, tmp_path, numbers, "2017")
    row = table.row(0, named=True)
    assert (row["caption_en"], row["alt_en"], row["numbers"]) == ("One.", "T", "n-1")
