"""Retrofits and accessibility: shares, and a count that cannot be a part."""

from __future__ import annotations

import pytest

from analysis.questions.elder_friendly import DONE, RETROFITS, RUNNING, accessibility, retrofits
from analysis.questions.fits import results_of
from helpers.evidence import evidence_of


def found(**figures):
    given = {RUNNING: {"2020-12-15": 14_463}} | figures
    return {one.estimate_id: one for one in results_of(retrofits(evidence_of(given)))}


def test_a_share_of_sites_implies_their_number():
    row = found(**{DONE: {"2022": (49, 51)}})["est-elder-friendly-implied-sites"]
    assert (row.estimate.lower, row.estimate.upper) == pytest.approx((0.49 * 14_463, 0.51 * 14_463))
    assert "2020-12-15" in row.estimate.assumption.in_("en")


def test_retrofits_beyond_the_sites_are_no_share_of_them():
    row = found(**{RETROFITS: {"2020-10": (31_500, 32_500)}})["est-elder-friendly-share-2020"]
    assert "31,500至32,500不可能是14,463的一部分" in row.refusal.sentence.in_("zh")
    assert len(row.inputs) == 2


def test_retrofits_within_the_sites_are_a_share():
    row = found(**{RETROFITS: {"2020-10": 7_000}})["est-elder-friendly-share-2020"]
    assert row.estimate.value == pytest.approx(100 * 7_000 / 14_463)


def test_surveys_of_accessibility_stand_alone(evidence):
    rows = {one.estimate_id: one.estimate for one in accessibility(evidence)}
    assert len(rows) == 3
    assert all(row and 0 <= row.lower <= row.upper <= 100 for row in rows.values())
    assert all(one.estimate is None for one in accessibility(evidence_of({})))
