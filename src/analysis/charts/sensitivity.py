"""Sensitivity: how far each headline number moves when bounds, sources, corrections or copies are varied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl


def summarise(sensitivity: pl.DataFrame, estimates: pl.DataFrame) -> pl.DataFrame:
    """Return one row per headline: its value and interval, the range over all variants, and the marked variants.

    Columns: headline_id, label_en, label_zh, value, lower, upper, lowest, highest, variants, refused, marked_en,
    marked_zh (names).
    """
    import polars as pl

    marked = pl.col("sign_changed").fill_null(False) | pl.col("leaves_interval").fill_null(False)
    own = sensitivity.filter(pl.col("variant") == "headline").select("headline_id", "value", "lower", "upper")
    ranges = (
        sensitivity.filter(pl.col("variant") != "headline")
        .group_by("headline_id")
        .agg(
            pl.col("value").min().alias("lowest"),
            pl.col("value").max().alias("highest"),
            pl.len().alias("variants"),
            pl.col("refused").fill_null(False).sum().alias("refused"),
            pl.col("variant").filter(marked).sort().str.join("; ").alias("marked_en"),
            pl.col("variant_zh").sort_by("variant").filter(marked.sort_by("variant")).str.join("；").alias("marked_zh"),
        )
    )
    labels = estimates.select(pl.col("estimate_id").alias("headline_id"), "label_en", "label_zh", "unit")
    return own.join(ranges, on="headline_id").join(labels, on="headline_id").sort("headline_id")


def sensitivity_table(sensitivity: pl.DataFrame, estimates: pl.DataFrame) -> pl.DataFrame:
    """Return the summary with numbers as text, for the report."""
    import polars as pl

    rows = [_row_of(row) for row in summarise(sensitivity, estimates).iter_rows(named=True) if row["value"] is not None]
    return pl.DataFrame(rows, infer_schema_length=None)


def _row_of(row: Mapping[str, Any]) -> dict[str, object]:
    from analysis.words.phrases import say_ends, say_estimate

    unit, texts = row["unit"], {}
    for lang in ("en", "zh"):
        texts[f"value_{lang}"] = say_estimate(row["value"], unit, lang)
        texts[f"interval_{lang}"] = say_ends(row["lower"], row["upper"], unit, lang)
        texts[f"range_{lang}"] = (
            say_ends(row["lowest"], row["highest"], unit, lang) if row["lowest"] is not None else "–"
        )
    names = {name: row[name] for name in ("headline_id", "label_en", "label_zh", "variants")}
    marked = {f"marked_{lang}": row[f"marked_{lang}"] or "–" for lang in ("en", "zh")}
    return {**names, **texts, **marked}
