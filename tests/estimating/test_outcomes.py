from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.estimating.growth import fit_loglinear
from helpers.series import exact


def test_an_unknown_parameter_names_the_known_ones() -> None:
    with pytest.raises(ProjectError, match="annual_rate"):
        fit_loglinear(exact(range(2010, 2015), [1, 2, 4, 9, 15])).get("half_live")


def test_a_refused_model_says_why_where_an_estimate_is_asked_for() -> None:
    outcome = fit_loglinear(exact([2010], [1]))
    assert outcome.refused
    with pytest.raises(ProjectError, match="needs 4"):
        outcome.get("annual_rate")


def test_a_notebook_sees_estimates_and_refusals() -> None:
    made = fit_loglinear(exact(range(2010, 2015), [1, 2, 4, 9, 15])).to_pandas()
    assert list(made["parameter"]) == ["annual_rate", "doubling_time"]
    assert (made["lower"] < made["value"]).all()
    assert "needs 4" in fit_loglinear(exact([2010], [1])).to_pandas()["refused"].item()
