"""Figures that printed ones imply: by expressions, with bounds, and only where the ways to them agree."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from analysis.bounds.expression import parse
from analysis.bounds.interval import Interval
from analysis.estimating.points import Point
from analysis.questions.implied import Implied, add_implied, find_implied, load_implied, tabulate_implied

COUNT = "running_government_sites.CN.all"


def test_every_figure_of_the_expressions_exists(observations):
    known = set(observations["observation_id"])
    assert {name for rule in load_implied().values() for name in parse(rule.expression).names} <= known


def test_the_count_of_the_end_of_2016_follows_from_both_sides(evidence):
    (point,) = find_implied(evidence, COUNT)
    assert (point.value, point.lower, point.upper) == (46333, 46333, 46333)
    assert len(point.ref.split()) == 4
    assert point.source.split() == ["gov-2016q4", "gov-2017q4", "gov-census-2015"]


def test_ways_that_disagree_give_no_count(edit):
    assert not find_implied(edit("gov-2016q4-closed-merged", printed="20000个"), COUNT)


def test_one_way_is_enough(material, observations):
    rest = observations.filter(pl.col("observation_id") != "gov-2016q4-closed-merged")
    (point,) = find_implied(material.gather(rest), COUNT)
    assert point.ref == "gov-2017q4-closed-merged-all-2017 gov-2017q4-running-all"


def test_a_printed_figure_keeps_its_place(evidence):
    points = add_implied(evidence.points(COUNT), evidence)
    assert [p.period for p in points].count("2016-12") == 1
    assert add_implied(points, evidence) == points
    assert add_implied(evidence.points(COUNT), replace(evidence, implied=False)) == evidence.points(COUNT)


def test_bounds_are_carried():
    rule = Implied("x", "consolidation", COUNT, "2016", "closed / share%")
    found = rule.find(
        {"closed": Point(0, 100, Interval.at(100), ref="closed"), "share": Point(0, 50, Interval(40, 50), ref="share")}
    )
    assert (found.value, found.lower, found.upper) == (200, 200, 250)
    assert rule.find({"closed": found}) is None


def test_the_table_sets_all_ways_beside_the_printed_figure(observations):
    table = tabulate_implied(observations)
    ways = {row["implied_id"]: row for row in table.iter_rows(named=True)}
    assert ways["end-2016-evaluation"]["value"] == 40000
    assert ways["end-2016-cut"]["lower"] == pytest.approx(21513 / 0.465, rel=1e-5)
    assert ways["end-2016-cut"]["upper"] == pytest.approx(21513 / 0.455, rel=1e-5)
    assert ways["ownership-city-2004"]["lower"] == pytest.approx(93.0)
    assert table["label_zh"].str.len_chars().min() > 5
    assert tabulate_implied(observations.clear()).schema == table.schema
