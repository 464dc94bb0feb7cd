"""HTML pages: visible text only, offsets in the source."""

from __future__ import annotations

import time

import pytest

from analysis.reading.frame import FrameBuilder
from analysis.reading.html import is_html, read_page
from analysis.reading.terms import load_terms

PAGE = """<!DOCTYPE html><html><head><title>2021年第二季度政府网站抽查通报</title>
<script>var a = "合格率12%";</script><style>p {width: 50%}</style></head><body>
<div title="合格率11%>">抽查政府网站&nbsp;<b>120</b>家,合格率97.5<em>%</em></div><!-- 合格率 5% -->
<noscript>共99家</noscript><table><tr><th>地区</th><th>合格率(%)</th></tr><tr><td>福建</td><td>97.8</td></tr></table>
</body></html>"""


def figures(source):
    builder = FrameBuilder(load_terms())
    builder.add_text("page", source)
    return builder.build()


def test_offsets_lead_into_the_source():
    table = figures(PAGE)
    assert table["printed"].to_list() == ["120", "97.5<em>%", "97.8"]
    assert table["time_period"].to_list() == ["2021-Q2"] * 3
    for row in table.iter_rows(named=True):
        assert PAGE[row["char_start"] : row["char_end"]] == row["printed"]


def test_is_html():
    assert is_html(PAGE)
    assert is_html("\ufeff <html>")
    assert not is_html("合格率 <90%")


@pytest.mark.parametrize("piece", ["<", "<a ", "<div>", '<a b="', "<!--", "<script>", "&#1;", "<p>合格率95%", "</div>"])
def test_broken_markup_takes_linear_time(piece):
    start = time.process_time()
    read_page("<html>" + piece * 20_000)
    assert time.process_time() - start < 5
