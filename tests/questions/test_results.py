from __future__ import annotations

import math
from dataclasses import replace

from analysis.bounds.interval import Interval
from analysis.estimating.outcomes import CurvePoint, Estimate, Outcome, Refusal
from analysis.estimating.points import Point
from analysis.questions.results import bound_by_last, from_outcome, from_points, make_id, refs_of
from analysis.words.catalogue import Message, message

SAID = message("method-loglinear")


def estimate(parameter: str, value: float, lower: float, upper: float, warnings: tuple[Message, ...] = ()) -> Estimate:
    return Estimate(parameter, value, Interval(lower, upper), "percent", 0.95, 5, SAID, "r", SAID, warnings)


def outcome(*estimates: Estimate, refusals: tuple[Refusal, ...] = ()) -> Outcome:
    return Outcome("saturation", "open_data_platforms.CN.all", estimates, refusals)


LAST = Point(2023.5, 226, Interval.at(226), ref="b a")


def test_ids_are_made_of_words():
    assert make_id("consolidation", "annual_rate.2015-2017") == "est-consolidation-annual-rate-2015-2017"
    assert make_id("x", "") == "est-x"


def test_inputs_are_sorted_and_stand_once():
    assert refs_of([LAST, None, Point(2020.0, 1, Interval.at(1), ref="a c")]) == ("a", "b", "c")


def test_a_parameter_that_was_expected_has_a_row_that_says_why():
    refusal = Refusal("saturation", SAID, 2, 6)
    rows = from_outcome("open-data-platforms", outcome(refusals=(refusal,)), [LAST], ("ceiling", "midpoint"))
    assert [row.estimate_id for row in rows] == ["est-open-data-platforms-ceiling", "est-open-data-platforms-midpoint"]
    assert all(row.estimate is None and row.refusal is refusal for row in rows)


def test_an_estimate_open_at_both_ends_is_refused():
    row = from_outcome("egdi", outcome(estimate("midpoint", 2000, -math.inf, math.inf)), [LAST])[0]
    assert row.estimate is None
    assert row.refusal.sentence.in_("en") == (
        "No midpoint of open_data_platforms.CN.all is given: its interval is open at both ends."
    )


def test_a_ceiling_is_held_at_what_was_reached():
    held = bound_by_last(outcome(estimate("ceiling", 214, 184, 255)), "ceiling", LAST).get("ceiling")
    assert (held.value, held.lower, held.upper) == (226, 226, 255)
    assert "levels out below the last figure" in held.warnings[0].in_("en")


def test_a_ceiling_that_contradicts_the_last_figure_is_refused():
    assert bound_by_last(outcome(estimate("ceiling", 100, 90, 110)), "ceiling", LAST).refused


def test_a_number_that_is_not_moved_keeps_its_curve():
    curve = (CurvePoint(2023, 226, 226, 226),)
    moved = bound_by_last(replace(outcome(estimate("ceiling", 214, 184, 255)), curve=curve), "ceiling", LAST)
    kept = bound_by_last(replace(outcome(estimate("ceiling", 230, 184, 255)), curve=curve), "ceiling", LAST)
    assert (moved.curve, kept.curve) == ((), curve)
    assert kept.get("ceiling").lower == 226


def test_what_is_lacking_stands_in_the_place_of_a_number():
    lacking = message("lacking-survey")
    never = from_points("egdi", "share", "x", [LAST, None], lacking, lambda *_: 1 / 0)
    assert never.estimate is None
    assert never.refusal.sentence.in_("zh") == "未估计：本版所据数字尚不包括门户网站的调查。"
    assert never.inputs == ("a", "b")
    given = from_points(
        "egdi", "share", "x", [LAST], message("lacking-survey"), lambda p: estimate("s", p.value, 0, 300)
    )
    assert given.estimate.value == 226


def test_a_floor_is_held_from_above():
    held = bound_by_last(outcome(estimate("floor", 200, 150, 300)), "floor", LAST).get("floor")
    assert (held.value, held.lower, held.upper) == (200, 150, 226)
    assert not held.warnings
