"""Spot checks: rates of samples, and the sample of the General Office against the regions' own check."""

from __future__ import annotations

import math

import pytest

from analysis.questions.quality import (
    CHECKED,
    COMPARED,
    METHODS,
    NOT_RANDOM,
    RATE,
    average_difference,
    ceiling,
    central_less_own,
    central_rates,
    sampled_rates,
)
from helpers.evidence import evidence_of


def test_rates_are_taken_from_the_series_after_the_new_indicators(evidence):
    found = {one.estimate_id: one for one in central_rates(evidence)}
    assert found["est-spot-check-central-rate-2020"].series_id.endswith(".from-2019-04")
    assert all(one.estimate for one in found.values())


def test_rates_without_a_sample_size_are_left_out():
    given = evidence_of({f"{RATE}.self_check": {"2016": 90, "2017": 95}, f"{CHECKED}.self_check": {"2017": 200}})
    ((point, estimate),) = sampled_rates(given, "self_check")
    assert point.period == "2017"
    assert estimate.lower < 95 < estimate.upper


def test_the_average_of_quarters_has_limits_by_square_and_add(evidence):
    *quarters, mean = central_less_own(evidence)
    parts = [one.estimate for one in quarters]
    below = math.sqrt(sum((e.value - e.lower) ** 2 for e in parts)) / len(parts)
    assert len(parts) == len(COMPARED)
    assert mean.estimate.value == pytest.approx(sum(e.value for e in parts) / len(parts))
    assert mean.estimate.value - mean.estimate.lower == pytest.approx(below)
    assert all(NOT_RANDOM in e.warnings for e in [*parts, mean.estimate])


def test_one_quarter_is_no_average(evidence):
    assert "second quarter" in average_difference(central_less_own(evidence)[:1]).refusal.sentence.in_("en")


def test_both_checks_are_needed():
    half = evidence_of({f"{name}.{METHODS[0]}": {"2017-Q1": 90} for name in (RATE, CHECKED)})
    assert all(one.estimate is None for one in central_less_own(half))


def test_provinces_stand_at_the_ceiling_before_and_after_the_new_indicators(evidence):
    before, after = (one.estimate for one in ceiling(evidence))
    assert (before.parameter, after.parameter) == ("share_above", "share_above")
    assert before.n + after.n > 50
    assert all(40 < one.value < 60 for one in (after,))
