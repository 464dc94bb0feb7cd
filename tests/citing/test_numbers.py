from __future__ import annotations

import polars as pl
import pytest

from analysis.citing.numbers import COLUMNS, make_numbers
from helpers.published import ESTIMATE, ESTIMATES, OBSERVATIONS


def test_every_observation_and_every_estimate_that_is_not_refused_is_a_number():
    table = make_numbers(OBSERVATIONS, ESTIMATES, {"running_government_sites": "consolidation"})
    assert table.columns == list(COLUMNS)
    assert table["number_id"].to_list() == ["a-2020-derived", "a-2020-running", "est-a-rate"]
    observed = table.row(1, named=True)
    assert (observed["display_zh"], observed["interval_en"]) == ("超过90%", "90% to 100%")
    assert (observed["theme"], observed["sources"]) == ("consolidation", "a-2020-running")


def test_where_bounds_are_all_that_is_known_they_are_the_display():
    certain = pl.DataFrame([ESTIMATE | {"level": 1.0}])
    row = make_numbers(OBSERVATIONS, certain, {}).row(2, named=True)
    assert row["display_en"] == row["interval_en"] == "−11% to −9% a year"
    assert (row["value"], row["lower"], row["upper"]) == (None, -11.0, -9.0)


@pytest.mark.parametrize(("cells", "value"), [
    ({"comparator": "range"}, None), ({"comparator": "approx", "value": 90.0}, None),  # 数万 is no number
    ({"comparator": "approx", "value": 95.0}, 95.0), ({"comparator": "gt"}, 90.0),
])  # fmt: skip
def test_a_print_without_a_number_has_bounds_and_no_value(cells, value):
    columns = [pl.lit(cell).alias(name) for name, cell in cells.items()]
    row = make_numbers(OBSERVATIONS.with_columns(columns), ESTIMATES, {}).row(1, named=True)
    assert (row["number_id"], row["value"], row["lower"]) == ("a-2020-running", value, 90.0)


def test_what_confirms_a_number_and_what_shows_it_stand_with_it():
    table = make_numbers(OBSERVATIONS, ESTIMATES, {}, held={"a-2020-running"})
    shown = dict(zip(table["number_id"], table.select("page_kind", "reviewed").rows(), strict=True))
    assert shown["a-2020-running"] == ("official", "text arithmetic")
    assert (shown["a-2020-derived"], shown["est-a-rate"]) == (("mirror", ""), ("", ""))
    on_mirrors = make_numbers(OBSERVATIONS, pl.DataFrame([ESTIMATE | {"inputs": "a-2020-derived s"}]), {})
    assert on_mirrors.row(2, named=True)["page_kind"] == "mirror"


@pytest.mark.parametrize(("end", "text"), [("upper", "over −11% a year"), ("lower", "below −9% a year")])
def test_an_interval_with_one_end_is_said_by_it(end, text):
    """Seven editions could not be built: the table of estimates holds no infinity, and the empty end was no number."""
    open_at_one = pl.DataFrame([ESTIMATE]).with_columns(pl.lit(None, pl.Float64).alias(end))
    row = make_numbers(OBSERVATIONS, open_at_one, {}).row(2, named=True)
    assert (row["interval_en"], row[end]) == (text, None)
