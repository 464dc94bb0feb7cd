from __future__ import annotations

import csv
import io
import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.base import files
from analysis.base.codebook import load_codebook, make_table, read_header, read_rows, read_table
from analysis.base.errors import ProjectError, UnknownName


def indicator(**fields: str) -> dict[str, str]:
    return {
        "indicator": "sites", "code": "s", "unit": "count:site", "min": "0", "max": "", "theme": "t", "kind": "stock",
        "label_en": "Sites", "label_zh": "网站", "definition_en": "All of them.", "definition_zh": "全部", **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "bounded_as", "signed"),
    [
        ({}, "count", False),
        ({"unit": "rank"}, "count", False),
        ({"unit": "percent", "max": "100", "kind": "share"}, "share", False),
        ({"unit": "percent", "max": "", "kind": "share"}, "share", False),
        ({"unit": "percent", "max": "1000"}, "measure", False),
        ({"unit": "percent", "min": "-100", "max": "", "kind": "change"}, "measure", True),
        ({"unit": "score", "max": "100"}, "measure", False),
    ],
)
def test_an_indicator_says_how_its_figures_are_bounded(fields, bounded_as, signed):
    entry = make_table("indicators", [indicator(**fields)])["sites"]
    assert (entry.bounded_as, entry.signed) == (bounded_as, signed)


def test_ids_have_entries_and_texts():
    table = make_table("indicators", [indicator()])
    assert (table["sites"].min, table["sites"].max) == (0, None)
    assert (table.label("sites"), table.label("sites", "zh")) == ("Sites", "网站")
    assert table.text("sites", "definition") == "All of them."


@pytest.mark.parametrize("ask", [lambda t: t["site"], lambda t: t.label("site"), lambda t: t.require("site")])
def test_an_unknown_id_is_refused_with_the_nearest(ask):
    with pytest.raises(UnknownName, match="unknown indicator 'site': did you mean sites"):
        ask(make_table("indicators", [indicator()]))


def test_an_id_stands_once(tmp_path):
    (tmp_path / "themes.csv").write_text("theme,label_en,label_zh\na,A,甲\na,B,乙\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"themes.csv, row 3: theme 'a' is empty or stands twice"):
        read_table("themes", tmp_path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a,b\n1,2\n3\n", "row 3: 1 cells where the header has 2"),
        (b"a,b\n1,2,3\n", "row 2: 3 cells where the header has 2"),
        (b'a,b\n1,"' + b"x" * 140_000 + b'"\n', "row 2: field larger than field limit"),
        ("a,b\n1,网\n".encode("gb18030"), "line 2: not UTF-8"),
        (b"a,b\n1,\xed\xa0\x80\n", "line 2: not UTF-8"),  # half of a pair of surrogates
        (b'a,b\n1,"2\n3,4\n', 'row 2: a quote (") opens a cell and none closes it'),
        (b'a,b\n1,"2"3\n', 'row 2: a quote (") stands inside a cell'),
        (b"a,b\n1,2\n\n3,4\n", "row 3: is blank"),
        (b"a,b\n,\n3,4\n", "row 2: is blank"),
        (b"a,b\n1,2\x00\n", "row 2: b holds U+0000"),
        ("a,b\n1,2\n3,\u202e4\n".encode(), "row 3: b holds U+202E (right-to-left override), which does not show"),
        ("a,b\n1,2\x85\n".encode(), "row 2: b holds U+0085"),
        ("a,b\u200b\n1,2\n".encode(), "row 1: b\u200b holds U+200B (zero width space)"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_row(tmp_path, content, sentence):
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=re.escape(f"rows.csv, {sentence}")):
        read_rows(path)


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfa,b\r\n1,2\r\n3,\r\n", b"a,b\r1,2\r3,\r", b'"a","b"\n"1","2"\n"3",""\n',
        b"a,b\n1,2\n3,\n,\n,\n\n\n",
    ],
)  # fmt: skip
def test_a_table_is_read_as_a_spreadsheet_leaves_it(tmp_path, content):
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    assert read_rows(path) == [{"a": "1", "b": "2"}, {"a": "3", "b": ""}]


def test_a_line_ends_at_a_line_feed_alone(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes(b'a,b\n1,"2\n3"\n')
    assert read_rows(path) == [{"a": "1", "b": "2\n3"}]


def test_a_table_that_is_too_large_is_refused_at_once(tmp_path, monkeypatch):
    path = tmp_path / "rows.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * 30)
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    with pytest.raises(ProjectError, match=r"rows\.csv holds .* MB, and .* are the most"):
        read_rows(path)


def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")  # reading it would wait for ever
    for path in (tmp_path, tmp_path / "pipe.csv"):
        with pytest.raises(ProjectError, match="a file with this name is needed"):
            read_rows(path)


CELLS = st.text(st.sampled_from(list('a1,;"\n\r\t \x00\x85\u2028\u202e网0')), max_size=6)
SOUND = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Co", "Cs", "Zl", "Zp"]), max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60) | st.lists(st.lists(CELLS), max_size=4).map(lambda rows: in_csv(rows).encode()))
def test_any_bytes_are_a_table_or_one_sentence(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    for read in (read_rows, read_header):
        try:
            read(path)
        except ProjectError as error:
            assert str(error).startswith(f"{path}, ")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(SOUND, SOUND, SOUND).filter(any), min_size=1))
def test_what_is_written_is_read(tmp_path_factory, rows):
    path = tmp_path_factory.getbasetemp() / "sound.csv"
    path.write_text(in_csv([("a", "b", "c"), *rows]), encoding="utf-8", newline="")
    assert [tuple(row.values()) for row in read_rows(path)] == rows


def in_csv(rows) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def test_a_missing_file_says_how_to_restore_it(tmp_path):
    with pytest.raises(ProjectError, match="is missing: restore it"):
        read_rows(tmp_path / "none.csv")


def test_the_codebook_of_the_project_is_whole():
    book = load_codebook()
    assert all(entry.theme in book.themes and entry.unit in book.units for entry in book.indicators.values())
    assert sorted(level.order for level in book.levels.values())[0] >= 0


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    path = tmp_path / "things.csv"
    path.write_bytes(b"\xef\xbb\xbfa,b\r\n1,2\r\n")
    assert read_header(path) == ["a", "b"]
    assert read_rows(path) == [{"a": "1", "b": "2"}]
    path.write_bytes(b"")
    assert read_header(path) == []


@pytest.mark.parametrize("name", ["../../x", "a/b", ".hidden", "a{b", "a<b", "-a"])
def test_an_id_cannot_leave_its_folder(tmp_path, name):
    (tmp_path / "themes.csv").write_text(f"theme,label_en,label_zh\n{name},A,甲\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"themes.csv, row 2: theme .* is no id; ids name files"):
        read_table("themes", tmp_path)
