"""Observations to series: one point for each quantity, cut at breaks, with the observations behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from analysis.base.codebook import Codebook
from analysis.base.periods import decimal_year
from analysis.base.tables import records, to_table
from analysis.bounds.interval import Interval
from analysis.cleaning.observations import Observation
from analysis.reconciling.agreement import Choice, Reconciled, reconcile
from analysis.reconciling.breaks import Break, apart_ids, find_segment
from analysis.reconciling.same_quantity import belongs_to_series, group_quantities

SERIES_COLUMNS = (
    "series_id indicator area level method segment time_period t value lower upper lower_closed upper_closed unit "
    "status rule observations note alternatives obs_status modelled"
).split()


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One point of a series.

    `value` is None where the observations are in conflict; the interval then holds all of them. `observations` are
    those that decide, `alternatives` those beside them. `t` is the end of its period as a decimal year. Only points
    with `modelled` enter a model.
    """

    series_id: str
    indicator: str
    area: str
    level: str
    method: str
    segment: str
    time_period: str
    t: float
    value: float | None
    interval: Interval
    unit: str
    status: str
    rule: str
    observations: tuple[str, ...]
    note: str
    alternatives: tuple[str, ...]
    obs_status: str
    modelled: bool


def build_series(
    observations: pl.DataFrame, codebook: Codebook, breaks: Iterable[Break], choices: Mapping[str, Choice] | None = None
) -> pl.DataFrame:
    """Return the table `series` of the table `observations`."""
    points = reconcile_series(records(observations, Observation), codebook, breaks, choices or {})
    return to_table(points, SeriesPoint, SERIES_COLUMNS)


def reconcile_series(
    observations: Iterable[Observation], codebook: Codebook, breaks: Iterable[Break], choices: Mapping[str, Choice],
    known: dict[tuple[str, ...], SeriesPoint] | None = None,
) -> list[SeriesPoint]:  # fmt: skip
    """Return the points of all series, sorted by series and time.

    `known` keeps the points of quantities by the ids of their observations, for one who asks again with fewer of them.
    """
    cuts, known = list(breaks), {} if known is None else known
    apart = apart_ids(cuts)
    able = [one for one in observations if belongs_to_series(one)]
    groups = group_quantities((one for one in able if one.observation_id not in apart), codebook)
    points = []
    for group in groups:
        ids = tuple(one.observation_id for one in group)
        if ids not in known:
            known[ids] = _point(group, reconcile(group, choices), find_segment(group[0], cuts))
        points.append(known[ids])
    # What measures something else stays visible, in a series of its own that no model sees.
    points += [
        replace(_point([one], reconcile([one], {}), apart[one.observation_id]), rule="R9", modelled=False)
        for one in able if one.observation_id in apart
    ]  # fmt: skip
    return sorted(points, key=lambda point: (point.series_id, point.t, point.time_period))


def _point(group: Sequence[Observation], found: Reconciled, segment: str) -> SeriesPoint:
    one = found.used[0]
    return SeriesPoint(
        name_series(one, segment), one.indicator, one.area, one.level, one.method, segment,
        # 2016 and 2016-12 are one day for a stock; the finer period says so.
        time_period=max((other.time_period for other in found.used), key=lambda period: (len(period), period)),
        t=decimal_year(one.period_end), value=found.value, interval=found.interval, unit=one.quantity.unit,
        status=found.status, rule=found.rule, observations=_ids(found.used),
        note=" ".join(sorted({other.note for other in group if other.note})), alternatives=_ids(found.alternatives),
        obs_status=found.obs_status, modelled=found.modelled,
    )  # fmt: skip


def name_series(one: Observation, segment: str) -> str:
    """Return the series id: `{indicator}.{area}.{level}[.{method}][.{segment}]`."""
    parts = (one.indicator, one.area, one.level or "none", one.method, segment)
    return ".".join(part for part in parts if part)


def _ids(observations: Iterable[Observation]) -> tuple[str, ...]:
    return tuple(sorted(one.observation_id for one in observations))
