from __future__ import annotations

import pytest

from analysis.words.folding import fold, width_of


@pytest.mark.parametrize(
    "text", ["Sites in operation that the evaluation calls current", "国务院办公厅政府信息与政务公开办公室，2017年"]
)
def test_folded_lines_keep_the_text_and_their_width(text):
    lines = fold(text, 24).split("\n")
    assert len(lines) > 1
    assert all(width_of(line) <= 24 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(line[0] in "，。、" for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Sites by level, counted in 2017", 31, ["Sites by level, counted in 2017"]),
        ("Sites by level, counted in 2017", 30, ["Sites by level,", "counted in 2017"]),
        ("Data application index", 18, ["Data application", "index"]),
        ("Rank by the E-Participation Index", 22, ["Rank by the", "E-Participation Index"]),
        ("Names under gov.cn, 2003-2006: rate of change", 27, ["Names under gov.cn,", "2003-2006: rate of change"]),
        ("government and public-service sites", 23, ["government and public-", "service sites"]),
        ("政府网站数量", 8, ["政府网站", "数量"]),
    ],
)
def test_a_text_is_folded_only_where_it_must_and_evenly(text, width, lines):
    assert fold(text, width).split("\n") == lines
