"""Topics on the rise before the census: website ownership by level, and domain names under gov.cn."""

from __future__ import annotations

from dataclasses import replace

from analysis.bounds.interval import Interval
from analysis.estimating.adoption import fit_adoption
from analysis.estimating.growth import average_growth, fit_loglinear
from analysis.estimating.points import Point, Points
from analysis.estimating.proportions import find_counts
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Fit, Line
from analysis.questions.implied import add_implied

DOMAINS = "gov_cn_domains.CN.all"
# A blue book repeats the evaluation's figure of 30 November 2006 for December: one figure, two dates.
PROVINCES = (32, 31)
OWNERSHIP = {"ministry": (), "province": (), "city": (), "county": (), "all": ("2006-12",)}


def ownership_rates(evidence: Evidence, level: str, repeated: tuple[str, ...] = ()) -> Points:
    """Return the ownership rates of a level, with that of the year before a printed yearly increase."""
    rates = add_implied(evidence.points(f"website_ownership_rate.CN.{level}", end="2010", without=repeated), evidence)
    return rates.keep(map(_count_provinces, rates)) if level == "province" else rates


def _count_provinces(rate: Point) -> Point:
    """Return a rate of provinces as what it is, so many of 31, or of 32 with the Xinjiang corps, if one prints so."""
    for n in PROVINCES:
        if (count := find_counts(rate.interval, n)) and count.exact:
            value = 100 * count.lower / n
            return replace(rate, value=value, interval=Interval.at(value), n=n)
    return rate


def ownership(evidence: Evidence) -> list[Fit]:
    """Website ownership as a logistic curve, level by level."""
    rates = {level: ownership_rates(evidence, level, repeated) for level, repeated in OWNERSHIP.items()}
    expected = ("odds_growth", "midpoint")
    return [Line(f"ownership-{level}", points, fit_adoption, expected) for level, points in rates.items()]


def domain_counts(evidence: Evidence) -> Points:
    """Return the counts of gov.cn domains, with those half a year before a printed half-year increase."""
    return add_implied(evidence.points(DOMAINS), evidence)


def domains(evidence: Evidence) -> list[Fit]:
    """Domain names under gov.cn: the growth of the build-up, and the average since."""
    points = domain_counts(evidence)
    return [
        Line("domains-2003-2006", points.between(2003.9, 2007.0), fit_loglinear, ("annual_rate",)),
        Fit("domains-2006-2015", points.between(2006.4, 2016.0), average_growth, ("average_annual_rate",)),
    ]
