"""No text, however broken, makes the reader raise or hang."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.reading import read_text
from analysis.reading.decode import UnreadableText, decode
from analysis.reading.frame import FrameBuilder
from analysis.reading.terms import load_terms

PIECES = st.sampled_from(
    "超过 近 约 不足 90% 4万 38.5亿 300余 数万 一半 九成 第三季度 "
    "2017年 12月 家 个 条 分 的 。 , 、 . \n \t | ( ) 网站 合格率 分别 从 提升至 "
    "%  & &nbsp; <b> 网(wǎng) 1,234 １２ 百分之 第 位 至 - "
    "〔2017〕 http:// 12345 万 亿 十 零 点 “ ” 十四 成 半 ٣ ² ㈠ \u0300 \ufeff \r".split(" ")
)
TERMS = load_terms()
FAST = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(text):
    for figure in read_text(text, terms=TERMS):
        assert text[figure.char_start : figure.char_end] == figure.printed
        assert figure.char_start < figure.char_end
        assert figure.value == figure.value  # not NaN


@FAST
@given(st.text(max_size=300))
def test_any_text(text):
    check(text)


@FAST
@given(st.lists(PIECES, max_size=60).map("".join))
def test_text_of_awkward_pieces(text):
    check(text)


@FAST
@given(st.binary(max_size=300))
def test_any_bytes(data):
    try:
        text = decode(data)
    except UnreadableText:
        return
    check(text)


@FAST
@given(
    st.lists(PIECES | st.sampled_from(["<td>", "</p>", "<!--", "<script>", "&#x", '<a b="', ">"]), max_size=40).map(
        "".join
    )
)
def test_any_page(text):
    source = f"<html>{text}"
    builder = FrameBuilder(TERMS)
    builder.add_text("page", source)
    for row in builder.build().iter_rows(named=True):
        assert source[row["char_start"] : row["char_end"]] == row["printed"]


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1.", "12、", "一", "百分之", "超过", "(", "&", " ", "\t", "1\t", "万", "www.", "a@", "1-", "2017年",
     "分别1%、",
     "a.", "从1%到",
     "合格率9%", "网站", "网(wǎ", "|1", "第1", "1:", "占", "1\n", "网站数\n"],
)  # fmt: skip
def test_time_grows_linearly(piece):
    def seconds(size):
        """Its own time, of this process."""
        start = time.process_time()
        read_text(piece * (size // len(piece)), terms=TERMS)
        return time.process_time() - start

    seconds(500)
    # Other processes and the collector of memory once made it red: what seems slow is looked at again.
    tries = ((seconds(20_000), seconds(2_500)) for _ in range(3))
    assert any(long < 20 * short + 0.2 for long, short in tries)
