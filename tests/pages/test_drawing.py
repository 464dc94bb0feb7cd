from __future__ import annotations

import math
import re

from analysis.bounds.interval import Interval
from analysis.pages.drawing import Point, scale, series


def test_a_scale_shows_which_ends_belong_to_the_bounds():
    svg = scale(90, Interval(90, 100, False, True), "percent", "90% to 100%", "en")
    assert re.findall(r'class="(open|closed)"', svg) == ["open", "closed"]
    assert ">0%<" in svg and ">100%<" in svg
    left, right = (float(x) for x in re.search(r'class="bar" x1="([\d.]+)" x2="([\d.]+)"', svg).groups())
    assert right - left == 34.0  # a tenth of the 340 units between 0 and 100 percent


def test_bounds_alone_have_no_tick_and_an_interval_of_probability_no_ends_that_belong_to_it():
    alone = scale(None, Interval(0, 10), "percent", "0% to 10%", "en")
    assert 'class="tick"' not in alone and alone.count('class="closed"') == 2
    rate = scale(-28, Interval(-36, -19), "percent_per_year", "", "en", certain=False)
    assert 'class="tick"' in rate and "<circle" not in rate
    assert scale(None, Interval(3, 4), "count:site", "", "en").count("<text") == 2


def test_an_exact_figure_needs_no_scale():
    assert scale(12, Interval(12, 12), "count:site", "12", "en") == ""


def test_a_scale_of_counts_leaves_room_and_has_no_negative_end():
    svg = scale(10000, Interval(10000, 20000), "count:site", "", "en")
    assert ">5,000<" in svg and ">25,000<" in svg
    assert ">0<" in scale(1, Interval(0, 2), "count:site", "", "en")


def test_a_series_marks_one_point_and_joins_only_what_may_be_compared():
    points = [Point("a", 2010, 1, 1, 2, "s"), Point("b", 2011, 3, 3, 3, "s"), Point("c", 2012, 5, 4, math.inf, "t")]
    svg = series(points, "b", "count:site", "label", "en")
    assert svg.count('class="here"') == 1
    assert svg.count('class="line"') == 1
    assert "inf" not in svg and "nan" not in svg
    assert series(points[:1], "a", "count:site", "", "en") == ""
