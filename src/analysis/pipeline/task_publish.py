"""Steps: checked tables are published, then the texts and pages of the report are made from them and rendered."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product

from analysis import paths
from analysis.pipeline.layout import CODEBOOK_FILES, TABLES, code, published, staged

GATE = [staged("checks-raw")] + ([] if paths.EDITION else [staged("checks-processed")])


def task_publish(
    gate: list[Path] = GATE,
    tables: dict[str, Path] = {name: staged(name) for name in TABLES},
    program: list[Path] = code("cleaning.tables", "citing.package"),
    codebook: list[Path] = CODEBOOK_FILES,
    final: Annotated[list[Path], Product] = [
        published(name, suffix) for name in TABLES for suffix in ("csv", "parquet")
    ],
    package: Annotated[Path, Product] = paths.PROCESSED / "datapackage.json",
    manifest: Annotated[Path, Product] = paths.PROCESSED / "MANIFEST.sha256",
) -> None:
    """Copy the tables to `data/processed`, with their data package and checksums."""
    from analysis.citing.package import describe_package, write_manifest
    from analysis.cleaning.tables import publish

    for name, path in tables.items():
        publish(path, paths.PROCESSED / name)
    package.write_text(describe_package(paths.PROCESSED, TABLES), encoding="utf-8")
    write_manifest(manifest, [*final, package])
