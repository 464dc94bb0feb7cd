"""The curves that charts draw are those of the estimates."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.questions.curves import CurveRow, tabulate_curves
from analysis.questions.fits import Line
from analysis.questions.registry import TOPICS, estimate_all


@pytest.fixture(scope="module")
def curves(series, observations) -> pl.DataFrame:
    return tabulate_curves(series, observations)


@pytest.fixture(scope="module")
def given(series, observations) -> dict[str, dict[str, object]]:
    rows = estimate_all(series, observations).filter(~pl.col("refused")).iter_rows(named=True)
    return {row["estimate_id"]: row for row in rows}


def curve(curves: pl.DataFrame, name: str) -> list[dict[str, float]]:
    return curves.filter(pl.col("curve_id") == f"curve-{name}").to_dicts()


def test_curves_lie_in_their_bands(curves):
    assert curves.columns == list(CurveRow.__slots__)
    assert (curves["lower"] <= curves["value"]).all()
    assert (curves["value"] <= curves["upper"]).all()


def test_every_line_of_a_topic_has_its_curve(curves, evidence):
    lines = [one for topic in TOPICS for one in topic.find(evidence) if isinstance(one, Line)]
    # One date tells whether there is a curve; all dates of all lines took ten seconds.
    drawn = {f"curve-{line.topic.lower()}" for line in lines if line.model(line.points, dates=line._dates()[:1]).curve}
    assert drawn == {name for name in curves["curve_id"] if "spot-check-rates" not in name}
    assert {"curve-consolidation", "curve-service-users", "curve-ownership-city"} <= drawn


def test_the_rate_of_a_phase_is_the_slope_of_its_curve(curves, given):
    rows = [row for row in curve(curves, "consolidation") if 2018.2 < row["t"] < 2020.8]
    years = rows[-1]["t"] - rows[0]["t"]
    slope = 100 * ((rows[-1]["value"] / rows[0]["value"]) ** (1 / years) - 1)
    assert slope == pytest.approx(given["est-consolidation-annual-rate-2018-2020"]["value"], rel=2e-3)


def test_the_curve_of_the_floor_runs_on_towards_it(curves, given):
    rows = curve(curves, "consolidation-since-guidelines")
    floor = given["est-consolidation-since-guidelines-floor"]["value"]
    assert rows[-1]["t"] > 2022.8
    assert floor < rows[-1]["value"] < 1.02 * floor


def test_a_curve_whose_end_is_held_is_that_of_its_numbers(curves, given):
    """No curve was drawn where the ceiling was moved, and its midpoint was that of another curve."""
    ceiling, middle = (given[f"est-open-data-platforms-{name}"]["value"] for name in ("ceiling", "midpoint"))
    assert min(curve(curves, "open-data-platforms"), key=lambda row: abs(row["t"] - middle))["value"] == pytest.approx(
        ceiling / 2, rel=0.03
    )
    assert curve(curves, "service-users")


def test_rates_of_samples_are_the_estimates(curves, given):
    for row in curve(curves, "spot-check-rates-central-sample"):
        own = given[f"est-spot-check-central-rate-{row['time_period'].lower()}"]
        assert [row[end] for end in ("value", "lower", "upper")] == [own[end] for end in ("value", "lower", "upper")]


def test_a_refused_model_has_no_curve(curves, series, observations):
    assert not curve(curves, "ownership-county")
    none = tabulate_curves(series.clear(), observations)
    assert none.is_empty()
    assert none.schema == curves.schema
