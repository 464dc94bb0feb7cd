"""The grid of panels: how they stand, how high they are, and what stands where there is nothing to draw."""

from __future__ import annotations

import pytest

from analysis.charts.declarations import Axis, Panel
from analysis.charts.drawn import Drawn
from analysis.charts.grammar import Scene, looks_of
from analysis.charts.layout import TIME_HEIGHT, _height_of, draw_nothing, draw_panels
from analysis.charts.naming import Names
from helpers.exhibits import declare
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


@pytest.mark.parametrize("relative_to", ["", "whole"])
def test_a_panel_of_which_nothing_is_known_yet_says_so(relative_to):
    """An axis in multiples of a count of 2019 had no unit in an edition of 2017."""
    rows = ROWS if relative_to else ROWS[:2]
    usual = Panel("rows_of_bounds", axis=Axis(relative_to=relative_to))
    figure = draw_panels(scene(rows=rows, usual=usual, panels=dict.fromkeys(("CN-AH", "CN-SD"), usual)))
    said = [text.get_text() for text in texts_of(figure)].count("No figure published by then")
    assert said == (2 if relative_to else 1)


def test_a_chart_of_nothing_says_so_in_its_language():
    figure = draw_nothing(Names(declare(), "zh", {}))
    assert [text.get_text() for text in texts_of(figure)] == ["截至当时尚无已发布的数字"]
