"""Comparators and bounds of figures in sentences."""

from __future__ import annotations

import pytest

from analysis.reading import read_text


def only(text):
    (figure,) = read_text(text)
    return figure


@pytest.mark.parametrize(
    ("text", "comparator", "value", "lower", "upper"),
    [
        ("合格率超过90%。", "gt", 90, 90, 100),
        ("合格率突破了90%。", "gt", 90, 90, 100),
        ("共有300余项应用。", "gt", 300, 300, 400),
        ("党员9000多万名。", "gt", 9e7, 9e7, 1e8),
        ("合格率在90%以上。", "ge", 90, 90, 100),
        ("可使用率不足30%。", "lt", 30, 0, 30),
        ("近80%的网站合格。", "approx", 80, 75, 80),
        ("约75%的网站合格。", "approx", 75, 74.5, 75.5),
        ("一半的网站合格。", "eq", 50, 45, 55),
        ("抽查网站4万家。", "eq", 40000, 35000, 45000),
        ("抽查网站29,431家。", "eq", 29431, 29431, 29431),
        ("得分在80-90分之间。", "range", 80, 80, 90),
        ("不超过5%的账号停更。", "le", 5, 0, 5),
        ("至少30%的网站接受检查。", "ge", 30, 30, 100),
        ("约占全国总数的2.3%。", "approx", 2.3, 2.25, 2.35),
        ("收到留言数万条。", "approx", 20000, 20000, 100000),
        ("粉丝数破万。", "gt", 1e4, 1e4, 2e4),
        ("合格的占全部网站的3/4。", "eq", 75, 70, 80),
        ("上千家网站。", "ge", 1e3, 1e3, 2e3),
        ("用户上千万。", "ge", 1e7, 1e7, 2e7),
        ("An estimated 30 percent of the websites passed.", "approx", 30, 25, 35),
        ("The 12,000 or so websites were checked.", "approx", 12000, 11500, 12500),
        ("A total of 45 or more portals were checked.", "ge", 45, 45, 46),
        ("In all 45 or fewer portals were checked.", "le", 45, 0, 45),
        ("In all 45 or less websites were checked.", "le", 45, 0, 45),
    ],
)
def test_bounds(text, comparator, value, lower, upper):
    figure = only(text)
    assert figure.comparator == comparator
    assert (figure.value, figure.lower, figure.upper) == pytest.approx((value, lower, upper))


def test_only_the_first_of_a_coordinated_list_carries_the_cue():
    figures = read_text("超过90%的省级网站、70%的市级网站和40%的县级网站开通了智能问答。")
    assert [f.comparator for f in figures] == ["gt", "eq", "eq"]
    assert [f.level for f in figures] == ["province", "city", "county"]
    assert {f.indicator for f in figures} == {"smart_qa_adoption"}


@pytest.mark.parametrize("text", ["附近80家网站接受检查。", "最近12家网站改版。", "接受预约6128件。"])
def test_short_cues_inside_words_say_nothing(text):
    assert only(text).comparator == "eq"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("账号近十万。", 1e5),
        ("账号二十多万个。", 2e5),
        ("近百个网站。", 100),
        ("突破百万。", 1e6),
        ("4千920个。", 4920),
    ],
)
def test_spelt_numerals(text, value):
    assert only(text).value == value


def test_bounds_carry_no_dust():
    assert [(f.lower, f.upper) for f in read_text("合格率96.1%,占19.4%。")] == [(96.05, 96.15), (19.35, 19.45)]


def test_a_bound_that_holds_its_end():
    assert [(f.comparator, f.value) for f in read_text("空白栏目数量超过(含)5个。阅读量10W+。")] == [
        ("ge", 5),
        ("gt", 100_000),
    ]
