from __future__ import annotations

import polars as pl
import pytest

from analysis.base.codebook import load_codebook
from analysis.base.errors import ProjectError, UnknownName
from analysis.base.tables import to_table
from analysis.charts.declarations import load_declarations
from analysis.charts.drawn import COLUMNS, Drawn, shorten
from analysis.charts.selecting import select_rows
from helpers.exhibits import published_tables

FIGURES = [name for name in load_declarations() if name.startswith("fig-")]


@pytest.mark.parametrize(
    ("number", "short"),
    [(96.14999999999999, 96.15), (1_234_567.0, 1_234_567.0), (48.48484848, 48.4848), (1e9 / 3, 333_333_333.0),
     (None, None), (float("inf"), float("inf"))],
)  # fmt: skip
def test_numbers_are_rounded_to_six_digits_and_whole_numbers_never(number, short):
    assert shorten(number) == short


def test_a_status_that_no_key_knows_is_an_error():
    with pytest.raises(UnknownName, match="printed"):
        Drawn(status="printd")


def test_a_value_that_is_no_number_is_an_error():
    with pytest.raises(ProjectError, match="x: nan cannot be drawn"):
        Drawn(id="x", value=float("nan"))


def test_rows_of_nothing_have_all_columns():
    assert tuple(to_table([], Drawn).columns) == COLUMNS


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_the_file_of_a_chart_holds_numbers_with_units_and_no_words(exhibit_id, no_word):
    rows = to_table(select_rows(load_declarations()[exhibit_id], published_tables()), Drawn)
    assert rows.height
    assert tuple(rows.columns) == COLUMNS
    assert rows.filter(
        pl.col("value").is_null() & pl.col("lower").is_null() & (pl.col("status") != "refused")
    ).is_empty()
    assert rows.filter(pl.col("unit") == "").is_empty()
    cells = {cell for name in ("panel", "series", "label") for cell in rows[name]} - set(load_codebook().entities)
    assert not [cell for cell in cells if no_word(cell)]
