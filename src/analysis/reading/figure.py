"""What the reader hands over: one figure with its meaning and the evidence for it."""

from __future__ import annotations

from typing import NamedTuple

from analysis.reading.names import Span
from analysis.reading.wording import NO_WORDS


class Figure(NamedTuple):
    """A figure of a text; offsets are Python str offsets in the text as stored.

    A change that is told as a fall is below zero, as in the record: 较上季度减少8家 is -8. `evidence` says for
    each field which characters it rests on: `unit 12:13;indicator 4:7 9:11`.
    """

    doc: str
    char_start: int
    char_end: int
    printed: str
    comparator: str
    value: float
    lower: float
    upper: float
    unit: str
    unit_lost: bool
    time_period: str
    indicator: str
    area: str
    level: str
    entity: str
    method: str
    rule: str
    confidence: float
    evidence: str


COLUMNS = Figure._fields


class Found(NamedTuple):
    """What was found for a field: the value, the rule that gave it, and the places in the plain text it rests on."""

    value: str = ""
    rule: str = ""
    spans: tuple[Span, ...] = ()

    def over(self, other: Found) -> Found:
        """Return this where it says something, else the other."""
        return self if self.value else other

    def carried(self) -> Found:
        """Return the same, as a later sentence takes it over."""
        kind = self.rule.partition(":")[0]
        return self._replace(rule=f"{kind}:carried")


NOTHING = Found()


# The lead of an indicator that has no rival.
_CLEAR = 3.0


class Mark:
    """A numeral of a sentence and what it was found to mean; places are those of the sentence."""

    __slots__ = (
        "area around attributive clause comparator confidence end entity indicator kind labelled level lost lower "
        "margin measure method nothing numeral percent reach rules run_end score span_end span_start spans start "
        "strange struck text thing time_period unit upper value wording"
    ).split()

    def __init__(self, start: int, end: int, text: str, kind: str, percent: bool = False) -> None:
        self.start, self.end, self.text, self.kind, self.percent = start, end, text, kind, percent
        self.span_start, self.span_end, self.reach = start, end, end
        self.numeral = None
        self.run_end = -1
        self.comparator = "eq"
        self.value = self.lower = self.upper = self.score = self.confidence = 0.0
        self.margin = _CLEAR
        self.unit = self.measure = self.thing = ""
        self.struck = ""
        self.around = NO_WORDS
        # What the wording says of the indicator that was found, and of there being none.
        self.wording = self.nothing = None
        self.indicator = self.area = self.level = self.entity = self.method = self.time_period = ""
        self.lost = self.attributive = self.labelled = self.strange = False
        self.clause = 0
        self.rules: dict[str, str] = {}
        self.spans: dict[str, tuple[Span, ...]] = {}

    def say(self, field: str, found: Found) -> None:
        """Set what was found for a field."""
        setattr(self, field, found.value)
        self.rules[field] = found.rule
        self.spans[field] = found.spans
