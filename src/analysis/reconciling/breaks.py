"""Definition breaks: where a series ends because what is counted, or how, has changed.

`data/raw/codebook/breaks.csv` lists them. An empty field matches everything; `indicator`, `area`, `level` and `method`
may hold several ids with spaces between. A break cuts at its date: points that end on it or after it form the segment
`from-DATE`. The kind `exclude` names single statements that measure something else: they stand apart, in a segment
named after the break, and no model sees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analysis.base.codebook import read_rows
from analysis.base.periods import parse_period
from analysis.base.tables import records
from analysis.cleaning.observations import Observation
from analysis.words.catalogue import LANGS, Lang

_FIELDS = ("indicator", "area", "level", "method")


@dataclass(frozen=True)
class Break:
    """One break: what it cuts, when, why, and the bulletins that show it."""

    break_id: str
    indicator: frozenset[str]
    area: frozenset[str]
    level: frozenset[str]
    method: frozenset[str]
    date: str
    kind: str
    label: Mapping[Lang, str]
    sources: tuple[str, ...]
    statements: tuple[str, ...]

    @property
    def day(self) -> date:
        """The first day after the break."""
        return parse_period(self.date).first

    @property
    def segment(self) -> str:
        """The name of the segment that the break opens; it does not change when other breaks are added."""
        return f"from-{self.date}"

    def covers(self, one: Observation) -> bool:
        """Tell whether the break cuts the series that an observation belongs to."""
        return all(not getattr(self, field) or getattr(one, field) in getattr(self, field) for field in _FIELDS)


def load_breaks(path: Path) -> list[Break]:
    """Read `breaks.csv`, in order of time; its suite has found what is wrong with it before."""
    rows = ({**row, "label": {lang: row[f"label_{lang}"] for lang in LANGS}} for row in read_rows(path))
    return sorted(records(rows, Break), key=lambda one: (one.date, one.break_id))


def find_segment(observation: Observation, breaks: Iterable[Break]) -> str:
    """Return the segment of an observation: that of the latest break on or before its end, empty before the first."""
    segment = ""
    for one in breaks:
        if one.kind != "exclude" and one.covers(observation) and observation.period_end >= one.day:
            segment = one.segment
    return segment


def apart_ids(breaks: Iterable[Break]) -> dict[str, str]:
    """Return the statements that stand apart, each with the break that says why."""
    return {name: one.break_id for one in breaks if one.kind == "exclude" for name in one.statements}
