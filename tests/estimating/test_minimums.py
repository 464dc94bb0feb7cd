from __future__ import annotations

import numpy as np
import pytest

from analysis.bounds.interval import Interval
from analysis.estimating.growth import average_growth, fit_loglinear
from analysis.estimating.minimums import MINIMUM_POINTS, refuse_few, refuse_mixed
from analysis.estimating.points import Point, Points
from helpers.series import exact, said


def series(*values: float, **fields: str) -> Points:
    return exact([2010.0 + i for i in range(len(values))], values, **fields)


def test_few_points_are_refused_with_one_sentence_that_says_the_minimum() -> None:
    outcome = fit_loglinear(series(100, 110, 120))
    assert outcome.refused
    (refusal,) = outcome.refusals
    assert (refusal.n, refusal.minimum) == (3, MINIMUM_POINTS["loglinear"].points)
    assert "needs 4" in said(refusal.sentence) and said(refusal.sentence).endswith(".")


def test_two_figures_of_one_date_are_one_date() -> None:
    points = series(100, 110, 120)
    double = points.keep((*points.rows, Point(2010.0, 101, Interval.at(101))))
    assert fit_loglinear(double).refused


def test_no_line_is_drawn_through_two_definitions() -> None:
    one, other = series(1, 2, 3, definition="sites"), series(4, 5, 6, definition="channels")
    mixed = one.keep((*one.rows, *other.rows))
    refusal = refuse_mixed("loglinear", mixed)
    assert refusal and "channels" in said(refusal.sentence)
    assert fit_loglinear(mixed).refused
    assert average_growth(mixed).refused


@pytest.mark.parametrize("model", sorted(MINIMUM_POINTS))
def test_each_minimum_is_refused_just_below_and_taken_at(model: str) -> None:
    least = MINIMUM_POINTS[model].points
    assert refuse_few(model, least, "sites") is None
    assert refuse_few(model, least - 1, "sites") is not None


def test_a_figure_with_an_open_bound_is_left_out_of_a_log_model_and_named() -> None:
    points = series(10, 20, 40, 80)
    below = Point(2014.0, 200, Interval(0, 200), period="2014")
    outcome = fit_loglinear(points.keep((*points.rows, below)))
    assert outcome.get("annual_rate").n == 4
    assert "2014" in said(*outcome.get("annual_rate").warnings)
    assert np.isclose(outcome.get("annual_rate").value, 100)
