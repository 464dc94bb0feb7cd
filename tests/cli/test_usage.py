"""A call that typer refuses is one sentence that names the command and what to do, as any other mistake is."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from analysis.base.errors import ProjectError
from analysis.citing.citations import load_project
from analysis.cli.commands import app

COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("shwo gov", "bulletins: unknown command 'shwo': did you mean show?"),
        ("--versoin", "bulletins: unknown option '--versoin': "),
        ("show gov --langg zh", "bulletins show: unknown option '--langg': did you mean --lang?"),
        ("check --identity", "bulletins check: unknown option '--identity': did you mean --identities?"),
        ("show -q gov", "bulletins show: unknown option '-q': choose one of --json, --no-json, --lang, --help."),
        ("show", "bulletins show: missing argument 'item'; `bulletins show --help` shows how it is called."),
        ("show a b", "bulletins show: got unexpected extra argument(s) (b); "),
        ("cite gov --as", "bulletins cite: option '--as' requires an argument; `bulletins cite --help`"),
        ("due soon", "bulletins due: invalid value for 'year': "),
        ("draw fig --width 2", "bulletins draw: invalid value for '--width': "),
    ],
)
def test_a_mistaken_call_is_one_sentence(words, said):
    done = CliRunner().invoke(app, words.split(), prog_name="bulletins")
    assert isinstance(done.exception, ProjectError)
    assert str(done.exception).startswith(said)
    assert "\n" not in str(done.exception)
    assert done.output == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_refuses_an_option_that_it_lacks(name):
    done = CliRunner().invoke(app, [name, "--no-such-thing"], prog_name="bulletins")
    assert str(done.exception).startswith(f"bulletins {name}: unknown option '--no-such-thing'")


def test_the_version_is_that_of_the_project():
    done = CliRunner().invoke(app, ["--version"], prog_name="bulletins")
    project = load_project()
    assert (done.exit_code, done.output) == (0, f"bulletins {project['version']} ({project['date']})\n")


@pytest.mark.parametrize("words", [[], ["--help"]])
def test_no_command_at_all_shows_the_help(words):
    done = CliRunner().invoke(app, words, prog_name="bulletins")
    assert done.exit_code == 0
    assert "Commands" in done.output


@pytest.mark.parametrize("call", ["show gov-2017q2-running-all --lang zh", "cite gov-2017q2-running-all"])
def test_no_library_is_loaded_to_read_texts_and_flags(call):
    start = f"import sys; from analysis.cli.commands import main; sys.argv = 'bulletins {call}'.split()"
    told = "print(end.code, *{'pydantic', 'polars'} & set(sys.modules))"
    code = f"{start}\ntry: main()\nexcept SystemExit as end: {told}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"
