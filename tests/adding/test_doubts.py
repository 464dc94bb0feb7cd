"""Each mistake that once was accepted without a word is told of."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from analysis.adding.doubts import (
    broken_sums,
    doubts_of,
    doubts_of_new,
    doubts_of_row,
    doubts_of_rows,
    patterns,
    repeated,
)
from analysis.adding.habits import Habits
from analysis.adding.inserting import insert_rows
from analysis.adding.register import Register


@pytest.fixture
def habits(session):
    return session.habits


def doubts(session, which, **cells):
    one = next(one for one in session.candidates if one.row["printed"] == which)
    return " ".join(doubts_of(replace(one, row=one.row | cells), session.text, Habits(session.register)))


def test_a_figure_as_it_should_be_raises_none(session):
    assert doubts(session, "98.5%") == ""


@pytest.mark.parametrize(
    ("printed", "cells", "said"),
    [
        ("95.92%", {"method": ""}, "mostly self_check"),
        ("超过1900个", {"printed": "1900个"}, "would be exact"),
        ("95.92%", {"printed": "195.92%"}, "out of the range"),
        ("95.92%", {"printed": "9.592%"}, "on the last figure"),
        ("1200个", {"printed": "120000个"}, "times the last figure"),
        ("95.92%", {"indicator": ""}, "no indicator"),
        ("95.92%", {"indicator": "running_government_sites"}, "printed in percent"),
        ("95.92%", {"time_period": "2022-Q1"}, "fujian-2022q1 prints"),
        ("416家", {"entity": "无名网站"}, "not in codebook/entities.csv"),
    ],
)
def test_a_mistake_is_told_of(session, printed, cells, said):
    assert said in doubts(session, printed, **cells)


def test_a_rate_is_held_against_its_own_counts(session, candidates):
    rows = {one.number: one.row for one in candidates}
    identities = session.register.raw / "identities.yml"
    said = broken_sums(rows, session.register, identities)
    numbers = {row["printed"]: number for number, row in rows.items()}
    assert any("95.92% does not follow" in sentence for sentence in said[numbers["95.92%"]])
    rows[numbers["95.92%"]] = rows[numbers["95.92%"]] | {"printed": "99.52%"}
    assert broken_sums(rows, session.register, identities) == {}


def test_a_rate_is_held_against_a_base_of_before_only_where_none_that_is_printed_fits(session, candidates):
    rows = {one.row["printed"]: one.row for one in candidates}
    rate, accounts, checked = rows["98.5%"], rows["超过1900个"] | {"printed": "2316个"}, rows["1200个"]
    accounts |= {"time_period": rate["time_period"]}
    failed = checked | {"indicator": "new_media_accounts_failed", "printed": "18个"}
    identities = session.register.raw / "identities.yml"
    group = {1: accounts, 2: failed, 3: rate}
    assert "98.5% does not follow from 2316个 and 18个" in broken_sums(group, session.register, identities)[1][0]
    assert broken_sums(group | {4: checked}, session.register, identities) == {}
    for printed in ("1500个", "若干"):  # one that does not fit, or cannot be read, clears no other
        said = broken_sums(group | {4: checked | {"printed": printed}}, session.register, identities)
        assert any("2316个 and 18个" in sentence for sentence in said[3])


def test_patterns_are_those_of_the_record(session):
    kinds = {pattern.identity.kind for pattern in patterns(session.register.raw / "identities.yml", session.register)}
    assert {"share", "sum", "granularity"} <= kinds


def test_the_same_thing_twice_is_told_of_both():
    row = dict.fromkeys(("indicator", "area", "level", "method", "time_period", "entity"), "x")
    said = repeated({1: row | {"printed": "5"}, 2: row | {"printed": "6"}, 3: row | {"level": "y", "printed": "7"}})
    assert said == {
        1: ["coded as the same thing as 6 (figure 2)."], 2: ["coded as the same thing as 5 (figure 1)."],
    }  # fmt: skip
    many = repeated({n: row | {"printed": str(n)} for n in range(1, 7)})
    assert many[1] == ["coded as the same thing as 2 (figure 2), 3 (figure 3), 4 (figure 4) and 2 more."]


@pytest.mark.parametrize(("issuer", "area"), [("xianning-openness", "CN-HB"), ("fire-bureau", "CN")])
def test_a_figure_of_a_city_that_names_no_place_would_join_its_province(register, issuer, area):
    bulletin = register.by_issuer(issuer)[0]["bulletin_id"]
    row = asdict(next(one for one in register.statements if one.bulletin_id == bulletin))
    del row["correction"]
    habits = Habits(register)
    assert not any("no entity is named" in doubt for doubt in doubts_of_row(row, habits))
    assert any(f"would join the series of {area}." in doubt for doubt in doubts_of_row(row | {"entity": ""}, habits))


def test_rows_typed_by_hand_are_held_against_the_record(session):
    """Without a method, ten times too high, a rate beside other counts, one bulletin under two ids."""
    register = session.register
    known = [one.statement_id for one in register.statements]
    like = asdict(next(one for one in register.statements if one.statement_id == "fujian-2022q1-pass-rate"))
    del like["correction"]
    typed = {
        "pass-rate": {"printed": "95.92%", "method": ""},
        "checked": {"printed": "4460家", "indicator": "spot_checked_sites", "unit_printed": "家"},
        "failed": {"printed": "2家", "indicator": "spot_check_failed_sites", "unit_printed": "家"},
    }
    own = {"bulletin_id": "fujian-2024q3", "time_period": "2024-Q3"}
    rows = [like | own | cells | {"statement_id": f"fujian-2024q3-{code}"} for code, cells in typed.items()]
    insert_rows(register.raw / "statements.csv", rows)
    twin = register.bulletin("fujian-2024q3") | {"bulletin_id": "fujian-third-2024"}
    insert_rows(register.raw / "bulletins.csv", [twin])
    said = "\n".join(doubts_of_new(known, Register(register.raw)))
    for words in (
        "pass-rate: no method",
        "checked: 10 times",
        "95.92% does not follow",
        "the same bulletin as",
    ):
        assert words in said
    assert doubts_of_new([], register) == doubts_of_new(known, register) == []


def test_what_the_check_would_suspect_is_told_before_rows_are_sealed(register):
    row = asdict(next(one for one in register.statements if one.statement_id == "fujian-2022q1-pass-rate"))
    row |= {"statement_id": "fujian-2022q1-pass-rate-2"}
    assert doubts_of_rows([row], register) == []
    slip = row | {"period_printed": "第二季度", "area": "CN-HN"}
    assert [said.partition(": ")[2][:22] for said in doubts_of_rows([slip], register)] == [
        "time_period is '2022-Q", "area is 'CN-HN', and t",
    ]  # fmt: skip
