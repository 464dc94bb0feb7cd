"""What a sentence inherits from those before it, and what it does not."""

from __future__ import annotations

import pytest

from analysis.reading.context import Context, carry, end_line, thing_of_head
from analysis.reading.document import Part, Record
from helpers.sentences import read_alone

FIRST = carry(read_alone("截至2021年2月15日,全市政府网站共计56家,政务微信12个。"), Context())


def test_thing_date_and_largest_count_hold_for_the_next_sentence():
    assert FIRST.thing.value == "wechat"
    assert (FIRST.date.value, FIRST.date.rule, FIRST.year) == ("2021-02-15", "period:until", 2021)
    assert (FIRST.last.value, FIRST.last_thing.value) == ("running_government_sites", "site")


def test_a_numbered_head_gives_the_level_of_what_follows_and_begins_anew():
    section = carry(read_alone("二、县级网站"), FIRST)
    assert section.level.value == "county"
    assert section.date.value == ""
    assert carry(read_alone("该项工作继续推进。"), FIRST).date == FIRST.date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019年5月,网站30家。", "2019-05"), ("网站30家,2019年5月已整改。", ""),
        ("网站30家,截至2019年5月。", "2019-05"), ("2019年5月的会议。", ""),
    ],
)  # fmt: skip
def test_a_date_holds_on_where_it_stands_at_the_head_before_all_figures(text, date):
    assert carry(read_alone(text), Context()).date.value == date


LONG = "县级网站建设管理工作的主要情况以及下一步的打算和安排"


@pytest.mark.parametrize(
    ("line", "level"), [("县级网站", "county"), (LONG, ""), (f"二、{LONG}", "county"), ("县级网站30家", "")]
)
def test_a_head_of_a_section_is_short_or_numbered_and_holds_no_figure(line, level):
    assert carry(read_alone(line), Context()).level.value == level


def test_a_site_is_spoken_of_for_two_sentences_and_not_beyond_a_general_one():
    named = carry(read_alone("中国政府网发布信息5条。"), Context())
    assert named.entity.value == "中国政府网"
    context, ages = named, []
    for _ in range(3):
        context = carry(read_alone("发布信息12条。"), context)
        ages.append((context.entity_age, context.entity.value))
    assert ages == [(1, "中国政府网"), (2, "中国政府网"), (3, "")]
    assert carry(read_alone("全国政府网站30家。"), named).entity.value == ""


def test_a_head_holds_for_its_lines_and_of_a_paragraph_the_date_of_the_data_alone():
    assert end_line(Context(), FIRST, True) == FIRST
    after = end_line(Context(), FIRST, False)
    assert (after.date, after.last.value, after.topic) == (FIRST.date, "", frozenset())
    dated = Context(Record(period=Part("2020", (0, 4))))
    assert end_line(dated, FIRST._replace(record=dated.record), False).date.value == ""


def test_the_heads_of_a_table_count_one_thing_or_none():
    assert thing_of_head(read_alone("地区,网站数,合格率")).value == "site"
    assert thing_of_head(read_alone("地区,网站,微博")).value == ""
