"""What was coded before for the same issuer and indicator."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from analysis.adding.habits import Habits, Usual
from analysis.base.codebook import load_codebook
from analysis.cleaning.statements import STATEMENT_COLUMNS, Statement

KINDS = {"a": "province", "b": "province", "c": "city"}
ISSUERS = {name: {"issuer": name, "kind": kind} for name, kind in KINDS.items()}


def coded(name: str, issuer: str, period: str = "2020", **cells: str) -> Statement:
    usual = dict.fromkeys(STATEMENT_COLUMNS, "") | {
        "statement_id": name, "bulletin_id": issuer, "indicator": "spot_checked_sites", "area": "CN-AH", "level": "all",
        "printed": "5家", "time_period": period,
    }  # fmt: skip
    return Statement(**usual | cells)


def habits(*statements: Statement, **entities: dict[str, str]) -> Habits:
    return Habits(
        SimpleNamespace(
            statements=statements, issuer=ISSUERS.get, issuer_of=ISSUERS, entities=entities, codebook=load_codebook()
        )
    )


def test_another_indicator_brings_its_usual_method(session):
    session.correct(1, "indicator", "spot_checked_sites")
    assert session.standings[1].row["method"] == "self_check"
    assert session.standings[1].row["note"] == "method not printed: as in earlier figures of the issuer"
    session.correct(1, "indicator", "running_government_sites")
    assert cells_of(session) == ("", "")


def cells_of(session):
    return tuple(session.standings[1].row[name] for name in ("method", "note"))


def test_a_method_that_a_person_names_is_no_guess_and_a_note_of_theirs_stays(session):
    session.correct(1, "indicator", "spot_checked_sites")
    session.correct(1, "method", "self_check")
    assert cells_of(session) == ("self_check", "")
    session.correct(1, "note", "see the annex")
    session.correct(1, "indicator", "spot_check_pass_rate")
    session.correct(1, "method", "unit_check")
    assert cells_of(session) == ("unit_check", "see the annex")


def test_a_method_that_was_read_outlives_another_indicator(session):
    one = session.candidates[0]
    session.candidates[0] = replace(one, row=one.row | {"method": "recheck"}, evidence={"method": [(0, 2)]})
    session.correct(1, "indicator", "spot_checked_sites")
    assert cells_of(session) == ("recheck", "")


@pytest.mark.parametrize(
    ("others", "usual"),
    [
        ([("a", "x")] * 3 + [("b", "y")] * 9, Usual("x", "the issuer")),
        # Where an issuer is of two minds or has coded nothing, its peers' habit counts, and then that of all.
        ([("a", "x"), ("a", "y"), ("b", "y"), ("b", "y")], Usual("y", "issuers of the kind province")),
        ([("c", "z")] * 2, Usual("z", "all issuers")),
        ([("c", "z"), ("c", "x")], Usual()),
    ],
)
def test_the_habit_of_the_issuer_counts_first(others, usual):
    rows = [coded(str(place), issuer, method=method) for place, (issuer, method) in enumerate(others)]
    assert habits(*rows).usual("method", "spot_checked_sites", {"issuer": "a"}) == usual
    assert habits(*rows).usual("method", "sites_passed", {"issuer": "a"}) == Usual()


@pytest.mark.parametrize(
    ("others", "guess"),
    [
        ([("a", "x")] * 3, ("x", "the issuer")), ([("b", "y")] * 3, ("y", "issuers of the kind province")),
        ([("c", "z")] * 3, ("", "")), ([("a", "")] * 3, ("", "")), ([], ("", "")),
    ],
)  # fmt: skip
def test_a_method_without_evidence_is_a_guess_that_says_whose(others, guess):
    rows = [coded(str(place), issuer, method=method) for place, (issuer, method) in enumerate(others)]
    method, whose = guess
    note = f"method not printed: as in earlier figures of {whose}" if method else ""
    assert habits(*rows).guess_method("spot_checked_sites", {"issuer": "a"}) == {"method": method, "note": note}


def test_the_newest_figures_of_a_series_come_oldest_first_without_those_that_cannot_be_read():
    rows = [coded("d", "a", "2020-Q2"), coded("b", "a", "2019"), coded("c", "b", "2020-Q2"), coded("a", "a", "2018")]
    rows += [coded("e", "a", "2021", printed="若干"), coded("f", "a", "2021", level="county")]
    known = habits(*rows)
    row = {name: getattr(rows[0], name) for name in ("indicator", "area", "level", "entity", "method", "time_period")}
    assert [one.statement_id for one, _ in known.last(row)] == ["b", "c", "d"]
    assert [one.statement_id for one, _ in known.last(row, most=99)] == ["a", "b", "c", "d"]
    assert [(one.statement_id, figure.value) for one, figure in known.same(row)] == [("c", 5), ("d", 5)]


TERMS = {"indicators": {"spot_checked_sites": {"label_zh": "抽查网站", "label_en": "Sites checked"}},
         "levels": {"all": {"label_zh": "各层级", "label_en": "All levels"}},
         "bulletins": [{"bulletin_id": "a", "language": "zh"}, {"bulletin_id": "b", "language": "en"}]}  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "lang", "terms"),
    [
        ({"area": "CN-AH"}, "zh", ("安徽网站", "抽查网站")),
        ({"area": "CN-FJ"}, "zh", ("各层级", "抽查网站")),  # what the record calls it is of one other area alone
        ({"area": "CN-AH"}, "en", ("All levels", "Sites checked")),
        ({"area": "CN-AH"}, "ja", ("All levels", "Sites checked")),
        ({"area": "CN-AH", "level": "x"}, "zh", ("", "抽查网站")),
        ({"area": "CN-AH", "indicator": ""}, "zh", ("各层级", "")),
        ({"area": "CN-AH", "entity": "漳水市"}, "en", ("Zhangshui", "Sites checked")),
        ({"area": "CN-AH", "entity": "新市"}, "en", ("新市", "Sites checked")),
    ],
)
def test_terms_are_those_of_the_record_and_the_codebook(cells, lang, terms):
    known = habits(*[coded(str(n), "a", subject="安徽网站") for n in range(3)], 漳水市={"label_en": "Zhangshui"})
    vars(known.register).update(TERMS)
    row = {"indicator": "spot_checked_sites", "level": "all", "entity": ""} | cells
    assert tuple(known.terms(row, {"language": lang}).values()) == terms


def test_what_the_record_calls_figures_of_several_areas_is_their_name_everywhere():
    known = habits(*[coded(area, "a", subject="各级网站", area=area) for area in ("CN-AH", "CN-HB")])
    vars(known.register).update(TERMS)
    row = {"indicator": "spot_checked_sites", "level": "all", "entity": "", "area": "CN-FJ"}
    assert known.terms(row, {"language": "zh"})["subject"] == "各级网站"


def test_a_method_is_named_where_most_name_it():
    rows = [coded("a", "a", method="self_check"), coded("b", "a", method="self_check"), coded("c", "a")]
    assert habits(*rows).mostly_named("spot_checked_sites") == "self_check"
    assert habits(*rows[1:], coded("d", "a")).mostly_named("spot_checked_sites") == ""
    assert habits().mostly_named("spot_checked_sites") == ""


@pytest.mark.parametrize(("indicator", "kind", "told"), [
    ("hotline_requests_received", "platform", True), ("hotline_requests_received", "site", False),
    ("request_satisfaction_rate", "platform", True), ("spot_checked_sites", "platform", False),
])  # fmt: skip
def test_figures_of_hotlines_are_about_a_platform(indicator, kind, told):
    row = coded("a", "a", indicator=indicator, entity="12345")
    assert habits(row, **{"12345": {"kind": kind}}).is_of_hotlines(indicator) is told
