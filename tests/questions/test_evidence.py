"""Evidence: what the models may see of the reconciled series."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.questions.evidence import gather
from helpers.evidence import evidence_of

FIGURES = {
    "sites.CN.all": {"2015": 10, "2017-Q1": 8, "2017": 6},
    "sites.CN-FJ.all": {"2016": 4, "2018": (2, 3)},
    "sites.CN-GS.all": {"2018": 5},
    "sites.CN-GS.city": {"2018": 1},
}


@pytest.fixture(scope="module")
def given():
    return evidence_of(FIGURES)


def test_points_lie_between_two_periods(given):
    assert [p.period for p in given.points("sites.CN.all", "2017", "2017")] == ["2017-Q1", "2017"]
    assert [p.period for p in given.points("sites.CN.all", end="2017-03")] == ["2015", "2017-Q1"]
    assert [p.period for p in given.points("sites.CN.all", without=["2015", "2017"])] == ["2017-Q1"]
    assert len(given.points("sites.CN.none")) == 0


def test_a_single_point_is_found_by_its_period_or_as_the_latest(given):
    assert given.at("sites.CN.all", "2017").value == 6
    assert given.at("sites.CN.all", "2018") is None
    assert given.latest("sites.CN.all", "2017-11").period == "2017-Q1"
    assert given.latest("sites.CN.all", "2014") is None


def test_areas_leave_out_the_nation_and_other_levels(given):
    assert given.areas("sites") == {"CN-FJ": "sites.CN-FJ.all", "CN-GS": "sites.CN-GS.all"}
    assert given.areas("sites", "cnnic") == {}


def test_a_panel_counts_in_one_way_whatever_its_units_are(given):
    panel = given.panel("provinces", given.areas("sites"), "2017")
    assert {p.definition for _, points in panel.members for p in points} == {"provinces"}
    assert [name for name, _ in panel.members] == ["CN-FJ", "CN-GS"]


def test_joined_series_keep_their_definitions(given):
    joined = given.join("both", ["sites.CN.all", "sites.CN.none", "sites.CN-GS.all"])
    assert joined.definitions == ("sites.CN-GS.all", "sites.CN.all")
    assert joined.unit == "count:site"


def test_only_what_may_be_modelled_is_seen(series, observations):
    found = gather(series, observations)
    left_out = series.filter(~pl.col("modelled"))
    seen = {(name, p.period) for name, one in found.series.items() for p in one.points}
    assert left_out.height
    assert not seen & set(left_out.select("series_id", "time_period").rows())
    assert len(seen) == series.filter(pl.col("modelled") & pl.col("value").is_not_null()).height


def test_each_observation_leads_to_its_point(evidence):
    point = evidence.by_observation["cnnic-18-domains-2005-06-30"]
    assert point == evidence.by_observation["cnnic-16-domains"]
    assert point.source.split() == ["cnnic-16", "cnnic-18"]
