"""Reading one unit of work: what every engine does, in this process or in another."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.base.errors import ProjectError
from analysis.reading.decode import stream
from analysis.reading.document import UNSTATED, Stated, merge
from analysis.reading.frame import FrameBuilder, empty_frame
from analysis.reading.inputs import Failure, Unit, read_unit
from analysis.reading.reader import read_stream
from analysis.reading.terms import Source as TermsSource
from analysis.reading.terms import Terms

if TYPE_CHECKING:
    import polars as pl

_FIGURES, _PIECE = 20_000, 1_000_000


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
