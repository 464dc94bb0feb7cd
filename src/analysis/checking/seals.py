"""Seals: the cells of each row as they stood when it was sealed, beside the row itself.

Rules find what contradicts something else. A digit of a figure that stands alone contradicts nothing: of errors planted
in such figures one in four was found. So a second copy of the row says what it was, who sealed it, when, and against
what it had been reviewed; a sealed row cannot change without a word, nor can a seal: the last act of sealing holds a
digest of all seals and of all acts before it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.base.errors import ProjectError, UnknownName
from analysis.base.files import write_whole
from analysis.base.shelf import Shelf
from analysis.checking.plausible import not_plain
from analysis.checking.results import FailingRow, RuleResult
from analysis.checking.rules import Suite, files_of, table_path

if TYPE_CHECKING:
    from analysis.checking.frames import Frames

Row = Mapping[str, str]
TABLE = "seals"
READER = ("terms", "patterns", "confidence", "wording")  # whose cells hold expressions: no plain text
SEALED = (
    "statements", "bulletins", "copies", "second_coding", "corrections", "raw_conflicts", "raw_identities", "confirmed",
    "indicators", "areas", "levels", "methods", "entities", "units", "issuers", "themes", "reviews", "breaks", *READER,
)  # fmt: skip
# Where one cell does not tell rows apart.
KEYS = {
    "second_coding": ("statement_id", "coder"), "corrections": ("statement", "field"),
    "confirmed": ("rule", "reason_en"),
}  # fmt: skip
ACT_COLUMNS = ("act", "on", "by", "against", "reason", "rows", "withdrawn", "seals", "digest")
STAND, WHOLE, COUNTED, PLAIN = RULES = (
    "expect_sealed_rows_to_stand", "expect_seals_to_be_whole", "expect_unsealed_rows_to_be_counted",
    "expect_cells_to_hold_plain_text",
)  # fmt: skip
_SHOWN, _AROUND, _MOST_CELLS = 60, 16, 4


@dataclass(frozen=True)
class RawTable:
    """A raw table that is sealed: the line, the id and the other cells of each row; rows that stand twice are kept."""

    name: str
    file: str
    rows: tuple[tuple[int, str, Row], ...]
    files: Mapping[str, str] = field(default_factory=dict)  # by id, where a pattern names several

    def file_of(self, key: str) -> str:
        """Return the name of the file that holds a row."""
        return self.files.get(key, self.file)


@dataclass
class Seals:
    """The seals of all tables, by table and id, and the acts of sealing in their order."""

    folder: Path
    acts: list[dict[str, str]] = field(default_factory=list)
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)

    def digest(self) -> str:
        """Return what the last act must hold: the digest of all seals, and of all acts up to its own digest."""
        lines = ["\x1f".join(act[name] for name in ACT_COLUMNS) for act in self.acts[:-1]]
        lines += ["\x1f".join(act[name] for name in ACT_COLUMNS[:-1]) for act in self.acts[-1:]]
        for table in sorted(self.rows):
            lines += [f"{table} {key} {_cells(row)}" for key, row in sorted(self.rows[table].items())]
        return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()[:32]

    @property
    def count(self) -> int:
        """Return how many rows are sealed."""
        return sum(map(len, self.rows.values()))


def _cells(row: Row) -> str:
    """Return the cells that hold something, by name: a new column, or another order, breaks no seal."""
    return "\x1f".join(f"{name}={cell}" for name, cell in sorted(row.items()) if cell)


def load_seals(folder: Path) -> Seals:
    """Read the folder of seals; a missing file of acts is a `ProjectError`."""
    acts = read_rows(folder / "acts.csv")
    if acts and tuple(acts[0]) != ACT_COLUMNS:
        raise ProjectError(f"seals/acts.csv: its columns are {', '.join(ACT_COLUMNS)}; restore the file.")
    files = [path for path in sorted(folder.glob("*.csv")) if path.stem != "acts"]
    found: dict[str, dict[str, Row]] = {path.stem: {row["id"]: row for row in _seals_of(path)} for path in files}
    return Seals(folder, acts, found)


def _seals_of(path: Path) -> list[dict[str, str]]:
    rows = read_rows(path)
    if rows and list(rows[0])[:2] != ["id", "act"]:
        raise ProjectError(f"seals/{path.name}: its first columns are id, act; restore the file.")
    return rows


def read_raw(name: str, path: Path, suite: Suite) -> RawTable:
    """Read a raw table as texts; the records of a YAML file as its rules see them."""
    if path.suffix == ".yml":
        from analysis.checking.frames import ROW, read_records

        frame = read_records(path, suite).fill_null("").iter_rows(named=True)
        found = [(path.name, int(row[ROW]), {column: row[column] for column in suite.columns}) for row in frame]
    else:
        found = [(file.name, *row) for file in files_of(path) for row in enumerate(read_rows(file), start=2)]
    key = KEYS.get(name, (suite.row_id,))
    rows = [(file, number, "/".join(row.pop(part, "") for part in key), row) for file, number, row in found]
    files = {name: file for file, _, name, _ in rows if file != path.name}
    return RawTable(name, path.name, tuple(row[1:] for row in rows), files)


def check_seals(suite: Suite, frames: Frames, suites: Mapping[str, Suite], kept: Shelf) -> Iterator[RuleResult]:
    """Yield what each rule about sealed rows found: those that changed or are gone, and whether the seals are whole."""
    seals = load_seals(frames.path(TABLE).parent)
    tables = [read_raw(name, frames.path(name), suites[name]) for name in SEALED]
    found = {
        STAND: [one for table in tables for one in changed(table, seals)], WHOLE: [*_not_whole(seals, tables)],
        PLAIN: [one for table in tables if table.name not in READER for one in _recall_plain(table, kept)],
    }  # fmt: skip
    for rule in suite.rules:
        if rule.type in RULES:
            failing = tuple(found.get(rule.type, ()))
            checked = len(unsealed_ids(seals, tables)) if rule.type == COUNTED else seals.count
            yield RuleResult(rule, TABLE, "seals/acts.csv", "fail" if failing else "pass", checked, failing)


def changed(table: RawTable, seals: Seals) -> Iterator[FailingRow]:
    """Yield the rows of a table that are not as they were sealed, and the sealed rows that are gone."""
    sealed, acts = seals.rows.get(table.name, {}), {act["act"]: act for act in seals.acts}
    for number, key, row in table.rows:
        if key in sealed and (cells := _cells_changed(row, sealed[key])):
            act = acts.get(sealed[key]["act"], {})
            when = f"(by {act.get('by')} on {act.get('on')}, reviewed against: {act.get('against') or 'nothing'})"
            yield FailingRow(number, key, file=table.file_of(key), says=f"{'; '.join(cells)} {when}")
    present = {key for _, key, _ in table.rows}
    for place, (key, row) in enumerate(sealed.items(), start=2):
        if key not in present:
            yield FailingRow(place, key, file=f"seals/{table.name}.csv", says=_gone(key, row, table, sealed))


def _recall_plain(table: RawTable, kept: Shelf) -> list[FailingRow]:
    return kept.get(lambda: [*_not_plain(table)], PLAIN, repr(table))


def _not_plain(table: RawTable) -> Iterator[FailingRow]:
    for number, key, row in table.rows:
        for name, cell in [("the id", key), *row.items()]:
            if what := not_plain(cell):
                yield FailingRow(number, key, file=table.file, says=f"{name} {_window(cell, 0)} holds {what}")


def _cells_changed(row: Row, seal: Row) -> list[str]:
    pairs = ((name, seal.get(name), row.get(name)) for name in dict.fromkeys([*list(seal)[2:], *row]))
    found = [_told(name, old or "", new or "") for name, old, new in pairs if (old or "") != (new or "")]
    return found[:_MOST_CELLS] + [f"and {len(found) - _MOST_CELLS} more cells"] * (len(found) > _MOST_CELLS)


def _told(name: str, old: str, new: str) -> str:
    start = next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    was, now = (_window(text, start) for text in (old, new))
    return f"{name} is {now} and was sealed as {was}"


def _window(text: str, start: int) -> str:
    """Quote a cell around the place where it differs, with what no eye can see written out."""
    low = max(0, start - _AROUND) if len(text) > _SHOWN else 0
    part = "".join(visible(sign) for sign in text[low : low + _SHOWN])
    return f"'{'…' * (low > 0)}{part}{'…' * (low + _SHOWN < len(text))}'" if text else "empty"


def visible(sign: str) -> str:
    """Write out a sign that no eye can see, or that looks like a blank."""
    unseen = unicodedata.category(sign)[0] in "CZ" and sign != " "
    return f"\\u{ord(sign):04x}" if unseen else sign


def _gone(key: str, seal: Row, table: RawTable, sealed: Mapping[str, Row]) -> str:
    cells = list(seal.items())[2:]
    others = [
        (sum(row.get(name, "") == cell for name, cell in cells), other)
        for _, other, row in table.rows
        if other not in sealed
    ]
    alike, near = max(others, default=(0, ""))
    hint = f"; {table.file} has '{near}' in its place" if alike >= len(cells) - 2 else ""
    shown = ", ".join(f"{name} {_window(cell, 0)}" for name, cell in cells if cell and cell != key)
    return f"this sealed row is gone from {table.file}{hint}; it was {shown[: 4 * _SHOWN]}"


def _not_whole(seals: Seals, tables: Iterable[RawTable]) -> Iterator[FailingRow]:
    """Say that seals or acts were changed by hand: a seal that is taken away would leave its row without protection."""
    last = seals.acts[-1] if seals.acts else {}
    if last and last["digest"] == seals.digest():
        return
    held = int(last.get("seals") or 0)
    bare = unsealed_ids(seals, tables)
    count = f"{held} seals, and the files hold {seals.count}" if held != seals.count else "other seals or acts"
    rows = f"; without a seal: {', '.join(bare[:_MOST_CELLS])}" if bare else ""
    says = f"the last act left {count}{rows}"
    yield FailingRow(len(seals.acts) + 1, last.get("act", ""), file="seals/acts.csv", says=says)


def unsealed_ids(seals: Seals, tables: Iterable[RawTable]) -> list[str]:
    """Return the ids of all rows that have no seal."""
    return [key for table in tables for _, key, _ in table.rows if key not in seals.rows.get(table.name, {})]


def raw_tables(raw: Path, suites: Mapping[str, Suite], names: Iterable[str] = SEALED) -> list[RawTable]:
    """Read tables that are sealed, all of them by default, from a folder of raw tables."""
    places = {name: table_path(name, {}, suites).relative_to(paths.RAW) for name in names}
    return [read_raw(name, raw / place, suites[name]) for name, place in places.items()]


def seal(
    seals: Seals, tables: Iterable[RawTable], wanted: Iterable[str], by: str, reason: str, against: str = "",
    on: str = "",
) -> list[str]:  # fmt: skip
    """Seal the rows that patterns of ids name, as they stand; return `table:id` of each that was not sealed like this.

    A sealed row that is gone is withdrawn. Raises `ProjectError` where the seals are not whole, or where nothing is to
    be sealed: an act that seals nothing would be noise.
    """
    tables = list(tables)
    if seals.acts and (faults := list(_not_whole(seals, tables))):
        raise ProjectError(f"seals/acts.csv: {faults[0].says}; restore data/raw/seals first, then seal again.")
    names, number = set(wanted), str(len(seals.acts) + 1)
    patterns = [name for name in names if set(name) & set("*?[")]
    named = [one for one in _open(seals, tables) if one[1] in names or _matches(one[1], patterns)]
    if not named:
        raise ProjectError(_nothing_to_seal(sorted(names), [key for table in tables for _, key, _ in table.rows]))
    withdrawn = [f"{table}:{key}" for table, key, row in named if row is None]
    for table, key, row in named:
        held = seals.rows.setdefault(table, {})
        held.pop(key, None)
        if row is not None:
            held[key] = {"id": key, "act": number, **row}
    act = {
        "act": number, "on": on or date.today().isoformat(), "by": by, "against": against, "reason": reason,
        "rows": str(len(named) - len(withdrawn)), "withdrawn": " ".join(withdrawn), "seals": str(seals.count),
        "digest": "",
    }  # fmt: skip
    seals.acts.append(act)
    act["digest"] = seals.digest()
    return [f"{table}:{key}" for table, key, _ in named]


def _open(seals: Seals, tables: Iterable[RawTable]) -> Iterator[tuple[str, str, Row | None]]:
    """Yield the rows that have no seal, or not this one, and None for sealed rows that are gone."""
    for table in tables:
        sealed, present = seals.rows.get(table.name, {}), {key for _, key, _ in table.rows}
        for _, key, row in table.rows:
            if key not in sealed or _cells_changed(row, sealed[key]):
                yield table.name, key, row
        yield from ((table.name, key, None) for key in sealed if key not in present)


def _matches(key: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(key, pattern) for pattern in patterns)


def _nothing_to_seal(patterns: list[str], known: list[str]) -> str:
    for name in patterns:
        if not any(_matches(key, [name]) for key in known):
            return str(UnknownName("row", name, known, "bulletins seal"))
    return f"bulletins seal: {', '.join(patterns)} is sealed as it stands; there is nothing to seal."


def save_seals(seals: Seals) -> None:
    """Write the seals, each table sorted by id, in files of their own."""
    for name, rows in seals.rows.items():
        _write(seals.folder / f"{name}.csv", [rows[key] for key in sorted(rows)])
    _write(seals.folder / "acts.csv", seals.acts)


def _write(path: Path, rows: Sequence[Row]) -> None:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if not rows:
        path.unlink(missing_ok=True)
        return
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    write_whole(path, out.getvalue())
