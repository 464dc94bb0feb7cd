from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.estimating.points import Point, Points
from helpers.series import exact


def test_points_are_in_order_of_time_whatever_order_they_came_in() -> None:
    rows = exact([2012, 2010, 2011], [3, 1, 2]).rows
    assert Points("s", "count", rows) == Points("s", "count", rows[::-1])
    assert [p.value for p in Points("s", "count", rows)] == [1, 2, 3]


def test_a_point_without_a_date_names_its_observation() -> None:
    with pytest.raises(ProjectError, match="gov-2017q1-running-all"):
        Point(math.nan, 5, Interval.at(5), ref="gov-2017q1-running-all")


def test_whatever_kind_of_number_comes_in_bytes_are_the_same() -> None:
    assert repr(Point(np.float64(2017), np.int64(5), Interval.at(5))) == repr(Point(2017, 5, Interval.at(5)))


def test_two_figures_of_one_day_are_one_date() -> None:
    assert exact([2010, 2010, 2011], [1, 2, 3]).count_dates() == 2


def test_a_notebook_sees_each_point_with_its_bounds() -> None:
    points = Points("s", "count", (Point(2017, 5, Interval(4, 6, upper_closed=False), period="2016", ref="a b"),))
    assert points.to_pandas().to_dict("records") == [
        {"period": "2016", "value": 5.0, "bounds": "[4, 6)", "observations": "a b"}
    ]


def test_the_ways_of_counting_are_named_once_and_sorted() -> None:
    rows = [Point(2010 + n, 1, Interval.at(1), definition=way) for n, way in enumerate(("b", "a", "b"))]
    assert Points("s", "count", rows).definitions == ("a", "b")
