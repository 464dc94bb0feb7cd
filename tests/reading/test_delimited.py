"""Tables whose cells are parted by a mark: texts row by row, figures under heads, and data that are neither."""

from __future__ import annotations

import pytest

from analysis.base import paths
from analysis.reading.delimited import UnreadableTable, form_of, is_named, table_source
from analysis.reading.reader import read_source
from analysis.reading.terms import load_terms

TERMS = load_terms()
ROWS = (("地区", "运行网站数", "抽查网站数", "合格率"), ("济南市", "62", "20", "95%"), ("青岛市", "71", "22", "100%"))
WANTED = [
    (62, "running_government_sites"), (20, "spot_checked_sites"), (95, "spot_check_pass_rate"),
    (71, "running_government_sites"), (22, "spot_checked_sites"), (100, "spot_check_pass_rate"),
]  # fmt: skip


def written(delimiter, rows=ROWS):
    return "".join(f"{delimiter.join(row)}\n" for row in rows)


def figures(text, name):
    form = form_of(text, name)
    assert form is not None
    found = list(read_source(table_source(text, form, name), TERMS))
    assert [text[one.char_start : one.char_end] for one in found] == [one.printed for one in found]
    return [(one.value, one.indicator) for one in found]


@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_cells_are_parted_whatever_the_file_is_called(delimiter, name):
    assert figures(written(delimiter), name) == WANTED


def test_a_comma_between_cells_is_none_of_thousands_and_quotes_keep_one():
    text = '\ufeff地区,运行网站数,合格率\r\n"济南\n市","1,062",95%\r\n"青""岛""市", "22",100%\r\n'
    assert figures(text, "a.csv") == [
        (1062, "running_government_sites"), (95, "spot_check_pass_rate"), (22, "running_government_sites"),
        (100, "spot_check_pass_rate"),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", [",", "\t"])
def test_an_empty_cell_moves_no_figure_under_another_head(mark):
    rows = (("地区", "运行网站数", "抽查网站数"), ("济南市", "62", ""), ("青岛市", "", "20"))
    assert figures(written(mark, rows), "a.tsv") == [(62, "running_government_sites"), (20, "spot_checked_sites")]


def test_a_caption_may_stand_above_the_heads():
    assert figures("表1 抽查情况,,,\n" + written(","), "a.csv") == WANTED
    assert figures("表1 抽查情况\n" + written(","), "a.csv") == WANTED


@pytest.mark.parametrize(
    "text",
    [
        "全省抽查政府网站120家,合格率97.5%。\n全市抽查政府网站35家,合格率95%。\n", "", "\n",
        "各地区网站数,合格率\n如下:\n", "各地,各部门\n抽查20家,合格\n", "<p>网站数,合格率</p>\n<p>20,95%</p>\n",
        "网站数,合格率\n济南市,抽查网站20家。\n", '网站数,合格率\n"20,95%\n', "order,of,words\nand,so,on\n",
    ],
)  # fmt: skip
def test_prose_with_commas_is_no_table(text):
    assert form_of(text, "a.txt") is None


@pytest.mark.parametrize("text", ["id,text\n1,一\n", "text\n一\n", "id\tcontent\n1\t一\n"])
def test_a_column_of_texts_makes_each_row_one(text):
    form = form_of(text, "a.csv")
    assert form is not None
    assert form.of_texts


def test_a_name_and_a_number_in_each_row_need_no_heads():
    assert figures("运行网站数,245\n收到留言数量,345\n", "a.csv")[0][0] == 245


@pytest.mark.parametrize("name", ["copy.csv", "copy.txt"])
@pytest.mark.parametrize("place", ["statements", "bulletins", "codebook/terms", "confirmed"])
def test_the_projects_own_tables_are_refused(place, name):
    text = (paths.RAW / f"{place}.csv").read_text(encoding="utf-8")
    form = form_of(text, name)
    assert form is not None
    with pytest.raises(UnreadableTable, match=rf"{name}: a table of data \([a-z_, ]+\), neither of texts"):
        table_source(text, form, name)


def test_a_quote_that_does_not_close_is_told():
    text = '地区,抽查网站数\n"济南市,20\n青岛市,3\n'
    with pytest.raises(UnreadableTable, match=r"a\.csv: its quotes are broken"):
        table_source(text, form_of(text, "a.csv"), "a.csv")


@pytest.mark.parametrize(("name", "named"), [("A.CSV", True), ("b.tsv", True), ("c.txt", False), ("csv", False)])
def test_names_of_tables(name, named):
    assert is_named(name) is named
