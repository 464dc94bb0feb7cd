"""Sensitivity: how far each headline number moves when bounds, sources, corrections or copies are varied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from analysis.charts.style import COLOURS, WIDTH, note_source

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.figure import Figure

Lang = Literal["en", "zh"]
REACH = 60.0  # percent of the headline that the chart shows; what lies beyond is an arrow
_WORDS = {
    "en": (
        "Change of the headline number, in percent of it",
        "stays",
        "leaves its interval or changes sign",
        "Each bar spans all variants; each dot is one. Arrows point beyond the chart.",
    ),
    "zh": (
        "主要估计值的变化（相对于该值的百分比）",
        "未超出",
        "超出区间或变号",
        "横条为全部变体的范围，每点为一种变体；箭头表示超出图幅。",
    ),
}


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


def draw_sensitivity(sensitivity: pl.DataFrame, estimates: pl.DataFrame, lang: Lang) -> Figure:
    """Draw, for each headline that has a value, its variants as percent of it."""
    import matplotlib.pyplot as plt

    headlines = [row for row in summarise(sensitivity, estimates).iter_rows(named=True) if row["value"]]
    figure, axes = plt.subplots(figsize=(WIDTH, 0.9 + 0.27 * max(len(headlines), 4)))
    words = _WORDS[lang]
    for place, row in enumerate(reversed(headlines)):
        changes = list(_changes(sensitivity, row))
        shown = [max(-REACH, min(REACH, change)) for change, _ in changes]
        if shown:
            axes.hlines(place, min(shown), max(shown), color=COLOURS["grey"], linewidth=3, alpha=0.5, zorder=1)
        for change, is_marked in changes:
            _draw_variant(axes, place, change, is_marked)
    axes.axvline(0, color=COLOURS["ink"], linewidth=0.8)
    axes.set_yticks(range(len(headlines)), [row[f"label_{lang}"] for row in reversed(headlines)], fontsize=7.5)
    axes.set_xlim(-REACH - 4, REACH + 4)
    axes.set_xlabel(words[0], fontsize=8.5)
    axes.grid(axis="x", color=COLOURS["grid"])
    axes.grid(visible=False, axis="y")
    for colour, marker, word in ((COLOURS["blue"], "o", words[1]), (COLOURS["orange"], "D", words[2])):
        axes.plot([], [], marker, color=colour, markersize=4, label=word)
    axes.tick_params(axis="x", labelsize=8.5)
    figure.legend(loc="outside upper left", ncols=2, fontsize=8)
    note_source(axes, words[3])
    return figure


def _changes(sensitivity: pl.DataFrame, headline: Mapping[str, Any]) -> Iterator[tuple[float, bool]]:
    """Return the change of each variant in percent of the headline, and whether it is marked."""
    for row in sensitivity.iter_rows(named=True):
        if row["headline_id"] == headline["headline_id"] and row["variant"] != "headline" and row["value"] is not None:
            change = 100 * (row["value"] - headline["value"]) / abs(headline["value"])
            yield change, bool(row["sign_changed"] or row["leaves_interval"])


def _draw_variant(axes: Any, place: int, change: float, is_marked: bool) -> None:  # noqa: ANN401 - Axes, imported late
    colour = COLOURS["orange"] if is_marked else COLOURS["blue"]
    if abs(change) > REACH:
        marker, at = (">", REACH + 1.5) if change > 0 else ("<", -REACH - 1.5)
    else:
        marker, at = ("D" if is_marked else "o"), change
    axes.plot([at], [place], marker, color=colour, markersize=4, alpha=0.9 if is_marked else 0.5, zorder=3)


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
