"""`bulletins read`: figures from texts, with progress, a report of the texts that failed, and an exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base.errors import ProjectError
from analysis.reading.engine import Batch, read_batches
from analysis.reading.inputs import Failure, list_paths

if TYPE_CHECKING:
    import polars as pl

_SUFFIXES = (".csv", ".parquet", ".jsonl", ".ndjson")


def read_command(
    paths: Iterable[str | Path],
    out: str | Path | None = None,
    engine: str = "local",
    scheduler: str | None = None,
    *,
    workers: int | None = None,
    quiet: bool = False,
) -> int:
    """Read texts and write their figures; return 0, or 1 where a text failed.

    `out` ends in .csv, .parquet or .jsonl; without it a CSV goes to standard output. Progress and failures go to
    standard error. Raises `ProjectError` before reading where a path or the output is of no use.
    """
    names = list(paths)
    target = _check_out(out)
    total = len(list_paths(names))
    failures: list[Failure] = []
    batches = _watch(read_batches(names, engine, scheduler, workers), total, failures, quiet)
    count = _write(batches, target)
    _report(failures, count, target, quiet)
    return 1 if failures else 0


def _check_out(out: str | Path | None) -> Path | None:
    if out is None or str(out) == "-":
        return None
    target = Path(out)
    if target.suffix.lower() not in _SUFFIXES:
        raise ProjectError(f"{out}: figures are written as {', '.join(_SUFFIXES)}; choose one of these endings.")
    if not target.resolve().parent.is_dir():
        raise ProjectError(f"{out}: the folder {target.resolve().parent} does not exist; make it first.")
    return target


def _watch(batches: Iterator[Batch], total: int, failures: list[Failure], quiet: bool) -> Iterator[pl.DataFrame]:
    """Pass the tables on, showing progress and collecting failures."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, quiet=quiet)
    columns = (
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("texts, {task.fields[figures]:,} figures"),
        TimeElapsedColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=total, figures=0)
        figures = 0
        for batch in batches:
            failures += batch.failures
            figures += batch.frame.height
            done = batch.texts + len(batch.failures)
            progress.update(task, advance=done, figures=figures)
            if progress.tasks[0].completed > (progress.tasks[0].total or 0):
                progress.update(task, total=progress.tasks[0].completed)
            yield batch.frame


def _write(frames: Iterator[pl.DataFrame], target: Path | None) -> int:
    """Write the tables as they come, so that memory holds one at a time; return the number of figures."""
    if target is not None and target.suffix.lower() == ".parquet":
        return _write_parquet(frames, target)
    import sys

    with target.open("wb") if target else sys.stdout.buffer as file:
        lines = target is not None and target.suffix.lower() in (".jsonl", ".ndjson")
        return _write_rows(frames, file, lines)


def _write_rows(frames: Iterator[pl.DataFrame], file, lines: bool) -> int:  # noqa: ANN001 - any binary file
    from analysis.reading.frame import empty_frame

    count = 0
    if not lines:
        empty_frame().write_csv(file)
    for frame in frames:
        if lines:
            frame.write_ndjson(file)
        else:
            frame.write_csv(file, include_header=False)
        count += frame.height
    file.flush()
    return count


def _write_parquet(frames: Iterator[pl.DataFrame], target: Path) -> int:
    import pyarrow.parquet as pq

    from analysis.reading.frame import empty_frame

    schema = empty_frame().to_arrow().schema
    count = 0
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for frame in frames:
            writer.write_table(frame.to_arrow().cast(schema))
            count += frame.height
    return count


def _report(failures: list[Failure], count: int, target: Path | None, quiet: bool) -> None:
    from rich.console import Console

    console = Console(stderr=True, quiet=quiet, highlight=False)
    console.print(f"{count:,} figures" + (f" in {target}" if target else ""))
    loud = Console(stderr=True, highlight=False)
    for failure in failures:
        loud.print(f"not read: {failure.reason}", markup=False)
    if failures:
        loud.print(f"{len(failures)} texts were not read; the others are in the output.")
