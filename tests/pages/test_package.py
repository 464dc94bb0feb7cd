from __future__ import annotations

import pytest

from analysis.base.codebook import read_header
from analysis.base.errors import ProjectError
from analysis.base.paths import PROCESSED
from analysis.charts.drawn import COLUMNS
from analysis.pages.package import TITLES, _columns, described


def test_every_column_is_described_and_no_line_describes_nothing():
    used = set()
    columns = {table: read_header(PROCESSED / f"{table}.csv") for table in TITLES} | {"drawn": COLUMNS}
    for table, names in columns.items():
        for column in names:
            assert described(table, column)
            used.add(f"{table}.{column}" if f"{table}.{column}" in _columns() else column)
    assert set(_columns()) == used


def test_a_column_without_a_description_is_named():
    with pytest.raises(ProjectError, match=r"columns\.yml: numbers\.colour is not described"):
        described("numbers", "colour")
