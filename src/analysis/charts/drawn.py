"""Drawn rows: what a chart shows, one row for each mark, in one schema for all exhibits.

Ids, units and numbers only, no text of a language: a third of the exhibits' files once held words where a reader
looked for numbers. Charts draw these rows and nothing else, so the file of an exhibit is its chart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from analysis.base.errors import ProjectError, require_known
from analysis.bounds.interval import Interval

# How a mark came about, which decides how it looks: `charts.grammar` draws it, `charts.layout` explains it in the key.
STATUSES = (
    "printed",  # as a bulletin prints it
    "derived",  # by arithmetic from printed figures
    "doubtful",  # from copies of low confidence
    "disputed",  # one of several statements in conflict, or one that another was preferred to
    "apart",  # kept out of the series that it looks like, by a written record
    "possible",  # a further reach of the bounds under another reading of the words
    "estimate",  # by a model
    "curve",  # a point of a fitted curve
    "refused",  # a model that the figures do not support
    "counted",  # counted in the project's own tables
)
HOLLOW = frozenset({"doubtful", "disputed", "apart", "refused"})
DIGITS = 6
ISSUER = "issuer:"  # before the id of an issuer in a label, which may be that of a method too


@dataclass(frozen=True, slots=True)
class Drawn:
    """One mark: panel, series and label say where it stands, `line` which marks one line may join."""

    id: str = ""
    panel: str = ""
    series: str = ""
    label: str = ""  # ids with ` / ` between them
    period: str = ""
    t: float | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    lower_closed: bool = True
    upper_closed: bool = True
    comparator: str = "eq"
    rounded: bool = False
    decimals: int = 0
    status: str = "printed"
    unit: str = ""
    line: str = ""
    bulletins: str = ""

    def __post_init__(self) -> None:
        require_known("status of a drawn row", self.status, STATUSES)
        if self.value is not None and not math.isfinite(self.value):
            raise ProjectError(f"{self.id or self.label}: {self.value} cannot be drawn; leave it out or give bounds.")
        for name in ("t", "value", "lower", "upper"):
            object.__setattr__(self, name, shorten(getattr(self, name)))

    @property
    def width(self) -> float:
        """The distance of the bounds; infinite where one of them is."""
        return 0.0 if self.lower is None or self.upper is None else self.upper - self.lower

    @property
    def hollow(self) -> bool:
        """Whether the figure is doubtful, disputed, set apart or refused."""
        return self.status in HOLLOW

    @property
    def numbers(self) -> list[float]:
        """Value and bounds, as far as they can be drawn."""
        return [end for end in (self.value, self.upper, self.lower) if end is not None and math.isfinite(end)]

    @property
    def height(self) -> float:
        """Where a label of the mark stands."""
        return self.numbers[0] if self.numbers else 0.0

    @property
    def ends(self) -> tuple[float, float]:
        """The bounds, both at the height of the mark where it has none."""
        return self.height if self.lower is None else self.lower, self.height if self.upper is None else self.upper

    @property
    def interval(self) -> Interval:
        """The bounds as an interval."""
        lower, upper = self.ends
        exact = lower == upper
        return Interval(lower, upper, exact or self.lower_closed, exact or self.upper_closed)

    @property
    def time(self) -> float:
        """The time as a number; charts over time draw rows that have one."""
        return self.t or 0.0


COLUMNS = tuple(field.name for field in fields(Drawn))


def shorten(number: float | None) -> float | None:
    """Round to six significant digits, whole numbers never: the last bits of a processor do not reach a chart."""
    if number is None or not math.isfinite(number) or number == round(number):
        return number
    return float(f"{number:.{DIGITS}g}") if abs(number) < 10**DIGITS else float(round(number))


def drawn(row: Mapping[str, Any]) -> Drawn:
    """Return a candidate as a drawn row, without the columns that chose and placed it."""
    return Drawn(**{name: value for name, value in row.items() if name in COLUMNS})


def numbers_in(rows: Iterable[Drawn]) -> list[float]:
    """Return every number that an axis of values must hold."""
    return [number for row in rows for number in row.numbers]


def order_of(rows: Sequence[Drawn], field: str) -> list[str]:
    """Return the panels, series or labels in the order in which they are drawn."""
    return list(dict.fromkeys(getattr(row, field) for row in rows))
