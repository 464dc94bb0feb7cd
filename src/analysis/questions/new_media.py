"""Topics on new media: accounts by platform, by place, and apps and accounts by level."""

from __future__ import annotations

from analysis.estimating.growth import average_growth, fit_loglinear
from analysis.estimating.panels import count_signs, fit_panel
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Finding, Fit, Line, only
from analysis.questions.results import Result, from_outcome, in_units, refuse_trend
from analysis.questions.services import level_out
from analysis.words.catalogue import message

WEIBO = "government_weibo_accounts.CN.all"
WECHAT = "government_wechat_accounts.CN.all"
BEIJING = {"weibo": "government_weibo_accounts", "wechat": "government_wechat_accounts", "apps": "mobile_apps"}
BY_LEVEL = ("mobile_app_adoption", "weibo_wechat_adoption", "new_media_integration")


def sina(evidence: Evidence) -> list[Fit]:
    """Accounts of institutions and officials on Sina Weibo: the fast years, and the levelling out."""
    points = evidence.points(f"{WEIBO}.sina")
    return [
        Line("weibo-sina", points, level_out, ("ceiling", "midpoint")),
        Line("weibo-sina-2011-2013", points.between(2011, 2013.6), fit_loglinear, ("annual_rate",)),
    ]


def platforms(evidence: Evidence) -> list[Fit]:
    """Accounts over time where few figures are printed, each platform and scope by itself."""
    institutions, four = evidence.points(f"{WEIBO}.sina_institutions"), evidence.points(f"{WEIBO}.four_platforms")
    rise, fall = institutions.between(2015.0, 2021.5), institutions.between(2020.9, 2026.0)
    wechat = {"2013-2014": evidence.points(WECHAT), "2014-2015": evidence.points(f"{WECHAT}.from-2014-12")}
    # Less than a year lies between two figures of WeChat: a factor says what they say, a yearly rate would say more.
    factor = only("factor", average_growth)
    return [
        Line("weibo-institutions-2015-2020", rise, fit_loglinear, ("annual_rate",)),
        Fit("weibo-institutions-2020-2024", fall, average_growth, ("average_annual_rate",)),
        Fit("weibo-four-platforms", four.between(2012.5, 2014.0), average_growth, ("average_annual_rate",)),
        *(Fit(f"wechat-{label}", points, factor, ("factor",)) for label, points in wechat.items()),
    ]


def places(evidence: Evidence) -> list[Finding]:
    """Accounts since 2019: Beijing by platform, and the provinces' totals as a panel."""
    beijing = {name: evidence.points(f"{indicator}.CN-BJ.all") for name, indicator in BEIJING.items()}
    areas = evidence.areas("government_new_media_accounts")
    panel = evidence.panel("government_new_media_accounts.provinces", areas, "2019")
    signs, declining = in_units(count_signs(panel), "count:region"), ("annual_rate", "half_life")
    return [
        *(Line(f"beijing-{name}", points, fit_loglinear, declining) for name, points in beijing.items()),
        *from_outcome("new-media-provinces", fit_panel(panel, scale="log"), panel.rows, ("annual_rate",)),
        *from_outcome("new-media-provinces", signs, panel.lasting.rows, ("units", "units_up", "units_down")),
    ]


def by_level(evidence: Evidence) -> list[Result]:
    """Apps and accounts by level: each level has one figure by one definition, so that no trend is drawn."""
    definitions = {
        f"{name}.CN.{level}": message(f"definition-{name}")
        for name in BY_LEVEL
        for level in ("ministry", "province", "city")
    }
    subject, lacking = message("subject-new-media-by-level"), message("lacking-second-figure-by-level")
    return [refuse_trend("new-media-by-level-trend", subject, definitions, evidence, lacking)]
