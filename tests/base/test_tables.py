"""The door between tables and records: what goes in comes out, and what cannot be read is named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import polars as pl
import pytest

from analysis.base.errors import ProjectError
from analysis.base.tables import (
    content_of,
    grouped,
    publish,
    read_parquet,
    records,
    significant,
    to_table,
    write_csv,
    write_parquet,
)

WEBSITES = "count of government websites"  # longer than a text that polars keeps in its row


@dataclass(frozen=True)
class Ends:
    lower: float
    upper: float


@dataclass(frozen=True)
class Figure:
    name: str
    ends: Ends
    value: float | None
    day: date
    sources: tuple[str, ...]
    sound: bool
    order: int
    note: str = "none"


TABLE = pl.DataFrame(
    {
        "order": [1, 2], "sound": [True, False], "day": [date(2017, 6, 1), date(2018, 1, 1)], "name": ["a", None],
        "lower": [1.0, 2.0], "upper": [3.0, 4.0], "value": [2.0, None], "sources": ["x y", ""], "other": [0, 0],
    }
)  # fmt: skip
RECORDS = [
    Figure("a", Ends(1, 3), 2.0, date(2017, 6, 1), ("x", "y"), True, 1),
    Figure("", Ends(2, 4), None, date(2018, 1, 1), (), False, 2),
]


def test_rows_become_records_with_records_inside():
    assert records(TABLE, Figure) == RECORDS


def test_texts_of_a_csv_become_numbers_and_lists():
    @dataclass(frozen=True)
    class Row:
        least: float | None
        most: float | None
        order: int
        ids: frozenset[str]

    row = {"least": "0.5", "most": "", "order": "7", "ids": "b a b"}
    assert records([row], Row) == [Row(0.5, None, 7, frozenset({"a", "b"}))]


def test_records_become_the_table_that_they_came_from():
    made = to_table(RECORDS, Figure)
    assert made.columns == "name lower upper value day sources sound order note".split()
    assert records(made, Figure) == RECORDS
    assert to_table(RECORDS, Figure, ("order", "lower")).equals(TABLE.select("order", "lower"))
    assert to_table([], Figure).schema == made.schema


def test_a_missing_column_and_a_cell_that_is_no_number_are_named():
    with pytest.raises(ProjectError, match="table of figures lacks the column 'upper'"):
        records(TABLE.drop("upper"), Figure)
    with pytest.raises(ProjectError, match=r"figures\.csv, row 3: order 'first' is no whole number"):
        records([TABLE.row(0, named=True), {**TABLE.row(0, named=True), "order": "first"}], Figure, "figures.csv")


def test_a_default_stands_for_a_missing_column_only():
    rows = TABLE.with_columns(note=pl.Series(["seen", None]))
    assert [figure.note for figure in records(rows, Figure)] == ["seen", ""]


def test_a_computed_field_is_refused():
    @dataclass
    class Counted:
        name: str
        marks: list[str] = field(default_factory=list)

    with pytest.raises(ProjectError, match="lacks the column 'marks'"):
        records([{"name": "a"}], Counted)


def test_a_table_is_published_in_both_forms_and_no_draft_is_left(tmp_path):
    write_parquet(TABLE, tmp_path / "stage" / "table.parquet")
    publish(tmp_path / "stage" / "table.parquet", tmp_path / "table")
    assert pl.read_parquet(tmp_path / "table.parquet").equals(TABLE)
    assert (tmp_path / "table.csv").read_text("utf-8").startswith("order,sound,day,name,lower")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stage", "table.csv", "table.parquet"]


def test_no_cell_of_a_published_table_is_a_formula(tmp_path):
    bad = ["=cmd|' /C calc'!A0", "@SUM(A1)", "+1+cmd", "-2+3", " =1", "\t=1"]
    write_csv(pl.DataFrame({"a": [*bad, "-36,916.5", "+5%", "a=b", None]}), tmp_path / "a.csv")
    cells = pl.read_csv(tmp_path / "a.csv")["a"].to_list()
    assert cells == [*(f"'{cell}" for cell in bad), "-36,916.5", "+5%", "a=b", None]


@pytest.mark.parametrize("kept", [0, 100, -20])
def test_a_half_written_table_is_named_with_the_remedy(tmp_path, kept):
    path = tmp_path / "series.parquet"
    with pytest.raises(ProjectError, match="is missing: run `bulletins run`"):
        read_parquet(path)
    write_parquet(TABLE, path)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ProjectError, match=r"series\.parquet is damaged .*run `bulletins run`"):
        read_parquet(path)


def test_floats_keep_their_significant_digits_and_nothing_else_changes():
    rounded = significant(TABLE.with_columns(pl.col("lower") * 12.3456789))
    assert rounded["lower"].to_list() == [12.3457, 24.6914]
    assert rounded.drop("lower").equals(TABLE.drop("lower"))


def test_groups_and_members_keep_their_order():
    assert grouped([3, 1, 4, 5, 2], lambda number: number % 2) == {1: [3, 1, 5], 0: [4, 2]}


@pytest.mark.parametrize("cut", [lambda table: table.head(1), lambda table: table.filter(pl.col("text") == WEBSITES)])
def test_a_table_is_known_by_its_own_texts_and_not_by_those_that_it_was_cut_from(cut):
    one, other = (
        pl.DataFrame({"text": [WEBSITES, f"count of {what} websites"]}) for what in ("provincial", "ministry")
    )
    assert content_of(cut(one)) == content_of(cut(other)) != content_of(one)
    assert content_of(one) != content_of(other)
