"""The log of a review."""

from __future__ import annotations

import pytest

from analysis.adding.decisions import load_decisions
from analysis.adding.session import Session
from analysis.base.errors import ProjectError


def again(session):
    return Session(session.bulletin_id, "another", session.folder, session.register, session.terms)


def test_decisions_are_on_disk_at_once_and_taken_up_again(session):
    session.decide(1, "accept")
    session.correct(2, "level", "city")
    session.decide(3, "reject")
    other = again(session)
    assert [other.standings[n].verdict for n in (1, 2, 3)] == ["accept", "", "reject"]
    assert other.standings[2].row["level"] == "city"
    assert {one.by for one in load_decisions(other.log)} == {"R. Viewer"}
    assert all(one.at for one in load_decisions(other.log))


def test_undoing_takes_back_the_last_decision_in_force(session):
    session.decide(1, "accept")
    session.correct(2, "level", "city")
    assert session.undo() == 2
    assert session.standings[2].row["level"] == "all"
    assert session.undo() == 1
    assert session.standings[1].verdict == ""
    assert session.undo() == 0


def test_a_broken_line_of_the_log_is_named(session):
    session.decide(1, "accept")
    with session.log.open("a", encoding="utf-8") as file:
        file.write('{"number": 2\n')
    with pytest.raises(ProjectError, match=r"decisions.jsonl, line 2"):
        again(session)
