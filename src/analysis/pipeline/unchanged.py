"""Whether anything at all has changed since a run had nothing more to do; if not, no step is asked.

To ask each takes two seconds, most of them to load pytask and to read ten thousand files. A file counts as unchanged
where its size, its inode and its times are. The system sets the time of the last change by itself (ctime), unlike the
one that `touch` and `cp -p` set, so nothing changes behind it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from analysis.base import paths
from analysis.base.files import write_whole
from analysis.renderer.quarto import front_end

PACKAGE = Path(__file__).resolve().parents[1]
KEPT = "unchanged.json"
MARKS = 4  # of a file, after its path
TICK = 100_000_000  # nanoseconds: two changes within one tick of the system's clock have one time
_NO_SOURCES = {"__pycache__", ".ipynb_checkpoints"}


class Changing(Exception):
    """A file has been changed just now, so that its time says nothing."""


def fingerprint() -> frozenset[str]:
    """Return a line for each file that steps read or make, and for the libraries; none where files are changing."""
    folders = [paths.ROOT / name for name in ("data", "expectations", "notebooks", "reports", "src")]
    made = [paths.BUILD / name for name in ("tables", "themes", "exhibits", "notebooks")]
    still, lines = time.time_ns() - TICK, [*installed(), front_end()]
    try:
        for folder in {*folders, *made, PACKAGE, paths.REPORTS, paths.PROCESSED}:
            lines += _files(str(folder), still)
        lines += _files(str(paths.ROOT), still, deep=False)
    except Changing:
        return frozenset()
    return frozenset(lines)


def settled() -> frozenset[str]:
    """Return the fingerprint once what was changed a moment ago can be told from what is changed later."""
    time.sleep(TICK / 1e9)
    return fingerprint()


def changed(before: frozenset[str], after: frozenset[str]) -> set[str]:
    """Return the paths of the files that differ between two fingerprints, and the names of libraries that do."""
    return {line.rsplit(" ", MARKS)[0] for line in before ^ after}


def _files(top: str, still: int, deep: bool = True) -> Iterator[str]:
    """Yield a line for each file below a folder; a folder that is not there has none."""
    if not os.path.isdir(top):  # noqa: PTH112 - thousands of files: a `Path` for each takes longer than to ask for it
        return
    for entry in os.scandir(top):
        if entry.is_dir():
            if deep and entry.name not in _NO_SOURCES:
                yield from _files(entry.path, still)
        else:
            known = entry.stat()
            if known.st_ctime_ns > still:
                raise Changing
            yield f"{entry.path} {known.st_size} {known.st_ino} {known.st_mtime_ns} {known.st_ctime_ns}"


def installed() -> list[str]:
    """Return Python and what is installed, by the names of folders, which hold the versions."""
    places = [place for place in sys.path if os.path.isdir(place)]  # noqa: PTH112
    return [sys.version, *sorted(n for place in places for n in os.listdir(place) if n.endswith(".dist-info"))]  # noqa: PTH208


def steps_up_to_date(before: frozenset[str]) -> int:
    """Return how many steps were up to date in a run that had nothing to do with the same files; 0 without one."""
    try:
        kept = json.loads((paths.BUILD / KEPT).read_text(encoding="utf-8"))
        return int(kept["steps"]) if before and kept["key"] == _key(before) else 0
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def keep_up_to_date(known: frozenset[str], steps: int) -> None:
    """Keep a fingerprint for which no step has anything to do."""
    if known:
        write_whole(paths.BUILD / KEPT, json.dumps({"key": _key(known), "steps": steps}))


def _key(lines: frozenset[str]) -> str:
    """Return the digest of a fingerprint with that of the record of runs, which a run itself may change."""
    known = (paths.BUILD / "pytask.sqlite3").stat()
    record = f"{known.st_size} {known.st_ino} {known.st_mtime_ns} {known.st_ctime_ns}"
    return sha256("\n".join([*sorted(lines), record]).encode()).hexdigest()
