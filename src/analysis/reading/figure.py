"""What the reader hands over: one figure with its meaning."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """A figure of a text; offsets are Python str offsets in the text as stored."""

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


COLUMNS = Figure._fields


class Mark:
    """A figure while it is being read; places are those of the plain text of its sentence."""

    __slots__ = (
        "area", "attributive", "clause", "comparator", "confidence", "end", "entity", "indicator", "kind",
        "labelled", "level", "lost", "lower", "measure", "method", "near", "numeral", "percent", "period", "reach",
        "rules", "run_end", "span_end", "span_start", "start", "text", "thing", "unit", "upper", "value",
    )  # fmt: skip

    def __init__(self, start: int, end: int, text: str, kind: str) -> None:
        self.start, self.end, self.text, self.kind = start, end, text, kind
        self.span_start, self.span_end = start, end
        self.numeral = None
        self.near: set[int] | None = None
        self.run_end = -1
        self.comparator = "eq"
        self.value = self.lower = self.upper = 0.0
        self.unit = self.measure = self.thing = ""
        self.percent = self.lost = self.attributive = self.labelled = False
        self.period = self.indicator = self.area = self.level = self.entity = self.method = ""
        self.clause = 0
        self.reach = end
        self.rules: list[str] = []
        self.confidence = 1.0
