"""A damaged record of runs is removed, a whole one is kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from analysis.pipeline.run import _heal


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "pytask.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("create table state (task text, node text, hash_ text)")
        connection.executemany("insert into state values (?, ?, ?)", [("t", str(n), "h" * 64) for n in range(500)])
    connection.close()
    return path


def test_a_whole_record_is_kept(database):
    before = database.read_bytes()
    _heal(database)
    assert database.read_bytes() == before


@pytest.mark.parametrize("start", [0, 100, 4096])
def test_a_damaged_record_is_removed(database, start, caplog):
    with database.open("r+b") as file:
        file.seek(start)
        file.write(b"\xff" * 3000)
    _heal(database)
    assert not database.exists()
    assert "every step runs once more" in caplog.text


def test_the_first_run_has_no_record(tmp_path, caplog):
    _heal(tmp_path / "pytask.sqlite3")
    assert caplog.text == ""
