"""`bulletins review` by its keys, and `bulletins add` by its prompts; nothing but the hands is replaced."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

import pytest
import typer
from rich.console import Console

from analysis.adding.register import Register
from analysis.adding.text import sentence_around
from analysis.base.errors import ProjectError
from analysis.cli.review import Desk, Hands, marked, read_key, review_bulletin


def desk(session, keys, typed=()):
    press, words = iter(keys), iter(typed)
    console = Console(record=True, width=100, quiet=False, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    made = Desk(session, console, Hands(lambda: next(press), lambda _name, _proposed: next(words)))
    made.run()
    return made


def verdicts(session):
    return [session.standings[one.number].verdict for one in session.candidates]


def test_keys_are_read_one_by_one_and_none_is_lost(monkeypatch):
    hand, terminal = os.openpty()
    with open(terminal, encoding="ascii") as stdin:  # noqa: PTH123 - a descriptor
        monkeypatch.setattr(sys, "stdin", stdin)
        os.write(hand, b"ru")
        assert [read_key(), read_key()] == ["r", "u"]
    os.close(hand)


def test_where_nothing_was_accepted_nothing_is_written(session):
    made = desk(session, ["w", "x"])
    assert "Nothing is accepted that statements.csv does not hold" in made.console.export_text()


def test_single_keys_decide(session):
    desk(session, ["\r", "r", "s", "u", "b", "x"])
    assert verdicts(session)[:3] == ["accept", "reject", ""]


def test_a_digit_chooses_an_indicator_and_a_letter_a_cell(session):
    number = next(one.number for one in session.candidates if one.row["printed"] == "95.92%")
    near = session.view(1).near
    desk(session, ["2", "l", "2", "q", "x"], ["约"])
    assert session.standings[1].row["indicator"] == near[1]
    assert session.standings[1].row["qualifier"] == "约"
    assert session.standings[number].verdict == ""


def test_what_cannot_be_undone_at_the_end_is_said_and_the_review_goes_on(session, monkeypatch):
    def refuse():
        raise ProjectError("it stands in statements.csv: correct it there")

    monkeypatch.setattr(session, "undo", refuse)
    made = desk(session, [*["r"] * len(session.candidates), "u", "x"])
    assert "it stands in statements.csv" in made.console.export_text()


def test_ctrl_c_at_a_prompt_leaves_the_cell_and_not_the_review(session):
    def stopped(_name, _proposed):
        raise typer.Abort

    made = desk(session, ["x"])
    keys = iter(["o", "r", "x"])
    made.hands = Hands(lambda: next(keys), stopped)
    made.run()
    assert "left as it was" in made.console.export_text()
    assert verdicts(session)[0] == "reject"


def test_what_cannot_be_accepted_is_said_and_stays(session):
    made = desk(session, ["p", "\r", "?", "x"], ["no figure"])
    shown = made.console.export_text()
    assert "cannot be read as one figure" in shown
    assert "1-9 indicator  f find one" in shown
    assert verdicts(session)[0] == ""


def test_a_whole_sentence_is_rejected(session):
    desk(session, ["R", "x"])
    low, high = sentence_around(session.text, session.candidates[0].start, session.candidates[0].end)
    inside = [low <= one.start < high for one in session.candidates]
    assert [verdict == "reject" for verdict in verdicts(session)] == inside


def test_an_indicator_is_found_by_its_words_and_a_cell_is_typed(session):
    desk(session, ["f", "1", "t", "/", "a", "z", "x"], ["spot check pass rate", "2024-08"])
    row = session.standings[1].row
    assert (row["indicator"], row["time_period"]) == ("spot_check_pass_rate", "2024-08")


def test_a_level_that_none_fits_becomes_a_row_of_the_codebook(session):
    desk(session, ["l", "n", "x"], ["made_up", "y", "Made up", "虚构", "Made up.", "虚构的。", "", "40"])
    assert session.standings[1].row["level"] == "made_up"


def test_at_the_end_a_decision_is_undone_and_skipped_figures_come_back(session):
    count = len(session.candidates)
    made = desk(session, [*"s" * (count - 1), "r", "u", "r", "\r", "r", "x"])
    assert f"enter to look at the {count - 1} skipped again" in made.console.export_text()
    assert verdicts(session) == ["reject", *["skip"] * (count - 2), "reject"]


def test_a_review_ends_with_what_it_cost_and_a_check(session, here, monkeypatch, capsys):
    monkeypatch.setattr("analysis.cli.review.the_register", lambda: session.register)
    monkeypatch.setattr("analysis.cli.review.Session", lambda *_: session)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    checked = []
    monkeypatch.setattr("analysis.pipeline.whole_check.check_all", lambda raw_alone: checked.append(raw_alone))
    monkeypatch.setattr("analysis.citing.raised.raise_dates", lambda: "The release is dated 2026-11-29 now.")
    clock = iter([100.0, 161.4, 0.0, 0.0])  # the machine's own once made it red: a second had passed
    monkeypatch.setattr("analysis.cli.review.monotonic", lambda: next(clock))
    monkeypatch.setattr(Desk, "run", lambda _: None)
    review_bulletin("fujian-2024q3", "")
    assert "61 s, 0 keys, 0 cells typed." in capsys.readouterr().out
    assert checked == []
    monkeypatch.setattr(Desk, "run", lambda made: setattr(made.session, "register", SimpleNamespace(statements=[])))
    review_bulletin("fujian-2024q3", "R. Viewer")
    assert checked == [True]
    assert capsys.readouterr().out.endswith("The release is dated 2026-11-29 now.\n")


def test_typing_is_counted_and_confirming_is_not(session):
    made = desk(session, ["o", "o", "x"], ["a note", "a note"])
    assert (made.hands.keys, made.hands.typed) == (3, 1)


def test_at_the_end_rows_are_written_once_confirmed(session):
    count = len(session.candidates)
    keys = [*("\r" if one.row["printed"] == "95.92%" else "r" for one in session.candidates), "w", "n", "w", "y"]
    made = desk(session, keys)
    assert "fujian-2024q3-pass-rate  95.92%" in made.console.export_text()
    held = Register(session.register.raw).statements
    assert [one.printed for one in held if one.bulletin_id == "fujian-2024q3"] == ["95.92%"]
    assert verdicts(session).count("reject") == count - 1


def test_a_new_indicator_becomes_a_row_of_the_codebook(session):
    cells = ["made_up_rate", "y", "made-up-rate", "Made-up rate", "虚构率", "Made up.", "虚构。", "percent", "0", "100",
             "spot_checks", "share", ""]  # fmt: skip
    desk(session, ["n", "x"], cells)
    assert session.standings[1].row["indicator"] == "made_up_rate"
    assert Register(session.register.raw).indicators["made_up_rate"]["label_zh"] == "虚构率"


def test_the_sentence_marks_the_figure_and_its_evidence(session):
    view = session.view(next(one.number for one in session.candidates if one.row["printed"] == "95.92%"))
    styles = {str(span.style): marked(view).plain[span.start : span.end] for span in marked(view).spans}
    assert styles["bold reverse"] == "95.92%"
    assert "underline" in styles


def test_without_a_keyboard_there_is_no_review(here, session, monkeypatch):
    monkeypatch.setattr("analysis.cli.review.the_register", lambda: session.register)
    with pytest.raises(ProjectError, match="needs a terminal"):
        review_bulletin("fujian-2024q3", "x")


def test_a_print_with_brackets_is_shown_as_it_is(session):
    session.correct(1, "printed", "[bold]416家")
    made = desk(session, ["x"])
    assert "[bold]416家" in made.console.export_text()


def test_a_guess_is_shown_as_one(session):
    session.correct(1, "indicator", "spot_checked_sites")
    assert "method not printed: as in earlier figures of the issuer" in desk(session, ["x"]).console.export_text()
