"""The record of a document: issuer, area, rank, period, from title, salutation, signature, source and words."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from analysis.reading.document import UNSTATED, Stated, find_record
from analysis.reading.terms import load_terms

TERMS = load_terms()


@pytest.mark.parametrize(
    ("text", "area", "rank", "period"),
    [
        ("福建省人民政府办公厅关于2018年第三季度网站抽查的通报\n各市:", "CN-FJ", "province", "2018-Q3"),
        ("青神县人民政府办公室2021年第二季度检查情况\n全县网站2家。", "CN-SC", "county", "2021-Q2"),
        ("上海市水务局2022年网站自查情况\n我局网站2家。", "CN-SH", "province_department", "2022"),
        ("自然资源部办公厅关于2019年第一季度网站抽查情况的通报\n我部抽查网站18个。", "CN", "ministry", "2019-Q1"),
        ("各县区人民政府:\n近期对全市网站进行了检查。\n商洛市人民政府办公室\n2022年10月12日", "CN-SN", "city", ""),
        ("宿州市人民政府办公室关于2022年第一季度\n全市政府网站检查情况的通报\n各县区:", "CN-AH", "city", "2022-Q1"),
        ("依据《意见》(皖政办秘〔2017〕9号),现将结果通报如下:\n全市网站49家。", "CN-AH", "city", ""),
        ("4月10日至12日组织开展了2022年第二季度全县网站检查,现将情况通报如下。", "", "county", "2022-Q2"),
        ("台山市受理诉求40件,恩平市30件,佛山市20件。洛阳镇一件。", "CN-GD", "", ""),
        ("我市通报今年第二季度检查情况。\n--> 2024-07-02 4 晨报", "", "city", "2024-Q2"),
        ("2016年6月,国务院办公厅抽查全国政府网站746个。", "CN", "", "2016-06"),
        ("索引号:11341722009876543K/202301-00012\n全县网站36家。", "CN-AH", "county", ""),
        ("全县网站36家。\n皖ICP备12345678号", "CN-AH", "county", ""),
        ("福州市鼓楼区2023年第一季度检查情况\n区政府办检查。", "CN-FJ", "county", "2023-Q1"),
        # Years of a prize, of a start, or long past date no news; the report that it tells of does.
        ("政务服务好消息\n2021-07-27\n全市热线入选2020年世界案例,受理诉求9万件。", "", "city", ""),
        ("我县微博\n2020-05-28\n2019年以来,我县开通微博9个。", "", "county", ""),
        ("Services online\n2018-12-18\nIn June 2015, Hunan opened 2 websites.", "CN-HN", "", ""),
        ("2013-01-11 09:00\n昨日,《2012年度广东省网站评估报告》公布,广东省评估网站22家。", "CN-GD", "", "2012"),
        ("各县区人民政府:\n一季度,全市抽查网站54个。\n收到省政府办公厅2018年第四次抽查通报后已整改。", "", "", ""),
        # A zone that reports on itself is none of its county's governments.
        ("随县经济开发区2019年政府信息公开工作年度报告\n公开信息78条。", "CN-HB", "county_department", "2019"),
        # A firm that tells of a province's evaluation is not its issuer; a city's hotline is the city's.
        (
            "《2021年海南省政府网站评估报告》发布\n来源: 某某智高(北京)\n对全省网站进行了评估。",
            "CN-HI",
            "province",
            "2021",
        ),
        ("枣庄12345受理诉求9万件\n全省先进。", "CN-SD", "city", ""),
        # Who is greeted with all provinces is no place, and another bureau (该局) none that speaks for its province.
        ("举报情况的通报\n各省、自治区林业厅(局),新疆生产建设兵团林业局:\n全国接到举报9件。", "CN", "country", ""),
        ("全国网站晒年报\n全国网站2万家。一个假网站被发现,该局不存在,全省封堵。全国网站公布报表。", "CN", "", ""),
        # A bare name of a bureau is told by its source, by whom to ask, or by the place that the text names first.
        ("粮食局2021年公开情况报告\n来源: 南通市通州区粮食局 \n我局公开信息。", "CN-JS", "county_department", "2021"),
        # The next field of a page's head is no part of the name before it.
        ("2022年公开报告\n发布机构: 市水务局 组配分类: 年报\n公开信息。", "", "city_department", "2022"),
        ("根据条例,编制丹东市人防办2016年政府信息公开年度报告。", "CN-LN", "city_department", "2016"),
        (
            "我局编制2021年度公开报告。如有疑问,请与苍溪县粮食局办公室联系(地址略)。",
            "CN-SC",
            "county_department",
            "2021",
        ),
        ("2021年我局开展工作。温州市瓯海区居民满意。", "CN-ZJ", "county_department", "2021"),
        ("粮食局2021年公开情况报告\n发布单位:县粮食局 \n公开信息。", "", "county_department", "2021"),
        ("安镇街道2021年公开工作年度报告\n锡山区居民。", "CN-JS", "township", "2021"),
        ("2023年7月数据发布\n时间: 2023-08-31\n全省评价。\n(以上统计时间为2023年8月14日)", "", "province", "2023-07"),
        ("粮食局2021年公开情况报告\n公开信息。", "", "department", "2021"),
        ("2021年我厅答询问题9个。广西居民满意。", "CN-GX", "province_department", "2021"),
        ("2021年我单位公开信息9条。衡阳县居民满意。", "CN-HN", "county_department", "2021"),
        # A bureau that speaks for its city reports on itself once a year.
        ("昆明市政务服务管理局2021年政府信息公开年度报告\n公开信息。", "CN-YN", "city_department", "2021"),
        ("昆明市政务服务管理局2021年全市网站自查情况\n公开信息。", "CN-YN", "city", "2021"),
        ("2022-09-23\n日前发布《湖南省2022年第三季度微博影响力榜》,全部答复留言。", "CN-HN", "", "2022-Q3"),
        ("2021年我局开展工作。海口市民满意。", "CN-HI", "city_department", "2021"),
        ("盂县人民政府办公室2021年情况报告\n全县网站2家。", "CN-SX", "county", "2021"),
        ("Anhui made the 2016 third quarter checks of 190 websites.", "CN-AH", "", "2016-Q3"),
        # A report says of which year it tells, whatever reports it names, and what the greeting of a mirror hides.
        (
            "一、总体情况如下\n发布《甲省粮食局2022年政府信息公开工作年度报告》。现将2023年度政府信息公开工作情况报告如下:",
            "",
            "",
            "2023",
        ),
        ("欢迎来到盂县人民政府门户网站\n2021年我镇公开信息9条。我镇居民满意。", "CN-SX", "township", "2021"),
        ("某地医院被调查\n编制本年度报告。\n国家粮食局以公开为常态,2021年公开信息。", "CN", "ministry", "2021"),
        ("重庆市武隆区粮食局\n2021年公开信息9条。", "CN-CQ", "county_department", "2021"),
        ("2021年银湖湾滨海新区公开信息9条。", "", "", "2021"),
        ("据中心主任赵金华介绍,“哈尔滨市政务服务网”办理事项9件。我市居民满意。", "CN-HL", "city", ""),
        (
            "公开目录 年度报告 发布日期 2021-01-29\n盂县人民政府办公室2020年公开工作年度报告\n公开信息。",
            "CN-SX",
            "county",
            "2020",
        ),
        # Bodies of many names, and whose they are.
        ("喀什地区2022年政府信息公开工作年度报告\n公开信息。", "CN-XJ", "city", "2022"),
        ("锡林郭勒盟行政公署2022年政府信息公开工作年度报告\n公开信息。", "CN-NM", "city", "2022"),
        ("湖南省人民政府办公厅2022年政府信息公开工作年度报告\n公开信息。", "CN-HN", "province", "2022"),
        ("北京市公安局西城分局2022年政府信息公开工作年度报告\n公开信息。", "CN-BJ", "county_department", "2022"),
        ("海门市档案馆2022年政府信息公开工作年度报告\n公开信息。", "CN-JS", "county_department", "2022"),
        ("南通市红十字会2022年政府信息公开工作年度报告\n公开信息。", "CN-JS", "city_department", "2022"),
    ],
)
def test_record(text, area, rank, period):
    record = find_record(text, TERMS)
    assert (record.area.value, record.period.value) == (area, period)
    assert rank in ("", record.rank)


def test_parts_say_where_they_stand():
    text = (
        "甘肃省人民政府办公厅关于2020年检查情况的通报\n甘政办〔2020〕12号\n"
        "来源:甘肃省政府网 发布日期:2020-07-01\n各市州:\n"
    )
    record = find_record(text, TERMS)
    for part in (record.title, record.issuer, record.number, record.source, record.salutation, record.published):
        assert part.value
        assert part is record.published or text[slice(*part.span)] == part.value
    assert text[slice(*record.published.span)] == "2020-07-01"


@pytest.mark.parametrize("line", ["28.05.2020  15:23", "2020-05-28 来源:解放日报", "Publication Date : 28-05-2020"])
def test_undated_figures_of_news_are_of_the_month_in_which_it_came_out(line):
    (figure,) = read_text(f"政务微博报道\n{line}\n我市开通政务微博19个。", terms=TERMS)
    assert figure.time_period == "2020-05"


def test_a_cited_plan_dates_nothing():
    assert find_record("根据《全县2021年度考核方案》,检查账号26家。", TERMS).period.value == ""


def test_what_is_stated_comes_first():
    (figure,) = read_text("本季度抽查政府网站30家。", area="CN-FJ", year=2019)
    assert (figure.area, figure.time_period) == ("CN-FJ", "2019")
    record = find_record("抽查网站30家。", TERMS, Stated(issuer="贵州省水利厅", published="2020-03-01"))
    assert (record.area.value, record.rank, record.year) == ("CN-GZ", "province_department", 2020)


def test_national_words_in_names_make_nothing_national():
    text = "全国政务新媒体信息报送系统中我市的新媒体共90个。\n商洛市人民政府办公室\n2022年10月12日"
    (figure,) = read_text(text)
    assert (figure.area, figure.level, figure.time_period) == ("CN-SN", "all", "2022-10")


def test_each_field_keeps_its_evidence():
    text = "贵州省2019年抽查政府网站120家。"
    (figure,) = read_text(text)
    said = dict(part.split(" ", 1) for part in figure.evidence.split(";"))
    spans = {
        field: [text[slice(*map(int, span.split(":")))] for span in spans.split()] for field, spans in said.items()
    }
    assert spans["area"] == ["贵州省"]
    assert spans["unit"] == ["家"]
    assert spans["time_period"] == ["2019年"]
    assert spans["indicator"][0] == "抽查政府网站"


def test_news_of_a_city_that_names_the_country_once_is_about_the_city_and_the_notice_s_quarter():
    text = (
        "- +1\n重庆33家网站检查不合格\n近日发布的《重庆市2018年第四季度网站检查通报》显示如下。\n"
        "重庆市抽查政府网站350家。在全国检查中,重庆合格率居前。"
    )
    record = find_record(text, TERMS)
    assert (record.area.value, record.period.value) == ("CN-CQ", "2018-Q4")


def test_where_a_report_was_written_is_not_what_it_is_about():
    text = "北京7月25日电 国务院办公厅印发通报。\n全国政府网站随机查看746个,北京等地合格率100%。"
    assert find_record(text, TERMS).area.value == "CN"


def test_a_report_that_opens_with_a_place_and_names_it_most_is_about_it():
    text = (
        "Shanghai is becoming a digital capital.\n\nThe portal of Shanghai in East China has 9 million users, more "
        "than those of Beijing, Hangzhou and Chongqing. Shanghai goes on.\n"
    )
    assert find_record(text, load_terms(), Stated()).area.value == "CN-SH"


@pytest.mark.parametrize(("issuer", "rank"), [
    ("湖北省住房和城乡建设厅办公室", "province_department"), ("四川省乡村振兴局", "province_department"),
    ("丁县白石乡人民政府", "township"), ("镇江市教育局", "city_department"),
])  # fmt: skip
def test_a_name_with_the_sign_of_a_township_is_not_one_of_it(issuer, rank):
    text = f"{issuer}关于2018年三季度政务信息情况的通报\n各单位:\n"
    assert find_record(text, load_terms(), UNSTATED, "").rank == rank


def test_a_quarter_whose_year_only_follows_from_the_day_of_publication_is_derived():
    late = find_record("第二季度政府网站检查情况\n发布时间:2024-07-11\n共检查41家。", load_terms())
    assert (late.period.value, late.ways[1]) == ("2024-Q2", "derived")
    printed = find_record("2024年第二季度政府网站检查情况\n发布时间:2024-07-11\n共检查41家。", load_terms())
    assert (printed.period.value, printed.ways[1]) == ("2024-Q2", "title")


def test_the_older_date_below_a_title_is_that_of_the_page():
    """A mirror's 发布时间 made an evaluation of 2012 one of 2019."""
    text = "发布时间:2019-6-10\n首页\n广东环保网站排行榜发布\n2013-01-11 15:15\n昨日,《2012年度网站评估报告》公布。"
    record = find_record(text, TERMS)
    assert (record.published.value, record.period.value) == ("2013-01-11", "2012")


def test_a_report_without_a_title_is_of_the_year_that_it_counts():
    text = "发布日期:2019-02-18\n本报告统计期限自2018年1月1日至2018年12月31日止。\n今年以来,我局公开信息10条。另有4条。"
    assert {figure.time_period for figure in read_text(text, terms=TERMS)} == {"2018"}


def test_the_ministry_of_a_text_without_an_issuer():
    text = "2009年,水利部主动公开政府信息12条。\n水利部门户网站发布消息。\n水利部编印公报4期。"
    record = find_record(text, TERMS)
    assert (record.area.value, record.rank) == ("CN", "ministry")


def test_a_year_in_front_of_a_title_is_no_body():
    assert find_record("2010年度政府信息公开年度报告\n我办2010年度公开信息2条。", TERMS).issuer.value == ""


def test_the_census_dates_the_news_that_a_mirror_shows_years_later():
    text = "某省政府网站检查整改基本完成\n发布时间:2020-01-14\n某省落实第一次全国政府网站普查,永久关闭21家。"
    assert find_record(text, TERMS).published.value == "2015"
    text = "某省政府网站检查情况\n发布时间:2016-01-14\n按照第一次全国政府网站普查的要求,永久关闭21家。"
    assert find_record(text, TERMS).published.value == "2016-01-14"


def test_below_the_menu_of_a_mirror_stands_what_its_page_is_about():
    menu = "\n".join(f"栏目{sign}" for sign in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄")
    text = f"{menu}\n广东环保网站排行榜发布\n2013-01-11 15:15\n字号\n浏览\n来源\n昨日,《2012年度网站评估报告》公布。"
    assert find_record(text, TERMS).period.value == "2012"
