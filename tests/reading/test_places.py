"""Area, level, site and method of a figure."""

from __future__ import annotations

import pytest

from analysis.reading.context import Context
from analysis.reading.document import Part, Record
from analysis.reading.figure import Found
from helpers.sentences import BARE, found

ANHUI = Context(Record(area=Part("CN-AH", (0, 2)), ways=("issuer", "title"), rank="province", local=True))


def values(text: str, field: str, context: Context = BARE) -> list[str]:
    return [value for value, _ in found(text, field, context)]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("北京市政府网站5家。", ["CN-BJ"]),
        ("四川省、山东省的政府网站分别有900个、800个。", ["CN-SC", "CN-SD"]),
        # Whoever stands in a list is not what the figure is about; nor is who is left out.
        ("江苏省、浙江省等14个省的政府网站合格率为95%。", ["CN-AH", "CN-AH"]),
        ("全省政府网站5家。", ["CN-AH"]),
        # 中国芜湖 is a website, and the places of a rank stand before or behind it.
        ("通过中国芜湖网发布信息5条。", ["CN-AH"]),
        ("本省网站排名全国第三,第一名是四川省,山东省和浙江省并列第二。", ["CN-AH", "CN-SC", "CN-ZJ"]),
        ("四川省网站名列全国27个省会城市网站第九。", ["CN", "CN-SC"]),
    ],
)
def test_the_area_is_the_last_one_named_else_the_document_s(text, areas):
    assert values(text, "area", ANHUI) == areas


def test_a_figure_of_another_country_has_no_area():
    assert values("美国有500家网站,我国有200家政府网站。", "area") == ["", "CN"]


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


def test_a_named_site_is_spoken_of_by_what_it_did_and_not_by_what_counts_sites():
    assert values("中国政府网发布信息12条。", "entity") == ["中国政府网"]
    assert values("中国政府网等政府网站12家。", "entity") == [""]
    context = Context(entity=Found("中国政府网", "entity:e021", ((0, 5),)))
    assert found("发布信息12条。", "entity", context) == [("中国政府网", "entity:carried")]
    assert values("县级网站发布信息12条。", "entity", context) == [""]
