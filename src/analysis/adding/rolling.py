"""The next edition: the last one is kept as it was published, and the years of the record go on by one.

The years stand in the title in CITATION.cff; what else names them (title of the report, axes, exhibits) follows from
that title or from the figures.
"""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.citations import years_covered
from analysis.citing.kept import keep_edition, require_told

_ENTRY = """## Edition {year} (open)

* Opened after that of {last}, whose numbers, exhibits and conflicts are kept in `data/editions/{last}`.

"""


def roll_to(year: int) -> list[str]:
    """Open an edition; return the places of what was written. Raises `ProjectError` for any but the next."""
    first, last = years_covered()
    if year != last + 1:
        raise ProjectError(f"bulletins roll {year}: the last edition is that of {last}; the next one is {last + 1}.")
    require_told(_published())
    written = [keep_edition(str(last))]
    span, beyond = (f"{first}-{last}", f"{first}-{year}"), (f"reach into {year}", f"reach into {year + 1}")
    for path in (paths.ROOT / "CITATION.cff", paths.RAW / "README.md"):
        written += _replace(path, *span)
    _replace(paths.RAW / "README.md", *beyond)
    changelog = paths.ROOT / "CHANGELOG.md"
    head, mark, rest = changelog.read_text(encoding="utf-8").partition("\n## ")
    changelog.write_text(f"{head}\n{_ENTRY.format(year=year, last=last)}{mark[1:]}{rest}", encoding="utf-8")
    return [path.relative_to(paths.ROOT).as_posix() for path in [*written, changelog]]


def _published() -> list[str]:
    path = paths.PROCESSED / "numbers.parquet"
    if not path.exists():
        raise ProjectError("data/processed lacks numbers.parquet: `bulletins run` makes what an edition keeps.")
    return pl.read_parquet(path, columns=["number_id"])["number_id"].to_list()


def _replace(path: Path, old: str, new: str) -> list[Path]:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"\b{old}\b", new, text, count=1), encoding="utf-8")
    return [path] if old in text else []
