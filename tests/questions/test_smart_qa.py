"""Smart question answering: shares by bounds that hold for every way in which the figures may combine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.questions.smart_qa import ADOPTION, OVER_FIRST_ALONE, PORTALS, in_2017, in_2022
from helpers.evidence import evidence_of

COUNTS = {f"running_government_sites.CN.{level}": n for level, n in zip(PORTALS, (30, 300, 2000), strict=True)}


def figures_2017(**changes: float) -> dict:
    counts = {name: {"2017-12-01": n} for name, n in COUNTS.items()}
    return counts | {
        "running_government_sites.CN.all": {"2017-12-01": 24_820}, "smart_qa_systems.CN.local_all": {"2017": 233},
        "smart_qa_usable_share.CN.local_all": {"2017": (20, 30)},
    } | changes  # fmt: skip


def test_systems_are_a_share_of_portals_and_of_sites():
    found = {one.estimate_id: one.estimate for one in in_2017(evidence_of(figures_2017()))}
    assert found["est-smart-qa-2017-share-of-portals"].value == pytest.approx(10)
    assert found["est-smart-qa-2017-share-of-sites"].value == pytest.approx(100 * 233 / 24_820)
    usable = found["est-smart-qa-2017-usable-share-of-portals"]
    assert (usable.lower, usable.upper) == pytest.approx((2, 3))


def test_what_is_lacking_is_said():
    without = figures_2017()
    del without["smart_qa_usable_share.CN.local_all"], without["running_government_sites.CN.city"]
    said = {one.estimate_id: one.refusal and one.refusal.sentence.in_("en") for one in in_2017(evidence_of(without))}
    assert "systems or of sites" in said["est-smart-qa-2017-usable-share-of-portals"]
    assert "usable systems" in said["est-smart-qa-2017-usable-share-of-sites"]
    assert said["est-smart-qa-2017-share-of-sites"] is None


shares = st.floats(0, 100)


@settings(max_examples=60, deadline=None)
@given(st.tuples(shares, shares, shares), shares, st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_bounds_of_2022_hold_for_any_spread_of_renamed_systems(adopted, renamed, weights):
    found = estimates_2022(adopted, renamed)
    systems = [share * n / 100 for share, n in zip(adopted, COUNTS.values(), strict=True)]
    genuine = spread(sum(systems) * (1 - renamed / 100), systems, weights)
    for level, n, count in zip(PORTALS, COUNTS.values(), genuine, strict=True):
        assert found[level].lower - 1e-6 <= 100 * count / n <= found[level].upper + 1e-6
    whole = 100 * sum(genuine) / sum(COUNTS.values())
    narrow = found["over-first-alone"]
    assert found["portals"].lower == narrow.lower == 0
    assert whole <= narrow.upper + 1e-6 <= found["portals"].upper + 2e-6


def estimates_2022(adopted, renamed, reading="") -> dict:
    figures = {ADOPTION[level]: {"2022": share} for level, share in zip(PORTALS, adopted, strict=True)}
    figures |= {name: {"2018": n} for name, n in COUNTS.items()} | {
        "smart_qa_rebadged_search.CN.all": {"2022": renamed}
    }
    results = in_2022(replace(evidence_of(figures), reading=reading))
    return {one.topic.partition("effective-")[2].removeprefix("portals-"): one.estimate for one in results}


def test_the_word_over_may_govern_all_three_shares():
    """The report gave the bound of one reading alone: 4.58 percent where the print allows ten."""
    figures = ((90, 100), 70, 40), (90, 100)
    wide, narrow = estimates_2022(*figures), estimates_2022(*figures, reading=OVER_FIRST_ALONE)
    assert wide["portals"].upper == pytest.approx(10)
    assert narrow["portals"].upper == wide["over-first-alone"].upper == pytest.approx(100 * 0.1 * 1040 / 2330)
    assert narrow["county"].upper < wide["county"].upper == pytest.approx(100 * 0.1 * 2330 / 2000)
    assert "may govern the others" in wide["portals"].assumption.in_("en")


def spread(total: float, room: list[float], weights: list[float]) -> list[float]:
    """Share a total out among levels that have room for so much each, in the order of some weights."""
    found = [0.0] * len(room)
    for place in sorted(range(len(room)), key=lambda k: weights[k]):
        found[place] = min(room[place], total - sum(found))
    return found
