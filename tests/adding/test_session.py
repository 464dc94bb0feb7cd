"""Decisions are kept as they are made, can be taken back and taken up again, and end as rows of statements.csv."""

from __future__ import annotations

import json

import pytest

from analysis.adding.register import Register
from analysis.adding.session import Session, waiting
from analysis.base.errors import ProjectError, UnknownName


def number_of(session, printed):
    return next(one.number for one in session.candidates if one.row["printed"] == printed)


def again(session):
    return Session(session.bulletin_id, "another", session.folder, session.register, session.terms)


def test_a_view_shows_sentence_figure_and_what_came_before(session):
    view = session.view(number_of(session, "95.92%"))
    assert view.sentence[slice(*view.figure)] == "95.92%"
    assert view.near[0] == "spot_check_pass_rate"
    assert view.before
    assert any("does not follow" in doubt for doubt in view.doubts)


def test_unknown_codes_and_unread_figures_are_refused(session):
    with pytest.raises(UnknownName, match="city"):
        session.correct(1, "level", "citi")
    with pytest.raises(ProjectError, match="no time period"):
        session.correct(1, "time_period", "2017 Q2")
    session.correct(1, "printed", "many")
    with pytest.raises(ProjectError, match="cannot be read"):
        session.decide(1, "accept")


def test_an_indicator_of_hotlines_brings_the_hotline(session):
    line = {"entity": "漳水12345", "code": "zhangshui-12345", "kind": "platform", "area": "CN-FJ"}
    session.register.entities["漳水12345"] = line
    session.register.issuers.append(
        {"issuer": "z", "label_zh": "漳水市政府", "label_en": "Z", "kind": "city", "area": "CN-FJ"}
    )
    session.bulletin = session.bulletin | {"issuer": "z"}
    session.correct(1, "indicator", "hotline_requests_handled")
    assert (session.standings[1].row["entity"], session.standings[1].row["level"]) == ("漳水12345", "single")


def test_subject_and_measure_follow_what_a_figure_is_corrected_to(session):
    number = number_of(session, "98.5%")
    session.correct(number, "indicator", "spot_check_pass_rate")
    row = session.standings[number].row
    assert (row["subject"], row["measure"]) == ("各级政府网站", "政府网站抽查合格率")
    session.correct(number, "entity", "福州市")
    assert session.standings[number].row["subject"] == "福州市"
    session.correct(number, "measure", "合格率")
    assert session.standings[number].row["measure"] == "合格率"


def test_a_new_indicator_is_first_called_as_the_page_calls_it(session):
    number = number_of(session, "98.5%")
    assert session.propose_row(number, "indicator", "x_rate")["label_zh"] == "合格率"


def test_skipped_figures_come_last(session):
    session.decide(1, "skip")
    assert session.open()[-1] == 1


def test_two_windows_on_one_review_see_each_other(session):
    other, number = again(session), number_of(session, "95.92%")
    session.decide(number, "accept")
    assert other.standings[number].verdict == "accept"
    assert len(session.seal()) == 1
    assert other.seal() == []
    other.decide(number_of(session, "98.5%"), "reject")
    assert session.undo() == number_of(session, "98.5%")


def test_what_stands_in_the_table_is_corrected_there(session):
    number = number_of(session, "95.92%")
    session.decide(number, "accept")
    assert session.unwritten == 1
    session.seal()
    assert session.unwritten == 0
    for change in (
        session.undo,
        lambda: session.decide(number, "reject"),
        lambda: session.correct(number, "note", "x"),
    ):
        with pytest.raises(ProjectError, match=r"statements.csv as fujian-2024q3-pass-rate: correct it there"):
            change()


def test_one_thing_is_accepted_once(session):
    number, other = number_of(session, "95.92%"), number_of(session, "98.5%")
    session.decide(number, "accept")
    session.correct(other, "indicator", "spot_check_pass_rate")
    with pytest.raises(ProjectError, match=r"98.5% and 95.92% would both be spot_check_pass_rate"):
        session.decide(other, "accept")


def test_the_bulletin_added_last_waits_first(session, tmp_path):
    assert waiting(session.folder) == ["fujian-2024q3"]
    assert waiting(tmp_path / "none") == []


def test_a_new_place_becomes_a_row_with_the_first_statement_about_it(session):
    place = {"entity": "漳水市", "code": "zhangshui", "label_en": "Zhangshui", "label_zh": "漳水市", "kind": "place",
             "area": "CN-FJ"}  # fmt: skip
    state = session.folder / "fujian-2024q3.json"
    state.write_text(json.dumps(json.loads(state.read_text(encoding="utf-8")) | {"places": [place]}), encoding="utf-8")
    other = again(session)
    number = number_of(other, "95.92%")
    other.correct(number, "entity", "漳水市")
    assert other.standings[number].row["level"] == "all"
    assert "漳水市" not in Register(session.register.raw).entities
    other.decide(number, "accept")
    other.seal()
    assert Register(session.register.raw).entities["漳水市"]["code"] == "zhangshui"


@pytest.mark.parametrize(("kind", "level"), [("site", "single"), ("account", "single"), ("department", "all")])
def test_only_one_site_is_a_single_one(session, kind, level):
    session.register.entities["某物"] = {"entity": "某物", "code": "x", "kind": kind, "area": "CN"}
    session.correct(1, "level", "all")
    session.correct(1, "entity", "某物")
    assert session.standings[1].row["level"] == level
