"""Fits: the results of a model, and the curve of the same model."""

from __future__ import annotations

import pytest

from analysis.estimating.growth import average_growth, fit_loglinear
from analysis.questions.fits import STEP, Fit, Line, only, results_of
from analysis.questions.results import missing
from analysis.words.catalogue import message
from helpers.series import exact

GROWTH = exact([2010, 2011, 2012, 2013], [100, 112, 119, 133])


def test_a_fit_gives_what_it_is_expected_to_give_or_says_why_not():
    given = Fit("egdi", GROWTH, fit_loglinear, ("annual_rate", "half_life")).results()
    assert [one.estimate_id for one in given] == [
        "est-egdi-annual-rate",
        "est-egdi-doubling-time",
        "est-egdi-half-life",
    ]
    assert given[-1].refusal.sentence.in_("en") == "The model 'loglinear' gives no years to halve of this series."


def test_notes_stand_among_the_warnings():
    note = message("count-of-2016-derived")
    assert all(note in one.estimate.warnings for one in Fit("egdi", GROWTH, fit_loglinear, notes=(note,)).results())


@pytest.mark.parametrize("ahead", [0.0, 2.0])
def test_a_line_is_drawn_over_its_points_and_beyond(ahead):
    outcome = Line("egdi", GROWTH, fit_loglinear, ahead=ahead).curve()
    assert (outcome.curve[0].t, outcome.curve[-1].t) == pytest.approx((2010, 2013 + ahead))
    assert outcome.curve[1].t - outcome.curve[0].t == pytest.approx(STEP)
    assert outcome.estimates == fit_loglinear(GROWTH).estimates


def test_a_line_without_points_has_no_curve():
    assert Line("egdi", exact([], []), fit_loglinear).curve().curve == ()


def test_a_model_can_be_held_to_one_estimate():
    model = only("factor", average_growth)
    assert [e.parameter for e in model(GROWTH).estimates] == ["factor"]
    curve = only("annual_rate", fit_loglinear)(GROWTH, dates=[2011.0]).curve
    assert [p.t for p in curve] == [2011.0]


def test_findings_are_fits_and_results():
    row = missing("egdi", "loglinear", message("lacking-survey"))
    found = list(results_of([row, Fit("egdi", GROWTH, average_growth)]))
    assert [one.estimate_id for one in found] == ["est-egdi", "est-egdi-average-annual-rate", "est-egdi-factor"]
