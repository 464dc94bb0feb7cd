"""The page of the review: what its keys ask of the kernel, over the wire as the browser does."""

from __future__ import annotations

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from analysis.adding.page import HTML, serve


@pytest.fixture
def ask(session):
    address = serve(session)

    def post(**asked):
        with urlopen(Request(f"{address}act", data=json.dumps(asked).encode())) as answer:
            return json.loads(answer.read())

    post.address = address
    return post


def test_the_page_and_nothing_else_is_served(ask):
    with urlopen(ask.address) as answer:
        assert answer.read() == HTML.read_bytes()
    for other in (ask.address.rsplit("/", 2)[0] + "/", ask.address + "other"):
        with pytest.raises(HTTPError, match="404"):
            urlopen(other)
    with pytest.raises(HTTPError, match="404"):
        urlopen(Request(ask.address, headers={"Host": "elsewhere.example.org"}))


def test_keys_decide_as_in_the_terminal(ask, session):
    shown = ask(do="show", number=0)
    assert shown["number"] == 1
    assert shown["near"][0][0] == shown["indicator"]
    assert ask(do="accept", number=1)["number"] == 2
    assert session.standings[1].verdict == "accept"
    assert ask(do="undo", number=2)["number"] == 1
    assert session.standings[1].verdict == ""
    ask(do="reject_sentence", number=1)
    assert {session.standings[n].verdict for n in (1, 2, 3)} == {"reject"}


def test_cells_are_chosen_found_and_corrected(ask, session):
    assert ["all", "All levels"] in ask(do="options", number=1, cell="level")["options"]
    assert ask(do="options", number=1, cell="time_period")["options"][0] == ["2024-Q3", ""]
    found = ask(do="options", number=1, cell="indicator", value="pass rate")["options"]
    assert "spot_check_pass_rate" in [code for code, _ in found]
    assert ask(do="correct", number=1, cell="level", value="city")["cells"]["level"] == "city"
    assert "did you mean" in ask(do="correct", number=1, cell="level", value="citi")["said"]


def test_rows_are_written_once_asked_for(ask, session):
    number = next(one.number for one in session.candidates if one.row["printed"] == "95.92%")
    ask(do="accept", number=number)
    assert ask(do="rows", number=number)["rows"] == ["fujian-2024q3-pass-rate  95.92%"]
    assert "1 rows are in statements.csv" in ask(do="write", number=number)["said"]
    assert ask(do="rows", number=number)["rows"] == []


def test_what_is_asked_in_error_is_a_sentence(ask):
    assert ask(do="nonsense", number=1)["said"]
    assert ask(do="accept", number=99)["said"]


def test_a_new_row_of_the_codebook_is_proposed_and_taken(ask, session):
    row = ask(do="new", number=1, cell="method", value="made_up")["row"]
    assert row["method"] == "made_up"
    assert "lacks label_en" in ask(do="new", number=1, cell="method", row=row)["said"]
    filled = {name: value or "x" for name, value in row.items()}
    assert ask(do="new", number=1, cell="method", row=filled)["cells"]["method"] == "made_up"


def test_what_was_skipped_can_be_shown_again(ask, session):
    for number in range(1, len(session.candidates) + 1):
        shown = ask(do="skip", number=number)
    assert (shown["number"], shown["skipped"]) == (0, 1)
