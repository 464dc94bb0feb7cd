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


def test_domains_grow_over_a_third_a_year_in_the_build_up(evidence):
    assert [p.value for p in domain_counts(evidence)][:3] == [11_764, 13_963, 16_326]
    early, late = domains(evidence)
    assert 30 < early.results()[0].estimate.value < 43
    assert [p.period for p in late.points] == ["2006-06-30", "2015-06-30"]
