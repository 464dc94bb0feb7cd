"""Observations: one figure each, with what it is about; and arithmetic on them by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from analysis.base.errors import require_known
from analysis.bounds.expression import Expression
from analysis.bounds.quantity import Quantity

OBSERVATION_COLUMNS = (
    "observation_id statement_id bulletin_id published indicator area level entity method time_period period_start "
    "period_end comparator value lower upper lower_closed upper_closed rounded decimals unit status confidence "
    "correction derived_from note"
).split()


@dataclass(frozen=True, slots=True)
class Observation:
    """A cleaned statement, or a figure derived from others, which it then names.

    `status` is that of SDMX: A normal, E derived, F a target, U of low reliability, D disputed.
    """

    observation_id: str
    statement_id: str
    bulletin_id: str
    published: str
    indicator: str
    area: str
    level: str
    entity: str
    method: str
    time_period: str
    period_start: date
    period_end: date
    quantity: Quantity
    status: str
    confidence: str
    correction: str
    derived_from: tuple[str, ...]
    note: str


class Computed(NamedTuple):
    """What an expression over observations gives, and the observations that it rests on."""

    quantity: Quantity
    sources: tuple[str, ...]


def compute(expression: Expression, known: Mapping[str, Observation], where: str = "") -> Computed:
    """Compute an expression whose names are ids of observations, such as `gov-a - gov-b` or `100 * gov-a / gov-b`.

    Raises `UnknownName` with the nearest ids, and the place `where` the expression stands, for an id that is none.
    """
    require_known("observation", expression.names, known, where)
    figures = {name: known[name].quantity for name in expression.names}
    return Computed(expression.quantity(figures), expression.names)
