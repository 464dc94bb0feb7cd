"""Arithmetic that printed figures keep among themselves, and that nobody has written down yet: for a person to judge.

A figure inside an identity is watched: 38 of 52 slips of a digit were found there, 22 of 93 outside. Looked for are
sums of two or three counts and shares of two decimals, within one bulletin and one period. Some are chance (three
provinces that add up to what ministries run), so nothing is entered by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from analysis.base.tables import grouped
from analysis.checking.identities import Identity
from analysis.cleaning.observations import Observation

if TYPE_CHECKING:
    import polars as pl

_LEAST_PART, _LEAST_WHOLE, _MOST = 20, 300, 40  # below and beyond which chance would drown what holds
_SHARE_WIDTH = 0.011  # of a share with two decimals
_WHOLE = {"level": "all", "area": "CN", "entity": "", "method": ""}  # what a row that takes in all others has there


class Proposal(NamedTuple):
    """A sum or share that holds, as `identities.yml` writes it."""

    kind: str
    left: str
    right: str
    terms: frozenset[str]

    def __str__(self) -> str:
        return f"- kind: {self.kind}\n  left: {self.left}\n  right: {self.right}"


def propose(observations: Iterable[Observation], known: Collection[Identity]) -> list[Proposal]:
    """Return what holds within each bulletin, and is neither written down nor a sum for which another is."""
    found = [one for group in _groups(observations) for one in (*_sums(group), *_shares(group))]
    told = [frozenset(one.terms) for one in known]
    summed = {one.right.text for one in known if one.kind == "sum"}
    return [one for one in found if one.right not in summed and not any(terms >= one.terms for terms in told)]


def _groups(observations: Iterable[Observation]) -> Iterable[list[Observation]]:
    exact = (one for one in observations if not one.derived_from and one.quantity.comparator == "eq")
    return grouped(exact, lambda one: (one.bulletin_id, one.time_period)).values()


def _counts(group: Iterable[Observation]) -> list[Observation]:
    counts = [one for one in group if one.quantity.unit.startswith("count") and one.quantity.interval.exact]
    large = [one for one in counts if one.quantity.value >= _LEAST_PART]
    return sorted(large, key=lambda one: -one.quantity.value)[:_MOST]


def _sums(group: list[Observation]) -> Iterator[Proposal]:
    counts = _counts(group)
    for whole in (one for one in counts if one.quantity.value >= _LEAST_WHOLE):
        parts = [one for one in counts if one is not whole and one.quantity.unit == whole.quantity.unit]
        for some in (*combinations(parts, 2), *combinations(parts, 3)):
            if sum(one.quantity.value for one in some) == whole.quantity.value:
                names = [one.observation_id for one in some]
                terms = frozenset([*names, whole.observation_id])
                yield Proposal("sum", " + ".join(names), whole.observation_id, terms)


def _shares(group: list[Observation]) -> Iterator[Proposal]:
    counts = _counts(group)
    for share in (one for one in group if one.quantity.unit == "percent"):
        if 0 < share.quantity.interval.width < _SHARE_WIDTH:
            for whole, part in combinations(counts, 2):
                if 100 * part.quantity.value / whole.quantity.value in share.quantity.interval:
                    names = part.observation_id, whole.observation_id, share.observation_id
                    yield Proposal("share", f"100 * {names[0]} / {names[1]}", names[2], frozenset(names))


def misses(observed: pl.DataFrame) -> dict[str, str]:
    """Return, by the id of a whole, what its parts add up to where that is more than is printed, by one digit.

    Parts are all rows of its bulletin that differ from it in one respect alone, such as the level. Where they are less
    than the whole, a part may not be printed: twelve bulletins leave out the one portal of the province.
    """
    import polars as pl

    exact = pl.col("unit").str.starts_with("count") & (pl.col("lower") == pl.col("upper")) & (pl.col("value") >= 1)
    counts = observed.filter(exact, pl.col("comparator") == "eq", pl.col("derived_from") == "")
    size = pl.col("value").rank("ordinal", descending=True).over("bulletin_id", "time_period")
    counts, found = counts.filter(size <= _MOST), {}
    for side, whole in _WHOLE.items():
        alike = ("bulletin_id", "time_period", "indicator", *(name for name in _WHOLE if name != side))
        parts = counts.with_columns(total=pl.col("value").sum().over(alike) - pl.col("value"))
        more = parts.filter(pl.col(side) == whole, pl.col("total") > pl.col("value"))
        for name, total, value in more.select("observation_id", "total", "value").iter_rows():
            if one_digit_apart(f"{total:.0f}", f"{value:.0f}"):
                found[name] = f"its parts by {side} add up to {total:,.0f}, and {value:,.0f} is printed"
    return found


def one_digit_apart(one: str, other: str) -> bool:
    """Tell whether two numbers differ by one digit, or by two that are exchanged."""
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or not 0 < len(places) < 3:
        return False
    first, last = places[0], places[-1]
    return first == last or (last == first + 1 and (one[first], one[last]) == (other[last], other[first]))
