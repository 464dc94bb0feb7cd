"""Fitted curves for the charts, with pointwise intervals: the models of the estimates, evaluated month by month."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.estimating.adoption import fit_adoption
from analysis.estimating.growth import fit_loglinear, shift_periods
from analysis.estimating.types import Outcome, Points
from analysis.questions.buildup import domain_counts, ownership_rates
from analysis.questions.consolidation import fit_plateau, fit_rates, office_counts, since_guidelines
from analysis.questions.digital import WEIBO
from analysis.questions.evidence import Evidence, gather
from analysis.questions.services import EGDI, PLATFORMS, USERS, level_out

if TYPE_CHECKING:
    import polars as pl

CURVE_COLUMNS = "curve_id theme series_id t value lower upper".split()
MONTHS = 12


class Curve(NamedTuple):
    """One curve: its theme, the points it runs through, and its model at dates."""

    theme: str
    points: Callable[[Evidence], Points]
    fit: Callable[[Evidence, list[float]], Outcome]


def _ownership(evidence: Evidence) -> Points:
    return ownership_rates(evidence, "city")


def _index(evidence: Evidence) -> Points:
    return shift_periods(evidence.points(EGDI), -1.0)


def _early_domains(evidence: Evidence) -> Points:
    return domain_counts(evidence).between(2003.9, 2007.0)


CURVES: dict[str, Curve] = {
    "curve-consolidation-phases": Curve("consolidation", office_counts, fit_rates),
    "curve-consolidation-floor": Curve("consolidation", since_guidelines, fit_plateau),
    "curve-domains": Curve("infrastructure", _early_domains, lambda e, d: fit_loglinear(_early_domains(e), dates=d)),
    "curve-ownership-city": Curve("ownership", _ownership, lambda e, d: fit_adoption(_ownership(e), dates=d)),
    "curve-weibo-sina": Curve(
        "new_media", lambda e: e.points(f"{WEIBO}.sina"), lambda e, d: level_out(e.points(f"{WEIBO}.sina"), d)
    ),
    "curve-open-data": Curve(
        "open_data", lambda e: e.points(PLATFORMS), lambda e, d: level_out(e.points(PLATFORMS), d)
    ),
    "curve-service-users": Curve("services", lambda e: e.points(USERS), lambda e, d: level_out(e.points(USERS), d)),
    "curve-egdi": Curve("international", _index, lambda e, d: fit_loglinear(_index(e), dates=d)),
}


def draw_curves(series: pl.DataFrame, observations: pl.DataFrame) -> pl.DataFrame:
    """Return the fitted curves, one row per month and curve, sorted; a refused model has no rows."""
    import polars as pl

    from analysis.base.tables import significant

    evidence = gather(series, observations)
    rows = [row for name, curve in CURVES.items() for row in _evaluate(name, curve, evidence)]
    floats = dict.fromkeys(("t", "value", "lower", "upper"), pl.Float64)
    schema = {name: floats.get(name, pl.String) for name in CURVE_COLUMNS}
    frame = pl.DataFrame(rows, schema=schema)
    return significant(frame).sort("curve_id", "t")


def _evaluate(name: str, curve: Curve, evidence: Evidence) -> Iterator[dict[str, object]]:
    """Evaluate one curve from its first point to its last."""
    points = curve.points(evidence)
    if len(points) < 2:
        return
    first, last = points.rows[0].t, points.rows[-1].t
    dates = np.linspace(first, last, max(2, round((last - first) * MONTHS) + 1)).tolist()
    outcome = curve.fit(evidence, dates)
    for point in outcome.curve:
        ends = {"value": point.value, "lower": point.lower, "upper": point.upper}
        yield {"curve_id": name, "theme": curve.theme, "series_id": outcome.series_id, "t": point.t, **ends}
