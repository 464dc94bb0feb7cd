"""Counts of the project's own rows, for the charts about the data themselves: what there is, and how exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.base.errors import UnknownName
from analysis.checking.identities import held_exactly

if TYPE_CHECKING:
    from analysis.charts.tables import Tables

Row = dict[str, Any]
CHECKS = ("second_coding", "text", "arithmetic")  # the strongest first
EXACTNESS = {"gt": "over", "ge": "over", "lt": "below", "le": "below", "approx": "about", "range": "range"}


def count_rows(what: str, tables: Tables) -> Iterator[Row]:
    """Yield the cells of one count as candidates of a chart, each with its share of its label in percent."""
    if what not in COUNTS:
        raise UnknownName("count", what, COUNTS, where="a selection from counted")
    counts = COUNTS[what](tables)
    totals: Counter[str] = Counter()
    for (label, _, _), number in counts.items():
        totals[label] += number
    for (label, series, period), number in sorted(counts.items()):
        yield _cell(what, (label, series, period), number) | {"share": 100 * number / totals[label]}
    for label, number in sorted(totals.items()):
        yield _cell(what, (label, "total", ""), number) | {"share": None}


def _cell(what: str, place: tuple[str, str, str], number: int) -> Row:
    label, series, period = place
    return {
        "count": what, "label": label, "series": series, "period": period, "value": float(number), "t": None,
        "status": "counted", "unit": "count",
    }  # fmt: skip


def _by_theme(tables: Tables) -> Counter[tuple[str, str, str]]:
    """Count observations by theme and by the year that they are about."""
    themes = {name: one.theme for name, one in load_codebook().indicators.items()}
    rows = tables.observations.values()
    return Counter((themes.get(row["indicator"], ""), "", str(row["period_end"].year)) for row in rows)


def _by_year(tables: Tables) -> Counter[tuple[str, str, str]]:
    """Count bulletins by the year in which they were published and printed figures by the year that they are about."""
    rows = (row for row in tables.observations.values() if row["statement_id"])
    figures = Counter((str(row["period_end"].year), "figures", "") for row in rows)
    used, books = _used(tables), read_rows(paths.RAW / "bulletins.csv")
    published = (row["published"][:4] for row in books if row["bulletin_id"] in used)
    return figures + Counter((year, "bulletins", "") for year in published)


def _by_kind(tables: Tables) -> Counter[tuple[str, str, str]]:
    """Count bulletins that print a figure by kind and by year of publication."""
    rows = (row for row in read_rows(paths.RAW / "bulletins.csv") if row["bulletin_id"] in _used(tables))
    return Counter((row["kind"], "", row["published"][:4]) for row in rows)


def _by_condition(tables: Tables) -> Counter[tuple[str, str, str]]:
    """Count copies of bulletins that print a figure by kind of page and condition."""
    rows = (row for row in read_rows(paths.RAW / "copies.csv") if row["bulletin_id"] in _used(tables))
    return Counter((row["page_kind"], row["condition"], "") for row in rows)


def _by_exactness(tables: Tables) -> Counter[tuple[str, str, str]]:
    """Count printed figures by kind of quantity and by how exactly they are printed."""
    book = load_codebook()
    rows = (row for row in tables.observations.values() if row["statement_id"])
    return Counter((book.indicators[row["indicator"]].bounded_as, _exactness(row), "") for row in rows)


def _by_evidence(tables: Tables) -> Counter[tuple[str, str, str]]:
    """Count printed figures by the best page that shows them and by the strongest check of their coding."""
    held = held_exactly(tables.tables["identities"])
    rows = (row for row in tables.observations.values() if row["statement_id"])
    return Counter((row["page_kind"], _check(row, held), "") for row in rows)


def _by_identity(tables: Tables) -> Counter[tuple[str, str, str]]:
    """Count identities among printed figures by kind and result."""
    return Counter((row["kind"], row["result"], "") for row in tables.rows("identities"))


def _check(row: Row, held: Collection[str]) -> str:
    reviews = row["reviewed"].split() + (["arithmetic"] if row["observation_id"] in held else [])
    return next((name for name in CHECKS if name in reviews), "openings")


def _exactness(row: Row) -> str:
    if row["comparator"] == "eq":
        return "rounded" if row["rounded"] and str(row["unit"]).startswith("count") else "exact"
    return EXACTNESS[str(row["comparator"])]


def _used(tables: Tables) -> set[str]:
    return {str(row["bulletin_id"]) for row in tables.observations.values() if row["bulletin_id"]}


COUNTS: dict[str, Callable[[Tables], Counter[tuple[str, str, str]]]] = {
    "observations": _by_theme, "years": _by_year, "bulletins": _by_kind, "copies": _by_condition,
    "exactness": _by_exactness,
    "evidence": _by_evidence, "identities": _by_identity,
}  # fmt: skip
