from __future__ import annotations

import matplotlib.pyplot as plt
import pytest

from analysis.charts.declarations import Axis
from analysis.charts.naming import Names
from analysis.charts.scales import ends_of, set_time, set_values
from helpers.exhibits import declare


def years(*times: float, points: float = 400, **fields: float):
    """Return ticks, named years with their places, and the ends of a time axis."""
    _, axes = plt.subplots()
    set_time(axes, times, Axis(**fields), points)
    named = dict(
        zip((t.get_text() for t in axes.get_xticklabels(minor=True)), axes.get_xticks(minor=True), strict=True)
    )
    return list(axes.get_xticks()), named, axes.get_xlim()


def test_ticks_stand_where_years_begin_and_numbers_between_them():
    ticks, named, _ = years(2015.4, 2018.2)
    assert ticks == [2015, 2016, 2017, 2018]
    assert named["2016"] == 2016.5


def test_january_stands_right_of_the_tick_of_its_year_and_the_axis_ends_with_its_data():
    ticks, named, (_, end) = years(2021.8, 2024.06)
    assert max(ticks) == 2024
    assert 2024.06 < end < 2024.6
    assert 2024 < named["2024"] < end


def test_room_for_names_is_kept_behind_the_last_figure_of_whatever_year_and_names_no_year():
    for last in (2017.5, 2024.5):
        ticks, named, (_, end) = years(2010.0, last, room=1.0)
        assert last + 1 <= end <= last + 1.2
        assert (max(ticks), max(named)) == (int(last) + 1, str(int(last)))


def test_the_last_day_of_a_year_does_not_name_the_next():
    _, named, (_, end) = years(2015.4, 2018.0)
    assert "2018" not in named
    assert end > 2018


def test_a_narrow_panel_names_fewer_years():
    assert len(years(2003.0, 2023.0, points=100)[1]) < len(years(2003.0, 2023.0, points=500)[1])


@pytest.mark.parametrize(("lang", "text"), [("en", "40,000"), ("zh", "4万")])
def test_numbers_of_an_axis_read_in_the_language(lang, text):
    _, axes = plt.subplots()
    set_values(axes, Axis(low=0), (0, 50_000), "count:site", Names(declare(), lang, {}))
    axes.figure.canvas.draw()
    assert text in [tick.get_text() for tick in axes.get_yticklabels()]


def test_a_logarithmic_axis_has_few_round_ticks():
    _, axes = plt.subplots()
    set_values(axes, Axis(scale="log"), (2_000, 1_200_000), "count", Names(declare(), "en", {}))
    assert list(axes.get_yticks()) == [10_000, 100_000, 1_000_000]


def test_an_axis_begins_at_zero_where_zero_is_near():
    assert ends_of(Axis(), [10, 100])[0] == 0
    assert ends_of(Axis(), [90, 100])[0] > 80
