"""The published tables and the raw ones, loaded when a card or a citation first asks for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Generator, Iterable, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from analysis.base import paths
from analysis.base.codebook import Codebook, load_codebook, read_rows
from analysis.base.errors import ProjectError
from analysis.base.tables import PRINTED_DIGITS, read_parquet, significant
from analysis.citing.citations import accessed_on, csl_of_bulletin, load_project
from analysis.words.catalogue import LANGS, Lang

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]
Raw = dict[str, str]


def _table(name: str, key: str) -> cached_property[Mapping[str, Row]]:
    return cached_property(lambda _: {row[key]: row for row in published(name).iter_rows(named=True)})


def _rows_of(name: str, *columns: str) -> cached_property[dict[str, list[Row]]]:
    return cached_property(lambda _: _by_ids(published(name).iter_rows(named=True), *columns))


class Records:
    """All that cards and citations draw on, by id."""

    numbers, observations = _table("numbers", "number_id"), _table("observations", "observation_id")
    estimates, exhibits = _table("estimates", "estimate_id"), _table("exhibits", "exhibit_id")
    conflicts = _table("conflicts", "conflict_id")
    # By id of an observation: the points that it makes or was passed over for, the conflicts that it takes part in.
    points_of = _rows_of("series", "observations", "alternatives")
    conflicts_of = _rows_of("conflicts", "observations")
    # By id of an estimate: what it comes to under other bounds, sources, dates and copies.
    variants_of = _rows_of("sensitivity", "headline_id")

    def __init__(self) -> None:
        self.codebook: Codebook = load_codebook()

    @cached_property
    def exhibits_of(self) -> dict[str, list[Row]]:
        """By id of a number, the exhibits that show it."""
        return _by_ids(self.exhibits.values(), "numbers")

    @cached_property
    def estimates_of(self) -> dict[str, list[Row]]:
        """By id of an observation, the estimates that rest on it."""
        return _by_ids(self.estimates.values(), "inputs")

    @cached_property
    def project(self) -> dict[str, str]:
        """Title, version, date and addresses of the project."""
        return load_project()

    @cached_property
    def bulletins(self) -> Mapping[str, Raw]:
        """The bulletins by id."""
        return {row["bulletin_id"]: row for row in read_rows(paths.RAW / "bulletins.csv")}

    @cached_property
    def copies_of(self) -> dict[str, list[Raw]]:
        """By id of a bulletin, its copies."""
        return _by_ids(read_rows(paths.RAW / "copies.csv"), "bulletin_id")

    @cached_property
    def figures_of(self) -> dict[str, list[Raw]]:
        """By id of a bulletin, its statements in the order printed, as far as it is known."""
        found = _by_ids(self.statements.values(), "bulletin_id")
        return {name: sorted(rows, key=place_of) for name, rows in found.items()}

    @cached_property
    def statements(self) -> Mapping[str, Raw]:
        """The statements by id."""
        return {row["statement_id"]: row for row in read_rows(paths.RAW / "statements.csv")}

    def seen_on(self, number_id: str) -> frozenset[str]:
        """Return the copies on which the printed figures behind a number were seen, none for what is no number."""
        row = self.observations.get(number_id) or self.estimates.get(number_id) or {}
        statement = self.statements.get(row.get("statement_id") or "", {})
        parts = f"{row.get('derived_from') or ''} {row.get('inputs') or ''}".split()
        return frozenset(statement.get("copies", "").split()).union(*map(self.seen_on, parts))

    def csl(self, bulletin_id: str, lang: Lang = LANGS[0], copies: Container[str] | None = None) -> dict[str, Any]:
        """Return the CSL record of a bulletin, with the address of its official page where one was seen.

        Of `copies`, where they are given: 66,453 was once cited with a page on which only other figures had been seen.
        """
        bulletin = self.bulletins[bulletin_id]
        seen = [one for one in self.copies_of.get(bulletin_id, []) if copies is None or one["copy_id"] in copies]
        official = [one for one in seen if one["page_kind"] == "official" and one["address"].startswith("http")]
        # The portal of the central government stands for the issuer better than other official hosts.
        official.sort(key=lambda copy: not copy["host"].endswith("www.gov.cn"))
        page = official[0] if official else {}
        record = csl_of_bulletin(
            bulletin, self.codebook.issuers.label(bulletin["issuer"], lang), page.get("address", ""), lang
        )
        # Where nobody noted the day on which the page was seen, the release stands for its addresses.
        return accessed_on(record, page.get("seen") or self.project["date"])


@contextmanager
def of_one_piece() -> Generator[None]:
    """Say in a sentence that a table lacks what another names: a statement taken out by hand was a traceback."""
    try:
        yield
    except KeyError as error:
        told = f"{error} is named in one table and missing in another"
        raise ProjectError(f"{told}: `bulletins check` says where; mend it and run `bulletins run`.") from error


def published(name: str) -> pl.DataFrame:
    """Read a table of `data/processed`, with numbers as its CSV prints them: a card once said 0.35000000000000003."""
    return significant(read_parquet(paths.PROCESSED / f"{name}.parquet"), PRINTED_DIGITS)


def _by_ids(rows: Iterable[Any], *columns: str) -> dict[str, list[Any]]:
    """Return rows by each id that stands in one of their columns, where blanks part ids."""
    found = defaultdict(list)
    for row in rows:
        for name in dict.fromkeys(" ".join(row[column] or "" for column in columns).split()):
            found[name].append(row)
    return dict(found)


def place_of(statement: Raw) -> tuple[bool, list[tuple[int, str]]]:
    """Return where a statement stands in its bulletin, section 2 before section 10; those without a place come last."""
    parts = re.findall(r"\d+|\D+", statement["locator"])
    return not parts, [(int(part), "") if part.isdigit() else (0, part) for part in parts]
