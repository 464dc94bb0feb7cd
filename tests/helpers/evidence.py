"""Evidence for the tests of questions: series given by hand."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.base.periods import parse_period
from analysis.bounds.interval import Interval
from analysis.estimating.points import Point, Points
from analysis.questions.evidence import Evidence, Series
from analysis.questions.registry import TOPICS

HEADLINES = {name: topic for topic in TOPICS for name in topic.headlines}
Figures = Mapping[str, float | tuple[float, float]]


def evidence_of(series: Mapping[str, Figures], unit: str = "count:site") -> Evidence:
    """Make evidence from figures by series and period: exact ones, or pairs of bounds.

    A series is named like those of the project: indicator.area.level.method.
    """
    found = {name: _series(name, figures, unit) for name, figures in series.items()}
    refs = [p.ref for one in found.values() for p in one.points]
    return Evidence(found, dict.fromkeys(refs, "bulletin"))


def _series(name: str, figures: Figures, unit: str) -> Series:
    indicator, area, level, method = [*name.split("."), ""][:4]
    points = (_point(name, period, figure) for period, figure in figures.items())
    return Series(indicator, area, level, method, "", Points(name, unit, tuple(points)))


def _point(name: str, period: str, figure: float | tuple[float, float]) -> Point:
    bounds = Interval(*figure) if isinstance(figure, tuple) else Interval.at(figure)
    t, ref = parse_period(period).end, f"{name}@{period}"
    return Point(t, bounds.middle, bounds, period=period, definition=name, source="bulletin", ref=ref)
