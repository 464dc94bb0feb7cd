"""Tables on disk: each as CSV for people and as Parquet for programs, the same bytes at every run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


def write_parquet(table: pl.DataFrame, path: Path) -> None:
    """Write a table in one move, so that a broken run leaves the earlier file whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    table.write_parquet(draft)
    draft.replace(path)


def publish(staged: Path, final: Path) -> None:
    """Copy a checked table to where it is published, as `final`.parquet and `final`.csv."""
    import polars as pl

    table = pl.read_parquet(staged)
    write_parquet(table, final.with_suffix(".parquet"))
    draft = final.with_suffix(".draft")
    table.write_csv(draft)
    draft.replace(final.with_suffix(".csv"))


def significant(table: pl.DataFrame, digits: int = 6) -> pl.DataFrame:
    """Round all floats to `digits` significant digits, so that another processor's last bits do not show."""
    import polars as pl

    return table.with_columns(pl.selectors.float().round_sig_figs(digits))
