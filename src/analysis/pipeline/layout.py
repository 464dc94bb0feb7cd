"""What the tasks share: the files of each step."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from analysis.base import paths
from analysis.base.codebook import TABLES as CODEBOOK_TABLES
from analysis.base.themes import TABLES as SLICED
from analysis.base.themes import slice_path
from analysis.pipeline.nodes import Exhibits, Files, Folder

# What is published, in the order in which it is made.
TABLES = (
    "observations", "identities", "series", "conflicts", "estimates", "curves", "implied", "sensitivity", "agreement",
    "numbers", "exhibits",
)  # fmt: skip
RAW_TABLES = {name: paths.RAW / f"{name}.csv" for name in ("bulletins", "copies", "statements")}
NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))


def staged(name: str, suffix: str = "parquet") -> Path:
    """Return where a table waits until it is checked; only then is it copied to `data/processed`."""
    return paths.STAGE / f"{name}.{suffix}"


def published(name: str, suffix: str = "parquet") -> Path:
    """Return where a checked table is published."""
    return paths.PROCESSED / f"{name}.{suffix}"


def group(name: str, files: Iterable[Path]) -> Any:  # noqa: ANN401 - a step declares paths and is given them
    """Return files as one node; whoever makes some of them and whoever uses them must name the same group."""
    return Files(name=name, paths=list(files))


def whole(*folders: Path) -> Any:  # noqa: ANN401
    """Return all files below folders as one node."""
    return Folder(name=" ".join(folder.name for folder in folders), paths=list(folders))


def slices(theme: str) -> Any:  # noqa: ANN401
    """Return the slices of all tables for a theme, as one node."""
    return group(f"slices of {theme}", (slice_path(theme, table) for table in SLICED))


def drafts(notebook: str, exhibits: Iterable[str]) -> Any:  # noqa: ANN401
    """Return the exhibits of a notebook as it left them, as one node: each record stands for its files."""
    return Exhibits(name=f"exhibits of {notebook}", paths=[paths.DRAFTS / f"{name}.json" for name in exhibits])


CODEBOOK = group("codebook", (paths.CODEBOOK / f"{name}.csv" for name in CODEBOOK_TABLES))
CAPTIONS = group("captions", sorted((paths.SOURCES / "captions").rglob("*.yml")))
INPUTS = [
    *RAW_TABLES.values(), *CODEBOOK.paths, paths.RAW / "corrections.yml", paths.RAW / "identities.yml",
    paths.RAW / "conflicts.yml", paths.RAW / "second_coding.csv", paths.CODEBOOK / "breaks.csv",
]  # fmt: skip
SUITES = group("suites", sorted(paths.EXPECTATIONS.glob("*.yml")))
# All that people write and that suites guard, so that a new file cannot stay outside.
RAW = group(
    "raw files",
    sorted(p for p in paths.RAW.rglob("*.*") if p.suffix in (".csv", ".yml") and paths.RAW / "texts" not in p.parents),
)
