"""New rows are read once more: the words of reviewed rows say what a row with such words is."""

from __future__ import annotations

import pytest

from analysis.base.codebook import read_rows
from analysis.base.paths import RAW
from analysis.checking import rereading
from analysis.checking.frames import Frames
from analysis.checking.rules import load_suites

ALL = read_rows(RAW / "statements.csv")
ROW = next(row for row in ALL if row["statement_id"] == "hainan-2019q4-media-pass-rate")
ROWS = [ROW, *[row for row in ALL if row["measure"] == ROW["measure"] and row is not ROW][:12]]


@pytest.fixture
def said(tmp_path):
    """What is said of a row that takes the place of the one for which no seal stands."""
    sealed = [f"{row['statement_id']},1" for row in ALL if row is not ROW]
    (tmp_path / "statements.csv").write_text("\n".join(["id,act", *sealed, ""]), encoding="utf-8")
    frames = Frames({"seals": tmp_path / "acts.csv"}, load_suites())
    return lambda **cells: rereading.reread([ROW | cells, *ROWS[1:]], frames)


def test_a_row_that_reads_as_it_is_coded_is_not_suspected(said):
    assert said() == [""] * len(ROWS)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"indicator": "spot_check_pass_rate"}, "the words read as new_media_pass_rate, which 12 reviewed rows"),
        ({"printed": "97.7分", "unit_printed": "分"}, "the words read as"),
    ],
)
def test_words_that_read_as_another_thing_are_named(said, cells, says):
    assert says in said(**cells)[0]


def test_sealed_rows_are_not_asked_again(said):
    assert said(statement_id=ROWS[1]["statement_id"], indicator="spot_check_pass_rate") == [""] * len(ROWS)
