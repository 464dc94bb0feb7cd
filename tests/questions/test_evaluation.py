"""Evaluation scores: changes on one scale, by bounds."""

from __future__ import annotations

from analysis.questions.evaluation import SCALES, TIERS, scores
from helpers.evidence import evidence_of


def test_a_change_lies_between_the_first_and_the_last_score():
    given = evidence_of({TIERS["city"]: {"2020": (80, 81), "2021": 0, "2023": (85, 86)}}, unit="points")
    row = next(one for one in scores(given) if one.estimate_id == "est-scores-fujian-city-change")
    assert (row.estimate.lower, row.estimate.upper, row.estimate.unit) == (4, 6, "points")
    assert row.estimate.assumption.in_("en").endswith("in 2020 and 2023")


def test_one_score_is_no_change():
    given = evidence_of({TIERS["city"]: {"2020": 80}})
    changes = [one for one in scores(given) if one.estimate_id.endswith("change")]
    assert len(changes) == len(TIERS) + len(SCALES)
    assert all(one.estimate is None for one in changes)
    assert changes[0].inputs == (f"{TIERS['city']}@2020",)
