"""Reading many texts: one process, all cores of this machine, or a Dask cluster; the same rows in the same order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base.errors import ProjectError
from analysis.reading.batch import Batch, Job, read_one, read_packed, unpack
from analysis.reading.document import UNSTATED, Stated
from analysis.reading.frame import empty_frame
from analysis.reading.inputs import Unit, list_paths, list_units
from analysis.reading.terms import Terms, terms_source

if TYPE_CHECKING:
    import polars as pl

ENGINES = ("local", "dask")
# Below this size the start of further processes costs more than it gains.
_WORTH_SHARING = 3_000_000
_WINDOW_PER_WORKER = 3


def read_files(
    paths: Iterable[str | Path], engine: str = "local", scheduler: str | None = None, workers: int | None = None,
    stated: Stated = UNSTATED,
) -> pl.DataFrame:  # fmt: skip
    """Return the figures of files, folders, globs or tables of texts, one row a figure.

    A text that cannot be read is left out; `read_batches` also says which and why.
    """
    return join(batch.frame for batch in read_batches(paths, engine, scheduler, workers, stated))


def join(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Return tables of figures as one."""
    import polars as pl

    found = list(frames)
    return pl.concat(found) if found else empty_frame()


def read_batches(
    paths: Iterable[str | Path], engine: str = "local", scheduler: str | None = None, workers: int | None = None,
    stated: Stated = UNSTATED,
) -> Iterator[Batch]:  # fmt: skip
    """Yield the figures unit by unit, in the order of the paths; memory holds a few units at a time."""
    files = list_paths(paths)
    job = Job(terms_source(), len({path.name for path in files}) < len(files), stated)
    if engine == "dask":
        from analysis.reading.dask_engine import map_units

        yield from map_units(list_units(files), job, scheduler, workers)
    elif engine == "local":
        yield from _read_locally(files, job, workers or os.cpu_count() or 1)
    else:
        raise ProjectError(f"unknown engine '{engine}': choose {' or '.join(ENGINES)}.")


def _read_locally(files: list[Path], job: Job, workers: int) -> Iterator[Batch]:
    shared = workers > 1 and sum(path.stat().st_size for path in files) >= _WORTH_SHARING
    units = list_units(files)
    if shared:
        yield from _share(units, job, workers)
        return
    terms = Terms(*job.terms)
    for unit in units:
        yield from read_one(unit, job, terms)


def _share(units: Iterator[Unit], job: Job, workers: int) -> Iterator[Batch]:
    """Read the units in several processes and yield their batches in the order of the units."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Threads of polars do not survive a fork.
    context = multiprocessing.get_context("spawn")
    terms = Terms(*job.terms)
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting: deque = deque()
        for unit in units:
            # A long text is one sequence of lines: this process reads it while the others work.
            long = unit.kind == "long"
            waiting.append((unit, None if long else pool.submit(read_packed, unit, job)))
            while len(waiting) >= _WINDOW_PER_WORKER * workers:
                yield from _finish(waiting.popleft(), job, terms)
        while waiting:
            yield from _finish(waiting.popleft(), job, terms)


def _finish(item: tuple, job: Job, terms: Terms) -> Iterator[Batch]:
    unit, future = item
    if future is None:
        yield from read_one(unit, job, terms)
    else:
        yield from map(unpack, future.result())
