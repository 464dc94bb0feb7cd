"""Charts of fitted curves: the figures, the curve with its band, and the words where a model is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.estimating.outcomes import Outcome
from analysis.estimating.points import Points
from analysis.words.catalogue import LANGS

if TYPE_CHECKING:
    import polars as pl

    from analysis.questions.events import Event

STEP = 0.05  # years between the dates of a curve


@dataclass(frozen=True)
class Fit:
    """A model of a series with its curve: the points it saw, and its breaks."""

    points: Points
    outcome: Outcome
    events: tuple[Event, ...] = ()


def curve_dates(points: Points) -> list[float]:
    """Return the dates of a curve over the points."""
    if not len(points):
        return []
    start, end = points.rows[0].t, points.rows[-1].t
    return [start + STEP * k for k in range(int((end - start) / STEP + 1e-9) + 1)]


def summarise_fits(fits: Mapping[str, Fit]) -> pl.DataFrame:
    """Return what each model says: its estimates with intervals, or the sentence of its refusal."""
    import polars as pl

    rows: list[tuple[object, ...]] = []
    for name, fit in fits.items():
        rows += [(name, e.parameter, e.value, e.lower, e.upper, e.unit, "") for e in fit.outcome.estimates]
        rows += [(name, "", None, None, None, "", refusal.sentence.in_(LANGS[0])) for refusal in fit.outcome.refusals]
    columns = "series parameter value lower upper unit refusal".split()
    schema = {column: pl.Float64 if column in ("value", "lower", "upper") else pl.String for column in columns}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.with_columns(pl.col("value", "lower", "upper").round_sig_figs(6))
