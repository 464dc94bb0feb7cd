"""What was accepted goes into the raw tables: named by the rule, marked as reviewed, inserted in the order of ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from analysis.adding.decisions import Standing
from analysis.adding.inserting import insert_rows
from analysis.adding.naming import name_statements
from analysis.adding.register import Register, Row
from analysis.checking.rules import load_suites
from analysis.checking.seals import TABLE, load_seals, raw_tables, save_seals, unsealed_ids
from analysis.checking.seals import seal as seal_rows
from analysis.cleaning.statements import STATEMENT_COLUMNS

REVIEWED = "text"  # of codebook/reviews.csv: checked against the full text


def rows_to_insert(found: Mapping[int, Standing], bulletin_id: str, register: Register) -> list[Row]:
    """Return the accepted rows that statements.csv does not hold yet, with their ids, who coded them, and the seal."""
    known = [asdict(one) for one in register.statements if one.bulletin_id == bulletin_id]
    printed = {thing(row) for row in known}
    rows = [
        one.row | {"coded_by": one.by, "reviewed": REVIEWED}
        for one in found.values()
        if one.verdict == "accept" and thing(one.row) not in printed
    ]
    return [{name: row[name] for name in STATEMENT_COLUMNS} for row in name_statements(rows, known, register)]


def thing(row: Mapping[str, str]) -> tuple[str, ...]:
    """Return what makes a figure the same one, whatever it is called."""
    return tuple(row[name] for name in ("printed", "indicator", "area", "level", "entity", "method", "time_period"))


def seal(rows: Iterable[Row], register: Register, bulletin_id: str, by: str) -> None:
    """Insert rows into statements.csv; seal them, their bulletin and its copies as they stand."""
    listed = list(rows)
    insert_rows(register.raw / "statements.csv", listed)
    seals = load_seals(register.raw / TABLE)
    tables = raw_tables(register.raw, load_suites(), ("statements", "bulletins", "copies"))
    seen = [bulletin_id, *(row["copy_id"] for row in register.copies_of(bulletin_id))]
    reviewed = {*seen, *(row["statement_id"] for row in listed)}.intersection(unsealed_ids(seals, tables))
    if reviewed:
        seal_rows(seals, tables, reviewed, by, f"Reviewed figure by figure: {bulletin_id}.", REVIEWED)
        save_seals(seals)
