"""A figure with what its print leaves open: the one record of a value with bounds, from the print to the prose."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Bounded, Interval

# What a comparator becomes when its figure changes sign.
MIRRORED = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}


@dataclass(frozen=True, slots=True)
class Quantity(Bounded):
    """A value as printed, and the interval that holds the figure: `lower <= value <= upper` always holds.

    `comparator` is what the print says of the value (eq, gt, ge, lt, le, approx, range); `rounded` marks a value that
    is printed to some place only (4万, 62.5%); `unit` is empty where the print alone is read. `decimals` counts
    the digits behind the printed point, in the unit of the value: 1 for 8.0%, -2 for 3.50万, 0 where there is none.
    """

    value: float
    interval: Interval
    unit: str = ""
    comparator: str = "eq"
    rounded: bool = False
    decimals: int = 0

    def __post_init__(self) -> None:
        if not self.lower <= self.value <= self.upper:
            raise ProjectError(f"a value of {self.value} lies outside its own bounds {self.interval}.")

    @classmethod
    def exact(cls, value: float, unit: str = "") -> Quantity:
        """Return an exact figure."""
        return cls(float(value), Interval.at(value), unit)

    def __neg__(self) -> Quantity:
        """Mirror the figure at zero: a cut of over 10% is below -10%."""
        mirrored = MIRRORED.get(self.comparator, self.comparator)
        return Quantity(-self.value, -self.interval, self.unit, mirrored, self.rounded, self.decimals)
