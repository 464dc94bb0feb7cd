"""Reading many texts: one process, all cores of this machine, or a Dask cluster; the same rows in the same order."""

from __future__ import annotations

import io
import itertools
import os
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.base.errors import ProjectError
from analysis.reading.decode import stream
from analysis.reading.document import UNSTATED, Stated, merge
from analysis.reading.frame import FrameBuilder, empty_frame
from analysis.reading.inputs import Failure, Unit, list_paths, list_units, read_unit
from analysis.reading.reader import read_stream
from analysis.reading.terms import Source as TermsSource
from analysis.reading.terms import Terms, terms_source

if TYPE_CHECKING:
    import polars as pl

ENGINES = ("local", "dask")
# Below this size the start of further processes costs more than it gains.
_WORTH_SHARING = 3_000_000
_WINDOW_PER_WORKER, _FIGURES, _PIECE = 3, 20_000, 1_000_000


class Batch(NamedTuple):
    """What came of one unit: figures, texts that failed, and how many texts and characters were read."""

    frame: pl.DataFrame
    failures: list[Failure]
    texts: int
    characters: int


class Job(NamedTuple):
    """What holds for all units: terms, whether names keep their folder, and what is stated of the texts."""

    terms: TermsSource
    keep_folder: bool = False
    stated: Stated = UNSTATED


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


Packed = tuple[bytes, list[Failure], int, int]


def read_packed(unit: Unit, job: Job) -> list[Packed]:
    """Read a unit in another process; the tables travel as Arrow."""
    packed = []
    for batch in read_one(unit, job, Terms(*job.terms)):
        buffer = io.BytesIO()
        batch.frame.write_ipc(buffer)
        packed.append((buffer.getvalue(), batch.failures, batch.texts, batch.characters))
    return packed


def unpack(packed: Packed) -> Batch:
    """Return a batch that came from another process."""
    import polars as pl

    data, failures, texts, characters = packed
    return Batch(pl.read_ipc(io.BytesIO(data)), failures, texts, characters)


def read_one(unit: Unit, job: Job, terms: Terms) -> Iterator[Batch]:
    """Read one unit; one bad text does not keep the others from being read."""
    if unit.kind == "long":
        yield from _read_long(unit, job, terms)
        return
    builder = FrameBuilder(terms)
    failures: list[Failure] = []
    texts = characters = 0
    for item in read_unit(unit, job.keep_folder):
        if isinstance(item, Failure):
            failures.append(item)
            continue
        try:
            builder.add_source(item.doc, item.source, merge(job.stated, item.stated))
        except Exception as error:
            failures.append(_unexpected(item.doc, error))
        texts += 1
        characters += len(item.source.text)
    yield Batch(builder.build(), failures, texts, characters)


def _unexpected(doc: str, error: Exception) -> Failure:
    return Failure(doc, f"{doc}: the reader failed ({type(error).__name__}: {error}); please report this text.")


def _read_long(unit: Unit, job: Job, terms: Terms) -> Iterator[Batch]:
    """Read a long text, a few thousand figures at a time."""
    path = Path(unit.paths[0])
    doc = str(path) if job.keep_folder else path.name
    try:
        figures = read_stream(stream(path, _PIECE), terms, doc, job.stated)
        for rows in _batched(figures):
            builder = FrameBuilder(terms)
            builder.add(rows)
            yield Batch(builder.build(), [], 0, 0)
    except (OSError, ProjectError) as error:
        yield Batch(empty_frame(), [Failure(doc, str(error))], 0, 0)
        return
    yield Batch(empty_frame(), [], 1, path.stat().st_size)


def _batched(figures: Iterator) -> Iterator[tuple]:
    while rows := tuple(itertools.islice(figures, _FIGURES)):
        yield rows
