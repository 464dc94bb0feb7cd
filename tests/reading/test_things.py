"""What a figure counts."""

from __future__ import annotations

import pytest

from analysis.reading.context import Context
from analysis.reading.figure import Found
from analysis.reading.things import host_of
from helpers.sentences import found, read_alone


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("政府网站27个和新媒体89个。", [("site", "thing:adjacent"), ("account", "thing:adjacent")]),
        ("30家政府网站。", [("site", "thing:adjacent")]),
        # A noun that the codebook does not know, or one of two that it may be, is none.
        ("8个单位网站或政务新媒体。", [("", "thing:adjacent")]),
        ("小红书账号3个,访谈3期。", [("account", "thing:adjacent"), ("item", "thing:measure")]),
        # 其中 and a bare number go on about what stands before.
        ("网站622个,省级43个。", [("site", "thing:adjacent"), ("site", "thing:before")]),
        ("微信公众号12个(市直单位3个)。", [("wechat", "thing:adjacent"), ("wechat", "thing:before")]),
        ("政务微信、政务微博共有75个。", [("mixed", "thing:adjacent")]),
        # The noun behind a joint is that of both, and a measure word of letters counts no websites.
        ("有6家市州、县区政府门户网站不合格。", [("site", "thing:adjacent")]),
        ("64个省、重点城市依托政务网站办事。", [("region", "thing:adjacent")]),
        ("网站公布194条。", [("item", "thing:measure")]),
    ],
)
def test_the_noun_behind_counts_else_the_last_one_before(text, things):
    assert found(text, "thing") == things


def test_without_a_noun_the_paragraph_says_what_is_counted_as_far_as_the_measure_fits():
    context = Context(thing=Found("site", "thing:t001", ((0, 2),)))
    assert found("共30家。", "thing", context) == [("site", "thing:carried")]
    assert found("共30条。", "thing", context) == [("item", "thing:measure")]


def test_what_passed_of_what_was_spoken_of_is_no_matter_of_the_word_before():
    """检查问题,10月有12个不合格: 12 accounts, not 12 matters."""
    context = Context(thing=Found("account", "thing:t001", ((0, 2),)))
    passed = found("检查问题,10月有12个不合格,合格率95%。", "thing", context)
    assert [value for value, _ in passed] == ["account", "account"]
    matters = found("检查问题有12个,问题率95%。", "thing", context)
    assert [value for value, _ in matters] == ["item", "item"]


def test_a_bracket_belongs_to_the_figure_before_it():
    sentence = read_alone("微信公众号12个(市直单位3个),网站5家。")
    assert [host_of(place, sentence) for place in range(3)] == [None, sentence.marks[0], None]


def test_a_noun_that_nobody_knows_makes_a_number_strange():
    assert [mark.strange for mark in read_alone("政府网站30家,嘻哈蹦跳3个。").marks] == [False, True]


def test_people_of_places_are_counted_by_their_own_measure_word():
    marks = [read_alone(f"网站访问者来自{words}。").marks[0].unit for words in ("40个省市网民", "13名县区代表")]
    assert marks == ["count:region", "count:person"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("兰州、天水等8市网站管理水平持续向好。", "count:region"),
        ("长沙市、衡阳市等8个市州政府网站合格率达99%。", "count:region"),
        ("湖北、云南2个省级政府门户网站得分较高。", "count:site"),
        ("昌平区整合了15个镇街信息。", "count:region"),
        ("检查了21个市州政府门户网站。", "count:site"),
        ("梳理30个省级事项。", "count:item"),
        ("四个官方微博粉丝共达98万。", "count:account"),
        ("政务微博账号在新浪平台上有732个。", "count:account"),
        # What is complained of is not counted; a noun behind a bare number is, whatever stands in front.
        ("热线有50个电话反映城市管理。", "count"),
        ("接入省级部门约300余事项。", "count:item"),
        ("检查了9个单位(部门)负责的政务平台。", "count:region"),
        ("在9个县区政务大厅推行延时服务。", "count:region"),
        ("推动27个事项跨省通办。", "count:item"),
        ("某局网站有6个长期没有更新的栏目。", "count:column"),
        ("共有820多个单位参与诉求处置。", "count:region"),
        ("共5个师市政务新媒体合格率为100%。", "count:region"),
    ],
)
def test_what_stands_behind_places_and_owners(text, unit):
    assert read_alone(text).marks[0].unit == unit
