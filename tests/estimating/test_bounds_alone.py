from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.estimating.bounds_alone import check_part, compare_definitions, effective_adoption, share_estimate, show
from analysis.estimating.outcomes import CERTAIN


def test_systems_over_sites_become_a_share() -> None:
    share = share_estimate(Interval.at(237), Interval(550, 573), "share")
    assert share.interval.ends == pytest.approx((100 * 237 / 573, 100 * 237 / 550))
    assert share.level == CERTAIN and share.identified == share.interval
    assert share.value == share.interval.middle


def test_a_count_can_be_a_part_surely_for_some_values_or_not_at_all() -> None:
    whole = Interval.at(14_463)
    assert check_part(Interval(31_500, 32_500), whole).verdict == "inconsistent"
    assert check_part(Interval(14_000, 15_000), whole).verdict == "possible"
    assert check_part(Interval(100, 14_463), whole).verdict == "consistent"


def test_an_open_end_tells_over_a_whole_from_all_of_it() -> None:
    whole = Interval.at(14_463)
    assert check_part(Interval(14_463, 20_000), whole).verdict == "possible"
    assert check_part(Interval(14_463, 20_000, lower_closed=False), whole).verdict == "inconsistent"


def test_effective_adoption_by_what_quality_is_a_share_of() -> None:
    adopted, usable = Interval(90, 100), Interval(0, 30)
    assert effective_adoption(adopted, usable, "all").upper == 30
    assert effective_adoption(adopted, usable, "adopters").interval.ends == (0, 30)
    assert effective_adoption(adopted, Interval(40, 50), "all").interval.ends == (30, 50)
    with pytest.raises(ProjectError, match="percent"):
        effective_adoption(adopted, Interval(0, 130), "all")


def test_different_definitions_are_refused_and_named() -> None:
    refusal = compare_definitions("smart question answering", ["systems", "channels", "sites", "scores"])
    assert refusal and "4 definitions" in refusal.sentence and "channels" in refusal.sentence
    assert compare_definitions("x", ["sites", "sites"]) is None


def test_bounds_in_a_sentence() -> None:
    assert show(Interval.at(14_463)) == "14,463"
    assert show(Interval(35_000, 45_000)) == "35,000 to 45,000"
