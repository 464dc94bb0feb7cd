"""The number of websites: phases, floor, average rates, and who carried the cut."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from analysis.questions.consolidation import (
    COUNT,
    LEVELS,
    cut_of_2017,
    end_of_2016,
    end_of_2017,
    fit_decline,
    office_counts,
    since_guidelines,
    stretches,
)
from helpers.evidence import evidence_of


def by_id(results) -> dict:
    return {one.estimate_id: one for one in results}


def test_the_implied_count_joins_the_printed_ones_and_is_noted(evidence):
    phases, floor, _ = fit_decline(evidence)
    assert [p.period for p in office_counts(evidence)][:3] == ["2015-11", "2016-12", "2017-Q1"]
    assert phases.notes
    assert not fit_decline(replace(evidence, implied=False))[0].notes
    assert floor.points.rows[0].period == "2017-06-01"


def test_moved_events_move_the_phases(evidence):
    rates = [
        fit_decline(replace(evidence, reading=reading))[0].results()[1].estimate for reading in ("", "events-later")
    ]
    assert rates[0].parameter == rates[1].parameter
    assert rates[0].value != rates[1].value


def test_moved_guidelines_move_the_first_count_of_the_floor(evidence):
    """Once the counts of the floor were taken from the guidelines on, wherever a variant had moved them."""
    earlier = replace(evidence, reading="events-earlier")
    assert [len(since_guidelines(one)) for one in (evidence, earlier)] == [6, 7]
    assert [len(fit_decline(one)[1].points) for one in (evidence, earlier)] == [6, 7]


def test_a_floor_is_at_most_the_last_count_and_rests_on_it(evidence):
    late, early = (by_id(line.results()) for line in fit_decline(evidence)[1:])
    floor = late["est-consolidation-since-guidelines-floor"].estimate
    assert (floor.lower, floor.upper) == (0, 14_463)
    # The floor before the last count lies above it, and its interval holds it: nothing is contradicted.
    before = early["est-consolidation-since-guidelines-to-2018-floor"].estimate
    assert before.value > 20_000 and 14_463 in before.interval


def test_before_the_guidelines_no_rate_is_steeper_than_all_stretches_between_counts(evidence):
    """A level that must be continuous made it -30.4 percent, steeper than the -28.3 and -25.1 between the counts."""
    rates = {
        reading: by_id(fit_decline(replace(evidence, reading=reading))[0].results())[
            "est-consolidation-annual-rate-2015-2017"
        ].estimate.value
        for reading in ("", "level-continuous")
    }
    assert -28.4 < rates[""] < -25 and rates["level-continuous"] < -30


def test_undated_counts_may_be_earlier(evidence):
    early = office_counts(replace(evidence, reading="undated-early"))
    moved = {p.period: a.t - b.t for p, a, b in zip(early, office_counts(evidence), early, strict=True) if a.t != b.t}
    assert moved.keys() == {"2015-11", "2016-12", "2017-Q1"}
    assert all(days == pytest.approx(30 / 365, abs=0.004) for days in moved.values())


def test_the_end_of_2016_waits_for_a_stock_and_a_flow(evidence):
    (found,) = end_of_2016(evidence)
    assert (found.estimate.value, found.estimate.n) == (46_333, 4)
    (absent,) = end_of_2016(evidence_of({COUNT: {"2015-11": 66_453}}))
    assert "a stock or a flow" in absent.refusal.sentence.in_("en")


def test_a_printed_cut_leads_back_to_the_count_before_it(evidence):
    """The cut of 24.6 percent was printed, and the 22,390 sites that it leads back to stood nowhere."""
    (found,) = end_of_2017(evidence)
    assert found.estimate.interval.ends == pytest.approx((16_882 / 0.7545, 16_882 / 0.7535))
    assert found.inputs == ("cnnic-43-running-province-and-below", "cnnic-43-running-yoy")
    assert found.estimate.unit == "count:site"
    assert "its printed cut" in end_of_2017(evidence_of({}))[0].refusal.sentence.in_("en")


def test_average_rates_lie_between_two_counts(evidence):
    found = by_id(one for fit in stretches(evidence) for one in fit.results())
    rate = found["est-consolidation-between-counts-2017-average-annual-rate"].estimate
    years = office_counts(evidence).between(2017.9, 2018.0).rows[0].t - 2017
    assert rate.value == pytest.approx(100 * ((24_820 / 46_333) ** (1 / years) - 1))


def test_the_cut_of_2017_was_below_the_county(evidence):
    found = by_id(cut_of_2017(evidence))
    share = found["est-cut-2017-share-of-cut-below-county"].estimate
    assert share.value == pytest.approx(100 * (17_811 - 2_492) / (43_143 - 24_820))
    shares = [one.estimate.value for name, one in found.items() if "share-of-cut" in name]
    assert len(shares) == len(LEVELS)
    assert math.fsum(shares) == pytest.approx(100)


def test_a_level_without_its_count_stops_the_shares(evidence):
    series = {name: one for name, one in evidence.series.items() if name != "running_government_sites.CN.county"}
    found = by_id(cut_of_2017(replace(evidence, series=series)))
    assert found["est-cut-2017-share-of-cut-below-county"].estimate is None
    assert found["est-cut-2017-share-of-closures-below-county"].estimate is not None
