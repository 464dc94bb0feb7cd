from __future__ import annotations

import pytest

from analysis.adding.entries import add_entry, near_rows, propose_entry, require_whole
from analysis.base.errors import ProjectError


def test_the_nearest_old_rows_are_shown_and_lend_what_kin_share(register):
    assert near_rows("indicators", "spot check pass rates", register)[0]["indicator"] == "spot_check_pass_rate"
    row = propose_entry("indicators", "spot_check_pass_rates", register, {"label_zh": "合格率"})
    assert (row["unit"], row["max"], row["kind"], row["label_zh"]) == ("percent", "100", "share", "合格率")


def test_a_needed_cell_that_stays_empty_is_refused(register):
    row = propose_entry(
        "issuers", "datong-go", register, {"label_zh": "大同市人民政府办公室", "kind": "city", "area": "CN-SX"}
    )
    with pytest.raises(ProjectError, match="lacks label_en"):
        require_whole("issuers", row)


@pytest.mark.parametrize(
    ("table", "key", "cells"),
    [("issuers", "issuer", {}), ("levels", "level", {"order": "9"}), ("entities", "entity", {"code": "ccdj"})],
)
def test_a_row_stands_in_the_order_of_its_table(register, table, key, cells):
    path = register.raw / "codebook" / f"{table}.csv"
    before = path.read_text(encoding="utf-8").splitlines()
    name = "dbzz" if table == "issuers" else "made_up"
    row = dict.fromkeys(before[0].split(","), "x") | {key: name} | cells
    new = add_entry(table, row, register)
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before] == before
    assert len(after) == len(before) + 1
    assert new.raw == register.raw
    place = next(n for n, line in enumerate(after) if line.startswith(f"{name},"))
    assert 1 < place < len(after) - 1
