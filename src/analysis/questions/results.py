"""Estimates with permanent ids, and the rows of models that were refused."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.bounds.interval import Interval
from analysis.estimating.outcomes import Estimate, Outcome, Refusal
from analysis.estimating.points import Point, Points
from analysis.questions.evidence import Evidence
from analysis.words.catalogue import LANGS, Message, Value, chain, message

_UNUSUAL = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Result:
    """One row of the estimates: an estimate, or the refusal that stands in its place.

    `topic` is what its id is made of; a topic that is `named` says the parameter too, so that its label needs no more.
    """

    estimate_id: str
    model: str
    series_id: str
    parameter: str
    inputs: tuple[str, ...]
    found: Estimate | Refusal
    topic: str
    named: bool = False
    theme: str = ""

    @property
    def estimate(self) -> Estimate | None:
        """The estimate, None where the model was refused."""
        return self.found if isinstance(self.found, Estimate) else None

    @property
    def refusal(self) -> Refusal | None:
        """The refusal, None where there is an estimate."""
        return self.found if isinstance(self.found, Refusal) else None


def make_id(*parts: str, kind: str = "est") -> str:
    """Return a permanent id: `est-` of an estimate, and the parts in lower case with hyphens."""
    words = (_UNUSUAL.sub("-", part.lower()).strip("-") for part in parts)
    return "-".join([kind, *(word for word in words if word)])


def refs_of(points: Iterable[Point | None]) -> tuple[str, ...]:
    """Return the ids of the observations that points rest on, sorted."""
    return tuple(sorted({name for point in points if point for name in point.ref.split()}))


def from_outcome(
    topic: str, outcome: Outcome, points: Iterable[Point | None], expected: Sequence[str] = (),
    notes: Sequence[Message] = (),
) -> list[Result]:  # fmt: skip
    """Turn what a model says into results.

    Each estimate becomes `est-{topic}-{parameter}`, with `notes` among its warnings. Each parameter in `expected` that
    the model did not give gets a row without a value whose warning says why, so that its id exists in every edition.
    """
    inputs = refs_of(points)

    def make(name: str, found: Estimate | Refusal) -> Result:
        return Result(make_id(topic, name), outcome.model, outcome.series_id, name, inputs, found, topic)

    given = {e.parameter: e for e in outcome.estimates}
    absent = [name for name in expected or ([] if given else [""]) if name not in given]
    known = [make(name, _known(outcome, estimate, notes)) for name, estimate in given.items()]
    return [*known, *(make(name, _refusal_of(outcome, name)) for name in absent)]


def _known(outcome: Outcome, estimate: Estimate, notes: Sequence[Message]) -> Estimate | Refusal:
    """Return the estimate with its notes; one that is open at both ends says nothing and is refused."""
    if math.isfinite(estimate.lower) or math.isfinite(estimate.upper):
        return replace(estimate, warnings=(*estimate.warnings, *notes))
    why = chain(estimate.warnings or (message("open-at-both-ends"),))
    sentence = message("no-number-given", **_called(estimate.parameter), series=outcome.series_id, why=why)
    return Refusal(outcome.model, sentence, estimate.n, 0)


def _refusal_of(outcome: Outcome, parameter: str) -> Refusal:
    if outcome.refusals:
        return outcome.refusals[0]
    sentence = message("model-gives-no-number", **_names(outcome), **_called(parameter))
    return Refusal(outcome.model, sentence, 0, 0)


def _names(outcome: Outcome) -> dict[str, Value]:
    """Return the model as code has it and in words, for messages."""
    return {"model": outcome.model, "name": message(f"model-{outcome.model}")}


def _called(parameter: str) -> dict[str, Value]:
    """Return a parameter as code has it and in words, without the part of the whole that it is about."""
    name = parameter.partition(".")[0]
    return {"parameter": name, "called": message(f"parameter-{name}")}


def in_units(outcome: Outcome, unit: str) -> Outcome:
    """Return the outcome with its plain counts in the unit of what is counted."""
    named = (replace(e, unit=unit) if e.unit == "count" else e for e in outcome.estimates)
    return replace(outcome, estimates=tuple(named))


def hold_at_last(fit: Callable[..., Outcome], parameter: str, points: Points, dates: Sequence[float] = ()) -> Outcome:
    """Fit a curve whose ceiling is at least, or whose floor is at most, the last figure: what was reached bounds it.

    `fit` takes the bound as such, so that all parameters are those of one curve: once a ceiling that was moved to the
    last figure stood beside the midpoint of the curve with a lower one. Cutting an interval at a bound that surely
    holds takes no coverage from it. Where the interval lies beyond the bound the model contradicts the figure and is
    refused.
    """
    free = fit(points)
    found = next((e for e in free.estimates if e.parameter == parameter), None)
    if found is None:
        return free
    last = points.rows[-1]
    allowed = Interval(last.lower, math.inf) if parameter == "ceiling" else Interval(-math.inf, last.upper)
    if found.interval & allowed is None:
        sentence = message("contradicts-last-figure", **_names(free), **_called(parameter), series=free.series_id)
        return replace(free, estimates=(), refusals=(Refusal(free.model, sentence, found.n, 0),))
    held = fit(points, dates=dates, bound=last.lower if parameter == "ceiling" else last.upper)
    if found.value in allowed:
        return held
    warning = message("end-held-at-last-figure", end=parameter)
    return replace(held, estimates=tuple(replace(e, warnings=(*e.warnings, warning)) for e in held.estimates))


def from_estimate(topic: str, model: str, series_id: str, estimate: Estimate, points: Iterable[Point | None]) -> Result:
    """Turn one estimate into the result `est-{topic}`."""
    return Result(make_id(topic), model, series_id, estimate.parameter, refs_of(points), estimate, topic, named=True)


def from_points(
    topic: str, model: str, series_id: str, points: Sequence[Point | None], lacking: Message,
    compute: Callable[..., Estimate],
) -> Result:  # fmt: skip
    """Compute the result `est-{topic}` from points; where one of them is not there, its row says what is lacking."""
    known = [point for point in points if point is not None]
    if len(known) < len(points):
        return missing(topic, model, lacking, known)
    return from_estimate(topic, model, series_id, compute(*known), known)


def refused(topic: str, model: str, series_id: str, sentence: Message, points: Iterable[Point | None] = ()) -> Result:
    """Return the row `est-{topic}` of a model that is refused with a sentence."""
    used = refs_of(points)
    refusal = Refusal(model, sentence, len(used), 0)
    return Result(make_id(topic), model, series_id, "", used, refusal, topic, named=True)


def missing(topic: str, model: str, what: Message, points: Iterable[Point | None] = ()) -> Result:
    """Return the row of an estimate whose figures are not all there (in an early edition, say)."""
    return refused(topic, model, "", message("not-estimated", what=what), points)


def refuse_trend(
    topic: str, subject: Message, definitions: Mapping[str, Message], evidence: Evidence, lacking: Message
) -> Result:
    """Refuse a line through series that count by different definitions; where one has figures alone, a second lacks."""
    found = {name: text for name, text in definitions.items() if len(evidence.points(name))}
    points = [point for name in found for point in evidence.points(name)]
    known = sorted(set(found.values()), key=lambda text: text.in_(LANGS[0]))
    if len(known) < 2:
        return missing(topic, "one_definition", lacking, points)
    sentence = message("no-trend", subject=subject, figures=len(found), count=len(known), definitions=chain(known))
    return refused(topic, "one_definition", "", sentence, points)
