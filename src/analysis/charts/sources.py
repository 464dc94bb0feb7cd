"""Who printed the figures of a chart: the source line, and the columns of issuers for tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from analysis.base import paths
from analysis.base.codebook import Codebook, load_codebook, read_rows

if TYPE_CHECKING:
    import polars as pl

MOST_NAMES = 6
LINE = {"en": 118, "zh": 62}  # characters of a source line that fit the width of a chart
_COLUMNS = {"issuer": "issuer", "title": "bulletin_zh", "title_en": "bulletin_en"}


def name_issuers(
    observations: pl.DataFrame, bulletins: list[dict[str, str]] | None = None, codebook: Codebook | None = None
) -> pl.DataFrame:
    """Add the columns `issuer`, `issuer_en`, `issuer_zh`, `bulletin_en` and `bulletin_zh` to observations.

    A derived observation has no bulletin and so no issuer: its cells are empty.
    """
    import polars as pl

    rows = read_rows(paths.RAW / "bulletins.csv") if bulletins is None else bulletins
    issuers = (codebook or load_codebook()).issuers
    named = [
        {"bulletin_id": row["bulletin_id"], **{new: row[old] for old, new in _COLUMNS.items()}}
        | {f"issuer_{lang}": issuers.label(row["issuer"], lang) for lang in ("en", "zh")}
        for row in rows
    ]
    columns = ["bulletin_id", "issuer", "bulletin_zh", "bulletin_en", "issuer_en", "issuer_zh"]
    table = pl.DataFrame(named, schema=dict.fromkeys(columns, pl.String))
    joined = observations.join(table, on="bulletin_id", how="left", maintain_order="left")
    return joined.with_columns(pl.col(columns[1:]).fill_null(""))


def say_source(rows: Iterable[Mapping[str, Any]], lang: str) -> str:
    """Return the source line of a chart: its issuers by name where they are few, else how many there are."""
    names: dict[str, str] = {}
    for row in rows:
        if row.get("issuer"):
            names.setdefault(row["issuer"], row[f"issuer_{lang}"])
    if not names:
        return ""
    if len(names) > MOST_NAMES:
        many = "资料来源：{}个机构的通报和报告" if lang == "zh" else "Sources: bulletins of {} issuers"
        return many.format(len(names))
    head = "资料来源：" if lang == "zh" else ("Source: " if len(names) == 1 else "Sources: ")
    text = head + ("；" if lang == "zh" else "; ").join(names[key] for key in sorted(names))
    return "\n".join(wrap(text, LINE[lang]))


def rows_behind(points: Iterable[Mapping[str, Any]], observations: pl.DataFrame) -> list[dict[str, Any]]:
    """Return the observations that points of series rest on."""
    import polars as pl

    wanted = {name for point in points for name in str(point["observations"]).split()}
    return list(observations.filter(pl.col("observation_id").is_in(sorted(wanted))).iter_rows(named=True))
