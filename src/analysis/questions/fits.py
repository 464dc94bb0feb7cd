"""A series and the model that it feeds: what the fit says as results, and the curve that charts draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.estimating.outcomes import Outcome
from analysis.estimating.points import Points
from analysis.questions.results import Result, from_outcome
from analysis.words.catalogue import Message

STEP = 0.05  # years between the dates of a curve

Model = Callable[..., Outcome]  # (points) or (points, dates=...)


@dataclass(frozen=True, slots=True)
class Fit:
    """A model of a series; `expected` are the parameters whose ids exist in every edition, `notes` are warnings."""

    topic: str
    points: Points
    model: Model
    expected: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()

    def results(self) -> list[Result]:
        """Fit, and return each estimate, or the refusal in its place."""
        return from_outcome(self.topic, self.model(self.points), self.points, self.expected, self.notes)


@dataclass(frozen=True, slots=True)
class Line(Fit):
    """A fit whose model is a line over time, drawn for `ahead` years beyond the last figure."""

    ahead: float = 0.0

    def curve(self) -> Outcome:
        """Fit, and evaluate the model over the dates of the points; a refused model has no curve."""
        return self.model(self.points, dates=self._dates())

    def _dates(self) -> list[float]:
        if not len(self.points):
            return []
        start, end = self.points.rows[0].t, self.points.rows[-1].t + self.ahead
        return [start + STEP * k for k in range(int((end - start) / STEP + 1e-9) + 1)]


def only(parameter: str, model: Model) -> Model:
    """Return the model with one of its estimates alone: the others would say more than the figures do."""

    def run(points: Points, dates: Sequence[float] = ()) -> Outcome:
        outcome = model(points, dates=dates) if len(dates) else model(points)
        return replace(outcome, estimates=tuple(e for e in outcome.estimates if e.parameter == parameter))

    return run


Finding = Fit | Result


def results_of(findings: Iterable[Finding]) -> Iterator[Result]:
    """Run the fits among what a topic found."""
    for finding in findings:
        yield from finding.results() if isinstance(finding, Fit) else [finding]
