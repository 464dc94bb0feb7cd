"""Slips planted in a copy of the record: seals catch all of them, rules most of those that leave evidence.

`make mutations` plants them in all tables and writes what was caught; here it is one of each kind about copies.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from analysis.base.codebook import read_rows
from helpers import mutations
from helpers.mutations import COLUMNS, TABLE, Copy, Planted, harvest, table_of
from helpers.slips import KINDS

FEW = [kind for kind in KINDS if kind.table == "copies" and kind.group == "bulletins"]


@pytest.fixture(scope="module")
def planted(tmp_path_factory) -> Iterator[list[Planted]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mutations, "LOOKING", {"copies": ("copies",)})
        yield harvest(Copy(tmp_path_factory.mktemp("copy")), 1, FEW)


def test_each_kind_finds_an_occasion(planted):
    assert [one.kind for one in planted] == FEW


def test_a_slip_in_a_sealed_row_is_always_caught(planted):
    assert [(one.kind.name, one.key) for one in planted if not one.sealed and not one.unsealed] == []


def test_rules_alone_catch_most_slips_that_leave_evidence(planted):
    evident = [one for one in planted if not one.kind.none]
    missed = [(one.kind.name, one.key, one.cells) for one in evident if not one.unsealed]
    assert len(missed) <= 0.1 * len(evident), missed


def test_a_slip_is_caught_by_the_rule_that_is_about_it(planted):
    by = {one.kind.name: one.unsealed for one in planted}
    assert by["promoted to official"] == "COP-19"
    assert by["bulletin misspelt"] == "COP-05"


def test_the_published_table_knows_every_kind_and_reaches_the_goals():
    rows = read_rows(TABLE)
    assert tuple(rows[0]) == COLUMNS
    assert {(row["table"], row["kind"]) for row in rows} == {(kind.table, kind.name) for kind in KINDS}
    assert [row["kind"] for row in rows if row["sealed"] != row["planted"]] == []
    evident = [row for row in rows if not row["no_evidence"]]
    share = sum(int(row["unsealed"]) for row in evident) / sum(int(row["planted"]) for row in evident)
    assert share >= 0.75


def test_results_are_counted_by_kind():
    one, other = (next(kind for kind in KINDS if kind.name == name) for name in ("month 13", "cue lost"))
    found = table_of(
        [Planted(one, "a", {}, "SEA-02", "STA-18"), Planted(one, "b", {}), Planted(other, "c", {}, "SEA-02")]
    )
    assert [(row["planted"], row["sealed"], row["unsealed"], row["by"]) for row in found] == [
        (2, 1, 1, "STA-18"), (1, 1, 0, ""),
    ]  # fmt: skip
    assert [bool(row["no_evidence"]) for row in found] == [False, True]
