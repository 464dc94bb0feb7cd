"""Steps: checked tables are published, then the texts and pages of the report are made from them and rendered."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product

from analysis.base import paths
from analysis.pipeline.layout import CAPTIONS, CODEBOOK, NOTEBOOKS, TABLES, group, published, staged

GATE = [staged("checks-raw")] + ([] if paths.EDITION else [staged("checks-processed")])


def task_publish(
    gate: list[Path] = GATE,
    tables: dict[str, Path] = {name: staged(name) for name in TABLES},
    codebook: list[Path] = CODEBOOK,
    final: Annotated[list[Path], Product] = [
        published(name, suffix) for name in TABLES for suffix in ("csv", "parquet")
    ],
    package: Annotated[Path, Product] = paths.PROCESSED / "datapackage.json",
    manifest: Annotated[Path, Product] = paths.PROCESSED / "MANIFEST.sha256",
) -> None:
    """Copy the tables to `data/processed`, with their data package and checksums."""
    from analysis.base.files import write_manifest, write_whole
    from analysis.base.tables import publish
    from analysis.pages.package import describe_package

    for name, path in tables.items():
        publish(path, paths.PROCESSED / name)
    write_whole(package, describe_package(paths.PROCESSED, tables))
    write_manifest(manifest, [*final, package])


if not paths.EDITION:

    def task_readme(
        package: Path = paths.PROCESSED / "datapackage.json",
        tables: list[Path] = [published(name, "csv") for name in TABLES],
        raw: list[Path] = group("raw tables", sorted(paths.RAW.glob("*.csv"))),
        codebook: list[Path] = group("all of the codebook", sorted(paths.CODEBOOK.glob("*.csv"))),
        captions: list[Path] = CAPTIONS,
        notebooks: list[Path] = NOTEBOOKS,
        settings: list[Path] = [paths.ROOT / "pyproject.toml", paths.ROOT / "uv.lock"],
        source: list[Path] = group("source", sorted((paths.ROOT / "src").rglob("*.py"))),
        makefile: Path = paths.ROOT / "Makefile",
        readmes: Annotated[list[Path], Product] = [paths.ROOT / "README.md", paths.ROOT / "data" / "README.md"],
    ) -> None:
        """Bring the generated tables of the READMEs up to date."""
        from analysis.pages.readme import write_readme

        for readme in readmes:
            write_readme(readme)
