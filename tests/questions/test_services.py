"""Open data, users and the index: growth that levels out, and dates of what is described."""

from __future__ import annotations

import math

import pytest

from analysis.questions.services import EGDI, level_out, open_data, service_users, un_index


def test_a_ceiling_is_at_least_the_last_figure(evidence):
    points = open_data(evidence)[0].points
    outcome = level_out(points, dates=[2023.0], errors="independent")
    ceiling, middle, rate = (outcome.get(name).value for name in ("ceiling", "midpoint", "growth_rate"))
    assert outcome.get("ceiling").lower == pytest.approx(points.rows[-1].lower)
    (at,) = outcome.curve
    assert at.value == pytest.approx(ceiling / (1 + math.exp(-rate * (2023.0 - middle))))


def test_users_level_out_beyond_the_last_figure(evidence):
    (line,) = service_users(evidence)
    outcome = line.curve()
    assert outcome.get("ceiling").lower >= line.points.rows[-1].lower
    assert outcome.curve[-1].t > line.points.rows[-1].t + 1.9


def test_an_index_relative_to_others_has_no_rate(evidence):
    """It cannot double, for it ends at 1; a constant rate, which meets the same end, was given all the same."""
    (row,) = un_index(evidence)
    assert row.estimate_id == "est-egdi-annual-rate" and row.estimate is None
    assert "ends at 1" in row.refusal.sentence.in_("en")
    assert len(row.inputs) == len(evidence.points(EGDI)) > 5
