"""Cleaning on a handful of statements, and its sentences for what cannot be cleaned."""

from __future__ import annotations

import pytest

from analysis.base.bulletins import Bulletin
from analysis.base.codebook import load_codebook
from analysis.base.errors import ProjectError
from analysis.cleaning.observations import OBSERVATION_COLUMNS
from analysis.cleaning.statements import STATEMENT_COLUMNS, Statement, clean_statements

BULLETINS = [Bulletin("gov-2017q2", "2017-08-04")]


def statement(**fields: str) -> Statement:
    row = dict.fromkeys(STATEMENT_COLUMNS, "")
    row |= {
        "statement_id": "gov-2017q2-running-all", "bulletin_id": "gov-2017q2", "printed": "36916家",
        "indicator": "running_government_sites", "area": "CN", "level": "all", "time_period": "2017-06-01",
        "unit_printed": "家", "confidence": "high",
    }  # fmt: skip
    return Statement(**row | fields)


def clean(*rows: Statement):
    return clean_statements(rows, BULLETINS, load_codebook())


def test_a_statement_becomes_one_observation_with_all_columns():
    table = clean(statement())
    assert table.columns == OBSERVATION_COLUMNS
    row = table.row(0, named=True)
    assert (row["value"], row["lower"], row["upper"], row["unit"], row["status"]) == (
        36916,
        36916,
        36916,
        "count:site",
        "A",
    )
    assert row["published"] == "2017-08-04"


def test_targets_and_low_confidence_are_marked():
    rows = [statement(), statement(statement_id="b", qualifier="目标"), statement(statement_id="c", confidence="low")]
    assert dict(clean(*rows).select("observation_id", "status").iter_rows()) == {
        "gov-2017q2-running-all": "A", "b": "F", "c": "U",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"printed": "若干家"}, "cannot be read as one figure"),
        ({"bulletin_id": "gov-1999"}, "not in bulletins.csv"),
        ({"indicator": "runing_government_sites"}, "did you mean running_government_sites"),
        ({"time_period": "2017Q2"}, "no time period"),
        ({"area": "CN-ZZ"}, "unknown area"),
        ({"printed": "94%", "unit_printed": "%"}, "measured in count:site"),
    ],
)
def test_what_cannot_be_cleaned_is_named_with_its_row(fields, sentence):
    with pytest.raises(ProjectError, match=sentence) as caught:
        clean(statement(statement_id="first"), statement(**fields))
    assert str(caught.value).startswith("statements.csv, row 3 (gov-2017q2-running-all): ")


def test_a_change_in_points_may_be_printed_with_a_bare_percent_sign():
    book = load_codebook()
    name = next(name for name, entry in book.indicators.items() if entry.unit == "percentage_points")
    row = clean(statement(indicator=name, printed="3.82%", unit_printed="%")).row(0, named=True)
    assert (row["value"], row["unit"]) == (3.82, "percentage_points")


def test_approximately_is_no_unit():
    row = clean(statement(printed="approximately 4 million", unit_printed="")).row(0, named=True)
    assert row["value"] == 4_000_000


def test_at_most_twenty_errors_are_listed():
    broken = [statement(statement_id=f"s{number}", printed="若干家") for number in range(23)]
    with pytest.raises(ProjectError, match=r"\.\.\. and 3 more\.$") as caught:
        clean(*broken)
    assert str(caught.value).count("\n") == 20
