"""Whose a figure is: sentences whose level was read wrongly once."""

from __future__ import annotations

import pytest

from helpers.sentences import read


@pytest.mark.parametrize(
    ("text", "wanted"),
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
        # Those that are excepted are not meant.
        ("除使用国家部委自建系统的单位外,某省有325项可网上办理。", ["all"]),
        # Levels that are told in turn, in each list of the sentence that is as long.
        (
            "从层级看,省、市、县(区)三级网民来信数分别为90条、80条、70条;答复率分别为:50%、60%与70%。",
            ["province", "city", "county"] * 2,
        ),
        ("某省通报\n市、县两级政府网站分别为21家、90家,不合格1家。", ["city", "county", "city_and_county"]),
        # The mailbox of a county's head is none of the townships in front of it.
        ("某县发布镇街动态45条,县长信箱收到信件18件。", ["township", "all"]),
        # Parts by channel of what all bodies published are of all.
        ("甘肃省政府信息公开年报\n公开信息9000条。其中,通过门户网站公开50条,通过微博公开9条。", ["all"] * 3),
        ("整个集群有粉丝535万。其中,@某某发布的粉丝数8万,转发数7102次。", ["all", "single", "single"]),
        # What a bureau's own hall did is the bureau's.
        ("某市水务局2017年政府信息公开工作年度报告\n2017年,我局网上办事大厅业务受理量为72宗。", ["single"]),
        # Accounts that are named as examples of many are not one.
        ("全区开通“平安某地”“某地交警”等政务微博30多个,粉丝26万人。", ["all", "all"]),
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
        ("云南省公安厅2015年情况\n云南省县处级以上单位开设政务微博1302个。", ["all"]),
        # In the notice of a bureau that a provincial one stands beside.
        ("自治区大数据发展局和我局开展了检查。\n全市正在运行35家政府网站,合格率为94.3%。", ["all", "all"]),
        ("全省112家门户网站全部抽查,合格率为99.11%。", ["portal", "portal"]),
        ("抽查市直部门网站42家,政府门户网站9家。", ["city_department", "portal"]),
        # 区政府 in the names of a list is no level of what is counted.
        ("沙坪坝区政府网、巴南区政府网等6个政府网站合格。", ["all"]),
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
        # The level of places is not that of what they have; bodies have one by their name.
        ("在我省抽查的278个政府网站中,阿坝等9个市(州)的14个政府网站抽查不合格。", ["all", "city", "all"]),
        ("省政府网站考核结果\n省扶贫办(24.9分)、省公共资源交易局(24.45分)列前两名。", ["province_department"] * 2),
        ("全省政府网站绩效评估,江苏省新闻出版广电局门户网站综合排名第7。", ["province_department"]),
        ("县(区)政府网站绩效评估中,东兴区政府网站以92.9分居第一名。", ["county", "county"]),
        ("网民给自治区党委书记留言2634条,共办结回复2240条。", ["single", "single"]),
        ("某市2018年8月全市政府网站检查通报\n检查市级政府政务新媒体2个,县(区)政府政务新媒体6个。",
         ["city", "county"]),
        ("抽查县(区)部门及镇(街道)政务新媒体132个。", ["below_county"]),
        ("省政府办公厅抽查市、县政府门户网站101家。", ["city_and_county"]),
        ("全省161个县级以上政府网站将参与绩效评估。", ["all"]),
        ("全省政府网站抽查通报\n县级以下政府网站48家,一季度新下线整合34家政府网站。", ["below_county", "all"]),
        ("全省政府网站抽查通报\n设区市及市直部门抽查193家;县(市、区)及县级以下网站抽查59家。",
         ["city_all", "county_and_below"]),
        ("对28家政府部门、15家街镇(园区)网站进行了考核评估。", ["department", "township"]),
        ("贵州新闻\n遵义市位列榜单第12位\n到2021年底,中国已有190个省级和城市的地方政府建了数据开放平台。",
         ["city", "province_and_city"]),
        # A bureau that a text without a title tells of by what it made public.
        ("一、概述\n2020年,县教育局共主动公开信息128条。", ["single"]),
        ("其中,县级(含乡镇街道)网站84个。", ["county_and_below"]),
        # What all accounts of a matrix have is not that of one.
        ("2022年,新媒体矩阵视频播放量超6亿。", ["all"]),
        ("入驻快手的账号有12个,这些账号视频总播放量5亿。", ["all", "all"]),
        # An office of a government on itself, also where it is a bureau by another name.
        ("根据条例,编制丹东市人防办2017年政府信息公开报告,含概述等。\n2017年主动公开各类政府信息712条。",
         ["single"]),
        ("依据《政府信息公开条例》,由南京市溧水区人民政府办公室编制的年度报告。\n2025年,我办及时公开政府信息109条。",
         ["single"]),
        ("依据《政府信息公开条例》,甲市人民政府外事办公室编制形成本年度报告。\n政务微信公众号推送信息710条。",
         ["single"]),
        # Who a report is of, by its title, its opening or its contact; a zone's committee has no counties.
        ("庚县和平街道政府信息公开工作年度报告\n和平街道\n全年网站公开信息90条。", ["single"]),
        ("根据条例规定,现将壬区教育局2019年度政府信息公开情况公布如下。\n网站发布信息120条。", ["single"]),
        ("泰州市水利局认真编写了2022年政府信息公开工作年度报告。\n网站信息发布218条。", ["single"]),
        ("如有疑问,请联系辛市水利局办公室。\n一、总体情况\n网站信息发布218条。", ["single"]),
        ("无锡高新区管理委员会2021年度政府信息公开工作报告\n通过门户网站公开信息1800条。", ["single"]),
        ("无锡市新吴区人民政府 无锡高新区管委会2021年政府信息公开工作年度报告\n全区运维政务新媒体17个。", ["all"]),
        # Everybody and the departments of everybody are no level.
        ("辛市检查情况通报\n共抽查各县(市、区)政府及市直各部门网站35个。", ["all"]),
        ("全省25家政府网站总访问量3.2亿次。", ["all", "all"]),
        ("各地区和71个国务院部门对政府网站进行了抽查,抽查8000个。", ["ministry", "all"]),
        ("福建省服务平台\n今年,全省12345平台受理诉求31万件。在福州,热线受理诉求17万件。", ["all", "single"]),
        ("12345热线按期办结692件,逾期办结37件(文旅局1件,梅平镇10件)。", ["single"] * 4),
        ("我市辖市区及其部门开设政务新媒体账号41个。", ["county_all"]),
        ("反映我市网站问题11条(其中如东县人民政府网站3条、启东市人民政府网站1条)。", ["all", "county", "county"]),
        ("衡阳市司法局政府信息公开2021年度报告\n门户网站发布信息227篇。", ["single"]),
        ("某县互联网信息办公室\n对全县93家政务新媒体账号逐一摸排。", ["all"]),
        ("乡镇、县级部门等政务新媒体143个。", ["below_county"]),
        ("重庆市各级行政机关公开政府信息150万余条,其中,市本级公开57万余条。", ["all", "province_all"]),
        ("索引号: G01234/2020-10001 发文机关: 海门区林业局 文号:\n组配分类: 信息公开年报 成文日期: 2020-01-09\n"
         "海门区林业局2019年政府信息公开工作年度报告\n微信公众号发布33条。", ["single"]),
        # Levels below a city's, whatever stands in their brackets, and those that a county has together.
        ("各县区检查镇(街道办)和县级部门政务新媒体489个。", ["county_and_township_all"]),
        ("全县各镇办及政府部门通过政府网站主动公开政府信息392条。", ["county_and_township_all"]),
        ("县、乡政府主动公开政府信息533条。", ["county_and_township_all"]),
        ("各县(市、区)政府门户网站主动公开信息145条。", ["county"]),
        ("辽阳市2023年政府信息公开工作年度报告\n全市公开政府信息533条,其中各部门政府网站146条。",
         ["all", "city_department"]),
        # Only websites have portals.
        ("包括各级政府部门在内,开通800个微博账号。", ["all"]),
        ("海门区应急局2023年政府信息公开工作年度报告\n在区政府门户网站应急专栏公开信息33条。", ["single"]),
        ("“甲地文旅”官方微博共发博文136条,发文数全国最高,转发319次。", ["single", "single"]),
        ("市各级政务服务中心办理审批事项7万件。", ["all"]),
        ("我镇位于我县东部。我镇共公开信息23条,我镇公众号发布信息9条。", ["single", "single"]),
        ("2021年,某县上堂镇公开政府信息146条,其中通过政府网站公开信息94条。", ["single", "single"]),
        ("长沙市2016年政府信息公开工作年度报告\n发布政府公报12期,上报省政府门户网站信息2260条。", ["all", "all"]),
        ("评估了262个直辖市和副省级城市所辖县(市、区)政府门户网站。", ["county"]),
        ("杭州市萧山区城市管理局2020年政府信息公开工作年度报告\n2020年,区城市管理局公开政府信息856条。", ["single"]),
        ("某市水务局网站被通报\n省政府办公厅对全省233家政府网站进行了抽查,其中32家不合格,总体合格率86.3%。",
         ["all"] * 3),
        ("共抽查市州、县区政府网站228家。", ["city_and_county"]),
        ("市政府及本级部门主动公开415条。", ["city_all"]),
        ("眉山市彭山区2021年政府信息公开工作年度报告\n通过政务新媒体公开信息1973条(微甲微博447条,甲城微信公众号72条,"
         "甲城交警微信公众号42条,甲城教育微信公众号13条)。", ["all", "single", "single", "single", "single"]),
        ("省政府及直属部门主动公开政府信息2.7万条。", ["province_all"]),
        ("我街共公开信息24条,我街公众号发布信息11条。", ["single", "single"]),
        ("2021年,我支队共公开信息25条。", ["single"]),
        ("报送信息较多的有安顺市林业局79条、普定县林业局12条。", ["city_department", "county_department"]),
        ("重庆市武隆区统计局\n本部门通过政府网站公开政府信息132条。", ["single"]),
        # What is told behind a joined count is of the same.
        ("省局网站及各市州、直管市地税局网站共18家进行了巡查,发现不合格网站3家。", ["all", "all"]),
        ("全市开通市本级、县(市)、街道(乡镇)和社区的1.9万项服务事项。", ["all"]),
        ("湖南省林业厅2021年政府信息公开工作年度报告\n省厅窗口共受理政务服务事项219件。", ["single"]),
        ("部门、街镇动态1018条,公示220条,视频新闻367条。", ["township", "all", "all"]),
        ("各镇办各部门累计报送信息578条。", ["county_and_township_all"]),
        ("海门市林业局2021年公开年度报告\n“海门林业矩阵”微信公众号发布信息42条。", ["single"]),
        # Bodies of two ranks together are everybody, in whatever order; departments are of the rank named with them.
        ("各部门、各乡镇主动公开政府信息42条。", ["all"]),
        ("各乡镇(街道)、县直各单位主动公开政府信息42条。", ["all"]),
        ("各县区及市级各部门主动公开政府信息42条。", ["all"]),
        ("石家庄市人民政府2019年公开年度报告\n各级各部门主动公开政府信息42条。", ["all"]),
        ("石家庄市人民政府2019年公开年度报告\n县直各部门主动公开政府信息42条。", ["county_department"]),
        ("石家庄市人民政府2019年公开年度报告\n市级政府部门主动公开政府信息42条。", ["city_department"]),
        ("市直各单位、各县区主动公开政府信息42条。", ["all"]),
        ("正定县人民政府2019年公开年度报告\n各委办局主动公开政府信息42条。", ["county_department"]),
        # All accounts of a bureau are its own; a total is not of the provinces that were counted before it.
        ("正定县教育局2019年公开年度报告\n“正定教育”政务新媒体矩阵共发布信息42条。", ["single"]),
        ("正定县教育局2019年公开年度报告\n全县政务新媒体矩阵共发布信息42条。", ["all"]),
        ("我国31个省(区、市)均已开通政务微博,认证的政务微博总数达90311个。", ["province", "all"]),
        ("城市管理类13件,政务微博32个。", ["all", "all"]),
        ("2015年全市政务服务中心总办件量86.6万件,其中市本级21.1万件,前三的县区是汉滨区42.5万件、汉阴县11.1万件。",
         ["all", "city_all", "county", "county"]),
        ("防城港市政务服务中心3月份办理情况\n四个区县行政审批正常。其中:东兴市共受理845件,办结790件。",
         ["county", "all", "all"]),
        ("东河区2014年公开年度报告\n区属各部门共更新信息1040条。", ["county_department"]),
        ("高新区公开信息总计1551条。通过市级以上报刊公开信息314条。", ["all", "all"]),
        ("宿迁市水利局2019年公开年度报告\n2019年,市水利局共受理审批事项47件,全部办结。", ["single"]),
        ("对省政府部门、市(州、地)和县(市、区)政府160余家单位门户网站评估。", ["all"]),
        ("如有疑问,请与平乐县档案局办公室,邮编:100000,电话:010-10000000)联系。\n我局共公布政府信息31条。", ["single"]),
        ("厅直各单位网站发布信息799条。", ["subordinate_unit"]),
        # What a site calls its column is no level; of the province's platform a city has its users.
        ("湖北省交通运输厅2014年公开年度报告\n省厅门户网站、全国交通信息联播频道共公开信息129条。", ["single"]),
        ("襄阳市2020年工作情况\n全市“一张网”一体化政务服务平台注册用户90.24万人。", ["all"]),
        # The office for open information speaks for its government.
        ("如有疑问,请联系城厢区人民政府信息公开领导小组办公室。\n2021年,我区共公开政府信息41条。", ["all"]),
        ("武汉市网民诉求回复情况\n三日内均已回复,其中洪山区回复5条、江夏区回复4条。", ["county"] * 2),
        ("某县通报\n各镇办、各部门共报送稿件310条,采纳发布120条。", ["county_and_township_all", "all"]),
        # A system's name is no place.
        ("山东省气象局2020年自查\n我局列入全国政务新媒体信息报送系统的账号共计5个。", ["province_department"]),
        ("某法院官方微博粉丝数达670万余人,被转发93万条。", ["single"] * 2),
        ("2021年5月,河北省检察机关共发布微信文章540篇。", ["all"]),
        ("安徽省通报\n在各市、县级政府门户网站与省直部门网站中,42家进入加分评分。", ["portal_and_department"]),
        # Who acts is of the level, and not the channel; a colon opens a list like a comma.
        ("各县市区通过市本级“信息直报系统”主动公开信息328条,其中:衡南县144条,衡阳县184条。", ["county"] * 3),
        # The one account of its kind in a list is one of those that are told together.
        ("某县教育局2021年工作报告\n我局开通微信公众号9个、小红书1个。", ["county_department"] * 2),
        # What stands behind a number is nearer than the city in front of it.
        ("目前,亳州市52家市直单位、170家县(区)直单位进驻。", ["city_department", "county_department"]),
        ("某省政务服务工作情况通报\n2016年,省市县乡四级政务服务中心办件量达620万件。", ["all"]),
        # Who sent articles in is of a level.
        ("荣县人民政府办公室关于信息报送情况的通报\n县政府门户网站共收到报送信息90条,其中部门报送50条,乡镇报送40条。",
         ["all", "county_department", "township"]),
        # A full stop of half width between a percentage and the next sentence.
        ("办理率省直部门达72%,市州达81.5%.全年各类办理量达1900万件。", ["province_department", "city", "all"]),
        # Departments behind 全市 are the city's, also where the province tells of them.
        ("某省大数据局关于检查情况的通报\n全市正在运行政府网站30家,包括部门网站26家。", ["all", "city_department"]),
    ],
)  # fmt: skip
def test_levels(text, wanted):
    assert read(text, "level") == wanted


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
def test_indicators_and_levels_of_whole_documents(text, wanted):
    assert read(text, "indicator", "level") == wanted
