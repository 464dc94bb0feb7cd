from __future__ import annotations

import numpy as np
import pytest

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.estimating.decomposition import decompose_cut
from helpers.series import said

LEVELS = {
    "province": (2_600, 2_400),
    "city": (17_000, 14_600),
    "county": (2_770, 2_750),
    "below_county": (17_800, 2_500),
}


def test_a_decomposition_of_exact_counts_adds_up() -> None:
    before = {k: Interval.at(v[0]) for k, v in LEVELS.items()}
    after = {k: Interval.at(v[1]) for k, v in LEVELS.items()}
    outcome = decompose_cut(before, after, "sites")
    assert outcome.get("loss.total").value == 200 + 2_400 + 20 + 15_300
    assert sum(outcome.get(f"share_of_cut.{k}").value for k in LEVELS) == pytest.approx(100)
    assert outcome.get("share_of_cut.below_county").value == pytest.approx(100 * 15_300 / 17_920)


def test_a_decomposition_of_bounds_holds_every_data_set_within_them() -> None:
    before = {k: Interval(0.97 * v[0], 1.03 * v[0]) for k, v in LEVELS.items()}
    after = {k: Interval(0.97 * v[1], 1.03 * v[1]) for k, v in LEVELS.items()}
    outcome = decompose_cut(before, after, "sites")
    rng = np.random.default_rng(5)
    for _ in range(200):
        loss = {
            k: rng.uniform(before[k].lower, before[k].upper) - rng.uniform(after[k].lower, after[k].upper)
            for k in LEVELS
        }
        for k in LEVELS:
            share = outcome.get(f"share_of_cut.{k}")
            assert share.lower <= 100 * loss[k] / sum(loss.values()) <= share.upper


def test_a_decomposition_without_a_sure_fall_is_refused() -> None:
    wide = {"city": Interval(10, 30), "county": Interval(10, 30)}
    (refusal,) = decompose_cut(wide, {"city": Interval(15, 20), "county": Interval(15, 20)}, "sites").refusals
    assert "did not fall" in said(refusal.sentence)
    with pytest.raises(ProjectError, match="county"):
        decompose_cut(wide, {"city": Interval(15, 20)}, "sites")
    assert decompose_cut({"all": Interval.at(9)}, {"all": Interval.at(5)}, "sites").refused


def test_a_level_that_grew_has_a_negative_share() -> None:
    before = {"city": Interval.at(500), "county": Interval.at(2_000)}
    outcome = decompose_cut(before, {"city": Interval(530, 550), "county": Interval.at(1_000)}, "sites")
    assert outcome.get("loss.city").interval.ends == (-50, -30)
    assert outcome.get("share_of_cut.city").interval.ends == pytest.approx((-100 * 50 / 950, -100 * 30 / 970))
