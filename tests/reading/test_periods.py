"""Periods in sentences."""

from __future__ import annotations

import pytest

from analysis.reading.periods import find_periods


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("截至2022年11月10日", "2022-11-10"), ("第三季度抽查", "2017-Q3"), ("2018年第二季度全省", "2018-Q2"),
        ("截至今年8月底", "2017-08"), ("去年同期", "2016"), ("2016年底", "2016-12"), ("2018年上半年", "2018-H1"),
        ("二〇一九年", "2019"), ("2014-2020年", "2020"), ("2015-12-25 09:45", "2015-12-25"),
        ("抽查12个,3月底", "2017-03"), ("28.05.2020", "2020-05-28"), ("6 in the first half of the year", "2017-H1"),
        ("2016 third quarter", "2016-Q3"), ("2019中国政府网站", "2019"), ("第十四届(2015)评估", "2015"),
            ("今(15)日18:31", ""), ("15日上午", ""),
    ],
)  # fmt: skip
def test_iso(text, iso):
    assert find_periods(text, 2017)[0].iso == iso


def test_a_count_is_no_date():
    assert find_periods("共检查12个月报送的3日常事项", 2017) == []


def test_a_report_at_the_end_of_a_year_says_not_which():
    assert find_periods("55城年终报告", 2017) == []
