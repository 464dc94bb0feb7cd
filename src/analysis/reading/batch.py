"""Reading one unit of work: what every engine does, in this process or in another."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.base.errors import ProjectError
from analysis.reading.decode import stream
from analysis.reading.document import UNSTATED, Stated, merge
from analysis.reading.frame import FrameBuilder, empty_frame
from analysis.reading.inputs import Failure, Unit, read_unit
from analysis.reading.reader import Piece, cut_pieces, read_piece
from analysis.reading.terms import Source as TermsSource
from analysis.reading.terms import Terms

if TYPE_CHECKING:
    import polars as pl


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

    def name_of(self, path: Path) -> str:
        """Return the name under which the figures of a file go."""
        return str(path) if self.keep_folder else path.name


Packed = tuple[bytes, list[Failure], int, int]


def read_packed(unit: Unit, job: Job) -> list[Packed]:
    """Read a unit in another process; the tables travel as Arrow."""
    return [_pack(batch) for batch in read_one(unit, job, Terms(*job.terms))]


def _pack(batch: Batch) -> Packed:
    buffer = io.BytesIO()
    batch.frame.write_ipc(buffer)
    return buffer.getvalue(), batch.failures, batch.texts, batch.characters


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


def open_long(unit: Unit, job: Job, terms: Terms) -> Iterator[Piece | Batch]:
    """Yield the pieces of a long text, and a batch that says how it ended."""
    path = Path(unit.paths[0])
    doc = job.name_of(path)
    try:
        yield from cut_pieces(stream(path), terms, job.stated)
    except (OSError, ProjectError) as error:
        yield Batch(empty_frame(), [Failure(doc, str(error))], 0, 0)
        return
    yield Batch(empty_frame(), [], 1, path.stat().st_size)


def _read_long(unit: Unit, job: Job, terms: Terms) -> Iterator[Batch]:
    doc = job.name_of(Path(unit.paths[0]))
    for item in open_long(unit, job, terms):
        yield item if isinstance(item, Batch) else _batch_of(item, doc, terms)


def _batch_of(piece: Piece, doc: str, terms: Terms) -> Batch:
    builder = FrameBuilder(terms)
    builder.add(read_piece(piece, terms, doc))
    return Batch(builder.build(), [], 0, 0)


def read_packed_piece(piece: Piece, doc: str, job: Job) -> list[Packed]:
    """Read a piece of a long text in another process."""
    return [_pack(_batch_of(piece, doc, Terms(*job.terms)))]
