"""Sensitivity: the same model on variants of the data, and which of them change the headline."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from analysis.estimating.types import Estimate, Outcome, Points

HEADLINE = "headline"
Data = TypeVar("Data")


@dataclass(frozen=True, slots=True)
class SensitivityRow:
    """One variant beside the headline. A refused variant has no numbers and marks nothing."""

    parameter: str
    variant: str
    value: float
    lower: float
    upper: float
    unit: str
    n: int
    refused: bool
    changes_sign: bool
    leaves_interval: bool
    note: str

    @property
    def marked(self) -> bool:
        """Whether the report marks the headline because of this variant."""
        return self.changes_sign or self.leaves_interval


def run_variants(
    model: Callable[[Data], Outcome], headline: Data, variants: Mapping[str, Data], parameters: Iterable[str]
) -> list[SensitivityRow]:
    """Run a model on the headline data and on named variants; one row for each parameter and variant.

    `changes_sign`: the variant's value has the other sign. `leaves_interval`: its value lies outside the headline's
    interval. Variants come in the order of their names; the headline's own row comes first.
    """
    base = model(headline)
    results = {name: model(data) for name, data in sorted(variants.items())}
    rows: list[SensitivityRow] = []
    for parameter in parameters:
        main = _find(base, parameter)
        rows.append(_compare(parameter, HEADLINE, base, main, main))
        rows += [
            _compare(parameter, name, outcome, _find(outcome, parameter), main) for name, outcome in results.items()
        ]
    return rows


def _find(outcome: Outcome, parameter: str) -> Estimate | None:
    return next((e for e in outcome.estimates if e.parameter == parameter), None)


def _compare(
    parameter: str, variant: str, outcome: Outcome, found: Estimate | None, main: Estimate | None
) -> SensitivityRow:
    if found is None:
        note = " ".join(r.sentence for r in outcome.refusals) or f"{outcome.model} gives no {parameter} here."
        return SensitivityRow(parameter, variant, math.nan, math.nan, math.nan, "", 0, True, False, False, note)
    flips = main is not None and found.value * main.value < 0
    leaves = main is not None and not main.lower <= found.value <= main.upper
    note = "; ".join(found.warnings)
    return SensitivityRow(
        parameter, variant, found.value, found.lower, found.upper, found.unit, found.n, False, flips, leaves, note
    )


def leave_sources_out(points: Points) -> dict[str, Points]:
    """Return the series without each of its bulletins in turn, named `without SOURCE`."""
    sources = sorted({p.source for p in points if p.source})
    return {f"without {source}": points.keep(p for p in points if p.source != source) for source in sources}


def leave_points_out(points: Points) -> dict[str, Points]:
    """Return the series without each of its points in turn, named `without PERIOD` (or its date)."""
    out: dict[str, Points] = {}
    for i, point in enumerate(points.rows):
        name = f"without {point.period or format(point.t, '.2f')}"
        name = f"{name} ({point.ref or i})" if name in out else name
        out[name] = points.keep(p for j, p in enumerate(points.rows) if j != i)
    return out


def summarise(rows: Iterable[SensitivityRow]) -> str:
    """Say in one sentence how many variants change a headline, and which."""
    variants = [r for r in rows if r.variant != HEADLINE and not r.refused]
    marked = [r for r in variants if r.marked]
    if not marked:
        return f"None of {len(variants)} variants changes the sign or leaves the interval."
    names = ", ".join(f"{r.variant} ({'sign' if r.changes_sign else 'interval'})" for r in marked)
    return f"{len(marked)} of {len(variants)} variants change the headline: {names}."
