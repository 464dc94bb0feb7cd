"""Sensitivity: every headline number once more on varied data, from the statements on.

The variants: narrow and wide bounds; without corrections; without copies of medium or low confidence; without derived
and implied figures; each bulletin and each issuer left out in turn; and, for the decline, policy events a quarter of a
year earlier and later. A variant is marked where the number changes its sign or leaves the headline's interval.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.base.codebook import Codebook
from analysis.base.errors import ProjectError
from analysis.bounds.printed import Convention
from analysis.cleaning.corrections import Correction, apply_corrections
from analysis.cleaning.derived import derive_2018_panel
from analysis.cleaning.statements import clean_statements
from analysis.estimating.outcomes import CERTAIN, Estimate
from analysis.questions.evidence import Evidence, gather
from analysis.questions.registry import TOPICS, Topic
from analysis.questions.results import Result
from analysis.questions.sentences import columns_of
from analysis.questions.variants import variant_in_chinese
from analysis.reconciling.breaks import Break
from analysis.reconciling.editions import as_of
from analysis.reconciling.points import Choice
from analysis.reconciling.series import build_series

if TYPE_CHECKING:
    import polars as pl

BASE, PRINTED_ONLY = "headline", "printed figures only"
QUARTER = 0.25
SENSITIVITY_COLUMNS = (
    "headline_id theme variant variant_zh value lower upper n refused sign_changed leaves_interval note note_zh"
).split()
# Figures are equal where they agree to six significant digits, as the tables hold no more.
_TOLERANCE = 1e-6
_ROOM = 0.1

Row = dict[str, str]


@dataclass(frozen=True)
class Material:
    """Everything that the headline numbers are made from, as read from `data/raw`."""

    statements: Sequence[Row]
    bulletins: Sequence[Row]
    codebook: Codebook
    corrections: Sequence[Correction]
    breaks: Sequence[Break]
    choices: Mapping[str, Choice]
    edition: int | None = None

    def observe(self, convention: Convention = "standard", corrected: bool = True) -> pl.DataFrame:
        """Clean the statements once more; derived figures follow from what comes out."""
        import polars as pl

        rows = apply_corrections(self.statements, self.corrections if corrected else ())
        if not corrected:
            rows = [row for row in rows if row["statement_id"] not in self._unreadable]
        cleaned = clean_statements(rows, self.bulletins, self.codebook, convention)
        table = pl.concat([cleaned, derive_2018_panel(cleaned)]).sort("observation_id")
        return as_of(table, self.bulletins, self.edition) if self.edition else table

    def gather(self, observations: pl.DataFrame) -> Evidence:
        """Reconcile observations and gather the evidence."""
        series = build_series(observations, self.codebook, self.breaks, self.choices)
        return gather(series, observations)

    @cached_property
    def _unreadable(self) -> set[str]:
        """The statements that cannot be cleaned before their correction; without it they are left out."""
        changed = {change.statement for change in self.corrections}
        return {
            row["statement_id"] for row in self.statements if row["statement_id"] in changed and not self._cleans(row)
        }

    def _cleans(self, row: Row) -> bool:
        try:
            clean_statements(apply_corrections([row], ()), self.bulletins, self.codebook)
        except ProjectError:
            return False
        return True

    @cached_property
    def issuers(self) -> dict[str, str]:
        """The issuer of each bulletin."""
        return {row["bulletin_id"]: row["issuer"] for row in self.bulletins}


def run_sensitivity(material: Material, topics: Iterable[Topic] = TOPICS) -> pl.DataFrame:
    """Return the table `sensitivity`: each headline's own row and one row for each variant, sorted.

    Columns: `SENSITIVITY_COLUMNS`; `variant` is `headline` for the number itself. A variant in which the model is
    refused has no value and marks nothing; its `note` is the sentence.
    """
    import polars as pl

    from analysis.base.tables import significant

    standard = material.observe()
    shared = dict(_remakes(material, standard))
    rows: list[dict[str, object]] = []
    for topic in topics:
        if topic.headlines:
            rows += _vary(topic, material, standard, shared)
    floats = dict.fromkeys(("value", "lower", "upper"), pl.Float64)
    flags = dict.fromkeys(("refused", "sign_changed", "leaves_interval"), pl.Boolean)
    schema = {name: (floats | flags | {"n": pl.Int64}).get(name, pl.String) for name in SENSITIVITY_COLUMNS}
    own_first = pl.col("variant") != BASE
    return significant(pl.DataFrame(rows, schema=schema)).sort("headline_id", own_first, "variant")


def _remakes(material: Material, standard: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    """Return the variants that concern all topics: observations made in another way, or fewer of them."""
    import polars as pl

    yield "bounds: narrow", material.observe("narrow")
    yield "bounds: wide", material.observe("wide")
    if material.corrections:
        yield "without corrections", material.observe(corrected=False)
    yield "high confidence only", _keep(standard, standard["confidence"] == "high")
    yield PRINTED_ONLY, standard.filter(pl.col("status") != "E")


def _vary(
    topic: Topic, material: Material, standard: pl.DataFrame, shared: Mapping[str, pl.DataFrame]
) -> list[dict[str, object]]:
    """Run one topic on all its variants; a headline has those in which something behind it is left out or made anew."""
    own = _only(standard, topic)
    evidence = material.gather(own)
    base = _by_id(topic.estimate(evidence), topic)
    runs = {BASE: base}
    for name, observations in shared.items():
        varied = material.gather(_only(observations, topic))
        if name == PRINTED_ONLY:
            varied = replace(varied, implied=False)
        runs[name] = _by_id(topic.estimate(varied), topic)
    if topic.name == "decline":
        for name, shift in (("events a quarter earlier", -QUARTER), ("events a quarter later", QUARTER)):
            runs[name] = _by_id(topic.estimate(replace(evidence, event_shift=shift)), topic)
    behind = {name: _bulletins_behind(result, evidence) for name, result in base.items()}
    left_out: dict[str, set[str]] = {}
    for name, gone in _sources(set().union(*behind.values()), material.issuers):
        rest = _keep(own, ~own["bulletin_id"].is_in(sorted(gone)))
        runs[name], left_out[name] = _by_id(topic.estimate(material.gather(rest)), topic), gone
    return [
        _compare(headline, topic.theme, variant, found.get(headline), base.get(headline))
        for headline in topic.headlines
        for variant, found in runs.items()
        if variant == BASE or _concerns(base.get(headline), left_out.get(variant), behind.get(headline, set()))
    ]


def _concerns(main: Result | None, gone: set[str] | None, behind: set[str]) -> bool:
    """Tell whether a variant says something of a headline: it was estimated, and something behind it has changed."""
    return main is not None and main.estimate is not None and (gone is None or bool(gone & behind))


def _bulletins_behind(result: Result, evidence: Evidence) -> set[str]:
    return {evidence.bulletins[name] for name in result.inputs} - {""}


def _by_id(results: Iterable[Result], topic: Topic) -> dict[str, Result]:
    return {result.estimate_id: result for result in results if result.estimate_id in topic.headlines}


def _only(observations: pl.DataFrame, topic: Topic) -> pl.DataFrame:
    import polars as pl

    return observations.filter(pl.col("indicator").is_in(topic.indicators))


def _sources(bulletins: Iterable[str], issuers: Mapping[str, str]) -> Iterator[tuple[str, set[str]]]:
    """Name what is left out in turn: each bulletin, then all bulletins of each issuer of several."""
    by_issuer: dict[str, list[str]] = {}
    for bulletin in sorted(bulletins):
        yield f"without bulletin {bulletin}", {bulletin}
        by_issuer.setdefault(issuers.get(bulletin, ""), []).append(bulletin)
    for issuer, own in sorted(by_issuer.items()):
        if len(own) > 1:
            yield f"without issuer {issuer}", {name for name, other in issuers.items() if other == issuer}


def _keep(observations: pl.DataFrame, mask: pl.Series) -> pl.DataFrame:
    """Keep observations, and derived ones only where all that they follow from is kept."""
    import polars as pl

    gone = set(observations.filter(~mask)["observation_id"])
    rest = observations.filter(mask)
    whole = [not gone & set(str(names or "").split()) for names in rest["derived_from"]]
    return rest.filter(pl.Series(whole, dtype=pl.Boolean))


def _compare(headline: str, theme: str, variant: str, found: Result | None, base: Result | None) -> dict[str, object]:
    """Set a variant beside the headline."""
    row: dict[str, object] = {
        "headline_id": headline, "theme": theme, "variant": variant, "variant_zh": variant_in_chinese(variant), "n": 0,
        "refused": True, "sign_changed": False, "leaves_interval": False,
    }  # fmt: skip
    if found is None or found.estimate is None:
        sentence = found.refusal.sentence if found and found.refusal else "The model gives no such number here."
        return row | columns_of("note", sentence)
    e, main = found.estimate, base.estimate if base else None
    row |= {"value": _finite(e.value), "lower": _finite(e.lower), "upper": _finite(e.upper), "n": e.n, "refused": False}
    if main is not None:
        row |= {"sign_changed": e.value * main.value < 0, "leaves_interval": not _within(e.value, main)}
    return row | columns_of("note", e.warnings)


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _within(value: float, main: Estimate) -> bool:
    """Tell whether a value stays within the headline's interval, to the digits that the tables hold.

    An interval that follows from printed bounds alone (level 1) has no room for another choice of figures: there it
    counts as left when the number moves by more than a tenth of the headline beyond it.
    """
    slack = (_ROOM if main.level == CERTAIN else _TOLERANCE) * abs(main.value)
    return min(main.lower, main.value) - slack <= value <= max(main.upper, main.value) + slack
