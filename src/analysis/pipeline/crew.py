"""Side by side: steps run in processes of their own, as many as there are processors, the longest way first.

Each is forked from this process, which loads the heavy libraries once: twelve kernels that loaded them anew took a
fifth of a cold run. This process itself computes nothing, so a fork loses no thread that is at work.
"""

from __future__ import annotations

import ctypes
import gc
import logging
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, cast

import networkx as nx
import pytask
from pytask import DatabaseSession, ExecutionReport, PTask, Runtime, Session, has_mark

from analysis.base import paths, shelf
from analysis.base.errors import ProjectError
from analysis.pipeline.reach import reach_of_function
from analysis.words.catalogue import read_all

log = logging.getLogger("bulletins")
# What is loaded, once for all steps, as soon as one reaches a library.
HEAVY = {
    "fluent": ("fluent.runtime",),
    "great_expectations": ("analysis.checking.suites", "great_expectations", "analysis.checking.custom"),
    "ipykernel": (
        "ipykernel.debugger", "ipykernel.inprocess.ipkernel", "ipykernel.inprocess.manager", "nbformat", "psutil",
        "IPython.core.magics.pylab", "analysis.charts.showing",
    ),
    "polars": ("polars",),
    "statsmodels": (  # parts alone: all of it takes half as long again
        "scipy.optimize", "statsmodels.genmod.generalized_linear_model", "statsmodels.regression.linear_model",
        "statsmodels.stats.meta_analysis",
    ),
}  # fmt: skip
SLOWEST = 5
SILENCE = 2.0  # seconds after which a run says what it is at
_LIBC = ctypes.CDLL(None)
_FORK = multiprocessing.get_context("fork")


@dataclass
class Running:
    """A step at work."""

    task: PTask
    process: BaseProcess
    told: Connection
    started: float


@dataclass
class Crew:
    """The steps of a session, those at work, and how long each took when it last ran."""

    session: Session
    known: dict[str, float]
    running: list[Running] = field(default_factory=list)
    said: set[str] = field(default_factory=set)

    def work(self) -> None:
        """Run all steps; none is started after one has failed, and none goes on where the run is stopped."""
        kept = signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            while self._fill():
                self._wait()
        finally:
            signal.signal(signal.SIGTERM, kept)
            for one in self.running:
                one.process.kill()
                one.process.join()

    def _fill(self) -> bool:
        """Start what can start; return whether anything is at work."""
        scheduler: Any = self.session.scheduler
        while not self.session.should_stop and len(self.running) < self.session.config["jobs"]:
            ready = scheduler.get_ready()
            if not ready:
                break
            self._start(self.session.dag.nodes[ready[0]]["task"])
        return bool(self.running)

    def _start(self, task: PTask) -> None:
        try:
            self.session.hook.pytask_execute_task_setup(session=self.session, task=task)
            load_libraries(task)
        except Exception:
            self._end(task, sys.exc_info())
            return
        told, tell = _FORK.Pipe(duplex=False)
        process = _FORK.Process(target=_execute, args=(self.session, task, tell))
        process.start()
        tell.close()
        self.running.append(Running(task, process, told, time.time()))

    def _wait(self) -> None:
        """Wait until a step ends, or say which are at work."""
        ended = wait([one.told for one in self.running], timeout=SILENCE)
        if not ended:
            self._say_what_runs()
        for one in [one for one in self.running if one.told in ended]:
            self.running.remove(one)
            self._finish(one)

    def _finish(self, one: Running) -> None:
        from analysis.pipeline.nodes import forget_products  # pytask loads this plugin while it is itself imported

        task, failure = one.task, _failure_of(one)
        forget_products(task)
        task.attributes["duration"] = (one.started, time.time())  # which pytask keeps for the next run
        try:
            if failure:
                raise failure
            self.session.hook.pytask_execute_task_teardown(session=self.session, task=task)
        except Exception:
            self._end(task, sys.exc_info())
        else:
            log.info("%s (%.1f s)", step_name(task), seconds_of(task))
            self._end(task)

    def _end(self, task: PTask, failure: Any = None) -> None:  # noqa: ANN401 - as `sys.exc_info` gives it
        report = ExecutionReport.from_task_and_exception(task, failure) if failure else ExecutionReport.from_task(task)
        self.session.hook.pytask_execute_task_process_report(session=self.session, report=report)
        # A check that comes first speaks first: a step beside it may have stumbled over the same row, and says less.
        place = 0 if has_mark(task, "try_first") else len(self.session.execution_reports)
        self.session.execution_reports.insert(place, report)
        scheduler: Any = self.session.scheduler
        scheduler.done(task.signature)

    def _say_what_runs(self) -> None:
        """Name the steps at work, and how long the rest may take, once for each of them."""
        names = {step_name(one.task) for one in self.running}
        if names <= self.said:
            return
        self.said |= names
        scheduler: Any = self.session.scheduler
        dag = self.session.dag
        waiting = [name for name in scheduler.dag.nodes if not has_mark(dag.nodes[name]["task"], "skip")]
        rest = sum(self.known.get(name, 0.0) for name in waiting)
        rest -= sum(min(time.time() - one.started, self.known.get(one.task.signature, 0.0)) for one in self.running)
        # Some that are still to be looked at may be up to date.
        left = f", at most {rest / self.session.config['jobs']:.0f} s" if rest > 0 else ""
        log.info("%s ... (%d steps to go%s)", ", ".join(sorted(names)), len(waiting), left)


@pytask.hookimpl(tryfirst=True)
def pytask_execute_build(session: Session) -> bool:
    """Run the steps side by side instead of one after the other."""
    crew = Crew(session, _known_seconds())
    scheduler: Any = session.scheduler
    scheduler.priorities = dict(_ways(scheduler.dag, scheduler.priorities, crew.known))
    crew.work()
    return True


def _known_seconds() -> dict[str, float]:
    """Return how long each step took when it last ran, as pytask keeps it."""
    with DatabaseSession() as database:
        return {one.task: one.duration for one in database.query(Runtime)}


def _ways(dag: Any, first: dict[str, int], known: dict[str, float]) -> Iterator[tuple[str, float]]:  # noqa: ANN401
    """Yield the seconds from the start of each step to the end of the last that waits for it; marked ones are first."""
    ways: dict[str, float] = {}
    for name in reversed(list(nx.topological_sort(dag))):
        ways[name] = known.get(name, 1.0) + max((ways[after] for after in dag.successors(name)), default=0.0)
        yield name, ways[name] + 1e6 * first.get(name, 0)


def load_libraries(task: PTask) -> None:
    """Load what a step and most others need, so that none of them loads it again."""
    for name in sorted(HEAVY.keys() & reach_of_function(cast("Any", task.function)).libraries):
        _load(name)


@cache
def _load(library: str) -> None:
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    gc.disable()  # modules stay: neither here nor in any step is there rubbish among them
    for name in HEAVY[library]:
        import_module(name)
    if library == "fluent":
        read_all()
    if library == "ipykernel":
        sys.modules["nbformat.validator"].get_validator(4, 5)  # each notebook would build it anew
    gc.freeze()
    gc.enable()


def _execute(session: Session, task: PTask, tell: Connection) -> None:
    """Execute a step in a process of its own and tell how it ended."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    die_with_parent()
    shelf.STEP = "" if session.config["force"] else task.state() or ""
    shelf.CODE = reach_of_function(cast("Any", task.function)).digest(with_named=False)
    with (paths.BUILD / "output.log").open("ab") as output:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
    try:
        session.hook.pytask_execute_task(session=session, task=task)
    except ProjectError as error:
        tell.send(ProjectError(str(error)))  # others want more than a sentence when they are read from a pipe
    except Exception as error:
        tell.send((type(error).__name__, str(error), "".join(traceback.format_exception(error))))
    else:
        tell.send(None)


def die_with_parent() -> None:
    """Let a step end with its run, where the system knows how: one of a run that was killed went on writing."""
    if hasattr(_LIBC, "prctl"):
        _LIBC.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    run = multiprocessing.parent_process()
    if run and run.pid != os.getppid():  # it ended before it could be asked
        os._exit(1)


def _failure_of(one: Running) -> Exception | None:
    """Return how a step failed, if it did."""
    try:
        told = one.told.recv()
    except EOFError:
        one.process.join()
        return ProjectError(
            f"{step_name(one.task)}: its process was killed ({one.process.exitcode}), perhaps for want of memory; "
            "run it again with `--jobs 1`."
        )
    one.process.join()
    if not isinstance(told, tuple):
        return told
    name, said, trace = told
    failure = type(name, (Exception,), {})(said)  # many a library's own would not come through a pipe
    failure.add_note(trace)
    return failure


def step_name(task: PTask) -> str:
    """Return the words of a step: `task_notebooks.py::task_notebook[smart_qa]` is 'notebook smart_qa'."""
    name = task.name.rpartition("::")[2].removeprefix("task_")
    return name.replace("_", " ").replace("[", " ").rstrip("]")


def seconds_of(task: PTask) -> float:
    """Return how long a step took in this run."""
    start, end = task.attributes.get("duration", (0.0, 0.0))
    return end - start


def say_slowest(tasks: Iterable[PTask]) -> None:
    """Name the slowest steps of a run."""
    slowest = sorted(tasks, key=seconds_of, reverse=True)[:SLOWEST]
    log.info("Slowest: %s.", ", ".join(f"{step_name(task)} {seconds_of(task):.1f} s" for task in slowest))
