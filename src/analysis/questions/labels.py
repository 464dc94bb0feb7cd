"""What each estimate is called, in English and Chinese: the subject of its topic and the name of its parameter."""

# ruff: noqa: E501 (a table of texts: one row a line reads better than wrapped rows)

from __future__ import annotations

import re

from analysis.base.codebook import Codebook
from analysis.base.errors import ProjectError

# Patterns of topics; {1}, {2} are their groups, put into the codebook's words where the codebook knows them.
SUBJECTS: tuple[tuple[str, str, str], ...] = (
    ("consolidation", "Government websites in operation, General Office", "正常运行的政府网站（国务院办公厅）"),
    ("consolidation-end-2016", "Government websites at the end of 2016, by stocks and flows", "2016年底政府网站数（由存量与流量推得）"),
    ("consolidation-since-guidelines", "Government websites since the guidelines of 2017", "2017年《指引》以来的政府网站数"),
    ("consolidation-between-counts-(.+)", "Government websites between counts, {1}", "两次统计之间的政府网站数，{1}"),
    ("consolidation-cnnic-(.+)", "Government websites, CNNIC, {1}", "政府网站数（CNNIC），{1}"),
    ("cut-2017", "The cut from March to December 2017", "2017年3月至12月的压减"),
    ("cut-2017-share-of-cut-below-county", "Share of sites below the county in the cut of 2017", "2017年压减中县级以下网站占比"),
    (
        "cut-2017-share-of-closures-below-county", "Share of sites below the county in the closures of 2017",
        "2017年关停网站中县级以下占比",
    ),
    ("provinces-2018-2019", "Websites of provinces, CNNIC, 2018-2019", "各省政府网站数（CNNIC），2018-2019"),
    ("provinces-since-2020", "Websites of provinces by their own counts since 2020", "2020年以来各省自行统计的政府网站数"),
    ("provinces-own-less-cnnic", "Provinces' own counts against CNNIC's", "各省自行统计与CNNIC统计之差"),
    ("ownership-(.+)", "Website ownership: {1}", "网站拥有率：{1}"),
    ("domains-(.+)", "Domain names under gov.cn, {1}", "gov.cn域名，{1}"),
    ("smart-qa-2017-share-of-portals", "Smart question answering per portal, 2017", "2017年智能问答系统占门户网站比例"),
    ("smart-qa-2017-share-of-sites", "Smart question answering per website, 2017", "2017年智能问答系统占全部网站比例"),
    ("smart-qa-2017-usable-share-of-portals", "Usable smart question answering per portal, 2017", "2017年可用智能问答占门户网站比例"),
    ("smart-qa-2017-usable-share-of-sites", "Usable smart question answering per website, 2017", "2017年可用智能问答占全部网站比例"),
    ("smart-qa-2022-effective-portals", "Portals with more than renamed search, 2022", "2022年智能问答并非改名检索的门户网站比例"),
    ("smart-qa-2022-effective-(.+)", "{1} with more than renamed search, 2022", "2022年智能问答并非改名检索的比例：{1}"),
    ("smart-qa-trend", "Trend of smart question answering", "智能问答的趋势"),
    ("elder-friendly-programme", "Sites and apps retrofitted in the ministry's programme", "专项行动改造的网站和应用"),
    ("elder-friendly-implied-sites", "Retrofitted government websites that the share implies, 2022", "2022年比例所含已改造政府网站数"),
    ("elder-friendly-share-2020", "Share of retrofitted government websites, 2020", "2020年已改造政府网站比例"),
    ("accessibility-portals-([Cc][Nn].*?)-(20.+)", "Portals with accessibility, {1}, {2}", "具备无障碍功能的门户网站比例，{1}，{2}"),
    ("weibo-sina", "Government accounts on Sina Weibo", "新浪政务微博账号"),
    ("weibo-sina-(.+)", "Government accounts on Sina Weibo, {1}", "新浪政务微博账号，{1}"),
    ("weibo-institutions-(.+)", "Accounts of institutions on Sina Weibo, {1}", "新浪机构政务微博账号，{1}"),
    ("weibo-four-platforms", "Government accounts on four microblog platforms, 2012-2013", "四平台政务微博账号，2012-2013"),
    ("wechat-(.+)", "Government WeChat accounts, {1}", "政务微信账号，{1}"),
    ("beijing-weibo", "Beijing's Weibo accounts since 2019", "2019年以来北京政务微博账号"),
    ("beijing-wechat", "Beijing's WeChat accounts since 2019", "2019年以来北京政务微信账号"),
    ("beijing-apps", "Beijing's apps since 2019", "2019年以来北京政务客户端"),
    ("new-media-provinces", "New media accounts of provinces since 2019", "2019年以来各省政务新媒体账号"),
    ("new-media-by-level-trend", "Trend of new media by level", "各级政务新媒体的趋势"),
    ("new-media-central-rate-2020", "Pass rate of new media, General Office's sample, 2020", "2020年国务院办公厅抽查政务新媒体合格率"),
    ("spot-check-central", "Pass rate in the General Office's samples, 2016-2018", "2016-2018年国务院办公厅抽查合格率"),
    ("spot-check-central-rate-(.+)", "Pass rate in the General Office's sample, {1}", "国务院办公厅抽查合格率，{1}"),
    ("spot-check-central-less-self-mean", "Central sample less own check, mean", "国务院办公厅抽查减自查，平均"),
    ("spot-check-central-less-self-(.+)", "Central sample less own check, {1}", "国务院办公厅抽查减自查，{1}"),
    ("spot-check-provinces-until-2019-q1", "Provincial pass rates until the first quarter of 2019", "2019年第一季度及以前各省合格率"),
    ("spot-check-provinces-since-2019-q2", "Provincial pass rates since the second quarter of 2019", "2019年第二季度以来各省合格率"),
    ("scores-fujian", "Evaluation scores of Fujian's tiers", "福建各层级评估得分"),
    ("scores-fujian-(.+)-change", "Change of Fujian's mean score, 2020-2023: {1}", "福建平均分变化，2020-2023：{1}"),
    (
        "scores-beijing-districts-scale-(.+)-change", "Change of Beijing's district scores out of {1}",
        "北京各区平均分变化（满分{1}）",
    ),
    ("open-data-platforms", "Local open-data platforms", "地方公共数据开放平台"),
    ("open-data-platforms-(.+)", "Local open-data platforms, {1}", "地方公共数据开放平台，{1}"),
    ("open-data-share-of-cities", "Share of cities with an open-data platform", "有公共数据开放平台的城市比例"),
    ("service-users", "Users of online government services", "在线政务服务用户"),
    ("egdi", "E-Government Development Index of China", "中国电子政务发展指数"),
)  # fmt: skip

PARAMETERS: dict[str, tuple[str, str]] = {
    "annual_rate": ("yearly rate of change", "年变化率"),
    "average_annual_rate": ("average yearly rate of change", "年均变化率"),
    "half_life": ("years to halve", "减半所需年数"),
    "doubling_time": ("years to double", "翻倍所需年数"),
    "rate_change": ("change of the yearly factor against the phase before", "年度倍数较前一阶段的变化"),
    "floor": ("floor", "下限"),
    "ceiling": ("ceiling", "上限"),
    "decay_rate": ("rate of approach to the floor", "趋近下限的速率"),
    "growth_rate": ("rate of growth", "增长速率"),
    "midpoint": ("date of half the way", "达到一半的时间"),
    "odds_growth": ("yearly growth of the odds", "比值的年增长率"),
    "factor": ("factor between first and last figure", "末值与初值之比"),
    "loss": ("sites lost", "减少的网站"),
    "share_of_cut": ("share of the cut", "占压减总数的比例"),
    "units_up": ("units that rose", "上升的单位数"),
    "units_down": ("units that fell", "下降的单位数"),
    "share_above": ("share of values above 99 percent", "高于99%的占比"),
    "trend": ("yearly trend", "年度趋势"),
    "rate": ("rate", "比率"),
    "difference": ("difference", "差值"),
}
_TOTAL = {"en": "total", "zh": "合计"}
_ALL = {"en": "all", "zh": "全部"}


def label_of(topic: str, parameter: str, codebook: Codebook, lang: str) -> str:
    """Return the label of an estimate: `topic` as in its id, `parameter` empty where the topic says all.

    Raises `ProjectError` for a topic or a parameter that has no words yet.
    """
    subject = _subject(topic, codebook, lang)
    if not parameter:
        return subject
    base, _, suffix = parameter.partition(".")
    if base not in PARAMETERS:
        raise ProjectError(f"labels.py: parameter '{base}' of {topic} has no label; add it to PARAMETERS.")
    name = PARAMETERS[base][lang == "zh"]
    if suffix:
        name += f"（{_word(suffix, codebook, lang)}）" if lang == "zh" else f", {_word(suffix, codebook, lang)}"
    return f"{subject}：{name}" if lang == "zh" else f"{subject}: {name}"


def _subject(topic: str, codebook: Codebook, lang: str) -> str:
    """Return the words of a topic; the first pattern without groups wins, then the first with them."""
    for pattern, *texts in sorted(SUBJECTS, key=lambda s: "(" in s[0]):
        match = re.fullmatch(pattern, topic)
        if match:
            words = [_word(group, codebook, lang) for group in match.groups()]
            return texts[lang == "zh"].format("", *words)
    raise ProjectError(f"labels.py: topic '{topic}' has no label; add it to SUBJECTS.")


def _word(name: str, codebook: Codebook, lang: str) -> str:
    """Return the codebook's label of a level or an area, other words (periods) as they are."""
    level, area = name.replace("-", "_"), name.upper()
    if level == "total":
        return _TOTAL[lang]
    if level in codebook.levels:
        return codebook.levels.label(level, lang)
    if area in codebook.areas:
        return codebook.areas.label(area, lang)
    return re.sub(r"-q(\d)$", r"-Q\1", name)
