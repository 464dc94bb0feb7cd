"""Topics on smart question answering, elder-friendly retrofits and new media."""

from __future__ import annotations

import math
from dataclasses import replace

from analysis.bounds.interval import Interval
from analysis.bounds.shares import complement
from analysis.estimating.bounds_alone import (
    FRECHET_REFERENCE,
    REFERENCE,
    certain,
    check_part,
    compare_definitions,
    effective_adoption,
    share_estimate,
)
from analysis.estimating.growth import average_growth, fit_loglinear
from analysis.estimating.panels import count_signs, fit_panel
from analysis.estimating.points import Point
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Finding, Fit, Line, only
from analysis.questions.results import Result, from_estimate, from_outcome, in_units, missing, refused
from analysis.questions.services import level_out

SYSTEMS = "smart_qa_systems.CN.all"
RUNNING = "running_government_sites.CN"
PORTALS = ("province", "city", "county")
QA_DEFINITIONS = {
    "smart_qa_systems.CN.all": "systems in operation",
    "smart_service_coverage_rate.CN.province_and_key_city": "share of service channels",
    "smart_qa_adoption.CN.province.from-2022-12": "share of evaluated sites",
    "share_of_smart_qa_systems_passing.CN.province": "share of tested systems that pass",
}
ONE_EACH = {
    "portals": "every system stands on a portal, and no portal has two; portals of 1 December 2017",
    "sites": "no site has two systems; sites of 1 December 2017",
}
WEIBO = "government_weibo_accounts.CN.all"
WECHAT = "government_wechat_accounts.CN.all"


def smart_qa_2017(evidence: Evidence) -> list[Result]:
    """The systems of 2017 as a share of sites: of portals (each with one at most), and of all sites."""
    systems = evidence.at(SYSTEMS, "2017")
    portals = [evidence.at(f"{RUNNING}.{level}", "2017-12-01") for level in PORTALS]
    everything = evidence.at(f"{RUNNING}.all", "2017-12-01")
    usable = evidence.at("smart_qa_usable_share.CN.all", "2017")
    results = []
    bases = {
        "portals": sum((p.interval for p in portals if p), Interval.at(0)) if all(portals) else None,
        "sites": everything.interval if everything else None,
    }
    for name, base in bases.items():
        used = (systems, *portals) if name == "portals" else (systems, everything)
        if systems is None or base is None:
            what = "the number of systems or of sites in 2017"
            results.append(missing(f"smart-qa-2017-share-of-{name}", "share", what, used))
            results.append(missing(f"smart-qa-2017-usable-share-of-{name}", "effective_adoption", what, used))
            continue
        share = replace(share_estimate(systems.interval, base, f"share_of_{name}"), assumption=ONE_EACH[name])
        results.append(from_estimate(f"smart-qa-2017-share-of-{name}", "share", SYSTEMS, share, used))
        results.append(_usable(name, share.interval, usable, used))
    return results


def _usable(name: str, share: Interval, usable: Point | None, used: tuple[Point | None, ...]) -> Result:
    """The share of sites with a usable system: usable ones are a share of the systems."""
    topic = f"smart-qa-2017-usable-share-of-{name}"
    if usable is None:
        return missing(topic, "effective_adoption", "the share of usable systems", used)
    estimate = effective_adoption(share, usable.interval, "adopters", 3, f"usable_share_of_{name}")
    return from_estimate(topic, "effective_adoption", SYSTEMS, estimate, (*used, usable))


def smart_qa_2022(evidence: Evidence) -> list[Result]:
    """Sites in 2022 whose smart question answering is more than renamed search, by level and over all portals.

    The share of renamed systems is printed for all levels together. At one level it may be anything that adds up to it,
    so the systems that are not renamed may all stand at that level: the bounds are sharp without supposing that the
    levels are alike.
    """
    renamed = evidence.at("smart_qa_rebadged_search.CN.all", "2022")
    adopted = {level: evidence.at(_adoption_series(level), "2022") for level in PORTALS}
    portals = {level: evidence.latest(f"{RUNNING}.{level}", "2022") for level in PORTALS}
    used = (renamed, *adopted.values(), *portals.values())
    topics = [f"smart-qa-2022-effective-{name}" for name in (*PORTALS, "portals")]
    if any(point is None for point in used):
        what = "adoption, renamed search or the number of portals"
        return [missing(topic, "effective_adoption", what, used) for topic in topics]
    counts = {level: portals[level].interval for level in PORTALS}
    genuine = complement(renamed.interval)
    systems = {k: of_adopters_count(adopted[k].interval, counts[k]) for k in PORTALS}
    real = sum(systems.values(), Interval.at(0)) * genuine / 100
    results = []
    for level, topic in zip(PORTALS, topics, strict=False):
        others = sum(systems[k].upper for k in PORTALS if k != level)
        low, high = max(0.0, real.lower - others), min(systems[level].upper, real.upper)
        ends = Interval(100 * low / counts[level].upper, 100 * high / counts[level].lower)
        results.append(_effective(topic, level, ends, _adoption_series(level), used))
    everything = sum(counts.values(), Interval.at(0))
    ends = Interval(100 * real.lower / everything.upper, 100 * real.upper / everything.lower)
    return [*results, _effective(topics[-1], "portals", ends, "", used)]


def _adoption_series(level: str) -> str:
    return f"smart_qa_adoption.CN.{level}" + (".from-2022-12" if level == "province" else "")


def of_adopters_count(share: Interval, count: Interval) -> Interval:
    """Return how many of a count a share in percent is."""
    return Interval(share.lower * count.lower / 100, share.upper * count.upper / 100)


def _effective(topic: str, name: str, ends: Interval, series_id: str, used: tuple[Point | None, ...]) -> Result:
    assumption = (
        "one system at most for each portal; the portals of mid-2018 are those of 2022; levels may differ freely"
    )
    estimate = certain(
        f"effective_adoption.{name}", ends, "percent", len(used), "sharp bounds by counting systems", FRECHET_REFERENCE,
        assumption,
    )  # fmt: skip
    return from_estimate(topic, "effective_adoption", series_id, estimate, used)


def smart_qa_trend(evidence: Evidence) -> list[Result]:
    """The trend that is not drawn: four definitions."""
    found = {name: text for name, text in QA_DEFINITIONS.items() if len(evidence.points(name))}
    points = [p for name in found for p in evidence.points(name)]
    refusal = compare_definitions("smart question answering", list(found.values()))
    if refusal is None:
        return [missing("smart-qa-trend", "one_definition", "a second definition of smart question answering", points)]
    return [refused("smart-qa-trend", "one_definition", "", refusal.sentence, points)]


def elder_friendly(evidence: Evidence) -> list[Finding]:
    """The ministry's programme, what the evaluation's share implies, and a figure that cannot be a part."""
    programme = evidence.points("sites_and_apps_with_elder_friendly_retrofit.CN.all")
    share = evidence.at("elder_friendly_retrofit_done.CN.all", "2022")
    running = evidence.latest(f"{RUNNING}.all", "2022")
    retrofit = evidence.latest("government_sites_with_accessibility_retrofit.CN.all", "2020-11-26")
    results: list[Finding] = [
        Fit("elder-friendly-programme", programme, average_growth, ("average_annual_rate", "factor"))
    ]
    topic, both = "elder-friendly-implied-sites", (share, running)
    if share is None or running is None:
        results.append(missing(topic, "product", "the share or the count of sites", both))
    else:
        ends = Interval(share.lower * running.lower / 100, share.upper * running.upper / 100)
        estimate = certain(
            "implied_sites", ends, "count:site", 2, "product of bounds", REFERENCE,
            f"the count of {running.period} still holds when the share was taken",
        )  # fmt: skip
        results.append(from_estimate(topic, "product", share.definition, estimate, both))
    return [*results, _compare_retrofits(retrofit, running)]


def _compare_retrofits(retrofit: Point | None, running: Point | None) -> Result:
    """Say whether the retrofitted websites of 2020 can be a part of the websites in operation."""
    topic, both = "elder-friendly-share-2020", (retrofit, running)
    if retrofit is None or running is None:
        return missing(topic, "share", "the retrofits or the count of 2020", both)
    check = check_part(retrofit.interval, running.interval)
    if check.verdict == "inconsistent":
        sentence = f"No share is given: {check.sentence} The retrofits count other websites too."
        return refused(topic, "share", retrofit.definition, sentence, both)
    return from_estimate(topic, "share", retrofit.definition, share_estimate(retrofit.interval, running.interval), both)


def weibo_rise(evidence: Evidence) -> list[Fit]:
    """Accounts of institutions and officials on one platform: the fast years, and the levelling out."""
    sina = evidence.points(f"{WEIBO}.sina")
    return [
        Line("weibo-sina", sina, level_out, ("ceiling", "midpoint")),
        Line("weibo-sina-2011-2013", sina.between(2011, 2013.6), fit_loglinear, ("annual_rate",)),
    ]


def new_media(evidence: Evidence) -> list[Fit]:
    """Accounts over time where few figures are printed, each platform and scope by itself."""
    institutions, four = evidence.points(f"{WEIBO}.sina_institutions"), evidence.points(f"{WEIBO}.four_platforms")
    rise, fall = institutions.between(2015.0, 2021.5), institutions.between(2020.9, 2026.0)
    wechat = {"2013-2014": evidence.points(WECHAT), "2014-2015": evidence.points(f"{WECHAT}.from-2014-12")}
    # Less than a year lies between two figures of WeChat: a factor says what they say, a yearly rate would say more.
    factor = only("factor", average_growth)
    return [
        Line("weibo-institutions-2015-2020", rise, fit_loglinear, ("annual_rate",)),
        Fit("weibo-institutions-2020-2024", fall, average_growth, ("average_annual_rate",)),
        Fit("weibo-four-platforms", four, average_growth, ("average_annual_rate",)),
        *(Fit(f"wechat-{label}", points, factor, ("factor",)) for label, points in wechat.items()),
    ]


def accounts(evidence: Evidence) -> list[Finding]:
    """Accounts since 2019: Beijing by platform, and the provinces' totals as a panel."""
    names = {"weibo": "government_weibo_accounts", "wechat": "government_wechat_accounts", "apps": "mobile_apps"}
    beijing = {name: evidence.points(f"{indicator}.CN-BJ.all") for name, indicator in names.items()}
    panel = evidence.panel(
        "government_new_media_accounts.provinces", evidence.areas("government_new_media_accounts", "all"), "2019"
    )
    signs = in_units(count_signs(panel, -math.inf, math.inf), "count:region")
    return [
        *(Line(f"beijing-{name}", points, fit_loglinear, ("annual_rate",)) for name, points in beijing.items()),
        *from_outcome("new-media-provinces", fit_panel(panel, scale="log"), panel.rows, ("annual_rate",)),
        *from_outcome("new-media-provinces", signs, panel.rows, ("units_up", "units_down")),
    ]


def accessibility(evidence: Evidence) -> list[Result]:
    """Portals with accessibility among those surveyed, each survey by itself."""
    results = []
    for area, period in (("CN", "2016"), ("CN-GS", "2019-Q1"), ("CN-HI", "2019-Q1")):
        with_it = evidence.at(f"sites_with_accessibility.{area}.portal", period)
        surveyed = evidence.at(f"sites_surveyed_for_accessibility.{area}.portal", period)
        topic = f"accessibility-portals-{area}-{period}"
        if with_it is None or surveyed is None:
            results.append(missing(topic, "share", "a survey of portals", (with_it, surveyed)))
            continue
        share = share_estimate(with_it.interval, surveyed.interval, "share_of_portals")
        share = replace(
            share, assumption="the survey covered the portals it counts; surveys do not test the same things"
        )
        results.append(from_estimate(topic, "share", with_it.definition, share, (with_it, surveyed)))
    return results


def adoption_2015(evidence: Evidence) -> list[Result]:
    """Apps and accounts by level: each level has one figure by one definition, so that no trend is drawn."""
    series = {
        f"{name}.CN.{level}": name
        for name in ("mobile_app_adoption", "weibo_wechat_adoption", "new_media_integration")
        for level in ("ministry", "province", "city")
    }
    found = {series_id: name for series_id, name in series.items() if len(evidence.points(series_id))}
    points: list[Point] = [p for series_id in found for p in evidence.points(series_id)]
    refusal = compare_definitions("new media by level", list(found.values()))
    if refusal is None:
        return [missing("new-media-by-level-trend", "one_definition", "a second figure of new media by level", points)]
    return [refused("new-media-by-level-trend", "one_definition", "", refusal.sentence, points)]
