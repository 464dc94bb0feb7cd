from __future__ import annotations

import pytest

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
        (b"a,b\n1,2\n3\n", "row 3: has not as many fields"),
        (b"a,b\n1,2,3\n", "row 2: has not as many fields"),
        (b'a,b\n1,"' + b"x" * 140_000 + b'"\n', "row 2: field larger than field limit"),
        ("a,b\n1,网\n".encode("gb18030"), "line 2: not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_row(tmp_path, content, sentence):
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=f"rows.csv, {sentence}"):
        read_rows(path)


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
