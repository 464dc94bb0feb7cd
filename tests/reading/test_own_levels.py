from __future__ import annotations

import pytest

from analysis.reading.terms import load_terms
from helpers.sentences import read


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("其中:自治区政府部门网站49个,县、市(区)政府网站98个。", ["province_department", "county"]),
        ("全省有政府网站328个(含153个门户网站),占全国总数的2.3%。", ["all", "portal", "all"]),
        ("地方政府门户网站合格率为95%。", ["local_portal"]),
        ("国务院部门(含内设、垂直管理机构)网站合格率为97%。", ["ministry_and_subordinate"]),
        ("142个省级、副省级和地级政府上线了平台。", ["province_and_city"]),
        ("其中市本级门户网站1个、县(区)门户网站5个。", ["city", "county"]),
        ("该网站拥有主栏目7个,日均访问量超过3000人次。", ["single", "single"]),
        ("环境保护部2015年热线情况\n12369环保举报热线共受理群众举报1145件。", ["single"]),
        ("“甲地发布”官方微博上线。累计发布微博5600条。", ["single"]),
        ("全市开通政务微博300个,累计发布微博5600条。", ["all", "all"]),
        ("2021年甲县财政局坚持公开为常态。\n全年主动公开政府信息200条。", ["single"]),
        ("根据政府信息公开条例,我局编制本报告。\n区行政审批服务局主动公开政府信息95条。", ["single"]),
    ],
)  # fmt: skip
def test_whose_level_a_text_has(text, levels):
    assert read(text, "level") == levels


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("市行政服务中心共受理业务3万件。", ["single"]),
        ("县环保局政务微博在省里上榜,共发布微博9万余条。", ["single"]),
        ("网站绩效评估中,排名前十的城市依次为:厦门(71.0)、长沙(70.1)、广州(68.5)。",
         ["sub_provincial_city", "provincial_capital", "sub_provincial_city"]),
        ("贵阳市本级预算执行情况报告公开。\n我局通过政务微信公开政府信息42条。", ["single"]),
        ("BEIJING -- The 12345 hotline serves Beijing, says one.\nThe hotline handled 65,000 calls.", ["single"]),
    ],
)  # fmt: skip
def test_whose_a_figure_is(text, levels):
    assert read(text, "level") == levels


def test_a_text_about_one_account_is_of_one():
    text = "“平安甲地”官方微博上线两年\n及时办理群众投诉,解决群众问题201件。\n全市解决群众问题900件。"
    assert read(text, "level") == ["single", "all"]


def test_a_hotline_is_one_platform_whatever_level_is_named_far_from_it():
    text = "全市上下一心,在各部门的努力下,徐州市12345热线受理诉求58万件。"
    assert read(text, "indicator", "level") == [("hotline_requests_received", "single")]


def test_a_hotline_among_the_tasks_of_a_bureau_is_not_what_its_page_is_about():
    about = load_terms().patterns.about_hotline
    assert about.search("某区接诉即办情况") and not about.search("主要职责为接诉即办、信息公开和网站建设")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("“渝快办”网上办件量累计达到3000万件。", ["all"]),
        ("“渝快办”注册用户已达90万。", ["province"]),
        ("芜湖发布政务微博发布博文2万条,粉丝量81万。", ["single", "single"]),
        ("“甲地交警”官方微博全年共发布信息360条。", ["single"]),
        ("公安厅政务微博@甲地公安2014年度共发布微博信息7588条。", ["single"]),
        ("合肥市政府网站在网站绩效评估中位列第3名。", ["city"]),
        ("市州住建部门共报送信息247条。", ["city_department"]),
    ],
)
def test_levels_of_what_a_place_s_portal_and_a_named_account_did(text, levels):
    assert read(text, "level") == levels


def test_what_a_hotline_s_bulletin_says_of_the_country_makes_it_no_national_one():
    text = "一、一周数据\n12345热线共接听来电12280次(含全国政务服务平台留言)。\n受寒潮影响,全国降温。\n咨询类3189件。"
    assert set(read(text, "area", "level")) == {("", "single")}
    national = "全国12345热线发展报告\n评估平台对349个地级及以上城市的12345热线进行了监测。\n热线总体得分86.45分。"
    assert read(national, "area")[-1] == "CN"


def test_a_bureau_on_itself_without_a_title_and_a_place_s_sum_beside_a_named_account():
    text = "2021年,区行政审批服务局认真贯彻政府信息公开条例。\n通过微信公众号公开政府信息95条。"
    assert read(text, "level") == ["single"]
    assert read("“甲地发布”微信公众号解决实际问题680件。", "level") == ["single"]
    assert read("“甲地发布”微信公众号开通后,全市解决群众问题680件。", "level") == ["all"]
    text = "12345热线反映虫害防治等事项331件,约占49.11%,同比增长133.1%。"
    assert read(text, "indicator")[-1] == ""
    assert read("全年公开各类政府信息3050条、图片信息206条。", "indicator") == ["disclosure_entries", ""]


def test_the_many_and_the_one():
    assert read("“甲地发布”微博再添新成员\n群众问题解决201件。", "level") == ["single"]
    assert read("“甲地发布”微博矩阵再添新成员\n群众问题解决201件。", "level") == ["all"]
    assert set(read("广东省政府网站评估\n全省21个地级以上市中,18个市有网站。", "level")) == {"city"}
    assert read("The Weibo following of the police was nearing 20,000 people.", "comparator") == ["approx"]
