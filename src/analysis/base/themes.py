"""Themes: each notebook reads only the slice of the tables that its themes need.

So a changed statement reruns the notebooks of its theme and leaves the others alone.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.codebook import read_rows, read_table
from analysis.base.errors import ProjectError
from analysis.base.tables import read_parquet

if TYPE_CHECKING:
    import polars as pl

SLICES = paths.BUILD / "themes"


@dataclass(frozen=True)
class Theme:
    """The tables of one or several themes, in the columns of `data/processed`."""

    observations: pl.DataFrame
    series: pl.DataFrame
    estimates: pl.DataFrame
    curves: pl.DataFrame
    implied: pl.DataFrame
    conflicts: pl.DataFrame


TABLES = tuple(field.name for field in fields(Theme))


def slice_path(theme: str, table: str) -> Path:
    """Return where the slice of a table for a theme is kept."""
    return SLICES / f"{table}-{theme}.parquet"


def slice_table(table: pl.DataFrame, theme: str, indicators: list[str]) -> pl.DataFrame:
    """Return the rows of one theme: by the column `theme` where a table has one, else by `indicator`."""
    import polars as pl

    if "theme" in table.columns:
        return table.filter(pl.col("theme") == theme)
    return table.filter(pl.col("indicator").is_in(indicators))


def load_theme(*themes: str) -> Theme:
    """Load the slices of one or several themes, of all without a name; rows are sorted as in the full tables.

    Raises `ProjectError` where the pipeline has not made them yet.
    """
    import polars as pl

    known = read_table("themes")
    themes = themes or tuple(known)
    for theme in themes:
        known.require(theme)
    tables = {}
    for table in TABLES:
        tables[table] = pl.concat([_read_made(slice_path(theme, table)) for theme in themes])
    return Theme(**tables)


def _read_made(path: Path) -> pl.DataFrame:
    if not path.exists():
        raise ProjectError(f"{path.name} is not there yet: run `bulletins run` once before the notebooks.")
    return read_parquet(path)


def load_table(name: str) -> pl.DataFrame:
    """Load a whole table as the pipeline made it, or a raw one by its name (`statements`), every cell a text."""
    import polars as pl

    path = table_path(name)
    return pl.DataFrame(read_rows(path)) if path.parent == paths.RAW else _read_made(path)


def table_path(name: str) -> Path:
    """Return where a whole table is kept, a raw one or one that the pipeline made."""
    raw = paths.RAW / f"{name}.csv"
    return raw if raw.exists() else paths.STAGE / f"{name}.parquet"
