"""What the models may see: the points of reconciled series that are fit to be modelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

import polars as pl

from analysis.base.periods import decimal_year, parse_period
from analysis.base.tables import grouped, records
from analysis.base.themes import load_theme
from analysis.cleaning.observations import Observation
from analysis.estimating.panels import Panel
from analysis.estimating.points import Point, Points
from analysis.reconciling.series import SeriesPoint


@dataclass(frozen=True, slots=True)
class Series:
    """A series with what it counts."""

    indicator: str
    area: str
    level: str
    method: str
    segment: str
    points: Points


@dataclass(frozen=True)
class Evidence:
    """Modelled series by id, and the bulletin of each observation.

    `implied` lets topics add figures that printed ones imply; `reading` names another reading of the evidence, or
    another model, that a topic knows. Both are varied by the sensitivity runs only.
    """

    series: Mapping[str, Series]
    bulletins: Mapping[str, str]
    implied: bool = True
    reading: str = ""

    def points(self, series_id: str, start: str = "", end: str = "", without: Iterable[str] = ()) -> Points:
        """Return a series between two periods (both included); a series that does not exist has no points."""
        if series_id not in self.series:
            return Points(series_id, "", ())
        first = decimal_year(parse_period(start).first) if start else float("-inf")
        last = parse_period(end).end if end else float("inf")
        found = self.series[series_id].points.between(first, last)
        return found.keep(p for p in found if p.period not in set(without))

    def join(self, name: str, series_ids: Iterable[str]) -> Points:
        """Return several series as one, each point with its own series as definition."""
        parts = [self.points(series_id) for series_id in series_ids]
        unit = next((p.unit for p in parts if p.unit), "")
        return Points(name, unit, tuple(point for part in parts for point in part))

    def at(self, series_id: str, period: str) -> Point | None:
        """Return the point of a series at a period, None where there is none that may be modelled."""
        return next((p for p in self.points(series_id) if p.period == period), None)

    def latest(self, series_id: str, period: str) -> Point | None:
        """Return the last point of a series that does not lie after the end of a period."""
        rows = self.points(series_id, end=period).rows
        return rows[-1] if rows else None

    def nearest(self, series_id: str, t: float) -> Point | None:
        """Return the point of a series that lies nearest to a date (decimal year)."""
        return min(self.points(series_id), key=lambda p: abs(p.t - t), default=None)

    def panel(self, panel_id: str, series_ids: Mapping[str, str], start: str = "", end: str = "") -> Panel:
        """Return several series as a panel; `series_ids` maps the name of a unit to its series."""
        found = {name: self.points(series_id, start, end) for name, series_id in series_ids.items()}
        # One way of counting runs through a panel whatever its units are called.
        members = {
            name: points.keep(replace(p, definition=panel_id) for p in points)
            for name, points in found.items() if len(points)
        }  # fmt: skip
        return Panel(panel_id, next((p.unit for p in members.values()), ""), tuple(members.items()))

    def areas(self, indicator: str, method: str = "", segment: str = "") -> dict[str, str]:
        """Return the series of one indicator and method by area, over all levels; China as a whole is left out."""
        wanted = (indicator, "all", method, segment)
        return {
            one.area: name for name, one in self.series.items()
            if (one.indicator, one.level, one.method, one.segment) == wanted and one.area != "CN"
        }  # fmt: skip

    @cached_property
    def by_observation(self) -> Mapping[str, Point]:
        """The point that each observation stands behind."""
        return {ref: p for one in self.series.values() for p in one.points for ref in p.ref.split()}


def load_evidence(*themes: str) -> Evidence:
    """Return the evidence of themes as the pipeline made it, for a notebook that fits a model itself."""
    data = load_theme(*themes)
    return gather(data.series, data.observations)


def gather(series: pl.DataFrame, observations: pl.DataFrame) -> Evidence:
    """Gather the evidence from the tables `series` and `observations`."""
    return evidence_of(records(series, SeriesPoint), records(observations, Observation))


def evidence_of(series: Iterable[SeriesPoint], observations: Iterable[Observation]) -> Evidence:
    """Gather the evidence from points of series and observations."""
    bulletins = {one.observation_id: one.bulletin_id for one in observations}
    used = (point for point in series if point.modelled and point.value is not None)
    groups, found = grouped(used, lambda point: point.series_id), dict[str, Series]()
    for name, (one, *_) in sorted(groups.items()):
        points = Points(name, one.unit, tuple(_read_point(point, bulletins) for point in groups[name]))
        found[name] = Series(one.indicator, one.area, one.level, one.method, one.segment, points)
    return Evidence(found, bulletins)


def _read_point(point: SeriesPoint, bulletins: Mapping[str, str]) -> Point:
    sources = sorted({bulletins.get(name, "") for name in point.observations})
    return Point(
        point.t, cast("float", point.value), point.interval, undated=parse_period(point.time_period).undated,
        period=point.time_period, definition=point.series_id,
        source=" ".join(sources), ref=" ".join(point.observations),
    )  # fmt: skip
