"""What is counted: sentences whose indicator was read wrongly once, and what is left unnamed."""

from __future__ import annotations

import pytest

from helpers.sentences import read

CHECKED = "spot_checked_new_media_accounts"


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
        # What came in a year of a running total is of the year, and no kind of it.
        ("某县2016年报告\n网站累计访问量52万次,其中2016年度9万次。", ["total_site_visits", "site_visits"]),
        ("截至2016年底累计主动公开政府信息900条,其中本年度主动公开政府信息70条。", ["disclosure_entries"] * 2),
        # Several channels together; what was sent elsewhere is no entry.
        ("市水务局通过门户网站、政务微博等主动公开政府信息310条。", ["disclosure_entries"]),
        ("共上报云南省政府网站信息47条。", ["articles_submitted_to_portal"]),
        ("向市政府网站报送信息16条。向某某日报报送信息15条。", ["articles_submitted_to_portal", ""]),
        ("向公共图书馆送交主动公开的政府信息300条。", [""]),
        # Appeals and proposals are dealt with by no hotline; an early or quick end is no rate of ends.
        ("本年度受理政府信息公开行政复议3件,办结率100%,满意率100%。", [""] * 3),
        ("办理政协提案93件,满意率达99.5%。", ["", ""]),
        ("12345热线工单提前办结率69.2%,快速办结率60%。", ["", ""]),
        # No city has a rank among the nations.
        ("在联合国的电子政务评比中,上海位居世界第5名。", [""]),
        # This number is the one before.
        ("某地政务服务网办件量累计达到300万件。截至4月底,这个数字已变为310万件。", ["service_cases_handled"] * 2),
        ("开通政务微博13个、政务APP8个。", ["government_weibo_accounts", "mobile_apps"]),
        # Answers to proposals and what a gazette prints are no entries of a directory.
        ("主办的31件政协提案复文中,主动公开18件。", ["", ""]),
        ("通过《某市人民政府公报》公开规章、人事任免、机构设置等方面信息68条。", [""]),
        # What was closed is no stock, down to the end of its list; letters of one level go on those of all.
        ("全年关停政务微博7个、微信公众号49个、抖音号27个。", ["new_media_accounts_closed"] * 3),
        ("政府信箱收到网民留言300条,市政府各部门及有关单位收到190条,各县(市、区)收到110条。", ["messages_left"] * 3),
        # Parts of named levels that add up are of what they add up to.
        ("全市现有政府网站45个,其中市本级32个、区县13个。", ["running_government_sites"] * 3),
        ("某市以政府网站作为第一平台主动公开,发布各类政务信息115条。", ["articles_published"]),
        ("2015年,全省共有81家政府网站经过认真检查和整改。", ["spot_checked_sites"]),
        # A website checked twice counts twice.
        ("全年共抽查政府网站412家次,合格率96.3%。", ["spot_checked_sites", "spot_check_pass_rate"]),
        ("政府网站等发布信息8269条,其中某某开发区政务网905条,微信(某某发布)540条,微博(某某发布)61条。",
         ["articles_published", "articles_published", "wechat_articles_published", "government_weibo_posts"]),
        # What is asked for by mail is no letter.
        ("全年受理信息公开申请58件,网上收到45件,邮件接收13件。", ["", "", ""]),
        # What stands in columns is no column; what each day brings is no total; a column is no website.
        ("门户网站公开信息1583条,其中新闻中心537条,专题专栏132条。", ["articles_published", "", ""]),
        ("新浪微博用户每天发布微博1.2亿多条。", [""]),
        ("区政府网站共开设重点部门专栏网站21个。", [""]),
        ("电子化全文公开率达100%。", ["disclosure_full_text_share"]),
        ("在区政府公众信息网公开政务和便民类信息762条。", ["articles_published"]),
        # What a request for disclosure came to is no entry.
        ("我办收到依申请公开25件。按时办结17件。其中属于已经主动公开的2件。", ["", "", ""]),
        ("政府门户网站共建重点领域公开专栏33个。", ["topic_pages"]),
        # Two channels joined are of neither; what was read is no visit; cases are no items.
        ("省政府门户网站和“某某发布”微信公众号共发布信息3100条。", [""]),
        ("某县举行直播49场(浏览量39433)。", ["", ""]),
        ("“一网通办”全程网办2411件。", [""]),
        ("在省政府门户网站以媒体解读、图表解读、视频解读等多种形式发布解读信息296条。", [""]),
        ("市政府门户网站发布各类政务信息978条,其中规章2条,重点领域主动公开信息331条。", ["articles_published", "", ""]),
        # Websites alone are retrofitted for accessibility, with apps for the elderly, too.
        ("230个政府网站完成了无障碍改造。", ["government_sites_with_accessibility_retrofit"]),
        ("230家网站和APP完成适老化及无障碍改造。", ["sites_and_apps_with_elder_friendly_retrofit"]),
        # A count does not change into a share.
        ("自治区机关主动公开政府信息168条,全文电子化率为86%。",
         ["disclosure_entries", "disclosure_full_text_share"]),
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
        ("The EGDI rose from 0.61 in 2018 to 0.72 in 2020.", ["egdi", "egdi"]),
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
        ("全县公开政府信息900条,其中政府网站公开政府信息620条,政务新媒体公开政府信息210条。",
         ["disclosure_entries", "articles_published", "new_media_items_published"]),
        # What was opened is not what was closed, and what is closed for a while is not closed.
        ("关停注销政务新媒体23个,新开设8个。", ["new_media_accounts_closed", ""]),
        ("“辛某警务”“壬某文旅”等12个政务新媒体两周无更新,确定为“不合格”。", ["new_media_accounts_failed"]),
        ("对14个政府网站进行100%全覆盖检查。", ["spot_checked_sites", "spot_checked_share"]),
        ("157个政府网站将被永久下线。", ["sites_applied_for_closure"]),
        ("三季度办理群众来信26件。", ["messages_answered"]),
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
        ("政府网站检查比例由过去的20%提高到90%,总体合格率为95%。",
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
        ("The platform has 210 government service affairs.", ["government_service_items_connected"]),
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
        # On a page about a hotline what was done to cases says what they are; not what came late or daily.
        ("12345热线工作通报\n本月呼入总数20818个,平台登记各类问题922件,逾期未办理3件,日均受理46件。",
         ["hotline_requests_received", "hotline_requests_received", "", ""]),
        ("本次评估对象共70个市政府和部门。", ["evaluated_governments"]),
        # The rate of some places is not that of all.
        ("全省抽查合格率96.6%,26个县抽查合格率为100%,甲市、乙市抽查合格率均达99%。",
         ["spot_check_pass_rate", "", "", ""]),
        ("全省16个市政府网站抽查合格率为96.6%。", ["", "spot_check_pass_rate"]),
        # Callers by channel are a part of what a hotline received; a rate moved, not the count before it.
        ("某市热线收到诉求900件,其中话务平台受理860件、网络平台受理38件(微博平台7件)。",
         ["hotline_requests_received"] * 4),
        ("12345热线受理诉求65000件,同比增长18%,按时办结率99%,同比提升了0.35%。",
         ["hotline_requests_received", "hotline_requests_change_rate", "", ""]),
        ("甲地今日头条号订阅7508个。", [""]),
        ("12345热线工作通报\n524018件电话受理。从受理量看,1月为37254件,2月30234件。",
         ["hotline_requests_received"] * 3),
        ("12345热线受理诉求65000件,同比上升61%,85%以上以咨询为主。",
         ["hotline_requests_received", "hotline_requests_change_rate", ""]),
        ("12345热线诉求满意率提高2.75%。", [""]),
        ("县政府门户网站全年公开信息2800条,其中县直单位公开1100条、26个乡镇公开1700条。",
         ["articles_published", "articles_published", "", "articles_published"]),
        ("厅门户网站共更新动态类信息397条,媒体报道264条,总计661条。", ["", "", "articles_published"]),
        ("“某地公安”微信公众号发布信息1205条、微博12984条。",
         ["wechat_articles_published", "government_weibo_posts"]),
        ("通过某地政务网、某地公安微信等网络渠道主动发布信息700余条。", [""]),
        ("收到公开政府信息申请4件。", [""]),
        ("收到公开申请6件。6件申请均按时办结,办结率100%。", ["", "", ""]),
        ("接线员1015处理了12345热线受理的诉求12件。", ["hotline_requests_received"]),
        # Where a grade ends.
        ("得分低于60分的网站为不合格网站,超四成县级网站得分低于60分。", ["", "", ""]),
        ("2023年,门户网站独立用户访问总量达1.86亿次,网站总访问量4.3亿次。", ["", "site_visits"]),
        ("60%的网民留言得到领导回复。", ["messages_answered_rate"]),
        ("建成电子证照批文库等7个系统。", [""]),
        ("核发电子证照2158份,汇聚电子证照615类。", ["", "e_licence_types"]),
        ("粉丝数最多的政务微博中,11个政务微博掉了粉。", [""]),
        ("Guiyang ranked fifth among cities in a data index.", [""]),
        ("The hotline has over 1,200 operators who handle requests.", [""]),
        ("Now 120 provincial governments have open data platforms.", ["open_data_platforms"]),
        ("The city opened 1,800 packages of public data.", ["open_datasets"]),
        # How a part moved is no growth of the whole, and what goes on in a list is a part too.
        ("12345热线受理诉求900件。其中受理园林绿化相关事项674件,同比增长32.94%。",
         ["hotline_requests_received", "", ""]),
        ("12345热线中,咨询类3189件,举报27件,生活服务1件。", ["hotline_requests_received"] * 3),
        ("门户网站主动公开工作动态33条、政策文件4条。", ["", ""]),
        ("甲市政府网站绩效评估结果\n排名前十的城市依次为:海口(71.0)、南宁(70.1)、昆明(68.5)。",
         ["site_performance_score"] * 3),
        ("某局信息公开年度报告\n全年共上传信息385条。", ["disclosure_entries"]),
        ("“便民咨询”栏目全年共收到并回复560条信息。", ["messages_answered"]),
        ("网站全年浏览4000多次。", ["site_visits"]),
        ("监测到电话信号846个,12345热线接听来电186个。", ["", "hotline_requests_received"]),
        ("政务微博总数2025个,相比4个月前上涨171%。", ["government_weibo_accounts", "government_weibo_growth"]),
        ("不予公开信息1535条。", [""]),
        ("热线专线接电297个,平均日接电43个。", ["hotline_requests_received", ""]),
        ("微博发布信息2061条,信息转发116252次。", ["government_weibo_posts", "government_weibo_interactions"]),
        ("微信平台拥有好友2200余人。", ["wechat_followers"]),
        # What a newspaper's website published is not a government's.
        ("2023年,全市在新闻网站发布信息160余条。", [""]),
        ("2023年,全市在政府网站发布信息160余条。", ["articles_published"]),
        ("全市开设抖音公众号2个。", ["douyin_accounts"]),
        ("2023年,我局主动向社会公开24条信息。", ["disclosure_entries"]),
        ("主动公开的信息有27条。", ["disclosure_entries"]),
        ("2023年,回复网上问政35件。", ["messages_answered"]),
        ("2023年,12345热线受理有效来电3200件。", ["hotline_requests_received"]),
        # A check covers what follows it in a list; what has a pass rate was checked, what ranks evaluated.
        ("共检查全区政府网站56个,政务新媒体50个。", ["spot_checked_sites", CHECKED]),
        ("共检查全区政府网站56个,政务新媒体50个未更新。", ["spot_checked_sites", ""]),
        ("国务院部门政府网站524个,总体合格率94%。", ["spot_checked_sites", "spot_check_pass_rate"]),
        ("52个市级部门政府网站中,某市采购中心以95分领先。", ["evaluated_government_sites", ""]),
        ("某厅门户网站在参加的45家门户网站中,总成绩排名第三。",
         ["evaluated_government_sites", "site_performance_rank"]),
        ("共自查所属政府网站430个,占全市网站总数的98%。", ["spot_checked_sites", "spot_checked_share"]),
        ("按照省里提出的100%全检查的要求,检查网站58个。", ["spot_checked_share", "spot_checked_sites"]),
        ("按照10%的比例,共抽查197个政府网站。", ["spot_checked_share", "spot_checked_sites"]),
        # By how many points the rate before moved, since when.
        ("抽查合格率94.2%,较第二季度提高1.1个百分点。",
         ["spot_check_pass_rate", "spot_check_pass_rate_change_on_previous_quarter"]),
        ("抽查合格率为97%,同比提升4.2个百分点,环比提升0.3个百分点。",
         ["spot_check_pass_rate", "spot_check_pass_rate_change_year_on_year",
          "spot_check_pass_rate_change_on_previous_quarter"]),
        ("政务新媒体合格率为97%,同比提升4.2个百分点。",
         ["new_media_pass_rate", "new_media_pass_rate_change_year_on_year"]),
        # The last noun of a list is that of all.
        ("对31个地方林业主管部门、6个直属机构和12个派出机构政府网站进行了评测。",
         ["evaluated_government_sites"] * 3),
        ("包括47个省政府组成部门、直属机构和其他单位网站参与评估。", ["evaluated_government_sites"]),
        ("公开政府信息43000余条,其中市本级4300余条。", ["disclosure_entries", "disclosure_entries"]),
        # Parts of what is not known, what is being closed, and one kind of posts.
        ("还有9个停用的政务新媒体(其中微博有5个,公众号有3个)尚未关停。", ["", "", ""]),
        ("其余320个政务新媒体合格,11个政务新媒体正在注销中。", ["new_media_accounts_passed", ""]),
        ("微信发布信息303条。其中,微信推送省局动态8条。", ["wechat_articles_published", ""]),
        ("门户网站测评得分74.3分,折算分55.73分。", ["site_performance_score", ""]),
        ("其中市级网站栏目数量最多,达12.9万个;其次为县级,其数量为60577个。", ["", ""]),
        ("全市有960个政府网站需要整合。", ["sites_to_be_merged"]),
        ("全市目前已有304家政府网站完成第一阶段的普查登记。", ["declared_government_sites"]),
        ("政务新媒体总计118家。", ["government_new_media_accounts"]),
        ("达到60分及以上的网站个数有9个。", ["", "sites_scoring_60_or_more"]),
        ("目前共有22个省级政府开通新浪官方微博。", ["provinces_with_government_weibo"]),
        ("我国CN下注册的域名数为622534个。", ["cn_domains_total"]),
        ("在线受理各类意见投诉9980件,在线答复回复率98.8%。", ["", "messages_answered_rate"]),
        ("我办共通过门户网站及政务新媒体方式主动公开907条。", ["disclosure_entries"]),
        ("地址:盖山镇南江滨西大道193号6号楼8层。", []),
        # A share of what is not known is not known; ranks of one website, and what is no rank of one.
        ("检查40个部门网站,达到甲类、乙类标准的分别为8个、20个,分别占部门网站总量比重的20%、50%。",
         ["spot_checked_sites", "", "", "", ""]),
        ("某市政府门户网站获评全国地市级政府网站第1名。", ["site_performance_rank"]),
        ("某中心网站在全省网站群绩效评估得95分。信息报送工作在全省排名第10。", ["site_performance_score", ""]),
        ("考核的范围为14个市州政府及37个省直部门。", ["evaluated_governments"] * 2),
        ("全省104县(市)政府门户网站政务公开平均得分为62.6分。", ["evaluated_government_sites", "avg_evaluation_score"]),
        ("7家县级政府网站存在高风险隐患。", [""]),
        ("yabo 11选5", []),
        # One national platform is not every platform; who was called in is counted, not whose they are.
        ("平台已接入2035个政务服务事项。", ["government_service_items_connected"]),
        ("第二季度全省共有47个单位的102人被约谈。", ["", "persons_held_accountable"]),
        ("共反映本市政府网站问题641条,按期办结率为97%。",
         ["error_report_messages_received", "error_report_on_time_rate"]),
        ("随机抽选政府网站399家。", ["spot_checked_sites"]),
        ("评估包括优秀创新案例等7个一级指标、33个三级指标。", ["", ""]),
    ],
)  # fmt: skip
def test_indicators_in_turn(text, wanted):
    assert read(text, "indicator") == wanted


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
            "In spring 21 cities had a 100% pass rate for government websites and 17 cities a 99% "
            "pass rate for new media accounts.",
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
        ("2022年,共公开信息530条,其中网站发布新闻类140条。", {140: ""}),
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
        # What the kinds hold together; one kind of papers is no whole.
        ("全年共发布18类文件共1640条。", {18: "", 1640: "disclosure_entries"}),
        ("门户网站发布18类信息,共1641条。", {18: "", 1641: "articles_published"}),
        ("全年政府网站发布法规性文件26件。", {26: ""}),
        ("全区104家县、市(区)政府网站参与了评估。", {104: "evaluated_government_sites"}),
        ("门户网站发布新闻动态77条、教育资讯169条、政策图解14条。", {169: "", 14: ""}),
        ("官方微博共发布微博127条,其中发布原创微博16条,转发微博111条。",
         {127: "government_weibo_posts", 16: "", 111: ""}),
        ("江西政务服务网实名注册用户达1230万人。", {12300000: "real_name_users_of_provincial_platforms"}),
        ("某市人民政府网站采用信息229条、省民政厅采用信息346条。", {229: "", 346: ""}),
        ("其中公开信息公开指南2条,机构概况3条,信息公开目录信息610条。", {2: "", 3: "", 610: "disclosure_entries"}),
        ("列入绩效评估的政务新媒体共151个。", {151: "evaluated_new_media_accounts"}),
        ("全年网站总访问量达61万次。", {610000: "site_visits"}),
        ("门户网站年度访问总量达62万次。", {620000: "site_visits"}),
        ("网站各栏目累计浏览量超63万人次。", {630000: "site_visits"}),
        # An answer by whatever word is no letter received.
        ("通过政府网站“政民互动”栏目,有效解答网民留言418条。", {418: "messages_answered"}),
        ("反馈网民咨询留言419条,接收网民留言421条。", {419: "messages_answered", 421: "messages_left"}),
        ("解答市长信箱信件422件。", {422: "messages_answered"}),
        ("“我为政府网站找错”共办理网民留言423条。", {423: "error_report_messages_received"}),
        # What is done to accounts tells nothing of how many there are.
        ("清理关停僵尸微信公众号17个。", {17: "new_media_accounts_closed"}),
        ("归并政务新媒体18个。", {18: "new_media_accounts_closed"}),
        ("全市自查政务微博19个。", {19: CHECKED}),
        ("约谈微信公众号运营单位,通报微信公众号21个,整合抖音号4个,新开通微信公众号2个。", {21: "", 4: "", 2: ""}),
        ("全市新开设政府网站3个。", {3: "sites_newly_opened"}),
        ("通过政务网以及局公众号主动公开各类信息424条。", {424: "disclosure_entries"}),
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
        # Followers of several accounts are no part of each other; those on another platform are followers too.
        ("“海门东郊”微博粉丝超20万,“海门西郊”微博粉丝也有2500余个。",
         {200000: "government_weibo_followers", 2500: "government_weibo_followers"}),
        ("“平安南安”腾讯微博粉丝近50万人。前十个政府微博平均关注人数为1千760人。",
         {500000: "government_weibo_followers", 1760: ""}),
        # The last of a list of accounts by platform.
        ("政务新媒体139个,其中微博33个、微信公众号90个、其他平台类型16个。",
         {33: "government_weibo_accounts", 16: "government_new_media_accounts"}),
        ("热线共受理来电60余万件,市长信箱共受理群众来信1万4千余件。",
         {600000: "hotline_requests_received", 14000: "messages_left"}),
        ("门户网站对市民互动参与的答复量达1万多条。", {10000: "messages_answered"}),
        ("县人民政府门户网站上传信息4786条。", {4786: "articles_published"}),
        ("第三季度,全市31个政府网站和118个政务新媒体总体运行良好。",
         {31: "running_government_sites", 118: "government_new_media_accounts"}),
        ("通报今年一季度对全国507个县级以下政府网站的抽查结果。", {507: "spot_checked_sites"}),
        ("其中主动公开信息数为98条,依申请公开信息数38条。收到依申请公开12件。",
         {98: "disclosure_entries", 38: "disclosure_entries", 12: ""}),
        ("我市原有政府网站178家,经整合后保留42家,关停136家。",
         {178: "running_government_sites", 42: "running_government_sites", 136: "sites_closed_or_merged_up"}),
        # What is new is no stock, a unit is no person, and a census is a time.
        ("本季度新增备案政务新媒体5个,现有政务新媒体203个。", {5: "", 203: "government_new_media_accounts"}),
        ("通报批评单位3个,约谈责任人5人。", {3: "", 5: "persons_held_accountable"}),
        ("全市政府网站由第一次普查时的411个减少到63个。", {411: "", 63: ""}),
        ("县(市、区)政府网站11家,检查覆盖率均为100%。", {11: "spot_checked_sites", 100: "spot_checked_share"}),
        # Another index has a rank of its own, and what a mean is exceeded by is none.
        ("联合国调查显示,中国电子政务发展指数排名第45位,在线服务指数排名第9位。", {45: "egdi_rank", 9: ""}),
        ("省级政府网站绩效评估平均得分82.3分,高于全国平均水平3.2分。", {82.3: "avg_evaluation_score", 3.2: ""}),
        # All kinds of what was published are a whole; one or two of them are not.
        ("2022年,通过政府网站公开政府文件、政策解读、重大项目、应急管理等信息1873条。", {1873: "articles_published"}),
        ("主动公开机构信息、人事任免、规划计划、政府采购等12类政府信息,共计132条。", {132: "disclosure_entries"}),
        ("全年公开招聘、采购等信息20条。", {20: ""}),
        ("县政府网站公开信息1792条、信息公开目录公开信息378条。",
         {1792: "articles_published", 378: "disclosure_entries"}),
        ("热线电话接听率达到71.2%。", {71.2: "hotline_call_answer_rate"}),
        ("有44家部门网站设置了网上投诉栏目。", {44: ""}),
        ("12345平台受理群众来电、来信共计3456件,办结3400件。",
         {3456: "hotline_requests_received", 3400: "hotline_requests_handled"}),
        ("某市住建局办理热线工单567件。", {567: "hotline_requests_handled"}),
        ("办理提案56件,公开答复意见78件。", {78: ""}),
        ("发现严重错别字23处、失效链接145个。", {23: "typos_found_on_sites", 145: ""}),
        ("市本级部门网站整合为频道18个。", {18: ""}),
        ("The app has been downloaded more than 3 million times.", {3000000: "app_downloads"}),
        ("The government's Weibo account has posted 12,345 items.", {12345: "government_weibo_posts"}),
        ("本次检查不合格的29个政务新媒体中,有28个未在规定时限内对留言做出有效回复。",
         {29: "new_media_accounts_failed", 28: ""}),
        ("政务新媒体发布数量较2021年同期增加近30%。", {30: ""}),
        ("“海门政务”公众号共发布信息44期87条。", {44: "", 87: "wechat_articles_published"}),
        ("市长热线“12345”的拨打量为2813个。", {2813: "hotline_requests_received"}),
        ("我部网站全年共发布消息约70万条。", {700000: "articles_published"}),
        ("12345热线平台派发案件739件,其中,建议11件,求助327件。",
         {739: "hotline_requests_received", 11: "hotline_requests_received", 327: "hotline_requests_received"}),
        ("政务公开工作绩效评估\n本次评估对象共60个,其中区县政府11个。", {60: "evaluated_governments"}),
        # What was looked at in accounts speaks against none; a list in front of a figure is not all that there is.
        ("省政府办公厅对全省在运行的1820家政务新媒体安全问题、内容更新、互动回应指标落实情况进行了检查。",
         {1820: CHECKED}),
        ("海门区政府、如东县政府、启东市政府、市住建局、市财政局5家政府门户网站运行情况良好。", {5: ""}),
        ("发布政务信息(1286)条,其中:概况类信息(22)条。", {1286: "", 22: ""}),
        ("全年在市政府网站公开建议提案答复情况126件。", {126: ""}),
        ("热线受理诉求1372件,超期已办理工单3件。", {1372: "hotline_requests_received", 3: ""}),
        # What came too late or was not liked is no rate of what was settled, and a part by way of one is a part.
        ("12345热线受理工单1848件,超期办结率0.24%;其中不满意5件,不满意率1.17%。", {0.24: "", 5: "", 1.17: ""}),
        ("向33家单位派发热线工单1290件,市长热线服务中心直接办理3096件。", {3096: "hotline_requests_handled"}),
        ("2022年,办理12345政务服务热线162件、四川信访系统1件。", {162: "hotline_requests_handled", 1: ""}),
        ("12345热线接收来电总量3630次,接收“市长信箱”来信3件,共形成有效电子工单2338件。",
         {3: "hotline_requests_received", 2338: "hotline_requests_received"}),
        ("12345热线工作情况通报\n共受理工单1848件。投诉类工单:936件;咨询类:382件。",
         {936: "hotline_requests_received", 382: "hotline_requests_received"}),
        ("发布重大决策、财政预决算情况、重大事项等涉及民生领域的政府信息1095条。", {1095: "disclosure_entries"}),
        ("我局共收到12345热线工单123件、市长信箱来信34件、人民网留言5件。",
         {123: "hotline_requests_received", 34: "", 5: ""}),
        ("12345热线受理诉求23456件,其中电话渠道18900件,微信渠道2345件。",
         {18900: "hotline_requests_received", 2345: "hotline_requests_received"}),
        ("2021年我局主动公开8条公示公告。", {8: ""}),
        ("门户网站主动公开信息522条。按时向档案馆报送政务公开信息256条。", {522: "articles_published", 256: ""}),
        ("对属地内83家政务新媒体账号逐一摸排。", {83: CHECKED}),
        ("通过“领导留言板”回应群众诉求和意见建议超70万件。", {700000: "messages_answered"}),
        ("通过12348法律服务专线解答14.1万人次。", {141000: "hotline_requests_handled"}),
        ("“海门发布”公众号全年发文12篇,在政府网站发布规范性文件解读23篇。",
         {12: "wechat_articles_published", 23: ""}),
        ("The mayor's hotline and its website: the hotline had 15,530 return visits.", {15530: ""}),
        ("全县主动公开各类信息199条,其中概况类信息更新2条;“海门县政府网”微信公众号322条。",
         {199: "disclosure_entries", 2: "", 322: "wechat_articles_published"}),
        ("公开机构设置、行业文件、要闻、年度预算等栏目的政府信息共76条。", {76: "disclosure_entries"}),
        ("通过政府门户网站信息公开平台共发布政府信息69603条。", {69603: "disclosure_entries"}),
        ("2019年,全省12315机构受理消费者投诉举报84177件,比2018年增加7.44%。",
         {84177: "hotline_requests_received", 7.44: "hotline_requests_change_rate"}),
        ("各类公开信息262条,政务动态信息更新118条。", {118: ""}),
        ("全市各级行政机关公开政府信息150万余条,其中,市本级公开57万余条,区县公开93万余条。",
         {570000: "disclosure_entries", 930000: "disclosure_entries"}),
        ("A service review system was set up; 115,924 reviews were collected.", {115924: "service_ratings_received"}),
        # What follows the name of a platform is that platform's.
        ("2020年网站总访问量168838次,截止12月底,微博关注人数163人,信息发布量88条;微信公众号订阅数1282人,信息发布量283条。",
         {163: "government_weibo_followers", 88: "government_weibo_posts", 283: "wechat_articles_published"}),
        ("门户网站发布信息12条。全年发布政策解读公开信息5条。", {12: "articles_published", 5: ""}),
        ("中心共接收海门市12345政务服务便民热线工单421件。", {421: "hotline_requests_received"}),
        ("县政务服务中心“好差评”系统收到办件评价25503件。“海门教育”微信公众号用户总数已逾3万人。",
         {25503: "service_ratings_received", 30000: "wechat_followers"}),
        # What accounts that were just counted published, and a name that ends with its platform.
        ("全市登记政务新媒体3个,全年共发布2900条政务信息。", {2900: "new_media_items_published"}),
        ("开通微信公众号1个、微博1个,全年发布信息310条。", {310: "new_media_items_published"}),
        ("通过“海门政讯”公众号发布信息51条,通过“海门政务微博”发布信息36条。",
         {51: "wechat_articles_published", 36: "government_weibo_posts"}),
        ("局微信公众号“海门农业”全年共推出58条图文。", {58: "wechat_articles_published"}),
        ("局官方微博“海门农业”全年共推出58条图文。", {58: "government_weibo_posts"}),
        ("发布微博信息33条、微信信息87条。", {33: "government_weibo_posts", 87: "wechat_articles_published"}),
        ("通过微博、微信发送消息260余条。", {260: "new_media_items_published"}),
        # A total that is then parted by channels is of all of them; so are entries whose owner stands between.
        ("全县累计发布各类政府信息1061条,其中:县政府网站发布333条,信息公开专栏发布95条。",
         {1061: "disclosure_entries"}),
        ("县政府网站发布333条,政府信息公开专栏发布95条。", {95: "disclosure_entries"}),
        ("公开市政府及市政府办公室信息840条。", {840: "disclosure_entries"}),
        ("其中,市政府及其部门公开信息数503条。", {503: "disclosure_entries"}),
        ("市政府网站全年更新信息1070条,累计通过信息公开专栏主动公开文件、政策解读、工作动态等各类信息306条。",
         {306: "disclosure_entries"}),
        ("信息公开目录信息更新量312条。", {312: "disclosure_entries"}),
        ("主动公开政府信息1232条,其中,在政府门户网站主动公开信息700条,门户网站公布信息68条。",
         {700: "articles_published", 68: "articles_published"}),
        ("各县(市、区)政府门户网站主动公开信息145条,政府门户网站各个栏目共发布信息41条。",
         {41: "articles_published"}),
        ("法定主动公开252条。", {252: ""}),
        # A column that was opened, a topic page of another name, a number of something else that sites have.
        ("政府门户网站开设“抓落实”专栏,发布稿件12篇。", {12: ""}),
        ("网站开设10个专题集中发布权威信息。", {10: "topic_pages"}),
        ("网站制作专题专栏6个、宣传展板8个。", {6: "topic_pages", 8: ""}),
        ("有41个网站出现突出问题,17个网站存在10个以上栏目未更新问题。", {17: ""}),
        # What stands behind a number says what it is of.
        ("去年完成16家政府网站和8个公开平台的关停和迁移。", {16: "sites_closed_or_merged_up"}),
        ("全市48家政府网站47家合格。", {48: "spot_checked_sites"}),
        ("约有78万人次访问省政府网站。", {780000: "site_visits"}),
        ("“辽事通”提供919项“高频刚需”服务“掌上办”。", {919: "high_frequency_services_on_app"}),
        ("目前,惠州市政府网站已集约至36家。", {36: "running_government_sites"}),
        ("已有500项政务服务事项在“粤省事”实现“指尖”办理。", {500: "mobile_app_services"}),
        ("局信箱处理416封市民留言。", {416: "messages_answered"}),
        # Cases of items, departments on a platform.
        ("政务服务中心办理行政审批和公共服务事项7万余件。", {70000: "service_cases_handled"}),
        ("154个高频事项实现通办,产生办件6万余件。", {60000: "service_cases_handled"}),
        ("建成政务服务网,全省47个省级部门均设立了网上服务大厅。", {47: "departments_on_one_stop_platform"}),
        # What was sent to a website above, or stands on the one of the bureau above.
        ("向南通市政府网站报送县区动态、专题等各类信息采用91条。", {91: "articles_submitted_to_portal"}),
        ("海门区林业局2019年政府信息公开工作年度报告\n市局网站发布57篇,海门林业微信公众号发布36篇。",
         {57: "", 36: "wechat_articles_published"}),
        ("南通市林业局2019年政府信息公开工作年度报告\n省局网站发布57篇,市局网站发布36篇。",
         {57: "", 36: "articles_published"}),
        # A value with a part counts nothing; an index of another name is none of the last one.
        ("@甲地公安影响力479.19,发布微博51条。", {479.19: "", 51: "government_weibo_posts"}),
        ("政府网站的信息公开指数(0.83)、教育服务指数(0.84)。", {0.84: ""}),
        ("微博转发和评论10.3万次。", {103000: "government_weibo_interactions"}),
        ("原创微博135条,原创微博被转发318次。", {318: ""}),
        ("汇聚电子证照10万个。", {100000: ""}),
        ("企业和群众满意率99.8%。", {99.8: ""}),
        # Some accounts are not all; a business hall tells its whole business.
        ("16个政务微信账号阅读总数破百万。", {16: ""}),
        ("13家单位政务微博共收到网友提问。", {13: ""}),
        ("政务服务中心接待群众2万人次,办理业务总量34万件。", {340000: "service_cases_handled"}),
        ("甲地政务新媒体共计发布文章129篇。", {129: "new_media_items_published"}),
        ("门户网站获得全省网站评比第六名。", {6: "site_performance_rank"}),
        ("政务微博9960家,覆盖全国34个省。", {34: "provinces_with_government_weibo"}),
        ("门户网站更新信息341条,市委网站采用152条,向国家某部网站报送信息54条,采用32条。", {152: "", 32: ""}),
        ("网络查询系统受理群众网上提问308件。", {308: "messages_left"}),
        ("“可网办”事项626项,网办率97.6%。", {97.6: ""}),
        ("政务服务网“一件事”主题集成服务拓展至1200个,网办率超95%。", {95: ""}),
        ("主动公开政府信息2754条,其中,通过政府网站公开1824条、政务新媒体公开808条、疫情防控专栏公开信息4条。",
         {1824: "articles_published", 808: "new_media_items_published"}),
        ("通过政府门户网站发布政府文件74条。", {74: ""}),
        # The many ways in which reports tell their entries, articles and letters.
        ("海门市2022年政府信息公开工作年度报告\n全年发布各类政府信息1236余条。", {1236: "disclosure_entries"}),
        ("海门市2022年政府信息公开工作年度报告\n全年累计公开政府信息1236条次。", {1236: "disclosure_entries"}),
        ("海门市2022年政府信息公开工作年度报告\n全市政府信息公开总数1236条。", {1236: "disclosure_entries"}),
        ("海门市2022年政府信息公开工作年度报告\n政府信息公开网发布信息1236条。", {1236: "disclosure_entries"}),
        ("海门市2022年政府信息公开工作年度报告\n今年以来公开各类政务信息1236条。", {1236: "disclosure_entries"}),
        ("海门市2022年政府信息公开工作年度报告\n公众号编发图文123篇。", {123: "wechat_articles_published"}),
        ("海门市2022年政府信息公开工作年度报告\n政务“双微”发布信息123条。", {123: "new_media_items_published"}),
        ("海门市2022年政府信息公开工作年度报告\n政务新媒体更新信息123条。", {123: "new_media_items_published"}),
        ("海门市2022年政府信息公开工作年度报告\n网站收到咨询建议123条。", {123: "messages_left"}),
        ("海门市2022年政府信息公开工作年度报告\n回复群众咨询123条。", {123: "messages_answered"}),
        ("海门市2022年政府信息公开工作年度报告\n网上咨询123条。", {123: "messages_left"}),
        ("全市政务服务平台共办理业务23万件。", {230000: "service_cases_handled"}),
        ("政务服务网已上线事项1234项。", {1234: "government_service_items_connected"}),
        ("1234项事项实现“不见面审批”。", {1234: "items_fully_online"}),
        ("45个部门接入一体化平台。", {45: "departments_on_one_stop_platform"}),
        ("形成由123个账号组成的政务新媒体矩阵。", {123: "government_new_media_accounts"}),
        ("将56家部门网站整合至市政府门户网站。", {56: "sites_closed_or_merged_up"}),
        ("网上办理业务量占比95.5%。", {95.5: ""}),
        # Channels that add up to the number before them; a sum is no level.
        ("海门区信息公开年度报告\n主动公开政府信息4120条,其中通过政府网站公开2570条、政务新媒体530条、政务公开专区610条、"
         "其他渠道410条。", {4120: "disclosure_entries", 2570: "articles_published",
                              530: "new_media_items_published"}),
        ("网站发布政务新闻共704条,主动公开政府信息数共计349条。", {349: "disclosure_entries"}),
        ("办好“主席信箱”,处理40封群众来信。", {40: "messages_answered"}),
        ("此次打分的网站,包括30个区县政府网站、3个管委会网站。", {30: "evaluated_government_sites"}),
        # What was closed goes on through its kinds; other platforms; a mailbox by its name.
        ("共关停政务新媒体41个,其中微信33个,微博5个,其他平台3个。目前正常运行的微信9个。",
         {41: "new_media_accounts_closed", 33: "new_media_accounts_closed", 5: "new_media_accounts_closed",
          3: "new_media_accounts_closed", 9: "government_wechat_accounts"}),
        ("门户网站主动公开信息297条,政务微信32条,今日头条公开信息18条。",
         {32: "wechat_articles_published", 18: "new_media_items_published"}),
        ("处理“厅长信箱”网民留言245条。", {245: "messages_answered"}),
        ("网站新开设“双一号”专题、“企事业单位”专栏,分别发布相关信息130余条。", {130: ""}),
        ("官方微博粉丝增长突破87万。", {870000: ""}),
        ("门户网站发布信息271条。专题专栏新开设5个,维护数量13个。", {5: "topic_pages", 13: "topic_pages"}),
        ("办结网上咨询、省长信箱信件415件。", {415: "messages_answered"}),
        ("人民政府微信公众号转载发布各类信息310余条。", {310: "wechat_articles_published"}),
        ("海门市信息公开年度报告\n持续开办“甲”“乙”等专题专栏,共发布信息425条。", {425: ""}),
        ("微博发布厅解决实事超200件。", {200: "problems_solved_for_public"}),
        ("政务微博单条最高阅读量达100万。", {1000000: ""}),
        ("全市45个部门和23个乡镇开通了政务微博。", {23: ""}),
        ("“海门发布”腾讯微博听众23万。", {230000: ""}),
        # One thing over the years.
        ("政务服务中心2017年办件120万件;2018 年,增长到287万件;2019年达到549万件。",
         {1200000: "service_cases_handled", 2870000: "service_cases_handled", 5490000: "service_cases_handled"}),
        ("发挥局网站和官方微信作用,及时更新各类信息,共发布信息532条。", {532: ""}),
        ("海门市信息公开年度报告\n“甲地院”抖音号累计发布信息41条。", {41: "new_media_items_published"}),
        ("通过政府门户网站累计主动公开1523条。", {1523: "articles_published"}),
        ("@甲地发布单条微博,阅读量超过42000。", {42000: ""}),
        ("“甲灯”公众号粉丝835人;“甲灯”南方+于2020年开通,目前订阅数9152。", {835: "wechat_followers", 9152: ""}),
        ("海门市信息公开年度报告\n通过主流媒体宣传解读文件94篇次、发布相关信息2333条。", {2333: ""}),
        ("通过政府网站、政务新媒体等各种平台主动公开规章5件。", {5: ""}),
        ("在市政府网站公开以市政府名义印发的文件130篇。", {130: ""}),
        # A copy in the words of Taiwan.
        ("海門市政府資訊公開年度報告\n透過入口網站公開政府資訊123條,微信釋出資訊45條,冬粉數67人。",
         {123: "articles_published", 45: "wechat_articles_published", 67: "wechat_followers"}),
        ("门户网站收到来信5件;公开对省人大建议的答复13件。", {13: ""}),
        ("门户网站通过上报系统报送各类信用信息7907条。", {7907: ""}),
        ("全市线上办理各类交管业务超32.5万笔。", {325000: "service_cases_handled"}),
        # A video is no article of the channel before it.
        ("微信公众号发布信息120条、视频60条。", {120: "wechat_articles_published", 60: ""}),
        # Channels together, whatever a piece is called; what was read goes on with them.
        ("“甲文旅”微信公众号、抖音、小红书、微博共计发布图文及视频1200条次,阅读量达50万次,粉丝数达3万。",
         {1200: "new_media_items_published", 500000: "", 30000: ""}),
        ("微信、微博共发布信息1200条,其中微博阅读量达50万次。",
         {1200: "new_media_items_published", 500000: "government_weibo_reads"}),
        ("在政府网站集约化平台主动转载、公开政务信息120余条。", {120: "articles_published"}),
        # A number with a part counts nothing.
        ("政务微博479.19,阅读量达20万。", {479.19: "", 200000: "government_weibo_reads"}),
        ("微博粉丝479.19。政务微博粉丝32.4万。", {479.19: "", 324000: "government_weibo_followers"}),
        # An app of many names.
        ("在“鄂汇办”旗舰店上线120项服务,其中特色服务8项。", {120: "mobile_app_services"}),
        ("“浙里办”汇集120项高频办事事项。", {120: "high_frequency_services_on_app"}),
    ],
)  # fmt: skip
def test_indicators_of_values(text, wanted):
    read_as = dict(read(text, "value", "indicator"))
    assert {value: read_as[value] for value in wanted} == wanted


def test_what_was_merged_to_a_number_is_named_by_its_phrase():
    # Read as a far word, it was left empty on a page of one city.
    rules = [rule for _, rule in read("海门市政府信息公开工作年度报告\n海门市政府网站已整合至36家。", "value", "rule")]
    assert ["indicator:phrase" in rule for rule in rules] == [True]
