"""Topics on elder-friendly retrofits and on accessibility."""

from __future__ import annotations

from dataclasses import replace

from analysis.estimating.bounds_alone import certain, name_bounds, share_estimate, surely_exceeds
from analysis.estimating.growth import average_growth
from analysis.estimating.outcomes import Estimate
from analysis.estimating.points import Point
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Finding, Fit
from analysis.questions.results import Result, from_points, refused
from analysis.words.catalogue import message

RUNNING = "running_government_sites.CN.all"
DONE = "elder_friendly_retrofit_done.CN.all"
PROGRAMME = "sites_and_apps_with_elder_friendly_retrofit.CN.all"
RETROFITS = "government_sites_with_accessibility_retrofit.CN.all"
SURVEYS = (("CN", "2016"), ("CN-GS", "2019-Q1"), ("CN-HI", "2019-Q1"))


def retrofits(evidence: Evidence) -> list[Finding]:
    """The ministry's programme, what the evaluation's share implies, and a figure that cannot be a part."""
    running = evidence.latest(RUNNING, "2022")
    return [
        Fit("elder-friendly-programme", evidence.points(PROGRAMME), average_growth, ("average_annual_rate", "factor")),
        from_points(
            "elder-friendly-implied-sites", "product", DONE, [evidence.at(DONE, "2022"), running],
            message("lacking-retrofit-share"), _imply_sites,
        ),
        _compare_retrofits(evidence.latest(RETROFITS, "2020-11-26"), running),
    ]  # fmt: skip


def _imply_sites(share: Point, running: Point) -> Estimate:
    assumption = message("count-still-holds", period=running.period)
    sites = share.interval * running.interval / 100
    return certain("implied_sites", sites, "count:site", 2, assumption, message("method-product"))


def _compare_retrofits(retrofit: Point | None, running: Point | None) -> Result:
    """Say whether the retrofitted websites of 2020 can be a part of the websites in operation."""
    topic = "elder-friendly-share-2020"
    if retrofit and running and surely_exceeds(retrofit.interval, running.interval):
        part, whole = name_bounds(retrofit.interval), name_bounds(running.interval)
        sentence = message("retrofits-exceed-sites", part=part, whole=whole)
        return refused(topic, "share", RETROFITS, sentence, (retrofit, running))
    lacking = message("lacking-retrofits")
    return from_points(
        topic, "share", RETROFITS, [retrofit, running], lacking, lambda a, b: share_estimate(a.interval, b.interval)
    )


def accessibility(evidence: Evidence) -> list[Result]:
    """Portals with accessibility among those surveyed, each survey by itself."""
    return [_survey(evidence, area, period) for area, period in SURVEYS]


def _survey(evidence: Evidence, area: str, period: str) -> Result:
    with_it, surveyed = f"sites_with_accessibility.{area}.portal", f"sites_surveyed_for_accessibility.{area}.portal"

    def share(part: Point, whole: Point) -> Estimate:
        found = share_estimate(part.interval, whole.interval, "share_of_portals")
        return replace(found, assumption=message("surveys-differ"))

    points = [evidence.at(with_it, period), evidence.at(surveyed, period)]
    topic = f"accessibility-portals-{area}-{period}"
    return from_points(topic, "share", with_it, points, message("lacking-survey"), share)
