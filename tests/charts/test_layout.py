"""The grid of panels: how they stand, and what stands where there is nothing to draw; and which marks its key names."""

from __future__ import annotations

import matplotlib.pyplot as plt
import pytest

from analysis.charts.declarations import Axis, Panel, load_declarations
from analysis.charts.drawn import Drawn
from analysis.charts.grammar import Scene, looks_of
from analysis.charts.layout import LINE, TIME_HEIGHT, _columns, _height_of, draw_panels
from analysis.charts.naming import Names
from analysis.charts.selecting import select_rows
from analysis.charts.showing import draw_exhibit
from analysis.charts.style import chart_style
from helpers.exhibits import declare, published_tables
from helpers.legible import texts_of

ROWS = [
    Drawn(panel=panel, series="a", label=label, value=value, lower=value, upper=value, unit="percent")
    for panel in ("CN-AH", "CN-SD")
    for label, value in (("2017", 40), ("2018", 60))
]


def scene(width: float = 7.2, rows=ROWS, **fields) -> Scene:
    declaration = declare(**{"usual": Panel("rows_of_bounds", axis=Axis()), **fields})
    return Scene(declaration, Names(declaration, "en", {}), rows, looks_of(declaration, rows), width=width)


@pytest.mark.parametrize(
    ("layout", "width", "beside"), [("rows", 7.2, 1), ("columns", 7.2, 2), ("columns", 3.5, 1), ("2", 7.2, 2)]
)
def test_panels_stand_as_declared_and_below_each_other_in_one_column(layout, width, beside):
    figure = draw_panels(scene(width, layout=layout))
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["Anhui", "Shandong"]
    assert len({round(axes.get_position().x0, 2) for axes in figure.axes}) == beside
    assert figure.get_size_inches()[0] == width


def test_the_last_panel_of_those_that_share_an_axis_has_its_line():
    lines = [axes.spines["bottom"].get_visible() for axes in draw_panels(scene()).axes]
    assert lines == [False, True]


def test_more_rows_are_higher_and_a_panel_over_time_has_its_own_height():
    few = _height_of(scene(), "CN-AH", False)
    more = scene(rows=[*ROWS, *(Drawn(panel="CN-AH", label=f"{year}", series="a", value=1) for year in (2019, 2020))])
    assert _height_of(more, "CN-AH", False) == pytest.approx(few + 2 * 0.27)
    over_time = scene(usual=Panel("over_time", size=0.5))
    assert _height_of(over_time, "CN-AH", False) == TIME_HEIGHT / 2
    assert _height_of(over_time, "CN-AH", True) < TIME_HEIGHT / 2


def test_a_second_line_of_sources_takes_no_room_from_the_panels(monkeypatch):
    heights = []
    for line in ("Source: a.", "Sources: " + "a body with a long name; " * 8):
        monkeypatch.setattr(Names, "source", lambda _, rows, line=line: line)
        heights.append(draw_panels(scene()).get_size_inches()[1])
    assert heights[1] - heights[0] == pytest.approx(LINE)


@pytest.mark.parametrize("relative_to", ["", "whole"])
def test_a_panel_of_which_nothing_is_known_yet_says_so(relative_to):
    """An axis in multiples of a count of 2019 had no unit in an edition of 2017."""
    rows = ROWS if relative_to else ROWS[:2]
    usual = Panel("rows_of_bounds", axis=Axis(relative_to=relative_to))
    figure = draw_panels(scene(rows=rows, usual=usual, panels=dict.fromkeys(("CN-AH", "CN-SD"), usual)))
    said = [text.get_text() for text in texts_of(figure)].count("No figure published by then")
    assert said == (2 if relative_to else 1)


def test_a_chart_of_nothing_says_so_in_its_language():
    declaration = declare()
    figure = draw_panels(Scene(declaration, Names(declaration, "zh", {}), [], {}))
    assert [text.get_text() for text in texts_of(figure)] == ["截至当时尚无已发布的数字"]


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


@pytest.mark.parametrize(("letters", "columns"), [(27, 3), (26, 2), (9, 1), (8, 1)])
def test_the_key_has_as_many_columns_as_fit(letters, columns):
    """Each entry takes its letters and seven for its sample."""
    assert _columns(["ab"] * 3, letters) == columns
