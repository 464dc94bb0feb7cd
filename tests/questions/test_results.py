from __future__ import annotations

import math

from analysis.bounds.interval import Interval
from analysis.estimating.outcomes import Estimate, Outcome, Refusal
from analysis.estimating.points import Point, Points
from analysis.questions.results import from_outcome, from_points, hold_at_last, make_id, refs_of, refuse_trend
from analysis.words.catalogue import Message, message
from helpers.evidence import evidence_of

SAID = message("method-independent")


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


def fits(value: float, lower: float, upper: float, parameter: str = "ceiling"):
    """A model whose estimate is at most, or at least, the bound that it takes, and whose midpoint tells the bound."""

    def fit(points: Points, dates=(), bound: float | None = None) -> Outcome:
        held = {"ceiling": max, "floor": min}[parameter]
        end = value if bound is None else held(value, bound)
        ends = (max(lower, bound or lower), upper) if parameter == "ceiling" else (lower, min(upper, bound or upper))
        middle = estimate("midpoint", end / 100, 0, 9)
        return outcome(estimate(parameter, end, *ends), middle) if len(points) else outcome()

    return fit


REACHED = Points("open_data_platforms.CN.all", "count", (LAST,))


def test_a_ceiling_below_the_last_figure_is_held_there_with_its_whole_curve():
    """The midpoint of a curve with a ceiling of 214 stood beside the ceiling of 226."""
    held = hold_at_last(fits(214, 184, 255), "ceiling", REACHED)
    assert (held.get("ceiling").value, held.get("ceiling").lower, held.get("ceiling").upper) == (226, 226, 255)
    assert held.get("midpoint").value == 2.26
    assert all("levels out below the last figure" in one.warnings[0].in_("en") for one in held.estimates)


def test_a_ceiling_that_contradicts_the_last_figure_is_refused():
    assert hold_at_last(fits(100, 90, 110), "ceiling", REACHED).refused
    assert not hold_at_last(fits(100, 90, 110), "ceiling", REACHED.keep(())).estimates


def test_a_number_that_is_not_moved_has_no_warning():
    kept = hold_at_last(fits(230, 184, 255), "ceiling", REACHED).get("ceiling")
    assert (kept.value, kept.lower, kept.warnings) == (230, 226, ())
    floor = hold_at_last(fits(200, 150, 300, "floor"), "floor", REACHED).get("floor")
    assert (floor.value, floor.lower, floor.upper, floor.warnings) == (200, 150, 226, ())


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


DEFINITIONS = {
    "a.CN.all": message("definition-systems"), "b.CN.all": message("definition-channels"),
    "c.CN.all": message("definition-channels"),
}  # fmt: skip


def refuse(*series: str) -> tuple[str, tuple[str, ...]]:
    subject, lacking = message("subject-smart-qa"), message("lacking-survey")
    given = evidence_of({name: {"2017": 1, "2022": 2} for name in series})
    found = refuse_trend("smart-qa-trend", subject, DEFINITIONS, given, lacking)
    assert found.estimate is None
    return found.refusal.sentence.in_("en"), found.inputs


def test_a_refusal_names_each_definition_once():
    sentence, inputs = refuse("a.CN.all", "b.CN.all", "c.CN.all")
    assert "its 3 figures count by 2 definitions (share of service channels; systems in operation)" in sentence
    assert len(inputs) == 6


def test_one_definition_waits_for_a_second():
    assert refuse("b.CN.all", "c.CN.all")[0].startswith("Not estimated: a survey of portals")
