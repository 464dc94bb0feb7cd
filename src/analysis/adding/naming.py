"""Ids of statements by the rule: bulletin, indicator code, then only what tells the row apart in its bulletin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from analysis.adding.register import Register, Row
from analysis.base.errors import ProjectError

# In the order in which the parts stand in an id, and, first to go, those that are left out where the others suffice.
_FIELDS = ("area", "level", "method", "time_period", "entity")
_SPARED = ("time_period", "method", "level", "area", "entity")
KEY = ("indicator", *_FIELDS)


def name_statements(rows: Sequence[Row], known: Iterable[Mapping[str, str]], register: Register) -> list[Row]:
    """Return new rows of one bulletin with their ids; `known` are its rows that have ids, which stay as they are.

    Raises `ProjectError` where two rows are about the same thing: a bulletin prints one value for one thing.
    """
    old = list(known)
    require_apart([*old, *rows])
    taken = {row["statement_id"] for row in old}
    named = []
    for row in rows:
        kin = [one for one in (*old, *rows) if one["indicator"] == row["indicator"]]
        name = _name(row, kin, register)
        if name in taken:  # an id of before tells less apart than is needed now
            name = _joined(row, _FIELDS, register)
        taken.add(name)
        named.append({**row, "statement_id": name})
    return named


def _name(row: Row, kin: list[Mapping[str, str]], register: Register) -> str:
    parts = [name for name in _FIELDS if len({one[name] for one in kin}) > 1]
    for spared in _SPARED:
        rest = [name for name in parts if name != spared]
        if spared in parts and len({tuple(one[name] for name in rest) for one in kin}) == len(kin):
            parts = rest
    return _joined(row, parts, register)


def _joined(row: Row, parts: Iterable[str], register: Register) -> str:
    code = register.indicators[row["indicator"]]["code"] if row["indicator"] in register.indicators else row["code"]
    pieces = [row["bulletin_id"], code, *(_part(row, name, register) for name in parts)]
    return "-".join(filter(None, pieces))


def _part(row: Row, name: str, register: Register) -> str:
    value = row[name]
    if name == "entity" and value in register.entities:
        return register.entities[value]["code"]
    return value.removeprefix("CN-").lower().replace("_", "-")


def require_apart(rows: Iterable[Mapping[str, str]]) -> None:
    """Raise `ProjectError` where two rows are about the same thing."""
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        key = tuple(row[name] for name in KEY)
        if key in seen:
            about = ", ".join(filter(None, key[1:]))
            raise ProjectError(
                f"{row['printed']} and {seen[key]} would both be {row['indicator']} ({about}): "
                "tell them apart by level, entity, method or period, or reject one."
            )
        seen[key] = row["printed"]
