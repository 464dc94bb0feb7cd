"""The working scale of a model: figures as they are, their logarithms, or the log odds of shares."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import special

from analysis.estimating.points import Array, Point, Points
from analysis.words.catalogue import Message, message

Scale = Literal["plain", "log", "logit"]

# Shares are printed to a tenth at best, so 0 and 100 stand for anything within half a tenth of them.
SHARE_EDGE = 0.05


def to_scale(values: Array, scale: Scale) -> Array:
    """Transform values (any shape) to the working scale; shares are percent and kept off 0 and 100 on the logit."""
    if scale == "log":
        return np.log(values)
    if scale == "logit":
        return special.logit(np.clip(values, SHARE_EDGE, 100 - SHARE_EDGE) / 100)
    return np.asarray(values, dtype=np.float64)


def from_scale(values: Array, scale: Scale) -> Array:
    """Undo `to_scale`."""
    if scale == "log":
        return np.exp(values)
    return 100 * special.expit(values) if scale == "logit" else np.asarray(values, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a fit on its working scale; each property is an array of shape (n,)."""

    rows: Sequence[Point]
    scale: Scale

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> Array:
        """Return one field of the points as it is printed."""
        return np.array([getattr(point, name) for point in self.rows], dtype=np.float64)

    @property
    def low(self) -> Array:
        """The lower ends of the bounds."""
        return to_scale(self.column("lower"), self.scale)

    @property
    def high(self) -> Array:
        """The upper ends of the bounds."""
        return to_scale(self.column("upper"), self.scale)

    @property
    def centre(self) -> Array:
        """The centres of the bounds: of their logarithms on the log scale, of the shares on the logit."""
        if self.scale == "log":
            return (self.low + self.high) / 2
        return to_scale((self.column("lower") + self.column("upper")) / 2, self.scale)

    @property
    def printed(self) -> Array:
        """The printed values, moved to the nearest bound where they lie outside."""
        return to_scale(np.clip(self.column("value"), self.column("lower"), self.column("upper")), self.scale)


def keep_usable(points: Points, scale: Scale) -> tuple[Points, tuple[Message, ...]]:
    """Leave out points whose bounds are open on the working scale, with one warning for each."""

    def is_usable(point: Point) -> bool:
        finite = math.isfinite(point.lower) and math.isfinite(point.upper)
        return finite and not (scale == "log" and point.lower <= 0)

    left_out = [p for p in points if not is_usable(p)]
    warnings = tuple(
        message("warning-open-bounds", period=p.period or f"{p.t:.2f}", bounds=str(p.interval), scale=scale)
        for p in left_out
    )
    return points.keep(p for p in points if is_usable(p)), warnings
