"""Area, site and method of a figure."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from analysis.reading.context import Context
from analysis.reading.figure import Found
from helpers.sentences import ANHUI, found, read, values


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
        # How a place does in the country makes it none of it; nor do its own bodies.
        ("本省微博发文数全国最高,转发319次。", ["CN-AH"]),
        ("省级20家单位的专网打通。", ["CN-AH"]),
        # 嘉兴城市 names no 兴城市.
        ("嘉兴城市频道发布信息5条。", ["CN-ZJ"]),
        # A person is no place.
        ("主任赵金华介绍,上报信息5条。", ["CN-AH"]),
        # Nor is where somebody went.
        ("赴北京开展推介活动的微博,被转发5次。", ["CN-AH"]),
        ("除北京外,上报信息5条。", ["CN-AH"]),
        ("A report by a university in Guangzhou counts 620 government apps.", ["CN-AH"]),
        # Nor is a street.
        ("到深圳大道服务点,上报信息5条。", ["CN-AH"]),
        ("位于北京西路12号,上报信息5条。", ["CN-AH"]),
        ("北京路街道上报信息5条。", ["CN-AH"]),
        # Nor a town that is called like a city elsewhere.
        ("洛阳镇上报信息5条,镇江上报信息3条。", ["CN-AH", "CN-JS"]),
        ("本省微博3846个,全国排名第三,增长130%。", ["CN-AH", "CN-AH", "CN-AH"]),
    ],
)
def test_the_area_is_the_last_one_named_else_the_document_s(text, areas):
    assert values(text, "area", ANHUI) == areas


def test_a_figure_of_another_country_has_no_area():
    assert values("美国有500家网站,我国有200家政府网站。", "area") == ["", "CN"]


def test_a_named_site_is_spoken_of_by_what_it_did_and_not_by_what_counts_sites():
    assert values("中国政府网发布信息12条。", "entity") == ["中国政府网"]
    assert values("中国政府网等政府网站12家。", "entity") == [""]
    context = Context(entity=Found("中国政府网", "entity:e021", ((0, 5),)))
    assert found("发布信息12条。", "entity", context) == [("中国政府网", "entity:carried")]
    assert values("县级网站发布信息12条。", "entity", context) == [""]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # As CN-FJ alone a city's 71 websites would be all that the province has.
        ("福州市人民政府办公室关于2020年第一季度检查情况的通报\n全市政府网站71家。全省政府网站331家。", ["福州市", ""]),
        ("福建省人民政府办公厅关于2020年第一季度检查情况的通报\n政府网站331家,其中福州市71家。", ["", "福州市"]),
        ("福州市鼓楼区人民政府办公室关于2020年第一季度检查情况的通报\n全区政府网站3家。", ["鼓楼区"]),
        ("上海市人民政府办公厅关于2020年第一季度检查情况的通报\n全市政府网站71家。", [""]),
    ],
)  # fmt: skip
def test_a_figure_of_a_city_names_it(text, wanted):
    assert read(text, "entity") == wanted


def test_a_survey_of_the_country_that_news_of_a_province_cites():
    text = "陕西省12家厅局开通微博\n据《2012年第三季度政务微博报告》显示,新浪认证的政务微博已达50947个。"
    assert [figure.area for figure in read_text(text)][-1] == "CN"


def test_the_corps_beside_the_provinces_is_no_place_of_the_figure():
    text = "31个省(区、市)和新疆生产建设兵团共有政府网站14200家。"
    assert [f.area for f in read_text(text) if f.unit == "count:site"] == ["CN"]
    text = "关于2022年第一季度兵团政府网站检查情况的通报\n兵团正在运行的政府网站共42个。"
    assert [f.area for f in read_text(text)] == ["CN-XPCC"]
