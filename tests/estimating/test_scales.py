from __future__ import annotations

import numpy as np

from analysis.bounds.interval import Interval
from analysis.estimating.points import Point, Points
from analysis.estimating.scales import Figures, from_scale, keep_usable, to_scale
from helpers.series import said

POINTS = (Point(2010, 30, Interval(20, 40)), Point(2011, 95, Interval(90, 100)), Point(2012, 60, Interval(50, 55)))


def test_scales_are_undone() -> None:
    values = np.array([3.0, 50.0, 97.0])
    for scale in ("plain", "log", "logit"):
        assert np.allclose(from_scale(to_scale(values, scale), scale), values)
    assert np.all(np.isfinite(to_scale(np.array([0.0, 100.0]), "logit")))


def test_centres_are_those_of_the_working_scale() -> None:
    assert np.allclose(Figures(POINTS, "plain").centre, [30, 95, 52.5])
    assert np.allclose(from_scale(Figures(POINTS, "log").centre, "log"), np.sqrt([20 * 40, 90 * 100, 50 * 55]))
    assert np.allclose(from_scale(Figures(POINTS, "logit").centre, "logit"), [30, 95, 52.5])


def test_a_printed_value_outside_its_bounds_counts_at_the_nearest_end() -> None:
    assert np.allclose(Figures(POINTS, "plain").printed, [30, 95, 55])


def test_open_bounds_are_left_out_with_a_warning() -> None:
    points = Points(
        "s", "count", (Point(2010, 10, Interval.at(10)), Point(2018.0, 20_000, Interval(20_000, np.inf), period="2018"))
    )
    kept, warnings = keep_usable(points, "log")
    assert len(kept) == 1 and "2018" in said(*warnings)
    assert keep_usable(points.keep([Point(2018.0, 5, Interval(0, 5))]), "plain")[1] == ()
    assert keep_usable(points.keep([Point(2018.0, 5, Interval(0, 5))]), "log")[1] != ()
