"""How fast statements are cleaned, beside the time that polars takes to read and write their table; ratios of one run.

python benchmarks/cleaning/columns.py [--millions 10]

The statements of the project stand over and over with other digits in what they print and other ids, so that no print
comes back and nothing is gained by remembering. Each side runs in a process of its own; time is that of all threads.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PART = 500_000  # statements in a file
GOAL_RATIO, GOAL_GIGABYTES = 4.0, 6.0


def make_part(number: int, folder: Path) -> None:
    """Write one file of statements with fresh prints."""
    import numpy as np
    import polars as pl

    from analysis.base import paths
    from analysis.base.tables import to_table
    from analysis.cleaning.statements import Statement, load_statements

    rng = np.random.default_rng(number)
    table = to_table(load_statements(paths.RAW / "statements.csv"), Statement)
    rows = pl.Series(rng.integers(0, len(table), PART))
    fresh = table[rows].with_columns(
        pl.format("{}-{}-{}", "statement_id", pl.lit(number), pl.int_range(PART)).alias("statement_id")
    )
    printed = pl.col("printed")
    for digit in range(1, 10):  # each digit becomes another one, in each row by itself
        others = pl.Series("other", rng.integers(1, 10, PART)).cast(pl.String)
        fresh = fresh.with_columns(others).with_columns(printed.str.replace(str(digit), pl.col("other")))
    fresh.drop("other").sort("statement_id").write_parquet(folder / f"{number:03}.parquet")


def copy_all(folder: Path) -> None:
    """The floor: read and write each file."""
    import polars as pl

    for path in sorted(folder.glob("*.parquet")):
        pl.read_parquet(path).write_parquet(folder / "copied")


def clean_all(folder: Path) -> None:
    """Read, clean and write each file."""
    import polars as pl

    from analysis.base import paths
    from analysis.base.bulletins import load_bulletins
    from analysis.base.codebook import load_codebook
    from analysis.cleaning.statements import clean_table

    bulletins, codebook = load_bulletins(paths.RAW / "bulletins.csv"), load_codebook()
    for path in sorted(folder.glob("*.parquet")):
        clean_table(pl.read_parquet(path), bulletins, codebook).write_parquet(folder / "cleaned")


def measured(work: Callable[[Path], None], folder: Path) -> tuple[float, float]:
    """Return the seconds of processor and the gigabytes that some work takes."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (work, folder))


def _measured(work: Callable[[Path], None], folder: Path) -> tuple[float, float]:
    import polars as pl  # importing it is no work

    pl.DataFrame()
    start = time.process_time()
    work(folder)
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--millions", type=float, default=10.0)
    parts = max(1, round(parser.parse_args().millions * 1e6 / PART))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(parts):
            make_part(number, folder)
        floor, _ = measured(copy_all, folder)
        seconds, gigabytes = measured(clean_all, folder)
    print(f"{parts * PART:,} statements with fresh prints: polars reads and writes them in {floor:.1f} s of processor")
    print(f"cleaning with reading and writing: {seconds / floor:.2f} times that (goal: at most {GOAL_RATIO:g})")
    print(f"memory: {gigabytes:.2f} GB (goal: under {GOAL_GIGABYTES:g})")


if __name__ == "__main__":
    main()
