"""Figures printed in bulletins about China's government websites: from text to report.

For a paper or a notebook of one's own, four functions read what is published in `data/processed`:

>>> from analysis import cite, number, observations, series
>>> number("gov-2017q4-running-all").interval
Interval(lower=24820.0, upper=24820.0, lower_closed=True, upper_closed=True)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from analysis.bounds.interval import Interval

__all__ = ["Number", "cite", "number", "observations", "series"]
Library = Literal["polars", "pandas"]
# Columns that hold codes, and the codebook's tables of them: a misspelt indicator once gave a table without rows.
CODES = {
    "indicator": "indicators", "area": "areas", "level": "levels", "method": "methods",
    "unit": "units", "entity": "entities",
}  # fmt: skip


@dataclass(frozen=True)
class Number:
    """A number that can be cited: what it is of, its value, what it can be, and how text says it.

    Where bounds are all that is known, it has no value.
    """

    id: str
    what: str
    value: float | None
    interval: Interval
    unit: str
    text: str
    bulletins: tuple[str, ...]


def observations(library: Library = "polars", **where: str) -> pl.DataFrame | pd.DataFrame:
    """Return the observations, one row each, or those with given codes: `observations(indicator="egdi", area="CN")`.

    A code that the codebook does not hold is an error that offers near ones; one without a figure gives no rows.
    """
    return _table("observations", library, where)


def series(library: Library = "polars", **where: str) -> pl.DataFrame | pd.DataFrame:
    """Return the points of all series, or of those with given codes: `series(indicator="running_government_sites")`."""
    return _table("series", library, where)


def number(number_id: str, lang: str = "en") -> Number:
    """Return an observation or an estimate by its id; an unknown one is an error that offers near ids."""
    from analysis.base.errors import require_known
    from analysis.bounds.interval import Interval
    from analysis.citing.cards import card_of
    from analysis.citing.lookup import Lookup

    records = Lookup(number_id)
    require_known("number", number_id, records.numbers)
    row, card = records.numbers[number_id], card_of(records, number_id, lang)
    closed = (card.exact.get("lower_closed", True), card.exact.get("upper_closed", True))
    interval = Interval.between(row["lower"], row["upper"], *closed)
    text = row[f"display_{lang}"]
    return Number(number_id, card.heading, row["value"], interval, row["unit"], text, tuple(card.bulletins))


def cite(item_id: str, style: str = "text", lang: str = "en") -> str:
    """Return what `bulletins cite` prints: the reference to an item, then to the bulletins behind it."""
    from analysis.citing.cards import citations_of
    from analysis.citing.formats import format_citation
    from analysis.citing.lookup import Lookup

    return format_citation(citations_of(Lookup(item_id), item_id, lang), style, lang)


def _table(name: str, library: Library, where: dict[str, str]) -> Any:  # noqa: ANN401 - of the library that is asked for
    from analysis.base.codebook import load_codebook
    from analysis.base.errors import require_known
    from analysis.citing.records import published

    table, codebook = published(name), load_codebook()
    require_known("column", where, table.columns, name)
    for column, code in where.items():
        if column in CODES:
            known = ("", *getattr(codebook, CODES[column]))
            require_known(column, code, known, f"data/raw/codebook/{CODES[column]}.csv")
        table = table.filter(table[column] == code)
    return table.to_pandas() if library == "pandas" else table
