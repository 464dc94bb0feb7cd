"""The next year: the last release is kept as it was published, and the years of the record go on by one.

The years stand in the title in CITATION.cff; what else names them (title of the report, axes, exhibits) follows from
that title or from the figures.
"""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.citations import load_project, years_covered
from analysis.citing.kept import keep_release, order_of, require_told

VERSIONED = ("CITATION.cff", ".zenodo.json", "pyproject.toml")  # they name the version
_ENTRY = """## {version} (open)

* The record goes on to {year}. Numbers, exhibits and conflicts of {last} are kept in `data/releases/{last}`.

"""


def roll_to(year: int) -> list[str]:
    """Let the record go on to a year, under the next version; raise `ProjectError` for any but the next year.

    Return the places of what was written.
    """
    first, last = years_covered()
    if year != last + 1:
        raise ProjectError(f"bulletins roll {year}: the record ends with {last}; the next year is {last + 1}.")
    require_told(_published())
    version = load_project()["version"]
    written = [keep_release(version)]
    span, beyond = (f"{first}-{last}", f"{first}-{year}"), (f"reach into {year}", f"reach into {year + 1}")
    for path in (paths.ROOT / "CITATION.cff", paths.RAW / "README.md"):
        written += _replace(path, *span)
    _replace(paths.RAW / "README.md", *beyond)
    for path in VERSIONED:
        written += _replace(paths.ROOT / path, version, next_version(version))
    changelog = paths.ROOT / "CHANGELOG.md"
    head, mark, rest = changelog.read_text(encoding="utf-8").partition("\n## ")
    changelog.write_text(
        f"{head}\n{_ENTRY.format(year=year, last=version, version=next_version(version))}{mark[1:]}{rest}",
        encoding="utf-8",
    )
    return [path.relative_to(paths.ROOT).as_posix() for path in [*written, changelog]]


def next_version(version: str) -> str:
    """Return the version after one: new years and numbers raise its second part."""
    major, minor = order_of(version)[:2]
    return f"{major}.{minor + 1}.0"


def _published() -> list[str]:
    path = paths.PROCESSED / "numbers.parquet"
    if not path.exists():
        raise ProjectError("data/processed lacks numbers.parquet: `bulletins run` makes what a release keeps.")
    return pl.read_parquet(path, columns=["number_id"])["number_id"].to_list()


def _replace(path: Path, old: str, new: str) -> list[Path]:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"\b{old}\b", new, text, count=1), encoding="utf-8")
    return [path] if old in text else []
