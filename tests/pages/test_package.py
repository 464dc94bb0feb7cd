from __future__ import annotations

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
