"""Whether version and date say what they are of: a changed number has another version, a release has seen its rows.

Two states of the tables once bore one version and one date, and rows were coded days after that of their release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import polars as pl

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.base.errors import ProjectError
from analysis.citing.citations import load_project
from analysis.citing.kept import kept_releases, order_of, releases_folder
from analysis.citing.versions import Version, by_id, compare_tables, load_version, rows_of
from analysis.words.catalogue import LANGS

# Where raw tables hold the day on which a page was seen or a row was sealed.
DAYS = (("copies.csv", "seen"), ("second_coding.csv", "seen"), ("seals/acts.csv", "on"))
_DATE = re.compile(r"^date: *(\S+)$", re.MULTILINE)


def require_raised() -> None:
    """Raise `ProjectError` where version or date do not say what they are of, with what to do."""
    for said in unraised():
        raise ProjectError(said)


def unraised() -> Iterator[str]:
    """Say where the version is that of other numbers, and where a date lies before a day of the tables."""
    project = load_project()
    if last := next(reversed(kept_releases()), ""):
        yield from _unraised_version(project["version"], last)
    seen, where = max((row[name], table) for table, name in DAYS for row in read_rows(paths.RAW / table))
    if project["date"] < seen:
        yield (
            f"CITATION.cff: date-released {project['date']} is before {seen}, the last day of data/raw/{where}; set "
            "it, the date of reports/*/report.qmd and publication_date of .zenodo.json to that day or a later one."
        )
    for lang in LANGS:
        report = paths.SOURCES / lang / "report.qmd"
        dated = _DATE.search(report.read_text(encoding="utf-8"))
        if dated and dated[1] != project["date"]:
            said = f"date {dated[1]} is not that of CITATION.cff, {project['date']}; set it so."
            yield f"reports/{lang}/report.qmd: {said}"


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
