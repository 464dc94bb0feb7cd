"""Steps: the rules of `expectations/` over the raw tables, and over the processed ones before they are published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product, mark

from analysis.base import paths
from analysis.pipeline.layout import CAPTIONS, RAW, SUITES, TABLES, staged


@mark.try_first  # before the steps that read a raw file and wait for no table
def task_check_raw(
    raw: list[Path] = RAW,
    captions: list[Path] = CAPTIONS,
    suites: list[Path] = SUITES,
    results: Annotated[Path, Product] = staged("checks-raw"),
) -> None:
    """Check the raw files: their shape, their rows, and that whatever they name exists."""
    from analysis.pipeline.check import check_and_save

    check_and_save("raw", {}, results)


if not paths.EDITION:  # the tables of an edition are parts of tables that were checked whole

    def task_check_processed(
        tables: dict[str, Path] = {name: staged(name) for name in TABLES},
        raw: list[Path] = RAW,
        captions: list[Path] = CAPTIONS,
        suites: list[Path] = SUITES,
        results: Annotated[Path, Product] = staged("checks-processed"),
    ) -> None:
        """Check the processed tables where they wait to be published."""
        from analysis.pipeline.check import check_and_save

        check_and_save("processed", tables, results)
