"""How far two codings of the same statements agree, field by field, as they stood before anything was settled.

A bulletin's statements are coded alike, right or wrong: they are no independent draws, and an interval that took them
for such would be too narrow. The sample is of whole bulletins, so the interval is Wilson's at the effective sample
size, with Student's quantile for the number of bulletins (Korn and Graubard 1998). Where all agree no variance can be
seen, and the bulletins are counted instead of their statements; a sample with a difference never says more than one
without: 349 of 350 once had a lower end of 98.3 percent and 350 of 350 one of 94. Simulated, it holds the truth in 92
to 98 percent at the shares and likenesses that were found.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polars as pl

from analysis.base.codebook import Codebook, read_rows
from analysis.base.errors import ProjectError
from analysis.base.tables import records, to_table
from analysis.bounds.interval import Interval
from analysis.cleaning.statements import Statement, read_figure
from analysis.estimating.outcomes import LEVEL

CODES = ("unit", "time_period", "indicator", "area", "level", "method")
FIELDS = ("value", "bound", *CODES)
# The second coder was given the bare numerals: that values agree says nothing.
TOLD = ("bound", *CODES)
ANY = "all"
SETTLED = ("first", "second", "both", "neither")
WRONG = ("second", "neither")  # settled against the first coding
_CODED = ("printed", "qualifier", "time_period", "indicator", "area", "level", "method")


@dataclass(frozen=True, slots=True)
class SecondCoding:
    """One statement as the second coder read it, with the numeral given and the first coding unseen.

    `settled` says by field who was right where the two differed. `mended_from` keeps the first coder's word where the
    statement has been mended since: without it, agreement would grow with each mended row.
    """

    statement_id: str
    printed: str
    qualifier: str
    unit: str
    time_period: str
    indicator: str
    area: str
    level: str
    method: str
    settled: tuple[str, ...]
    mended_from: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two codings agree in a field (percent, with its interval), and who was right where they do not.

    `first` to `neither` count fields and are empty for all of them together, where a statement may count in several.
    `wrong` counts statements of which the first coding was wrong, in the field or in any, as percent `wrong_share`.
    """

    field: str
    n: int
    bulletins: int
    agree: int
    share: float
    lower: float
    upper: float
    kappa: float | None
    first: int | None
    second: int | None
    both: int | None
    neither: int | None
    wrong: int
    wrong_share: float
    wrong_lower: float
    wrong_upper: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Both readings of a statement, by field, and what was settled."""

    bulletin: str
    one: Mapping[str, object]
    other: Mapping[str, object]
    settled: Mapping[str, str]

    def agrees(self, field: str) -> bool:
        """Whether both say the same in a field, or in all of them."""
        return all(self.one[name] == self.other[name] for name in (FIELDS if field == ANY else (field,)))

    def first_wrong(self, field: str) -> bool:
        """Whether the first coding was found wrong in a field, or in any of them."""
        return any(word in WRONG for name, word in self.settled.items() if field in (name, ANY))


def load_second_coding(path: Path) -> list[SecondCoding]:
    """Read `second_coding.csv`."""
    return records(read_rows(path), SecondCoding)


def tabulate_agreement(
    codings: Iterable[SecondCoding], statements: Iterable[Statement], codebook: Codebook
) -> pl.DataFrame:
    """Compare both codings by field."""
    pairs = pair_codings(codings, statements, codebook)
    return to_table((_agreement(field, pairs) for field in (*TOLD, ANY)), Agreement)


def pair_codings(codings: Iterable[SecondCoding], statements: Iterable[Statement], codebook: Codebook) -> list[Pair]:
    """Set the codings of each statement side by side; one that cannot be read is a `ProjectError` with its row."""
    by_id, pairs = {statement.statement_id: statement for statement in statements}, []
    for row, coding in enumerate(codings, start=2):
        try:
            pairs.append(_pair(coding, by_id[coding.statement_id], codebook))
        except ProjectError as error:
            raise ProjectError(f"second_coding.csv, row {row} ({coding.statement_id}): {error}") from None
    return pairs


def share_of_clusters(agrees: Sequence[bool], clusters: Sequence[str]) -> Interval:
    """Return the interval of a share (percent) in a sample of whole clusters."""
    from statsmodels.stats.proportion import proportion_confint

    share = sum(agrees) / len(agrees)
    size = _effective_size(agrees, clusters)
    low, high = proportion_confint(share * size, size, alpha=1 - LEVEL, method="wilson")
    whole = len(set(clusters))
    sure = float(proportion_confint(whole, whole, alpha=1 - LEVEL, method="wilson")[0])
    return Interval(100 * min(float(low), sure, share), 100 * max(float(high), 1 - sure, share)).within(0, 100)


def _effective_size(agrees: Sequence[bool], clusters: Sequence[str]) -> float:
    """Return how many independent draws tell as much as the clusters do, at most as many as there are statements.

    The variance is the jackknife's, which leaves out one cluster at a time: uneven clusters hide part of it otherwise.
    """
    from scipy.stats import norm, t

    n, total = len(agrees), sum(agrees)
    parts: dict[str, list[bool]] = defaultdict(list)
    for agree, cluster in zip(agrees, clusters, strict=True):
        parts[cluster].append(agree)
    many = sum(map(len, parts.values())) ** 2 / sum(len(part) ** 2 for part in parts.values())
    left = [(total - sum(part)) / (n - len(part)) for part in parts.values()]
    # `sum` of floats has other last bits from Python 3.12 on.
    spread = math.fsum((one - total / n) ** 2 for one in left) * (len(left) - 1) / len(left)
    if total in (0, n):
        return float(len(parts))
    tail = (1 + LEVEL) / 2
    shrink = float(norm.ppf(tail) / t.ppf(tail, many - 1)) ** 2
    return (min(n, total / n * (1 - total / n) / spread) if spread else n) * shrink


def kappa(one: Sequence[object], other: Sequence[object]) -> float | None:
    """Return Cohen's kappa of two codings; None where both use a single code, so that chance explains all."""
    import numpy as np
    from statsmodels.stats.inter_rater import cohens_kappa, to_table

    codes = sorted({*map(str, one), *map(str, other)})
    if len(codes) == 1:
        return None
    places = np.array([[codes.index(str(code)) for code in pair] for pair in zip(one, other, strict=True)])
    return float(cohens_kappa(to_table(places, len(codes))[0], return_results=False))


def _agreement(field: str, pairs: Sequence[Pair]) -> Agreement:
    agrees = [pair.agrees(field) for pair in pairs]
    clusters = [pair.bulletin for pair in pairs]
    found = share_of_clusters(agrees, clusters)
    words = [pair.settled.get(field) for pair in pairs]
    counts = [None if field == ANY else words.count(word) for word in SETTLED]
    wrong = [pair.first_wrong(field) for pair in pairs]
    mistaken = share_of_clusters(wrong, clusters)
    alike = kappa([p.one[field] for p in pairs], [p.other[field] for p in pairs]) if field in CODES else None
    return Agreement(
        field, len(pairs), len(set(clusters)), sum(agrees), 100 * sum(agrees) / len(pairs), found.lower, found.upper,
        alike, *counts, sum(wrong), 100 * sum(wrong) / len(pairs), mistaken.lower, mistaken.upper,
    )  # fmt: skip


def _pair(coding: SecondCoding, statement: Statement, codebook: Codebook) -> Pair:
    """Set the first coding, as it was before it was mended, against the second."""
    before: dict[str, Any] = dict(part.split("=", 1) for part in coding.mended_from.split(" | ") if part)
    first = replace(statement, **before)
    second = replace(statement, **{name: getattr(coding, name) for name in _CODED}, unit_printed="")
    one = _read(first, codebook)
    settled = dict(part.split(":", 1) for part in coding.settled)
    pair = Pair(statement.bulletin_id, one, _read(second, codebook) | {"unit": coding.unit}, settled)
    _check_settled(pair)
    return pair


def _read(statement: Statement, codebook: Codebook) -> dict[str, object]:
    figure = read_figure(statement, codebook)
    codes = {name: getattr(statement, name) for name in CODES if name != "unit"}
    return {"value": figure.value, "bound": figure.interval, "unit": figure.unit, **codes}


def _check_settled(pair: Pair) -> None:
    """Refuse a difference that nothing settles: a statement was edited, or a row never looked at again."""
    differ = {field for field in FIELDS if not pair.agrees(field)}
    settled = {field for field, word in pair.settled.items() if word != "neither"}
    if differ != settled:
        fields = ", ".join(sorted(differ ^ settled))
        raise ProjectError(
            f"the codings and what is settled disagree on {fields}; say who was right in settled, and keep what the "
            "first coding said in mended_from where the statement was mended."
        )
