"""Commands hand on what they are asked for; a slip, a full disk and Ctrl-C end in one sentence."""

from __future__ import annotations

import errno
import logging
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from analysis.base.errors import ProjectError
from analysis.cli import commands
from analysis.pipeline import whole_check

TASKS = sorted(Path(whole_check.__file__).parent.glob("task_*.py"))


@pytest.mark.parametrize("started", [
    "analysis.cli.options analysis.citing.lookup analysis.citing.cards analysis.citing.formats",  # show and cite
    "analysis.pipeline.run " + " ".join(f"analysis.pipeline.{path.stem}" for path in TASKS),  # run, where all is done
])  # fmt: skip
def test_commands_start_without_heavy_libraries(started):
    """Modules import polars and its like at their head, unless one of these commands loads them as it starts."""
    heavy = {"great_expectations", "jinja2", "matplotlib", "numpy", "pandas", "polars", "scipy", "statsmodels"}
    names = f"analysis.cli.commands {started}".split()
    code = f"import sys, {', '.join(names)}; print(*{heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_check_lists_unwritten_identities_only_where_it_is_asked_to(monkeypatch):
    done: list[str] = []
    monkeypatch.setattr(whole_check, "check_all", lambda: done.append("checked"))
    monkeypatch.setattr(whole_check, "unwritten_identities", lambda: "a + b = c")
    assert "a + b = c" in CliRunner().invoke(commands.app, ["check", "--identities"]).output
    assert done == []
    assert CliRunner().invoke(commands.app, ["check"]).exit_code == 0
    assert done == ["checked"]


def test_the_next_year_names_what_was_written_and_what_comes_next(monkeypatch):
    monkeypatch.setattr("analysis.adding.rolling.roll_to", lambda year: ["CITATION.cff"])
    monkeypatch.setattr("analysis.citing.kept.kept_releases", lambda: ["0.1.0"])
    monkeypatch.setattr(commands, "due", lambda year: print(f"due in {year}"))
    said = CliRunner().invoke(commands.app, ["roll", "2024"]).output
    assert "CITATION.cff: written\ndue in 2024\nNext:" in said
    assert "bulletins diff 0.1.0 data/processed" in said


def test_no_library_brings_grammars_or_charts_that_nothing_asks_for():
    """jsonschema built 38 grammars, a second of each run, wherever it was loaded before a check was."""
    start = "import sys; from analysis.cli.commands import main; sys.argv = ['bulletins', '--help']"
    load = "import jsonschema, nbformat, great_expectations; print(*{'lark', 'altair.vegalite'} & set(sys.modules))"
    code = f"{start}\ntry: main()\nexcept SystemExit: {load}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("\n\n")


def test_a_card_is_a_table_in_a_terminal_and_lines_in_a_file(monkeypatch, capsys):
    class Shown:
        item_id, heading = "gov-2017q2-running-all", "36,916 sites"

        def labelled(self):
            return [("Address", "https://www.gov.cn/" + "a" * 120)]

    commands._show(Shown())
    assert capsys.readouterr().out.splitlines()[1] == "Address: https://www.gov.cn/" + "a" * 120
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    commands._show(Shown())
    said = capsys.readouterr().out
    assert "36,916 sites" in said
    assert "Address: " not in said


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (ProjectError("a.csv, row 2: no."), "a.csv, row 2: no."),
        (OSError(errno.ENOSPC, "No space left"), "the disk is full"),
    ],
)
def test_what_a_user_can_mend_is_one_sentence(monkeypatch, capfd, error, says):
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(commands, "app", fail)
    # The project's own logger would keep the stream of this test.
    own = SimpleNamespace(getLogger=logging.Logger, StreamHandler=logging.StreamHandler, INFO=logging.INFO)
    monkeypatch.setattr(commands, "logging", own)
    with pytest.raises(SystemExit) as end:
        commands.main()
    assert end.value.code == 1
    assert capfd.readouterr().err.startswith(says)


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("run", "stopped; what was finished is kept, and `bulletins run` goes on from there."),
        ("read", "stopped; no file was written, an earlier one is as it was."), ("add", "stopped; it had not ended."),
    ],
)  # fmt: skip
def test_ctrl_c_says_what_is_left_behind(monkeypatch, capfd, command, says):
    def stop(**_: object) -> None:
        raise SystemExit(commands.STOPPED)

    monkeypatch.setattr(commands, "app", stop)
    monkeypatch.setattr(commands.sys, "argv", ["bulletins", command])
    own = SimpleNamespace(getLogger=logging.Logger, StreamHandler=logging.StreamHandler, INFO=logging.INFO)
    monkeypatch.setattr(commands, "logging", own)
    with pytest.raises(SystemExit) as end:
        commands.main()
    assert end.value.code == commands.STOPPED
    assert capfd.readouterr().err == f"{says}\n"
