"""Identities: sums, shares and flows that printed figures must keep among themselves.

Each identity of `data/raw/identities.yml` puts printed figures together (the left side) and compares the result with
another printed figure (the right side). Figures have bounds, so the comparison is one of intervals: an identity holds
where some true figures within all the bounds satisfy it. Interval arithmetic after Moore, Kearfott & Cloud,
*Introduction to Interval Analysis* (2009), chapter 2.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.base.errors import ProjectError, UnknownName
from analysis.checking.rules import read_yaml

if TYPE_CHECKING:
    import polars as pl

KINDS = ("same", "sum", "difference", "flow", "share", "change", "granularity")
RESULTS = ("holds", "off_by_one", "disagrees")
IDENTITY_COLUMNS = (
    "identity_id kind label_en label_zh left left_lower left_upper right right_lower right_upper difference unit "
    "result expected known known_zh terms source"
).split()
_RATIOS = ("share", "change", "granularity")
_FIELDS = {"id", "kind", "label_en", "label_zh", "right", "source"}
_OPTIONAL = {"parts", "minus", "of", "of_minus", "expected", "known", "known_zh"}
Term = str | float
# Sums of printed decimals carry binary dust; nothing is printed to more than five decimals.
_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Identity:
    """One identity: `parts` less `minus`, for ratios over `of` less `of_minus`, against `right`.

    Terms are ids of observations; a plain number stands for itself (the 100 that a score starts from).
    """

    id: str
    kind: str
    label_en: str
    label_zh: str
    parts: tuple[Term, ...]
    minus: tuple[Term, ...]
    of: tuple[Term, ...]
    of_minus: tuple[Term, ...]
    right: Term
    source: str
    expected: str
    known: str
    known_zh: str

    @property
    def terms(self) -> tuple[str, ...]:
        """Return all observations of the identity once each, the right side last."""
        named = (*self.parts, *self.minus, *self.of, *self.of_minus, self.right)
        return tuple(dict.fromkeys(term for term in named if isinstance(term, str)))


class Figure(NamedTuple):
    """A value with its interval."""

    value: float
    lower: float
    upper: float
    lower_closed: bool = True
    upper_closed: bool = True
    # The unit of the last printed place: what a slip of one in the last digit amounts to.
    place: float = 0.0


def load_identities(path: Path) -> list[Identity]:
    """Read `identities.yml`; a field that is missing, unknown or out of place is a `ProjectError`."""
    entries = read_yaml(path) or []
    identities = [_identity(entry, path.name) for entry in entries]
    seen: set[str] = set()
    for identity in identities:
        if identity.id in seen:
            raise ProjectError(f"{path.name}: '{identity.id}' stands twice; ids are permanent and unique.")
        seen.add(identity.id)
    return identities


def identities(observations: pl.DataFrame, spec: Iterable[Identity]) -> pl.DataFrame:
    """Check identities against observations.

    Returns one row per identity, sorted by id, with the columns `IDENTITY_COLUMNS`; sides and `difference` (left less
    right) are in `unit`, that of the right side. `off_by_one` is a gap of at most one unit of the last printed place
    of the right side. Raises `UnknownName` where an observation does not exist.
    """
    import polars as pl

    known = {row["observation_id"]: row for row in observations.iter_rows(named=True)}
    rows = [_check(identity, known) for identity in sorted(spec, key=lambda i: i.id)]
    floats = ("left", "left_lower", "left_upper", "right", "right_lower", "right_upper", "difference")
    schema = {column: pl.Float64 if column in floats else pl.String for column in IDENTITY_COLUMNS}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _check(identity: Identity, known: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    for term in identity.terms:
        if term not in known:
            raise UnknownName("observation", term, known, f"identities.yml, {identity.id}")
    left, right = compute(identity, known), _figure(identity.right, known)
    numbers = {
        "left": left.value, "left_lower": left.lower, "left_upper": left.upper, "right": right.value,
        "right_lower": right.lower, "right_upper": right.upper, "difference": left.value - right.value,
    }  # fmt: skip
    return {
        "identity_id": identity.id, "kind": identity.kind, "label_en": identity.label_en,
        "label_zh": identity.label_zh, **{name: round(value, 6) for name, value in numbers.items()},
        "unit": str(known[identity.terms[-1]]["unit"]), "result": compare(left, right), "expected": identity.expected,
        "known": identity.known, "known_zh": identity.known_zh, "terms": " ".join(identity.terms),
        "source": identity.source,
    }  # fmt: skip


def compute(identity: Identity, known: Mapping[str, Mapping[str, Any]]) -> Figure:
    """Compute the left side of an identity from its printed figures."""
    parts, minus, of, of_minus = (
        [_figure(term, known) for term in terms]
        for terms in (identity.parts, identity.minus, identity.of, identity.of_minus)
    )
    if identity.kind == "granularity":
        return nearest_share(total(of, of_minus), _figure(identity.right, known))
    if not of:
        return total(parts, minus)
    ratio = divide(total(parts, minus), total(of, of_minus))
    shift = 100.0 if identity.kind == "change" else 0.0
    lower, upper = 100 * ratio.lower - shift, 100 * ratio.upper - shift
    return Figure(100 * ratio.value - shift, lower, upper, ratio.lower_closed, ratio.upper_closed)


def nearest_share(whole: Figure, share: Figure) -> Figure:
    """Return the share, in percent, nearest to a printed one that a whole number of `whole` units can have.

    94.3% of 134 sites is no whole number of sites. The test is that of Brown & Heathers, "The GRIM Test" (2017), for
    shares. Raises `ProjectError` unless the whole is known exactly.
    """
    if whole.lower != whole.upper or whole.value <= 0:
        raise ProjectError(f"the granularity of a share needs a whole that is known exactly, not {whole}.")
    middle = (share.lower + share.upper) / 2
    value = 100 * round(middle * whole.value / 100) / whole.value
    return Figure(value, value, value)


def total(plus: Iterable[Figure], minus: Iterable[Figure]) -> Figure:
    """Add figures and take others away; the bounds assume nothing about how the figures depend on each other."""
    terms = [*plus, *(Figure(-f.value, -f.upper, -f.lower, f.upper_closed, f.lower_closed) for f in minus)]
    return Figure(
        math.fsum(t.value for t in terms), math.fsum(t.lower for t in terms), math.fsum(t.upper for t in terms),
        all(t.lower_closed for t in terms), all(t.upper_closed for t in terms),
    )  # fmt: skip


def divide(part: Figure, whole: Figure) -> Figure:
    """Divide figures that are not negative; raises `ProjectError` where the whole may be zero."""
    if whole.lower <= 0 or part.lower < 0:
        raise ProjectError(f"a share needs a whole above zero and a part of at least zero, not {part} of {whole}.")
    return Figure(
        part.value / whole.value, part.lower / whole.upper, part.upper / whole.lower,
        part.lower_closed and whole.upper_closed, part.upper_closed and whole.lower_closed,
    )  # fmt: skip


def compare(left: Figure, right: Figure) -> str:
    """Tell whether two intervals share a number (`holds`), miss by one unit at most (`off_by_one`), or `disagree`."""
    gap = max(left.lower - right.upper, right.lower - left.upper)
    touching = abs(gap) <= _DUST and not _share_end(left, right)
    if gap <= _DUST and not touching:
        return "holds"
    return "off_by_one" if 0 < right.place >= gap - _DUST else "disagrees"


def _share_end(left: Figure, right: Figure) -> bool:
    """Tell whether intervals that touch at one point both hold it."""
    low, high = (left, right) if left.upper <= right.upper else (right, left)
    if abs(low.upper - high.lower) > _DUST:
        return True
    return low.upper_closed and high.lower_closed


def _figure(term: Term, known: Mapping[str, Mapping[str, Any]]) -> Figure:
    if not isinstance(term, str):
        return Figure(float(term), float(term), float(term))
    row = known[term]
    # A figure printed with 超过 or 近 has no last digit to be off by.
    place = 0.0 if row["comparator"] != "eq" else row["upper"] - row["lower"] or 1.0
    return Figure(row["value"], row["lower"], row["upper"], row["lower_closed"], row["upper_closed"], place)


def _identity(entry: Mapping[str, Any], file: str) -> Identity:
    place = f"{file}, {entry.get('id', 'an identity without id')}"
    if missing := sorted(_FIELDS - entry.keys()):
        raise ProjectError(f"{place}: lacks {', '.join(missing)}.")
    if unknown := sorted(entry.keys() - _FIELDS - _OPTIONAL):
        raise UnknownName("field", unknown[0], _FIELDS | _OPTIONAL, place)
    _check_words(entry, place)
    lists = {name: tuple(entry.get(name, [])) for name in ("parts", "minus", "of", "of_minus")}
    texts = {name: str(entry[name]) for name in ("id", "kind", "label_en", "label_zh", "source")}
    known = {name: str(entry.get(name, "")) for name in ("known", "known_zh")}
    return Identity(**lists, **texts, **known, right=entry["right"], expected=entry.get("expected", "holds"))


def _check_words(entry: Mapping[str, Any], place: str) -> None:
    """Refuse a kind or result that does not exist, a ratio without a whole, and a disagreement without a reason."""
    if entry["kind"] not in KINDS:
        raise UnknownName("kind", str(entry["kind"]), KINDS, place)
    expected = entry.get("expected", "holds")
    if expected not in RESULTS:
        raise UnknownName("result", str(expected), RESULTS, place)
    if (entry["kind"] in _RATIOS) != bool(entry.get("of")):
        raise ProjectError(f"{place}: 'of' belongs to {', '.join(_RATIOS)}, and to these only.")
    if (entry["kind"] == "granularity") == bool(entry.get("parts")):
        raise ProjectError(f"{place}: lacks parts, or is a granularity, which has none.")
    reasons = bool(entry.get("known")) and bool(entry.get("known_zh"))
    if (expected != "holds") != reasons:
        raise ProjectError(f"{place}: known and known_zh say why it is expected not to hold, and stand only then.")
