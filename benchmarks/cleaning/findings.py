"""What the rules about findings cost: asked of the record over and over, in a CSV nearly as large as one may be.

python benchmarks/cleaning/findings.py [--times 26]

Time is the processor's. The second table of README.md beside this file is written anew.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.checking.frames import Frames
from analysis.checking.matching import add_columns
from analysis.checking.rules import load_suites

README = Path(__file__).with_name("README.md")
IDS = {"bulletins": ["bulletin_id"], "copies": ["bulletin_id", "copy_id"], "statements": ["bulletin_id"]}


def make_tables(folder: Path, times: int) -> dict[str, Path]:
    """Write the record over and over, each time about other bulletins and copies; each row has a seal."""
    edition = pl.DataFrame({"edition": [f"-x{number}" for number in range(times)]})
    for name, ids in IDS.items():
        known = pl.read_csv(paths.RAW / f"{name}.csv", infer_schema=False).fill_null("")
        own = {column: pl.concat_str(column, "edition") for column in ids}
        if name == "statements":
            new = pl.concat_str(pl.lit("${1}"), "edition", pl.lit("$2"))
            tail = pl.col("statement_id").str.strip_prefix(pl.col("bulletin_id"))
            own["statement_id"] = pl.concat_str("bulletin_id", "edition", tail)
            own["copies"] = pl.col("copies").str.replace_all(r"(\S)( |$)", new)
        rows = known.join(edition, how="cross").with_columns(**own).select(known.columns)
        rows.write_csv(folder / f"{name}.csv")
    (folder / "seals").mkdir()
    rows.select(id="statement_id").write_csv(folder / "seals" / "statements.csv")
    (folder / "corrections.yml").write_text("[]\n", encoding="utf-8")
    others = {"seals": folder / "seals" / "acts.csv", "corrections": folder / "corrections.yml"}
    return {name: folder / f"{name}.csv" for name in IDS} | others


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=26)
    suites = load_suites()
    with tempfile.TemporaryDirectory() as name:
        frames = Frames(make_tables(Path(name), parser.parse_args().times), suites)
        reading, rows = measured(lambda: frames.plain("statements")), frames.plain("statements")
        cleaning = measured(lambda: frames.observed)
        findings = measured(lambda: add_columns(rows, "statements", suites["statements"].adds, frames))
        count = len(rows.collect())
    seconds = " | ".join(f"{one:.1f}" for one in (reading, cleaning, findings))
    lines = "| rows of CSV | reading | cleaning | findings |\n|---|---|---|---|\n" + f"| {count:,} | {seconds} |\n"
    print(lines)
    table = re.compile(r"^\| rows of CSV .*\n(?:\|.*\n)+", re.MULTILINE)
    README.write_text(table.sub(lines, README.read_text(encoding="utf-8")), encoding="utf-8")


def measured(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
