"""Editions: what could be known at the end of a year.

A bulletin counts from the latest day that its printed date allows: `2017` may be as late as 31 December 2017. Where the
date of publication is inferred (`published_basis`), the register holds the earliest year that it can be, and the
bulletin counts from the end of that year; the methods page says so. A derived observation is known once all
observations that it is derived from are.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import polars as pl

from analysis.base.bulletins import Bulletin


def bulletins_as_of(bulletins: Iterable[Bulletin], year: int) -> list[Bulletin]:
    """Return the bulletins published by the end of `year`."""
    return [bulletin for bulletin in bulletins if bulletin.latest_day <= date(year, 12, 31)]


def as_of(observations: pl.DataFrame, bulletins: Iterable[Bulletin], year: int) -> pl.DataFrame:
    """Return the observations that rest on bulletins published by the end of `year` alone."""
    published = {bulletin.bulletin_id for bulletin in bulletins_as_of(bulletins, year)}
    rows = observations.select("observation_id", "bulletin_id", "derived_from").rows()
    sources = {name: (derived or "").split() for name, _, derived in rows}
    known = {name for name, bulletin, _ in rows if bulletin in published and not sources[name]}
    # A derived figure may rest on another derived one, so the set grows until nothing more follows.
    while added := {name for name, needs in sources.items() if needs and name not in known and known.issuperset(needs)}:
        known |= added
    return observations.filter(pl.col("observation_id").is_in(sorted(known)))
