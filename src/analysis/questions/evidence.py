"""What the models may see: the points of reconciled series that are fit to be modelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.base.periods import decimal_year, period_dates
from analysis.estimating.panels import Panel
from analysis.estimating.types import Point, Points

if TYPE_CHECKING:
    import polars as pl

Row = Mapping[str, object]


@dataclass(frozen=True)
class Evidence:
    """Modelled points by series id, in order of time, and the bulletin of each observation.

    `implied` lets topics add counts that printed counts and flows imply; `event_shift` moves the policy events by so
    many years. Both are varied by the sensitivity runs only.
    """

    series: Mapping[str, tuple[Row, ...]]
    bulletins: Mapping[str, str]
    implied: bool = True
    event_shift: float = 0.0

    def points(self, series_id: str, start: str = "", end: str = "", without: Iterable[str] = ()) -> Points:
        """Return a series between two periods (both included); a series that does not exist has no points."""
        rows = [r for r in self.series.get(series_id, ()) if r["time_period"] not in set(without)]
        first = decimal_year(period_dates(start)[0]) if start else float("-inf")
        last = decimal_year(period_dates(end)[1]) if end else float("inf")
        kept = tuple(self._point(r) for r in rows if first <= float(r["t"]) <= last)
        return Points(series_id, str(rows[0]["unit"]) if rows else "", kept)

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

    def panel(self, panel_id: str, series_ids: Mapping[str, str], start: str = "", end: str = "") -> Panel:
        """Return several series as a panel; `series_ids` maps the name of a unit to its series."""
        found = {name: self.points(series_id, start, end) for name, series_id in series_ids.items()}
        # One way of counting runs through a panel whatever its units are called.
        members = {name: _defined(points, panel_id) for name, points in found.items() if len(points)}
        return Panel(panel_id, next((p.unit for p in members.values()), ""), tuple(members.items()))

    def areas(self, indicator: str, level: str, method: str = "", segment: str = "") -> dict[str, str]:
        """Return the series of one indicator, level and method by area, China as a whole left out."""
        found = {}
        for series_id, rows in self.series.items():
            key = tuple(rows[0][name] for name in ("indicator", "level", "method", "segment"))
            if key == (indicator, level, method, segment) and rows[0]["area"] != "CN":
                found[str(rows[0]["area"])] = series_id
        return found

    def _point(self, row: Row) -> Point:
        refs = str(row["observations"])
        sources = sorted({self.bulletins.get(name, "") for name in refs.split()})
        return Point(
            float(row["t"]), float(row["value"]), float(row["lower"]), float(row["upper"]),
            period=str(row["time_period"]), definition=str(row["series_id"]), source=" ".join(sources), ref=refs,
        )  # fmt: skip


def _defined(points: Points, definition: str) -> Points:
    return points.keep(replace(p, definition=definition) for p in points)


def gather(series: pl.DataFrame, observations: pl.DataFrame) -> Evidence:
    """Gather the evidence from the tables `series` and `observations`."""
    groups: dict[str, list[Row]] = {}
    for row in series.sort("series_id", "t", "time_period").iter_rows(named=True):
        if row["modelled"] and row["value"] is not None:
            groups.setdefault(row["series_id"], []).append(row)
    bulletins = dict(observations.select("observation_id", "bulletin_id").rows())
    return Evidence({name: tuple(rows) for name, rows in groups.items()}, bulletins)
