from __future__ import annotations

from analysis.adding.telling import history, pieces, spark


def view_of(session, printed):
    return session.view(next(one.number for one in session.candidates if one.row["printed"] == printed))


def test_pieces_make_up_the_sentence(session):
    view = view_of(session, "95.92%")
    assert "".join(text for text, _ in pieces(view)) == view.sentence
    assert [text for text, mark in pieces(view) if mark == "figure"] == ["95.92%"]
    assert any(mark == "evidence" for _, mark in pieces(view))


def test_history_tells_the_last_figures_and_the_change(session):
    told = history(view_of(session, "95.92%"))
    assert "99.78% (2022-Q1)" in told
    assert "→ here" in told
    assert history(view_of(session, "2家")) == "" or "→" in history(view_of(session, "2家"))


def test_bars_run_from_the_lowest_to_the_highest():
    assert spark([1, 4, 8]) == "▁▄█"
    assert spark([5, 5]) == "▄▄"
