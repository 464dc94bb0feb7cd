"""Kinds of sentences that were read wrongly once: what is counted, of whom, and what is left unnamed."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from analysis.reading.terms import load_terms
from helpers.sentences import read

CHECKED = "spot_checked_new_media_accounts"
TERMS = load_terms()


def indicators(text):
    return [figure.indicator for figure in read_text(text, terms=TERMS)]


def test_rates_of_several_places():
    text = "四川省、山东省的政府网站分别有900个、800个。"
    assert [(f.value, f.area) for f in read_text(text, terms=TERMS)] == [(900, "CN-SC"), (800, "CN-SD")]


@pytest.mark.parametrize(
    "text",
    ["百强前三:1 江城发布 2南城铁路 3北城公安", "提取码【4826】", "减少了5***18家", "索引号:520301/2023-00087",
     "地址:正大街16;邮编:226300", "序号:117817",
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A few days beyond a quarter are left out of it.
        ("2024年3月28日至2024年6月25日,全省收到网民留言101条。", ["2024-Q2"]),
        # The end of a quarter is the quarter.
        ("2020年第三季度末,全市检查政府网站9家。", ["2020-Q3"]),
        # What a figure touches is its own, even where it is compared with.
        ("2022年第二季度90分以上的网站76个,对比2022年第一季度44个。", ["", "2022-Q2", "2022-Q1"]),
        ("China's EGDI rank rose from 70th place in 2014 to 35th place in 2024.", ["2014", "2024"]),
        # A span that starts on a day is not of that day; the day of the data gives the year.
        ("2020-05-09\n自1月22日至今,热线受理诉求40件。", ["2020-05"]),
        ("11月份,门户网站发布信息30条。\n备注:数据统计时间为2021年12月8日。", ["2021-11"]),
        # A figure behind its own year is of that year, whatever years the change took; what it follows upon is none.
        ("热线受理诉求由2017年的900万件增至2020年的1800万件。", ["2017", "2020"]),
        ("2015-12-10\n第十四届(2015)评估结果发布,继2014年进入前列后,我市政府网站位列第3名。", ["2015"]),
        # A bracket that goes on dates its own figure.
        ("2012年外文版拥有率为39.2%(2011年为37.21%)。", ["2012", "2011"]),
    ],
)
def test_periods_of_figures(text, wanted):
    assert [figure.time_period for figure in read_text(text, terms=TERMS) if figure.unit != "score"] == [
        period for period in wanted if period
    ]


def test_parts_of_what_was_published_are_articles_too():
    figures = read_text("县网站发布信息68条,其中要闻46条,公告15。合计发布信息97条。", terms=TERMS)
    assert [figure.unit for figure in figures] == ["count:article"] * 4
    figures = read_text("县网站发布信息68条,发现错情46条。主动公开信息97条。", terms=TERMS)
    assert [figure.unit for figure in figures] == ["count:article", "count:item", "count:item"]


def test_evaluations_are_of_a_year_whenever_they_are_told():
    text = "福建在网站评估中名列前茅\n2020-12-18 09:30\n在网站评估中,我省政府网站排名全国第2。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2020"]
    text = "2019年3月网站评估结果\n政府网站平均得分80分。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2019-03"]


def test_what_was_checked_is_of_the_quarter_and_not_of_the_day_counted_to():
    text = "2021年第一季度全市政府网站检查结果通报\n截至2021年2月15日,全市政府网站共计56家。本次检查56家政府网站。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2021-02-15", "2021-Q1"]


def test_the_maker_of_a_report_stands_above_its_title():
    text = "四川省林业厅\n2022年第三季度门户网站自查情况\n第三季度,厅门户网站发布稿件1107篇。"
    (figure,) = [f for f in read_text(text, terms=TERMS) if f.value == 1107]
    assert (figure.area, figure.level) == ("CN-SC", "single")


def test_what_a_line_says_of_a_table_holds_for_it():
    line = "2014年网站绩效评估中,部委网站评估结果如下表所示:\n"
    table = "| 排名 | 名称 | 信息公开指数 | 总分 |\n| 1 | 商务部 | 0.83 | 79.0 |\n| 2 | 林业局 | 0.81 | 77.1 |\n"
    figures = read_text(line + table, terms=TERMS)
    assert [(f.indicator, f.level) for f in figures] == 2 * [
        ("site_performance_rank", "ministry"), ("information_disclosure_index", "ministry"),
        ("site_performance_score", "ministry"),
    ]  # fmt: skip


def test_a_value_beyond_its_indicator_gives_none():
    assert "site_performance_score" not in indicators("政府网站评估,该网站得分205。")


def test_a_telephone_number_a_place_and_a_day_are_no_figures():
    text = "12345市长热线运行情况(3.4-3.10)\nCall 12345, a hotline. 办结率较1、2月份提升。\n"
    text += "得分后3名的网站联系电话:62048653、62048385\nSource: China.org, 27.05.2020\n"
    assert not read_text(text, terms=TERMS)


def test_a_span_of_what_was_counted_is_no_day_of_publication():
    text = "各乡镇:\n现将2021年第一季度(统计:2020年12月1日—2021年2月28日)检查结果通报如下。\n"
    text += "第一季度,检查政府网站9家。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2021-Q1"]


def test_december_in_january_is_of_the_year_before():
    text = "铁岭市人民政府办公室\n发布时间:2025年01月10日\n12月份共检查政府网站12家。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2024-12"]


def test_who_made_a_report_and_who_speaks_of_itself_in_the_third_person():
    text = "本报告由宝鸡市水利局编制。\n2019年,局门户网站发布信息120条。"
    (figure,) = read_text(text, terms=TERMS)
    assert (figure.area, figure.level) == ("CN-SN", "single")
    (figure,) = read_text("2021年,省局微信公众号推送信息88条,广东省广州市。", terms=TERMS)
    assert figure.level == "single"
    (figure,) = read_text("水利部2013年报告说,该部在门户网站公开信息90条。", terms=TERMS)
    assert (figure.area, figure.level) == ("CN", "single")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Report of 2013\nIn May, 1,000 government WeChat accounts were open.", "2013-05"),
        ("The number of government accounts on Sina Weibo reached 700 as of early June, 2012.", "2012-06"),
        ("Posted : Friday, 03 May, 2013\nAs of the end of April there were 90 government weibo accounts.", "2013-04"),
        (
            "By December 2016, there were 80 government Weibo, 8.5 times over the end of 2014, including 30 of police.",
            "2016-12",
        ),
    ],
)
def test_months_in_english(text, period):
    assert {figure.time_period for figure in read_text(text, terms=TERMS) if figure.unit != "ratio"} == {period}


def test_microblogs_in_english():
    text = (
        "China’s microblogs\nThe number of microblog accounts of officials reached 600. Hunan Province had the most "
        "government Weibo nationwide, standing at 4,070. There were 50 accounts run by agencies and 20 by individual "
        "officials on Sina Weibo. A total of 11 officials were punished."
    )
    figures = read_text(text, terms=TERMS)
    assert [f.indicator for f in figures] == ["government_weibo_accounts"] * 4 + ["persons_held_accountable"]
    assert [f.area for f in figures[:3]] == ["CN", "CN-HN", "CN"]


def test_times_of_day_in_english_are_no_figures():
    text = "Hotline 12345\nIt opens at 9 am and received 50 calls, Updated at:06-04 10:11."
    assert [figure.printed for figure in read_text(text, terms=TERMS)] == ["50"]


def test_a_hotline_in_english():
    text = (
        "Hotline 12345 in May\nDate:2022-06-03 09:10\nThe hotline received 7,310 calls in May. In early 2020, it "
        "handled approximately 2.5 million requests. Operators answered 95 percent of calls. Some 91 percent of "
        "callers were satisfied with it and 87 percent said that their problems were settled."
    )
    figures = read_text(text, terms=TERMS)
    assert [f.indicator for f in figures] == [
        "hotline_requests_received", "hotline_requests_handled", "hotline_call_answer_rate",
        "request_satisfaction_rate", "request_resolution_rate",
    ]  # fmt: skip
    assert [(f.comparator, f.time_period) for f in figures[:2]] == [("eq", "2022-05"), ("approx", "2020")]


def test_what_is_in_a_bracket_is_a_part_of_the_letters_and_no_total():
    text = "区长信箱收到来信60封(咨询20封、投诉40封),回复网民来信58封,办理中信件2封。快手2个。总页面浏览量:1,234,567"
    figures = read_text(text, terms=TERMS)
    assert [f.indicator for f in figures][:5] == ["messages_left", "", "", "messages_answered", ""]
    assert figures[-1].value == 1234567


def test_without_a_title_the_first_words_say_what_a_text_is_about():
    assert indicators("一、受理概况\n12345热线受理诉求800件,较上月同比增长2%。\n二、分类\n咨询类共500件。") == [
        "hotline_requests_received", "", "hotline_requests_received",
    ]  # fmt: skip
    text = "四季度,“区长信箱”收到来信93件。\n从类型看,投诉类51件,咨询类22件。"
    assert indicators(text) == ["messages_left", "", ""]


def test_a_date_behind_an_english_count_and_a_city_named_in_english():
    text = (
        "Notice of Nanchong City on government websites in 2017\n45 government websites were in operation as of June 1."
    )
    (figure,) = read_text(text, terms=TERMS)
    assert (figure.area, figure.time_period) == ("CN-SC", "2017-06-01")


def test_what_a_notice_announces_is_of_the_time_that_it_names():
    text = (
        "各县区人民政府:\n近期开展了2021年第三季度网站抽查,现将有关情况通报如下。\n"
        "(一)2021年第二季度问题整改情况。\n全市政府网站共计30家。"
    )
    (figure,) = read_text(text, terms=TERMS)
    assert figure.time_period == "2021-Q3"


def test_departments_are_those_of_the_body_that_speaks():
    text = "丽水市人民政府办公室关于2021年第一季度检查情况的通报\n检查政府网站41家,其中县级政府网站9家、部门网站32家。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["all", "county", "city_department"]
    (figure,) = read_text("2019年全国各级部门网站共计3200家。", terms=TERMS)
    assert figure.level in ("all", "department")


def test_a_sum_keeps_the_level_of_its_noun_and_another_noun_has_its_own():
    text = "市直单位政务新媒体共计51个。对县政府网站及全县56个政务新媒体进行检查。对县政府网站及8个政务新媒体进行检查。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["city_department", "all", "all"]


def test_a_newspaper_named_after_a_city_is_no_place():
    text = "Jinan Daily yesterday reported that 4,400 of China's government websites were in operation."
    (figure,) = read_text(text, terms=TERMS)
    assert figure.area in ("", "CN")
    assert not read_text("Group 1: Information of websites", terms=TERMS)


def test_what_a_check_found_is_of_the_notice_s_period_and_a_stock_of_its_day():
    title = "某省人民政府办公厅关于2023年下半年政府网站检查情况的通报\n"
    text = "截至2023年12月30日,登记备案的政府网站共84个,其中检查政府网站84个,合格率100%。"
    assert [figure.time_period for figure in read_text(title + text, terms=TERMS)] == [
        "2023-12-30", "2023-H2", "2023-H2",
    ]  # fmt: skip
    for when in ("9月12日,", "9月5日至14日,", "2023年9月8日至20日,", "9月,"):
        text = f"{when}省政府办公厅检查政府网站18家,发现不合格网站3家。"
        assert {figure.time_period for figure in read_text(title + text, terms=TERMS)} == {"2023-H2"}
    (figure,) = read_text(title + "2023年9月,检查政府网站18家。", terms=TERMS)
    assert figure.time_period == "2023-09"


def test_a_share_of_what_is_not_known_is_not_that_of_what_was_checked():
    text = "对529家政府网站进行了检查,380家网站未发现问题,占网站总数的71.83%;存在问题网站占比28.17%。"
    assert [figure.indicator for figure in read_text(text, terms=TERMS)][2:] == ["", ""]


def test_a_data_bureau_reports_on_all_websites_of_its_province():
    title = "浙江省数据局关于2024年第二季度政府网站检查情况的通报\n"
    text = title + "全省在运行政府网站510家,其中省市县政府门户网站90家,省市部门网站420家。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["all", "portal", "non_portal"]


def test_accounts_in_english_are_no_websites():
    text = (
        "In June 2025 we inspected 122 government websites and found 9 sites with outstanding problems; "
        "969 new government media were in operation, and 266 were selected, accounting for 27%."
    )
    figures = read_text(text, terms=TERMS)
    assert [figure.value for figure in figures] == [122, 9, 969, 266, 27]
    assert [figure.indicator for figure in figures[:3]] == [
        "spot_checked_sites", "spot_check_failed_sites", "government_new_media_accounts",
    ]  # fmt: skip
    assert "site" not in figures[3].indicator + figures[4].indicator


def test_without_a_date_of_publication_a_quarter_is_of_the_year_of_the_last_day():
    text = "各县:\n近期组织开展了第一季度政府网站检查,现将有关情况通报如下。\n检查政府网站53家。\n"
    text += "于2025年1月22日前发布年度报表。"
    assert read_text(text, terms=TERMS)[0].time_period == "2025-Q1"


def test_governments_and_their_departments_are_all_of_a_level():
    text = (
        "省级部门有政务新媒体200个,各市州政府及其部门有政务新媒体1100个,"
        "县(市、区)政府及其部门、所属乡镇(街道)有政务新媒体3000个。"
    )
    levels = [figure.level for figure in read_text(text, terms=TERMS)]
    assert levels == ["province_department", "city_all", "county_and_township_all"]


def test_a_ministry_reports_on_the_websites_below_it_and_a_hotline_serves_everybody():
    title = "交通运输部办公厅关于2021年第三季度政府网站检查情况的通报\n"
    (figure,) = read_text(title + "检查部机关和所属单位政府网站28个。", terms=TERMS)
    assert figure.level == "ministry_and_subordinate"
    text = "银川市民政局关于热线运行情况的通报\n2021年7月,12345热线受理市民诉求42172件。"
    assert read_text(text, terms=TERMS)[-1].level == "single"


def test_last_year_is_counted_from_the_year_in_which_a_text_came_out():
    text = "某市12345热线去年接听电话270万个\n2016年热线拓展了渠道。全年共接听市民电话270万个。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2016", "2016"]
    text = "发布日期:2017-01-09\n某市2016年热线运行情况\n去年12345热线受理诉求270万件。"
    assert read_text(text, terms=TERMS)[-1].time_period == "2016"


def test_what_was_carried_over_from_last_year_dates_nothing():
    text = "某县2021年政府信息公开工作年度报告\n上年结转2件,本年新收9件。上年度结转3件,网站发布610条。去年发布700条。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2021"] * 4 + ["2020"]


def test_a_rate_of_reports_is_on_time_only_where_the_text_says_so():
    text = "“我为政府网站找错”平台收到留言12条,{}100%。"
    found = [read_text(text.format(rate), terms=TERMS)[-1].indicator for rate in ("按期办结率", "办结率")]
    assert found == ["error_report_on_time_rate", "error_report_resolved_rate"]


def test_people_counted_by_what_befell_them_are_parts_and_wuxi_denies_nothing():
    text = "共有300人被问责,其中190名责任人被约谈,68人被通报批评。无锡市抽查不合格政务新媒体12个。"
    assert [figure.indicator for figure in read_text(text, terms=TERMS)] == [
        "persons_held_accountable", "", "", "new_media_accounts_failed",
    ]  # fmt: skip


def test_what_was_done_to_websites_counts_none_that_run():
    text = "全市完成16家政府网站的信息迁移。其中179个政务新媒体问题突出。"
    found = [figure.indicator for figure in read_text(text, terms=TERMS)]
    assert "running_government_sites" not in found
    assert found[-1] == "new_media_accounts_failed"


def test_the_measure_word_tells_which_noun_of_a_group_is_counted():
    (figure,) = read_text("18家网站空白栏目较多。", terms=TERMS)
    assert figure.unit == "count:site"
    text = "范围为各部门正常运行的政府网站,共检查政府网站32家。在正常运行的300个政府网站中,县区政府网站200个。"
    assert [one.indicator for one in read_text(text, terms=TERMS)] == [
        "spot_checked_sites", "running_government_sites", "running_government_sites",
    ]  # fmt: skip


def test_a_quarter_within_a_year_s_report_stays_a_quarter():
    title = "2017年全国政府网站抽查情况\n"
    text = title + "2017年第四季度抽查中,全国政府网站总体合格率为95%,各地区抽查本地区、本部门政府网站12336个。"
    figures = read_text(text, terms=TERMS)
    assert [(one.indicator, one.time_period) for one in figures] == [
        ("spot_check_pass_rate", "2017-Q4"), ("spot_checked_sites", "2017-Q4"),
    ]  # fmt: skip


def test_what_a_plan_asks_for_is_no_measurement():
    for text in (
        "力争到2019年底政府网站合格率达到95%以上。", "2018年底前,政务新媒体合格率达到96%以上。",
        "2019年政府网站集约化工作方案\n全省政府网站总数压减至50家以内。",
    ):  # fmt: skip
        assert read_text(text, terms=TERMS)[-1].indicator == ""
    assert read_text("2019年底,政府网站合格率达到95%以上。", terms=TERMS)[-1].indicator == "spot_check_pass_rate"


def test_a_rate_behind_requests_of_one_kind_is_of_that_kind_only():
    text = "12345热线共受理诉求900件,满意率96%。本周办理此类工单30件,满意率90%。"
    assert indicators(text) == ["hotline_requests_received", "request_satisfaction_rate", "", ""]


def test_calls_have_a_measure_word_of_their_own():
    (figure,) = read_text("今年以来,12345热线共接听市民来电239通。")
    assert (figure.value, figure.unit, figure.indicator) == (239, "count:item", "hotline_requests_received")


def test_who_stands_in_a_list_of_names_is_not_all_that_there_is():
    assert indicators("上线“小智”、“小慧”等8个智能客服系统。") == [""]


def test_visits_are_of_one_site_wherever_it_reaches():
    (figure,) = read_text("平台在全国各地启用,网站日均访问量150万人次。")
    assert (figure.indicator, figure.level) == ("daily_site_visits", "single")


def test_an_english_page_dated_by_its_day_first():
    text = "Microblogs of the government\n\nPublication Date : 28-08-2012\n\nIt now has 50,000 micro blogs."
    (figure,) = read_text(text)
    assert (figure.indicator, figure.time_period[:4]) == ("government_weibo_accounts", "2012")


def test_a_notice_of_one_place_counts_nothing_for_the_nation():
    text = (
        "江苏省政务服务管理办公室关于2020年工作情况的通报\n我省网站接入国家政务服务平台。目前省级平台注册用户达37万。"
    )
    (figure,) = read_text(text)
    assert (figure.indicator, figure.entity) == ("registered_personal_users_of_provincial_platforms", "")


def test_what_a_bureau_publishes_stands_on_its_one_website():
    text = "连云港市水利局2015年政府信息公开工作年度报告\n2015年,我局通过门户网站发布信息87条。"
    (figure,) = read_text(text)
    assert (figure.indicator, figure.level) == ("articles_published", "single")


def test_two_rates_in_turn_and_two_dates_in_english():
    text = (
        "A hotline in 2022. The resolution rate and the satisfaction rate were 94 percent and 93 percent, respectively."
    )
    assert indicators(text) == ["request_resolution_rate", "request_satisfaction_rate"]
    figures = read_text("Government websites fell from 6,200 in 2015 to 1,400 in 2020.")
    assert [figure.time_period for figure in figures] == ["2015", "2020"]


def test_when_a_programme_was_launched_dates_no_figure():
    text = "Messages to the Premier\n\nUpdated: Apr 2,2017\n\nPeople write to the Premier with zeal and no delay. "
    text += "They like it. Launched in 2014, the program got over 90 messages."
    (figure,) = read_text(text)
    assert figure.time_period[:4] == "2017"


def test_what_is_told_of_one_channel_later_was_of_all_channels_before():
    text = "全年公开信息406条,其中政务微信公开信息32条。"
    assert indicators(text) == ["", "wechat_articles_published"]


def test_where_one_website_is_named_what_it_did_is_single():
    figures = read_text("2019年,我省门户网站发布信息350条。全省政府网站发布信息9350条。")
    assert [(figure.indicator, figure.level) for figure in figures] == [
        ("articles_published", "single"),
        ("articles_published", "all"),
    ]


def test_a_row_of_a_table_of_accounts_is_of_one():
    text = "平乐县检查情况\n序号 | 主办单位 | 新媒体名称 | 发布条数\n"
    text += "1 | 县民政局 | 平乐民政 | 43\n2 | 县水利局 | 平乐水利 | 9"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["single", "single"]


def test_a_notice_on_one_sector_is_its_ministry_s():
    text = "2020年第二季度烟草行业政府网站有关工作情况的通报\n来源: 烟草局网站\n国家烟草专卖局完成了抽查,抽查网站30家。"
    (figure,) = read_text(text)
    assert (figure.area, figure.level) == ("CN", "ministry_and_subordinate")


def test_what_a_change_led_to_is_the_same_stock():
    figures = read_text("江苏省政务微博增长16倍多,达到85个。")
    assert [figure.indicator for figure in figures] == ["", "government_weibo_accounts"]


def test_times_in_words_are_figures():
    """增长三倍 was passed over as a word."""
    figures = read_text("政务微博数是上年的三倍,阅读量增长一倍。大家信心百倍。")
    assert [(figure.value, figure.unit) for figure in figures] == [(3, "ratio"), (1, "ratio")]


def test_numbers_in_words_with_a_point_and_large_ones_behind_a_verb():
    """六點八萬 was read as 八萬."""
    text = "當中超過六點八萬人登記,合共收到十一萬份申請,平台提供達一百八十項服務。"
    figures = [(figure.comparator, figure.value) for figure in read_text(text)]
    assert figures == [("gt", 68_000), ("eq", 110_000), ("eq", 180)]
    assert not read_text("来到一个新阶段,突出二十个重点,二十大报告。")


def test_what_is_compared_with_is_no_change_and_each_of_two_rates_has_its_own_name():
    text = "全省正在运行的政府网站为286家,比年初的410家减少近9%。本季度共抽查112家。"
    assert indicators(text) == ["running_government_sites", "", "", "spot_checked_sites"]
    assert indicators("网民留言的解决率、满意率由53%、65%分别提升至94%、95%。")[1::2] == ["", ""]


def test_users_are_no_accounts_and_who_registered_downloaded_nothing():
    assert indicators("2013年,微博用户规模达到3亿。") == [""]
    assert "app_downloads" not in indicators("APP下载安装便捷,用户注册量22万。")


def test_the_year_of_a_report_in_brackets_dates_the_news_of_it():
    text = "16日,“2022年《法治蓝皮书》发布会”举行,并发布《政府透明度指数报告(2021)》。\n评估对象包括48家国务院部门。"
    assert read_text(text, terms=TERMS)[0].time_period == "2021"


def test_the_quarter_of_a_section_and_that_of_the_document():
    text = (
        "庚市2020年九月份监管情况的通报\n一、第三季度监管情况\n(一)抽查情况。抽查网站60家次。\n"
        "二、9月份监管情况\n(一)抽查情况。抽查网站20家。"
    )
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2020-Q3", "2020-09"]
    text = "辛区2022年第三季度检查情况通报\n截至2022年9月份,备案新媒体70个。本季度检查出129条错敏字。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2022-09", "2022-Q3"]


def test_the_names_of_accounts_say_where_a_notice_without_places_is_from():
    (figure,) = read_text("各镇人民政府:\n全县备案新媒体48个。“镇坪市场监管”未更新。", terms=TERMS)
    assert figure.area == "CN-SN"


def test_a_contest_of_the_nation_is_no_place_and_what_an_unknown_count_did_is_unknown():
    text = "德州市各级政府网站在全国普查中达标,合格率为100%。"
    assert [figure.area for figure in read_text(text, terms=TERMS)] == ["CN-SD"]
    assert indicators("12345热线受理诉求90万件,同比减少12%;“某某”论坛发帖16万件,同比增长17%。") == [
        "hotline_requests_received", "hotline_requests_change_rate", "", "",
    ]  # fmt: skip


def test_an_article_is_its_own_channels():
    assert indicators("我局发布微博150余篇、微信147余篇。") == ["government_weibo_posts", "wechat_articles_published"]
    text = "今日头条9个、抖音2个。本季度新增政务新媒体账号49个。"
    assert indicators(text)[-1] not in ("government_toutiao_accounts_change", "government_toutiao_accounts")


def test_dates_that_lost_their_signs_and_numbers_that_are_names():
    text = "壬市情况\n指挥系统20121117日至1123日,受理各类问题80件。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2012-11-23"]
    text = "壬市2022年通报\n截至930日,全市共有政府网站5家。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2022-09-30"]
    assert [figure.value for figure in read_text("把12319、12318、12369三条热线整合。图片1.png", terms=TERMS)] == [3]
    text = "受理有效事项前五名是市公安局226宗、市环保局180宗。"
    assert [figure.value for figure in read_text(text, terms=TERMS)][-2:] == [226, 180]


def test_other_media_zones_and_the_subject_of_a_report_without_a_title():
    text = "通过政务微信公开19条,公开查阅点公开政府信息67条。"
    assert indicators(text)[1] == ""
    text = "市直部门(含下属单位)77个政务新媒体,鲤城区39个,某某经济开发区2个。"
    assert [figure.level for figure in read_text(text, terms=TERMS)][1:] == ["county", "county"]
    text = "根据有关规定,编制本报告。\n2022年,四川省文化和旅游厅坚持公开,围绕全省重点工作,通过官网发布信息374条。"
    (figure,) = read_text(text, terms=TERMS)
    assert (figure.indicator, figure.area, figure.level) == ("articles_published", "CN-SC", "single")
    text = "市长公开电话834件,同比上升57%;市长信箱52件,同比下降6%。"
    assert indicators(text) == [
        "hotline_requests_received", "hotline_requests_change_rate", "messages_left", "",
    ]  # fmt: skip


def test_evaluations_of_sectors_and_of_the_country():
    text = "2017年度省(区、市)环境保护厅网站评估结果\n评估涵盖32家省级环境保护厅(局)政府网站,平均绩效为77.5分。"
    assert {(figure.area, figure.level) for figure in read_text(text, terms=TERMS)} == {("CN", "province_department")}
    text = "《中国政府网络透明度指数报告》发布\n浙江大学公共政策研究院对大陆31个省级政府网络透明度进行评价。"
    (figure,) = read_text(text, terms=TERMS)
    assert (figure.indicator, figure.area) == ("evaluated_governments", "CN")
    assert indicators("网站评估中,信息公开指标平均分为43.2分,公众参与得分8.5分。") == ["", ""]


def test_what_named_accounts_published_and_by_how_much_it_moved():
    text = "政务微信推送信息数量前列的依次是“某地环保”(116篇)、“某港潮”(84篇)。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["single", "single"]
    assert indicators("79个政务微信推送文章总量较上月减少140篇。")[1] == ""


def test_numbers_of_hotlines_and_a_text_with_one_date():
    text = "2015年10月,8890家庭服务热线共受理市民求助12.3万件。其中,网络受理3件。"
    figures = read_text(text, terms=TERMS)
    assert [(figure.value, figure.time_period) for figure in figures] == [(123000, "2015-10"), (3, "2015-10")]
    assert figures[0].indicator == "hotline_requests_received"


def test_more_cities_than_a_province_has_are_the_country_s():
    text = "30日在成都举办论坛\n报告考察15个副省级城市开设的政务微博。"
    assert [figure.area for figure in read_text(text, terms=TERMS)] == ["CN"]
    text = "甲市2020年上半年通报\n6月份抽查网站15家。9月12日抽查网站3家。"
    assert read_text(text, terms=TERMS)[0].time_period == "2020-06"


def test_a_copy_that_breaks_its_lines_at_numbers_and_an_account_that_broke_a_mark():
    text = "累计主动公开政府信息\n5700\n条,电子化率达\n88.5%\n,新增主动公开政府信息\n2100\n条。"
    assert [(f.value, f.indicator) for f in read_text(text, terms=TERMS)][::2] == [
        (5700, "disclosure_entries"), (2100, "disclosure_entries"),
    ]  # fmt: skip
    (figure,) = read_text("成都市政府微博粉丝破10万。", terms=TERMS)
    assert (figure.comparator, figure.indicator) == ("gt", "government_weibo_followers")
    text = "12345热线受理诉求284件。其中,咨询类诉求124件;求助类诉求56件;感谢类4件。"
    assert {figure.level for figure in read_text(text, terms=TERMS)} == {"single"}


def test_a_year_that_touches_an_english_figure_is_of_that_figure_only():
    text = (
        "Report on hotlines in 2023\nThe resolution rate of the hotline rose from 53 percent in 2019 to 95.5 percent."
    )
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2019", "2023"]


def test_the_sites_of_a_sector_are_the_ministry_s_and_those_below_it():
    text = (
        "国家税务总局关于2019年第二季度税务系统政府网站检查情况的通报\n对全国税务系统正在运行的37家政府网站进行了检查。"
    )
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["ministry_and_subordinate"]


def test_visits_by_persons_rates_that_are_not_known_and_other_hotlines():
    (figure,) = read_text("网站访问量已达90万人次。", terms=TERMS)
    assert figure.unit == "count:visit"
    text = "12328电话受理业务超过300万件,办结率、满意率分别达90%和80%。"
    assert indicators(text) == ["hotline_requests_received", "request_resolution_rate", "request_satisfaction_rate"]
    assert indicators("12345热线按期反馈率、满意率分别达90%和80%。") == ["", "request_satisfaction_rate"]
    assert indicators("政务微信订阅号33个。") == ["government_wechat_accounts"]
    text = "评估对象包括11家市人民政府(某某管委会)门户网站。"
    assert indicators(text) == ["evaluated_government_sites"]


def test_several_tens_and_ten_odd():
    figures = read_text("十几个网站不合格,几十个账号注销。", terms=TERMS)
    assert [(f.comparator, f.lower, f.upper) for f in figures] == [("gt", 10, 20), ("approx", 20, 100)]


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("某区又拿第一!这次是网站评估。", [1]),
        ("公开工作跃居全省第四 受到表彰", [4]),
        ("甲区、乙区、丙区分列第二、三、四名,后六名另有其人。", [2, 3, 4]),
        ("甲区获第一名,乙区、丙区网站分列二、三位。", [1, 2, 3]),
        ("在第一阶段取得第一批成果。", []),
    ],
)
def test_ranks_in_words(text, ranks):
    found = [figure for figure in read_text(text, terms=TERMS) if figure.unit == "rank"]
    assert [figure.value for figure in found] == ranks


def test_cells_behind_bars_whose_heads_go_on_in_the_next_line():
    heads = "考核成绩\n县 市\n| 基础工\n作情况\n| 主动公\n开信息\n| 合计\n"
    text = heads + "| 雷波县\n| 14\n| 45\n| 59\n| 宁南县\n| 13\n| 40\n| 53"
    assert [figure.value for figure in read_text(text, terms=TERMS)] == [14, 45, 59, 13, 40, 53]


def test_names_of_advertisements_plans_and_english_ranks():
    text = "评估对象包括48家365体育投注官网国务院部门,某县《二〇三五年远景目标纲要》10条。"
    assert [(figure.value, figure.time_period) for figure in read_text(text, terms=TERMS)] == [(48, ""), (10, "")]
    figures = read_text("The province ranked third in the evaluation of government websites.", terms=TERMS)
    assert [(figure.value, figure.unit) for figure in figures] == [(3, "rank")]
    assert [figure.value for figure in read_text("平均办理时限4天。", terms=TERMS)] == [4]


def test_ranks_of_governments_are_of_their_rank_and_a_person_is_no_people_s_government():
    text = "公开工作评估结果\n潍坊市名列第1位,寿光市名列第6位。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["city", "county"]
    text = "某省政府对11家各设区市人民政府(某示范区管委会)门户网站进行了绩效评估。"
    assert indicators(text) == ["evaluated_government_sites"]
    assert [figure.level for figure in read_text("12319热线受理来电14万个。办结率99%。", terms=TERMS)] == [
        "single",
        "single",
    ]


def test_the_date_of_a_page_and_the_name_of_its_county_in_one_line():
    text = "某县2019年第四季度自查报告 发布时间:2019-12-10 09:21 市政府办公室: 全县原有政府网站15家。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2019-Q4"]
    text = "本报告在“中国永嘉”网站下载。\n我局公开信息15条。"
    assert [figure.area for figure in read_text(text, terms=TERMS)] == ["CN-ZJ"]


def test_the_month_of_a_check_and_the_site_that_shows_a_copy():
    text = "某州办公室关于2018年第四次政府网站抽查情况的通报\n我办于10月12至22日组织开展了抽查。\n合格网站40家。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2018-10"]
    text = "长沙分类信息网-长沙新闻网\n2018年11月长沙市政府网站监测结果通报\n本月共监测政府网站85家。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["all"]
    text = "2021年公开年度报告\n全县工作。我县通过政务网站发布信息30417条。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["all"]


def test_a_caption_over_the_order_head_heads_no_column():
    heads = "县区、经济区分布情况\n序号 |\n受理单位 |\n办结率 |\n满意率 |\n"
    text = "12345热线办理情况\n" + heads + "1 |\n大洼区 |\n98% |\n99% |\n2 |\n盘山县 |\n97% |\n96% |"
    assert indicators(text) == ["request_resolution_rate", "request_satisfaction_rate"] * 2


def test_the_report_of_a_town_the_head_of_a_month_and_late_answers():
    text = (
        "由某镇人民政府党政办公室编制。\n公开渠道为锡山区政府网站。2021年公布信息304条,全文电子化达100%。"
        "其中工作动态31条。"
    )
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["single"] * 3
    text = "2022年第7期\n2022年8月2日\n12345热线\n七月份工作简报\n一、办理情况\n满意率96%。"
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == ["2022-07"]
    text = "2023年三季度,收到网民留言500条,已办结490条,超期未办结回复9条。"
    assert indicators(text) == ["messages_left", "messages_answered", ""]


def test_a_province_named_in_a_list_has_all_of_its_accounts():
    text = "开通微博的省份中,排名靠前的为:辽宁(417个)、江西(302个)。"
    assert [(figure.area, figure.level) for figure in read_text(text)] == [("CN-LN", "all"), ("CN-JX", "all")]


def test_what_a_group_of_websites_did_is_of_all_of_them():
    head = "甲省民政厅关于2015年全省网站群运行情况的通报\n"
    (figure,) = read_text(f"{head}总访问量3862万次。")
    assert (figure.indicator, figure.level) == ("site_visits", "all")


def test_a_rate_of_what_was_named_before_is_not_that_of_websites():
    (_, second) = read_text("超过九成的市级政府门户网站开通了智能问答功能,县级政府网站开通率近六成。")
    assert second.indicator != "website_ownership_rate"


def test_parts_by_level_and_by_who_runs_an_account_are_parts_of_the_count_before():
    text = "青岛市政府2018年信息公开年度报告\n主动公开政府信息4492条。其中,市级机关2244条,占50%;各区(市)政府2248条。"
    assert indicators(text) == ["disclosure_entries", "disclosure_entries", "", "disclosure_entries"]
    assert [figure.level for figure in read_text(text, terms=TERMS)][1::2] == ["city", "county"]
    text = "全市政务新媒体账号有308个。从运维主体看:临泽县30个、高台县50个,市直部门72个。"
    assert indicators(text) == ["government_new_media_accounts"] * 4
    text = "门户网站收到报送信息1100条,共采用350条,其中乡镇报送580条,采用190条,部门报送520条。"
    assert indicators(text)[2:] == ["articles_submitted_to_portal", "", "articles_submitted_to_portal"]
    table = "序号 | 主办单位 | 新媒体名称 | 发布条数 |\n1 | 县公安局 | 甲县警方 | 72 |\n2 | 县司法局 | 甲县普法 | 35 |"
    assert indicators(f"某县2025年9月政务新媒体监测情况\n{table}") == ["new_media_items_published"] * 2


def test_a_bureau_that_speaks_of_its_city_is_no_city_and_all_below_a_province_are_not_all():
    text = "某市水利局工作总结\n我局围绕我市发展,全年共主动公开政府信息963条。我局通过政务微信公开信息59条。"
    assert {figure.level for figure in read_text(text, terms=TERMS)} == {"single"}
    text = "湖北省政府网站抽查通报\n全省抽查了407家政务新媒体。其中,省直部门104家,地方各级政府及部门303家。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["all", "province_department", "local_all"]


def test_when_a_platform_began_is_no_date_of_what_it_did():
    text = "自2012年9月运行以来,平台整合热线15条。今年以来,热线已受理诉求19万件。"
    assert {figure.time_period for figure in read_text(text, terms=TERMS)} == {""}
    text = "该热线于2019年8月完成招标。截至目前,热线受理群众各类诉求12.9万件。"
    assert read_text(text, terms=TERMS)[0].time_period == ""
    assert read_text("平台于2018年11月上线。平台有注册用户2446万。", terms=TERMS)[0].time_period == ""
    # The dates of a change are those of its own two figures.
    text = "面对增长的诉求,各部门都在努力,并且建立了机制。\n" * 12 + (
        "热线受理量从2019年的683件,到2025年的33267件。\n2025年,甲区受理的\n"
        "33267件热线诉求中,直接答复292件\n受理率100%、办结率100%\n各部门始终把群众诉求作为工作的风向标,用行动回应关切。"
    )
    assert {figure.time_period for figure in read_text(text, terms=TERMS)[2:]} == {"2025"}
    # A quarter is that of a notice, however late a copy is.
    text = "新闻中心\n发布时间:2024-06-28\n现将2019年第三季度政府网站检查情况通报如下。\n全省共检查政府网站628家。"
    assert read_text(text, terms=TERMS)[0].time_period == "2019-Q3"


def test_our_city_is_the_text_s_own_and_the_whole_city_the_one_named_last():
    text = (
        "全国热线年会涉及全国338个城市,全国8个城市获A级。我市位列第15位。莆田市平台受理诉求19万件。平台的满意率为99%。"
    )
    assert read_text(text, terms=TERMS)[-1].area == "CN-FJ"
    text = "全国评估结果发布。继全国第10名后,哈尔滨升至全国第一组。\n目前,全市开通1.9万项事项网上办理。"
    assert read_text(text, terms=TERMS)[-1].area == "CN-HL"
    # 36 cities of which one is the fifth are the country's.
    assert read_text("贵阳在36个主要城市中排名第五。", terms=TERMS)[0].area == "CN"
    text = (
        "Home > News\n\nChenzhou improves its own website\n\nIn China and for China it counts. Chenzhou was early, and "
        "Chenzhou is proud.\nThe bureau ran 90 websites."
    )
    assert read_text(text, terms=TERMS)[-1].area == "CN-HN"
    text = (
        "Notice from Office of Wuxi\nRelease time:2019-01-06\nNumber\nDate\nKind\n"
        "Limit of publicity\nShort\nNotice from Office of Wuxi Municipal "
        "People's Government: Inspection of Websites in the Fourth Quarter of 2018\n"
        "A total of 56 websites were inspected."
    )
    assert read_text(text, terms=TERMS)[-1].time_period == "2018-Q4"


def test_a_telephone_and_a_floor_are_no_figures_and_a_milestone_was_passed():
    assert read_text("如有疑问,请联系:86552285。地址:云泰锦园19幢2楼。", terms=TERMS) == []
    (figure,) = read_text("网上办件量突破第二个1000万件。", terms=TERMS)
    assert figure.comparator == "gt"


def test_how_the_count_before_moved_in_a_year_and_what_a_group_of_accounts_has():
    assert indicators("网站访问量已达482万次,同比增长33%。") == ["total_site_visits", "visit_growth"]
    text = "12345热线受理诉求800件,同比增长12%。12345热线受理诉求800件,较上月增长2%。"
    assert indicators(text) == [
        "hotline_requests_received",
        "hotline_requests_change_rate",
        "hotline_requests_received",
        "",
    ]
    text = "以“甲地发布”为龙头的政务微博群总粉丝量超过1100万人次。"
    (figure,) = read_text(text, terms=TERMS)
    assert (figure.indicator, figure.level, figure.unit) == ("government_weibo_followers", "all", "count:person")
    assert indicators("“甲地发布”平均每条微博被转发300次,评论超过100次。") == ["", ""]


def test_accounts_of_many_kinds_alerts_that_are_news_and_the_base_of_a_county():
    assert indicators("某市的186个微信公众号、微博等政务新媒体。") == ["government_new_media_accounts"]
    assert indicators("公开应急预案2条、预警信息及应对信息175条。") == ["", ""]
    text = "某市2020年度报告\n全面推进基层政务公开工作,全年主动公开政府信息共8万条。"
    assert read_text(text, terms=TERMS)[0].level == "all"
    text = "本报告的数据统计期限从2021年1月1日至12月31日。\n全年通过市政府网站发布政府信息1955条。"
    assert read_text(text, terms=TERMS)[0].time_period == "2021"
    text = "In November 2019, 45 government websites were in operation. Among them, there are 9 county portals."
    assert indicators(text) == ["running_government_sites"] * 2


def test_the_year_of_a_notice_that_a_late_copy_tells_of():
    text = (
        "河南通报第二季度政府网站情况不合格网站49个\n2024-01-11\n"
        "《关于2018年第二季度政府网站建设管理情况的通报》印发,共抽查政府网站418个。"
    )
    assert {figure.time_period for figure in read_text(text, terms=TERMS)} == {"2018-Q2"}
    text = (
        "2018年10月市政府办公室印发了《关于开展绩效评估工作的通知》。\n"
        "现将2018年第四季度政府网站排查情况汇报如下。\n目前,全市正常运行政府网站67个。"
    )
    assert read_text(text, terms=TERMS)[-1].time_period == "2018-Q4"


def test_parts_of_a_week_of_a_hotline_and_letters_that_were_shown():
    text = (
        "一、受理概况\n2024年第28周(7月8日—7月14日),热线共受理诉求71184件。\n"
        "本周所受理的诉求中,转派工单33657件。\n二、诉求分类\n咨询类共33523件,求助类共21570件。"
    )
    read = read_text(text, terms=TERMS)
    assert [figure.indicator for figure in read] == ["hotline_requests_received"] * 4
    assert {figure.time_period for figure in read} == {"2024-07"}
    assert indicators("“县长信箱”共收到群众来信18件,已办理18件,网站公开2件。")[-1] == ""
    # More than the whole in front of the bracket is no part of it: what came in since the start.
    assert indicators("热线受理诉求149件(平台累计1300件)。") == ["hotline_requests_received", ""]
    assert indicators("热线受理诉求149件(平台130件)。")[-1] == "hotline_requests_received"
    assert indicators("通过县政府门户网站发布“甲县要闻”59条。") == [""]


def test_what_a_whole_year_brought_a_report_s_first_line_and_a_list_of_kinds_of_requests():
    text = "发布时间:2017-12-31\n某厅工作\n全年我厅在省政府门户网站公布政府信息64条。"
    assert read_text(text, terms=TERMS)[0].time_period == "2017"
    text = "根据规定,现发布甲市水利局2017年政府信息公开工作年度报告。\n我局立足全市工作,全年主动公开政府信息565条。"
    assert read_text(text, terms=TERMS)[0].level == "single"
    assert (
        indicators("某县12345热线通报\n热线共转派工单4567件。\n投诉3751件\n表扬298件")
        == ["hotline_requests_received"] * 3
    )
    assert read_text("陜西省科技廳網站發布信息46條。", terms=TERMS)[0].area == "CN-SN"


def test_what_departments_had_of_a_hotline_and_what_all_accounts_have():
    text = "某州12345热线通报\n热线共转派工单4567件。工单较多的单位为:公安局770件(同比上升8.06%),交通局306件。"
    assert {figure.level for figure in read_text(text, terms=TERMS)} == {"single"}
    (figure,) = read_text("全市微信公众号粉丝总数达到300万。", terms=TERMS)
    assert (figure.indicator, figure.level) == ("wechat_followers", "all")
    assert read_text("“成都发布”微信公众号粉丝总数达到300万。", terms=TERMS)[0].level == "single"
    assert read_text("政务微博“甲地在线”上线,粉丝数量突破10万。", terms=TERMS)[0].level == "single"
    assert indicators("“甲地政务”微博号,发布621条推文,阅读量达134.14万。")[0] == "government_weibo_posts"
    assert indicators("通过局门户网站受理咨询投诉505件。") == ["messages_left"]


def test_a_text_on_more_cities_than_a_province_has_and_ranks_of_cities_told_in_turn():
    text = "评估平台对349个地级及以上城市的12345热线进行了监测。\n热线运行质量总体得分86.45分。"
    figure = read_text(text, terms=TERMS)[-1]
    assert (figure.indicator, figure.area, figure.level) == ("hotline_quality_score_average", "CN", "all")
    text = "福建省在网站绩效评估中居前。宁德、龙岩、南平在地方政府网站评估中分别排第5位、14位、17位。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["city"] * 3


def test_a_street_s_own_site_named_days_and_months_without_a_year():
    text = "截至2021年底,我街道共主动公开政府信息700条。通过政府网站公开政府信息65条。"
    assert {figure.level for figure in read_text(text, terms=TERMS)} == {"single"}
    assert read_text("结合“5·15政务公开日”和网站5.15活动,到B栋336室咨询。", terms=TERMS) == []
    text = "某县2024年第三季度政府网站检查通报\n1-9月份网站发布各类信息7654条。"
    assert read_text(text, terms=TERMS)[0].time_period == "2024-09"


def test_one_table_below_the_other_one_cell_a_line():
    first = "第(一)项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n5\n规范性文件\n1\n2\n4\n"
    text = (
        f"{first}第(五)项\n信息内容\n本年处理决定数量\n行政许可\n7\n第(六)项\n信息内容\n本年处理决定数量\n行政处罚\n2\n"
    )
    assert [figure.value for figure in read_text(text, terms=TERMS)][:6] == [0, 0, 5, 1, 2, 4]


def test_areas_of_a_fourth_round():
    assert read("某县2021年改造情况\n全县12个政府网站完成适老化改造。", "area") == [""]
    assert read("2018年,我市在全国100个城市中排名第5。", "area")[0] == "CN"
    text = "日前,国办在今年二季度随机抽查各地区政府网站746个。\n云南省“勐腊县保护所”网长期未更新。"
    assert read(text, "area") == ["CN"]
    text = "市政府公开电话办公室接受办理事项共计7563件。\n月初全国大面积降雪,西宁的用气量有所减少,咨询类2646件。"
    assert set(read(text, "area", "level")) == {("CN-QH", "single")}


def test_a_copy_whose_words_a_machine_replaced():
    text = "市当局办公室对19个当局网坐进行了查抄,及格率为89.5%。"
    assert read(text, "indicator", "printed") == [("spot_checked_sites", "19"), ("spot_check_pass_rate", "89.5%")]
    # One such word may be a slip of the pen.
    assert indicators("共查看网站19家。") == indicators("市当局查看网站19家。")


def test_numbers_in_ten_thousands_and_thousands():
    assert read("市长信箱共受理群众来信1万6千余件。", "value", "comparator") == [(16_000, "gt")]


def test_numbers_behind_domains_and_comparisons_without_a_verb():
    assert read("甲县人民政府网站www.jia.gov.cn64个政务新媒体。", "value")[-1] == 64
    assert read("热线一周综述10.28-11.3\n热线受理来电12件。", "value") == [12]
    assert read("政务微博粉丝过10万。", "comparator") == ["gt"]
    assert read("经过10万人投票。", "comparator") == ["eq"]


def test_places_keep_the_names_they_had():
    assert read("上虞市建有网站46个。", "area") == ["CN-ZJ"]
    assert read("临安市环境保护局主动公开政府信息120条。", "area") == ["CN-ZJ"]


def test_titles_in_tables_over_two_lines_and_with_a_year_that_is_compared_with():
    text = "| 公开日期: | 2020-11-09 |\n| 标题: | 2020年9月份全市热线工作情况通报 | |\n12345热线接听来电2423个。"
    assert read(text, "time_period") == ["2020-09"]
    text = "关于国家文物局政府网站\n2017年第四季度抽查情况的通报\n本次共抽查政府网站1个。"
    assert read(text, "area", "time_period") == [("CN", "2017-Q4")]
    text = "政务微博账号超17万,较2011年底增长\n截至2012年12月20日,政务微博账号累计达到176714个。"
    assert read(text, "time_period")[-1] == "2012-12-20"


def test_what_is_told_later_dates_nothing_that_was_told_before():
    text = "发布时间:2020-10-14\n12345热线已受理群众来电66万次。\n2019年,我市热线荣获骏马奖。\n办结工单53万件。"
    assert {period[:4] for period in read(text, "time_period")[:1]} == {"2020"}


def test_the_name_of_a_city_s_website_is_not_the_country():
    text = "“中国嘉兴”门户网站新版开通,“中国嘉兴”网站设一级栏目57个。"
    assert read(text, "area") == ["CN-ZJ"]


def test_headlines_below_the_day_and_years_that_are_only_compared_with():
    text = "2013年9月27日 星期五\n政务微博大厅满月\n省政府准备开通官方微信。\n15家单位的粉丝已超过400万人。"
    assert indicators(text)[-1] == "government_weibo_followers"
    text = "政务微博账号超17万,较2011年底增长\n更新时间:2013-06-30\n党政部门的政务微博已增至113382个。"
    assert read(text, "time_period")[-1] == "2013-06"


def test_an_english_page_on_nobody_s_government_tells_of_other_websites():
    filler = "The campaign went on for months and many readers wrote to the paper about it. " * 5
    assert indicators(f"It has shut down 13,000 websites. {filler}") == [""]
    assert indicators(f"It has shut down 13,000 government websites. {filler}") == ["sites_closed_or_merged_up"]


def test_what_is_planned_dates_nothing_and_numbers_grouped_by_ten_thousands():
    text = "某省网上办事大厅\n省里提出,到2013年上半年,所有县区都要开通分厅。\n目前18879项服务事项进驻网上办事大厅。"
    assert read(text, "time_period") == [""]
    assert read("政务微信推文总阅读数为60,1299次。", "value") == [601_299]
    assert indicators("12345热线共受理电话15425个、电子邮件1160封。") == ["hotline_requests_received"] * 2


def test_times_in_english_and_the_end_of_a_year_that_was_the_last():
    text = "By December 20, 2012, there were 176,714 government microblogs, an increase of almost 2.5 times."
    assert read(text, "unit")[-1] == "ratio"
    assert read("The mailbox answered 1805 times.", "unit") == ["count:item"]
    text = (
        "Government microblogs were more than 150,000 by the end of last year.\n"
        "As of December 20, 2012, there were 160,200 official microblogs."
    )
    assert read(text, "time_period") == ["2012", "2012-12-20"]


def test_large_numbers_in_english_words():
    assert read("The microblogs had nearly six million followers.", "value") == [6_000_000]


def test_a_byline_is_no_title_and_a_website_behind_the_hotline_s_name_changes_nothing():
    text = "市长热线一周年\n早报记者 臧鸣\n12345热线受理来电3200件,通过网站受理120件。"
    assert set(read(text, "level")) == {"single"}


def test_what_a_plan_and_an_opening_date():
    opened = "日前,记者获悉省网上办事大厅开通。\n据了解,18879项服务事项进驻网上办事大厅。"
    assert read(f"{opened}据悉,2013年上半年,珠三角所有县都要开通分厅。", "time_period") == [""]
    assert read("截至2020年7月31日各区全面开通,12345热线受理来电56813个。", "time_period") == ["2020-07-31"]
    assert read("2020年7月31日各区全面开通热线,12345热线受理来电56813个。", "time_period") == [""]
    text = "2018年,某市整合各条专线。\n12345热线开通以来(2018年11月1日-2020年7月31日),已接来电43200个。"
    assert read(text, "time_period") == ["2020-07"]


def test_banners_are_inner_mongolia_s_and_an_empty_source_is_no_issuer():
    text = (
        "关于2021年第三季度全旗政府网站检查情况的通报\n作者: 来源: 发布时间:2021-11-02\n上海庙镇人民政府:\n"
        "全旗共检查网站2家。"
    )
    (figure,) = read_text(text, terms=TERMS)
    assert (figure.area, figure.level) == ("CN-NM", "all")
