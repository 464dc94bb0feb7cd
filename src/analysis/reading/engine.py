"""Reading many texts: one process, all cores of this machine, or a Dask cluster; the same rows in the same order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.base.errors import ProjectError
from analysis.reading.batch import Batch, Job, open_long, read_one, read_packed, read_packed_piece, unpack
from analysis.reading.document import UNSTATED, Stated
from analysis.reading.frame import empty_frame
from analysis.reading.inputs import Unit, list_paths, list_units
from analysis.reading.terms import Terms, terms_source

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

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
    if engine not in ENGINES:
        raise ProjectError(f"unknown engine '{engine}': choose {' or '.join(ENGINES)}.")
    workers = workers or (os.cpu_count() or 1 if engine == "local" else None)
    if engine == "local" and (workers == 1 or sum(path.stat().st_size for path in files) < _WORTH_SHARING):
        terms = Terms(*job.terms)
        for unit in list_units(files):
            yield from read_one(unit, job, terms)
        return
    opened = _processes(job, workers or 1) if engine == "local" else _cluster(job, scheduler, workers)
    with opened as (pool, held, count):
        yield from _share(list_units(files), job, held, pool, count)


@contextmanager
def _processes(job: Job, workers: int) -> Generator[tuple[Any, Any, int]]:
    """Open a pool of processes of this machine."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Threads of polars do not survive a fork.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool, job, workers


def _cluster(job: Job, scheduler: str | None, workers: int | None) -> AbstractContextManager[tuple[Any, Any, int]]:
    from analysis.reading.dask_engine import pool

    return pool(job, scheduler, workers)


def _share(units: Iterator[Unit], job: Job, held: Any, pool: Executor, workers: int) -> Iterator[Batch]:  # noqa: ANN401
    """Read the units in a pool and yield their batches in the order of the units; `held` is the job as it has it."""
    terms = Terms(*job.terms)
    waiting: deque[Batch | Future] = deque()
    for unit in units:
        for task in _tasks(unit, job, held, terms, pool):
            waiting.append(task)
            while len(waiting) >= max(2, _WINDOW_PER_WORKER * workers):
                yield from _finish(waiting.popleft())
    while waiting:
        yield from _finish(waiting.popleft())


def _tasks(unit: Unit, job: Job, held: Any, terms: Terms, pool: Executor) -> Iterator[Batch | Future]:  # noqa: ANN401
    """Hand a unit to the pool, a long text piece by piece; a batch that needs no reading is passed on."""
    if unit.kind != "long":
        yield pool.submit(read_packed, unit, held)
        return
    doc = job.name_of(Path(unit.paths[0]))
    for item in open_long(unit, job, terms):
        yield item if isinstance(item, Batch) else pool.submit(read_packed_piece, item, doc, held)


def _finish(task: Batch | Future) -> Iterator[Batch]:
    if isinstance(task, Batch):
        yield task
    else:
        yield from map(unpack, task.result())
