from __future__ import annotations

import pytest

from analysis.adding.inserting import insert_rows, with_rows, with_word
from analysis.base.errors import ProjectError

TABLE = 'id,text,note\na-1,"two\nlines","x, y"\nc-1,,"needless quotes"\nd-1,z,\n'


def test_rows_stand_in_order_and_nothing_else_changes():
    text = with_rows(TABLE, [{"id": "b-2", "text": "n"}, {"id": "b-1", "note": "a, b"}, {"id": "e"}])
    lines = text.splitlines()
    assert lines[3:5] == ['b-1,,"a, b"', "b-2,n,"]
    assert lines[-1] == "e,,"
    assert text.replace('b-1,,"a, b"\nb-2,n,\n', "").replace("e,,\n", "") == TABLE


def test_a_last_line_without_an_end_gets_one_only_where_a_row_follows():
    assert with_rows("id,a\nb,1", [{"id": "c"}]) == "id,a\nb,1\nc,\n"
    assert with_rows("id,a\nb,1", [{"id": "a"}]) == "id,a\na,\nb,1"


def test_line_ends_and_mark_of_the_file_are_kept(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"\xef\xbb\xbfid,a\r\nb,1\r\n")
    insert_rows(path, [{"id": "a", "a": "2"}])
    assert path.read_bytes() == b"\xef\xbb\xbfid,a\r\na,2\r\nb,1\r\n"


def test_a_taken_id_and_an_unknown_column_are_refused():
    with pytest.raises(ProjectError, match="'c-1' is there already"):
        with_rows(TABLE, [{"id": "c-1"}])
    with pytest.raises(ProjectError, match="no column other"):
        with_rows(TABLE, [{"id": "f", "other": "1"}])


def test_a_word_is_appended_to_cells_and_nothing_else_changes():
    text = with_word(TABLE, {"d-1"}, "text", "w")
    assert text == TABLE.replace("d-1,z,", "d-1,z w,")
    assert with_word(text, {"d-1"}, "text", "w") == text
