"""`bulletins read`: figures from texts, with progress, a report of the texts that failed, and an exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base.errors import ProjectError
from analysis.base.paths import CODEBOOK
from analysis.base.periods import parse_period
from analysis.reading.batch import Batch
from analysis.reading.document import UNSTATED, Stated
from analysis.reading.engine import read_batches
from analysis.reading.inputs import Failure, list_paths

if TYPE_CHECKING:
    import polars as pl

_LISTED = 3
_SUFFIXES = (".csv", ".parquet", ".jsonl", ".ndjson")


def read_command(
    paths: Iterable[str | Path],
    out: str | Path | None = None,
    engine: str = "local",
    scheduler: str | None = None,
    *,
    workers: int | None = None,
    quiet: bool = False,
    stated: Stated = UNSTATED,
) -> int:
    """Read texts and write their figures; return 0, or 1 where a text failed.

    `out` ends in .csv, .parquet or .jsonl; without it a CSV goes to standard output. Progress and failures go to
    standard error. `stated` holds for every text that has no sidecar file of its own. Raises `ProjectError` where
    paths or output are of no use, or no text could be read; an earlier output then stays as it was.
    """
    names = list(paths)
    target = _check_out(out)
    _check_stated(stated)
    _check_cluster(engine, scheduler, workers)
    total = len(list_paths(names))
    watch = _Watch(total, quiet)
    batches = watch.follow(read_batches(names, engine, scheduler, workers, stated))
    count = _write(batches, target, watch)
    _report(watch.failures, count, target, quiet)
    return 1 if any(not failure.read for failure in watch.failures) else 0


def _check_out(out: str | Path | None) -> Path | None:
    if out is None or str(out) == "-":
        return None
    target = Path(out)
    if target.is_dir():
        raise ProjectError(f"{out}: this is a folder; name a file in it, such as {target / 'figures.csv'}.")
    if target.suffix.lower() not in _SUFFIXES:
        raise ProjectError(f"{out}: figures are written as {', '.join(_SUFFIXES)}; choose one of these endings.")
    if not target.resolve().parent.is_dir():
        raise ProjectError(f"{out}: the folder {target.resolve().parent} does not exist; make it first.")
    return target


def _check_cluster(engine: str, scheduler: str | None, workers: int | None) -> None:
    """Refuse options that nothing would follow: an address was taken and all was read on this machine."""
    if scheduler and engine == "local":
        raise ProjectError(f"--scheduler {scheduler}: only a cluster has one; say --engine dask, or leave it out.")
    if scheduler and workers:
        raise ProjectError(f"--workers {workers}: the scheduler at {scheduler} has its own; leave one of them out.")


def _check_stated(stated: Stated) -> None:
    import csv

    with (CODEBOOK / "areas.csv").open(encoding="utf-8", newline="") as file:
        areas = [row["area"] for row in csv.DictReader(file)]
    if stated.area and stated.area not in areas:
        raise ProjectError(f"--area {stated.area}: no area of the codebook; give one such as CN or CN-FJ.")
    if stated.year and not 1990 <= stated.year <= 2100:
        raise ProjectError(f"--year {stated.year}: no year of a bulletin; give one such as 2019.")
    if stated.published:
        try:
            parse_period(stated.published)
        except ProjectError as error:
            raise ProjectError(f"--published {stated.published}: {error}") from error


class _Watch:
    """Shows progress, collects failures, and counts the texts that could be read."""

    def __init__(self, total: int, quiet: bool) -> None:
        self.total, self.quiet = total, quiet
        self.failures: list[Failure] = []
        self.texts = self.figures = 0

    def follow(self, batches: Iterator[Batch]) -> Iterator[pl.DataFrame]:
        """Pass the tables on, showing progress."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (
            TextColumn("reading"), BarColumn(), MofNCompleteColumn(),
            TextColumn("texts, {task.fields[figures]:,} figures"), TimeElapsedColumn(),
        )  # fmt: skip
        with Progress(*columns, console=Console(stderr=True, quiet=self.quiet), transient=True) as progress:
            task = progress.add_task("reading", total=self.total, figures=0)
            for batch in batches:
                self._count(batch)
                done = self.texts + sum(not failure.read for failure in self.failures)
                progress.update(task, completed=done, total=max(self.total, done), figures=self.figures)
                if batch.frame.height:  # nothing is written before there is a figure, or all is read
                    yield batch.frame
        if not self.texts:
            reasons = list(dict.fromkeys(failure.reason for failure in self.failures))
            said = "; ".join(reason.rstrip(".") for reason in reasons[:_LISTED]) or "the tables hold no rows"
            more = f"; and {len(reasons) - _LISTED} more" if len(reasons) > _LISTED else ""
            raise ProjectError(f"no text could be read: {said}{more}.")

    def _count(self, batch: Batch) -> None:
        self.failures += batch.failures
        self.texts += batch.texts
        self.figures += batch.frame.height


def _write(frames: Iterator[pl.DataFrame], target: Path | None, watch: _Watch) -> int:
    """Write the tables as they come; a file is written beside the old one and takes its place when it is whole."""
    if target is None:
        _write_out(frames)
        return watch.figures
    part = target.with_name(f".{target.name}.part")
    try:
        _write_file(frames, part, target.suffix.lower())
        part.replace(target)
    except OSError as error:
        raise ProjectError(f"{target}: cannot be written ({error.strerror or error}); choose another place.") from error
    finally:
        # A folder that cannot be written cannot be cleaned either.
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return watch.figures


def _write_out(frames: Iterator[pl.DataFrame]) -> None:
    import os
    import sys

    try:
        _write_rows(frames, sys.stdout.buffer, lines=False)
    except OSError as error:
        # What is left in the buffer must not be written once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ProjectError(
            f"standard output: cannot be written ({error.strerror or error}); name a file with --out."
        ) from error


def _write_file(frames: Iterator[pl.DataFrame], part: Path, suffix: str) -> None:
    if suffix == ".parquet":
        _write_parquet(frames, part)
        return
    with part.open("wb") as file:
        _write_rows(frames, file, lines=suffix in (".jsonl", ".ndjson"))


def _write_rows(frames: Iterator[pl.DataFrame], file, lines: bool) -> None:  # noqa: ANN001 - any binary file
    from analysis.reading.frame import empty_frame

    # A mistaken option shows with the first frame: no header is written before it.
    begun = [*islice(frames, 1)]
    if not lines:
        empty_frame().write_csv(file)
    for frame in chain(begun, frames):
        if lines:
            frame.write_ndjson(file)
        else:
            frame.write_csv(file, include_header=False)
    file.flush()


def _write_parquet(frames: Iterator[pl.DataFrame], target: Path) -> None:
    import pyarrow.parquet as pq

    from analysis.reading.frame import empty_frame

    schema = empty_frame().to_arrow().schema
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for frame in frames:
            writer.write_table(frame.to_arrow().cast(schema))


def _report(failures: list[Failure], count: int, target: Path | None, quiet: bool) -> None:
    from rich.console import Console

    console = Console(stderr=True, quiet=quiet, highlight=False)
    console.print(f"{count:,} figures" + (f" in {target}" if target else ""))
    loud = Console(stderr=True, highlight=False)
    # A column that is missing is told once, not for each row that lacks it.
    for reason, read in dict.fromkeys((failure.reason, failure.read) for failure in failures):
        loud.print(f"{'read in part' if read else 'not read'}: {reason}", markup=False)
    unread = sum(not failure.read for failure in failures)
    if unread:
        loud.print(f"{unread} texts were not read; the others are in the output.")
