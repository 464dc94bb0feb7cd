"""Reading many texts: one process, or a Dask cluster; the same rows in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.base.errors import ProjectError
from analysis.reading.frame import FrameBuilder, empty_frame
from analysis.reading.inputs import Failure, Unit, list_paths, list_units, read_unit
from analysis.reading.terms import Terms, load_terms

if TYPE_CHECKING:
    import polars as pl

ENGINES = ("local", "dask")


class Batch(NamedTuple):
    """What came of one unit: figures, texts that failed, and how many texts and characters were read."""

    frame: pl.DataFrame
    failures: list[Failure]
    texts: int
    characters: int


def read_files(
    paths: Iterable[str | Path], engine: str = "local", scheduler: str | None = None, workers: int | None = None
) -> pl.DataFrame:
    """Return the figures of files, folders, globs or tables of texts, one row a figure.

    A text that cannot be read is left out; `read_batches` also says which and why.
    """
    return join(batch.frame for batch in read_batches(paths, engine, scheduler, workers))


def join(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Return tables of figures as one."""
    import polars as pl

    found = list(frames)
    return pl.concat(found) if found else empty_frame()


def read_batches(
    paths: Iterable[str | Path], engine: str = "local", scheduler: str | None = None, workers: int | None = None
) -> Iterator[Batch]:
    """Yield the figures unit by unit, in the order of the paths; memory holds a few units at a time."""
    files = list_paths(paths)
    units = list_units(files)
    keep_folder = len({path.name for path in files}) < len(files)
    if engine == "dask":
        from analysis.reading.dask_engine import map_units

        yield from map_units(units, keep_folder, scheduler, workers)
    elif engine == "local":
        terms = load_terms()
        for unit in units:
            yield read_one(unit, terms, keep_folder)
    else:
        raise ProjectError(f"unknown engine '{engine}': choose {' or '.join(ENGINES)}.")


def read_one(unit: Unit, terms: Terms, keep_folder: bool = False) -> Batch:
    """Read one unit; one bad text does not keep the others from being read."""
    builder = FrameBuilder(terms)
    failures: list[Failure] = []
    texts = characters = 0
    for item in read_unit(unit, keep_folder):
        if isinstance(item, Failure):
            failures.append(item)
            continue
        doc, text = item
        _add(builder, doc, text, failures)
        texts += 1
        characters += len(text)
    return Batch(builder.build(), failures, texts, characters)


def _add(builder: FrameBuilder, doc: str, text: str, failures: list[Failure]) -> None:
    try:
        builder.add_text(doc, text)
    except Exception as error:
        failures.append(
            Failure(doc, f"{doc}: the reader failed ({type(error).__name__}: {error}); please report this text.")
        )
