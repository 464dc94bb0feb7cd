"""What the tasks share: the files of each step, and the code that each step depends on."""

from __future__ import annotations

from pathlib import Path

from analysis import paths
from analysis.codebook import TABLES as CODEBOOK_TABLES

PACKAGE = Path(__file__).resolve().parents[1]
STAGE = paths.BUILD / "tables"
CODEBOOK_FILES = [paths.CODEBOOK / f"{name}.csv" for name in CODEBOOK_TABLES]
# What is published, in the order in which it is made.
TABLES = (
    "observations", "identities", "series", "conflicts", "estimates", "sensitivity", "numbers", "exhibits",
)  # fmt: skip
RAW_TABLES = {name: paths.RAW / f"{name}.csv" for name in ("bulletins", "copies", "statements")}
INPUTS = [
    *RAW_TABLES.values(), *CODEBOOK_FILES, paths.RAW / "corrections.yml", paths.RAW / "identities.yml",
    paths.RAW / "conflicts.yml", paths.CODEBOOK / "breaks.csv",
]  # fmt: skip


def staged(name: str, suffix: str = "parquet") -> Path:
    """Return where a table waits until it is checked; only then is it copied to `data/processed`."""
    return STAGE / f"{name}.{suffix}"


def published(name: str, suffix: str = "parquet") -> Path:
    """Return where a checked table is published."""
    return paths.PROCESSED / f"{name}.{suffix}"


def code(*parts: str) -> list[Path]:
    """Return the Python files of modules and packages below `analysis`.

    pytask hashes what it is given and does not follow imports, so a step names the code that it rests on: a changed
    function reruns it.
    """
    found: list[Path] = []
    for part in parts:
        path = PACKAGE / part.replace(".", "/")
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    return found
