from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.estimating.bounds_alone import (
    effective_adoption,
    name_bounds,
    share_estimate,
    surely_exceeds,
)
from analysis.estimating.outcomes import CERTAIN


def test_systems_over_sites_become_a_share() -> None:
    share = share_estimate(Interval.at(237), Interval(550, 573), "share")
    assert share.interval.ends == pytest.approx((100 * 237 / 573, 100 * 237 / 550))
    assert share.level == CERTAIN and share.identified == share.interval
    assert share.value == share.interval.middle


def test_a_count_can_be_a_part_or_surely_exceeds_its_whole() -> None:
    whole = Interval.at(14_463)
    assert surely_exceeds(Interval(31_500, 32_500), whole)
    assert not surely_exceeds(Interval(14_000, 15_000), whole)
    assert not surely_exceeds(Interval(100, 14_463), whole)


def test_an_open_end_tells_over_a_whole_from_all_of_it() -> None:
    whole = Interval.at(14_463)
    assert not surely_exceeds(Interval(14_463, 20_000), whole)
    assert surely_exceeds(Interval(14_463, 20_000, lower_closed=False), whole)


def test_effective_adoption_by_what_quality_is_a_share_of() -> None:
    adopted, usable = Interval(90, 100), Interval(0, 30)
    assert effective_adoption(adopted, usable, "all").upper == 30
    assert effective_adoption(adopted, usable, "adopters").interval.ends == (0, 30)
    assert effective_adoption(adopted, Interval(40, 50), "all").interval.ends == (30, 50)
    with pytest.raises(ProjectError, match="percent"):
        effective_adoption(adopted, Interval(0, 130), "all")


def test_bounds_in_a_sentence() -> None:
    assert name_bounds(Interval.at(14_463)) == "14,463"
    assert name_bounds(Interval(35_000, 45_000)).in_("zh") == "35,000至45,000"
