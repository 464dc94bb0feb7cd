from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity


def test_a_value_outside_its_bounds_is_refused() -> None:
    assert Quantity(90, Interval(90, 100, lower_closed=False)).lower == 90
    with pytest.raises(ProjectError, match="outside its own bounds"):
        Quantity(89, Interval(90, 100))


def test_a_figure_is_mirrored_with_its_comparator() -> None:
    over_ten = Quantity(10, Interval(10, 20, lower_closed=False), "percent", "gt", rounded=True, decimals=1)
    below = Quantity(-10, Interval(-20, -10, upper_closed=False), "percent", "lt", rounded=True, decimals=1)
    assert -over_ten == below
    assert (-Quantity(10, Interval(5, 10), comparator="approx")).comparator == "approx"
