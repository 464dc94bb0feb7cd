"""A series in phases: a line on the log scale whose slope changes at dated events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from analysis.base.errors import ProjectError
from analysis.estimating.draws import BOUNDS_REFERENCE, DRAWS, SEED, Spread
from analysis.estimating.growth import prepare, time_to, to_percent
from analysis.estimating.linear import LinearFit, bend, draw_curve, fit_least_squares, transform, warn_residuals
from analysis.estimating.minimums import refuse
from analysis.estimating.outcomes import LEVEL, Basis, Estimate, Outcome, Refusal
from analysis.estimating.points import Array, Points
from analysis.estimating.scales import Figures
from analysis.words.catalogue import Message, message

PHASES_REFERENCE = f"Suits, Mason & Chan 1978 (splines by regression, known knots); {BOUNDS_REFERENCE}"


def fit_phases(
    points: Points, breaks: Sequence[float], *, labels: Sequence[str] = (), dates: Sequence[float] = (),
    level: float = LEVEL, draws: int = DRAWS, seed: int = SEED, spread: Spread = "drawn",
) -> Outcome:  # fmt: skip
    """Fit a continuous log-linear line whose slope changes at the dated events `breaks` (decimal years).

    Gives `annual_rate.LABEL` (percent per year) for each phase and `half_life.LABEL` (years) where the phase surely
    declines; `rate_change.LABEL` (percent) compares a phase's yearly factor with the one before it. Labels default to
    phase1, phase2, ... Refused where a phase holds fewer than two dates, or fewer than two degrees of freedom remain.
    """
    breaks = sorted(breaks)
    names = list(labels) or [f"phase{i + 1}" for i in range(len(breaks) + 1)]
    if len(names) != len(breaks) + 1:
        raise ProjectError(f"phases: {len(breaks)} breaks make {len(breaks) + 1} phases, but {len(names)} labels came.")
    points, warnings, refusal = prepare("phases", points, extra=len(breaks) - 1)
    refusal = refusal or _refuse_empty_phase(points, breaks, names)
    if refusal:
        return Outcome("phases", points.series_id, refusals=(refusal,))
    t = points.dates
    design_at = partial(bend, origin=float(t.min()), knots=breaks)
    fit = fit_least_squares(design_at(t), Figures(points.rows, "log"), draws, seed)
    basis = Basis(
        level, len(points), _name_method(breaks), PHASES_REFERENCE, message("assumption-phases"),
        warnings + warn_residuals(fit),
    )  # fmt: skip
    estimates = tuple(_estimate_phases(fit, basis, names, spread))
    return Outcome("phases", points.series_id, estimates, curve=draw_curve(fit, design_at, dates, "log", level))


def _estimate_phases(fit: LinearFit, basis: Basis, names: Sequence[str], spread: Spread) -> Iterator[Estimate]:
    """Give the rate of each phase, and how it differs from that of the phase before."""
    count = len(names)
    for name, slope in zip(names, fit.combine(_slope_vectors(count), basis.level, spread), strict=True):
        yield transform(basis, slope, to_percent, f"annual_rate.{name}", "percent_per_year")
        yield from time_to(basis, slope, f".{name}")
    changes = fit.combine(np.eye(count + 1)[2:], basis.level, spread) if count > 1 else []
    for name, change in zip(names[1:], changes, strict=True):
        yield transform(basis, change, to_percent, f"rate_change.{name}", "percent")


def _slope_vectors(phases: int) -> Array:
    """Rows that add up the changes of slope: phase k has the first slope and k changes."""
    return np.column_stack([np.zeros(phases), np.tril(np.ones((phases, phases)))])


def _name_method(breaks: Sequence[float]) -> Message:
    at = ", ".join(f"{b:.2f}" for b in breaks)
    return message("method-phases", dates=at) if breaks else message("method-loglinear")


def _refuse_empty_phase(points: Points, breaks: Sequence[float], names: Sequence[str]) -> Refusal | None:
    """Refuse breaks that leave a phase with fewer than two dates."""
    dates = np.unique(points.dates)
    edges = [-np.inf, *breaks, np.inf]
    for name, start, end in zip(names, edges[:-1], edges[1:], strict=True):
        inside = int(np.sum((dates > start) & (dates <= end)))
        if inside < 2:
            counted = message("counted-dates", number=inside)
            return refuse(
                "phases", "refusal-phase", points.series_id, len(points), phase=name, inside=inside, counted=counted
            )
    return None
