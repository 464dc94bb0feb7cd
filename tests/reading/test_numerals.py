"""From a numeral to its value and bounds."""

from __future__ import annotations

import pytest

from analysis.reading.figure import Mark
from analysis.reading.numerals import read_numeral, set_bounds
from helpers.sentences import read_alone


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("3万4567", "num", 34_567), ("4千920", "num", 4920), ("2千零3", "num", 2003), ("12，345", "num", 12_345),
        ("七成五", "tenths", 75), ("七成半", "tenths", 75), ("7.5成", "digit_tenths", 75), ("半", "half", 50),
        ("六点八万", "zh", 68_000), ("〇点五", "zh", 0.5), ("80-90", "range", 80),
    ],
)  # fmt: skip
def test_forms_that_only_bulletins_use(text, kind, value):
    assert read_numeral(text, kind).value == value


@pytest.mark.parametrize(("text", "kind"), [("六点", "zh"), ("点五", "zh"), ("六点十", "zh")])
def test_what_is_no_number_is_none(text, kind):
    assert read_numeral(text, kind) is None


@pytest.mark.parametrize(
    ("text", "comparator", "rule"),
    [
        ("超过30家。", "gt", "cue:prefix"), ("近30%以上合格。", "ge", "cue:suffix"), ("30家以上。", "ge", "cue:suffix"),
        ("300余家。", "gt", "cue:more"), ("数百家。", "approx", "cue:several"), ("80-90分。", "range", "cue:range"),
        ("30家。", "eq", ""),
    ],
)  # fmt: skip
def test_the_sense_comes_from_the_cue_the_suffix_or_the_numeral(text, comparator, rule):
    (mark,) = read_alone(text).marks
    assert (mark.comparator, mark.rules["comparator"]) == (comparator, rule)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "bounds"),
    [
        ("96.1", "num", "percent", (96.05, 96.15)), ("96.1", "num", "score", (96.05, 96.15)),
        ("4万", "num", "count:site", (35_000, 45_000)), ("29431", "num", "count:site", (29_431, 29_431)),
        ("90-120", "range", "percent", (90, 100)), ("90-120", "range", "score", (90, 120)),
    ],
)  # fmt: skip
def test_bounds_follow_from_the_last_digit_and_shares_end_at_a_hundred(text, kind, unit, bounds):
    mark = Mark(0, len(text), text, kind)
    mark.unit, mark.comparator = unit, "range" if kind == "range" else "eq"
    set_bounds(mark, read_numeral(text, kind))
    assert (mark.lower, mark.upper) == bounds
