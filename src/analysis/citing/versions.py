"""What changed between two versions of the published tables: numbers that came, went or changed, estimates that moved.

A version is a folder with the tables, a release that is kept, a year whose edition was built, or a git revision.
"""

from __future__ import annotations

import csv
import io
import math
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.kept import releases_folder

Row = Mapping[str, str]
Rows = dict[str, Row]
_TABLES = {"numbers": "number_id", "exhibits": "exhibit_id", "conflicts": "conflict_id"}
# What makes a number another one; how it is written may change with the words alone.
_VALUES = ("value", "lower", "upper", "unit")


@dataclass(frozen=True)
class Change:
    """A number, exhibit or conflict that changed: how it read before and how it reads now.

    `moved_by` are the sources of an estimate that differ; `without` its values where a new statement is left out.
    """

    item_id: str
    old: str
    new: str
    moved_by: dict[str, list[str]] = field(default_factory=dict)
    without: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Changes:
    """Everything that differs between two versions."""

    old: str
    new: str
    bulletins: list[str]
    new_numbers: list[Change]
    changed_numbers: list[Change]
    withdrawn_numbers: list[Change]
    new_estimates: list[Change]
    moved_estimates: list[Change]
    withdrawn_estimates: list[Change]
    reworded: list[Change]
    exhibits: list[Change]
    conflicts: list[Change]


def compare_versions(old: str, new: str, lang: str = "en") -> Changes:
    """Compare two versions by name; raises `ProjectError` where one is none."""
    return compare_tables(old, new, load_version(find_version(old)), load_version(find_version(new)), lang)


def compare_tables(old: str, new: str, before: Mapping[str, Rows], after: Mapping[str, Rows], lang: str) -> Changes:
    """Compare the tables of two versions."""
    was, now = before["numbers"], after["numbers"]
    fresh, gone, changed, reworded = _sorted(was, now, lang)
    touched = {"new": set(fresh), "changed": set(changed), "withdrawn": set(gone)}
    printed_then, printed_now = ({row["bulletin_id"] for row in rows.values()} for rows in (was, now))
    parts = [
        [name for name in names if (now.get(name) or was[name])["kind"] == kind]
        for kind in ("observation", "estimate")
        for names in (fresh, changed, gone)
    ]
    return Changes(
        old, new, sorted(printed_now - printed_then - {""}),
        *([_change(name, was, now, lang, touched) for name in names] for names in parts),
        [_change(name, was, now, lang, {}) for name in reworded],
        _texts(before["exhibits"], after["exhibits"], f"caption_{lang}"),
        _texts(before["conflicts"], after["conflicts"], f"explanation_{lang}"),
    )  # fmt: skip


def _sorted(was: Rows, now: Rows, lang: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return the ids of numbers that are new, withdrawn, of another value, and only written otherwise."""
    both = [name for name in now if name in was]
    changed = [name for name in both if any(_differ(was[name], now[name], cell) for cell in _VALUES)]
    texts = (f"display_{lang}", f"interval_{lang}")
    told = [cell for cell in texts if all(cell in row for row in islice(was.values(), 1))]  # of a language since added
    reworded = [n for n in both if n not in set(changed) and any(was[n][cell] != now[n][cell] for cell in told)]
    return [n for n in now if n not in was], [n for n in was if n not in now], changed, reworded


def _differ(was: Row, now: Row, cell: str) -> bool:
    """Say whether two cells differ; the last bits of a bound may, where it is reckoned in another order.

    A number of which bounds alone are known has no value, and once had a middle: it is its bounds that move.
    """
    one, other = was[cell], now[cell]
    if cell == "value" and "" in (one, other):
        return False
    try:
        return not math.isclose(float(one), float(other), rel_tol=1e-9)
    except ValueError:
        return one != other


def _change(name: str, was: Rows, now: Rows, lang: str, touched: Mapping[str, set[str]]) -> Change:
    rows = [rows[name] for rows in (was, now) if name in rows]
    moved_by = _movers(rows, touched) if rows[-1]["kind"] == "estimate" else {}
    return Change(name, _shown(was.get(name), lang), _shown(now.get(name), lang), moved_by)


def _movers(rows: Iterable[Row], touched: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """Return which of an estimate's sources are new, changed or withdrawn; where none is, the model moved it."""
    each = [set(row["sources"].split()) for row in rows]
    sources = set().union(*each)
    found = {how: sorted(sources & names) for how, names in touched.items()}
    joined = set.symmetric_difference(*each) if len(each) == 2 else set()
    found["taken in or left out"] = sorted(joined.difference(*found.values()))
    return {how: names for how, names in found.items() if names}


def _shown(row: Row | None, lang: str) -> str:
    if row is None:
        return ""
    display, interval = row.get(f"display_{lang}", ""), row.get(f"interval_{lang}", "")
    return display if interval in ("", display) else f"{display} ({interval})"


def _texts(was: Rows, now: Rows, column: str) -> list[Change]:
    names = [*now, *(name for name in was if name not in now)]
    pairs = [(name, was.get(name, {}).get(column, ""), now.get(name, {}).get(column, "")) for name in names]
    return [Change(name, old, new) for name, old, new in pairs if old != new]


@dataclass(frozen=True)
class Version:
    """Where the tables and the report of a version are: in folders, or in a git revision."""

    name: str
    tables: Path | None = None
    reports: Path | None = None

    def read(self, part: str, file: str) -> bytes | None:
        """Return a file of the `processed` tables or of the `reports`, None where the version has none."""
        folder = self.tables if part == "processed" else self.reports
        if folder is not None:
            path = folder / file
            return path.read_bytes() if path.is_file() else None
        if self.tables is not None:
            return None
        place = f"data/processed/{file}" if part == "processed" else f"reports/{file}"
        asked = ["git", "show", f"{self.name}:{place}"]
        done = subprocess.run(asked, cwd=paths.ROOT, capture_output=True, check=False)
        return done.stdout if done.returncode == 0 else None

    def table(self, name: str) -> list[dict[str, str]]:
        """Return the rows of a table as texts."""
        if (stored := self.read("processed", f"{name}.csv")) is not None:
            return list(csv.DictReader(io.StringIO(stored.decode("utf-8"))))
        if (stored := self.read("processed", f"{name}.parquet")) is not None:
            return rows_of(pl.read_parquet(io.BytesIO(stored)))
        return []


def find_version(name: str) -> Version:
    """Return a version by name; raises `ProjectError` where it is none."""
    built, kept = paths.ROOT / "bld" / "editions" / name, releases_folder() / name
    if re.fullmatch(r"\d{4}", name) and (built / "processed" / "numbers.csv").exists():
        return Version(name, built / "processed", built / "reports")
    if re.fullmatch(r"[\d.]+", name) and (kept / "numbers.parquet").exists():
        return Version(name, kept)
    for folder, project in ((Path(name), Path(name).parent.parent), (Path(name) / "data" / "processed", Path(name))):
        if (folder / "numbers.csv").exists():
            return Version(name, folder, project / "reports")
    if Path(name).is_dir():
        raise ProjectError(f"{name}: the folder holds no numbers.csv; give data/processed or a copy of it.")
    version = Version(name)
    if version.read("processed", "numbers.csv") is None:
        raise ProjectError(
            f"'{name}' is neither a folder with numbers.csv, nor a built edition, a kept release or a git revision "
            "that holds data/processed; `git log --oneline -- data/processed` lists those."
        )
    return version


def load_version(version: Version) -> dict[str, Rows]:
    """Return the tables of a version by id."""
    return by_id({name: version.table(name) for name in _TABLES})


def by_id(tables: Mapping[str, list[dict[str, str]]]) -> dict[str, Rows]:
    """Return the rows of tables by their ids."""
    return {name: {row[_TABLES[name]]: row for row in rows} for name, rows in tables.items()}


def rows_of(table: pl.DataFrame) -> list[dict[str, str]]:
    """Return the rows of a table as texts, as its CSV holds them."""
    return list(csv.DictReader(io.StringIO(table.write_csv())))
