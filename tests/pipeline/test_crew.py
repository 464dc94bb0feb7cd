"""Steps side by side: in an order that ends early, each in a process that ends with its run, failures in a sentence."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import networkx as nx
import pytask
import pytest
from _pytask.console import console
from _pytask.task_utils import COLLECTED_TASKS
from sqlalchemy.engine import make_url

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.pipeline import crew
from analysis.pipeline.run import _raise_failure

STEPS = """
import os, signal, time
from pathlib import Path
from analysis.base.errors import UnknownName
from typing import Annotated
from pytask import Product, mark
def task_one(made: Annotated[Path, Product] = Path("one")): write(made)
def task_two(made: Annotated[Path, Product] = Path("two")): write(made)
def write(made):
    made.write_text(f"{os.getpid()}")
    other = Path("two" if made.name == "one" else "one")
    until = time.monotonic() + float(os.environ.get("PATIENCE", 0.3))
    while not (met := other.exists()) and time.monotonic() < until: time.sleep(0.01)
    made.write_text(f"{made.read_text()} {'met' if met else 'alone'}")
def task_dead(): os.kill(os.getpid(), signal.SIGKILL)
def task_odd(): raise ZeroDivisionError("by zero")
@mark.try_first
def task_check(): time.sleep(0.5); raise UnknownName("indicator", "runing", ["running"], "statements.csv, row 2")
"""


@pytest.fixture
def build(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    monkeypatch.setattr(crew, "load_libraries", lambda task: None)
    COLLECTED_TASKS.clear()  # the project's own, of modules that other tests have imported
    monkeypatch.chdir(tmp_path)
    # A name of its own, since pytask keeps the marks of a module that it has met.
    (tmp_path / f"task_{tmp_path.name}.py").write_text(STEPS, encoding="utf-8")
    console.quiet = True

    def run(expression: str, jobs: int = 2) -> Any:
        return pytask.build(
            paths=[tmp_path], database_url=make_url("sqlite://"), expression=expression, jobs=jobs, verbose=0,
            stop_after_first_failure=True, capture="no",
        )  # fmt: skip

    return run


def left(path: Path) -> list[str]:
    """Return what a step has written: the number of its process and, where it came to its end, whom it met."""
    return path.read_text(encoding="utf-8").split()


@pytest.mark.parametrize("jobs", [1, 2])
def test_as_many_steps_run_at_once_as_are_asked_for(build, tmp_path, monkeypatch, jobs):
    """Two meet, however late a busy machine starts the second; the first of two in turn waits for the other in vain."""
    monkeypatch.setenv("PATIENCE", "0.3" if jobs == 1 else "60")
    assert build("one or two", jobs).exit_code == 0
    (one, one_met), (two, two_met) = left(tmp_path / "one"), left(tmp_path / "two")
    assert ({one_met, two_met} == {"met"}) == (jobs == 2)
    assert len({one, two, os.getpid()}) == 3


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("odd", "task_odd: ZeroDivisionError: by zero"),
        ("dead", "dead: its process was killed"),
        ("check or odd", "row 2: unknown indicator 'runing': did you mean running"),
    ],
)
def test_a_failure_is_a_sentence_and_that_of_a_check_comes_first(build, tmp_path, steps, said):
    with pytest.raises(ProjectError, match=said):
        _raise_failure(build(steps))
    if steps == "odd":
        assert "in task_odd" in (tmp_path / "last-error.log").read_text(encoding="utf-8")


def test_no_step_goes_on_without_its_run(build, tmp_path, monkeypatch):
    """Neither after Ctrl-C nor where the run was killed: its next one would write beside it."""
    monkeypatch.setattr(crew, "wait", lambda *_, **__: signal.raise_signal(signal.SIGINT))
    kept = signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
    with pytest.raises(KeyboardInterrupt):
        build("one")
    signal.signal(signal.SIGINT, kept)
    time.sleep(0.4)
    assert not (tmp_path / "one").exists() or len(left(tmp_path / "one")) == 1
    run = os.fork()
    if not run:
        monkeypatch.setattr(crew, "wait", lambda *_, **__: (time.sleep(0.1), os.kill(os.getpid(), signal.SIGKILL)))
        build("two")
    os.waitpid(run, 0)
    time.sleep(0.4)
    assert not (tmp_path / "two").exists() or len(left(tmp_path / "two")) == 1


def test_the_longest_way_comes_first_and_what_is_marked_before_all():
    dag = nx.DiGraph([("clean", "series"), ("series", "render"), ("page", "render"), ("check", "render")])
    ways = dict(crew._ways(dag, {"check": 1}, {"clean": 2.0, "page": 5.0}))
    assert sorted(ways, key=ways.get, reverse=True) == ["check", "page", "clean", "series", "render"]


def test_a_run_says_what_it_is_at_and_what_took_longest(build, monkeypatch):
    """84 seconds passed in silence where a step was named when it had ended."""
    said: list[str] = []
    monkeypatch.setattr(crew.log, "info", lambda text, *words: said.append(text % words))
    wait, first = crew.wait, [[]]  # none has ended at the first look, however busy the machine is
    monkeypatch.setattr(crew, "wait", lambda ends, timeout: first.pop() if first else wait(ends, timeout))
    crew.say_slowest([report.task for report in build("one or two").execution_reports])
    assert said[0] == "one, two ... (2 steps to go)"
    assert [line.partition(" (")[0] for line in sorted(said[1:-1])] == ["one", "two"]
    assert said[-1].startswith("Slowest: ")
