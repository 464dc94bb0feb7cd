from __future__ import annotations

import polars as pl
import pytest

from analysis.reconciling.editions import as_of, bulletins_as_of
from analysis.reconciling.series import build_series


@pytest.fixture
def rows(say):
    return [
        say("a", "4万家", "2016-12", "evaluation-2017"), say("b", "43143家", "2017-03"),
        say("c", "24820家", "2017-12-01", "notice-2018"), say("d", "46333家", "2016-12", "news-2018"),
    ]  # fmt: skip


def test_an_edition_equals_what_comes_out_when_later_bulletins_are_absent(rows, clean, codebook, bulletins):
    edition = as_of(clean(*rows), bulletins, 2017)
    then = bulletins_as_of(bulletins, 2017)
    absent = clean(*(r for r in rows if r.bulletin_id in {b.bulletin_id for b in then}), bulletins=then)
    assert edition.equals(absent)
    assert build_series(edition, codebook, []).equals(build_series(absent, codebook, []))
    assert edition["observation_id"].to_list() == ["a", "b"]


def test_a_later_bulletin_turns_a_single_figure_into_a_conflict(rows, clean, codebook, bulletins):
    for year, status in ((2017, "single"), (2018, "conflict")):
        series = build_series(as_of(clean(*rows), bulletins, year), codebook, [])
        assert series.filter(pl.col("time_period") == "2016-12")["status"].to_list() == [status]


def test_derived_observations_need_all_their_sources(rows, clean, bulletins):
    base = clean(*rows)
    derived = base.filter(pl.col("observation_id").is_in(["a", "b", "c"])).with_columns(
        observation_id=pl.Series(["derived-1", "derived-2", "derived-3"]),
        derived_from=pl.Series(["a b", "b c", "derived-1"]),
        bulletin_id=pl.lit("notice-2018"),
    )
    known = as_of(pl.concat([base, derived]), bulletins, 2017)["observation_id"].to_list()
    assert known == ["a", "b", "derived-1", "derived-3"]
