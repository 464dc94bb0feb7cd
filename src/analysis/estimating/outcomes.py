"""What models give: estimates with intervals, refusals in their place, and fitted curves."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Bounded, Interval
from analysis.words.catalogue import LANGS, Message

LEVEL = 0.95
CERTAIN = 1.0  # the level of pure interval arithmetic: it holds whenever the printed bounds hold


@dataclass(frozen=True, slots=True)
class Estimate(Bounded):
    """A number computed by a model.

    `interval` holds the truth with probability `level` under `assumption`; at level 1 it follows from the printed
    bounds alone. `identified` is the range of the point estimate over all data that the bounds allow, without any error
    of the model (Manski's identified set; None where it was not computed).
    """

    parameter: str
    value: float
    interval: Interval
    unit: str
    level: float
    n: int
    method: Message
    reference: str
    assumption: Message
    warnings: tuple[Message, ...] = ()
    identified: Interval | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", float(self.value))


@dataclass(frozen=True, slots=True)
class Basis:
    """What the estimates of one fit have in common."""

    level: float
    n: int
    method: Message
    reference: str
    assumption: Message
    warnings: tuple[Message, ...] = ()

    def estimate(
        self, parameter: str, unit: str, value: float, interval: Interval, identified: Interval | None = None,
        warnings: tuple[Message, ...] = (),
    ) -> Estimate:  # fmt: skip
        """Make one estimate of the fit."""
        return Estimate(
            parameter, value, interval, unit, self.level, self.n, self.method, self.reference, self.assumption,
            self.warnings + warnings, identified,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """A model that was not fitted, with the one sentence that the report prints instead."""

    model: str
    sentence: Message
    n: int
    minimum: int


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A fitted value at a date (decimal year) with its pointwise interval, for charts."""

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

    def to_pandas(self) -> pd.DataFrame:
        """Return a row for each estimate, then for each refusal, for a notebook to show."""
        made = [(e.parameter, e.value, e.lower, e.upper, e.unit, "") for e in self.estimates]
        refused = [("", None, None, None, "", refusal.sentence.in_(LANGS[0])) for refusal in self.refusals]
        columns = ["parameter", "value", "lower", "upper", "unit", "refused"]
        return pd.DataFrame(made + refused, columns=columns).round(4)

    def get(self, parameter: str) -> Estimate:
        """Return the estimate of one parameter; raises `ProjectError` with the known names."""
        for estimate in self.estimates:
            if estimate.parameter == parameter:
                return estimate
        reasons = "; ".join(refusal.sentence.in_(LANGS[0]) for refusal in self.refusals)
        known = ", ".join(e.parameter for e in self.estimates) or f"none: {reasons}"
        raise ProjectError(f"{self.model} on {self.series_id} has no estimate of '{parameter}'; it has {known}.")
