from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.base.errors import ProjectError
from analysis.estimating.growth import average_growth, fit_loglinear
from analysis.estimating.minimums import MINIMUM_POINTS, refuse_few, refuse_mixed
from analysis.estimating.types import Interval, Point, Points


def series(*values: float, **fields: str) -> Points:
    rows = tuple(Point(2010.0 + i, v, v, v, **fields) for i, v in enumerate(values))
    return Points("sites", "count", rows)


def test_points_are_in_order_of_time_whatever_order_they_came_in() -> None:
    rows = (Point(2012, 3, 3, 3), Point(2010, 1, 1, 1), Point(2011, 2, 2, 2))
    assert Points("s", "count", rows) == Points("s", "count", rows[::-1])
    assert Points("s", "count", rows).column("value").tolist() == [1, 2, 3]


def test_a_point_with_crossed_bounds_names_its_observation() -> None:
    with pytest.raises(ProjectError, match="gov-2017q1-running-all"):
        Point(2017.2, 5, 6, 4, ref="gov-2017q1-running-all")


def test_a_point_without_a_date_or_bounds_is_an_error() -> None:
    with pytest.raises(ProjectError):
        Point(math.nan, 1, 1, 1)
    with pytest.raises(ProjectError):
        Point(2017, 1, math.nan, 1)
    with pytest.raises(ProjectError):
        Interval(2, 1)


def test_an_unknown_parameter_names_the_known_ones() -> None:
    with pytest.raises(ProjectError, match="annual_rate"):
        fit_loglinear(series(1, 2, 4, 9, 15)).get("half_live")


def test_few_points_are_refused_with_one_sentence_that_says_the_minimum() -> None:
    outcome = fit_loglinear(series(100, 110, 120))
    assert outcome.refused
    (refusal,) = outcome.refusals
    assert (refusal.n, refusal.minimum) == (3, MINIMUM_POINTS["loglinear"].points)
    assert "needs 4" in refusal.sentence and refusal.sentence.endswith(".")


def test_two_figures_of_one_date_are_one_date() -> None:
    points = series(100, 110, 120)
    double = points.keep((*points.rows, Point(2010.0, 101, 101, 101)))
    assert fit_loglinear(double).refused


def test_no_line_is_drawn_through_two_definitions() -> None:
    one, other = series(1, 2, 3, definition="sites"), series(4, 5, 6, definition="channels")
    mixed = one.keep((*one.rows, *other.rows))
    refusal = refuse_mixed("loglinear", mixed)
    assert refusal and "channels" in refusal.sentence
    assert fit_loglinear(mixed).refused
    assert average_growth(mixed).refused


@pytest.mark.parametrize("model", sorted(MINIMUM_POINTS))
def test_each_minimum_is_refused_just_below_and_taken_at(model: str) -> None:
    least = MINIMUM_POINTS[model].points
    assert refuse_few(model, least) is None
    assert refuse_few(model, least - 1) is not None


def test_a_figure_with_an_open_bound_is_left_out_of_a_log_model_and_named() -> None:
    points = series(10, 20, 40, 80)
    below = Point(2014.0, 200, 0, 200, period="2014")
    outcome = fit_loglinear(points.keep((*points.rows, below)))
    assert outcome.get("annual_rate").n == 4
    assert "2014" in outcome.get("annual_rate").warnings[0]
    assert np.isclose(outcome.get("annual_rate").value, 100)
