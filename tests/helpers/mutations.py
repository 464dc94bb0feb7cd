"""Plant slips in a copy of the raw tables and see what catches them: `make mutations` writes the table of the page.

Slips are planted in many rows at once and told apart by the rows that findings name; whatever is caught is put right
before the rest is looked at again, so that each slip is judged as if it stood alone; `sealed` asks the
seals and all rules; `unsealed` takes each row for a new one, which rules alone protect.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.base.errors import ProjectError
from analysis.base.yaml_files import read_yaml
from analysis.checking.results import RuleResult
from analysis.checking.rules import files_of, load_suites, table_path
from analysis.checking.seals import KEYS, SEALED, STAND, WHOLE, RawTable, changed, load_seals
from analysis.checking.suites import check_tables

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from helpers.slips import KINDS, Kind, Record, occasions

TABLE = paths.EXPECTATIONS / "mutations.csv"
COLUMNS = ("group", "table", "kind", "planted", "sealed", "unsealed", "by", "no_evidence")
YAML = ("corrections", "raw_conflicts", "raw_identities")
CHECKED = (
    "statements", "bulletins", "copies", "second_coding", "corrections", "raw_identities", "raw_conflicts", "breaks",
    "indicators", "levels", "methods", "entities", "issuers", "units", "areas", "seals", "confirmed",
    "themes", "terms", "patterns", "confidence", "wording",
)  # fmt: skip
# The tables whose rules look at a table first; slips in statements that these do not catch are held against all.
LOOKING = {
    "statements": ("statements",), "bulletins": ("bulletins", "copies", "statements"),
    "copies": ("copies", "bulletins", "statements"), "issuers": ("issuers", "bulletins"),
    "indicators": ("indicators", "statements", "breaks", "raw_conflicts"), "entities": ("entities", "statements"),
    "units": ("units", "indicators", "statements"), "breaks": ("breaks", "raw_conflicts"),
    "raw_conflicts": ("raw_conflicts", "breaks", "statements"), "raw_identities": ("raw_identities",),
    "themes": ("themes", "indicators"), "levels": ("levels",), "methods": ("methods",), "terms": ("terms",),
    "patterns": ("patterns",), "confidence": ("confidence",), "wording": ("wording",),
    "second_coding": ("second_coding",),
    "confirmed": ("confirmed", "bulletins", "copies", "statements", "units"),
}  # fmt: skip
ROUNDS = 5


@dataclass(eq=False)
class Planted:
    """One slip in one row, and what caught it."""

    kind: Kind
    key: str
    cells: Mapping[str, Any]
    sealed: str = ""
    unsealed: str = ""
    ids: set[str] = field(default_factory=set)


class Copy:
    """A copy of the raw tables in which slips are planted; the project's own stay as they are."""

    def __init__(self, root: Path) -> None:
        self.root, self.suites, self.checked = root, load_suites(), CHECKED
        self.seals = load_seals(paths.RAW / "seals")
        shutil.copytree(paths.RAW, root / "data" / "raw", ignore=shutil.ignore_patterns("texts"))
        self.files = {name: root / self._own(name).relative_to(paths.ROOT) for name in CHECKED}
        tables = {name: self._rows(name) for name in SEALED}
        self.record = Record(tables, {name: self.suites[name].row_id for name in SEALED})

    def _own(self, name: str) -> Path:
        """Return where a table of the project stands; of several files, the first."""
        return files_of(table_path(name, {}, self.suites))[0]

    def _rows(self, name: str) -> list[dict[str, Any]]:
        return [dict(row) for row in (read_yaml if name in YAML else read_rows)(self._own(name)) or []]

    def spoiled(self, planted: Iterable[Planted]) -> dict[str, list[dict[str, Any]]]:
        """Return the tables that hold slips, with them."""
        found: dict[str, list[dict[str, Any]]] = {}
        for one in planted:
            table = str(one.cells["add"][0]) if "add" in one.cells else one.kind.table
            rows = found.setdefault(table, [dict(row) for row in self.record.tables[table]])
            plant(one, rows, self.record.keys[table])
        return found

    def write(self, spoiled: Mapping[str, list[dict[str, Any]]]) -> None:
        for name, rows in spoiled.items():
            if name in YAML:
                self.files[name].write_text(
                    json.dumps(rows, ensure_ascii=False, indent=0, default=str), encoding="utf-8"
                )
            else:
                with self.files[name].open("w", encoding="utf-8", newline="") as file:
                    writer = csv.DictWriter(file, list(self.record.tables[name][0]), lineterminator="\n")
                    writer.writeheader()
                    writer.writerows(rows)

    def restore(self, names: Iterable[str]) -> None:
        for name in names:
            shutil.copy(self._own(name), self.files[name])

    def unseal(self, keys: set[str]) -> None:
        """Take rows of statements for new ones."""
        rows = [dict(row) for key, row in self.seals.rows["statements"].items() if key not in keys]
        with (self.root / "data/raw/seals/statements.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def rules(self, planted: list[Planted]) -> dict[Planted, str]:
        """Return what the rules catch, with the rule; what cannot be read at all is halved until it is told apart."""
        spoiled = self.spoiled(planted)
        self.write(spoiled)
        self.unseal({one.key for one in planted})
        try:
            with standing_at(self.root):
                results = check_tables({name: self.root / self.suites[name].file for name in self.checked})
        except ProjectError as error:
            if len(planted) == 1:
                return {planted[0]: "read"} if named_in(str(error), planted[0]) else {}
            half = len(planted) // 2
            return self.rules(planted[:half]) | self.rules(planted[half:])
        finally:
            self.restore(spoiled)
        return attributed([r for r in results if r.rule.type not in (STAND, WHOLE)], planted)

    def by_reading(self, planted: list[Planted]) -> dict[Planted, str]:
        """Return the slips that the reading of a table refuses; each is planted alone, or it would hide the others."""
        found = {}
        for one in planted:
            if one.kind.group == "characters":
                self.write(self.spoiled([one]))
                try:
                    read_rows(self.files[one.kind.table])
                except ProjectError as error:
                    if named_in(str(error), one):
                        found[one] = "read"
                self.restore([one.kind.table])
        return found

    def by_seals(self, planted: list[Planted]) -> dict[Planted, str]:
        """Return the slips that a seal names with row and cell."""
        found = {}
        for name, rows in self.spoiled(planted).items():
            suite_key, columns = self.record.keys[name], self.suites[name].columns if name in YAML else ()
            raw = RawTable(
                name, name, tuple((n, *_as_sealed(row, suite_key, columns, name)) for n, row in enumerate(rows, 2))
            )
            said = {row.id: row.says for row in changed(raw, self.seals)}
            for one in planted:
                cells = [cell for cell in one.cells if cell not in ("with", "add")]
                says = next((say for id_, say in said.items() if f"{id_}/".startswith(f"{one.key}/")), "")
                if says and (
                    one.kind.way != "change" or suite_key in cells or any(f"{cell} is " in says for cell in cells)
                ):
                    found[one] = "SEA-02"
        return found


def _as_sealed(row: Mapping[str, Any], key: str, columns: tuple[str, ...], table: str) -> tuple[str, dict[str, str]]:
    cells = {name: _cell(row.get(name)) for name in columns or row}
    return "/".join(cells.pop(part) for part in KEYS.get(table, (key,))), cells


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {part}" for name, part in value.items())
    return "" if value is None else str(value).strip() if not isinstance(value, str) else value


@contextmanager
def standing_at(root: Path) -> Iterator[None]:
    """Let the project read its codebook from a copy."""
    before = paths.RAW, paths.CODEBOOK
    paths.RAW, paths.CODEBOOK = root / "data" / "raw", root / "data" / "raw" / "codebook"
    load_codebook.cache_clear()
    try:
        yield
    finally:
        paths.RAW, paths.CODEBOOK = before
        load_codebook.cache_clear()


def plant(one: Planted, rows: list[dict[str, Any]], key: str) -> None:
    """Change, delete, repeat or add the row."""
    if "add" in one.cells:
        rows.append(dict(one.cells["add"][1]))
        return
    place = next(n for n, row in enumerate(rows) if row[key] == one.key)
    cells = {name: cell for name, cell in one.cells.items() if name != "with"}
    if one.kind.way == "delete":
        del rows[place]
    elif one.kind.way == "duplicate":
        rows.insert(place + 1, rows[place] | cells)
    else:
        rows[place] = rows[place] | cells
    if "with" in one.cells:
        other, changes = one.cells["with"]
        rows[:] = [row | changes if row[key] == other else row for row in rows]


def attributed(results: Iterable[RuleResult], planted: list[Planted]) -> dict[Planted, str]:
    """Return the slips whose row a finding names: by its id, or in its words."""
    by_id: dict[str, list[Planted]] = defaultdict(list)
    for one in planted:
        for name in one.ids:
            by_id[name].append(one)
    found: dict[Planted, str] = {}
    for result in results:
        for row in result.failing:
            words = " ".join((row.id, row.says, *(str(cell) for cell in row.cells.values())))
            for name in {row.id, *re.findall(r"[\w-]+", words)} & by_id.keys():
                for one in by_id[name]:
                    found.setdefault(one, result.rule.id)
        # A suspicion whose confirmation went is named by its rule.
        for name in {*result.stale, *([result.rule.id] if result.failing else [])} & by_id.keys():
            for one in by_id[name]:
                found.setdefault(one, result.rule.id)
    return found


def named_in(text: str, one: Planted) -> bool:
    return any(name in text for name in one.ids) or "row " in text


def judge(copy: Copy, planted: list[Planted]) -> None:
    """Find out what the seals and what the rules catch."""
    for one, rule in copy.by_seals(planted).items():
        one.sealed = rule
    for one, rule in copy.by_reading(planted).items():
        one.unsealed = rule
    table = planted[0].kind.table if planted else ""
    for turn in range(ROUNDS):
        copy.checked = CHECKED if turn and table == "statements" else (*LOOKING.get(table, CHECKED), "seals")
        left = [one for one in planted if not one.unsealed]
        caught = copy.rules(left) if left else {}
        for one, rule in caught.items():
            one.unsealed = rule
        # Rows of a table are not looked at while its shape, or a table that it comes after, breaks a rule.
        if not left or not (caught or (turn == 0 and table == "statements")):
            break


def harvest(copy: Copy, number: int, kinds: Iterable[Kind] = KINDS) -> list[Planted]:
    """Plant so many slips of each kind, table by table, and judge them."""
    taken: set[tuple[int, str, str]] = set()
    found: list[Planted] = []
    by_table: dict[str, list[Kind]] = defaultdict(list)
    for one in kinds:
        by_table[one.table].append(one)
    for table, listed in by_table.items():
        waves: list[list[Planted]] = [[] for _ in range(number)]
        for one in listed:
            for wave, (key, cells) in enumerate(occasions(one, copy.record, number, taken)):
                new = str(cells.get(copy.record.keys[table], key))
                ids = {key, new, *([cells["add"][1]["statement"]] if "add" in cells else [])}
                if one.table == "raw_conflicts" and one.way == "delete":  # what it told of is named, not the record
                    row = copy.record.by_id(table)[key]
                    ids.update(str(row["statements"]).split())
                waves[wave].append(Planted(one, key, cells, ids=ids))
        for wave in waves:
            judge(copy, wave)
            found += wave
            print(f"{table}: {sum(bool(one.unsealed) for one in wave)} of {len(wave)} by rules", flush=True)
    return found


def table_of(planted: Iterable[Planted]) -> list[dict[str, Any]]:
    """Return the results by kind."""
    by_kind: dict[str, list[Planted]] = defaultdict(list)
    for one in planted:
        by_kind[f"{one.kind.group}|{one.kind.table}|{one.kind.name}"].append(one)
    rows = []
    for name, ones in by_kind.items():
        rules = Counter(one.unsealed for one in ones if one.unsealed)
        rows.append(dict(zip(COLUMNS, (
            *name.split("|"), len(ones), sum(bool(one.sealed or one.unsealed) for one in ones), rules.total(),
            " ".join(rule for rule, _ in rules.most_common(4)), ones[0].kind.none,
        ), strict=True)))  # fmt: skip
    return rows


def main(number: int = 5) -> None:
    with tempfile.TemporaryDirectory() as folder:
        planted = harvest(Copy(Path(folder)), number)
        rows = table_of(planted)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for one in planted:
        if not one.unsealed and not one.kind.none:
            print(f"missed by rules: {one.kind.table}: {one.kind.name}, {one.key} {dict(one.cells)}")
    some = [row for row in rows if not row["no_evidence"]]
    for name, chosen in (("planted", rows), ("of kinds that leave evidence", some)):
        print(name, *(f"{column} {sum(row[column] for row in chosen)}" for column in ("planted", "sealed", "unsealed")))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
