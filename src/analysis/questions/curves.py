"""The table of curves: the models of the estimates over time, and rates of samples with their sampling intervals.

Charts draw these rows and fit nothing. A model that is refused has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from analysis.base.tables import significant, to_table
from analysis.estimating.outcomes import LEVEL
from analysis.questions.evidence import Evidence, gather
from analysis.questions.fits import Line
from analysis.questions.quality import METHODS, sampled_rates
from analysis.questions.registry import Topic, by_topic
from analysis.questions.results import make_id


@dataclass(frozen=True, slots=True)
class CurveRow:
    """A value of a curve with its pointwise interval; `time_period` is set where it belongs to a printed figure."""

    curve_id: str
    theme: str
    topic: str
    series_id: str
    model: str
    time_period: str
    t: float
    value: float
    lower: float
    upper: float
    level: float
    unit: str


def tabulate_curves(series: pl.DataFrame, observations: pl.DataFrame) -> pl.DataFrame:
    """Return the table `curves`, sorted, floats at six significant digits; t is a decimal year."""
    rows = by_topic("curves", series, observations, lambda *found: list(_lines(*found)))
    rows += _rates(gather(series, observations))
    return significant(to_table(rows, CurveRow)).sort("curve_id", "t")


def _lines(topic: Topic, evidence: Evidence) -> Iterator[CurveRow]:
    """Evaluate the lines of a topic."""
    for line in topic.find(evidence):
        if isinstance(line, Line):
            yield from _evaluate(line, topic.theme)


def _evaluate(line: Line, theme: str) -> Iterator[CurveRow]:
    outcome = line.curve()
    name, unit = make_id(line.topic, kind="curve"), line.points.unit
    for p in outcome.curve:
        yield CurveRow(
            name, theme, line.topic, outcome.series_id, outcome.model, "", p.t, p.value, p.lower, p.upper, LEVEL, unit
        )


def _rates(evidence: Evidence) -> Iterator[CurveRow]:
    for method in METHODS:
        topic = f"spot-check-rates-{method}"
        for point, e in sampled_rates(evidence, method):
            yield CurveRow(
                make_id(topic, kind="curve"), "quality", topic, point.definition, "proportion", point.period, point.t,
                e.value, e.lower, e.upper, e.level, e.unit,
            )  # fmt: skip
