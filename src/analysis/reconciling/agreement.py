"""One quantity, several observations: which bounds are left, by which rule, and what is kept beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.bounds.interval import Interval, hull, intersect
from analysis.cleaning.observations import Observation

_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}


class Choice(NamedTuple):
    """A written decision for one quantity: the statement that stands, the rule, and the record that explains it."""

    statement: str
    rule: str
    conflict_id: str


@dataclass(frozen=True)
class Reconciled:
    """One quantity after its observations were compared.

    `status` is single, agreed, chosen or conflict; in a conflict there is no value, and the interval holds all that
    bulletins print. `used` decide, `alternatives` stand beside them.
    """

    status: str
    rule: str
    value: float | None
    interval: Interval
    used: tuple[Observation, ...]
    alternatives: tuple[Observation, ...]

    @property
    def modelled(self) -> bool:
        """Whether it may enter a model: neither a conflict nor of low reliability."""
        return self.status != "conflict" and all(one.status not in ("U", "D") for one in self.used)

    @property
    def obs_status(self) -> str:
        """The SDMX status: the worst of the observations it rests on."""
        found = {one.status for one in self.used}
        return next((status for status in "UDE" if status in found), "A")


def reconcile(observations: Sequence[Observation], choices: Mapping[str, Choice]) -> Reconciled:
    """Apply the rules to all observations of one quantity; `choices` are written decisions by statement id."""
    first, others = _rank(observations)
    written = (choices[one.observation_id] for one in observations if one.observation_id in choices)
    chosen = next(written, None)
    if chosen is not None and _common(observations) is None:
        return _choose(observations, chosen)
    left = _common(first)
    if left is None:
        everything = hull(one.quantity.interval for one in first)
        return Reconciled("conflict", "R3", None, everything, tuple(first), tuple(others))
    if len(first) == 1:
        return _agreed("single", _lone_rule(first[0], others), left, first, others)
    return _agreed("agreed", "R2", left, first, others)


def _common(observations: Iterable[Observation]) -> Interval | None:
    """Return what is left if all observations are true, None where they cannot all be."""
    return intersect(one.quantity.interval for one in observations)


def _rank(observations: Sequence[Observation]) -> tuple[list[Observation], list[Observation]]:
    """Split observations into those that decide and those that stand beside them (rules R7 and R8)."""
    printed = [one for one in observations if one.status not in ("U", "E", "D")]
    derived = [one for one in observations if one.status == "E"]
    first = printed or derived or list(observations)
    return first, [one for one in observations if one not in first]


def _lone_rule(one: Observation, others: Sequence[Observation]) -> str:
    """Return the rule by which one observation alone decides."""
    if one.status == "E" or any(other.status == "E" for other in others):
        return "R8"
    return "R7" if others or one.status == "U" else "R1"


def _choose(observations: Sequence[Observation], choice: Choice) -> Reconciled:
    chosen = next(one for one in observations if one.observation_id == choice.statement)
    used, others, left = [chosen], [], chosen.quantity.interval
    for one in observations:
        if one is not chosen:
            narrowed = left & one.quantity.interval if one.status != "U" else None
            (used if narrowed else others).append(one)
            left = narrowed or left
    return _agreed("chosen", choice.rule, left, used, others)


def _agreed(
    status: str, rule: str, left: Interval, used: Sequence[Observation], others: Sequence[Observation]
) -> Reconciled:
    """Take as value that of the narrowest observation, moved into the interval that is left."""
    value = left.nearest(min(used, key=_precision).quantity.value)
    return Reconciled(status, rule, value, left, tuple(used), tuple(others))


def _precision(one: Observation) -> tuple[float, int, str]:
    return one.quantity.interval.width, _CONFIDENCE.get(one.confidence, 3), one.observation_id
