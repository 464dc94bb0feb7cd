"""What an edition knew, told from the published tables: the prose of an early year without a run of the pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import polars as pl

from analysis.base import paths
from analysis.base.bulletins import load_bulletins
from analysis.base.codebook import read_rows
from analysis.citing.editions import known_to_edition
from analysis.citing.trimming import Known
from analysis.reconciling.editions import as_of

# Names of bodies that are words of other names, too.
COMMON = ("北京大学", "北京邮电大学", "Hong Kong, Macao and Taiwan", "香港、澳门、台湾")
SMALL = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
SMALL_ZH = "三四五六七八九十"
COUNTED = (
    r"differences|comparisons|definitions|publications|provinces|sources|counts|evaluations|quarters|studies"
    r"|notices|surveys|figures|systems|series|totals|samples|ministries|cities|scales|ways"
)
COUNTED_ZH = "差值|比较|口径|省份|来源|计数|评估|季度|通报|研究|数字|数量|系统|序列|总数|全国数量|部委|城市|途径|公布"
COUNT = re.compile(rf"\b({'|'.join(SMALL)}) (?:\w+ ){{0,2}}?(?:{COUNTED})\b", re.IGNORECASE)
COUNT_ZH = re.compile(rf"([{SMALL_ZH}])[个项次处种份家条](?:{COUNTED_ZH})")


def counts_in(text: str) -> list[int]:
    """Return the counts of data that a sentence puts into words, from three on: two of a thing are a pair."""
    english = [SMALL.index(found.lower()) + 3 for found in COUNT.findall(text)]
    return english + [SMALL_ZH.index(found) + 3 for found in COUNT_ZH.findall(text)]


@dataclass(frozen=True)
class Published:
    """The published tables, and whose figures stand behind an id."""

    tables: dict[str, pl.DataFrame]

    def known(self, year: str) -> Known:
        """Return what the edition of a year knew."""
        bulletins = load_bulletins(paths.RAW / "bulletins.csv")
        return known_to_edition(as_of(self.tables["observations"], bulletins, int(year)), self.tables, year)

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """What each number and exhibit is made of."""
        exhibits = dict(self.tables["exhibits"].select("exhibit_id", "numbers").iter_rows())
        numbers = dict(self.tables["numbers"].select("number_id", "sources").iter_rows())
        return {name: made.split() for name, made in (exhibits | numbers).items()}

    @cached_property
    def printed(self) -> dict[str, tuple[str, str, str]]:
        """The area, the issuer and the entity of each observation; derived ones have no issuer."""
        issuers = {row["bulletin_id"]: row["issuer"] for row in read_rows(paths.RAW / "bulletins.csv")}
        rows = self.tables["observations"].select("observation_id", "area", "bulletin_id", "entity").iter_rows()
        return {name: (area, issuers.get(bulletin, ""), entity) for name, area, bulletin, entity in rows}

    def behind(self, name: str) -> Iterator[str]:
        """Yield the observations that a number or an exhibit rests on, itself where it is one."""
        if name in self.printed:
            yield name
        for part in {*self.parts.get(name, ())} - {name}:
            yield from self.behind(part)

    def figures(self, names: list[str]) -> set[str]:
        """Return the observations behind numbers and exhibits."""
        return {one for name in names for one in self.behind(name)}

    def areas(self, names: list[str]) -> set[str]:
        """Return the areas of the figures behind numbers and exhibits."""
        return {self.printed[one][0] for one in self.figures(names)}


@lru_cache(maxsize=1)
def published() -> Published:
    """Return the published tables."""
    names = ("numbers", "exhibits", "observations")
    return Published({name: pl.read_parquet(paths.PROCESSED / f"{name}.parquet") for name in names})


def places_in(text: str, lang: str) -> set[str]:
    """Return the areas that a text names."""
    for common in COMMON:
        text = text.replace(common, "")
    rows = read_rows(paths.CODEBOOK / "areas.csv")
    return {row["area"] for row in rows if row["area"] != "CN" and row[f"label_{lang}"] in text}


def bodies_in(text: str, lang: str) -> set[str]:
    """Return the names of issuers and of platforms, sites and other systems that a text holds."""
    rows = [*read_rows(paths.CODEBOOK / "issuers.csv"), *read_rows(paths.CODEBOOK / "entities.csv")]
    return {name for row in rows for name in names_of(row) if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
            or (not name.isascii() and name in text)}  # fmt: skip


def names_of(row: dict[str, str]) -> list[str]:
    """Return the names of an issuer or entity that are long enough to be nobody else's."""
    names = (row["label_en"], row["label_zh"], *row.get("aliases", "").split("|"))
    return [name for name in names if len(name) > (3 if name.isascii() else 2)]


@lru_cache(maxsize=8)
def unknown_names(year: str) -> set[str]:
    """Return the names of issuers and entities of which no bulletin of an edition prints anything."""
    known = {code for name in published().known(year).numbers if name in published().printed
             for code in published().printed[name][1:]}  # fmt: skip
    rows = [(row.get("issuer") or row["entity"], names_of(row)) for row in
            [*read_rows(paths.CODEBOOK / "issuers.csv"), *read_rows(paths.CODEBOOK / "entities.csv")]]  # fmt: skip
    heard = {name for code, names in rows if code in known for name in names}
    return {name for code, names in rows if code not in known for name in names} - heard
