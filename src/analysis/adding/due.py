"""Which bulletins of a year are due: the kinds and periods that issuers had in the two years before, not yet there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analysis.adding.register import Register, Row, newest_first
from analysis.base.tables import grouped

_YEARS_BACK = 2
_ONCE = ("news_report", "notice", "study")  # kinds that nobody publishes for each period


class Due(NamedTuple):
    """A bulletin that is to be expected, and the last one of its kind: its id, its number, where it was seen."""

    issuer: str
    kind: str
    period: str
    last: str
    document_no: str
    address: str


def due_bulletins(year: int, register: Register) -> list[Due]:
    """Return what a year still lacks, by issuer, kind and period."""
    again = (row for row in register.bulletins if row["kind"] not in _ONCE)
    series = grouped(again, lambda row: (row["issuer"], row["kind"]))
    return [due for key in sorted(series) for due in _lacking(series[key], year, register)]


def _lacking(rows: list[Row], year: int, register: Register) -> Iterator[Due]:
    known = {row["period"] for row in rows}
    before = [row for row in rows if row["period"][:4] in {str(year - n) for n in range(1, _YEARS_BACK + 1)}]
    if not before:
        return
    last = newest_first(before)[0]
    for part in sorted({row["period"][4:] for row in before}):
        if f"{year}{part}" not in known:
            yield Due(
                last["issuer"], last["kind"], f"{year}{part}", last["bulletin_id"], last["document_no"],
                _address(last["bulletin_id"], register),
            )  # fmt: skip


def _address(bulletin_id: str, register: Register) -> str:
    """Return where a bulletin was seen, its issuer's own page before others; a mirror is no place to look."""
    copies = {row["page_kind"]: row["address"] for row in reversed(register.copies_of(bulletin_id))}
    return next((copies[kind] for kind in ("official", "news", "secondary") if kind in copies), "")
