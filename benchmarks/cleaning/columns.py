"""What it costs to clean statements and to ask the rules about them, beside what polars takes to read and write them.

python benchmarks/cleaning/columns.py [--millions 0.1 1 10] [--in FOLDER]

Each side runs in a process of its own; time is the processor's, that of all threads. The table of README.md beside
this file, which says what the statements are, is written anew.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import re
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

AGAIN = 4  # times a bulletin's statements stand in it, each time about another entity
EDITIONS, ROWS = 25, 15_000  # of the record in a file, and about the statements of each
ENTITIES = 140_000
THING = ("bulletin_id", "indicator", "area", "level", "entity", "method", "time_period")
README = Path(__file__).with_name("README.md")
HEAD = (
    "| statements | polars, Parquet | polars, CSV | cleaning | rules | both to Parquet | both to CSV | GB of memory |"
)


def make_part(number: int, editions: int, folder: Path) -> int:
    """Write one file of statements, those of some editions of the record; return how many there are."""
    import polars as pl

    from analysis.base import paths
    from analysis.base.tables import to_table
    from analysis.cleaning.statements import Statement, load_statements

    table = to_table(load_statements(paths.RAW / "statements.csv"), Statement).with_row_index("place")
    table = table.filter(~pl.struct(THING).is_duplicated())  # known to break a rule
    own = pl.DataFrame({"edition": range(number * EDITIONS, number * EDITIONS + editions)})
    rows = table.join(own, how="cross").join(pl.DataFrame({"time": range(AGAIN)}), how="cross")
    edition = pl.format("-x{}", "edition")
    entity = (pl.col("place") * 7919 + AGAIN * pl.col("edition") + pl.col("time")) % ENTITIES
    other = pl.col("time") > 0
    rows = rows.with_columns(
        statement_id=pl.concat_str(
            "bulletin_id", edition, pl.col("statement_id").str.slice(pl.col("bulletin_id").str.len_chars()),
            pl.when(other).then(pl.format("-y{}", entity)).otherwise(pl.lit("")),
        ),
        bulletin_id=pl.concat_str("bulletin_id", edition),
        copies=pl.col("copies").str.replace_all(r"(\S)( |$)", pl.concat_str(pl.lit("${1}"), edition, pl.lit("$2"))),
        entity=pl.when(other).then(pl.format("y{}", entity)).otherwise("entity"),
        printed=_fresh(rows, number),
    )  # fmt: skip
    rows.drop("place", "edition", "time").sort("statement_id").write_parquet(folder / f"{number:03}.parquet")
    return len(rows)


def _fresh(rows: pl.DataFrame, number: int) -> pl.Expr:
    """Print other digits behind the first one, and three more in half of the counts; a whole stays a whole."""
    import numpy as np
    import polars as pl

    rng = np.random.default_rng(number)

    def digits(low: int, high: int) -> pl.Series:
        return pl.Series(rng.integers(low, high, len(rows))).cast(pl.String)

    longer = pl.Series(rng.random(len(rows)) < 0.5) & (pl.col("time") > 0)
    printed = pl.when(longer).then(_replaced(pl.col("printed"), "^([0-9]{3,4})", digits(100, 1000), "([^0-9.,%]*)$"))
    printed = printed.otherwise("printed")
    for behind in range(1, 7):
        printed = _replaced(printed, f"^((?:[^0-9]*[0-9]){{{behind}}}[^0-9]*)[0-9]", digits(0, 10))
    whole = pl.col("printed").str.contains("^[^0-9]*100[^0-9]*$")
    return pl.when(whole).then("printed").otherwise(printed)


def _replaced(text: pl.Expr, before: str, new: pl.Series, after: str = "()") -> pl.Expr:
    import polars as pl

    return text.str.replace(before + after, pl.concat_str(pl.lit("${1}"), pl.lit(new), pl.lit("${2}")))


def make_others(folder: Path) -> None:
    """Write all statements into one file, and beside it the tables whose ids they name."""
    import polars as pl

    from analysis.base import paths

    pl.scan_parquet(folder / "0*.parquet").sink_parquet(folder / "statements.parquet")
    rows = pl.scan_parquet(folder / "statements.parquet")
    known = pl.scan_csv(paths.RAW / "bulletins.csv").select("published", "language", original="bulletin_id")
    bulletins = rows.select("bulletin_id", original=pl.col("bulletin_id").str.replace("-x[0-9]+$", "")).unique()
    bulletins.join(known, on="original").drop("original").sink_parquet(folder / "bulletins.parquet")
    copies = rows.select(copy_id=pl.col("copies").str.split(" ")).explode("copy_id").unique()
    copies.sink_parquet(folder / "copies.parquet")
    rows.select("entity").unique().sink_parquet(folder / "entities.parquet")


def copy_parquet(folder: Path) -> None:
    """The floor: read and write each file."""
    import polars as pl

    for path in sorted(folder.glob("0*.parquet")):
        pl.read_parquet(path).write_parquet(folder / "copy")


def copy_csv(folder: Path) -> None:
    """The same as CSV, the form in which statements are typed."""
    import polars as pl

    for path in sorted(folder.glob("0*.csv")):
        pl.read_csv(path, infer_schema=False).write_csv(folder / "copy")


def clean_all(folder: Path) -> None:
    """Read, clean and write each file."""
    import polars as pl

    from analysis.base import paths
    from analysis.base.bulletins import Bulletin, load_bulletins
    from analysis.base.codebook import load_codebook
    from analysis.cleaning.statements import clean_table

    known = {one.bulletin_id: one.published for one in load_bulletins(paths.RAW / "bulletins.csv")}
    codebook = load_codebook()
    for path in sorted(folder.glob("0*.parquet")):
        table = pl.read_parquet(path)
        names = table["bulletin_id"].unique()
        bulletins = [Bulletin(name, known[name.rpartition("-x")[0]]) for name in names]
        clean_table(table, bulletins, codebook).write_parquet(folder / f"observations-{path.name}")


def ask_all(folder: Path) -> None:
    """Ask the rules about statements, but for findings, as the command line does."""
    from analysis.cli.commands import load_little

    load_little()
    from analysis.checking.asking import ask
    from analysis.checking.frames import Frames
    from analysis.checking.rules import load_suites
    from analysis.checking.suites import make_context, rules_about_rows

    names = ("statements", "bulletins", "copies", "entities")
    suites = {name: replace(suite, adds=()) for name, suite in load_suites().items()}
    frames = Frames({name: folder / f"{name}.parquet" for name in names}, suites)
    rules = [rule for rule in rules_about_rows(suites["statements"]) if rule.type != "expect_no_finding"]
    found = ask(cache(make_context), suites["statements"], frames, rules)
    assert not any(len(one.broken) or one.message for one in found.values()), found


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


def make_all(rows: float, folder: Path) -> int:
    """Write as many statements as are asked for, as parquet and CSV, with the tables that they name."""
    import polars as pl

    count, number = 0, 0
    while count < rows:
        editions = min(EDITIONS, math.ceil((rows - count) / ROWS))
        count += make_part(number, editions, folder)
        number += 1
    make_others(folder)
    for path in folder.glob("0*.parquet"):
        pl.read_parquet(path).write_csv(path.with_suffix(".csv"))
    return count


def row_of(millions: float, place: str | None) -> str:
    """Return the row of the table for so many statements."""
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name)
        rows = make_all(millions * 1e6, folder)
        (parquet, _), (csv, _), (cleaning, room), (rules, more) = (
            measured(work, folder) for work in (copy_parquet, copy_csv, clean_all, ask_all)
        )
    seconds = " | ".join(f"{one:.1f}" for one in (parquet, csv, cleaning, rules))
    ratios = " | ".join(f"{(cleaning + rules) / floor:.1f}" for floor in (parquet, csv))
    return f"| {rows:,} | {seconds} | {ratios} | {max(room, more):.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--millions", type=float, nargs="+", default=[0.1, 1, 10])
    parser.add_argument("--in", dest="place", default=None, help="a folder with room for 4 GB")
    words = parser.parse_args()
    lines = [HEAD, re.sub("[^|]+", "---", HEAD)]
    for millions in words.millions:
        lines.append(row_of(millions, words.place))
        print(lines[-1], flush=True)
    table = re.compile(r"^\| statements.*\n(?:\|.*\n)+", re.MULTILINE)
    README.write_text(table.sub("\n".join(lines) + "\n", README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
