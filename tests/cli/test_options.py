"""Options are checked before anything is built, and the examples of `--help` work as printed."""

from __future__ import annotations

import re
import shlex
from contextlib import nullcontext

import pytest
from typer.testing import CliRunner

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.cli.commands import app
from analysis.cli.options import require_edition, require_formats, require_language, require_steps
from analysis.pipeline import run, verify, whole_check

COMMANDS = {command.callback.__name__: command.callback for command in app.registered_commands}


@pytest.fixture
def nothing_runs(monkeypatch):
    """What an example starts is written down and not done."""
    started = []
    monkeypatch.setenv("BULLETINS_EDITION", "")
    monkeypatch.setattr(run, "run_pipeline", lambda *_: started.append("run"))
    monkeypatch.setattr(run, "alone", nullcontext)
    monkeypatch.setattr("analysis.charts.showing.draw_for_column", lambda *_: started.append("draw") or [])
    monkeypatch.setattr(whole_check, "check_all", lambda: started.append("check"))
    monkeypatch.setattr(verify, "verify", lambda: started.append("verify"))
    monkeypatch.setattr("analysis.renderer.site.render", lambda *_, **__: started.append("render") or [])
    monkeypatch.setattr("analysis.cli.sealing.seal_ids", lambda *_, **__: started.append("seal"))
    monkeypatch.setattr("analysis.pages.release.pack_release", lambda _: paths.ROOT / "README.md")
    monkeypatch.setattr("analysis.citing.kept.keep_release", lambda version: started.append("keep") or version)
    monkeypatch.setattr("analysis.citing.raised.require_raised", lambda: started.append("raised"))
    return started


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("report --edition 2030", "--edition 2030: give the year"), ("report --edition 1999", "the years in which"),
        ("report --edition all", "--edition all"), ("report --lang zhh", "--lang zhh: no words in this language"),
        ("report --to pdff", "--to: unknown format 'pdff': did you mean pdf"), ("report --to ,", "names no format"),
        ("run --only nosuch", "--only: unknown step 'nosuch'"),
        ("run --only render~or", "--only 'render or' at column 10"),
        ("run --only (render", "expected right parenthesis"),
        ("release --out /", "--out /: is a folder; name a file in it"),
        ("diff HEAD --html /no/where.html", "--html /no/where.html: needs the folder /no; make it first"),
        ("show gov-2017q2-running-all --lang zhh", "--lang zhh"),
        ("cite gov-2017q2-running-all --as bibtx", "--as: unknown citation style 'bibtx': did you mean bibtex"),
        ("cite gov-2017q2-running-all --lang de", "--lang de"),
        ("cite gov-2017q2-running-all --accessed today", "--accessed today: write the day as 2026-12-01."),
    ],
)  # fmt: skip
def test_what_is_unknown_is_refused_before_anything_runs(words, said, nothing_runs):
    done = CliRunner().invoke(app, [word.replace("~", " ") for word in words.split()])
    assert isinstance(done.exception, ProjectError)
    assert said in str(done.exception)
    assert nothing_runs == []


@pytest.mark.parametrize(
    "only", ["", "render", "not render", "clean or task_series", "site_consolidation and not page"]
)
def test_names_of_steps_notebooks_and_themes_pass(only):
    require_steps(only.replace("task_series", "reconcile"))


def test_what_is_known_passes():
    require_edition("2017")
    require_edition("")
    require_language("zh")
    assert require_formats("pdf, docx") == ["pdf", "docx"]


def example_of(command) -> str:
    found = re.search(r"Example: `bulletins ([^`]+)`", command.__doc__)
    return found[1] if found else ""


def test_every_command_shows_how_it_is_called():
    assert all("`bulletins " in command.__doc__ for command in COMMANDS.values())


def test_examples_write_nothing_into_the_project():
    """Three files of a chart lay in the folder of whoever tried the README."""
    readme = (paths.ROOT / "README.md").read_text(encoding="utf-8")
    examples = [*re.findall(r"^bulletins .*", readme, re.MULTILINE), *map(example_of, COMMANDS.values())]
    writing = [one for one in examples if re.search(r"\b(draw|read) ", one)]
    assert len(writing) == 3
    assert all("--out /tmp" in one for one in writing)


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if example_of(command)])
def test_examples_work_as_printed(name, nothing_runs, tmp_path, monkeypatch):
    words = shlex.split(example_of(COMMANDS[name]).replace("/tmp", str(tmp_path)))
    monkeypatch.chdir(paths.ROOT)
    done = CliRunner().invoke(app, words)
    assert done.exception is None, done.output
    assert done.exit_code == 0
