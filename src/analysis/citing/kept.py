"""Releases: the published tables of a version in `data/releases/<version>/`, and what became of their numbers since.

An id is for life. A number that is gone stays listed in `data/releases/withdrawn.yml`, with the one that replaced it:
a paper that cites it must not lead to nothing.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.files import MANIFEST, not_as_listed, write_manifest
from analysis.words.catalogue import LANGS, column

TABLES = ("numbers", "exhibits", "conflicts")
PROJECT = "CITATION.cff"  # its version and the day of its release


def releases_folder() -> Path:
    """Return the folder of kept releases."""
    return paths.ROOT / "data" / "releases"


def kept_releases(but: str = "") -> list[str]:
    """Return the versions of the releases that are kept, the last one last, without the one that is at hand."""
    found = [folder.name for folder in releases_folder().glob("[0-9]*") if (folder / "numbers.parquet").exists()]
    return sorted((version for version in found if version != but), key=order_of)


def order_of(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by: 0.10.0 follows 0.9.0."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


def keep_release(version: str) -> Path:
    """Keep the published tables as those of a release, with its version and date; return their folder."""
    folder = releases_folder() / version
    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        source = paths.PROCESSED / f"{name}.parquet"
        if not source.exists():
            raise ProjectError(f"data/processed lacks {source.name}: `bulletins run` makes what a release keeps.")
        shutil.copyfile(source, folder / source.name)
    shutil.copyfile(paths.ROOT / PROJECT, folder / PROJECT)
    write_manifest(folder / MANIFEST, [folder / PROJECT, *(folder / f"{name}.parquet" for name in TABLES)])
    return folder


def require_whole() -> None:
    """Raise `ProjectError` where a kept release is not as it was published: differences from it would be made up."""
    for folder in sorted(releases_folder().glob("[0-9]*")):
        if changed := not_as_listed(folder / MANIFEST):
            where = f"data/releases/{folder.name}"
            raise ProjectError(
                f"{where}: {', '.join(changed)} is not as it was kept; restore it with `git checkout -- {where}`."
            )


def withdrawn() -> dict[str, dict[str, str]]:
    """Return the numbers that are gone by id: `replaced_by` (may be empty), `reason`, `reason_zh`."""
    from analysis.base.yaml_files import load_yaml  # a card seldom asks

    path = releases_folder() / "withdrawn.yml"
    told = load_yaml(path).data or {} if path.exists() else {}
    fields = {"replaced_by", *(column("reason", lang) for lang in LANGS)}
    for name, one in told.items() if isinstance(told, dict) else [("the file", told)]:
        if not isinstance(one, dict) or set(one) != fields or not all(isinstance(text, str) for text in one.values()):
            raise ProjectError(
                f"data/releases/withdrawn.yml, {name}: a number that is gone has {', '.join(sorted(fields))}, each a "
                "text, and replaced_by '' where none took its place."
            )
    return told


def require_told(numbers: Iterable[str]) -> None:
    """Raise `ProjectError` where a number of a kept release is gone and nothing says by what it was replaced."""
    import polars as pl

    require_whole()
    now, told = set(numbers), withdrawn()
    for version in kept_releases():
        before = pl.read_parquet(releases_folder() / version / "numbers.parquet", columns=["number_id"])["number_id"]
        if lost := sorted(set(before) - now - set(told)):
            raise ProjectError(
                f"{', '.join(lost[:5])}{' ...' if len(lost) > 5 else ''}: in release {version} and gone, but an id is "
                "for life; say in data/releases/withdrawn.yml by which number each was replaced, and why."
            )
    if astray := sorted({one["replaced_by"] for one in told.values() if one.get("replaced_by")} - now):
        raise ProjectError(f"data/releases/withdrawn.yml: replaced_by {', '.join(astray)} is no number of today.")
