"""Steps: raw tables are validated, and statements are cleaned into observations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product, task

from analysis import paths
from analysis.pipeline.layout import CODEBOOK_FILES, CONVENTIONS, RAW_TABLES, code, staged

CLEANING_CODE = code("bounds", "codebook", "errors", "cleaning")

for convention in CONVENTIONS:

    @task(id=convention)
    def task_clean(
        raw: dict[str, Path] = RAW_TABLES,
        corrections: Path = paths.RAW / "corrections.yml",
        codebook: list[Path] = CODEBOOK_FILES,
        program: list[Path] = CLEANING_CODE,
        convention: str = convention,
        observations: Annotated[Path, Product] = staged(f"observations-{convention}"),
    ) -> None:
        """Clean all statements under one convention for bounds."""
        from analysis.cleaning.corrections import apply_corrections, load_corrections
        from analysis.cleaning.statements import clean_statements
        from analysis.cleaning.tables import write_parquet
        from analysis.codebook import load_codebook, read_rows

        statements = apply_corrections(read_rows(raw["statements"]), load_corrections(corrections))
        cleaned = clean_statements(statements, read_rows(raw["bulletins"]), load_codebook(), convention)
        write_parquet(cleaned, observations)
