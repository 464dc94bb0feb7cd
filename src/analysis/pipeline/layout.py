"""What the tasks share: the files of each step, and the code that each step depends on."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pytask import PythonNode

from analysis.base import paths
from analysis.base.codebook import TABLES as CODEBOOK_TABLES

PACKAGE = Path(__file__).resolve().parents[1]
STAGE = paths.BUILD / "tables"
CODEBOOK_FILES = [paths.CODEBOOK / f"{name}.csv" for name in CODEBOOK_TABLES]
# What is published, in the order in which it is made.
TABLES = (
    "observations", "identities", "series", "conflicts", "estimates", "curves", "implied", "sensitivity",
    "numbers", "exhibits",
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


def code(*parts: str) -> PythonNode:
    """Return the digest of the Python files of modules and packages below `analysis`, as one node.

    pytask hashes what it is given and does not follow imports, so a step names the code that it rests on: a changed
    function reruns it. One node for all files keeps the graph small, and a run with nothing to do short.
    """
    digest = hashlib.sha256()
    for path in _files_of(parts):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + path.read_bytes())
    return PythonNode(name=f"code of {' '.join(parts)}", value=digest.hexdigest(), hash=True)


def _files_of(parts: tuple[str, ...]) -> list[Path]:
    found: list[Path] = []
    for part in parts:
        path = PACKAGE / part.replace(".", "/")
        found += path.rglob("*") if path.is_dir() else [path.with_suffix(".py")]
    return sorted({path for path in found if path.is_file() and "__pycache__" not in path.parts})
