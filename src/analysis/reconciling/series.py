"""Observations to series: one row per point, cut at breaks, with the statements behind each point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from analysis.base.codebook import Codebook
from analysis.base.periods import decimal_year
from analysis.reconciling.breaks import Break, apart_ids, find_segment
from analysis.reconciling.points import Choice, Verdict, judge
from analysis.reconciling.quantities import Row, belongs_to_series, group_quantities, series_name

if TYPE_CHECKING:
    import polars as pl

SERIES_COLUMNS = (
    "series_id indicator area level method segment time_period t value lower upper lower_closed upper_closed unit "
    "status rule observations note alternatives obs_status modelled"
).split()


def build_series(
    observations: pl.DataFrame, codebook: Codebook, breaks: Iterable[Break], choices: Mapping[str, Choice] | None = None
) -> pl.DataFrame:
    """Build all series.

    Returns one row per point with `SERIES_COLUMNS`, sorted by series and time. `value` is null where the statements are
    in conflict; `lower` and `upper` then span all of them. `observations` lists the statements that decide,
    `alternatives` those beside them; `obs_status` is E where the point is derived, U where it is of low reliability;
    only points with `modelled` enter a model.
    """
    import polars as pl

    cuts = list(breaks)
    apart = apart_ids(cuts)
    rows = [row for row in observations.iter_rows(named=True) if belongs_to_series(row)]
    points = [
        _point(group, judge(group, choices or {}), find_segment(group[0], cuts))
        for group in group_quantities((r for r in rows if r["observation_id"] not in apart), codebook).values()
    ]
    # What measures something else stays visible, in a series of its own that no model sees.
    points += [
        _point([row], judge([row], {}), apart[row["observation_id"]]) | {"rule": "R9", "modelled": False}
        for row in rows
        if row["observation_id"] in apart
    ]
    frame = pl.DataFrame(points, schema=_schema())
    return frame.sort("series_id", "t", "time_period")


def _point(group: list[Row], verdict: Verdict, segment: str) -> dict[str, object]:
    """Return the row of one point."""
    row = verdict.used[0]
    return {
        "series_id": series_name(row, segment), "segment": segment,
        **{name: row[name] for name in ("indicator", "area", "level", "method", "unit")},
        # 2016 and 2016-12 are one day for a stock; the finer period says so.
        "time_period": max((str(r["time_period"]) for r in verdict.used), key=lambda p: (len(p), p)),
        "t": decimal_year(row["period_end"]), "value": verdict.value, **verdict.span._asdict(),
        "status": verdict.status, "rule": verdict.rule, "observations": _ids(verdict.used),
        "note": " ".join(sorted({str(r["note"]) for r in group if r["note"]})),
        "alternatives": _ids(verdict.alternatives), "obs_status": _obs_status(verdict), "modelled": verdict.modelled,
    }  # fmt: skip


def _ids(rows: Iterable[Row]) -> str:
    return " ".join(sorted(str(row["observation_id"]) for row in rows))


def _obs_status(verdict: Verdict) -> str:
    """Return the SDMX status of a point: the worst of the statements it rests on."""
    found = {str(row["status"]) for row in verdict.used}
    return next((status for status in "UDE" if status in found), "A")


def _schema() -> dict[str, object]:
    import polars as pl

    floats = dict.fromkeys(("t", "value", "lower", "upper"), pl.Float64)
    flags = dict.fromkeys(("lower_closed", "upper_closed", "modelled"), pl.Boolean)
    return {name: (floats | flags).get(name, pl.String) for name in SERIES_COLUMNS}
