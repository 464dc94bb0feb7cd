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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A noun that nobody knows inherits nothing.
        ("全县新媒体9个,其中抖音号2个,小红书1个。", ["government_new_media_accounts", "douyin_accounts", ""]),
        # Shares go with the count before them.
        ("抽查政府网站40家,90分以上的网站36家,占比90%。",
         ["spot_checked_sites", "", "sites_scoring_90_or_more", "share_of_sites_scoring_90_or_more"]),
        ("门户网站公开信息50条,其中动态类20条,占40%。", ["articles_published", "", ""]),
        # What is checked is checked wherever the verb stands; a sample is counted elsewhere.
        ("对全市41家政府网站进行了检查。", ["spot_checked_sites"]),
        ("对正在运行的90家政府网站进行抽查,共抽查30家。", ["running_government_sites", "spot_checked_sites"]),
        ("对全市正在运行的62家政府网站进行了全面抽查。", ["spot_checked_sites"]),
        # Denied problems are none.
        ("3家网站均不存在单项否决情形。", [""]),
        # Two platforms joined are neither.
        ("政务微信、政务微博共有75个。", [""]),
        # A bracket's parts are parts of what stands before it.
        ("微信公众号20个(市直单位8个,县区12个)。", ["government_wechat_accounts"] * 3),
        # A whole is not what was taken from it.
        ("对湖北省运行中的798家政府网站中的639家进行抽查。", ["running_government_sites", "spot_checked_sites"]),
        # A list of one site after the other says nothing of how many were evaluated.
        ("其中,市民政局、市文化旅游委等47个政府网站得分靠前。", [""]),
        # Parts that are described by more than their noun are no parts of the stock.
        ("全市正在运行的政府网站57家。其中,无备案点的网站为51家。", ["running_government_sites", ""]),
        ("全市运行网站80家。其中,无扣分点的为72家。",
         ["running_government_sites", "sites_without_deduction"]),
        # Users of one province's app are not those of the national platform that the text speaks of.
        ("全国一体化政务服务平台加快建设。“皖事通”注册用户已达90万。",
         ["registered_personal_users_of_provincial_platforms"]),
        # What people report to a hotline is no error report on a website.
        ("12345热线受理投诉,其中油烟问题投诉8件。", [""]),
        # What a channel publishes is not what the website does.
        ("网站公开信息4902条,微信公众号发布信息517条,微博发布信息532条。",
         ["articles_published", "wechat_articles_published", "government_weibo_posts"]),
        ("门户网站及新媒体合计发布信息78条,其中:局门户网站61条,微信公众号35条,微博18条。",
         ["", "articles_published", "wechat_articles_published", "government_weibo_posts"]),
        ("全市政务新媒体公开信息21条。微信公众号公开27条。",
         ["new_media_items_published", "wechat_articles_published"]),
        ("全市在政府门户网站累计主动公开政府信息60条。", ["disclosure_entries"]),
        # What was not answered, or only discussed, is another thing.
        ("共收到网民留言64条,已回复52条,未回复12条。", ["messages_left", "messages_answered", ""]),
        ("网民参与各种留言讨论97条。", [""]),
        ("网络问政回复率情况\n武汉市:回复率82%。", ["messages_answered_rate"]),
        ("兰州市市长专线受理市民来电14万个,办结率达到95%,市民满意率达到85%。",
         ["hotline_requests_received", "request_resolution_rate", "request_satisfaction_rate"]),
        ("今年各单位受理网民咨询50个,已办结48个,办结率96%。",
         ["messages_left", "messages_answered", "messages_answered_rate"]),
        # What an evaluation grades is not what a check found.
        ("被考评的33个单位网站中,优秀的有15个,合格的有1个。在考评的20个网站中,优秀等次的有14个。",
         ["evaluated_government_sites", "", "", "evaluated_government_sites", ""]),
        ("对全省正常运行的20家政府网站进行监测的基础上,抽查了7家政府网站。其中,部门网站3家。",
         ["running_government_sites", "spot_checked_sites", "spot_checked_sites"]),
        # Another predicate, another kind; one predicate for two counts.
        ("其中7个账号存在2周内未更新情况,4个账号未提供有效互动功能。",
         ["new_media_accounts_not_updated_for_two_weeks", ""]),
        ("检查表明,其中,9个政府网站、79个政务新媒体问题突出。",
         ["spot_check_failed_sites", "new_media_accounts_failed"]),
        # Ranks go on in a list.
        ("厦门、宁德、南平在网站评估中分别排第5位、14位和17位。", ["site_performance_rank"] * 3),
        # A rate of what is published; how much a score rose; the mean of the world is no country's.
        ("首页公开了政府网站工作年度报表,公布率达98%。", ["annual_report_published_share"]),
        ("网站平均得分70.2分,比去年提高5.2分,提高幅度为8.0%。",
         ["avg_evaluation_score", "performance_score_change", "performance_score_average_change_year_on_year"]),
        ("2022年全球EGDI平均值为0.6102。", [""]),
        # A body's disclosures are no articles of a website.
        ("2010年,水利部主动公开政府信息92条。", ["disclosure_entries"]),
        # What is quoted speaks for itself.
        ("全网推送“@大家,这200余项业务可以网上办理!”推文,网站发布信息30条。", ["", "articles_published"]),
        # Popular accounts are no followers.
        ("超过百万粉丝的政务微博337个。", ["government_weibo_accounts_over_one_million_followers"]),
        # Followers of one account are not those of all; a column or another office is not the website.
        ("“泉州发布”政务微博粉丝量超过21万。", ["government_weibo_followers"]),
        ("全市政务微博612个。“成都发布”微博粉丝860万。", ["government_weibo_accounts", "government_weibo_followers"]),
        ("“豫事办”上线事项560项。", ["mobile_app_services"]),
        ("福建省政府门户网站以总分85.6分居首。", ["site_performance_score"]),
        ("全省政务微博粉丝总数超过900万。", ["government_weibo_followers"]),
        ("厅门户网站开设专栏,该栏目发布信息92篇。", [""]),
        ("我局网站信息发布总数702条,其中概况类信息更新3条。", ["articles_published", ""]),
        ("信息公开平台发布政府信息14条。", ["disclosure_entries"]),
        # What is disclosed is no article of the channels that are named beside it, and what is asked for is neither.
        ("我局通过网站、微信等,主动公开政府信息2100条,受理依申请公开12件。", ["disclosure_entries", ""]),
        ("我局接到12项依申请公开政府信息申请。", [""]),
        ("网站公布194条,微信公众平台公布4条。", ["articles_published", "wechat_articles_published"]),
        ("某街道2023年政府信息公开工作年度报告\n全年累计公开信息59条。", ["disclosure_entries"]),
        ("网站主动公开规范性文件42件,处理群众留言92条。", ["", "messages_answered"]),
        # Scores and ranks of one website; what a change led to is of what it began with.
        ("区网站以总得分83.3分获评全省政府网站绩效评估第一名,最终得分76.5分。",
         ["site_performance_score", "site_performance_rank", "site_performance_score"]),
        ("政府透明度排在前列的是:商务部(67分)、水利部(66.5)、环境保护部(64分)。", ["transparency_score"] * 3),
        ("空白栏目数由平均每网站20个降至2.3个。", ["blank_columns_per_site"] * 2),
        ("除门户网站外的其他网站合格率达到80%。", ["spot_check_pass_rate"]),
        ("市12345热线受理群众来电66万余次。", ["hotline_requests_received"]),
        # A share of what lost no points; a part of the articles; places gained; users of other platforms.
        ("检查网站80家,无扣分点的为72家,占90%。",
         ["spot_checked_sites", "sites_without_deduction", "share_of_sites_without_deduction"]),
        ("县政府网站全年发布信息7500条,其中,发布公开信息共420条。", ["articles_published", ""]),
        ("在网站绩效评估中排名第四,较2011年前进了三名。", ["site_performance_rank", ""]),
        ("省级政务服务平台个人用户注册数量比上年增加了0.73亿人。", [""]),
        ("国家政务服务平台建设以来,联通32个地区。", [""]),
        ("门户网站办理领导信箱来信留言94条。", ["messages_answered"]),
        ("检查全市政务新媒体69个,涵盖微信等平台,未发现更新不及时等问题,合格率100%。",
         ["spot_checked_new_media_accounts", "new_media_pass_rate"]),
        # What a list of 分别 counts stands before its comma; a system has what is said to be its own.
        ("指标得分略低于在线政务服务质量得分,分别为88.4分、86.5分。", ["online_service_quality_score"] * 2),
        ("全国邮政管理系统共有367个网站。", ["running_government_sites"]),
        ("全国邮政管理系统共有12家网站存在突出问题。", ["spot_check_failed_sites"]),
        ("我们从用户视角对55个城市的在线政务服务平台进行测评。", [""]),
        ("处理咨询投诉类信息20条,已回复20条,回复率100%。", ["", "messages_answered", "messages_answered_rate"]),
        ("网民通过“我为政府网站找错”平台,反映的政府网站问题共计593条。", ["error_report_messages_received"]),
        ("局门户网站点击率已超过167.5万次。", ["total_site_visits"]),
        ("该市以总分92.27分居政务新媒体竞争力榜首。", [""]),
        ("网站评估结果显示,排名第一的是广东省,第四名是浙江省。", ["site_performance_rank"] * 2),
        # Films are no douyin; what a plan would keep is not what was kept.
        ("全市新媒体9个,其中抖音号2个,快手短视频号1个。", ["government_new_media_accounts", "douyin_accounts", ""]),
        ("全省网站检查后,保留1620家。", [""]),
        ("电子证照库归集证照890万条。", [""]),
        ("12345热线当月受理71300件。", ["hotline_requests_received"]),
        # A city's users are no province's; who has letters or columns is counted.
        ("全市政务服务平台整合注册用户25万,我市各部门共用。", [""]),
        ("全市60多个部门的政府信箱全面整合。", [""]),
        ("全市抽查197个网站的信息更新情况。", ["spot_checked_sites"]),
        # A line of a form has its unit in a bracket; a province's app is its own in a city's report too.
        ("某市网站年度报表\n网站总访问量(单位：次) 9876543\n收到留言数量(单位：条) 345\n办结留言数量(单位：条) 344",
         ["total_site_visits", "messages_left", "messages_answered"]),
        ("全市推广“浙里办”,我市“浙里办”实名注册用户超过110万。", ["real_name_users_of_provincial_platforms"]),
        # What a bracket says of websites that score well; a list without 等 says nothing of how many there are.
        ("万州区政府等35个政府网站得分靠前(得分110分及以上),排名居前。", ["sites_scoring_110_or_more", ""]),
        ("市民政局、市司法局、市审计局、市水利局12家政府门户网站运行情况较好。", [""]),
        ("31个省市421家呼叫中心得到评价。", ["", ""]),
        ("清理注销32个政府网站域名。", [""]),
        ("各单位12345热线满意率均为100%。", [""]),
        ("目前,“一网通办”网办率从20%提升至超过80%,好评率超过99%。",
         ["share_of_cases_handled_online", "share_of_cases_handled_online", "positive_rating_rate"]),
        ("我国互联网普及率为47.9%,政府网站普及率为90%。", ["", "website_ownership_rate"]),
        # Words of hotlines, petitions, services and ratings.
        ("全市12345热线共服务群众和企业诉求367万件,办结350万件。",
         ["hotline_requests_received", "hotline_requests_handled"]),
        ("网络问政平台共接到各类诉求563件,已回复442件。", ["messages_left", "messages_answered"]),
        ("通过政务微博、政务微信主动推送2500条信息。", ["new_media_items_published"]),
        ("我市在全国32个重点城市中排名第二。", ["evaluated_governments", ""]),
        ("The EGDI rose from 0.6811 in 2018 to 0.7948 in 2020.", ["egdi", "egdi"]),
        ("政务服务好差评共收到43951条有效评价。", ["service_ratings_received"]),
        ("网站工作人员制作发布了《国土》、《地质》等19个专题。", ["topic_pages"]),
        # 22 cities are counted, not their websites.
        ("政府网站考评对象为22个地级以上市。", [""]),
        # The comma of a number ends no clause.
        ("As of June 1, 22,206 government websites were in operation.", ["running_government_sites"]),
        # A share of what failed is no rate of failure.
        ("And 97 percent of unqualified websites were rectified.", [""]),
        # 同比 of the sentence before does not make a quarterly change a yearly one.
        ("政府网站合格率为98%,同比上升1个百分点。抽查政务新媒体57个,合格率为84.27%,环比下降3.82个百分点。",
         ["spot_check_pass_rate", "spot_check_pass_rate_change_year_on_year", "spot_checked_new_media_accounts",
          "new_media_pass_rate", "new_media_pass_rate_change_on_previous_quarter"]),
        # One verb speaks for joined counts.
        ("检查全省政府网站458个、政务新媒体2706个。", ["spot_checked_sites", "spot_checked_new_media_accounts"]),
        # Parts of what was closed are no stock.
        ("注销新媒体账号9个(其中微博4个、微信公众号5个)。", ["new_media_accounts_closed", "", ""]),
        # The sum says what the bodies of a list are counted for.
        ("完成34个省直单位、9个设区市共计43个政府网站年度考核。", ["evaluated_government_sites"] * 3),
        # A bare noun is no stock: a word of it must be in reach.
        ("市水务局等政府网站3家。", [""]),
        ("目前政府网站3家。", ["running_government_sites"]),
        # A rule is no measurement; visits of sites are no sites.
        ("按照抽查比例不低于10%的标准,抽查新媒体350个。", ["", "spot_checked_new_media_accounts"]),
        ("对在运行的30家政府网站进行检查,共检查120家次。", ["spot_checked_sites", ""]),
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
        # The level of another noun, of a smaller part, or of who did the work is not that of what is counted.
        ("全市有网站39个(含18个县政府网站,480个新媒体)。", ["all", "county", "all"]),
        ("全市县级部门网站42家,检查后合格网站50家。", ["county_department", "all"]),
        ("市政府门户网站编辑部抽查后,全市不合格网站2家。", ["all"]),
        ("惠州市政府网站已整合至36家。", ["all"]),
        (
            "省部级行政单位72个、地级行政单位88个、县级行政单位38个,满分100分,县级政府的及格率为26.3%。",
            ["ministry_and_province", "city", "county", "county", "county"],
        ),
        # What a body calls its own in sum is its own; a platform named after the country is not the country's all.
        ("国资委通报\n我委1个网站和21个政务新媒体总体运行良好。", ["ministry", "ministry"]),
        (
            "国家发展改革委办公厅关于2022年检查情况的通报\n我们对全国投资项目在线审批监管平台等4个网站进行了检查。",
            ["ministry"],
        ),
        ("工业和信息化部办公厅关于2022年适老化改造情况的通报\n首批647家网站和App完成适老化及无障碍改造。", ["all"]),
        # 州市 in the name of a city is no level, and one account's followers are not those of all.
        ("福州市2023年第一季度检查情况\n全区发现错别字15处。", ["all"]),
        ("在对104个县政府网站的评估中,合肥市排名第1位。", ["county", "city"]),
        ("区政府门户网站2018年度工作总结\n制作专题12个,日均访问量8700人次。", ["single", "single"]),
        # What came into the box of a county, or stands on its portal, is its own; so the record codes it.
        ("全县情况\n县政府网共收到县长信箱留言76条,答复76条。", ["all", "all"]),
        ("我市政府网站在中国政府网站绩效评估中排名第117位。", ["single"]),
        ("双柏县人民政府、南华县人民政府2个政府网站不合格。", ["all"]),
        ("抽查部分乡镇,不合格新媒体18个。", ["all"]),
        # A ministry's check of its system covers the sites below it.
        ("国家邮政局办公室关于2017年抽查的通报\n全国邮政管理系统共有367个网站。", ["ministry_and_subordinate"]),
        # What a bureau answers on the portal of its city is its own.
        ("抚州市粮食局2020年报告\n我局办理市政府门户网站咨询投诉信息,已回复16条。", ["single"]),
        # The website of a province is single.
        ("上海市2022年情况\n全年上海市人民政府网站发布各类信息461条。", ["single"]),
        ("子长市2023年情况\n市政府门户网站公开信息3437条。", ["all"]),
        ("子长市2023年情况\n各镇政府网站公开信息3437条。", ["all"]),
        # No distinction of levels is all of them, whatever the figure counts.
        ("全市热线新招话务员30人。", ["all"]),
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("全省112家门户网站全部抽查,合格率为99.11%。", ["portal", "portal"]),
        ("抽查市直部门网站42家,政府门户网站9家。", ["city_department", "portal"]),
        # 区政府 in the names of a list is no level of what is counted.
        ("沙坪坝区政府网、巴南区政府网等6个政府网站合格。", ["all"]),
    ],
)  # fmt: skip
def test_levels_of_portals_and_lists(text, wanted):
    assert [figure.level for figure in read_text(text, terms=TERMS)] == wanted


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
    text = "四川省自然资源厅\n2022年第四季度门户网站和政务新媒体自查情况\n第四季度,厅门户网站发布稿件1107篇。"
    (figure,) = [f for f in read_text(text, terms=TERMS) if f.value == 1107]
    assert (figure.area, figure.level) == ("CN-SC", "single")


def test_what_a_line_says_of_a_table_holds_for_it():
    line = "2014年网站绩效评估中,部委网站评估结果如下表所示:\n"
    table = "| 排名 | 名称 | 信息公开指数 | 总分 |\n| 1 | 商务部 | 0.83 | 79.0 |\n| 2 | 林业局 | 0.81 | 77.1 |\n"
    figures = read_text(line + table, terms=TERMS)
    assert [(f.indicator, f.level) for f in figures] == [
        ("information_disclosure_index", "ministry"), ("site_performance_score", "ministry"),
        ("information_disclosure_index", "ministry"), ("site_performance_score", "ministry"),
    ]  # fmt: skip


def test_a_value_beyond_its_indicator_gives_none():
    assert "site_performance_score" not in indicators("政府网站评估,该网站得分205。")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021年3月,12345市长热线共受理群众诉求9230件。", {9230: "hotline_requests_received"}),
        ("2017年第二季度对5家网站进行了抽查,占上报政府网站36家的14%。", {14: "spot_checked_share"}),
        ("本季度对229个政务新媒体进行全面检查,其中,市直部门96个、天长市21个。", dict.fromkeys((96, 21), CHECKED)),
        ("登记的政务新媒体账号共有70个,其中微信公众号账号40个。", {40: "government_wechat_accounts"}),
        (
            "政府网站15家存在首页长期不更新等严重问题,较去年第四次检查合格率提升4%。",
            {15: "spot_check_failed_sites", 4: ""},
        ),
        ("全市拟保留政府网站55个。", {55: "sites_to_be_kept"}),
        # Letters, and what came of them, are no errors reported; a rate of another kind stays empty.
        (
            "区长信箱2022年情况\n全年收到市民来信318封,其中咨询类97封,已答复312封,答复率98.1%。",
            {318: "messages_left", 97: "", 312: "messages_answered", 98.1: "messages_answered_rate"},
        ),
        ("“书记信箱”收到网民留言44条,按时办结率97.7%。", {44: "messages_left", 97.7: ""}),
        (
            "“我为政府网站找错”平台收到留言12条,办结率91.6%。",
            {12: "error_report_messages_received", 91.6: "error_report_resolved_rate"},
        ),
        (
            "12345热线2022年5月运行情况\n当月受理热线工单713件,同比增长8.4%,投诉类402件,办结698件。",
            {
                713: "hotline_requests_received",
                8.4: "hotline_requests_change_rate",
                402: "hotline_requests_received",
                698: "hotline_requests_handled",
            },
        ),
        (
            "局微信公众号推送信息263条,总阅读数17万,粉丝2.9万。",
            {263: "wechat_articles_published", 170000: "", 29000: "wechat_followers"},
        ),
        (
            "某局2012年度政府信息公开工作年度报告\n全年主动公开政府信息316条,全文电子化率98%。",
            {316: "disclosure_entries", 98: "disclosure_full_text_share"},
        ),
        ("12345热线去年受理解答260件,回访群众满意度为97.5%。", {97.5: "request_satisfaction_rate"}),
        # A rate of points is one of question answering only where that is spoken of.
        ("公众参与方面得分率为61.5%。", {61.5: ""}),
        ("“我为政府网站找错”平台收到留言6条,问题属实2条。", {6: "error_report_messages_received", 2: ""}),
        ("5家区政府网站参评,评选出2家优秀网站。", {5: "evaluated_government_sites", 2: ""}),
        (
            "In all 36,916 government websites were in operation, among which 2,133 are departmental.",
            {36916: "running_government_sites", 2133: "running_government_sites"},
        ),
        ("其中合格网站31家、基本合格网站4家。", {31: "sites_passed", 4: ""}),
        (
            "对全省正常运行的812个政务新媒体进行抽查,抽查406个。",
            {812: "government_new_media_accounts", 406: "spot_checked_new_media_accounts"},
        ),
        (
            "局微博发布120条,粉丝约8万。微信推文90条,粉丝约3万。",
            {80000: "government_weibo_followers", 90: "wechat_articles_published", 30000: "wechat_followers"},
        ),
        ("截至9月,全省共有政务账号和移动客户端310个。", {310: "government_new_media_accounts"}),
        ("12345热线受理工单共涉及7个单位,其中甲镇12件。", {7: "", 12: ""}),
        (
            "Users of online government services in China reached 700 million, up 70.5 percent from the end of 2018.",
            {700e6: "online_government_service_users", 70.5: "online_government_service_users_change_rate"},
        ),
        # Who stands in a list is not all that there is.
        ("全市政务新媒体“甲”“乙”等15个政务新媒体运行较好。", {15: ""}),
        ("政务新媒体共90个,其中微博30个、其他平台9个,合格率99%。", {99: "new_media_pass_rate"}),
        ("门户网站收到各部门报送信息70条,采用25条。", {70: "articles_submitted_to_portal", 25: "articles_published"}),
        ("各单位政务新媒体平均得分较上季度提高3.2分。", {3.2: "new_media_score_change_on_previous_quarter"}),
        ("二季度全市政务新媒体共发布信息9万条。", {90000: "new_media_items_published"}),
        ("8.5%的网站未在5个工作日内答复。", {8.5: ""}),
        ("目前三个公众号正常运行。", {3: "government_wechat_accounts"}),
        # What moves from a number that is none of the codebook's is none either.
        ("网站得分分档的门槛由71.5提升为73.2。", {73.2: ""}),
        ("今年新增政务新媒体2个,注销4个,目前共计19个。", {4: "new_media_accounts_closed", 19: ""}),
        ("6家政府网站按程序开设,15家非政府网站在全国政府网站信息报送系统中删除。", {6: "sites_newly_opened", 15: ""}),
        # Parts of what came in, told apart by kind, channel or body, are no totals.
        (
            "12345热线共受理诉求940件(电话诉求820件、网络诉求120件),受理物业管理类问题73件,受理“留言板”相关诉求21件。",
            {
                940: "hotline_requests_received",
                820: "hotline_requests_received",
                120: "hotline_requests_received",
                73: "",
                21: "",
            },
        ),
        (
            "某市12345政府服务热线人工接听来电920次,咨询类来电310次,网络诉求14件,接听满意度调查41次。",
            {
                920: "hotline_requests_received",
                310: "hotline_requests_received",
                14: "hotline_requests_received",
                41: "",
            },
        ),
        # What came to a hotline by one way; classes of an evaluation; a notice's doubts; a city's rank.
        (
            "某热线12345本季度话务总数为5120个,市长信箱转派工单38件。",
            {5120: "hotline_requests_received", 38: "hotline_requests_received"},
        ),
        ("评估对全市31个部门展开。19个部门处于“良好”行列,4个部门处于“一般”行列。", {19: "", 4: ""}),
        ("共检查25家政府网站,发现3家网站存在问题。", {25: "spot_checked_sites", 3: ""}),
        ("在电子政务评估中,甲市排名第六。", {6: ""}),
        (
            "截至3月底共开设政务新媒体460个。按开设主体分,市级部门开设150个,各县(区)开设310个。",
            {
                460: "government_new_media_accounts",
                150: "government_new_media_accounts",
                310: "government_new_media_accounts",
            },
        ),
        ("单位|收到来信(件)\n甲区政府|31\n市乙局|17\n", {31: "", 17: ""}),
        # What one platform did is not what another one did, nor the website.
        (
            "门户网站发布信息80条。微博发布33条,总浏览量5万。公众号推文41条。微博号,发布推文52条。",
            {80: "articles_published", 50000: "", 41: "wechat_articles_published", 52: "government_weibo_posts"},
        ),
        # Websites that were attacked: the government's, and all others.
        (
            "CNCERT监测发现境内被篡改网站1700个,被篡改政府网站有31个(约占境内1.8%),被植入后门的政府网站8个。",
            {
                1700: "",
                31: "government_sites_defaced",
                1.8: "government_sites_defaced_share",
                8: "government_sites_with_backdoor",
            },
        ),
        # Who is content with letters is not who is content with a hotline; a second look has its own rate.
        ("市长信箱收到来信53封,其中有效来信47封、无效来信6封,满意率98%。", {53: "messages_left", 6: "", 98: ""}),
        ("问题整改复查合格率97%。", {97: ""}),
        # What passed or failed are the accounts that were spoken of, not the 问题 in between.
        (
            "全市政务新媒体461个。\n组织单项问题专项检查,10月有12个不合格,总体合格率95%,比上季度提升3.4个百分点。",
            {
                12: "new_media_accounts_failed",
                95: "new_media_pass_rate",
                3.4: "new_media_pass_rate_change_on_previous_quarter",
            },
        ),
        # Thresholds of bodies that are counted, differences from a mean, and apps taken down.
        ("12345热线回访满意率90%以下的单位4家。", {90: "", 4: ""}),
        ("网站综合得分90.6分,比全省平均分高出21.3分。", {90.6: "site_performance_score", 21.3: ""}),
        ("全年约谈网站900家,下架移动应用程序59款。", {59: ""}),
        (
            "12345热线受理诉求800件。青少年专席受理群众诉求33件,受理事项回复790件。",
            {800: "hotline_requests_received", 33: "", 790: ""},
        ),
        (
            "In the first quarter 21 cities had a 100% pass rate for their government websites and 17 cities a 99% "
            "pass rate for their new media accounts.",
            {100: "spot_check_pass_rate", 99: "new_media_pass_rate"},
        ),
        # Harmful, private and commercial websites are none of the government.
        ("依法关闭违法违规网站2100家,约谈网站38家。", {2100: ""}),
        ("Officials shut down 3,100 websites that contained harmful information, and 240 illegal apps.", {3100: ""}),
        # Retrofits of websites and apps of all sectors.
        (
            "全国已有1900多家网站和手机App完成适老化改造,抽查复检合格率96%。",
            {1900: "sites_and_apps_with_elder_friendly_retrofit", 96: ""},
        ),
        (
            "Now, 91 percent of State Council organs, 99.1 percent of prefecture- and city-level governments, and 88 "
            "percent of county-level governments have their own websites; 31 percent of government websites conducted "
            "online interviews, and 12 percent of government websites set up forums.",
            dict.fromkeys((91, 99.1, 88), "website_ownership_rate")
            | {31: "sites_with_online_interview_share", 12: "sites_with_forum_share"},
        ),
    ],
)
def test_kinds_seen_on_further_pages(text, wanted):
    read = {figure.value: figure.indicator for figure in read_text(text, terms=TERMS)}
    assert {value: read[value] for value in wanted} == wanted


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


def test_a_hotline_in_english():
    text = (
        "Hotline 12345 in May\nDate:2022-06-03 09:10\nThe hotline received 7,310 calls in May. In early 2020, it "
        "handled approximately 2.5 million requests. Operators answered 95 percent of calls. Some 91 percent of "
        "callers said they were satisfied with the hotline and 87 percent reported that their problems were settled. "
        "It opens at 9 am, Updated at:06-04 10:11."
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
    text = title + "全省正常运行的政府网站529家,其中省市县政府门户网站102家,省市部门网站427家。"
    assert [figure.level for figure in read_text(text, terms=TERMS)] == ["all", "portal", "non_portal"]


def test_accounts_in_english_are_no_websites():
    text = (
        "From June 5 to 14, 2025, our office inspected 122 government websites and found 9 government websites with "
        "outstanding problems; 969 new government media were in operation, and 266 were selected, accounting for 27%."
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
    text = "Microblogs of the government\n\nPublication Date : 28-08-2012\n\nThe government now has 50,000 micro blogs."
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
        "A hotline in 2022. The resolution rate and satisfaction rate were 96.2 percent and 95.9 percent, respectively."
    )
    assert indicators(text) == ["request_resolution_rate", "request_satisfaction_rate"]
    figures = read_text("The number of government websites in China fell from 6,453 in 2015 to 1,500 in 2020.")
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


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        # A county's notice that names its own government is of all that it has, but for its one portal.
        (
            "平乐县人民政府办公室关于2021年检查情况的通报\n"
            "县政府网站发布信息40条,公众号推送信息30条。对县政府门户网站1家、县政府新媒体8个进行检查。",
            ["all", "all", "county", "all"],
        ),
        # A city speaks of its counties, and a bureau of itself.
        ("大同市2021年工作报告\n各县区政府网站发布信息60条。", ["county"]),
        ("大同市水利局2021年工作报告\n我局网站发布信息60条。", ["single"]),
        # A government with its departments is all of its level.
        (
            "山东省政府信息公开年度报告\n省政府和省直单位主动公开信息14条;各市(地)政府及市直单位主动公开信息9条;"
            "各县政府、市直单位主动公开信息3条。",
            ["province_all", "city_all", "all"],
        ),
        # Parts of what a hotline received are of the hotline, too.
        ("武汉市一月情况\n12345热线受理市民诉求90件,其中江夏区57件。其中,其他诉求8件。", ["single"] * 3),
        # One body that touches a number; everything of one level.
        ("平乐县留言情况\n县民政局4条,城关镇2条。", ["county_department", "township"]),
        ("海南省检查情况通报\n抽查省直部门网站9家,垂直管理部门3家。", ["province_department", "vertical_unit"]),
        ("第一批评估\n103家县、市(区)政府网站参加了评估。", ["county"]),
        ("北京市检查情况通报\n各区政府平均得分104.5分。", ["county"]),
        ("清远市2021年检查情况通报\n评估对象为3个县政府网站、19个服务较多的单位网站。", ["county", "city_department"]),
        ("济南市检查通报\n县区政府网站设有信息专栏,全市网站处理信件27条。", ["all"]),
    ],
)
def test_levels_of_own_governments_hotlines_and_bodies(text, levels):
    assert [figure.level for figure in read_text(text, terms=TERMS)] == levels


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


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        # A list of channels is not one website.
        ("戊县2020年公开年报\n通过县政府门户网站、查阅点等形式主动公开政府信息530条。", ["all"]),
        ("2021年第二季度自查报告\n己区政府门户网站发布信息240条;区长信箱收到信件16件。", ["all", "all"]),
        # Everything in the bulletin of a hotline is the hotline's.
        ("庚市4月市民热线受理情况通报\n农业类310件,交通类205件。", ["single", "single"]),
        # A bureau's page may show the notice of its government.
        ("县住建局\n2月政府网站监测通报\n各乡镇人民政府,县政府各部门:\n网站合格31家。", ["all"]),
        ("县住建局\n2月政府网站监测通报\n全县政府网站合格31家。", ["all"]),
        # One kind of the letters is a part of all of them.
        ("信箱收到来信30件,市直部门12件,各县区18件,其中咨询类来信9件。", ["all", "city_department", "county", "all"]),
        # Two items, two figures, and no 分别.
        ("县区政府门户、市直部门网站平均得分为98.5分、91.2分。", ["county", "city_department"]),
    ],
)
def test_whose_letters_articles_and_scores_are(text, levels):
    assert [figure.level for figure in read_text(text, terms=TERMS)] == levels


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全县公开政府信息900条,其中政府网站公开政府信息620条,政务新媒体公开政府信息210条。",
         ["disclosure_entries", "articles_published", "new_media_items_published"]),
        # What was opened is not what was closed, and what is closed for a while is not closed.
        ("关停注销政务新媒体23个,新开设8个。", ["new_media_accounts_closed", ""]),
        ("“辛某警务”“壬某文旅”等12个政务新媒体两周无更新,确定为“不合格”。", ["new_media_accounts_failed"]),
        ("对14个政府网站进行100%全覆盖检查。", ["spot_checked_sites", "spot_checked_share"]),
        ("157个政府网站将被永久下线。", ["sites_applied_for_closure"]),
        ("三季度办理群众来信26件。", ["messages_answered"]),
    ],
)  # fmt: skip
def test_parts_by_channel_and_what_was_done_with_sites_accounts_and_letters(text, found):
    assert indicators(text) == found


def test_the_year_of_a_report_in_brackets_dates_the_news_of_it():
    text = "16日,“2022年《法治蓝皮书》发布会”举行,并发布《政府透明度指数报告(2021)》。\n评估对象包括48家国务院部门。"
    assert read_text(text, terms=TERMS)[0].time_period == "2021"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        # Each place of a list is itself, whatever the first item is.
        ("其中,市直部门71个,鲤城区33个,石狮市31个。", ["city_department", "county", "county"]),
        # A row is the body's that it names, also where the row before has lost its name.
        ("动态信息采用情况\n序号 |\n单位 |\n报送条数 |\n1 |\n省财政厅 |\n63 |\n2 |\n41 |\n3 |\n屯昌县政府办 |\n8 |",
         ["province_department", "all", "county"]),
        # What a province's bureau says of lower ones is theirs; what it says of itself is of its one website.
        ("甘肃省民政厅2014年通报\n市级民政局网站发布信息652条。", ["city_department"]),
        ("戊市卫健委2023年度公开年度报告\n抖音号发布作品607条,播放量2.1亿次。", ["single", "single"]),
        ("己市水务局2022年自查情况\n检查2家网站。", ["city_department"]),
        ("区政府网信息报送情况\n链接的37个区直单位网站。", ["county_department"]),
    ],
)  # fmt: skip
def test_whose_rows_items_and_reports_are(text, levels):
    assert [figure.level for figure in read_text(text, terms=TERMS)] == levels


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A list with figures between its names is no list of names.
        ("全省在运行网站468家,其中省政府门户网站1家、省直部门网站52家、市州门户网站14家、市州部门网站301家、"
         "县级门户网站100家。", [("running_government_sites", level) for level in
                            ("all", "province", "province_department", "city", "city_department", "county")]),
        # A target is no measurement; a month that is named is its own.
        ("癸市2020年上半年检查情况的通报\n对45家政府网站进行了4次检查。6月份抽查网站15家。\n下半年,确保合格率达到100%。",
         [("spot_checked_sites", "all"), ("", "all"), ("spot_checked_sites", "all"), ("", "all")]),
        ("我省网站评估结果揭晓\n市政府网站平均得分71.2分,某市以86.5分位列第一。",
         [("avg_evaluation_score", "city"), ("site_performance_score", "single"), ("site_performance_rank", "single")]),
        ("监测情况通报\n2个微信公众号、1个抖音号两周未更新。",
         [("new_media_accounts_not_updated_for_two_weeks", "all"), ("", "all")]),
        # 我局 and 我社 of no place that is known are one body.
        ("现将我局2014年情况报告如下。\n信息发布量由1128条增加到1887条。", [("articles_published", "single")] * 2),
        ("2012年报告\n官方微博25866个,公务人员个人微博19155个。", [("government_weibo_accounts", "all")] * 2),
    ],
)  # fmt: skip
def test_kinds_of_whole_documents(text, wanted):
    assert [(figure.indicator, figure.level) for figure in read_text(text, terms=TERMS)] == wanted


def test_more_cities_than_a_province_has_are_the_country_s():
    text = "30日在成都举办论坛\n报告考察15个副省级城市开设的政务微博。"
    assert [figure.area for figure in read_text(text, terms=TERMS)] == ["CN"]
    text = "甲市2020年上半年通报\n6月份抽查网站15家。9月12日抽查网站3家。"
    assert read_text(text, terms=TERMS)[0].time_period == "2020-06"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2012年报告\n平均分为8.1分,与2011年的8.3分相近。", ["2012", "2011"]),
        ("丙市2023年第三季度通报\n全市网站48家,较上季度15个有变。", ["2023-Q3", "2023-Q2"]),
        ("丁网  时间:02/09/2011 07:46:00\n2月2日,“某地发布”粉丝数量突破10万。", ["2011-02-02"]),
        ("首页\n网 2011年10月3日 9时15分 来源:新华社\n各级机构微博约600个。", ["2011-10-03"]),
    ],
)
def test_dates_of_others_of_the_quarter_before_and_of_the_page(text, periods):
    assert [figure.time_period for figure in read_text(text, terms=TERMS)] == periods


def test_a_copy_that_breaks_its_lines_at_numbers_and_an_account_that_broke_a_mark():
    text = "本区到年底累计主动公开政府信息\n5928\n条,全文电子化率达\n90.3%\n,新增主动公开政府信息\n2110\n条。"
    assert [(f.value, f.indicator) for f in read_text(text, terms=TERMS)][::2] == [
        (5928, "disclosure_entries"), (2110, "disclosure_entries"),
    ]  # fmt: skip
    (figure,) = read_text("成都市政府微博粉丝破10万。", terms=TERMS)
    assert (figure.comparator, figure.indicator) == ("gt", "government_weibo_followers")
    text = "12345热线受理诉求284件。其中,咨询类诉求124件;求助类诉求56件;感谢类4件。"
    assert {figure.level for figure in read_text(text, terms=TERMS)} == {"single"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # What was checked, by level, past its share.
        ("随机抽查网站372家,占总数的30.1%,其中省直部门网站20家、市级部门网站156家。",
         [("spot_checked_sites", "all"), ("spot_checked_share", "all"), ("spot_checked_sites", "province_department"),
          ("spot_checked_sites", "city_department")]),
        ("“甲县发布”“乙市文旅”等7个政务新媒体超过14天未更新。",
         [("new_media_accounts_not_updated_for_two_weeks", "all")]),
        # The country is no county of a list.
        ("全国正在运行的政府网站43143家,其中地方41123家、国务院部门2020家。",
         [("running_government_sites", level) for level in ("all", "local_all", "ministry")]),
        # The level in a title is not that of all that follows.
        ("2021年区政府网站工作报表\n留言收到数量563条。", [("messages_left", "all")]),
        # What was before a merger is no number of those merged.
        ("市直部门网站由62家整合为1家,县(市、区)网站由294家整合至68家。",
         [("running_government_sites", "city_department")] * 2 + [("running_government_sites", "county")] * 2),
        (".GOV.CN域名数为52,365个,占.CN域名总数的0.7%。", [("gov_cn_domains", "all"), ("", "all")]),
        ("市政府门户网站共收到报送信息2156条,采用1423条。被省政府门户网站采用62条。",
         [("articles_submitted_to_portal", "all"), ("articles_published", "all"), ("", "province")]),
    ],
)  # fmt: skip
def test_parts_of_what_was_checked_merged_and_sent_in(text, wanted):
    assert [(figure.indicator, figure.level) for figure in read_text(text, terms=TERMS)] == wanted


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("县政府网站共发布信息3000条,其中,转载2000条。各单位报送信息1600条,其中,乡镇报送500条。",
         [("articles_published", "all"), ("", "all"), ("articles_submitted_to_portal", "all"),
          ("articles_submitted_to_portal", "township")]),
        ("本单位2016年信息公开报告\n我办(局)公开政府信息160条。其中,工作信息110条。",
         [("disclosure_entries", "single"), ("", "single")]),
        # What a check found in columns counts no columns, and a sum of dead links is none per website.
        ("县政府门户网站监测情况\n共抽查栏目120个,发现空白栏目6个,错链12条。", [("", "all")] * 3),
        ("县区政府网站考评结果\n甲县、乙区分列前两名,得分分别为95.6分和93.2分。",
         [("site_performance_score", "single")] * 2),
    ],
)  # fmt: skip
def test_kinds_of_whole_documents_of_counties(text, wanted):
    assert [(figure.indicator, figure.level) for figure in read_text(text, terms=TERMS)] == wanted


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
    assert (figure.indicator, figure.level) == ("total_site_visits", "all")


def test_a_rate_of_what_was_named_before_is_not_that_of_websites():
    (_, second) = read_text("超过九成的市级政府门户网站开通了智能问答功能,县级政府网站开通率近六成。")
    assert second.indicator != "website_ownership_rate"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Problems are no failure; grave ones are, unless those that failed are counted beside them.
        ("共检查政府网站41家,其中存在问题的政府网站7家。", {41: "spot_checked_sites", 7: ""}),
        ("检查新媒体88个,其中不合格新媒体5个,存在突出问题的新媒体3个。",
         {88: CHECKED, 5: "new_media_accounts_failed", 3: ""}),
        ("检查新媒体88个,存在突出问题的新媒体3个。", {3: "new_media_accounts_failed"}),
        # What is said behind a run is said of all of it; errors are no failure.
        ("全省正常运行的140个政府网站合格率为92%。其中,9个政府网站、27个新媒体检查结果不合格;21个政府网站和6个新媒体存在表述错误。",
         {9: "spot_check_failed_sites", 27: "new_media_accounts_failed", 21: "", 6: ""}),
        ("全市900个政务新媒体总体合格率97.5%。", {900: CHECKED, 97.5: "new_media_pass_rate"}),
        # The platform of the figure's own clause is the one that published.
        ("提升微博、微信质量,全年通过微信公众号推送信息82篇,通过微博推送信息55篇。",
         {82: "wechat_articles_published", 55: "government_weibo_posts"}),
        ("第三季度官方微信累计发稿71篇。", {71: "wechat_articles_published"}),
        ("共编发微博微信稿件395篇。", {395: "new_media_items_published"}),
        ("通过网站、微信、微博等媒介公开政府信息,累计公开信息417条。", {417: "disclosure_entries"}),
        ("网站访问量达60万人次,微信公众号关注3100人,微博关注6万人。",
         {3100: "wechat_followers", 60000: "government_weibo_followers"}),
        # Parts by topic or form are no whole.
        ("网站公开工程建设、水库管理等领域信息70余条。", {70: ""}),
        ("2022年,主动公开信息497条,其中网站发布新闻类165条。", {165: ""}),
        ("共开展政策解读41件,其中采用图解等形式发布15件。", {15: ""}),
        # What was chosen, asked for, or is an average of another is no stock of its own.
        ("全省共有13个微博入选榜单。", {13: ""}),
        ("政务新媒体账号40个,正在申请开设微信订阅号2个。", {2: ""}),
        ("页面浏览量为731万页,平均网页浏览数为3.4页/人次。", {3.4: ""}),
        ("检查62个网站,发现错误1401处,其中政府网站有1400处。", {1401: "", 1400: ""}),
        # One rate for all kinds of accounts, told in turn.
        ("新媒体合格率为93%,其中微信公众号、新浪微博、抖音短视频合格率分别为95%、92%、91%。",
         {95: "new_media_pass_rate", 92: "new_media_pass_rate", 91: "new_media_pass_rate"}),
        ("9月,12345热线共受理群众诉求820件,办结790件,不满意率8.1%。",
         {820: "hotline_requests_received", 790: "hotline_requests_handled", 8.1: ""}),
        ("政务服务热线共受理来电来信9.7万件,办结率99.8%,满意率93.8%。",
         {97000: "hotline_requests_received", 99.8: "request_resolution_rate", 93.8: "request_satisfaction_rate"}),
        ("市12345热线受理诉求255件,其中网站诉求13件,其他诉求17件。", {17: "hotline_requests_received"}),
        ("浙江政务服务网已有320万注册用户,其中个人用户270万。累计受理“一站式”办件2900万笔,工作日日均7万余件。",
         {2700000: "registered_personal_users_of_provincial_platforms", 29000000: "service_cases_handled",
          70000: "service_cases_per_day"}),
        ("对全市7个县市区、43个市直部门政府信息公开网站进行了测评。", {43: "evaluated_government_sites"}),
        ("2019年,厅门户网站总访问量共计5204万次。", {52040000: "site_visits"}),
        ("截至2019年底,门户网站总访问量累计5204万次。", {52040000: "total_site_visits"}),
        ("进驻政务服务网市级部门从39家增加到72家。", {72: "departments_on_one_stop_platform"}),
        ("2020年热线受理量攀升,共受理市民反映问题52263件,增长了43.2%。",
         {52263: "hotline_requests_received", 43.2: "hotline_requests_change_rate"}),
        ("今年以来,全市累计办理12345热线3619件。", {3619: "hotline_requests_handled"}),
        ("报告对全国334个地级行政区政府互联网服务能力进行了评价。", {334: "evaluated_governments"}),
        ("13家政务新媒体存在突出问题,不合格率6%。", {13: "new_media_accounts_failed", 6: ""}),
        ("12345热线受理诉求9200件。通过厅网站“领导信箱”受理群众咨询14人次。", {14: "messages_left"}),
        ("对全市36个政府网站、18个市直部门频道以及95个政务新媒体进行了全覆盖检查。",
         {36: "spot_checked_sites", 18: "sub_pages_checked", 95: CHECKED}),
        ("已答复的申请0件。不予公开答复3件。", {3: ""}),
        ("Performance evaluation of government websites: the website of Wuhu ranks 6th among 301 cities and "
         "ranks the third in Anhui.",
         {6: "site_performance_rank", 301: "evaluated_government_sites", 3: "site_performance_rank"}),
        ("政务微博的数量以月平均3500家的速度增长。", {3500: ""}),
        ("政府机构微博增加了23个,达到了58个。",
         {23: "government_weibo_accounts_change", 58: "government_weibo_accounts"}),
        ("政务微博数量自去年年底的429个增至1154个。",
         {429: "government_weibo_accounts", 1154: "government_weibo_accounts"}),
        ("浙江人不出门在掌上办理了政务事项124万件。", {1240000: "service_cases_handled"}),
        ("2024年在网站发布政策解读10篇。", {10: ""}),
        ("More than 400 offices opened microblog accounts and communicate with 11 million followers.",
         {11000000: "government_weibo_followers"}),
        ("The mailbox answered 805 questions from netizens.", {805: "messages_answered"}),
    ],
)  # fmt: skip
def test_kinds_of_a_third_round(text, wanted):
    read = {figure.value: figure.indicator for figure in read_text(text, terms=TERMS)}
    assert {value: read[value] for value in wanted} == wanted


def test_parts_by_level_and_by_who_runs_an_account_are_parts_of_the_count_before():
    text = "青岛市政府2018年信息公开年度报告\n主动公开政府信息4492条。其中,市级机关2244条,占50%;各区(市)政府2248条。"
    assert indicators(text) == ["disclosure_entries", "disclosure_entries", "", "disclosure_entries"]
    assert [figure.level for figure in read_text(text, terms=TERMS)][1::2] == ["city", "county"]
    text = "全市政务新媒体账号有308个。从运维主体看:临泽县30个、高台县50个,市直部门72个。"
    assert indicators(text) == ["government_new_media_accounts"] * 4
    text = "门户网站收到报送信息1145条,门户网站共采用358条,其中乡镇报送583条,采用194条,部门报送562条。"
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
        "Notice from Office of Wuxi Municipal People\nRelease time:2019-01-06\nIndex No.\nCreation date\nDocument No.\n"
        "Limit of publicity\nLong term\nForms of publicity\nNotice from Office of Wuxi Municipal "
        "People's Government on the Inspection of Websites in the Fourth Quarter of 2018\n"
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
    assert indicators("某市的186个微信公众号、微博等政务新媒体。") == [""]
    assert indicators("公开应急预案2条、预警信息及应对信息175条。") == ["", ""]
    text = "某市2020年度报告\n全面推进基层政务公开工作,全年主动公开政府信息共8万条。"
    assert read_text(text, terms=TERMS)[0].level == "all"
    text = "本年度报告所列数据统计期限从2021年1月1日至12月31日止。\n全年通过市政府网站发布政府信息1955条。"
    assert read_text(text, terms=TERMS)[0].time_period == "2021"
    text = "In November 2019, 45 government websites were running in our city. Among them, there are 9 county portals."
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
        "一、受理概况\n2024年第28周(7月8日—7月14日),12345热线共受理市民诉求71184件。\n"
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
    assert read_text(text, terms=TERMS)[0].time_period == "2024"


def test_one_table_below_the_other_one_cell_a_line():
    first = "第(一)项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n5\n规范性文件\n1\n2\n4\n"
    text = (
        f"{first}第(五)项\n信息内容\n本年处理决定数量\n行政许可\n7\n第(六)项\n信息内容\n本年处理决定数量\n行政处罚\n2\n"
    )
    assert [figure.value for figure in read_text(text, terms=TERMS)][:6] == [0, 0, 5, 1, 2, 4]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # What was disclosed needs no object, and kinds of it are no pieces of it.
        ("我镇主动公开政府信息27条,历年累计主动公开1081条。", ["disclosure_entries"] * 2),
        ("2022年,我局主动公开政府采购等15类政府信息。", [""]),
        ("我局通过政府网等渠道公开了预决算、资金拨付等各类信息221条。", ["disclosure_entries"]),
        ("全年公开各类政府信息3050条、通知公告206条。", ["disclosure_entries", ""]),
        ("我局向社会主动公开政府信息主要通过四条途径。", [""]),
        ("门户网站各栏目发布信息8524条。", ["articles_published"]),
        ("县政府门户网站新开设“藏语专栏”,自开设至今共发布信息100余条。", [""]),
        ("收到依申请公开14件,已办结12件。", ["", ""]),
        ("办理人大代表建议及答复107件、政协提案和答复149件。", ["", ""]),
        ("受理网站信箱信件880件、纸质信件36件。", ["messages_left", ""]),
        ("市长信箱运行平稳,共处理群众诉求368件。", ["messages_answered"]),
        # A change is over at the comma.
        ("政府网站检查比例由过去的30%提高到100%,检查总体合格率为96.8%。",
         ["spot_checked_share", "spot_checked_share", "spot_check_pass_rate"]),
        # Why it happened stands between what and what happened.
        ("54663个政府网站消失了。", ["sites_closed_or_merged_up"]),
        ("在85%的合格网站之外还有不少。", ["spot_check_pass_rate"]),
        ("存在大量空白栏目的网站比例由8.9%下降至4%。", ["sites_with_many_empty_columns_share"] * 2),
        # Places of a ranking, other indexes and other people's websites.
        ("粉丝数排名前20位的政府部门微博中,公安政务微博有15个。", [""]),
        ("全国十大政务微博中,7个是公安政务微博。", [""]),
        ("联合国电子政务调查中,我国电子政务排名从第78位升到第43位。", ["egdi_rank"] * 2),
        ("The online service index of China ranked ninth in the UN survey.", [""]),
        ("台湾政府E化程度居全球第1名。", [""]),
        ("A total of 9,593 unregistered websites in China were shut down.", [""]),
        ("98 percent of government affairs may be handled online.", [""]),
        ("固定网络IPv6流量占比达到13%,政府网站IPv6支持率达到85%。", ["", "ipv6_support_rate"]),
        ("目标是到2022年末,网络用户数达到7亿,县级以上政府门户网站IPv6支持率达到85%。", ["", ""]),
        ("我市在政府透明度指数评估中位居第5名。", ["transparency_rank"]),
        # Hotlines by other names, and what is none.
        ("12369环保举报联网管理平台共接到环保举报32404件,同比下降30.0%。",
         ["hotline_requests_received", "hotline_requests_change_rate"]),
        ("市民热线派单准确率达98.5%。", [""]),
        ("12319热线平台立案2000件,其中视频巡查问题772件。", ["", ""]),
        ("12345热线受理诉求18万件,响应时长同比缩短21%。", ["hotline_requests_received", ""]),
        ("受理宜春下派工单1905件。", ["hotline_requests_received"]),
        ("“指尖办事”微信平台办结各类业务申请43302件。", ["service_cases_handled"]),
        # Accounts and channels.
        ("我局微信微博发布信息量77条。", ["new_media_items_published"]),
        ("微信账号53个、抖音账号10个。", ["government_wechat_accounts", "douyin_accounts"]),
        ("网站设有“政务公开”和“交通规费”等7个主栏目。", ["gov_website_columns"]),
        ("The centre carried out the evaluation of 817 government websites.", ["evaluated_government_sites"]),
        ("The platform involved 233 government service affairs.", ["government_service_items_connected"]),
    ],
)  # fmt: skip
def test_kinds_of_a_fourth_round(text, wanted):
    assert indicators(text) == wanted


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("热线开通以来(2018年12月1日-2020年7月31日),共受理来电56813个。", ["2020-07"]),
        ("2015年10月8日公开了2014年决算,10月23日12345热线受理诉求12件。", ["2015-10-23"]),
        ("2018-05-16 14:17\n今年第一季度抽查政府网站30家。\n栏目下一条发布日期为2015年6月30日的留言。", ["2018-Q1"]),
        ("自查时间从2025年4月1日至4月10日。\n我单位运营政府门户网站1个。", ["2025-04"]),
        ("According to the 2020 edition of the survey, the EGDI of China ranked 45th.", ["2020"]),
        ("2017年08月08日 星期二\n甲市政府网站情况\n今年第二季度抽查政府网站30家。", ["2017-Q2"]),
        ("自2014年“某地便民”微信服务号正式上线以来,已吸引粉丝近200万。", [""]),
    ],
)
def test_periods_of_a_fourth_round(text, periods):
    assert read(text, "time_period") == periods


def test_areas_of_a_fourth_round():
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # What service centres do, and what satisfied those who came.
        ("市政务服务中心共受理业务1054029件,群众满意率98%。", ["service_cases_handled", ""]),
        ("836项政务服务事项进驻政务服务网。", ["government_service_items_connected"]),
        ("网站开设了“党建人事”、“安全生产”等5个专题栏目。", ["topic_pages"]),
        ("“甲地环境”微博与网友互动90多万次。", ["government_weibo_interactions"]),
        ("98个政务微信账号,推文阅读总数环比增长30.7%。", ["", ""]),
        ("电子政务邮箱过滤垃圾邮件1000封。", [""]),
        ("政务微信中,“三湘风纪”的推文获得10万+的阅读量。", [""]),
        ("“武汉发布”微信公众号文章总数超过100篇。", ["wechat_articles_published"]),
        ("境内被篡改的网站数量4078个。", [""]),
        ("12345热线群众和企业反映1.41亿件。", ["hotline_requests_received"]),
        ("60%的网民留言得到领导回复。", ["messages_answered_rate"]),
        ("建成电子证照批文库等7个系统。", [""]),
        ("核发电子证照2158份,汇聚电子证照615类。", ["", "e_licence_types"]),
        ("粉丝数最多的政务微博中,11个政务微博掉了粉。", [""]),
        ("Guiyang ranked fifth among cities in a data index.", [""]),
        ("The hotline is staffed by over 1,700 operators who handle requests.", [""]),
        ("In all, 208 provincial governments in China have open data platforms in service.", ["open_data_platforms"]),
        ("The city has opened 2,100 packages of public data.", ["open_datasets"]),
        # How a part moved is no growth of the whole, and what goes on in a list is a part too.
        ("12345热线受理诉求900件。其中受理园林绿化相关事项674件,同比增长32.94%。",
         ["hotline_requests_received", "", ""]),
        ("12345热线中,咨询类3189件,举报27件,生活服务1件。", ["hotline_requests_received"] * 3),
        ("门户网站主动公开工作动态33条、政策文件4条。", ["", ""]),
        ("甲市政府网站绩效评估结果\n排名前十的城市依次为:青岛(81.0)、深圳(80.1)、广州(78.5)。",
         ["site_performance_score"] * 3),
    ],
)  # fmt: skip
def test_kinds_of_a_fifth_round(text, wanted):
    assert indicators(text) == wanted


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2020年11月27日-12月4日,12345热线受理诉求41万件。", ["2020-12"]),
        ("截至2014年12月底。大厅2013年10月正式运行以来,办结业务69000件。", ["2014-12"]),
        ("来源:某网 发布时间:2011-01-31 09:32\n2010年各地开通微博。\n截至目前,各地已开通政务微博250个。", ["2011-01"]),
        ("其中,2010年11月15日开通的微博“甲地公安”,粉丝达8万人。", [""]),
    ],
)  # fmt: skip
def test_periods_of_a_fifth_round(text, periods):
    assert read(text, "time_period") == periods


def test_numbers_behind_domains_and_comparisons_without_a_verb():
    assert read("甲县人民政府网站www.jia.gov.cn64个政务新媒体。", "value")[-1] == 64
    assert read("热线一周综述10.28-11.3\n热线受理来电12件。", "value") == [12]
    assert read("政务微博粉丝过10万。", "comparator") == ["gt"]
    assert read("经过10万人投票。", "comparator") == ["eq"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("某局信息公开年度报告\n全年共上传信息385条。", ["disclosure_entries"]),
        ("“便民咨询”栏目全年共收到并回复560条信息。", ["messages_answered"]),
        ("网站全年浏览4000多次。", ["site_visits"]),
        ("监测到电话信号846个,12345热线接听来电186个。", ["", "hotline_requests_received"]),
        ("政务微博总数2025个,相比4个月前上涨171%。", ["government_weibo_accounts", "government_weibo_growth"]),
        ("不予公开信息1535条。", [""]),
        ("热线专线接电297个,平均日接电43个。", ["hotline_requests_received", ""]),
        ("微博发布信息2061条,信息转发116252次。", ["government_weibo_posts", "government_weibo_interactions"]),
        ("微信平台拥有好友2200余人。", ["wechat_followers"]),
    ],
)  # fmt: skip
def test_kinds_of_a_sixth_round(text, wanted):
    assert indicators(text) == wanted


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
    assert indicators(f"China has shut down 13,000 websites. {filler}") == [""]
    assert indicators(f"China has shut down 13,000 government websites. {filler}") == ["sites_closed_or_merged_up"]


def test_what_is_planned_dates_nothing_and_numbers_grouped_by_ten_thousands():
    text = "某省网上办事大厅\n省里提出,到2013年上半年,所有县区都要开通分厅。\n目前18879项服务事项进驻网上办事大厅。"
    assert read(text, "time_period") == [""]
    assert read("政务微信推文总阅读数为60,1299次。", "value") == [601_299]
    assert indicators("12345热线共受理电话15425个、电子邮件1160封。") == ["hotline_requests_received"] * 2


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # When it began, what a plan is called, what came before, and the span of a report.
        ("该市市长热线公开电话于2001年11月11日正式开通。\n5月6日,发言人透露热线共接听来电81万个。", [""]),
        ("某地出台《数字政府行动计划(2021年—2023年)》等文件,网上可办比例达93.2%。\n热线受理来电30万件。", ["", ""]),
        ("来源:某网 2014-02-19 21:10:42\n这是继2012年3月开通,并于2012年6月及2013年1月扩容后的新成员。\n"
         "12345热线受理来电30万件。", ["2014-02"]),
        ("索引号 | 0001/2019-01306 | 分类 | 市政府部门 |\n发文日期 | 2019-02-13 |\n"
         "本报告数据的统计期限自2018年1月1日起,至2018年12月31日止。\n我局主动公开政府信息2918条。", ["2018"]),
    ],
)  # fmt: skip
def test_periods_of_a_sixth_round(text, periods):
    assert read(text, "time_period") == periods


def test_times_in_english_and_the_end_of_a_year_that_was_the_last():
    text = "By December 20, 2012, there were 176,714 government microblogs, an increase of almost 2.5 times."
    assert read(text, "unit")[-1] == "ratio"
    assert read("The mailbox answered 1805 times.", "unit") == ["count:item"]
    text = (
        "THE number of government microblogs was more than 170,000 by the end of last year.\n"
        "As of December 20, 2012, there were 176,714 government microblog accounts."
    )
    assert read(text, "time_period") == ["2012", "2012-12-20"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # What a newspaper's website published is not a government's.
        ("2023年,全市在新闻网站发布信息160余条。", [""]),
        ("2023年,全市在政府网站发布信息160余条。", ["articles_published"]),
        ("全市开设抖音公众号2个。", ["douyin_accounts"]),
        ("2023年,我局主动向社会公开24条信息。", ["disclosure_entries"]),
        ("主动公开的信息有27条。", ["disclosure_entries"]),
        ("2023年,回复网上问政35件。", ["messages_answered"]),
        ("2023年,12345热线受理有效来电3200件。", ["hotline_requests_received"]),
    ],
)  # fmt: skip
def test_kinds_of_a_seventh_round(text, wanted):
    assert indicators(text) == wanted


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
    text = "2018年,某市整合各条专线。\n12345热线开通以来(2018年12月1日-2020年7月31日),共受理来电56813个。"
    assert read(text, "time_period") == ["2020-07"]
