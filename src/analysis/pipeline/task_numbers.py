"""Steps: the table of numbers, the table of exhibits, and the texts of the report that are made from them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product, mark, task

from analysis.base import paths
from analysis.charts.exhibits import exhibits_of, files_of
from analysis.pages.csvw import METADATA
from analysis.pages.folders import FOLDERS
from analysis.pipeline.layout import CAPTIONS, CODEBOOK, NOTEBOOKS, RAW_TABLES, drafts, group, published, staged, whole
from analysis.words.catalogue import LANGS

EXHIBIT_IDS = exhibits_of()
DRAFTS = [drafts(path.stem, exhibits) for path in NOTEBOOKS if (exhibits := exhibits_of(path.stem))]
# Pages and settings in the report's folder and in that of each language, and what styles and cites them.
PATTERNS = [f"{folder}{kind}" for folder in ("", *(f"{lang}/" for lang in LANGS)) for kind in ("*.qmd", "_*.yml")]
WRITTEN = sorted(
    path
    for pattern in (*PATTERNS, "*.css", "*.js", "*.lua", "*.typ", "*.scss", "*.bib", "*.csl")
    for path in paths.SOURCES.glob(pattern)
    if path.name != "_variables.yml"
)
SOURCES = group("sources", (paths.REPORTS / path.relative_to(paths.SOURCES) for path in WRITTEN))
PROSE = sorted([*paths.SOURCES.glob("*.qmd"), *paths.SOURCES.glob("*/*.qmd")])
PROJECT = [paths.ROOT / "CITATION.cff", paths.SOURCES / "_quarto.yml"]  # its name and version, its address
PAGES = (
    "numbers", "cited", "bulletins", "rules", "breaks", "models", "refusals", "validation", "conflicts", "identities",
    "changes", "cite", "dataset",
)  # fmt: skip
GENERATED = group("generated pages", (paths.GENERATED / f"{name}.{lang}.md" for name in PAGES for lang in LANGS))
INCLUDES = group("includes", (paths.EXHIBITS / f"_{exhibit}.{lang}.md" for exhibit in EXHIBIT_IDS for lang in LANGS))
# The pages of numbers, which take longer than all others, and those: two steps, so that two processors write them.
PERMANENT = {
    name: whole(*(paths.REPORTS / kind for kind in FOLDERS if (kind == "n") == (name == "numbers")))
    for name in ("numbers", "others")
}
EXHIBITS = group("exhibits", (paths.EXHIBITS / file for exhibit in EXHIBIT_IDS for file in files_of(exhibit)))
# What an edition is held against: the numbers and exhibits of the report of today.
TODAY = {name: paths.ROOT / "data" / "processed" / f"{name}.parquet" for name in ("numbers", "exhibits")}
TODAY = TODAY if paths.EDITION else {}

KEPT = group("kept releases", sorted(p for p in (paths.ROOT / "data" / "releases").rglob("*.*") if p.is_file()))


def task_numbers(
    observations: Path = staged("observations"),
    estimates: Path = staged("estimates"),
    identities: Path = staged("identities"),
    codebook: list[Path] = CODEBOOK,
    numbers: Annotated[Path, Product] = staged("numbers"),
) -> None:
    """Give every observation and estimate its display text."""
    import polars as pl

    from analysis.base.codebook import load_codebook
    from analysis.base.tables import write_parquet
    from analysis.checking.identities import held_exactly
    from analysis.citing.numbers import make_numbers

    themes = {name: entry.theme for name, entry in load_codebook().indicators.items()}
    held = held_exactly(pl.read_parquet(identities))
    write_parquet(make_numbers(pl.read_parquet(observations), pl.read_parquet(estimates), themes, held), numbers)


def task_exhibits(
    numbers: Path = staged("numbers"),
    records: list[list[Path]] = DRAFTS,
    captions: list[Path] = CAPTIONS,
    codebook: list[Path] = CODEBOOK,
    register: Path = RAW_TABLES["bulletins"],
    observations: Path = staged("observations"),
    today: dict[str, Path] = TODAY,
    exhibits: Annotated[Path, Product] = staged("exhibits"),
) -> None:
    """Fill captions and alt texts with numbers and sources."""
    import polars as pl

    from analysis.base.tables import write_parquet
    from analysis.citing.captions import load_exhibits
    from analysis.citing.editions import load_known
    from analysis.citing.exhibits import make_exhibits

    known = load_known(observations, today, paths.DRAFTS, paths.EDITION) if paths.EDITION else None
    write_parquet(make_exhibits(load_exhibits(), paths.DRAFTS, pl.read_parquet(numbers), known), exhibits)


def task_texts(
    tables: dict[str, Path] = {
        name: published(name)
        for name in ("numbers", "observations", "estimates", "exhibits", "conflicts", "identities")
    },
    breaks: Path = paths.CODEBOOK / "breaks.csv",
    kept: list[Path] = KEPT,
    prose: list[Path] = PROSE,
    shown: list[Path] = SOURCES,
    project: list[Path] = PROJECT,
    checks: list[Path] = [staged("checks-raw")] + ([] if paths.EDITION else [staged("checks-processed")]),
    slips: Path = paths.EXPECTATIONS / "mutations.csv",
    records: list[list[Path]] = DRAFTS,
    raw: dict[str, Path] = RAW_TABLES,
    codebook: list[Path] = CODEBOOK,
    variables: Annotated[Path, Product] = paths.REPORTS / "_variables.yml",
    pages: Annotated[list[Path], Product] = GENERATED,
    bibliography: Annotated[Path, Product] = paths.GENERATED / "bulletins.json",
    includes: Annotated[list[Path], Product] = INCLUDES,
    lists: Annotated[list[Path], Product] = [
        paths.EXHIBITS / name for name in ("README.md", "MANIFEST.sha256", METADATA)
    ],
    files: Annotated[list[Path], Product] = EXHIBITS,
) -> None:
    """Write what the pages of the report include: variables, generated pages, exhibits."""
    import polars as pl

    from analysis.pages.texts import write_texts

    read = {name: pl.read_parquet(path) for name, path in tables.items()}
    results = pl.concat([pl.read_parquet(path) for path in checks])
    write_texts(read, results, prose, paths.DRAFTS, paths.REPORTS)


for name, folders in PERMANENT.items():

    @mark.try_first  # takes longest of what is left
    @task(id=name)
    def task_permanent(
        tables: list[Path] = [
            published(name)
            for name in ("numbers", "observations", "estimates", "series", "exhibits", "conflicts", "sensitivity")
        ],
        raw: dict[str, Path] = RAW_TABLES,
        codebook: list[Path] = CODEBOOK,
        shown: list[Path] = SOURCES,
        project: list[Path] = [*PROJECT, paths.ROOT / "CHANGELOG.md"],
        kept: list[Path] = KEPT,
        pages: Annotated[list[Path], Product] = folders,
    ) -> None:
        """Write the permanent pages: those of numbers, or of bulletins, indicators, exhibits, issuers and themes."""
        from analysis.citing.records import Records
        from analysis.pages.permanent import write_permanent_pages

        write_permanent_pages(paths.REPORTS, Records(), [path.name for path in pages])
