"""What was accepted goes into the raw tables."""

from __future__ import annotations

import csv
import io


def number_of(session, printed):
    return next(one.number for one in session.candidates if one.row["printed"] == printed)


def test_accepted_rows_are_inserted_and_nothing_else_changes(session):
    path = session.register.raw / "statements.csv"
    before = path.read_text(encoding="utf-8").splitlines()
    for printed in ("95.92%", "超过1900个"):
        session.decide(number_of(session, printed), "accept")
    rows = session.seal()
    after = path.read_text(encoding="utf-8").splitlines()
    new = [line for line in after if line.startswith("fujian-2024q3-")]
    assert [line for line in after if line not in new] == before
    assert after[1:] == sorted(after[1:], key=lambda line: next(csv.reader([line]))[0])
    cells = next(csv.DictReader(io.StringIO(f"{after[0]}\n{new[-1]}\n")))
    assert (cells["printed"], cells["reviewed"], cells["coded_by"]) == ("95.92%", "text", "R. Viewer")
    assert cells["statement_id"] == max(row["statement_id"] for row in rows) == "fujian-2024q3-pass-rate"


def test_what_was_inserted_is_not_inserted_again(session):
    session.decide(number_of(session, "95.92%"), "accept")
    session.seal()
    assert session.to_insert() == []
