"""Run the pipeline: bring everything up to date, say what ran and what did not, turn failures into sentences."""

from __future__ import annotations

import fcntl
import itertools
import logging
import os
import time
import traceback
from collections import Counter
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from analysis.base import paths, shelf
from analysis.base.errors import ProjectError, disk_fault
from analysis.pipeline.unchanged import changed, fingerprint, keep_up_to_date, settled, steps_up_to_date

if TYPE_CHECKING:
    import sqlite3

    from pytask import Session

log = logging.getLogger("bulletins")
KEPT_FOR = 30 * 24 * 3600.0


def run_pipeline(expression: str = "", force: bool = False, jobs: int = 0) -> Counter[str]:
    """Run all steps whose inputs or code changed.

    `expression` selects steps by name as `pytask -k` does, `jobs` says how many run side by side. Returns how many
    steps ran and how many were up to date; raises `ProjectError` with the sentence of the first step that failed, or
    where another run is at work.
    """
    # One thread a step: sums in another order would change the last bits of the results.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    started = time.monotonic()
    with alone():
        before = frozenset[str]() if expression or force else fingerprint()
        if steps := steps_up_to_date(before):
            log.info("Nothing to do: all %d steps are up to date (%.1f s).", steps, time.monotonic() - started)
            return Counter(run=0, up_to_date=steps)
        _require_inputs()
        _clear_drafts()
        shelf.RUNNING = not force
        session = _build(paths.BUILD / "pytask.sqlite3", expression, force, jobs or processors())
        _raise_failure(session)
        counts = _sum_up(session, time.monotonic() - started)
        keep_up_to_date(_left(session, before) if counts["run"] else before, counts.total())
    return counts


def _left(session: Session, before: frozenset[str]) -> frozenset[str]:
    """Return the fingerprint that a run leaves; none where meanwhile another than its steps changed a file."""
    from analysis.pipeline.nodes import stand_as_made

    after = before and settled()
    return after if after and stand_as_made(session.tasks, changed(before, after)) else frozenset()


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _sum_up(session: Session, seconds: float) -> Counter[str]:
    """Say what ran, what did not and why, and what took longest."""
    from analysis.pipeline.crew import say_slowest

    ran = [one.task for one in session.execution_reports if one.outcome.name == "SUCCESS"]
    counts = Counter(report.outcome.name for report in session.execution_reports)
    current, left_out = counts["SKIP_UNCHANGED"], counts["SKIP"]
    others = f", {left_out} not asked for" if left_out else ""
    if ran:
        log.info("Steps: %d run, %d up to date%s, %.0f s.", len(ran), current, others, seconds)
        say_slowest(ran)
    else:
        log.info("Nothing to do: all %d steps are up to date%s (%.1f s).", current, others, seconds)
    return Counter(run=len(ran), up_to_date=current)


@contextmanager
def alone() -> Generator[None]:
    """Hold the build folder for one run; two at once would write the same files."""
    paths.BUILD.mkdir(parents=True, exist_ok=True)
    with (paths.BUILD / "lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            where = paths.BUILD.relative_to(paths.ROOT)
            raise ProjectError(f"another run is at work in {where}: wait until it has ended, or end it.") from None
        yield


def _clear_drafts() -> None:
    """Remove files that a killed run left beside their places, where its step has nothing to do any more.

    So, too, what was recalled by many steps and has been kept for a month: what is still asked for is made anew.
    """
    places = ((paths.BUILD, "*/*"), (shelf.FOLDER, "*/*"), (paths.PROCESSED, "*"), (paths.REPORTS, "*/*"))
    drafts = (path for folder, files in places for path in folder.glob(f"{files}.draft"))
    old = (path for path in shelf.FOLDER.glob("*/*") if path.stat().st_mtime < time.time() - KEPT_FOR)
    for path in itertools.chain(drafts, old):
        path.unlink(missing_ok=True)


def _build(database: Path, expression: str, force: bool, jobs: int) -> Session:
    import pytask
    from _pytask.console import console
    from sqlalchemy import Engine, event
    from sqlalchemy.engine import make_url

    from analysis.pipeline.nodes import keep_digests, look_anew

    console.quiet = True
    look_anew()
    _heal(database)
    event.listen(Engine, "connect", _wait_for_no_disk)
    session = pytask.build(
        paths=[Path(__file__).parent],
        database_url=cast("Any", make_url(f"sqlite:///{database.as_posix()}")),  # a string is read on its command line
        expression=expression,
        force=force,
        jobs=jobs,
        capture="no",  # each step has a process and streams of its own
        verbose=0,
        stop_after_first_failure=True,
    )
    keep_digests()
    return session


def _wait_for_no_disk(connection: sqlite3.Connection, _record: object) -> None:
    """Let commits return at once: pytask makes one for each file of a step, and a record that is lost is made anew."""
    connection.execute("pragma synchronous=off")


def _heal(database: Path) -> None:
    """Remove a damaged record of earlier runs; without it every step counts as changed, which costs time only."""
    import sqlite3

    try:
        with closing(sqlite3.connect(database)) as connection:
            if connection.execute("pragma quick_check").fetchone() == ("ok",):
                return
    except sqlite3.DatabaseError:
        pass
    database.unlink()
    log.warning("%s was damaged and is made anew: every step runs once more.", database.name)


def _require_inputs() -> None:
    """Refuse to start where an input is missing; pytask would name a node instead of a remedy."""
    from analysis.pipeline.layout import INPUTS, RAW

    for path in (*INPUTS, *RAW.paths):
        if not path.is_file():
            name, state = path.relative_to(paths.ROOT), "a folder" if path.is_dir() else "missing"
            raise ProjectError(f"{name} is {state}: restore it with `git checkout -- {name}`.")


def _raise_failure(session: Session) -> None:
    """Raise the sentence of the first failed step; the traceback of an unforeseen one goes to `bld/last-error.log`."""
    for report in [*session.collection_reports, *session.execution_reports]:
        if report.outcome.name != "FAIL" or not report.exc_info:
            continue
        error = report.exc_info[1]
        if isinstance(error, KeyboardInterrupt):
            raise error  # pytask takes Ctrl-C for a failure of the step
        if error and (known := disk_fault(error)):
            raise known from error
        if isinstance(error, ProjectError):
            raise error
        trace = paths.BUILD / "last-error.log"
        trace.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        step = getattr(getattr(report, "task", None), "name", "collecting the steps")
        raise ProjectError(f"{step}: {type(error).__name__}: {error} (traceback: {trace}).") from error
    if session.exit_code != 0:
        raise ProjectError(f"the pipeline stopped before its first step ({session.exit_code!r}).")
