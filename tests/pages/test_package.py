from __future__ import annotations

import polars as pl
import pytest

from analysis.base.codebook import read_header
from analysis.base.errors import ProjectError
from analysis.base.paths import PROCESSED
from analysis.charts.drawn import COLUMNS
from analysis.pages.package import described, said_of
from analysis.words.catalogue import LANGS


def test_a_column_in_a_further_language_needs_no_line():
    """A third language stopped the run: its columns were not described."""
    assert described("estimates", "label_zh") == "The same in Chinese."
    assert not [name for name in said_of("columns") if name.rpartition("_")[2] in LANGS[1:]]


def test_every_column_is_described_and_no_line_describes_nothing():
    used = set()
    columns = {table: read_header(PROCESSED / f"{table}.csv") for table in said_of("tables")} | {"drawn": COLUMNS}
    for table, names in columns.items():
        for column in names:
            assert described(table, column)
            if column.rpartition("_")[2] not in LANGS[1:]:
                used.add(f"{table}.{column}" if f"{table}.{column}" in said_of("columns") else column)
    assert set(said_of("columns")) == used


def test_a_column_without_a_description_is_named():
    with pytest.raises(ProjectError, match=r"columns\.yml: numbers\.colour is not described"):
        described("numbers", "colour")


def shown(name: str) -> pl.DataFrame:
    return pl.read_parquet(PROCESSED / f"{name}.parquet")


WIDE, EMPTY = pl.col("lower") < pl.col("upper"), pl.col("value").is_null()
# What a description says of the rows, as an expression that holds in each of them.
CLAIMS = [
    ("estimates", "value", "within the bounds", EMPTY | pl.col("value").is_between("lower", "upper")),
    ("estimates", "level", "0.95, or 1 where", pl.col("level").is_in([0.95, 1.0]) | pl.col("refused")),
    ("estimates", "level", "empty where the model was refused", pl.col("level").is_null() == pl.col("refused")),
    ("estimates", "refused", "a warning and no value", (EMPTY & (pl.col("warnings") != "")) == pl.col("refused")),
    ("estimates", "identified_lower", "without the error", pl.col("identified_lower") >= pl.col("lower")),
    ("estimates", "identified_upper", "what bounds alone allow", pl.col("identified_upper") <= pl.col("upper")),
    ("numbers", "bulletin_id", "empty for an estimate",
     (pl.col("bulletin_id") == "") == (pl.col("kind") == "estimate")),
    ("numbers", "kind", "observation or estimate", pl.col("kind").is_in(["observation", "estimate"])),
    ("numbers", "value", "empty where bounds", ~EMPTY | (WIDE & (pl.col("display_en") == pl.col("interval_en")))),
    ("observations", "bulletin_id", "derived from", pl.col("bulletin_id") != ""),
    ("observations", "statement_id", "where the figure is derived",
     (pl.col("statement_id") == "") == (pl.col("derived_from") != "")),
    ("observations", "derived_from", "gives this one", (pl.col("derived_from") != "") == (pl.col("status") == "E")),
    ("observations", "rounded", "half its last place",
     pl.col("rounded") == (WIDE & (pl.col("comparator") == "eq") & pl.col("value").is_not_null())),
    ("observations", "value", "bounds say what it can be", pl.col("value").is_between("lower", "upper")),
    ("identities", "difference", "left side less the right",
     (pl.col("left") - pl.col("right") - pl.col("difference")).abs() < 1e-5),
    ("sensitivity", "value", "The figure as printed, or the estimate", pl.col("refused") == EMPTY),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column", "says", "holds"), CLAIMS)
def test_what_is_said_of_a_column_holds_in_its_rows(table, column, says, holds):
    """The middle of the bounds was said to stand where eleven rows of 27 had their end, or a mean."""
    assert says in described(table, column)
    assert shown(table).filter(~holds).is_empty()


def test_a_number_has_no_value_exactly_where_an_estimate_is_bounds_alone():
    numbers, certain = shown("numbers"), shown("estimates").filter(pl.col("level") == 1, WIDE)
    without = numbers.filter(EMPTY, pl.col("kind") == "estimate")["number_id"]
    assert sorted(without) == sorted(certain["estimate_id"])
    assert "no likelier" in described("estimates", "value")
