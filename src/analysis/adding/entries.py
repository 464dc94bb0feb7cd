"""New rows of the codebook, proposed from the nearest old ones: an indicator under two names is two broken series."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.adding.inserting import insert_rows
from analysis.adding.near import search
from analysis.adding.register import Register, Row
from analysis.base.codebook import load_codebook, read_header, read_rows
from analysis.base.errors import ProjectError


@dataclass(frozen=True)
class Table:
    """A table of the codebook: its id column, the column it is sorted by if another, and what the nearest row gives."""

    key: str
    taken_over: tuple[str, ...] = ()
    optional: tuple[str, ...] = ("aliases", "note")
    ordered_by: str = ""


TABLES = {
    "indicators": Table("indicator", ("unit", "min", "max", "theme", "kind"), ("min", "max", "aliases")),
    "levels": Table("level", ("order",), ("aliases",), "order"),
    "methods": Table("method"),
    "issuers": Table("issuer", ("kind", "area")),
    "entities": Table("entity", ("kind", "area"), ordered_by="code"),
}


def near_rows(table: str, words: str, register: Register, most: int = 3) -> list[Row]:
    """Return the existing rows that come nearest to some words."""
    rows = read_rows(register.raw / "codebook" / f"{table}.csv")
    key = TABLES[table].key
    by_id = {row[key]: row for row in rows}
    return [by_id[name] for name in search(words, rows, key, most)]


def propose_entry(table: str, name: str, register: Register, known: Row) -> Row:
    """Return a new row: what is `known` of it, and from the nearest row the cells that kin share."""
    columns = read_header(register.raw / "codebook" / f"{table}.csv")
    near = next(iter(near_rows(table, f"{name} {known.get('label_zh', '')}", register, 1)), {})
    shared = {column: near.get(column, "") for column in TABLES[table].taken_over}
    return dict.fromkeys(columns, "") | shared | known | {TABLES[table].key: name}


def require_whole(table: str, row: Row) -> None:
    """Raise `ProjectError` where a needed cell of a new row is empty."""
    if lacking := [column for column, value in row.items() if not value and column not in TABLES[table].optional]:
        raise ProjectError(
            f"codebook/{table}.csv: the new row lacks {', '.join(lacking)}; say them, or choose an old one."
        )


def add_entry(table: str, row: Row, register: Register) -> Register:
    """Insert a row into the codebook and return the register as it is then."""
    insert_rows(register.raw / "codebook" / f"{table}.csv", [row], TABLES[table].ordered_by)
    load_codebook.cache_clear()
    return Register(register.raw)
