from __future__ import annotations

import pytest

from analysis.pages.includes import include_of

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


@pytest.mark.parametrize(("table", "wide"), [("| A | B |\n|---|---|\n| 1 | 2 |\n", False), (LONG, True)])
def test_a_table_wider_than_a_line_gets_widths(tmp_path, table, wide):
    (tmp_path / "tbl-a.en.md").write_text(table, encoding="utf-8")
    text = include_of(ROW | {"exhibit_id": "tbl-a", "kind": "table"}, tmp_path, "en")
    assert ("tbl-colwidths" in text) is wide
    assert ": **Finding.** Words [[`tbl-a`]" in text
    assert ".svg" not in text
