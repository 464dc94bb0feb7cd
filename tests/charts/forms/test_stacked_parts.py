"""Stacked parts: what a whole is made of."""

from __future__ import annotations

import pytest

from analysis.charts.declarations import Axis, Panel
from analysis.charts.drawn import Drawn
from analysis.charts.forms import stacked_parts
from helpers.exhibits import declare, field_of
from helpers.printed_figures import marked


def part(series: str, value: float, **fields: object) -> Drawn:
    usual = {"label": "2017", "unit": "count:site", "lower": value, "upper": value, "t": 2017.5, "period": "2017-06"}
    return Drawn(series=series, value=value, **{**usual, **fields})


def draw(*parts: Drawn, upright: bool = False):
    panel = field_of(declare(usual=Panel("stacked_parts", axis=Axis(), upright=upright)), parts)
    stacked_parts.draw(panel)
    return panel


def said(panel, gid: str) -> list[str]:
    return [text.get_text() for text in marked(panel.axes, gid)]


def test_parts_lie_one_after_the_other_and_the_key_names_them():
    panel = draw(part("a", 600), part("b", 400))
    ends = sorted(
        (patch.get_x(), patch.get_x() + patch.get_width()) for patch in panel.axes.patches if patch.get_width()
    )
    assert ends == [(0, 600), (600, 1000)]
    assert list(panel.scene.keyed) == ["a", "b"]


def test_a_bar_ends_with_its_printed_total_else_with_the_sum_of_its_parts():
    assert said(draw(part("a", 600), part("b", 400)), "label") == ["1,000"]
    with_total = draw(part("a", 600), part("b", 400), part("total", 1010))
    assert said(with_total, "label") == ["1,010"]
    assert "total" not in with_total.scene.keyed


@pytest.mark.parametrize("upright", [False, True])
def test_figures_stand_in_the_middle_of_their_parts_and_totals_at_the_end(upright):
    panel = draw(part("a", 600), part("b", 400), upright=upright)
    along = 1 if upright else 0
    assert [text.get_position()[along] for text in marked(panel.axes, "within")] == [300, 800]
    assert [text.xy[along] for text in marked(panel.axes, "label")] == [1000]


def test_a_part_that_has_room_carries_its_figure_and_a_lone_one_none():
    assert said(draw(part("a", 960), part("b", 40)), "within") == ["960"]
    assert said(draw(part("a", 960)), "within") == []


@pytest.mark.parametrize(("colour", "ink"), [("#1f2430", "white"), ("#56b4e9", "#1f2430"), ("white", "#1f2430")])
def test_figures_can_be_read_on_their_bars(colour, ink):
    assert stacked_parts._ink_on(colour) == ink


def test_standing_bars_stand_at_their_dates():
    panel = draw(part("a", 5), part("a", 7, t=2019.0, period="2018-12"), upright=True)
    places = list(panel.axes.get_xticks())
    assert places[1] - places[0] == 18
    assert sorted(patch.get_height() for patch in panel.axes.patches if patch.get_height()) == [5, 7]
