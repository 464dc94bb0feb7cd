"""What models take and give: points with bounds in; estimates, refusals and a fitted curve out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from analysis.base.errors import ProjectError

Array = NDArray[np.float64]

LEVEL = 0.95
CERTAIN = 1.0  # the level of pure interval arithmetic: it holds whenever the printed bounds hold


def _settle(record: object, *names: str) -> None:
    """Turn the numbers of a frozen record into plain floats, whatever kind of number came in."""
    for name in names:
        object.__setattr__(record, name, float(getattr(record, name)))


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: printed value, the bounds it allows, and where it comes from.

    `t` is a decimal year; `value`, `lower`, `upper` are in the unit of the series; `n` is the printed size of the
    sample where the figure is a sample share. `definition` names the way of counting (a fit over two of them is
    refused), `source` the bulletin (left out in turn by the sensitivity runs), `ref` the observation's id.
    """

    t: float
    value: float
    lower: float
    upper: float
    n: int | None = None
    period: str = ""
    definition: str = ""
    source: str = ""
    ref: str = ""

    def __post_init__(self) -> None:
        _settle(self, "t", "value", "lower", "upper")
        if math.isnan(self.t) or not self.lower <= self.upper:
            place = self.ref or self.period or f"t = {self.t}"
            raise ProjectError(
                f"point {place}: bounds [{self.lower}, {self.upper}] at t = {self.t} are not an interval; "
                "give a date and lower <= upper."
            )

    @property
    def interval(self) -> Interval:
        """The bounds as an interval."""
        return Interval(self.lower, self.upper)


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

    def column(self, name: str) -> Array:
        """Return one numeric field of all points as an array of shape (n,)."""
        return np.array([getattr(p, name) for p in self.rows], dtype=float)

    def keep(self, rows: Iterable[Point]) -> Points:
        """Return the same series with these points only."""
        return replace(self, rows=tuple(rows))

    def between(self, start: float, end: float) -> Points:
        """Return the points with start <= t <= end (decimal years)."""
        return self.keep(p for p in self.rows if start <= p.t <= end)

    @property
    def definitions(self) -> tuple[str, ...]:
        """The ways of counting in the series, sorted."""
        return tuple(sorted({p.definition for p in self.rows}))


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; `bounds_algebra` computes with it."""

    lower: float
    upper: float

    def __post_init__(self) -> None:
        _settle(self, "lower", "upper")
        if not self.lower <= self.upper:
            raise ProjectError(f"interval [{self.lower}, {self.upper}]: the lower end must not exceed the upper one.")

    @property
    def middle(self) -> float:
        """The centre of the interval."""
        return (self.lower + self.upper) / 2


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number computed by a model.

    `lower` and `upper` enclose the truth with probability `level` under `assumption`; at level 1 they follow from the
    printed bounds alone. `identified` is the range of the point estimate over all data that the bounds allow, without
    any error of the model (Manski's identified set; None where it was not computed).
    """

    parameter: str
    value: float
    lower: float
    upper: float
    unit: str
    level: float
    n: int
    method: str
    reference: str
    assumption: str
    warnings: tuple[str, ...] = ()
    identified: Interval | None = None

    def __post_init__(self) -> None:
        _settle(self, "value", "lower", "upper")

    @property
    def width(self) -> float:
        """The width of the interval."""
        return self.upper - self.lower


@dataclass(frozen=True, slots=True)
class Basis:
    """What the estimates of one fit have in common."""

    level: float
    n: int
    method: str
    reference: str
    assumption: str
    warnings: tuple[str, ...] = ()

    def estimate(
        self, parameter: str, unit: str, value: float, ends: Interval, identified: Interval | None = None,
        warnings: tuple[str, ...] = (),
    ) -> Estimate:  # fmt: skip
        """Make one estimate of the fit."""
        return Estimate(
            parameter, value, ends.lower, ends.upper, unit, self.level, self.n, self.method, self.reference,
            self.assumption, self.warnings + warnings, identified,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """A model that was not fitted, with the one sentence that the report prints instead."""

    model: str
    sentence: str
    n: int
    minimum: int


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A fitted value at a date with its pointwise interval, for charts."""

    t: float
    value: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a model says about a series: estimates, or refusals, or both; and the fitted curve where there is one."""

    model: str
    series_id: str
    estimates: tuple[Estimate, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    curve: tuple[CurvePoint, ...] = field(default=(), repr=False)

    @property
    def refused(self) -> bool:
        """Whether nothing was estimated."""
        return not self.estimates

    def get(self, parameter: str) -> Estimate:
        """Return the estimate of one parameter; raises `ProjectError` with the known names."""
        for estimate in self.estimates:
            if estimate.parameter == parameter:
                return estimate
        known = ", ".join(e.parameter for e in self.estimates) or "none: " + "; ".join(
            r.sentence for r in self.refusals
        )
        raise ProjectError(f"{self.model} on {self.series_id} has no estimate of '{parameter}'; it has {known}.")
