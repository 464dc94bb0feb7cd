"""Topics on smart question answering: shares in 2017 and 2022, and the trend that is not drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from analysis.bounds.interval import Interval
from analysis.bounds.shares import NOTHING, complement
from analysis.estimating.bounds_alone import FRECHET_REFERENCE, certain, effective_adoption, share_estimate
from analysis.estimating.outcomes import Estimate
from analysis.estimating.points import Point
from analysis.questions.evidence import Evidence
from analysis.questions.results import Result, from_points, refuse_trend
from analysis.words.catalogue import message

SYSTEMS = "smart_qa_systems.CN.local_all"
RUNNING = "running_government_sites.CN"
PORTALS = ("province", "city", "county")
# The evaluation of 2022 names websites of a level, and counts smart search and other functions with question answering.
ADOPTION = {level: f"smart_functions_adoption.CN.{level}_sites" for level in PORTALS}
OVER_FIRST_ALONE = "over-first-alone"
NARROW = "smart-qa-2022-effective-portals-over-first-alone"
DEFINITIONS = {
    "smart_qa_systems.CN.local_all": message("definition-systems"),
    "smart_service_coverage_rate.CN.province_and_key_city": message("definition-channels"),
    "smart_qa_adoption.CN.province_sites_and_platforms": message("definition-platforms"),
    "smart_functions_adoption.CN.province_sites": message("definition-sites"),
    "share_of_smart_qa_systems_passing.CN.province": message("definition-passing"),
}


def in_2017(evidence: Evidence) -> list[Result]:
    """The systems of 2017 as a share of sites: of portals (each with one at most), and of all sites."""
    systems, usable = evidence.at(SYSTEMS, "2017"), evidence.at("smart_qa_usable_share.CN.local_all", "2017")
    bases = {
        "portals": [evidence.at(f"{RUNNING}.{level}", "2017-12-01") for level in PORTALS],
        "sites": [evidence.at(f"{RUNNING}.all", "2017-12-01")],
    }
    return [one for name, sites in bases.items() for one in _shares_of(name, [systems, *sites], usable)]


def _shares_of(name: str, counts: list[Point | None], usable: Point | None) -> Iterator[Result]:
    """Return the share of sites with a system, and with a usable one: usable ones are a share of the systems."""

    def share(systems: Point, *sites: Point) -> Estimate:
        found = share_estimate(systems.interval, sum((p.interval for p in sites), NOTHING), f"share_of_{name}")
        return replace(found, assumption=message(f"one-system-on-{name}"))

    def usable_share(*points: Point) -> Estimate:
        *counted, usable = points
        parameter = f"usable_share_of_{name}"
        return effective_adoption(share(*counted).interval, usable.interval, "adopters", 3, parameter)

    lacking = message("lacking-systems-or-sites")
    yield from_points(f"smart-qa-2017-share-of-{name}", "share", SYSTEMS, counts, lacking, share)
    lacking = lacking if None in counts else message("lacking-usable-share")
    topic = f"smart-qa-2017-usable-share-of-{name}"
    yield from_points(topic, "effective_adoption", SYSTEMS, [*counts, usable], lacking, usable_share)


def in_2022(evidence: Evidence) -> list[Result]:
    """Sites in 2022 whose smart question answering is more than renamed search, by level and over all portals.

    The evaluation prints the shares of sites that have smart question answering, smart search or other such functions,
    so that a share of those that answer questions is at most as large; and "over", printed with the first of three
    shares, may govern all of them. Both readings are within the bounds; beside them stands the reading that takes
    "over" with the first share alone.
    """
    first_alone = evidence.reading == OVER_FIRST_ALONE
    found = [_effective(evidence, name, first_alone=first_alone) for name in (*PORTALS, "portals")]
    return [*found, _effective(evidence, "portals", first_alone=True, topic=NARROW)]


def _effective(evidence: Evidence, name: str, *, first_alone: bool, topic: str = "") -> Result:
    renamed = evidence.at("smart_qa_rebadged_search.CN.all", "2022")
    adopted = [evidence.at(ADOPTION[level], "2022") for level in PORTALS]
    portals = [evidence.latest(f"{RUNNING}.{level}", "2022") for level in PORTALS]
    return from_points(
        topic or f"smart-qa-2022-effective-{name}", "effective_adoption", ADOPTION.get(name, ""),
        [renamed, *adopted, *portals], message("lacking-adoption"), partial(_bound_effective, name, first_alone),
    )  # fmt: skip


def _bound_effective(name: str, first_alone: bool, renamed: Point, *points: Point) -> Estimate:
    """Bound the share of the portals of a level, or of all, with a system that is not renamed search.

    The share of renamed systems is printed for all levels together. At one level it may be anything that adds up to it,
    so the systems that are not renamed may all stand at that level, as many as it has.
    """
    shares, counts = points[: len(PORTALS)], [p.interval for p in points[len(PORTALS) :]]
    most = [p.upper if first_alone or p is shares[0] else 100.0 for p in shares]
    systems = [Interval(0, share * count.upper / 100) for share, count in zip(most, counts, strict=True)]
    genuine, whole = sum(systems, NOTHING) * complement(renamed.interval) / 100, sum(counts, NOTHING)
    if name in PORTALS:
        level = PORTALS.index(name)
        genuine, whole = Interval(0, min(systems[level].upper, genuine.upper)), counts[level]
    read = message("over-first-alone" if first_alone else "over-may-govern-all")
    return certain(
        f"effective_adoption.{name}", 100 * genuine / whole, "percent", len(points) + 1,
        message("levels-may-differ", read=read), message("method-sharp-count"), FRECHET_REFERENCE,
    )  # fmt: skip


def trend(evidence: Evidence) -> list[Result]:
    """The trend that is not drawn: each figure counts by a definition of its own."""
    subject = message("subject-smart-qa")
    lacking = message("lacking-second-definition", subject=subject)
    return [refuse_trend("smart-qa-trend", subject, DEFINITIONS, evidence, lacking)]
