"""Sums and shares that hold are proposed, and totals that their parts exceed by a digit are named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.base.tables import to_table
from analysis.bounds.expression import parse
from analysis.checking.identities import Identity
from analysis.checking.proposing import misses, one_digit_apart, propose
from analysis.cleaning.observations import Observation
from checking.test_identities import observation


def row(name: str, printed: str, level: str = "all", indicator: str = "running"):
    return replace(observation(name, printed), level=level, indicator=indicator)


PARTS = [row("a-city", "1234", "city"), row("a-county", "5678", "county")]
WHOLE = row("a-all", "6912")
SHARE = row("a-share", "17.85%", indicator="share")


def test_a_sum_and_a_share_are_proposed_as_they_are_written():
    found = propose([*PARTS, WHOLE, SHARE], [])
    assert [str(one) for one in found] == [
        "- kind: sum\n  left: a-county + a-city\n  right: a-all",
        "- kind: share\n  left: 100 * a-city / a-all\n  right: a-share",
    ]


def test_what_is_written_down_is_not_proposed_again():
    one = Identity("x", "sum", parse("a-city + a-county"), parse("a-all"), "printed", "holds", {})
    assert [found.kind for found in propose([*PARTS, WHOLE, SHARE], [one])] == ["share"]


def test_figures_of_another_bulletin_or_period_or_too_few_are_no_parts():
    other = replace(PARTS[0], bulletin_id="b")
    assert propose([other, PARTS[1], WHOLE], []) == []
    assert propose([replace(PARTS[0], time_period="2017"), PARTS[1], WHOLE], []) == []
    assert propose([row("a", "3", "city"), row("b", "4", "county"), row("c", "7")], []) == []


@pytest.mark.parametrize(
    ("total", "says"),
    [
        ("6812", "its parts by level add up to 6,912, and 6,812 is printed"),  # a digit
        ("6192", "its parts by level add up to 6,912, and 6,192 is printed"),  # two exchanged
        ("6913", ""),  # a part may not be printed
        ("5678", ""),  # no slip of the pen
    ],
)
def test_a_total_that_its_parts_exceed_by_a_digit_is_named(total, says):
    table = to_table([*PARTS, row("a-all", total)], Observation)
    assert misses(table).get("a-all", "") == says


def test_one_digit_or_two_exchanged():
    assert one_digit_apart("6912", "6812") and one_digit_apart("6912", "6192")
    assert not one_digit_apart("6912", "6912") and not one_digit_apart("6912", "692")
    assert not one_digit_apart("6912", "7812")
