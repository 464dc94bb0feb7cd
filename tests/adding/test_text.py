"""A text as it is shown to the person who reviews it."""

from __future__ import annotations

from analysis.adding.text import read_bulletin


def test_a_page_shows_its_text_and_not_its_markup(tmp_path, terms):
    path = tmp_path / "p.html"
    page = "<html><!-- saved from url=(0026)https://www.fujian.gov.cn/a --><body><h1>福建省政府网站检查情况通报</h1>"
    path.write_text(f"{page}<p>全省<b>政府网站</b>合格率 <i>95.9</i>%。</p></body></html>", encoding="utf-8")
    text = read_bulletin(path, terms)
    figure = text.figures[0]
    assert text.shown[figure.char_start : figure.char_end].startswith("95.9")
    assert "<b>" not in text.shown
    assert text.address == "https://www.fujian.gov.cn/a"
