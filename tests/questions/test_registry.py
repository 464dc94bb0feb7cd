from __future__ import annotations

import re

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_table
from analysis.questions.registry import TOPICS, estimate_all
from analysis.questions.table import ESTIMATE_COLUMNS
from analysis.reconciling.series import build_series
from helpers.evidence import HEADLINES


@pytest.fixture(scope="module")
def estimates(series, observations) -> pl.DataFrame:
    return estimate_all(series, observations, load_codebook())


def value(estimates: pl.DataFrame, name: str) -> dict[str, object]:
    return estimates.row(by_predicate=pl.col("estimate_id") == name, named=True)


def test_ids_are_unique_and_readable(estimates):
    ids = estimates["estimate_id"].to_list()
    assert ids == sorted(set(ids))
    assert all(re.fullmatch(r"est(-[a-z0-9]+)+", name) for name in ids)
    assert estimates.columns == list(ESTIMATE_COLUMNS)


def test_every_headline_is_estimated(estimates):
    given = set(estimates.filter(~pl.col("refused"))["estimate_id"])
    assert set(HEADLINES) <= given


def test_intervals_hold_their_values(estimates):
    given = estimates.filter(~pl.col("refused"))
    assert given["value"].is_finite().all()
    slack = 1e-5 * given["value"].abs()
    assert (given["lower"] <= given["value"] + slack).all()
    assert (given["upper"] >= given["value"] - slack).all()


def test_refused_models_say_why_and_give_nothing(estimates):
    refused = estimates.filter(pl.col("refused"))
    assert refused.height
    assert refused["value"].is_null().all()
    assert (refused["warnings"].str.len_chars() > 30).all()


def test_inputs_are_observations(estimates, observations):
    known = set(observations["observation_id"])
    assert set(estimates["inputs"].str.split(" ").explode()) - {""} <= known
    assert (estimates.filter(~pl.col("refused"))["inputs"] != "").all()


def test_themes_are_those_of_the_codebook(estimates):
    assert set(estimates["theme"]) <= set(read_table("themes"))


def test_topics_name_all_indicators_that_they_use(material, observations, evidence):
    whole = {r.estimate_id: r.estimate for topic in TOPICS for r in topic.estimate(evidence)}
    for topic in TOPICS:
        own = observations.filter(pl.col("indicator").is_in(topic.indicators))
        for result in topic.estimate(material.gather(own)):
            assert result.estimate == whole[result.estimate_id], (topic.name, result.estimate_id)


def left_in_english(table: pl.DataFrame, columns: tuple[str, ...]) -> list[str]:
    texts = [text for column in columns for text in table[column].drop_nulls().unique().to_list()]
    return [text for text in texts if re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", text)]


def test_everything_that_models_say_has_its_chinese(estimates, material, observations):
    from analysis.reconciling.editions import as_of

    columns = ("label_zh", "method_zh", "assumption_zh", "warnings_zh")
    assert not left_in_english(estimates, columns)
    assert (estimates["label_zh"].str.len_chars() > 3).all()
    for year in (2006, 2012, 2016, 2018, 2020):
        edition = as_of(observations, material.bulletins, year)
        series = build_series(edition, material.codebook, material.breaks, material.choices)
        assert not left_in_english(estimate_all(series, edition, material.codebook), columns)


def test_a_second_run_gives_the_same_table(estimates, series, observations):
    assert estimate_all(series, observations.sample(fraction=1, shuffle=True, seed=1), load_codebook()).equals(
        estimates
    )


@pytest.mark.parametrize("year", [2006, 2017, 2022])
def test_an_edition_knows_only_what_was_published(material, observations, estimates, year):
    from analysis.reconciling.editions import as_of, bulletins_as_of

    then = bulletins_as_of(material.bulletins, year)
    names = {bulletin.bulletin_id for bulletin in then}
    edition = as_of(observations, material.bulletins, year)
    absent = material.__class__(
        [one for one in material.statements if one.bulletin_id in names], then, material.codebook,
        material.corrections, material.breaks, material.choices,
    )  # fmt: skip
    absent_observations = absent.observe()
    assert edition.equals(absent_observations)
    tables = []
    for table in (edition, absent_observations):
        series = build_series(table, material.codebook, material.breaks, material.choices)
        tables.append(estimate_all(series, table, material.codebook))
    assert tables[0].equals(tables[1])
    assert set(tables[0]["inputs"].str.split(" ").explode()) - {""} <= set(edition["observation_id"])
    assert set(HEADLINES) <= set(tables[0]["estimate_id"])


def test_the_edition_of_2017_does_not_know_the_end_of_the_year(material, observations):
    from analysis.reconciling.editions import as_of

    edition = as_of(observations, material.bulletins, 2017)
    table = estimate_all(
        build_series(edition, material.codebook, material.breaks, material.choices), edition, material.codebook
    )
    assert value(table, "est-cut-2017-share-of-closures-below-county")["refused"]
    assert value(table, "est-consolidation-annual-rate-2018-2020")["refused"]


def test_no_published_id_vanishes(estimates):
    """A half-life vanished when its rate was no longer surely a fall: an id that was cited led nowhere."""
    published = set(pl.read_csv(paths.PROCESSED / "estimates.csv", columns=["estimate_id"])["estimate_id"])
    assert published <= set(estimates["estimate_id"])
