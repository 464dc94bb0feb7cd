from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.pages.includes import LINES, caption_of, include_of, letters_of_line
from analysis.renderer.pandoc import ASSETS

ROW = {
    "exhibit_id": "fig-a",
    "kind": "figure",
    "title_zh": "发现",
    "caption_zh": "说明",
    "alt_zh": '一“图"',
    "title_en": "Finding",
    "caption_en": "Words",
    "alt_en": "A",
}
LONG = "| A | B |\n|---|---|\n" + f"| {'word ' * 40} | 12 |\n"


def test_a_figure_comes_in_the_language_of_the_page(tmp_path):
    text = include_of(ROW, tmp_path, "zh")
    print_alone = ' [[`fig-a`](/x/fig-a.html)]{.content-visible unless-format="html"}'
    assert text.startswith(f'![**发现。**说明{print_alone}](/exhibits/fig-a.zh.svg){{#fig-a fig-alt="一“图\'"}}')
    assert "[引用](/x/fig-a.html#cite-zh) · [数据（CSV）](/exhibits/fig-a.csv)" in text
    assert "[放大](/exhibits/fig-a.zh.svg) · [PDF](/exhibits/fig-a.zh.pdf)" in text


def test_english_files_have_no_suffix(tmp_path):
    assert "](/exhibits/fig-a.svg)" in include_of(ROW, tmp_path, "en")


def test_a_question_has_no_full_stop(tmp_path):
    """Titles of an edition once ended in "?."."""
    row = ROW | {"title_en": "How many?", "title_zh": "多少？"}
    assert "![**How many?** Words" in include_of(row, tmp_path, "en")
    assert "![**多少？**说明" in include_of(row, tmp_path, "zh")
    assert caption_of(row, "en") == "**How many?** Words"


def widths(text: str) -> list[int]:
    (found,) = re.findall(r'tbl-colwidths="\[([\d,]+)\]"', text)
    return list(map(int, found.split(",")))


def shown(tmp_path: Path, table: str, lang: str = "en") -> str:
    (tmp_path / f"tbl-a.{lang}.md").write_text(table, encoding="utf-8")
    return include_of(ROW | {"exhibit_id": "tbl-a", "kind": "table"}, tmp_path, lang)


@pytest.mark.parametrize("table", ["| A | B |\n|---|---|\n| 1 | 2 |\n", LONG])
def test_a_table_has_its_caption_and_the_widths_of_its_columns(tmp_path, table):
    text = shown(tmp_path, table)
    assert len(widths(text)) == 2
    assert ": **Finding.** Words [[`tbl-a`]" in text
    assert ".svg" not in text


@pytest.mark.parametrize("count", range(2, 12))
def test_a_table_fills_its_line_and_no_more(tmp_path, count):
    """Widths were rounded one by one, added up to 102, and the table ran over the margin."""
    cells = [f"{'word' * n} {n}" for n in range(1, count + 1)]
    rows = [cells, ["---"] * count, cells]
    assert sum(widths(shown(tmp_path, "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"))) == 100


def test_columns_whose_last_cells_are_empty_have_widths(tmp_path):
    """They were lost where cells were counted, no widths were named, and years stood in the count beside them."""
    table = "| Year | Figures | Rank |\n| --- | --- | --- |\n| 2002 | 11 |  |\n| 2003 | 26 | 74 |\n"
    assert len(widths(shown(tmp_path, table))) == 3


def test_a_bar_within_a_cell_begins_no_column(tmp_path):
    assert len(widths(shown(tmp_path, "| A | B |\n|---|---|\n| one\\|two | 2 |\n"))) == 2


def test_short_cells_do_not_take_the_room_of_long_ones(tmp_path):
    """Of seven columns each had a seventh of the line, and the titles of bulletins stood on seven lines."""
    row = ["2017-09-01", "general office", "29,431", "29,431", "CNNIC count", "a b c d e f g", "a notice's title " * 5]
    heads = [f"Head {number}" for number in range(7)]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * 7, row, row)) + "\n"
    assert widths(shown(tmp_path, table))[-1] > 30


def test_the_room_goes_where_it_saves_lines(tmp_path):
    """Nearly empty columns had the room of one long cell, and the titles beside them stood on eight lines."""
    empty, long = ["2017", "", "a title of a notice " * 5], ["2018", "one remark of some length " * 2, "a title"]
    rows = [["Period", "Doubt", "Title"], ["---"] * 3, *[empty] * 20, long]
    _, doubt, title = widths(shown(tmp_path, "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"))
    assert title > 4 * doubt


def test_the_printed_line_holds_as_many_letters_as_its_size_allows():
    """The template set its own size within that of the filter: seven columns had no room, and no size but one."""
    sizes = dict(zip((9, 6, 0), map(float, re.findall(r'"([\d.]+)pt"', _sizes())), strict=True))
    assert sizes.keys() == LINES.keys()
    assert all(LINES[least] == pytest.approx(105 * 8.5 / size, abs=1) for least, size in sizes.items())


def _sizes() -> str:
    (line,) = re.findall(r'"typst:text:size"\] = (.*)', (ASSETS / "filter.lua").read_text(encoding="utf-8"))
    return line


def test_short_cells_and_numbers_are_not_broken(tmp_path):
    """In Chinese, which may break at each character, "80% 以上" stood on two lines, and years in every row."""
    rows = f"| 2002年 | 80% 以上 | {'很长的文字' * 30} |\n| 1 | [276,500, 277,500] |  |\n"
    table = f"| 年份 | 示例 | 内容 |\n|---|---|---|\n{rows}"
    year, example, _ = (letters_of_line(3) * width / 100 for width in widths(shown(tmp_path, table, "zh")))
    assert year >= len("2002") + 2 + 2
    assert example >= len("[276,500,") + 2
    assert example >= len("80% ") + 4 + 2
