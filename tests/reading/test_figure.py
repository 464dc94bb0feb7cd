"""What was found for a field, and which of two findings holds."""

from __future__ import annotations

from analysis.reading.figure import COLUMNS, NOTHING, Found, Mark


def test_what_says_something_holds_over_what_says_nothing():
    one, other = Found("a", "level:l1", ((0, 1),)), Found("b", "level:l2")
    assert (one.over(other), NOTHING.over(other), one.over(NOTHING)) == (one, other, one)


def test_what_is_carried_on_keeps_its_place_and_not_its_rule():
    assert Found("a", "level:l1", ((0, 1),)).carried() == Found("a", "level:carried", ((0, 1),))


def test_a_mark_keeps_for_each_field_what_was_found_why_and_where():
    mark = Mark(3, 5, "12", "num")
    mark.say("level", Found("county", "level:l1", ((0, 1),)))
    assert (mark.level, mark.rules, mark.spans) == ("county", {"level": "level:l1"}, {"level": ((0, 1),)})
    assert {"indicator", "area", "unit", "time_period"} <= set(COLUMNS)
