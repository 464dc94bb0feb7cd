"""The table of conflicts: every written record and every conflict of the series, with values, bounds and the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from analysis.base.codebook import Codebook
from analysis.base.tables import records, text_table
from analysis.cleaning.observations import Observation
from analysis.cleaning.statements import Statement
from analysis.reconciling.conflict_records import ConflictRecord
from analysis.reconciling.conflict_texts import explain, leave_open, sentence_of
from analysis.reconciling.series import SeriesPoint
from analysis.words.catalogue import LANGS, Lang, say_list

CONFLICT_COLUMNS = (
    "conflict_id", *(f"title_{lang}" for lang in LANGS),
    *"handled rule indicator area level method period series_id observations printed values bounds".split(),
    "chosen", "breaks", *(f"{text}_{lang}" for text in ("explanation", "template") for lang in LANGS),
)  # fmt: skip


def build_conflicts(
    series: pl.DataFrame, observations: pl.DataFrame, written: Iterable[ConflictRecord],
    statements: Iterable[Statement], codebook: Codebook,
) -> pl.DataFrame:  # fmt: skip
    """Build the conflicts table, sorted by id.

    Written records come first in their own words; a series conflict that no record covers gets the id
    `conflict-{series_id}-{period}`, a title from the labels of the codebook and a sentence of its own. `statements`
    give the figures as printed. A record that needs an observation which is not there (an edition of an earlier year)
    is left out.
    """
    known = {one.observation_id: one for one in records(observations, Observation)}
    printed = {statement.statement_id: statement.printed for statement in statements}
    points = records(series, SeriesPoint)
    usable = [record for record in written if record.needed <= known.keys()]
    rows = [_written(record, known, printed, points) for record in usable]
    covered = {name for record in usable for name in record.statements}
    for point in points:
        if point.status == "conflict" and not covered.issuperset(point.observations):
            about = [known[name] for name in (*point.observations, *point.alternatives)]
            rows.append(_found(point, about, printed, codebook))
    return text_table(rows, CONFLICT_COLUMNS, {}).sort("conflict_id")


def _written(
    record: ConflictRecord, known: Mapping[str, Observation], printed: Mapping[str, str], points: Iterable[SeriesPoint]
) -> dict[str, str]:
    about = [known[name] for name in record.statements]
    own = {point.series_id for point in points if not set(record.statements).isdisjoint(point.observations)}
    return {
        "conflict_id": record.conflict_id, "handled": record.handled, "rule": record.rule,
        # One indicator files the record under one theme.
        "indicator": record.indicator or about[0].indicator,
        **{name: getattr(record, name) or _common(about, name) for name in ("area", "level", "method")},
        "period": record.period or _common(about, "time_period"), "series_id": " ".join(sorted(own)),
        **_figures(about, printed), "chosen": record.chosen, "breaks": " ".join(record.breaks),
        **{f"title_{lang}": record.titles[lang] for lang in LANGS},
        **{f"explanation_{lang}": explain(record, known, lang) for lang in LANGS},
        **{f"template_{lang}": explain(record, known, lang, leave_open) for lang in LANGS},
    }  # fmt: skip


def _found(
    point: SeriesPoint, about: Sequence[Observation], printed: Mapping[str, str], codebook: Codebook
) -> dict[str, str]:
    """Return the row of a conflict that the series show and no record covers."""
    return {
        "conflict_id": f"conflict-{point.series_id}-{point.time_period}".lower().replace("_", "-"),
        "handled": "conflict", "rule": point.rule,
        **{name: getattr(point, name) for name in ("indicator", "area", "level", "method")},
        "period": point.time_period, "series_id": point.series_id, **_figures(about, printed), "chosen": "",
        "breaks": "", **{f"title_{lang}": _title(point, codebook, lang) for lang in LANGS},
        **{f"{text}_{lang}": sentence_of(about, lang) for text in ("explanation", "template") for lang in LANGS},
    }  # fmt: skip


def _title(point: SeriesPoint, codebook: Codebook, lang: Lang) -> str:
    named = ((codebook.indicators, point.indicator), (codebook.areas, point.area), (codebook.levels, point.level))
    parts = [*(table.label(name, lang) for table, name in named if name), point.time_period]
    return say_list(parts, lang)


def _figures(about: Sequence[Observation], printed: Mapping[str, str]) -> dict[str, str]:
    """Return ids, printed figures (a dash for a derived one), values and bounds, each list in the same order."""
    values = [one.quantity.value for one in about]
    return {
        "observations": " ".join(one.observation_id for one in about),
        "printed": "; ".join(printed.get(one.statement_id, "–") for one in about),
        "values": "; ".join(f"{value:g}" if value % 1 else f"{value:.0f}" for value in values),
        "bounds": "; ".join(str(one.quantity.interval) for one in about),
    }


def _common(about: Iterable[Observation], field: str) -> str:
    """Return what the observations share in a field, or all they say with spaces between."""
    return " ".join(sorted({str(getattr(one, field)) for one in about if getattr(one, field)}))
