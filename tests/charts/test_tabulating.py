"""Every declared table, from the tables as published, in both languages."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.base.errors import UnknownName
from analysis.charts.declarations import Selection, load_declarations
from analysis.charts.naming import Names
from analysis.charts.selecting import select_table
from analysis.charts.tabulating import to_csv, write_table
from helpers.exhibits import declare, published_tables

TABLES = [name for name, one in load_declarations().items() if one.usual.form == "table"]


def written(exhibit_id, lang):
    declaration = load_declarations()[exhibit_id]
    rows = select_table(declaration, published_tables())
    return rows, write_table(declaration, rows, Names(declaration, lang, published_tables().labels))


@pytest.mark.parametrize("exhibit_id", [name for name in TABLES if not name.startswith("tbl-validation")])
def test_a_table_has_a_row_for_each_of_its_rows_and_headings_in_both_languages(exhibit_id):
    rows, english = written(exhibit_id, "en")
    _, chinese = written(exhibit_id, "zh")
    own = {row["label"] for row in rows} if load_declarations()[exhibit_id].across else rows
    assert len(own) == english.height == chinese.height > 0
    assert len(english.columns) == len(chinese.columns)
    assert not set(english.columns) & set(chinese.columns)


def test_counts_stay_whole_numbers_and_shares_keep_two_places():
    _, table = written("tbl-comparators", "en")
    assert table["Figures"].dtype == pl.Int64
    assert all(share == round(share, 2) for share in table["Share of the kind (%)"])


def test_the_file_of_a_table_holds_numbers_as_numbers(tmp_path):
    rows, _ = written("tbl-identities", "en")
    to_csv(rows, tmp_path / "table.csv")
    saved = pl.read_csv(tmp_path / "table.csv")
    assert saved["left"].dtype == pl.Float64
    assert saved.height == len(rows)


def test_a_column_that_the_rows_lack_is_an_error():
    declaration = declare(Selection("kinds"), columns={"totl": "head-total"})
    rows = select_table(declaration, published_tables())
    with pytest.raises(UnknownName, match="total"):
        write_table(declaration, rows, Names(declaration, "en", {}))


def test_a_doubt_about_a_figure_stands_beside_it():
    """Sites that were declared stood in the table as in operation, counted by CNNIC; only the prose knew better."""
    _, table = written("tbl-national-counts", "en")
    notes = dict(zip(zip(table["Period"], table["Figure"], strict=True), table["Note"], strict=True))
    assert notes["2015", "over 80,000"] == "Ascribed to CNNIC; Declared sites, not running ones"
    assert notes["2022", "13,946"] == "Ascribed to CNNIC; Low confidence"
    assert notes["2019-12", "14,474"] == "CNNIC count"
    assert notes["2020-12-15", "14,463"] == ""


def test_a_table_of_figures_has_the_bounds_of_those_that_are_not_exact():
    _, table = written("tbl-national-counts", "en")
    bounds = dict(zip(table["Figure"], table["Bounds"], strict=True))
    assert (bounds["over 80,000"], bounds["36,916"]) == ("(80,000, 90,000)", "")


def test_figures_of_two_methods_share_a_cell_and_name_theirs():
    _, table = written("tbl-years", "en")
    of_2018 = table.row(by_predicate=pl.col("Year") == "2018", named=True)
    assert of_2018["Websites in operation"] == "22,206; 17,962 (CNNIC count)"
    assert of_2018["gov.cn domains"] == ""
    of_2022 = table.row(by_predicate=pl.col("Year") == "2022", named=True)
    assert of_2022["Websites in operation"] == "13,946 (Ascribed to CNNIC)"
    # The rate of the census is no rate of the samples since.
    assert table.row(by_predicate=pl.col("Year") == "2015", named=True)["Central spot check passed"] == ""
