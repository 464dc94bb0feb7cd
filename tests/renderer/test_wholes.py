"""What stands on one line in a cell: told from what may be broken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.renderer.wholes import break_ids, keep_whole
from helpers.site import append, build_one, text


def whole(cell: str) -> list[str]:
    return re.findall(r'<span class="whole">(.*?)</span>', keep_whole(f"<td>{cell}</td>"))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("2017-06-01", ["2017-06-01"]),
        ("2006 2006-12; 2021-Q3", ["2006-12", "2021-Q3"]),
        ("2015–2017", ["2015–2017"]),
        ("sites declared by 27 July 2015", ["27 July 2015"]),
        ("a report of 2024 prints about 6.96 million, 5 percent of all", ["6.96 million", "5 percent"]),
        ("1.5 percentage points", ["1.5 percentage points"]),
        ("1.48个百分点 (0.56至4.86个百分点)", ["1.48个百分点", "4.86个百分点"]),
        ("约4万家", ["4万家"]),
        ("2015年7月27日", ["2015年7月27日"]),
        # A title is a sentence: its characters are not parted, and it is read and searched as one.
        ("第11次统计报告：截至2015年7月27日共有4万家网站", []),
        ("News item of China.org.cn on government online, 28 June 2002", []),
        ("−23.5 points a year", ["−23.5 points"]),
        # Ids and addresses may be broken, and prose may.
        ("est-domains-2003-2006-annual-rate gov-2017-06-01 ceirp-2022 gov-2017q2", []),
        ('<a href="n/a-2017-06-01.html#2017-06-01">29,431 sites</a>', []),
    ],
)
def test_days_and_numbers_with_their_unit_are_whole_and_ids_are_not(cell: str, found: list[str]) -> None:
    """2017-06-01 stood on three lines of a phone."""
    assert whole(cell) == found


def test_long_ids_break_at_their_joints_and_decimals_never() -> None:
    """The id of a series in a warning made a table wider than the page."""
    made = break_ids("<td>of share_with_open_data_platform.CN.all, est_a.b, 1.123456789012345678901234</td>")
    assert made.count("<wbr>") == 6
    assert made.replace("<wbr>", "|") == (
        "<td>of share_|with_|open_|data_|platform.|CN.|all, est_a.b, 1.123456789012345678901234</td>"
    )


@pytest.mark.parametrize("head", ["<th>", '<th style="text-align: right;">'])
def test_a_head_of_few_characters_is_whole(head: str) -> None:
    """行数 stood in two lines over a narrow column."""
    assert keep_whole(f"{head}行数</th>{head}第一编码者正确</th>") == (
        f'{head}<span class="whole">行数</span></th>{head}第一编码者正确</th>'
    )


def test_only_cells_are_marked_and_their_tags_stay() -> None:
    page = '<p>2017-06-01</p><table><tr><th data-day="2017-06-01">2017-06</th><td class="a"><b>2017</b>-06</td></tr>'
    assert keep_whole(page) == page.replace(">2017-06<", '><span class="whole">2017-06</span><')


def test_cells_of_pages_and_the_day_below_the_title_are_marked(reports: Path) -> None:
    append(
        reports,
        "en/report.qmd",
        "\n\n| Day | Id |\n|:--|:--|\n| 2017-06-01 | `gov-2017-06-01` |\n\nAs of 2017-06-01.\n",
    )
    spans = build_one(reports, "en/report.qmd").css(".whole")
    assert [(span.parent.tag, text(span)) for span in spans] == [("p", "2024-03-01"), ("td", "2017-06-01")]
