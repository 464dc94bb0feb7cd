"""The table of conflicts: every written record and every conflict of the series, with values, bounds and the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.base.codebook import Codebook, load_codebook
from analysis.cleaning.statements import Statement
from analysis.reconciling.bounds_of import Row
from analysis.reconciling.decisions import Decision, Display, explain, sentence_of
from analysis.reconciling.display import show_observation

if TYPE_CHECKING:
    import polars as pl

CONFLICT_COLUMNS = (
    "conflict_id title_en title_zh handled rule indicator area level method period series_id observations printed "
    "values bounds chosen breaks explanation_en explanation_zh template_en template_zh"
).split()


def build_conflicts(
    series: pl.DataFrame, observations: pl.DataFrame, decisions: Iterable[Decision],
    statements: Iterable[Statement] = (), display: Display = show_observation,
    codebook: Codebook | None = None,
) -> pl.DataFrame:  # fmt: skip
    """Build the conflicts table, sorted by id.

    Written records come first in their own words; a series conflict that no record covers gets the id
    `conflict-{series_id}-{period}`, a title from the labels of the codebook (the project's own by default) and a
    sentence of its own. `statements` give the figures as printed. A record that needs an observation which is not
    there (an edition of an earlier year) is left out.
    """
    import polars as pl

    rows = {str(r["observation_id"]): r for r in observations.iter_rows(named=True)}
    printed = {statement.statement_id: statement.printed for statement in statements}
    written = [d for d in decisions if d.needed <= set(rows)]
    points = series.to_dicts()
    records = [_written(d, rows, printed, points, display) for d in written]
    covered = {name for d in written for name in d.statements}
    for point in points:
        names = f"{point['observations']} {point['alternatives']}".split()
        if point["status"] == "conflict" and not covered.issuperset(point["observations"].split()):
            records.append(_found(point, [rows[n] for n in names], printed, display, codebook or load_codebook()))
    schema = dict.fromkeys(CONFLICT_COLUMNS, pl.String)
    return pl.DataFrame(records, schema=schema).sort("conflict_id")


def _written(
    decision: Decision, rows: Mapping[str, Row], printed: Mapping[str, str], points: Sequence[Row], display: Display
) -> dict[str, str]:
    """Return the record of a written decision."""
    about = [rows[name] for name in decision.statements]
    own = {p["series_id"] for p in points if set(str(p["observations"]).split()) & set(decision.statements)}
    fields = {name: getattr(decision, name) or _common(about, name) for name in ("area", "level", "method")}
    # One indicator files the record under one theme.
    fields["indicator"] = decision.indicator or str(about[0]["indicator"])
    return {
        "conflict_id": decision.conflict_id, "title_en": decision.title_en, "title_zh": decision.title_zh,
        "handled": decision.handled, "rule": decision.rule, **fields,
        "period": decision.period or _common(about, "time_period"), "series_id": " ".join(sorted(map(str, own))),
        **_figures(about, printed, display), "chosen": decision.chosen, "breaks": " ".join(decision.breaks),
        "explanation_en": explain(decision, rows, "en", display),
        "explanation_zh": explain(decision, rows, "zh", display),
        "template_en": explain(decision, rows, "en", _named), "template_zh": explain(decision, rows, "zh", _named),
    }  # fmt: skip


def _named(row: Row, _lang: str) -> str:
    """Leave a figure as its id in braces, so that the report can link it to its card."""
    return f"{{{row['observation_id']}}}"


def _found(
    point: Row, about: Sequence[Row], printed: Mapping[str, str], display: Display, codebook: Codebook
) -> dict[str, str]:
    """Return the record of a conflict that the series show and no decision covers."""
    texts = {f"explanation_{lang}": sentence_of(about, lang, display) for lang in ("en", "zh")}
    return {
        "conflict_id": f"conflict-{point['series_id']}-{point['time_period']}".lower().replace("_", "-"),
        **{f"title_{lang}": _title(point, codebook, lang) for lang in ("en", "zh")},
        "handled": "conflict", "rule": str(point["rule"]),
        **{name: str(point[name]) for name in ("indicator", "area", "level", "method")},
        "period": str(point["time_period"]), "series_id": str(point["series_id"]), **_figures(about, printed, display),
        "chosen": "", "breaks": "", **texts,
        "template_en": texts["explanation_en"], "template_zh": texts["explanation_zh"],
    }  # fmt: skip


def _title(point: Row, codebook: Codebook, lang: str) -> str:
    """Return what a point of a series is about, in words: indicator, area, level and period."""
    tables = (codebook.indicators, codebook.areas, codebook.levels)
    names = [str(point[name]) for name in ("indicator", "area", "level")]
    labels = [table.label(name, lang) for table, name in zip(tables, names, strict=True) if name]
    return ("，" if lang == "zh" else ", ").join([*labels, str(point["time_period"])])


def _figures(about: Sequence[Row], printed: Mapping[str, str], display: Display) -> dict[str, str]:
    """Return ids, printed figures, values and bounds of the statements, each list in the same order."""
    return {
        "observations": " ".join(str(r["observation_id"]) for r in about),
        "printed": "; ".join(printed.get(str(r["statement_id"]), display(r, "zh")) for r in about),
        "values": "; ".join(f"{float(r['value']):g}" if r["value"] % 1 else f"{r['value']:.0f}" for r in about),
        "bounds": "; ".join(_bounds(r) for r in about),
    }


def _bounds(row: Row) -> str:
    left, right = "[" if row["lower_closed"] else "(", "]" if row["upper_closed"] else ")"
    return f"{left}{row['lower']:.12g}, {row['upper']:.12g}{right}"


def _common(about: Sequence[Row], field: str) -> str:
    """Return what the statements share in a field, or all they say with spaces between."""
    return " ".join(sorted({str(row[field]) for row in about if row[field]}))
