"""The provinces: panels of their counts, and their own counts against CNNIC's."""

from __future__ import annotations

import pytest

from analysis.questions.provinces import FEWEST_PAIRS, provinces
from helpers.evidence import evidence_of

AREAS = ("CN-AH", "CN-FJ", "CN-GS", "CN-HI", "CN-SH")


def compare(areas: tuple[str, ...], own_period: str = "2019-Q4"):
    own = {f"running_government_sites.{area}.all": {own_period: 90 + 5 * k} for k, area in enumerate(areas)}
    # The later count of CNNIC lies nearer to the provinces' own.
    counted = {f"running_government_sites.{area}.all.cnnic": {"2019-09-30": 50, "2019-12": 100} for area in areas}
    return provinces(evidence_of(own | counted))[-1]


def test_own_counts_are_set_against_the_nearest_count():
    found = compare(AREAS).estimate
    assert (found.value, found.lower, found.upper) == pytest.approx((0, -10, 10))
    assert found.n == FEWEST_PAIRS


def test_few_pairs_say_nothing():
    assert "enough counts" in compare(AREAS[:-1]).refusal.sentence.in_("en")
    assert compare(AREAS, own_period="2021").inputs == ()


def test_the_project_has_both_panels(evidence):
    found = {one.estimate_id: one.estimate for one in provinces(evidence)}
    rate = found["est-provinces-2018-2019-annual-rate"]
    assert rate.value == pytest.approx(100 * (13_562 / 16_882 - 1))
    assert not rate.interval.exact  # six provinces have several numbers for 2018
    assert rate.interval.ends == pytest.approx((-19.74, -19.59), abs=0.01)
    assert found["est-provinces-2018-2019-median-rate"].value == pytest.approx(-18.74, abs=0.01)
    assert found["est-provinces-since-2020-units-down"].unit == "count:region"
