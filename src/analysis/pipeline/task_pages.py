"""Steps: executed notebooks become pages of the site, and an edition gets its own trimmed sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product

from analysis.base import paths
from analysis.base.files import write_zip
from analysis.pages.csvw import METADATA
from analysis.pages.explore import ARCHIVE, DATA, FILES, WHOLE
from analysis.pipeline.layout import CODEBOOK, NOTEBOOKS, RAW_TABLES, TABLES, group, published
from analysis.pipeline.task_numbers import DRAFTS, EXHIBITS, SOURCES, TODAY, WRITTEN
from analysis.words.catalogue import LANGS

EXPLORE = group("explore", (paths.REPORTS / "explore" / name for name in (*FILES, *DATA, *WHOLE)))
EXPLORE_PAGES = group("pages to explore", (paths.GENERATED / f"explore.{lang}.md" for lang in LANGS))

ARCHIVED = paths.REPORTS / "explore" / ARCHIVE


def task_notebook_pages(
    executed: list[Path] = [paths.BUILD / "notebooks" / source.name for source in NOTEBOOKS],
    exhibits: Path = published("exhibits"),
    pages: Annotated[list[Path], Product] = [paths.REPORTS / "notebooks" / source.name for source in NOTEBOOKS],
) -> None:
    """Put the executed notebooks where the site finds them."""
    import polars as pl

    from analysis.base.files import write_whole
    from analysis.citing.editions import notebook_of_edition
    from analysis.pages.includes import caption_of
    from analysis.renderer.notebooks import notebook_page

    figures = pl.read_parquet(exhibits).filter(kind="figure")
    alts = dict(figures.select("exhibit_id", "alt_en").iter_rows())
    captions = {row["exhibit_id"]: caption_of(row, LANGS[0]) for row in figures.iter_rows(named=True)}
    for notebook, page in zip(executed, pages, strict=True):
        made = notebook_page(notebook, alts, captions)
        write_whole(page, notebook_of_edition(made, paths.EDITION) if paths.EDITION else made)


def task_explore(
    tables: dict[str, Path] = {name: published(name) for name in ("observations", "numbers", "series", "conflicts")},
    whole: list[Path] = [paths.PROCESSED / name for name in WHOLE],
    raw: dict[str, Path] = RAW_TABLES,
    codebook: list[Path] = CODEBOOK,
    breaks: Path = paths.CODEBOOK / "breaks.csv",
    project: Path = paths.ROOT / "CITATION.cff",
    files: Annotated[list[Path], Product] = EXPLORE,
    pages: Annotated[list[Path], Product] = EXPLORE_PAGES,
) -> None:
    """Write the data of the page to explore the record, and what it loads."""
    import polars as pl

    from analysis.pages.explore import write_explore

    read = {name: pl.read_parquet(path) for name, path in tables.items()}
    write_explore(read, paths.PROCESSED, paths.REPORTS / "explore", paths.GENERATED)


def task_archive(
    tables: list[Path] = [published(name, "csv") for name in TABLES],
    package: Path = paths.PROCESSED / "datapackage.json",
    exhibits: list[Path] = EXHIBITS,
    metadata: Path = paths.EXHIBITS / METADATA,
    archive: Annotated[Path, Product] = ARCHIVED,
) -> None:
    """Put all published tables and the data of all exhibits into one zip."""
    data = [path for path in exhibits if path.suffix == ".csv"]
    files = (*tables, package, *data, metadata)
    write_zip(archive, {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files})


if paths.EDITION:

    def task_edition(
        written: list[Path] = WRITTEN,
        observations: Path = published("observations"),
        today: dict[str, Path] = TODAY,
        drafts: list[list[Path]] = DRAFTS,
        pages: Annotated[list[Path], Product] = SOURCES,
    ) -> None:
        """Copy the report's sources without what was not known at the end of the edition's year."""
        from analysis.citing.editions import load_known, write_edition

        known = load_known(observations, today, paths.DRAFTS, paths.EDITION)
        write_edition(dict(zip(written, pages, strict=True)), known)
