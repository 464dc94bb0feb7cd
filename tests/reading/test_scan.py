"""Numerals that may be figures, and those that never are."""

from __future__ import annotations

import pytest

from analysis.reading.periods import find_periods
from analysis.reading.scan import find_marks, may_hold_date, may_hold_figures


def scanned(text: str) -> list[tuple[str, str, bool]]:
    return [(mark.text, mark.kind, mark.percent) for mark in find_marks(text, find_periods(text, 2017))]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("29,431家", [("29,431", "num", False)]), ("12，345家", [("12，345", "num", False)]),
        ("97.5%", [("97.5", "num", True)]), ("百分之八点五", [("八点五", "hundredth", True)]),
        ("80%-90%", [("80%-90%", "range", True)]), ("3-5家", [("3-5", "range", False)]),
        ("三家", [("三", "zh", False)]), ("十一万份", [("十一万", "zh", False)]),
        ("千分之三", [("三", "hundredth", True)]), ("三分之二的网站", [("三分之二", "part", True)]),
        ("近半政府网站", [("半", "half", True)]), ("nearly half of the portals", [("half", "half", True)]),
        ("two thirds of all websites", [("two thirds", "part", True)]),
        ("a sixth of the sites", [("a sixth", "part", True)]), ("nineteen websites", [("nineteen", "english", False)]),
        ("forty-one percent", [("forty-one", "english", True)]),
        ("Three of the 31 provinces", [("Three", "english", False), ("31", "num", False)]),
        ("twelve provincial portals", [("twelve", "english", False)]),
        ("一半", [("一半", "half", True)]), ("九成", [("九成", "tenths", True)]),
        ("7.5成", [("7.5成", "digit_tenths", True)]), ("5‰", [("5", "num", True)]),
        ("排名第五。", [("五", "zh_rank", False)]), ("全省第十一,", [("十一", "zh_rank", False)]),
        ("获第四名", [("四", "zh_rank", False)]),
        ("取得第一名的基础上", [("一", "zh_rank", False)]), ("获得第二,", [("二", "zh_rank", False)]),
        ("第五名是", [("五", "zh_rank", False)]),
        ("列全省网站第九", [("九", "zh_rank", False)]),
        ("数百家", [("数百", "several", False)]), ("4万余家", [("4万", "num", False)]),
        ("阅读总数第二、", [("二", "zh_rank", False)]), ("排在第九位,", [("九", "zh_rank", False)]),
        ("部门第一,", [("一", "zh_rank", False)]), ("居浙江第二,", [("二", "zh_rank", False)]),
        ("点赞数第一排在", [("一", "zh_rank", False)]),
        ("微博榜单第七、", [("七", "zh_rank", False)]),
    ],
)  # fmt: skip
def test_each_kind_of_numeral(text, marks):
    assert scanned(text) == marks
    assert may_hold_figures(text)
    assert may_hold_date(text)


@pytest.mark.parametrize(
    "text",
    ["www.gov.cn/a12", "a1@b2.cn", "〔2017〕12号", "第3条", "010-12345678", "13812345678", "10.1.0.12", "80×80",
     "1:2", "万分之五", "16-05-24 14:22", "约半年", "first half of 2016", "one website, the two sessions", "进一步",
     "老百姓", "放在第一位", "第一名书记", "全省第一批", "“8.18”动态"],
)  # fmt: skip
def test_addresses_and_numbers_of_documents_are_none(text):
    assert scanned(text) == []


def test_a_date_is_no_figure_and_cuts_one_that_runs_into_it():
    assert scanned("2017年6月抽查12家") == [("12", "num", False)]
    assert scanned("抽查12家2017年") == [("12", "num", False)]


def test_most_text_is_passed_over_by_one_look():
    assert not may_hold_date("各县区高度重视")
    assert not may_hold_figures("各县区高度重视,第三季度")
    assert may_hold_date("第三季度")
