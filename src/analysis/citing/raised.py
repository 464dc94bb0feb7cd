"""Whether version and date say what they are of: a changed number has another version, a release has seen its rows.

Two states of the tables once bore one version and one date, and rows were coded days after that of their release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.base.errors import ProjectError
from analysis.base.files import name_of, write_whole
from analysis.citing.citations import load_project
from analysis.citing.kept import kept_releases, order_of, releases_folder
from analysis.citing.versions import Version, by_id, compare_tables, load_version, rows_of
from analysis.words.catalogue import LANGS

# Where raw tables hold the day on which a page was seen or a row was sealed.
DAYS = (("copies.csv", "seen"), ("second_coding.csv", "seen"), ("seals/acts.csv", "on"))
# The day of the release, as CITATION.cff, .zenodo.json, the head of each report and the first of CHANGELOG.md have it.
_DATE = re.compile(
    r"(^date(?:-released)?: *|^ *\"publication_date\": *\"|\A(?:(?!##).*\n)*## [\d.]+ \()(\d{4}-\d\d-\d\d)",
    re.MULTILINE,
)


def require_raised() -> None:
    """Raise `ProjectError` where version or date do not say what they are of, with what to do."""
    for said in unraised():
        raise ProjectError(said)


def raise_dates() -> str:
    """Set the day of the release, wherever it stands, to the last day of the raw tables where it lies before that day.

    Returns a sentence on what was set, empty where nothing had to be. A row sealed after midnight once made a tree
    that had passed its tests on the evening before fail them: five files held the day by hand.
    """
    last, _ = _last_day()
    if load_project()["date"] >= last:
        return ""
    for path in _dated():
        write_whole(path, _DATE.sub(rf"\g<1>{last}", path.read_text(encoding="utf-8"), count=1))
    return f"The release is dated {last} now, in CITATION.cff and wherever it stands."


def unraised() -> Iterator[str]:
    """Say where the version is that of other numbers, and where a date lies before a day of the tables."""
    project = load_project()
    if last := next(reversed(kept_releases()), ""):
        yield from _unraised_version(project["version"], last)
    seen, where = _last_day()
    if project["date"] < seen:
        yield (
            f"CITATION.cff: date-released {project['date']} is before {seen}, the last day of data/raw/{where}; set "
            "it to that day or a later one, and so in .zenodo.json, CHANGELOG.md and reports/*/report.qmd."
        )
    for path in _dated():
        dated = _DATE.search(path.read_text(encoding="utf-8"))
        if dated and dated[2] != project["date"]:
            yield f"{name_of(path)}: date {dated[2]} is not that of CITATION.cff, {project['date']}; set it so."


def _last_day() -> tuple[str, str]:
    """Return the last day that the raw tables hold, and the table that holds it."""
    return max((row[name], table) for table, name in DAYS for row in read_rows(paths.RAW / table))


def _dated() -> list[Path]:
    """Return the files in which the day of the release stands."""
    whole = ("CITATION.cff", ".zenodo.json", "CHANGELOG.md")
    return [*(paths.ROOT / name for name in whole), *(paths.SOURCES / lang / "report.qmd" for lang in LANGS)]


def _unraised_version(version: str, last: str) -> Iterator[str]:
    """Say that numbers differ from those of the last release, whose version is not below that of the project."""
    if order_of(version) > order_of(last):
        return
    before = load_version(Version(last, releases_folder() / last))
    now = {name: rows_of(pl.read_parquet(paths.PROCESSED / f"{name}.parquet")) for name in before}
    found = compare_tables(last, version, before, by_id(now), LANGS[0])
    changes = (
        *found.changed_numbers, *found.moved_estimates, *found.new_numbers, *found.new_estimates,
        *found.withdrawn_numbers, *found.withdrawn_estimates,
    )  # fmt: skip
    if changes:
        first = ", ".join(one.item_id for one in islice(changes, 3)) + " ..." * (len(changes) > 3)
        yield (
            f"CITATION.cff: version {version} is not above {last}, the release kept in data/releases, of which "
            f"{len(changes)} numbers differ ({first}); raise version here, in pyproject.toml and .zenodo.json, and "
            "say under it in CHANGELOG.md what changed. `bulletins diff "
            f"{last}` lists them."
        )
