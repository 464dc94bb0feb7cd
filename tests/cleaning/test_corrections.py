from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.base.errors import ProjectError, UnknownName
from analysis.base.tables import records, to_table
from analysis.cleaning.corrections import Correction, apply_corrections, correct_table
from analysis.cleaning.statements import STATEMENT_COLUMNS, Statement

STATEMENT = replace(
    Statement(**dict.fromkeys(STATEMENT_COLUMNS, "")), statement_id="gov-2017q2-running-all", printed="36916家"
)
CHANGE = Correction("gov-2017q2-running-all", "printed", "36916家", "36961家", "misprint", "editors", "2024-01-01")


def test_a_correction_is_applied_and_named():
    (corrected,) = apply_corrections([STATEMENT], [CHANGE])
    assert (corrected.printed, corrected.correction) == ("36961家", "printed 36916家 → 36961家: misprint")


def test_two_corrections_of_one_statement_are_both_named():
    level = replace(CHANGE, field="level", expect="", change_to="all", reason="left out")
    (corrected,) = apply_corrections([STATEMENT], [CHANGE, level])
    assert corrected.correction == "printed 36916家 → 36961家: misprint; level  → all: left out"
    again = replace(CHANGE, expect="36961家", change_to="36962家")
    assert apply_corrections([STATEMENT], [CHANGE, again])[0].printed == "36962家"


def test_a_table_is_corrected_as_its_records_are():
    statements = [replace(STATEMENT, statement_id=name) for name in ("b", CHANGE.statement, "a")]
    table = correct_table(to_table(statements, Statement, STATEMENT_COLUMNS), [CHANGE])
    assert records(table, Statement) == apply_corrections(statements, [CHANGE])
    with pytest.raises(UnknownName, match="did you mean gov-2017q2-running-all"):
        correct_table(table, [replace(CHANGE, statement="gov-2017q2-runing-all")])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"expect": "36961家"}, r"but statements\.csv has '36916家'; review the correction"),
        ({"field": "print"}, r"unknown field 'print': did you mean printed"),
    ],
)
def test_a_correction_whose_guard_fails_stops_the_run(change, said):
    with pytest.raises(ProjectError, match=said):
        apply_corrections([STATEMENT], [replace(CHANGE, **change)])


def test_a_correction_of_no_statement_is_named_with_the_nearest():
    with pytest.raises(UnknownName, match="did you mean gov-2017q2-running-all"):
        apply_corrections([STATEMENT], [replace(CHANGE, statement="gov-2017q2-runing-all")])
