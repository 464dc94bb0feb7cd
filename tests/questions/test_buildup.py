"""The rise before the census: ownership by level, and domain names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.questions.buildup import OWNERSHIP, domain_counts, domains, ownership, ownership_rates


def test_the_rate_before_a_printed_increase_joins_its_series(evidence):
    city = ownership_rates(evidence, "city")
    assert [p.period for p in city] == ["2004-01-30", "2004", "2005", "2006", "2008-11"]
    assert (city.rows[1].lower, city.rows[1].upper) == pytest.approx((93.0, 93.2))
    assert len(ownership_rates(replace(evidence, implied=False), "city")) == 4


def test_a_figure_that_two_books_date_differently_counts_once(evidence):
    periods = [p.period for p in ownership_rates(evidence, "all", OWNERSHIP["all"])]
    assert "2006-11-30" in periods
    assert "2006-12" not in periods


def test_each_level_has_a_line_of_its_own(evidence):
    assert [line.topic for line in ownership(evidence)] == [f"ownership-{level}" for level in OWNERSHIP]


def test_rates_of_provinces_are_whole_provinces(evidence):
    """28 of 31, 31 of 32 and all of 32 were fitted as shares of one error, the last of them clipped."""
    points = ownership_rates(evidence, "province")
    assert [(round(p.value * p.n / 100), p.n) for p in points] == [(28, 31), (28, 31), (31, 32), (32, 32)]
    found = next(line for line in ownership(evidence) if line.topic == "ownership-province").results()[0].estimate
    assert "binomial" in found.method.in_("en")


def test_shares_over_a_number_draw_no_curve(evidence):
    """The curve of all levels passed above every exact share, as "over 80%" was read as 90."""
    found = next(line for line in ownership(evidence) if line.topic == "ownership-all").results()[0]
    assert "has 2 dates and needs 4" in found.refusal.sentence.in_("en")


def test_domains_grow_over_a_third_a_year_in_the_build_up(evidence):
    assert [p.value for p in domain_counts(evidence)][:3] == [11_764, 13_963, 16_326]
    early, late = domains(evidence)
    assert 30 < early.results()[0].estimate.value < 43
    assert [p.period for p in late.points] == ["2006-06-30", "2015-06-30"]
