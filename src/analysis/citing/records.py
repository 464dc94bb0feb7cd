"""The published tables and the raw ones, loaded when a card or a citation first asks for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from analysis.base import paths
from analysis.base.codebook import Codebook, load_codebook, read_rows
from analysis.base.errors import ProjectError
from analysis.citing.citations import csl_of_bulletin
from analysis.words.catalogue import LANGS, Lang

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]
Raw = dict[str, str]


class Records:
    """All that cards and citations draw on, by id."""

    def __init__(self) -> None:
        self.codebook: Codebook = load_codebook()

    @cached_property
    def numbers(self) -> dict[str, Row]:
        """The table of numbers by id."""
        return _by_id(_published("numbers"), "number_id")

    @cached_property
    def observations(self) -> dict[str, Row]:
        """The observations by id."""
        return _by_id(_published("observations"), "observation_id")

    @cached_property
    def estimates(self) -> dict[str, Row]:
        """The estimates by id."""
        return _by_id(_published("estimates"), "estimate_id")

    @cached_property
    def exhibits(self) -> dict[str, Row]:
        """The exhibits by id."""
        return _by_id(_published("exhibits"), "exhibit_id")

    @cached_property
    def bulletins(self) -> dict[str, Raw]:
        """The bulletins by id."""
        return {row["bulletin_id"]: row for row in read_rows(paths.RAW / "bulletins.csv")}

    @cached_property
    def copies(self) -> list[Raw]:
        """All copies of all bulletins."""
        return read_rows(paths.RAW / "copies.csv")

    @cached_property
    def statements(self) -> dict[str, Raw]:
        """The statements by id."""
        return {row["statement_id"]: row for row in read_rows(paths.RAW / "statements.csv")}

    def csl(self, bulletin_id: str, lang: Lang = LANGS[0]) -> dict[str, Any]:
        """Return the CSL record of a bulletin, with the address of its official page where one was seen."""
        bulletin = self.bulletins[bulletin_id]
        official = [c for c in self.copies if c["bulletin_id"] == bulletin_id and c["page_kind"] == "official"]
        # The portal of the central government stands for the issuer better than other official hosts.
        official.sort(key=lambda copy: not copy["host"].endswith("www.gov.cn"))
        address = official[0]["address"] if official else ""
        return csl_of_bulletin(bulletin, self.codebook.issuers.label(bulletin["issuer"], lang), address, lang)


def _published(name: str) -> pl.DataFrame:
    import polars as pl

    path = paths.PROCESSED / f"{name}.parquet"
    if not path.exists():
        raise ProjectError(f"data/processed/{path.name} is missing: run `bulletins run` first.")
    return pl.read_parquet(path)


def _by_id(table: pl.DataFrame, key: str) -> dict[str, Row]:
    return {row[key]: row for row in table.iter_rows(named=True)}
