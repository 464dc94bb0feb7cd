"""Figures that nobody printed and printed ones imply, each as an expression of observations.

Models add those of a series to its printed figures. Several ways to one quantity are kept side by side, the printed
figure among them, so that a chart can show whether they agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import polars as pl

from analysis.base.periods import decimal_year, parse_period
from analysis.base.tables import records, text_table
from analysis.base.yaml_files import read_yaml
from analysis.bounds.expression import parse
from analysis.bounds.interval import intersect
from analysis.cleaning.observations import Observation
from analysis.estimating.points import Point, Points
from analysis.questions.evidence import Evidence
from analysis.words.catalogue import LANGS, say

IMPLIED_COLUMNS = (
    "implied_id", "theme", *(f"label_{lang}" for lang in LANGS), "series_id", "time_period", "t", "value", "lower",
    "upper", "unit", "expression", "modelled", "inputs",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Implied:
    """One figure: the theme and the series that it belongs to, its period, and the expression that gives it.

    `modelled` tells figures that join their series from those that are only compared.
    """

    implied_id: str
    theme: str
    series_id: str
    period: str
    expression: str
    modelled: bool = False

    def find(self, known: Mapping[str, Point]) -> Point | None:
        """Compute it from points by the id of an observation; None where one of them is not known."""
        expression = parse(self.expression)
        if not known.keys() >= set(expression.names):
            return None
        used = [known[name] for name in expression.names]
        bounds = expression.bounds({name: known[name].interval for name in expression.names})
        value = expression.value({name: known[name].value for name in expression.names})
        period = parse_period(self.period)
        return Point(
            period.end, value, bounds, undated=period.undated, period=self.period, definition=self.series_id,
            source=_ids(p.source for p in used), ref=_ids(p.ref for p in used),
        )  # fmt: skip


@cache
def load_implied() -> dict[str, Implied]:
    """Read all of them, by id."""
    entries = read_yaml(Path(__file__).with_name("implied.yml"))
    return {entry["implied_id"]: Implied(**entry) for entry in entries}


def add_implied(points: Points, evidence: Evidence) -> Points:
    """Return a series with the figures that printed ones imply at periods at which none is printed."""
    printed = {p.period for p in points}
    return points.keep((*points, *(p for p in find_implied(evidence, points.series_id) if p.period not in printed)))


def find_implied(evidence: Evidence, series_id: str) -> list[Point]:
    """Return the implied figures of a series, one at each period: what all ways to it allow, none where they part."""
    if not evidence.implied:
        return []
    ways: dict[str, list[Point]] = {}
    for rule in load_implied().values():
        point = rule.find(evidence.by_observation) if rule.modelled and rule.series_id == series_id else None
        if point is not None:
            ways.setdefault(point.period, []).append(point)
    return [point for found in ways.values() if (point := _agree(found))]


def _agree(ways: list[Point]) -> Point | None:
    if len(ways) == 1:
        return ways[0]
    bounds = intersect(p.interval for p in ways)
    if bounds is None:
        return None
    refs, sources = _ids(p.ref for p in ways), _ids(p.source for p in ways)
    return replace(ways[0], value=bounds.middle, interval=bounds, ref=refs, source=sources)


def _ids(texts: Iterable[str]) -> str:
    return " ".join(sorted({name for text in texts for name in text.split()}))


def tabulate_implied(observations: pl.DataFrame) -> pl.DataFrame:
    """Return the table `implied`: the figures whose observations are all there, sorted by id."""
    printed = {one.observation_id: one for one in records(observations, Observation)}
    known = {
        name: Point(decimal_year(one.period_end), one.quantity.value, one.quantity.interval, ref=name)
        for name, one in printed.items()
    }
    rows = (_row(rule, point, printed) for rule in load_implied().values() if (point := rule.find(known)))
    types = dict.fromkeys(("t", "value", "lower", "upper"), float) | {"modelled": bool}
    return text_table(rows, IMPLIED_COLUMNS, types).sort("implied_id")


def _row(rule: Implied, point: Point, printed: Mapping[str, Observation]) -> dict[str, object]:
    """Write a figure as a row of the table; its unit is that of what it counts, which stands first."""
    labels = {f"label_{lang}": say(f"implied-{rule.implied_id}", lang) for lang in LANGS}
    return labels | {
        "implied_id": rule.implied_id, "theme": rule.theme, "series_id": rule.series_id,
        "time_period": rule.period, "t": point.t, "value": point.value,
        "lower": point.lower, "upper": point.upper,
        "unit": printed[parse(rule.expression).names[0]].quantity.unit, "expression": rule.expression,
        "modelled": rule.modelled, "inputs": point.ref,
    }  # fmt: skip
