"""Counts of the project's own rows, for the charts about the data themselves: what there is, and how exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.base.errors import UnknownName
from analysis.checking.identities import held_exactly

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.charts.declarations import Selection
    from analysis.charts.tables import Tables

Row = Mapping[str, Any]
Cell = tuple[str, str, str]  # label, series and period
# Named in full, by which the pipeline knows that a step reads them.
BULLETINS, COPIES = paths.RAW / "bulletins.csv", paths.RAW / "copies.csv"
CHECKS = ("second_coding", "text", "arithmetic")  # the strongest first
EXACTNESS = {"gt": "over", "ge": "over", "lt": "below", "le": "below", "approx": "about", "range": "range"}


def count_rows(tables: Tables, one: Selection) -> Iterator[dict[str, Any]]:
    """Yield the cells of the count that `where: {count: ...}` names, each with its share of its label in percent."""
    (what,) = one.where.get("count", ("",))
    if what not in COUNTS:
        raise UnknownName("count", what, COUNTS, where="a selection from counted")
    cells = sorted(Counter(COUNTS[what](tables)).items())
    totals: Counter[str] = Counter()
    for (label, _, _), number in cells:
        totals[label] += number
    cells += [((label, "total", ""), number) for label, number in sorted(totals.items())]
    for (label, series, period), number in cells:
        yield {
            "count": what, "label": label, "series": series, "period": period, "value": float(number), "t": None,
            "status": "counted", "unit": "count", "share": None if series == "total" else 100 * number / totals[label],
        }  # fmt: skip


def _printed(tables: Tables) -> Iterator[Row]:
    return (row for row in tables.observations.values() if row["statement_id"])


def _used(tables: Tables, table: Path) -> Iterator[Row]:
    """Yield the rows of a raw table that are about bulletins of which a figure is used."""
    used = {row["bulletin_id"] for row in tables.observations.values()}
    return (row for row in read_rows(table) if row["bulletin_id"] in used)


def _year(row: Row) -> str:
    """Return the year that a figure is about."""
    return str(row["period_end"].year)


def _by_theme(tables: Tables) -> Iterator[Cell]:
    indicators = load_codebook().indicators
    return ((indicators[row["indicator"]].theme, "", _year(row)) for row in tables.observations.values())


def _by_year(tables: Tables) -> Iterator[Cell]:
    """Yield bulletins by the year in which they were published and printed figures by the year that they are about."""
    yield from ((_year(row), "figures", "") for row in _printed(tables))
    yield from ((row["published"][:4], "bulletins", "") for row in _used(tables, BULLETINS))


def _by_exactness(tables: Tables) -> Iterator[Cell]:
    indicators = load_codebook().indicators
    return ((indicators[row["indicator"]].bounded_as, _exactness(row), "") for row in _printed(tables))


def _by_evidence(tables: Tables) -> Iterator[Cell]:
    """Yield printed figures by the best page that shows them and by the strongest check of their coding."""
    held = held_exactly(tables.tables["identities"])
    return ((row["page_kind"], _check(row, held), "") for row in _printed(tables))


def _check(row: Row, held: Collection[str]) -> str:
    reviews = row["reviewed"].split() + (["arithmetic"] if row["observation_id"] in held else [])
    return next((name for name in CHECKS if name in reviews), "openings")


def _exactness(row: Row) -> str:
    if row["comparator"] == "eq":
        return "rounded" if row["rounded"] and str(row["unit"]).startswith("count") else "exact"
    return EXACTNESS[str(row["comparator"])]


COUNTS: dict[str, Callable[[Tables], Iterable[Cell]]] = {
    "observations": _by_theme, "years": _by_year, "exactness": _by_exactness, "evidence": _by_evidence,
    "bulletins": lambda tables: ((row["kind"], "", row["published"][:4]) for row in _used(tables, BULLETINS)),
    "copies": lambda tables: ((row["page_kind"], row["condition"], "") for row in _used(tables, COPIES)),
    "identities": lambda tables: ((row["kind"], row["result"], "") for row in tables.rows("identities")),
}  # fmt: skip
