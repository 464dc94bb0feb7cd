from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.base.errors import ProjectError
from analysis.estimating import bounds_algebra as algebra
from analysis.estimating.types import CERTAIN, Interval

shares = st.tuples(st.floats(0, 100), st.floats(0, 100)).map(lambda ends: Interval(min(ends), max(ends)))
counts = st.tuples(st.floats(1, 1e5), st.floats(1, 1e5)).map(lambda ends: Interval(min(ends), max(ends)))
inside = st.floats(0, 1)


def at(interval: Interval, share: float) -> float:
    return min(interval.lower + share * (interval.upper - interval.lower), interval.upper)


@given(shares, shares, inside, inside, inside)
def test_frechet_bounds_hold_every_joint_share_that_the_margins_allow(a, b, x, y, z) -> None:
    p, q = at(a, x), at(b, y)
    lowest, highest = max(0.0, p + q - 100), min(p, q)
    joint = at(Interval(min(lowest, highest), highest), z)
    eps = 1e-9
    assert algebra.both(a, b).lower - eps <= joint <= algebra.both(a, b).upper + eps
    assert algebra.either(a, b).lower - eps <= p + q - joint <= algebra.either(a, b).upper + eps
    assert algebra.one_without(a, b).lower - eps <= p - joint <= algebra.one_without(a, b).upper + eps


def test_frechet_bounds_are_sharp() -> None:
    a, b = Interval(70, 70), Interval(60, 60)
    assert algebra.both(a, b) == Interval(30, 60)
    assert algebra.either(a, b) == Interval(70, 100)
    assert algebra.one_without(a, b) == Interval(10, 40)


@given(counts, st.lists(counts, min_size=1, max_size=4), inside, st.lists(inside, min_size=4, max_size=4))
def test_a_share_of_a_sum_holds_every_share(part, rest, x, ys) -> None:
    p, r = at(part, x), sum(at(i, y) for i, y in zip(rest, ys, strict=False))
    found = algebra.share_of_sum(part, rest)
    assert found.lower - 1e-9 <= 100 * p / (p + r) <= found.upper + 1e-9


def test_a_share_of_a_sum_is_tighter_than_plain_division() -> None:
    part, rest = Interval(10, 20), [Interval(10, 20)]
    plain = algebra.divide(part, algebra.add([part, *rest]))
    tight = algebra.share_of_sum(part, rest)
    assert tight.lower == pytest.approx(100 / 3) and tight.upper == pytest.approx(200 / 3)
    assert 100 * plain.lower < tight.lower and tight.upper < 100 * plain.upper


def test_a_share_of_a_sum_with_a_part_that_grew() -> None:
    found = algebra.share_of_sum(Interval(-30, -20), [Interval(100, 200)])
    corners = [100 * p / (p + r) for p, r in product(np.linspace(-30, -20, 21), np.linspace(100, 200, 21))]
    assert (found.lower, found.upper) == pytest.approx((min(corners), max(corners)))


def test_systems_over_sites_become_a_share() -> None:
    share = algebra.share_estimate(Interval(237, 237), Interval(550, 573), "share")
    assert (share.lower, share.upper) == pytest.approx((100 * 237 / 573, 100 * 237 / 550))
    assert share.level == CERTAIN and share.identified == Interval(share.lower, share.upper)


def test_a_part_that_surely_exceeds_its_whole_is_no_share() -> None:
    with pytest.raises(ProjectError, match="check_part"):
        algebra.share_of_whole(Interval(32_000, 32_000), Interval(14_463, 14_463))
    assert algebra.check_part(Interval(31_500, 32_500), Interval(14_463, 14_463)).verdict == "inconsistent"
    assert algebra.check_part(Interval(100, 200), Interval(150, 150)).verdict == "possible"
    assert algebra.check_part(Interval(100, 120), Interval(150, 150)).verdict == "consistent"


def test_a_divisor_that_may_be_zero_is_an_error() -> None:
    with pytest.raises(ProjectError, match="divisor"):
        algebra.divide(Interval(1, 2), Interval(0, 5))
    with pytest.raises(ProjectError, match="whole above zero"):
        algebra.share_of_sum(Interval(-5, 1), [Interval(2, 3)])


def test_a_printed_share_against_its_counts() -> None:
    assert (
        algebra.check_share(Interval(2.25, 2.35), Interval(328, 328), Interval(14_463, 14_463)).verdict == "consistent"
    )
    assert algebra.check_share(Interval(95.5, 96.5), Interval(119, 119), Interval(126, 126)).verdict == "inconsistent"
    assert algebra.check_share(Interval(40, 41), Interval(200, 300), Interval(600, 600)).verdict == "possible"


def test_a_running_total_never_falls() -> None:
    assert algebra.check_never_falls(Interval(104, 104), Interval(173, 173)).verdict == "consistent"
    assert algebra.check_never_falls(Interval(173, 173), Interval(104, 104)).verdict == "inconsistent"
    assert algebra.check_never_falls(Interval(100, 200), Interval(150, 160)).verdict == "possible"


def test_effective_adoption_by_what_quality_is_a_share_of() -> None:
    adopted, usable = Interval(90, 100), Interval(0, 30)
    assert algebra.effective_adoption(adopted, usable, "all").upper == 30
    among = algebra.effective_adoption(adopted, usable, "adopters")
    assert (among.lower, among.upper) == (0, 30)
    high = algebra.effective_adoption(adopted, Interval(40, 50), "all")
    assert (high.lower, high.upper) == (30, 50)
    with pytest.raises(ProjectError, match="percent"):
        algebra.effective_adoption(adopted, Interval(0, 130), "all")


def test_different_definitions_are_refused_and_named() -> None:
    refusal = algebra.compare_definitions("smart question answering", ["systems", "channels", "sites", "scores"])
    assert refusal and "4 definitions" in refusal.sentence and "channels" in refusal.sentence
    assert algebra.compare_definitions("x", ["sites", "sites"]) is None


def test_what_both_bounds_allow() -> None:
    assert algebra.intersect(Interval(1, 3), Interval(2, 5)) == Interval(2, 3)
    assert algebra.intersect(Interval(1, 2), Interval(3, 5)) is None
    assert algebra.show(Interval(14_463, 14_463)) == "14,463"
    assert algebra.show(Interval(35_000, 45_000)) == "35,000 to 45,000"
