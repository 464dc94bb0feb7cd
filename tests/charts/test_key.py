"""The key: each mark that needs a word has one, and no two entries look alike."""

from __future__ import annotations

import matplotlib.pyplot as plt
import pytest

from analysis.charts.declarations import load_declarations
from analysis.charts.selecting import select_rows
from analysis.charts.showing import draw_exhibit
from analysis.charts.style import chart_style
from helpers.exhibits import published_tables


@pytest.mark.parametrize(("lang", "word"), [("en", " or "), ("zh", "，或")])
def test_hollow_marks_share_an_entry(lang, word):
    """The key of the first chart had two equal circles, one for a doubtful copy and one for a figure set apart."""
    declaration = load_declarations()["fig-consolidation-arc"]
    with chart_style():
        figure = draw_exhibit(declaration, select_rows(declaration, published_tables()), published_tables(), lang)
        handles = figure.legends[0].legend_handles
        circles = [mark for mark in handles if mark.get_marker() == "o" and mark.get_markerfacecolor() == "white"]
        texts = [text.get_text() for text in figure.legends[0].get_texts()]
        plt.close(figure)
    assert len(circles) == 1
    assert sum(word in text for text in texts) == 1


@pytest.mark.parametrize("width", [7.2, 3.5])
def test_series_of_one_name_and_one_look_share_an_entry(width):
    """Accounts of two panels that are counted alike stood twice; in one column their names lay on marks."""
    declaration = load_declarations()["fig-weibo-wechat-accounts"]
    rows = select_rows(declaration, published_tables())
    with chart_style():
        figure = draw_exhibit(declaration, rows, published_tables(), "en", width=width)
        texts = [text.get_text() for text in figure.legends[0].get_texts()]
        plt.close(figure)
    assert len(texts) == len(set(texts))
    assert texts.count("institutions") == 1
