"""Steps: observations become series and estimates; sums are checked; each theme gets its slice."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pytask import Product

from analysis.base import paths
from analysis.base.codebook import read_table
from analysis.base.themes import TABLES as SLICED
from analysis.pipeline.layout import CODEBOOK, RAW_TABLES, slices, staged

BREAKS = paths.CODEBOOK / "breaks.csv"
DECISIONS = paths.RAW / "conflicts.yml"


def task_observe(
    cleaned: Path = staged("cleaned"),
    raw: dict[str, Path] = RAW_TABLES,
    observations: Annotated[Path, Product] = staged("observations"),
) -> None:
    """Add what follows from printed figures and what they rest on; in an edition, keep what was known at its end."""
    import polars as pl

    from analysis.base.bulletins import load_bulletins
    from analysis.base.codebook import read_rows
    from analysis.base.tables import write_parquet
    from analysis.cleaning.derived import add_derived
    from analysis.cleaning.evidence import add_evidence
    from analysis.reconciling.editions import as_of

    table = add_derived(pl.read_parquet(cleaned))
    table = add_evidence(table, read_rows(raw["statements"]), read_rows(raw["copies"]))
    if paths.EDITION:
        table = as_of(table, load_bulletins(raw["bulletins"]), int(paths.EDITION))
    write_parquet(table, observations)


def task_identities(
    observations: Path = staged("observations"),
    spec: Path = paths.RAW / "identities.yml",
    identities: Annotated[Path, Product] = staged("identities"),
) -> None:
    """Check that printed parts add up to printed totals."""
    import polars as pl

    from analysis.base.tables import write_parquet
    from analysis.checking.identities import identities as check_identities
    from analysis.checking.identities import load_identities

    table = pl.read_parquet(observations)
    entries = load_identities(spec)
    if paths.EDITION:
        known = set(table["observation_id"])
        entries = [entry for entry in entries if known >= set(entry.terms)]
    write_parquet(check_identities(table, entries), identities)


def task_reconcile(
    observations: Path = staged("observations"),
    statements: Path = RAW_TABLES["statements"],
    breaks: Path = BREAKS,
    decisions: Path = DECISIONS,
    codebook: list[Path] = CODEBOOK,
    series: Annotated[Path, Product] = staged("series"),
    conflicts: Annotated[Path, Product] = staged("conflicts"),
) -> None:
    """Make series, cut at breaks, and the table of conflicts."""
    import polars as pl

    from analysis.base.codebook import load_codebook
    from analysis.base.tables import write_parquet
    from analysis.citing.editions import conflicts_of_edition
    from analysis.cleaning.statements import load_statements
    from analysis.reconciling.breaks import load_breaks
    from analysis.reconciling.conflict_records import choices_of, load_conflict_records
    from analysis.reconciling.conflicts import build_conflicts
    from analysis.reconciling.series import build_series

    table, written, book = pl.read_parquet(observations), load_conflict_records(decisions), load_codebook()
    made = build_series(table, book, load_breaks(breaks), choices_of(written))
    write_parquet(made, series)
    found = build_conflicts(made, table, written, load_statements(statements), book)
    write_parquet(conflicts_of_edition(found, paths.EDITION) if paths.EDITION else found, conflicts)


def task_slices(
    tables: dict[str, Path] = {name: staged(name) for name in SLICED},
    statements: Path = RAW_TABLES["statements"],
    codebook: list[Path] = CODEBOOK,
    made: Annotated[list[Any], Product] = [slices(theme) for theme in read_table("themes")],
) -> None:
    """Cut the slices of themes, so that a notebook reruns only when its own themes change.

    Observations get their words as printed, which charts show: read from the whole table of statements, they made every
    notebook wait for every statement.
    """
    import polars as pl

    from analysis.base.codebook import load_codebook, read_rows
    from analysis.base.tables import write_parquet
    from analysis.base.themes import slice_path, slice_table

    whole, book = {name: pl.read_parquet(path) for name, path in tables.items()}, load_codebook()
    printed = pl.DataFrame(read_rows(statements)).select("statement_id", "printed")
    whole["observations"] = whole["observations"].join(printed, "statement_id", "left", maintain_order="left")
    for theme in book.themes:
        indicators = [name for name, entry in book.indicators.items() if entry.theme == theme]
        for name, table in whole.items():
            write_parquet(slice_table(table, theme, indicators), slice_path(theme, name))
