"""What goes wrong around the steps: a damaged record of runs, a full disk, Ctrl-C."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.cli import commands
from analysis.pipeline.run import _clear_drafts, _heal, _raise_failure, _require_inputs


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


def test_what_a_killed_run_left_beside_its_places_goes(tmp_path, monkeypatch):
    """A table was whole, so that its step had nothing to do, and its half-written draft stayed for ever."""
    for name in ("BUILD", "PROCESSED", "REPORTS"):
        monkeypatch.setattr(paths, name, tmp_path / name)
    names = ("BUILD/themes/a.draft", "PROCESSED/a.draft", "REPORTS/exhibits/a.svg.draft", "REPORTS/exhibits/a.svg")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    _clear_drafts()
    assert [name for name in names if (tmp_path / name).exists()] == ["REPORTS/exhibits/a.svg"]


def failed(error: BaseException) -> SimpleNamespace:
    report = SimpleNamespace(outcome=SimpleNamespace(name="FAIL"), exc_info=(type(error), error, None))
    return SimpleNamespace(collection_reports=[], execution_reports=[report], exit_code=1)


def fault(number: int) -> OSError:
    return OSError(number, os.strerror(number), "data/processed/a.csv")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (fault(errno.ENOSPC), "the disk is full: make room and run again; earlier outputs are as they were"),
        (ProjectError("notebooks/a.ipynb: OSError: [Errno 28] No space left on device; run it"), "the disk is full"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "may not be written"),
        (fault(errno.EFBIG), "raise the limit"),
        (fault(errno.EROFS), "may not be written"),
        (fault(errno.EACCES), "may not be written"),
    ],
)
def test_what_the_disk_is_to_blame_for_is_a_sentence(error, said):
    with pytest.raises(ProjectError, match=said):
        _raise_failure(failed(error))


def test_another_error_is_no_fault_of_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.base.paths.BUILD", tmp_path)
    with pytest.raises(ProjectError, match="ValueError: x"):
        _raise_failure(failed(ValueError("x")))


def test_ctrl_c_is_a_sentence_and_not_a_failure_of_a_step(monkeypatch, capfd):
    """It once said "AssertionError:"."""
    with pytest.raises(KeyboardInterrupt):
        _raise_failure(failed(KeyboardInterrupt()))
    monkeypatch.setattr(commands, "app", lambda **_: stop())
    monkeypatch.setattr("sys.argv", ["bulletins", "run"])
    with pytest.raises(SystemExit) as end:
        commands.main()
    assert end.value.code == 130
    assert capfd.readouterr().err.startswith("stopped; what was finished is kept")


def stop() -> None:
    raise SystemExit(130)


def test_a_folder_for_a_file_is_named_before_any_step_starts(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr("analysis.pipeline.layout.INPUTS", [])
    monkeypatch.setattr("analysis.pipeline.layout.RAW", SimpleNamespace(paths=[tmp_path / "copies.csv"]))
    with pytest.raises(ProjectError, match=r"^copies.csv is missing: restore it"):
        _require_inputs()
    (tmp_path / "copies.csv").mkdir()
    with pytest.raises(ProjectError, match=r"^copies.csv is a folder: restore it"):
        _require_inputs()
