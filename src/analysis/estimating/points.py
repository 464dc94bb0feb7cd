"""What models take: series of points, each a figure at a date with the bounds that its print allows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Bounded, Interval

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Point(Bounded):
    """One figure of a series: printed value, the bounds it allows, and where it comes from.

    `t` is a decimal year; `value` and `interval` are in the unit of the series; `n` is the printed size of the sample
    where the figure is a sample share; `undated` is how many years before `t` it may have been counted where no day is
    printed. `definition` names the way of counting (a fit over two of them is refused),
    `source` the bulletin (left out in turn by the sensitivity runs), `ref` the observation's id.
    """

    t: float
    value: float
    interval: Interval
    n: int | None = None
    undated: float = 0.0
    period: str = ""
    definition: str = ""
    source: str = ""
    ref: str = ""

    def __post_init__(self) -> None:
        # Whatever kind of number came in, results print the same bytes.
        for name in ("t", "value"):
            object.__setattr__(self, name, float(getattr(self, name)))
        if math.isnan(self.t):
            raise ProjectError(f"point {self.ref or self.period or self.value}: it has no date; give it one.")


@dataclass(frozen=True, slots=True)
class Points:
    """A series: its id, unit and points, kept in order of time whatever order they came in."""

    series_id: str
    unit: str
    rows: tuple[Point, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(sorted(self.rows, key=lambda p: (p.t, p.period, p.ref, p.value))))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Point]:
        return iter(self.rows)

    @property
    def dates(self) -> Array:
        """The dates of all points as decimal years, shape (n,)."""
        return np.array([p.t for p in self.rows], dtype=np.float64)

    def early(self) -> Points:
        """Return the same series with each undated figure as early as it may have been counted."""
        return self.keep(replace(p, t=p.t - p.undated, undated=0.0) for p in self.rows)

    def count_dates(self) -> int:
        """Count different dates: two figures of one day say nothing of a trend."""
        return len({p.t for p in self.rows})

    def keep(self, rows: Iterable[Point]) -> Points:
        """Return the same series with these points only."""
        return replace(self, rows=tuple(rows))

    def between(self, start: float, end: float) -> Points:
        """Return the points with start <= t <= end (decimal years)."""
        return self.keep(p for p in self.rows if start <= p.t <= end)

    def to_pandas(self) -> pd.DataFrame:
        """Return a row for each point, for a notebook to show: its period, value, bounds and observations."""
        rows = [(p.period, p.value, str(p.interval), p.ref) for p in self.rows]
        return pd.DataFrame(rows, columns=["period", "value", "bounds", "observations"])

    @property
    def definitions(self) -> tuple[str, ...]:
        """The ways of counting in the series, sorted."""
        return tuple(sorted({p.definition for p in self.rows}))
