"""Definition breaks: where a series ends because what is counted, or how, has changed.

`data/raw/codebook/breaks.csv` lists them. An empty field matches everything; `indicator`, `area`, `level` and `method`
may hold several ids with spaces between. A break cuts at its date: points that end on it or after it form the segment
`from-DATE`. The kind `exclude` names single statements that measure something else: they stand apart, in a segment
named after the break, and no model sees them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analysis.base.codebook import Codebook, read_rows
from analysis.base.errors import ProjectError, UnknownName
from analysis.base.periods import period_dates

KINDS = ("definition", "scope", "scale", "method", "platform", "exclude")
COLUMNS = (
    "break_id indicator area level method date kind label_en label_zh reason_en reason_zh sources statements"
).split()
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
    label_en: str
    label_zh: str
    reason_en: str
    reason_zh: str
    sources: tuple[str, ...]
    statements: tuple[str, ...]

    @property
    def day(self) -> date:
        """The first day after the break."""
        return period_dates(self.date)[0]

    @property
    def segment(self) -> str:
        """The name of the segment that the break opens; it does not change when other breaks are added."""
        return f"from-{self.date}"

    def covers(self, row: dict[str, object]) -> bool:
        """Tell whether the break cuts the series that an observation belongs to."""
        return all(not getattr(self, field) or row[field] in getattr(self, field) for field in _FIELDS)


def load_breaks(path: Path) -> list[Break]:
    """Read `breaks.csv`; a wrong kind, a date that is none or a repeated id is a `ProjectError` naming the row."""
    breaks: dict[str, Break] = {}
    for number, row in enumerate(read_rows(path), start=2):
        where = f"{path.name}, row {number} ({row.get('break_id')})"
        if row["kind"] not in KINDS:
            raise UnknownName("kind of break", row["kind"], KINDS, where=where)
        if row["break_id"] in breaks:
            raise ProjectError(f"{where}: the id stands twice; a break has one row.")
        if row["kind"] == "exclude" and not row["statements"]:
            raise ProjectError(f"{where}: an exclusion names the statements it excludes; fill in 'statements'.")
        breaks[row["break_id"]] = _to_break(row, where)
    return sorted(breaks.values(), key=lambda b: (b.date, b.break_id))


def _to_break(row: dict[str, str], where: str) -> Break:
    """Turn one row into a break."""
    try:
        period_dates(row["date"])
    except ProjectError as error:
        raise ProjectError(f"{where}: {error}") from None
    sets = {field: frozenset(row[field].split()) for field in _FIELDS}
    lists = {field: tuple(row[field].split()) for field in ("sources", "statements")}
    return Break(**{**{name: row[name] for name in COLUMNS}, **sets, **lists})


def check_breaks(breaks: Iterable[Break], codebook: Codebook, statement_ids: Iterable[str] = ()) -> None:
    """Raise `UnknownName` where a break names an id that neither codebook nor statements hold."""
    known = set(statement_ids)
    for one in breaks:
        tables = ((codebook.indicators, one.indicator), (codebook.areas, one.area), (codebook.levels, one.level))
        for table, names in (*tables, (codebook.methods, one.method)):
            for name in sorted(names):
                table[name]
        for name in one.statements:
            if known and name not in known:
                raise UnknownName("statement", name, known, where=f"breaks.csv ({one.break_id})")


def find_segment(row: dict[str, object], breaks: Iterable[Break]) -> str:
    """Return the segment of an observation: that of the latest break on or before its end, empty before the first."""
    segment = ""
    for one in breaks:
        if one.kind != "exclude" and one.covers(row) and row["period_end"] >= one.day:
            segment = one.segment
    return segment


def apart_ids(breaks: Iterable[Break]) -> dict[str, str]:
    """Return the statements that stand apart, each with the break that says why."""
    return {name: one.break_id for one in breaks if one.kind == "exclude" for name in one.statements}
