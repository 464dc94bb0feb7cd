"""Dated policy events at which the models let a trend change; they are known beforehand, not fitted."""

from __future__ import annotations

from typing import NamedTuple

from analysis.base.periods import parse_period
from analysis.words.catalogue import Message, message


class Event(NamedTuple):
    """One event: its day and what happened."""

    day: str
    label: Message

    @property
    def t(self) -> float:
        """The day as a decimal year."""
        return parse_period(self.day).end


EVENTS = {
    "guidelines": Event("2017-05-15", message("event-guidelines")),
    # The notice on the fourth quarter of 2017 reports the year's cut as done; the next counts follow in March.
    "cut-reported": Event("2017-12-31", message("event-cut-reported")),
    "pilot": Event("2018-11-09", message("event-pilot")),
}
