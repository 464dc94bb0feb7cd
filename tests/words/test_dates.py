from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.words.dates import display_axis_period, display_period


@pytest.mark.parametrize(
    ("period", "english", "chinese", "axis"),
    [
        ("2017", "2017", "2017年", "2017"),
        ("2017-H1", "first half of 2017", "2017年上半年", "Jun 2017"),
        ("2017-Q4", "fourth quarter of 2017", "2017年第四季度", "Dec 2017"),
        ("2017-09", "September 2017", "2017年9月", "Sep 2017"),
        ("2017-06-01", "1 June 2017", "2017年6月1日", "1 Jun 2017"),
    ],
)
def test_a_period_reads_in_each_language(period, english, chinese, axis):
    assert [display_period(period, lang) for lang in ("en", "zh")] == [english, chinese]
    assert display_axis_period(period, "en") == axis


def test_what_is_no_period_is_an_error():
    with pytest.raises(ProjectError, match="no time period"):
        display_period("2017-Q5", "en")
