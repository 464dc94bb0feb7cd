"""Units of figures, and percent signs that a copy has lost."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from analysis.reading.figure import Mark
from analysis.reading.units import confirm_shares, is_lost, settle_unit
from helpers.sentences import found, read_alone, terms


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("合格率96.1%,同比上升2%。", [("percent", "unit:sign"), ("percentage_points", "unit:change-of-share")]),
        ("百分之五的网站。", [("percent", "unit:word")]),
        ("千分之五的网页。", [("permille", "unit:word")]),
        ("网站30家。", [("count:site", "unit:measure-word")]),
        ("评估中排名第3位,用时2分钟。", [("rank", "unit:rank"), ("minute", "unit:duration")]),
        ("综合排名12。", [("rank", "unit:rank")]),
        ("综合排名第五。", [("rank", "unit:rank")]),
        ("错误率为5‰。", [("permille", "unit:sign")]),
        ("网站12。", [("count:site", "unit:none")]),
        ("得分90.5。", [("score", "unit:score-noun")]),
        ("满意率达98.7。", [("percent", "unit:lost-percent-predicate")]),
        ("93 points。", [("score", "unit:measure-word")]),
        ("某地发布以1234.5的WCI值居首。", [("index", "unit:index-noun")]),
        ("开展上门服务培训30余次。", [("count", "unit:measure-word")]),
        ("网上服务30余次。", [("count:visit", "unit:measure-word")]),
        (
            "公众号发布文章90篇,对应的阅读总数也分别达7万+和9万+。",
            [("count:article", "unit:measure-word"), ("count:visit", "unit:none"), ("count:visit", "unit:none")],
        ),
    ],
)
def test_the_sign_the_measure_word_or_the_sentence_gives_the_unit(text, units):
    assert found(text, "unit") == units


def test_a_sign_that_was_lost_is_told():
    assert [is_lost(mark) for mark in read_alone("满意率达98.7,合格率96.1%。").marks] == [True, False]


def mark(**fields: object) -> Mark:
    made = Mark(0, 1, str(fields.pop("text", "1")), "num")
    for name, value in fields.items():
        setattr(made, name, value)
    return made


@pytest.mark.parametrize(
    ("fields", "unit", "settled"),
    [
        ({"unit": "count", "score": 2.3}, "count:site", "count:site"),
        ({"unit": "count", "score": 2.2}, "count:site", "count"),
        ({"unit": "count", "score": 0.0, "thing": "site", "rules": {"thing": "thing:adjacent"}}, "", "count:site"),
        ({"unit": "count:item", "score": 9.0}, "count:site", "count:item"),
        ({"unit": "", "score": 0.0}, "percent", "percent"),
    ],
)
def test_a_general_count_becomes_a_special_one_where_the_evidence_is_good(fields, unit, settled):
    assert settle_unit(mark(**fields), unit, terms()) == settled


def test_a_lost_share_is_confirmed_by_two_counts():
    """12,466 of 29,431 are 42 percent."""
    counts = [mark(unit="count:site", value=value) for value in (12_466.0, 29_431.0)]
    shares = [mark(unit="percent", lost=True, value=value, text=text) for value, text in ((42.0, "42"), (43.0, "43"))]
    assert confirm_shares([*counts, *shares]) == shares[:1]
    assert confirm_shares([counts[0], *shares]) == []


def test_what_follows_an_index_or_shares_its_points():
    text = "信息发布指数0.74,在线办事0.41,分别提高10个、6个和2个百分点。"
    assert [figure.unit for figure in read_alone(text).marks] == ["index"] * 2 + ["percentage_points"] * 3


def test_a_place_within_a_province_is_a_rank():
    assert [figure.unit for figure in read_alone("县政府网站位列全省13位。").marks] == ["rank"]
    assert [figure.unit for figure in read_alone("政务微博竞争力排行榜,甲市排16位。").marks] == ["rank"]
    assert [figure.unit for figure in read_alone("办事指南准确度指数,江苏排第五。").marks] == ["rank"]
    assert [figure.unit for figure in read_alone("名列“影响力排行榜”双项第一。").marks] == ["rank"]
    assert read_alone("统一安排第一批网站。").marks == []


def test_an_audience_behind_articles_is_none_of_them():
    text = "某市生态环境局2023年情况\n微博发布信息1620条,关注量81.4万。公众号发布推文312篇,阅读量达8.2万。"
    assert [figure.unit for figure in read_text(text)] == [
        "count:article", "count:person", "count:article", "count:visit",
    ]  # fmt: skip


def test_more_than_so_many_tenths_at_the_end_of_a_line():
    assert [(f.comparator, f.unit) for f in read_text("受理量52万余件 同比增长四成多\n近日通报。")][-1] == (
        "gt",
        "percent",
    )
