"""Panels: many units over a few dates, each unit with its own level, errors clustered by unit."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.bounds.shares import NOTHING
from analysis.estimating.draws import BOUNDS_REFERENCE
from analysis.estimating.growth import to_percent
from analysis.estimating.linear import Errors, LinearFit, bend, carry, fit_least_squares, transform
from analysis.estimating.minimums import refuse, refuse_few
from analysis.estimating.outcomes import CERTAIN, LEVEL, Basis, Outcome
from analysis.estimating.points import Array, Point, Points
from analysis.estimating.scales import Figures, Scale, keep_usable
from analysis.words.catalogue import Message, message

REFERENCE = (
    "Cameron & Miller 2015 (clusters); MacKinnon, Nielsen & Webb 2023 (jackknife); "
    f"Carter, Schnepel & Steigerwald 2017 (degrees of freedom); {BOUNDS_REFERENCE}"
)
FEW_CLUSTERS = 30
QUARTERS = (25, 50, 75)
# Years between two figures that tell a rise from a fall; those of one month in two years may lie a day less apart.
LEAST_SPAN = 0.99
DESCRIBED = message("method-census"), "Hyndman & Fan 1996 (quantiles, definition 7)", message("assumption-census")


@dataclass(frozen=True, slots=True)
class Panel:
    """Series of one indicator for several units (provinces, tiers), kept in order of the unit's name."""

    panel_id: str
    unit: str
    members: tuple[tuple[str, Points], ...]

    def __post_init__(self) -> None:
        names = [name for name, _ in self.members]
        if len(set(names)) != len(names):
            double = sorted({n for n in names if names.count(n) > 1})
            raise ProjectError(
                f"panel {self.panel_id}: {', '.join(double)} occurs twice; join its points into one series."
            )
        object.__setattr__(self, "members", tuple(sorted(self.members, key=lambda m: m[0])))

    @property
    def rows(self) -> list[Point]:
        """The points that carry a change, unit by unit: a unit with one date, which is left out, is no evidence."""
        return [p for _, points in self.members if points.count_dates() > 1 for p in points]

    @property
    def lasting(self) -> Panel:
        """The panel of the units whose first and last figures lie a year or more apart."""
        return self.keep({n: p for n, p in self.members if len(p) and p.rows[-1].t - p.rows[0].t >= LEAST_SPAN})

    def keep(self, members: Mapping[str, Points]) -> Panel:
        """Return the same panel with these members only."""
        return replace(self, members=tuple(members.items()))


def fit_panel(panel: Panel, *, scale: Scale = "plain") -> Outcome:
    """Fit a trend common to all units, with unit fixed effects and errors clustered by unit.

    Gives `trend` (unit per year) or on the log scale `annual_rate` (percent per year). Units with one date carry no
    trend and are left out. Refused for few units or over several definitions.
    """
    kept, warnings = _usable_members(panel, scale)
    if refusal := _refuse(panel, len(kept)):
        return refusal
    fit = _fit_within(kept, scale)
    basis = Basis(
        LEVEL, sum(map(len, kept.values())), message("method-panel"),
        REFERENCE, message("assumption-panel"), warnings + _warn_clusters(len(kept), fit.df),
    )  # fmt: skip
    (slope,) = fit.combine(np.eye(1))
    if scale == "log":
        found = transform(basis, slope, to_percent, "annual_rate", "percent_per_year")
    else:
        found = transform(basis, slope, float, "trend", f"{panel.unit}_per_year")
    return Outcome("panel", panel.panel_id, (found,))


def _usable_members(panel: Panel, scale: Scale) -> tuple[dict[str, Points], tuple[Message, ...]]:
    kept, warnings, single = {}, [], []
    for name, points in panel.members:
        usable, notes = keep_usable(points, scale)
        warnings += [message("warning-unit", unit=name, warning=note) for note in notes]
        if usable.count_dates() > 1:
            kept[name] = usable
        else:
            single.append(name)
    if single:
        warnings.append(message("warning-single-dates", number=len(single), names=", ".join(single)))
    return kept, tuple(warnings)


def _warn_clusters(units: int, df: float) -> tuple[Message, ...]:
    """Warn where clusters are few, counted by what they weigh (Cameron and Miller 2015, section VI)."""
    if df + 1 >= FEW_CLUSTERS:
        return ()
    return (message("warning-few-clusters", units=units, equal=round(df + 1), df=round(df)),)


def _refuse(panel: Panel, usable: int) -> Outcome | None:
    """Refuse a panel that counts by several definitions or has too few usable units."""
    found, name = sorted({p.definition for p in panel.rows}), panel.panel_id
    refusal = refuse_few("panel", usable, name)
    if len(found) > 1:
        said = {"definitions": len(found), "names": ", ".join(found)}
        refusal = refuse("panel", "refusal-panel-definitions", name, len(panel.members), **said)
    return Outcome("panel", name, refusals=(refusal,)) if refusal else None


def _fit_within(kept: Mapping[str, Points], scale: Scale) -> LinearFit:
    """Fit the regression within units, whose means are taken out, with errors from leaving out each unit in turn."""
    index = np.repeat(np.arange(len(kept)), [len(p) for p in kept.values()])
    t = np.concatenate([p.dates for p in kept.values()])
    same = (index[:, None] == index[None, :]).astype(np.float64)
    within = np.eye(len(t)) - same / same.sum(axis=1, keepdims=True)
    design = within @ bend(t, float(t.mean()))[:, 1:]
    figures = Figures([point for points in kept.values() for point in points], scale)
    errors = Errors("cluster-crv3", {"groups": index})
    fit = fit_least_squares(design, figures, errors=errors, within=within)
    return replace(fit, df=effective_clusters(fit.weights, index) - 1)


def effective_clusters(weights: Array, index: NDArray[np.intp]) -> float:
    """Return the number of equal clusters that would tell as much (Carter, Schnepel and Steigerwald 2017).

    weights (k, n): the regression's weight of each observation in each coefficient. A unit seen over a long span weighs
    more, and slopes that differ between units make its weight count squared; the least number over coefficients holds.
    """
    groups = np.unique(index)
    shares = np.stack([(weights[:, index == g] ** 2).sum(axis=1) ** 2 for g in groups])
    return max(2.0, float((shares.sum(axis=0) ** 2 / (shares**2).sum(axis=0)).min()))


def describe_changes(panel: Panel) -> Outcome:
    """Describe the yearly change of all units of a complete census between two dates: no sample, so no interval of one.

    `annual_rate` is that of the sum of the units, `median_rate` that of the unit in the middle, `middle_half` spans
    those of the middle half of the units (level 1). A mean of units with an interval of its own would make a sample of
    a census.
    """
    window = {n: p for n, p in panel.members if p.count_dates() > 1}
    if refusal := _refuse(panel.keep(window), len(window)):
        return refusal
    first, last = ([p.rows[end] for p in window.values()] for end in (0, -1))
    total = sum((p.interval for p in last), NOTHING) / sum((p.interval for p in first), NOTHING)
    years = max(p.t for p in last) - min(p.t for p in first)

    def yearly(factor: float) -> float:
        return to_percent(math.log(factor) / years)

    units = [(b.interval / a.interval, b.value / a.value) for a, b in zip(first, last, strict=True)]
    # A quantile rises with every unit: the lower ends of all give its lower end, the upper ends its upper.
    (low, least, _), (_, middle, _), (_, most, high) = (
        np.percentile([yearly(factor) for factor in factors], QUARTERS).tolist()
        for factors in zip(*((bounds.lower, value, bounds.upper) for bounds, value in units), strict=True)
    )
    basis, rates = Basis(CERTAIN, len(window), *DESCRIBED), carry(yearly, total)
    value = yearly(sum(p.value for p in last) / sum(p.value for p in first))
    made = [
        basis.estimate("annual_rate", "percent_per_year", value, rates, rates),
        basis.estimate("median_rate", "percent_per_year", middle, Interval(least, most)),
        basis.estimate("middle_half", "percent_per_year", middle, Interval(low, high)),
    ]
    return Outcome("panel", panel.panel_id, tuple(made))


def count_signs(panel: Panel) -> Outcome:
    """Count the units that rose and fell between their first and last figures, by bounds.

    `units_up`, `units_down` of `units` hold from the number that surely did to the number that may have done (level 1).
    A unit counts whose figures lie a year or more apart: one seen twice in a quarter was counted as unchanged.
    """
    window = panel.lasting
    if refusal := _refuse(window, len(window.members)):
        return refusal
    pairs = [(p.rows[0].interval, p.rows[-1].interval) for _, p in window.members]
    up, down = _count_below(pairs), _count_below([(last, first) for first, last in pairs])
    basis = Basis(CERTAIN, len(pairs), message("method-signs"), "Manski 2003, chapter 1", message("assumption-signs"))
    counts = {"units": Interval.at(len(pairs)), "units_up": up, "units_down": down}
    made = [basis.estimate(name, "count", i.middle, i, i) for name, i in counts.items()]
    return Outcome("panel", panel.panel_id, tuple(made))


def _count_below(pairs: Sequence[tuple[Interval, Interval]]) -> Interval:
    """Count the pairs whose first figure surely, and may, lie below the second."""
    surely = sum(a.surely_below(b) and a & b is None for a, b in pairs)
    return Interval(surely, sum(a.lower < b.upper for a, b in pairs))
