"""Editions as they were released: their tables in `data/editions/<year>/`, and what became of their numbers since.

An id is for life. A number that is gone stays listed in `data/editions/withdrawn.yml`, with the one that replaced it:
a paper that cites it must not lead to nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.files import MANIFEST, not_as_listed, write_manifest
from analysis.words.catalogue import LANGS, column

TABLES = ("numbers", "exhibits", "conflicts")


def editions_folder() -> Path:
    """Return the folder of kept editions."""
    return paths.ROOT / "data" / "editions"


def kept_editions(before: str = "") -> list[str]:
    """Return the years of the editions that are kept, those before a year where one is given."""
    years = sorted(folder.name for folder in editions_folder().glob("[12]*") if (folder / "numbers.parquet").exists())
    return [year for year in years if not before or year < before]


def keep_edition(year: str) -> Path:
    """Keep the published tables as those of an edition; return their folder."""
    folder = editions_folder() / year
    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        source = paths.PROCESSED / f"{name}.parquet"
        if not source.exists():
            raise ProjectError(f"data/processed lacks {source.name}: `bulletins run` makes what an edition keeps.")
        shutil.copyfile(source, folder / source.name)
    write_manifest(folder / MANIFEST, [folder / f"{name}.parquet" for name in TABLES])
    return folder


def require_whole() -> None:
    """Raise `ProjectError` where a kept edition is not as it was published: differences from it would be made up."""
    for folder in sorted(editions_folder().glob("[12]*")):
        if changed := not_as_listed(folder / MANIFEST):
            where = f"data/editions/{folder.name}"
            raise ProjectError(
                f"{where}: {', '.join(changed)} is not as it was kept; restore it with `git checkout -- {where}`."
            )


def withdrawn() -> dict[str, dict[str, str]]:
    """Return the numbers that are gone by id: `replaced_by` (may be empty), `reason`, `reason_zh`."""
    from analysis.base.yaml_files import load_yaml  # a card seldom asks

    path = editions_folder() / "withdrawn.yml"
    told = load_yaml(path).data or {} if path.exists() else {}
    fields = {"replaced_by", *(column("reason", lang) for lang in LANGS)}
    for name, one in told.items() if isinstance(told, dict) else [("the file", told)]:
        if not isinstance(one, dict) or set(one) != fields or not all(isinstance(text, str) for text in one.values()):
            raise ProjectError(
                f"data/editions/withdrawn.yml, {name}: a number that is gone has {', '.join(sorted(fields))}, each a "
                "text, and replaced_by '' where none took its place."
            )
    return told


def require_told(numbers: Iterable[str]) -> None:
    """Raise `ProjectError` where a number of a kept edition is gone and nothing says by what it was replaced."""
    import polars as pl

    require_whole()
    now, told = set(numbers), withdrawn()
    for year in kept_editions():
        before = pl.read_parquet(editions_folder() / year / "numbers.parquet", columns=["number_id"])["number_id"]
        if lost := sorted(set(before) - now - set(told)):
            raise ProjectError(
                f"{', '.join(lost[:5])}{' ...' if len(lost) > 5 else ''}: in edition {year} and gone, but an id is for "
                "life; say in data/editions/withdrawn.yml by which number each was replaced, and why."
            )
    if astray := sorted({one["replaced_by"] for one in told.values() if one.get("replaced_by")} - now):
        raise ProjectError(f"data/editions/withdrawn.yml: replaced_by {', '.join(astray)} is no number of today.")
