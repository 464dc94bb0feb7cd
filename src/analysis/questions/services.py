"""Topics on open-data platforms, users of online services, and the United Nations index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from analysis.estimating.adoption import fit_adoption
from analysis.estimating.growth import average_growth
from analysis.estimating.linear import Dependence
from analysis.estimating.outcomes import Outcome, Refusal
from analysis.estimating.points import Points
from analysis.estimating.saturating import fit_saturation
from analysis.questions.evidence import Evidence
from analysis.questions.fits import Fit, Line
from analysis.questions.results import Result, from_outcome, hold_at_last
from analysis.words.catalogue import message

PLATFORMS = "open_data_platforms.CN.province_and_city"
USERS = "online_government_service_users.CN.all"
EGDI = "egdi.CN.all"
SATURATION = ("ceiling", "growth_rate", "midpoint")


def level_out(points: Points, dates: Sequence[float] = (), errors: Dependence = "accumulating") -> Outcome:
    """Fit growth to a ceiling that is at least what was reached."""
    return hold_at_last(partial(fit_saturation, errors=errors), "ceiling", points, dates)


def open_data(evidence: Evidence) -> list[Fit]:
    """Local open-data platforms: growth to a ceiling; their share of cities where the base stays the same."""
    points = evidence.points(PLATFORMS)
    share = evidence.points("share_with_open_data_platform.CN.city_all_ranks")
    model = partial(level_out, errors="independent")  # each report looks for platforms anew
    early, late, average = points.between(2017.9, 2020.4), points.between(2021.2, 2024.0), ("average_annual_rate",)
    return [
        Line("open-data-platforms", points, model, SATURATION, ahead=2.0),
        Fit("open-data-platforms-2017-2020", early, average_growth, average),
        Fit("open-data-platforms-2021-2023", late, average_growth, average),
        Line("open-data-share-of-cities", share, fit_adoption, ("odds_growth", "midpoint")),
    ]


def service_users(evidence: Evidence) -> list[Fit]:
    """Users of online government services: growth to a ceiling."""
    model = partial(level_out, errors="independent")  # each survey asks anew
    return [Line("service-users", evidence.points(USERS), model, SATURATION, ahead=2.0)]


def un_index(evidence: Evidence) -> list[Result]:
    """The E-Government Development Index: no rate, for it ends at 1 and sets a country beside the others."""
    points = evidence.points(EGDI)
    refusal = Refusal("loglinear", message("refusal-relative-index"), len(points), 0)
    return from_outcome("egdi", Outcome("loglinear", EGDI, refusals=(refusal,)), points, ("annual_rate",))
