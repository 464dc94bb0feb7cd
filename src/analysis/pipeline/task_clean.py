"""Step: statements are corrected and cleaned, once the raw tables keep their rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product

from analysis.base import paths
from analysis.pipeline.layout import CODEBOOK, RAW_TABLES, staged


def task_clean(
    checked: Path = staged("checks-raw"),
    raw: dict[str, Path] = RAW_TABLES,
    corrections: Path = paths.RAW / "corrections.yml",
    codebook: list[Path] = CODEBOOK,
    observations: Annotated[Path, Product] = staged("cleaned"),
) -> None:
    """Clean all statements."""
    from analysis.base.bulletins import load_bulletins
    from analysis.base.codebook import load_codebook
    from analysis.base.tables import write_parquet
    from analysis.cleaning.corrections import apply_corrections, load_corrections
    from analysis.cleaning.statements import clean_statements, load_statements

    statements = apply_corrections(load_statements(raw["statements"]), load_corrections(corrections))
    write_parquet(clean_statements(statements, load_bulletins(raw["bulletins"]), load_codebook()), observations)
