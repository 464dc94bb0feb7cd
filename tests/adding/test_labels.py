"""A review leaves labelled text that the reader's confidence can be fitted to."""

from __future__ import annotations

from analysis.reading.labelling import load_labels, rows_of


def test_what_was_accepted_corrected_and_rejected_is_labelled(session, terms):
    numbers = {one.row["printed"]: one.number for one in session.candidates}
    session.correct(numbers["98.5%"], "indicator", "spot_check_pass_rate")
    session.correct(numbers["98.5%"], "level", "city")
    for printed in ("95.92%", "超过1900个", "98.5%"):
        session.decide(numbers[printed], "accept")
    session.decide(numbers["1200个"], "reject")
    session.seal()
    folder = session.folder / "labelled"
    labels = {label.place.partition("~")[2]: label for label in load_labels(folder)}
    assert labels["95.92%"][2:] == ("eq", "percent", "2024-Q3", "spot_check_pass_rate", "CN-FJ", "all")
    assert labels["1900个"].comparator == "gt"
    assert labels["1200 个"].indicator == "-"
    right = [row[5] for row in rows_of(folder, "review-1", terms)]
    assert right == [1, 1, 0, 0]


def test_a_review_that_goes_on_replaces_its_own_labels(session):
    session.decide(1, "reject")
    session.seal()
    session.undo()
    session.decide(2, "reject")
    session.seal()
    assert len(load_labels(session.folder / "labelled")) == 1
