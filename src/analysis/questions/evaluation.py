"""Topic on evaluation scores: Fujian by tier, as a panel and from year to year, and Beijing on each scale by itself."""

from __future__ import annotations

from analysis.estimating.bounds_alone import certain
from analysis.estimating.outcomes import Estimate
from analysis.estimating.panels import fit_panel
from analysis.estimating.points import Point, Points
from analysis.questions.evidence import Evidence
from analysis.questions.results import Result, from_outcome, from_points
from analysis.words.catalogue import message

TIERS = {level: f"avg_evaluation_score.CN-FJ.{level}" for level in ("city", "county", "province_department")}
SCALES = ("130", "110")


def scores(evidence: Evidence) -> list[Result]:
    """Evaluation scores, each scale and each tier by itself."""
    panel = evidence.panel("avg_evaluation_score.CN-FJ.tiers", TIERS)
    changes = {f"scores-fujian-{level}-change": series_id for level, series_id in TIERS.items()} | {
        f"scores-beijing-districts-scale-{scale}-change": f"avg_evaluation_score.CN-BJ.county.scale_{scale}"
        for scale in SCALES
    }
    return [
        *from_outcome("scores-fujian", fit_panel(panel), panel.rows, ("trend",)),
        *(_change(topic, evidence.points(series_id)) for topic, series_id in changes.items()),
    ]


def _change(topic: str, points: Points) -> Result:
    """Return the change between the first and the last score, in points of the scale."""

    def change(first: Point, last: Point) -> Estimate:
        same_scale = message("same-scale", first=first.period, last=last.period)
        return certain("change", last.interval - first.interval, points.unit, 2, same_scale)

    ends = [points.rows[0], points.rows[-1]] if len(points) > 1 else [*points, None]
    return from_points(topic, "two_dates", points.series_id, ends, message("lacking-second-score"), change)
