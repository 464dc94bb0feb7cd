"""Topics on the rise before the census: website ownership by level, and domain names under gov.cn."""

from __future__ import annotations

from dataclasses import replace

from analysis.estimating.adoption import fit_adoption
from analysis.estimating.growth import average_growth, fit_loglinear
from analysis.estimating.types import Points
from analysis.questions.consolidation import sum_of
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Fit, Line

DOMAINS = "gov_cn_domains.CN.all"
# A blue book repeats the evaluation's figure of 30 November 2006 for December: one figure, two dates.
OWNERSHIP = {"ministry": (), "province": (), "city": (), "county": (), "all": ("2006-12",)}


def ownership_rates(evidence: Evidence, level: str, repeated: tuple[str, ...] = ()) -> Points:
    """Return the ownership rates of a level, with that of the year before a printed yearly increase."""
    series_id = f"website_ownership_rate.CN.{level}"
    points = evidence.points(series_id, end="2010", without=repeated)
    implied = []
    for now, before in (("2005", "2004"), ("2006-11-30", "2005-11-30")) if evidence.implied else ():
        change = evidence.at(f"ownership_rate_change_vs_prev_year.CN.{level}", now)
        point = sum_of([(evidence.at(series_id, now), 1), (change, -1)], before)
        if point is not None and all(p.period != before for p in points):
            implied.append(replace(point, definition=series_id))
    return points.keep((*points.rows, *implied))


def ownership(evidence: Evidence) -> list[Fit]:
    """Website ownership as a logistic curve, level by level."""
    rates = {level: ownership_rates(evidence, level, repeated) for level, repeated in OWNERSHIP.items()}
    expected = ("odds_growth", "midpoint")
    return [Line(f"ownership-{level}", points, fit_adoption, expected) for level, points in rates.items()]


def domain_counts(evidence: Evidence) -> Points:
    """Return the counts of gov.cn domains, with those half a year before a printed half-year increase."""
    points = evidence.points(DOMAINS)
    implied = []
    for now, before in (("2004-06-30", "2003-12-31"), ("2005-06-30", "2004-12-31")) if evidence.implied else ():
        change = evidence.at("gov_cn_domains_change_half_year.CN.all", now)
        point = sum_of([(evidence.at(DOMAINS, now), 1), (change, -1)], before)
        if point is not None:
            implied.append(replace(point, definition=DOMAINS))
    return points.keep((*points.rows, *implied))


def domains(evidence: Evidence) -> list[Fit]:
    """Domain names under gov.cn: the growth of the build-up, and the average since."""
    points = domain_counts(evidence)
    return [
        Line("domains-2003-2006", points.between(2003.9, 2007.0), fit_loglinear, ("annual_rate",)),
        Fit("domains-2006-2015", points.between(2006.4, 2016.0), average_growth, ("average_annual_rate",)),
    ]
