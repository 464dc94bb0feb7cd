"""What a run costs: cold, after one changed statement, with nothing to do; and `show`, `cite`. Ratios of one session.

python benchmarks/round/rates.py [--against REVISION] [--in FOLDER]

All is run in a copy of the project in seconds of processor, those of all processes it starts. `--against` runs another
revision cold beside it, on the same machine; both keep compiled modules (`PYTHONDONTWRITEBYTECODE` is unset), as Python
does by itself: without them each of forty processes compiles the project anew. The table of README.md beside this file
is written anew.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

README = Path(__file__).with_name("README.md")
STATEMENT, OLD, NEW = "ceirp-2022-qa-rebadged", "超过90%", "超过92%"
NUMBER = "gov-2017q2-running-all"
Row = tuple[str, float, str, str]  # what, seconds, how it stands to what, goal


def call(root: Path, *words: str) -> tuple[float, float]:
    """Run a command in a copy; return seconds of processor and of the clock."""
    known = {"BULLETINS_ROOT": str(root), "PYTHONPATH": str(root / "src"), "BULLETINS_EDITION": ""}
    known["PYTHONDONTWRITEBYTECODE"] = ""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "analysis.cli", *words]
    subprocess.run(command, env=os.environ | known, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, time.monotonic() - start


def change_statement(root: Path) -> None:
    path = root / "data" / "raw" / "statements.csv"
    text = path.read_text(encoding="utf-8")
    row = re.search(rf"^{STATEMENT},.*{OLD}.*$", text, re.MULTILINE)
    assert row, f"{STATEMENT} no longer reads {OLD}"
    path.write_text(text.replace(row[0], row[0].replace(OLD, NEW)), encoding="utf-8")
    call(root, "seal", STATEMENT, "--reason", "a benchmark", "--by", "team")


def rows_of(root: Path, other: Path | None) -> Iterator[Row]:
    """Yield the measured rows."""
    cold, clock = call(root, "run")
    if other:
        before, _ = call(other, "run")
        yield "cold run", cold, f"{cold / before:.2f} of the other revision's {before:.0f} s", "0.4"
    else:
        yield "cold run", cold, "", ""
    yield "its time by the clock", clock, f"{clock / cold:.2f} of its processor time", "0.6"
    first, again = call(root, "run")[0], call(root, "run")[0]
    yield "nothing to do, the first time", first, "", "1.2 s"
    yield "nothing to do, again", again, "", "1.2 s"
    change_statement(root)
    changed, _ = call(root, "run")
    yield "one changed statement", changed, f"{changed / cold:.2f} of the cold run", "0.25"
    for words in (("show", NUMBER), ("cite", NUMBER), ("--help",)):
        yield f"`bulletins {words[0]}`", min(call(root, *words)[0] for _ in range(5)), "", "0.25 s"


def write_table(rows: Iterable[Row]) -> None:
    lines = ["| what | seconds | ratio | goal, at most |", "|---|---|---|---|"]
    for what, seconds, ratio, goal in rows:
        lines.append(f"| {what} | {seconds:.2f} | {ratio} | {goal} |")
        print(lines[-1], flush=True)
    table = re.compile(r"^\| what.*\n(?:\|.*\n)+", re.MULTILINE)
    README.write_text(table.sub("\n".join(lines) + "\n", README.read_text(encoding="utf-8")), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", default="", help="a revision of git")
    parser.add_argument("--in", dest="place", default=None, help="a folder with room for two copies")
    words = parser.parse_args()
    from analysis.base import paths
    from analysis.pipeline.verify import copy_sources

    with tempfile.TemporaryDirectory(dir=words.place) as folder:
        root, other = Path(folder) / "project", Path(folder) / "other"
        root.mkdir()
        copy_sources(root)
        if words.against:
            other.mkdir()
            packed = subprocess.run(["git", "archive", words.against], cwd=paths.ROOT, check=True, capture_output=True)
            subprocess.run(["tar", "-x"], cwd=other, input=packed.stdout, check=True)
        write_table(rows_of(root, other if words.against else None))


if __name__ == "__main__":
    main()
