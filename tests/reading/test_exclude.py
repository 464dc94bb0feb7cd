"""Numerals that are no figures."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from helpers.sentences import read_alone


@pytest.mark.parametrize(
    "text",
    [
        "2022年12月24日,大会在京召开。",
        "发布时间:2018-10-12 16:30:05",
        "根据国办发〔2017〕47号文件,现予通报。",
        "(粤府办[2018]12号)",
        "1.加强组织领导。2、落实责任。(3)完善机制。",
        "一、总体情况。二是压实责任。第三,加强考核。",
        "党的二十大以来,十九届六中全会精神深入人心。",
        "拨打12345热线,或12315投诉。",
        "市8890平台自评优秀,8890(民心网)平台受理各类诉求,95128出租车电话召车,接线员1015回访。",
        "如有疑问,请联系:党政办  65390768。",
        "如有疑问,请联系分局办公室(68230047)。",
        "除110、119、122等报警电话外,统一接听,拨打120急救电话另行处理。",
        "举行“3·15”主题宣传。",
        "Page 17 - 某区年鉴",
        "404 Not Found",
        "14路公交车停运,网上千户有求。",
        "• +1",
        "页码1/3",
        "发布“甲政40条”“乙十条”等政策。",
        "2021/P. 17/某市",
        "发出《限期整改通知单》(2021145)。作者:51云监测",
        "热线号码为12366,2010年开通;举报拨打95123,咨询96045、投诉96123;96045电话畅通。",
        "联系电话:0771-2807123,手机13800000000。",
        "网址:https://www.example.gov.cn/2020/12/a.html",
        "邮箱 zwgk2020@example.gov.cn",
        "运用5G、IPv6、H5和Web2.0等技术。",
        "推进“一网通办”“一件事一次办”,打造三位一体格局。",
        "进一步完善,百姓满意,十分重要,统一管理。",
        "浏览次数:1234 来源:省政府办公厅",
        "上一页 1 2 3 下一页",
        "第B2版:要闻 上一版5  6下一版",
        "对照《条例》第十八条至二十二条的规定公开。",
        "联系街道办事处(办公室 51234567)。",
        "民生110新平台已建成,114政府信息公开热线也已开通。",
        "全国第一、二批试点。",
        "第一部分第二、第三项公开。",
        "39-top_img.png",
        "下一篇 7 放大 缩小 默认",
        "京ICP备05070218号",
        "附件1:检查结果。表2为明细。",
        "第十五届评估,第3次会议,第21号公告。",
        "按照1+3+N的模式推进。",
        "热线全天候7×24小时服务。",
        "排名前10名的网站如下。",
        "从2014-2020年规划看。",
        "后六名被两省包揽。",
        "坚持一个主帐号,形成一批成果,通过两种形式发布信息。",
        "落实“12114”工作思路,推进“5大建设”。",
        # Names of days, and what stands in pages that were broken into.
        "开展119消防宣传日、315消费者权益日活动,策划519中国旅游日等主题。",
        "可在“某365网投_某bet官网”下载。",
        "地址:某路1号机关大楼1803办公室。",
        "地址:某路3号大楼2号楼508,邮编:511800。",
        "取得第一手资料,放在第一位,获得第三方评估。",
        "初步搭建“1+1+10+N”的体系。",
        "按照国办发〔2022〕8)要求,根据条例第二十条、二十一条的规定。",
        "现将2020本部门政府信息公开年度报告公开如下。",
        "移动用户发送短信SD到10658000。",
        "发送短信 wxsjb 10628000 即可订阅手机报。",
        "They asked about rules on Covid-19.",
        "地址2:四川省-成都市-某街道",
        "列入政务服务2.0试点。",
        "被誉为“网上110”。举办3.15晚会。",
        "关键观点1: 官方微博表现出色。",
        "文件 2020-012 已公开。",
        "网址 http://10.20.30.40:8080 与 10.20.30.40:8898在线办理。",
        # What a page says once to be called is a name on all of it, 9630家庭 no count of firms.
        "居民可拨打96300求助。96300已是居民的好帮手,不少人成为96300志愿者。",
        "依托9630家庭服务平台,建成9630便民热线。9630号称全能。",
    ],
)
def test_no_figures(text):
    assert [figure.printed for figure in read_text(text)] == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        # A number that opens the row of a list or a table counts rows; one behind a name counts something.
        ("1南京市政府网站", []), ("|1|商务部|政府网站5家", ["5"]), ("南京市|1", ["1"]), ("政府网站5家", ["5"]),
        # A word is a numeral where its subject stands before it and nothing behind.
        ("政务新媒体共计两个。", ["两"]), ("报告的事项共六个部分。", []),
        # What a form counts is a figure, however many digits it has; a telephone without a unit is none.
        ("网站总访问量(单位:次) 236232324", ["236232324"]),
        ("网站服务 236232324", []), ("电话(传真):8525533)。", []),
        # An enumeration within a line, and dates that lost their signs.
        ("公开形式 1、政务公开栏等形式 2、通过网站公开 3、公开信。", []),
        ("联系方式:82911233 \n", []),
        # A time that fell or rose measures, as one that was cut does.
        ("办理时间从20天下降到3天。", ["20", "3"]), ("响应速率从86毫秒提升到7毫秒。", ["86", "7"]),
        ("(泉港政办2013224要求,编制完成报告。", []),
        ("统计期限自 2015 1 1日起至 2015 12 31日止。", []),
    ],
)  # fmt: skip
def test_numbers_of_rows(text, printed):
    assert [mark.text for mark in read_alone(text).marks] == printed
