"""Kinds of sentences that were read wrongly once: what is counted, of whom, and what is left unnamed."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from analysis.reading.terms import load_terms

TERMS = load_terms()


def indicators(text):
    return [figure.indicator for figure in read_text(text, terms=TERMS)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A noun that nobody knows inherits nothing.
        ("全县新媒体9个,其中抖音号2个,小红书1个。", ["government_new_media_accounts", "douyin_accounts", ""]),
        # Shares go with the count before them.
        ("抽查政府网站40家,90分以上的网站36家,占比90%。",
         ["spot_checked_sites", "", "sites_scoring_90_or_more", "share_of_sites_scoring_90_or_more"]),
        ("门户网站公开信息50条,其中动态类20条,占40%。", ["articles_published", "articles_published", ""]),
        # What is checked is checked wherever the verb stands; a sample is counted elsewhere.
        ("对全市41家政府网站进行了检查。", ["spot_checked_sites"]),
        ("对正在运行的90家政府网站进行抽查,共抽查30家。", ["running_government_sites", "spot_checked_sites"]),
        # Denied problems are none.
        ("3家网站均不存在单项否决情形。", [""]),
        # Two platforms joined are neither.
        ("政务微信、政务微博共有75个。", [""]),
        # A bracket's parts are parts of what stands before it.
        ("微信公众号20个(市直单位8个,县区12个)。", ["government_wechat_accounts"] * 3),
        # Everybody's websites are not the government's.
        ("2015年底我国网站数量为423万个。", ["websites_total_china"]),
    ],
)  # fmt: skip
def test_indicators(text, wanted):
    assert indicators(text) == wanted


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("检查网站33个(市直部门网站24个),不合格2个。", ["all", "city_department", "all"]),
        ("抽查县区网站9家和市直部门网站33家,合格率95%。", ["county", "city_department", "all"]),
        ("全市政府网站5家,其中:市人民政府1家,县级人民政府4家。", ["all", "city", "county"]),
    ],
)
def test_levels(text, levels):
    assert [figure.level for figure in read_text(text, terms=TERMS)] == levels


def test_rates_of_several_places():
    text = "四川省、山东省的政府网站分别有900个、800个。"
    assert [(f.value, f.area) for f in read_text(text, terms=TERMS)] == [(900, "CN-SC"), (800, "CN-SD")]


@pytest.mark.parametrize(
    "text",
    ["百强前三:1 江城发布 2南城铁路 3北城公安", "提取码【4826】", "减少了5***18家", "索引号:520301/2023-00087",
     "地址达到510块/32", "07/12/2011 登录", "浏览: 0条评论  4662次浏览  2013年08月01日"],
)  # fmt: skip
def test_no_figures(text):
    assert not [f for f in read_text(text, terms=TERMS) if f.value not in (510,)]


def test_a_date_of_data_holds_for_what_follows():
    text = "来源:周报 时间:2018年03月05日\n截至2016年9月1日,全国政府网站有4700家。\n总体合格率达91%。"
    assert [f.time_period for f in read_text(text, terms=TERMS)] == ["2016-09-01", "2016-09-01"]


def test_a_text_cut_at_the_width_of_a_page_reads_as_whole():
    line = "有关单位认真开展自查并按要求报送有关材料的情况如下所述,"
    text = f"{line}\n" * 12 + "本季度共抽查全省各级政府部门正在使用并且维护的政府网\n站120家,合格率97%。\n"
    assert [(f.value, f.unit) for f in read_text(text, terms=TERMS)] == [(120, "count:site"), (97, "percent")]
