"""A series in phases: a line on the log scale whose slope changes at dated events, and its level too where it may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from analysis.base.errors import ProjectError
from analysis.estimating import linear
from analysis.estimating.draws import BOUNDS_REFERENCE
from analysis.estimating.growth import fit_logarithms, prepare, time_to, to_percent
from analysis.estimating.minimums import refuse
from analysis.estimating.outcomes import LEVEL, Basis, Estimate, Outcome, Refusal
from analysis.estimating.points import Points
from analysis.words.catalogue import Message, message

PHASES_REFERENCE = f"Suits, Mason & Chan 1978 (splines by regression, known knots); {BOUNDS_REFERENCE}"
STOCK_REFERENCE = f"Harvey 1989, section 2.3 (random walk with drift); {PHASES_REFERENCE}"


class Course(NamedTuple):
    """The course of a series: the events at which its slope changes, those at which its level steps, phase names."""

    breaks: Sequence[float]
    steps: Sequence[float]
    names: Sequence[str]


def fit_phases(
    points: Points, breaks: Sequence[float], *, steps: Sequence[float] = (), labels: Sequence[str] = (),
    errors: linear.Dependence = "accumulating", dates: Sequence[float] = (),
) -> Outcome:  # fmt: skip
    """Fit a log-linear line whose slope changes at the dated events `breaks` (decimal years), and its level at `steps`.

    Steps are among the breaks. Gives `annual_rate.LABEL` (percent per year) for each phase and `half_life.LABEL`
    (years) where the phase surely declines; `rate_change.LABEL` (percent) compares a phase's yearly factor with the one
    before it, `step.LABEL` (percent) is the step at its beginning. Labels default to phase1, phase2, ... The errors of
    a stock accumulate; independent ones make its intervals far too narrow. Refused where a phase holds fewer than two
    dates, or fewer than two degrees of freedom remain.
    """
    course = _set_course(breaks, steps, labels)
    points, warnings, refusal = prepare("phases", points, extra=len(course.breaks) + len(course.steps) - 1)
    refusal = refusal or _refuse_empty_phase(points, course)
    if refusal:
        return Outcome("phases", points.series_id, refusals=(refusal,))
    t = points.dates
    design_at = partial(linear.bend, origin=float(t.min()), knots=course.breaks, steps=course.steps)
    fit = fit_logarithms(points, design_at(t), errors)
    basis = _name_basis(course, errors, len(points), (*warnings, *linear.notes_on(fit)))
    estimates = tuple(_estimate_phases(fit, basis, course))
    return Outcome("phases", points.series_id, estimates, curve=linear.draw_curve(fit, design_at, dates, "log"))


def _set_course(breaks: Sequence[float], steps: Sequence[float], labels: Sequence[str]) -> Course:
    names = list(labels) or [f"phase{i + 1}" for i in range(len(breaks) + 1)]
    if len(names) != len(breaks) + 1:
        raise ProjectError(f"phases: {len(breaks)} breaks make {len(breaks) + 1} phases, but {len(names)} labels came.")
    if odd := [step for step in steps if step not in breaks]:
        raise ProjectError(f"phases: a step at {odd[0]:.2f} is at no break; let the slope change there too.")
    return Course(sorted(breaks), sorted(steps), names)


def _month(t: float) -> str:
    """Write a date on the scale of years as its month: 2017.37 stood on the page of methods."""
    return f"{int(t)}-{int(t % 1 * 12) + 1:02d}"


def _name_basis(course: Course, errors: linear.Dependence, n: int, warnings: tuple[Message, ...]) -> Basis:
    """Say how the line was fitted, and what is supposed of its errors and of its level."""
    at, steps = (", ".join(map(_month, times)) for times in (course.breaks, course.steps))
    method = message("method-phases", fitted=linear.FITTED[errors], dates=at) if at else linear.FITTED[errors]
    assumption = message("assumption-phases", error=linear.SUPPOSED[errors])
    if steps:
        assumption = message("assumption-phases-step", error=linear.SUPPOSED[errors], dates=steps)
    reference = STOCK_REFERENCE if errors == "accumulating" else PHASES_REFERENCE
    return Basis(LEVEL, n, method, reference, assumption, warnings)


def _estimate_phases(fit: linear.LinearFit, basis: Basis, course: Course) -> Iterator[Estimate]:
    size, phases = len(fit.coefficients), len(course.names)
    # Phase k has the first slope and k changes of it.
    slopes = np.zeros((phases, size))
    slopes[:, 1 : phases + 1] = np.tril(np.ones((phases, phases)))
    for name, slope in zip(course.names, fit.combine(slopes), strict=True):
        yield linear.transform(basis, slope, to_percent, f"annual_rate.{name}", "percent_per_year")
        yield from time_to(basis, slope, f".{name}")
    changed = [f"rate_change.{name}" for name in course.names[1:]]
    stepped = [f"step.{name}" for at, name in zip(course.breaks, course.names[1:], strict=True) if at in course.steps]
    changes = fit.combine(np.eye(size)[2:]) if size > 2 else []
    for name, change in zip(changed + stepped, changes, strict=True):
        yield linear.transform(basis, change, to_percent, name, "percent")


def _refuse_empty_phase(points: Points, course: Course) -> Refusal | None:
    dates = np.unique(points.dates)
    edges = [-np.inf, *course.breaks, np.inf]
    for name, start, end in zip(course.names, edges[:-1], edges[1:], strict=True):
        inside = int(np.sum((dates > start) & (dates <= end)))
        if inside < 2:
            said = {"phase": name, "inside": inside, "counted": message("counted-dates", number=inside)}
            return refuse("phases", "refusal-phase", points.series_id, len(points), **said)
    return None
