"""Tables on disk: each as CSV for people and as Parquet for programs, the same bytes at every run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


def write_table(table: pl.DataFrame, stem: Path) -> list[Path]:
    """Write `stem.csv` and `stem.parquet`, each in one move, so that a broken run leaves the earlier file whole."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    written = []
    for suffix, write in (("csv", table.write_csv), ("parquet", table.write_parquet)):
        final, draft = stem.with_suffix(f".{suffix}"), stem.with_suffix(f".{suffix}.draft")
        write(draft)
        draft.replace(final)
        written.append(final)
    return written


def significant(table: pl.DataFrame, digits: int = 6) -> pl.DataFrame:
    """Round all floats to `digits` significant digits, so that another processor's last bits do not show."""
    import polars as pl

    return table.with_columns(pl.selectors.float().round_sig_figs(digits))
