"""Topics on open-data platforms, users of online services, and the United Nations index."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.estimating.adoption import fit_adoption
from analysis.estimating.growth import average_growth, fit_loglinear, shift_periods
from analysis.estimating.saturating import fit_saturation
from analysis.estimating.types import Outcome, Points
from analysis.questions.evidence import Evidence
from analysis.questions.results import Result, from_outcome, hold_beyond

PLATFORMS = "open_data_platforms.CN.province_and_city"
USERS = "online_government_service_users.CN.all"
EGDI = "egdi.CN.all"
SATURATION = ("ceiling", "growth_rate", "midpoint")


def level_out(points: Points, dates: Sequence[float] = ()) -> Outcome:
    """Fit growth to a ceiling that is at least what was reached."""
    return hold_beyond(fit_saturation(points, dates=dates), "ceiling", points.rows[-1] if len(points) else None)


def open_data(evidence: Evidence) -> list[Result]:
    """Local open-data platforms: growth to a ceiling; their share of cities where the base stays the same."""
    points = evidence.points(PLATFORMS)
    share = evidence.points("share_with_open_data_platform.CN.city_all_ranks")
    early, late = points.between(2017.9, 2020.4), points.between(2021.2, 2024.0)
    return [
        *from_outcome("open-data-platforms", level_out(points), points, SATURATION),
        *from_outcome("open-data-platforms-2017-2020", average_growth(early), early, ("average_annual_rate",)),
        *from_outcome("open-data-platforms-2021-2023", average_growth(late), late, ("average_annual_rate",)),
        *from_outcome("open-data-share-of-cities", fit_adoption(share), share, ("odds_growth", "midpoint")),
    ]


def service_users(evidence: Evidence) -> list[Result]:
    """Users of online government services: growth to a ceiling."""
    points = evidence.points(USERS)
    return from_outcome("service-users", level_out(points), points, SATURATION)


def un_index(evidence: Evidence) -> list[Result]:
    """The E-Government Development Index, placed at the year that it describes."""
    points = shift_periods(evidence.points(EGDI), -1.0)
    return from_outcome("egdi", fit_loglinear(points), points, ("annual_rate",))
