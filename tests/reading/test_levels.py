from __future__ import annotations

import pytest

from analysis.reading.context import Context
from analysis.reading.figure import Found
from helpers.sentences import ANHUI, found, values


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("县级网站12家。", ["county"]), ("90%的县级网站合格。", ["county"]),
        ("门户网站9家,市直部门网站42家。", ["portal", "city_department"]),
        # 部门 are the issuer's own, and 各地 are the places that the bulletin evaluates.
        ("部门网站30家,各地网站20家。", ["province_department", "local_all"]),
        ("They checked 600 local websites and 120 websites of ministries and offices.", ["all", "ministry"]),
        ("抽查网站30家。", ["all"]),
        ("27个省会城市政府门户网站,5个计划单列市政府门户网站。", ["provincial_capital", "separately_planned_city"]),
        # Apart they are two levels, together one.
        ("27家省会城市网站合格,5家计划单列市合格。", ["provincial_capital", "separately_planned_city"]),
        ("32家省会城市和计划单列市网站合格。", ["capital_city"]),
        # Who checks is not what was checked; 市级部门 are.
        ("省级随机抽查政府网站59家。", ["all"]), ("市级政府网站抽查59家。", ["city"]),
        # A province has a hotline in each city.
        ("12345热线受理诉求30件。", ["all"]),
    ],
)  # fmt: skip
def test_levels(text, levels):
    assert values(text, "level", ANHUI) == levels


def test_a_level_is_carried_on_until_another_is_named():
    context = Context(level=Found("county", "level:l013", ((2, 4),)))
    assert found("网站30家,市级网站3家。", "level", context)[0] == ("county", "level:carried")
    assert values("网站30家,市级网站3家。", "level", context) == ["county", "city"]
