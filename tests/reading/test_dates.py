"""When a figure holds."""

from __future__ import annotations

import pytest

from analysis.reading.context import Context
from analysis.reading.document import Part, Record
from analysis.reading.figure import Found
from helpers.sentences import found

QUARTER = Context(Record(period=Part("2021-Q1", (3, 9)), ways=("issuer", "title")))


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2019年,全省政府网站30家,其中县级12家。", [("2019", "period:text")] * 2),
        ("2012年网站30家,2013年40家。", [("2012", "period:text"), ("2013", "period:text")]),
        ("网站30家(2013年)。", [("2013", "period:text")]),
        ("网站30家,截至2013年5月。", [("2013-05", "period:text")]),
        # What is only compared with dates nothing else; a check within the quarter is of the quarter.
        ("较2020年底增加3家。", [("2021-Q1", "period:title")]),
        ("3月抽查网站12家。", [("2021-Q1", "period:title")]),
        ("2021年3月抽查网站12家。", [("2021-03", "period:text")]),
    ],
)
def test_the_nearest_date_counts_else_that_of_the_document(text, periods):
    assert found(text, "time_period", QUARTER) == periods


def test_without_a_period_the_month_of_publication_counts_and_a_carried_date_comes_before_both():
    published = Context(Record(published=Part("2021-05-06", (0, 9))))
    assert found("网站30家。", "time_period", published) == [("2021-05", "period:published")]
    dated = QUARTER._replace(date=Found("2020-09-01", "period:until", ((0, 4),)))
    assert found("网站30家。", "time_period", dated) == [("2020-09-01", "period:until")]
    assert found("网站30家。", "time_period") == [("", "")]


def test_the_first_figure_of_a_change_is_older_by_as_many_years_as_are_named():
    rises = found("三年来,合格率从7.8%升到90.9%。", "time_period", QUARTER)
    assert rises == [("2018", "period:derived"), ("2021-Q1", "period:title")]
