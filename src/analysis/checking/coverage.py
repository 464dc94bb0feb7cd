"""Coverage: counts of the record's own rows, which say what there is, how exact, and how well checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.base.errors import require_known
from analysis.checking.identities import held_exactly

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

Row = Mapping[str, Any]
Cell = tuple[str, str, str]  # label, series and period
# Named in full, by which the pipeline knows that a step reads them.
BULLETINS, COPIES = paths.RAW / "bulletins.csv", paths.RAW / "copies.csv"
CHECKS = ("second_coding", "text", "arithmetic")  # the strongest first
EXACTNESS = {"gt": "over", "ge": "over", "lt": "below", "le": "below", "approx": "about", "range": "range"}


class Record(NamedTuple):
    """What is counted: the observations, and other tables that a count asks for, by name."""

    observations: Collection[Row]
    tables: Mapping[str, pl.DataFrame]


def count_rows(what: str, record: Record) -> Iterator[dict[str, Any]]:
    """Yield the cells of one count, each with its share of its label in percent."""
    require_known("count", what, COUNTS, "a selection from counted")
    cells = sorted(Counter(COUNTS[what](record)).items())
    totals: Counter[str] = Counter()
    for (label, _, _), number in cells:
        totals[label] += number
    cells += [((label, "total", ""), number) for label, number in sorted(totals.items())]
    for (label, series, period), number in cells:
        yield {
            "count": what, "label": label, "series": series, "period": period, "value": float(number), "t": None,
            "status": "counted", "unit": "count", "share": None if series == "total" else 100 * number / totals[label],
        }  # fmt: skip


def _printed(record: Record) -> Iterator[Row]:
    return (row for row in record.observations if row["statement_id"])


def _used(record: Record, table: Path) -> Iterator[Row]:
    """Yield the rows of a raw table that are about bulletins of which a figure is used."""
    used = {row["bulletin_id"] for row in record.observations}
    return (row for row in read_rows(table) if row["bulletin_id"] in used)


def _year(row: Row) -> str:
    return str(row["period_end"].year)


def _by_theme(record: Record) -> Iterator[Cell]:
    indicators = load_codebook().indicators
    return ((indicators[row["indicator"]].theme, "", _year(row)) for row in record.observations)


def _by_year(record: Record) -> Iterator[Cell]:
    """Yield bulletins by the year in which they were published and printed figures by the year that they are about."""
    yield from ((_year(row), "figures", "") for row in _printed(record))
    yield from ((row["published"][:4], "bulletins", "") for row in _used(record, BULLETINS))


def _by_exactness(record: Record) -> Iterator[Cell]:
    indicators = load_codebook().indicators
    return ((indicators[row["indicator"]].bounded_as, _exactness(row), "") for row in _printed(record))


def _by_evidence(record: Record) -> Iterator[Cell]:
    """Yield printed figures by the best page that shows them and by the strongest check of their coding."""
    held = held_exactly(record.tables["identities"])
    return ((row["page_kind"], _check(row, held), "") for row in _printed(record))


def _by_identity(record: Record) -> Iterator[Cell]:
    return ((kind, result, "") for kind, result in record.tables["identities"].select("kind", "result").iter_rows())


def _check(row: Row, held: Collection[str]) -> str:
    reviews = row["reviewed"].split() + (["arithmetic"] if row["observation_id"] in held else [])
    return next((name for name in CHECKS if name in reviews), "openings")


def _exactness(row: Row) -> str:
    if row["comparator"] == "eq":
        return "rounded" if row["rounded"] and str(row["unit"]).startswith("count") else "exact"
    return EXACTNESS[str(row["comparator"])]


COUNTS: dict[str, Callable[[Record], Iterable[Cell]]] = {
    "observations": _by_theme, "years": _by_year, "exactness": _by_exactness, "evidence": _by_evidence,
    "bulletins": lambda record: ((row["kind"], "", row["published"][:4]) for row in _used(record, BULLETINS)),
    "copies": lambda record: ((row["page_kind"], row["condition"], "") for row in _used(record, COPIES)),
    "identities": _by_identity,
}  # fmt: skip
