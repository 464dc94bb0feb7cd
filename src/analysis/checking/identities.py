"""Identities: sums, shares and flows that printed figures must keep among themselves.

Each identity of `data/raw/identities.yml` sets one expression over printed figures (the left side) against another (the
right side, most often one printed figure). Figures have bounds, so the comparison is one of intervals: an identity
holds where some true figures within all the bounds satisfy it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.base.errors import ProjectError, UnknownName
from analysis.base.tables import records
from analysis.base.yaml_files import read_yaml
from analysis.bounds.expression import Expression, parse
from analysis.bounds.quantity import Quantity
from analysis.cleaning.observations import Observation, compute
from analysis.words.catalogue import LANGS, columns

if TYPE_CHECKING:
    import polars as pl

# The kinds, and the operations that the left side of each is written with: all of the first, others of the second.
KINDS: dict[str, tuple[str, str]] = {
    "same": ("", ""), "sum": ("+", "+ - *"), "difference": ("-", "+ -"), "flow": ("", "+ -"), "share": ("* /", "+ -"),
    "change": ("* / -", "+"), "granularity": ("nearest", "+ -"),
}  # fmt: skip
IDENTITY_COLUMNS = [
    "identity_id", "kind", *(f"label_{lang}" for lang in LANGS),
    *"left left_lower left_upper right right_lower right_upper difference unit result expected".split(),
    *columns("known"), "terms", "source",
]  # fmt: skip
_LABELS, _KNOWN = [f"label_{lang}" for lang in LANGS], columns("known")
# Sums of printed decimals carry binary dust; nothing is printed to more than five decimals.
_PLACES = 9


@dataclass(frozen=True, slots=True)
class Identity:
    """One identity; `texts` are its labels and what is known of it, by column."""

    id: str
    kind: str
    left: Expression
    right: Expression
    source: str
    expected: str
    texts: Mapping[str, str]

    @property
    def terms(self) -> tuple[str, ...]:
        """Return all observations of the identity once each, left side first."""
        return tuple(dict.fromkeys((*self.left.names, *self.right.names)))


def load_identities(path: Path) -> list[Identity]:
    """Read `identities.yml`, whose schema has been checked; a side of another kind than named is a `ProjectError`."""
    return [_identity(entry, f"{path.name}, {entry['id']}") for entry in read_yaml(path) or []]


def identities(observations: pl.DataFrame, spec: Iterable[Identity]) -> pl.DataFrame:
    """Check identities against observations.

    Returns one row per identity, sorted by id, with the columns `IDENTITY_COLUMNS`; sides and `difference` (left less
    right) are in `unit`, that of the right side. `off_by_one` is a gap of at most one unit of the last printed place
    of the right side. Raises `UnknownName` where an observation does not exist.
    """
    import polars as pl

    known = {one.observation_id: one for one in records(observations, Observation)}
    rows = [_check(identity, known) for identity in sorted(spec, key=lambda i: i.id)]
    floats = ("left", "left_lower", "left_upper", "right", "right_lower", "right_upper", "difference")
    schema = {name: pl.Float64 if name in floats else pl.String for name in IDENTITY_COLUMNS}
    return pl.DataFrame(rows, schema=schema, orient="row")


_EXACT_SIDES = ("left", "right")


def held_exactly(found: pl.DataFrame) -> dict[str, list[str]]:
    """Return, by the id of an observation, the sums, differences and flows of exact figures that hold with it."""
    import polars as pl

    exact = [pl.col(f"{side}_lower") == pl.col(f"{side}_upper") for side in _EXACT_SIDES]
    holds = found.filter(pl.col("kind").is_in(["sum", "difference", "flow"]), pl.col("result") == "holds", *exact)
    by_term: dict[str, list[str]] = {}
    for name, terms in holds.select("identity_id", "terms").iter_rows():
        for term in terms.split():
            by_term.setdefault(term, []).append(name)
    return by_term


def _check(identity: Identity, known: Mapping[str, Observation]) -> dict[str, object]:
    left, right = (_compute(side, known, identity.id) for side in (identity.left, identity.right))
    numbers = {
        "left": left.value, "left_lower": left.lower, "left_upper": left.upper, "right": right.value,
        "right_lower": right.lower, "right_upper": right.upper, "difference": left.value - right.value,
    }  # fmt: skip
    return {
        "identity_id": identity.id, "kind": identity.kind, **identity.texts,
        **{name: round(value, 6) for name, value in numbers.items()}, "unit": right.unit or left.unit,
        "result": compare(left, right, last_place(identity.right, right)), "expected": identity.expected,
        "terms": " ".join(identity.terms), "source": identity.source,
    }  # fmt: skip


def _compute(side: Expression, known: Mapping[str, Observation], name: str) -> Quantity:
    where = f"identities.yml, {name}"
    try:
        return compute(side, known, where).quantity
    except UnknownName:
        raise
    except ProjectError as error:
        raise ProjectError(f"{where}: {error}") from None


def compare(left: Quantity, right: Quantity, place: float) -> str:
    """Tell whether two sides share a number (`holds`), miss by one unit of `place` at most (`off_by_one`), or not."""
    one, other = round(left.interval, _PLACES), round(right.interval, _PLACES)
    if one & other:
        return "holds"
    return "off_by_one" if 0 < place >= round(one.gap(other), _PLACES) else "disagrees"


def last_place(side: Expression, figure: Quantity) -> float:
    """Return the unit of the last printed place, which a slip of one amounts to; 0 where there is none.

    A figure printed with 超过 or 近 has no last digit to be off by, and a sum has several.
    """
    if side.operations or figure.comparator != "eq":
        return 0.0
    return figure.interval.width or 1.0


def _identity(entry: Mapping[str, Any], place: str) -> Identity:
    expected, reasons = entry.get("expected", "holds"), all(entry.get(name) for name in _KNOWN)
    if (expected != "holds") != reasons:
        raise ProjectError(f"{place}: {' and '.join(_KNOWN)} say why it is expected not to hold, and stand only then.")
    left, right = (_parse(entry[side], place) for side in ("left", "right"))
    _check_kind(entry["kind"], left, place)
    texts = {name: str(entry.get(name, "")) for name in (*_LABELS, *_KNOWN)}
    return Identity(entry["id"], entry["kind"], left, right, entry["source"], expected, texts)


def _parse(text: object, place: str) -> Expression:
    try:
        return parse(str(text))
    except ProjectError as error:
        raise ProjectError(f"{place}: {error}") from None


def _check_kind(kind: str, left: Expression, place: str) -> None:
    """Refuse a left side that is written as another kind is: a share without a whole, a sum with one."""
    needed, allowed = (set(signs.split()) for signs in KINDS[kind])
    if not needed <= left.operations <= needed | allowed or (kind == "flow" and not left.operations):
        signs = f"with {' '.join(sorted(needed))}" if needed else "with + or -" if allowed else "as one id"
        raise ProjectError(f"{place}: '{left.text}' is no {kind}; a {kind} is written {signs}.")
