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
    fit_decline,
    office_counts,
    stretches,
)
from helpers.evidence import evidence_of


def by_id(results) -> dict:
    return {one.estimate_id: one for one in results}


def test_the_implied_count_joins_the_printed_ones_and_is_noted(evidence):
    phases, floor = fit_decline(evidence)
    assert [p.period for p in office_counts(evidence)][:3] == ["2015-11", "2016-12", "2017-Q1"]
    assert phases.notes
    assert not fit_decline(replace(evidence, implied=False))[0].notes
    assert floor.points.rows[0].period == "2017-06-01"


def test_moved_events_move_the_phases(evidence):
    rates = [fit_decline(replace(evidence, event_shift=shift))[0].results()[1].estimate for shift in (0, 0.25)]
    assert rates[0].parameter == rates[1].parameter
    assert rates[0].value != rates[1].value


def test_a_floor_is_at_most_the_last_count(evidence):
    found = by_id(fit_decline(evidence)[1].results())["est-consolidation-since-guidelines-floor"]
    assert found.estimate.upper <= 14_463


def test_the_end_of_2016_waits_for_a_stock_and_a_flow(evidence):
    (found,) = end_of_2016(evidence)
    assert (found.estimate.value, found.estimate.n) == (46_333, 4)
    (absent,) = end_of_2016(evidence_of({COUNT: {"2015-11": 66_453}}))
    assert "a stock or a flow" in absent.refusal.sentence.in_("en")


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
