"""The table of numbers: every observation and estimate that can be cited, with its text in each language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from analysis.base.tables import records
from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity
from analysis.cleaning.evidence import PAGE_KINDS
from analysis.words.catalogue import LANGS, Lang
from analysis.words.numbers import (
    display_bounds,
    display_estimate,
    display_estimate_interval,
    display_quantity,
    is_bounds_alone,
)

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]
MIRROR = PAGE_KINDS[-1]
CERTAIN = 1.0  # the level of an interval that follows from bounds alone
TEXTS = tuple(f"{name}_{lang}" for name in ("display", "interval") for lang in LANGS)
COLUMNS = (
    "number_id", "kind", "value", "lower", "upper", "unit", *TEXTS, "theme", "bulletin_id", "sources", "page_kind",
    "reviewed",
)  # fmt: skip


def make_numbers(
    observations: pl.DataFrame, estimates: pl.DataFrame, themes: dict[str, str], held: Collection[str] = ()
) -> pl.DataFrame:
    """Return one row per citable number, sorted by id.

    `observations` and `estimates` are the processed tables, `themes` maps indicators to themes. Where bounds are all
    that is known, `value` is empty. `sources` holds the ids of the statements (for an observation) or of the
    observations and series (for an estimate) behind a number. `held` names the observations that an exact sum
    confirms; an estimate rests on mirrors where all its figures do.
    """
    import polars as pl

    kinds = dict(observations.select("observation_id", "page_kind").iter_rows())
    rows = [*_from_observations(observations, themes, held), *_from_estimates(estimates, kinds)]
    return pl.DataFrame(rows, infer_schema_length=None).select(list(COLUMNS)).sort("number_id")


def _from_observations(
    observations: pl.DataFrame, themes: dict[str, str], held: Collection[str]
) -> Iterator[dict[str, object]]:
    for row, quantity in zip(observations.iter_rows(named=True), records(observations, Quantity), strict=True):
        yield {
            "number_id": row["observation_id"], "kind": "observation", "unit": row["unit"],
            **_bounds(row, is_bounds_alone(quantity)),
            **{f"display_{lang}": display_quantity(quantity, lang) for lang in LANGS},
            **{f"interval_{lang}": display_bounds(quantity, lang) for lang in LANGS},
            "theme": themes.get(row["indicator"], ""), "bulletin_id": row["bulletin_id"],
            "sources": row["statement_id"] or row["derived_from"], "page_kind": row["page_kind"],
            "reviewed": f"{row['reviewed']} {'arithmetic' if row['observation_id'] in held else ''}".strip(),
        }  # fmt: skip


def _from_estimates(estimates: pl.DataFrame, kinds: Mapping[str, str]) -> Iterator[dict[str, object]]:
    for row in estimates.iter_rows(named=True):
        if row["value"] is None:  # a refused model has a warning and no value
            continue
        yield {
            "number_id": row["estimate_id"], "kind": "estimate", **_bounds(row, _is_certain(row)), "unit": row["unit"],
            **{f"display_{lang}": _display(row, lang) for lang in LANGS},
            **{f"interval_{lang}": _interval(row, lang) for lang in LANGS},
            "theme": row.get("theme", ""), "bulletin_id": "", "sources": row["inputs"],
            "page_kind": MIRROR if {kinds[i] for i in row["inputs"].split() if i in kinds} == {MIRROR} else "",
            "reviewed": "",
        }  # fmt: skip


def _bounds(row: Row, alone: bool) -> Row:
    return {name: None if alone and name == "value" else row[name] for name in ("value", "lower", "upper")}


def _is_certain(row: Row) -> bool:
    return row["level"] == CERTAIN and row["lower"] != row["upper"]


def _display(row: Row, lang: Lang) -> str:
    """Return an estimate as text; where only bounds are known, they are the estimate."""
    if _is_certain(row):
        return _interval(row, lang)
    return display_estimate(row["value"], row["unit"], lang)


def _interval(row: Row, lang: Lang) -> str:
    return display_estimate_interval(Interval.between(row["lower"], row["upper"]), row["unit"], lang)
