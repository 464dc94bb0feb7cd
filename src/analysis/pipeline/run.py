"""Run the pipeline: bring everything up to date, say what ran and what did not, turn failures into sentences."""

from __future__ import annotations

import logging
import os
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.errors import ProjectError

if TYPE_CHECKING:
    from pytask import Session

log = logging.getLogger("bulletins")


def run_pipeline(expression: str = "", force: bool = False) -> Counter[str]:
    """Run all steps whose inputs or code changed.

    `expression` selects steps by name as `pytask -k` does. Returns how many steps ran and how many were up to date;
    raises `ProjectError` with the sentence of the first step that failed.
    """
    import pytask

    _require_inputs()
    from _pytask.console import console
    from sqlalchemy.engine import make_url

    # One thread a step: sums in another order would change the last bits of the results.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    console.quiet = True
    paths.BUILD.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    session = pytask.build(
        paths=[Path(__file__).parent],
        database_url=make_url(f"sqlite:///{(paths.BUILD / 'pytask.sqlite3').as_posix()}"),
        expression=expression,
        force=force,
        verbose=0,
        stop_after_first_failure=True,
    )
    _raise_failure(session)
    counts = Counter(report.outcome.name for report in session.execution_reports)
    ran, skipped = counts["SUCCESS"], counts["SKIP_UNCHANGED"]
    seconds = time.monotonic() - started
    if ran:
        log.info("%d steps run, %d were up to date, %.0f s.", ran, skipped, seconds)
    else:
        log.info("Nothing to do: all %d steps are up to date (%.1f s).", skipped, seconds)
    return Counter(run=ran, up_to_date=skipped)


def _require_inputs() -> None:
    """Refuse to start where an input is missing; pytask would name a node instead of a remedy."""
    from analysis.pipeline.layout import INPUTS

    for path in INPUTS:
        if not path.exists():
            name = path.relative_to(paths.ROOT)
            raise ProjectError(f"{name} is missing: restore it with `git checkout -- {name}`.")


def _raise_failure(session: Session) -> None:
    """Raise the sentence of the first failed step; the traceback of an unforeseen one goes to `bld/last-error.log`."""
    for report in [*session.collection_reports, *session.execution_reports]:
        if report.outcome.name != "FAIL" or not report.exc_info:
            continue
        error = report.exc_info[1]
        if isinstance(error, ProjectError):
            raise error
        trace = paths.BUILD / "last-error.log"
        trace.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        step = getattr(getattr(report, "task", None), "name", "collecting the steps")
        raise ProjectError(f"{step}: {type(error).__name__}: {error} (traceback: {trace}).") from error
    if session.exit_code != 0:
        raise ProjectError(f"the pipeline stopped before its first step ({session.exit_code!r}).")
