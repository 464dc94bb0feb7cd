"""Steps: models are estimated, and every headline number once more on varied data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product, mark

from analysis.base import paths
from analysis.pipeline.layout import CODEBOOK, RAW_TABLES, staged
from analysis.pipeline.task_series import BREAKS, DECISIONS


def task_estimate(
    series: Path = staged("series"),
    observations: Path = staged("observations"),
    codebook: list[Path] = CODEBOOK,
    estimates: Annotated[Path, Product] = staged("estimates"),
    curves: Annotated[Path, Product] = staged("curves"),
) -> None:
    """Estimate all models, and evaluate them over time for charts: what both fit is fitted once."""
    import polars as pl

    from analysis.base.codebook import load_codebook
    from analysis.base.tables import write_parquet
    from analysis.questions.curves import tabulate_curves
    from analysis.questions.registry import estimate_all

    tables = pl.read_parquet(series), pl.read_parquet(observations)
    write_parquet(estimate_all(*tables, load_codebook()), estimates)
    write_parquet(tabulate_curves(*tables), curves)


def task_implied(
    observations: Path = staged("observations"),
    implied: Annotated[Path, Product] = staged("implied"),
) -> None:
    """Compute the figures that printed ones imply."""
    import polars as pl

    from analysis.base.tables import write_parquet
    from analysis.questions.implied import tabulate_implied

    write_parquet(tabulate_implied(pl.read_parquet(observations)), implied)


@mark.try_first  # takes longest
def task_sensitivity(
    raw: dict[str, Path] = RAW_TABLES,
    corrections: Path = paths.RAW / "corrections.yml",
    breaks: Path = BREAKS,
    decisions: Path = DECISIONS,
    codebook: list[Path] = CODEBOOK,
    sensitivity: Annotated[Path, Product] = staged("sensitivity"),
) -> None:
    """Estimate the headline numbers under other bounds, sources, dates and copies.

    It runs beside the check of the raw tables, which alone would leave a processor idle; what that finds is said first.
    """
    from analysis.base.bulletins import load_bulletins
    from analysis.base.codebook import load_codebook
    from analysis.base.tables import write_parquet
    from analysis.cleaning.corrections import load_corrections
    from analysis.cleaning.statements import load_statements
    from analysis.questions.material import Material
    from analysis.questions.sensitivity import run_sensitivity
    from analysis.reconciling.breaks import load_breaks
    from analysis.reconciling.conflict_records import choices_of, load_conflict_records

    material = Material(
        load_statements(raw["statements"]), load_bulletins(raw["bulletins"]), load_codebook(),
        load_corrections(corrections), load_breaks(breaks), choices_of(load_conflict_records(decisions)),
        int(paths.EDITION) if paths.EDITION else None,
    )  # fmt: skip
    write_parquet(run_sensitivity(material), sensitivity)


def task_agreement(
    second: Path = paths.RAW / "second_coding.csv",
    statements: Path = RAW_TABLES["statements"],
    codebook: list[Path] = CODEBOOK,
    agreement: Annotated[Path, Product] = staged("agreement"),
) -> None:
    """Compare the second coding of a sample with the first."""
    from analysis.base.codebook import load_codebook
    from analysis.base.tables import write_parquet
    from analysis.cleaning.statements import load_statements
    from analysis.estimating.agreement import load_second_coding, tabulate_agreement

    codings = load_second_coding(second)
    write_parquet(tabulate_agreement(codings, load_statements(statements), load_codebook()), agreement)
