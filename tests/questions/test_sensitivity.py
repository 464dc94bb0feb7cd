from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from analysis.base import shelf
from analysis.questions import registry, sensitivity
from analysis.questions.curves import tabulate_curves
from analysis.questions.registry import TOPICS, estimate_all
from analysis.questions.sensitivity import SENSITIVITY_COLUMNS, run_sensitivity
from helpers.evidence import HEADLINES

NAMES = ("decline", "levels", "smart-qa-2017", "domains")


@pytest.fixture(scope="module")
def table(material) -> pl.DataFrame:
    return run_sensitivity(material, [topic for topic in TOPICS if topic.name in NAMES])


def variants(table: pl.DataFrame, headline: str) -> dict[str, dict[str, object]]:
    rows = table.filter(pl.col("headline_id") == headline).iter_rows(named=True)
    return {row["variant"]: row for row in rows}


def test_each_headline_has_all_its_variants(table):
    assert table.columns == list(SENSITIVITY_COLUMNS)
    for name, topic in HEADLINES.items():
        if topic.name in NAMES:
            found = variants(table, name)
            assert {"headline", "bounds: narrow", "bounds: wide", "high confidence only"} <= set(found)
            assert any(variant.startswith("without bulletin") for variant in found)


def test_the_headline_row_marks_nothing(table):
    own = table.filter(pl.col("variant") == "headline")
    assert not (own["sign_changed"] | own["leaves_interval"]).any()


def test_a_variant_that_no_longer_excludes_zero_is_marked(table):
    """With the events a quarter later two declines might be none; the table marked the one that left its interval."""
    for phase in ("2017", "2018-2020"):
        found = variants(table, f"est-consolidation-annual-rate-{phase}")
        assert found["headline"]["upper"] < 0 and not found["headline"]["includes_zero"]
        later = found["events a quarter later"]
        assert later["lower"] < 0 < later["upper"] and later["includes_zero"]
    sure = table.filter(~pl.col("includes_zero") & ~pl.col("refused") & (pl.col("lower") < 0) & (pl.col("upper") > 0))
    mains = {name: variants(table, name)["headline"] for name in set(sure["headline_id"])}
    assert all(main["lower"] <= 0 <= main["upper"] for main in mains.values())


def test_leaving_out_the_only_source_refuses(table):
    row = variants(table, "est-smart-qa-2017-share-of-portals")["without bulletin ceirp-2017"]
    assert row["refused"]
    assert row["value"] is None
    assert row["note"]


def test_only_bulletins_behind_a_headline_are_left_out(table, evidence):
    (topic,) = (topic for topic in TOPICS if topic.name == "levels")
    for result in topic.estimate(evidence):
        if result.estimate_id in topic.headlines:
            behind = {f"without bulletin {evidence.bulletins[name]}" for name in result.inputs}
            found = {name for name in variants(table, result.estimate_id) if name.startswith("without bulletin")}
            assert found == behind


def test_of_several_bulletins_of_one_issuer_all_are_left_out_together():
    issuers = {"a-1": "a", "a-2": "a", "a-3": "a", "b-1": "b"}
    left_out = [gone for _, gone in sensitivity._sources(["b-1", "a-2", "a-1"], issuers)]
    assert left_out == [{"a-1"}, {"a-2"}, {"b-1"}, {"a-1", "a-2", "a-3"}]


def test_wide_bounds_are_no_narrower(table):
    found = variants(table, "est-smart-qa-2017-usable-share-of-portals")
    widths = [found[f"bounds: {name}"]["upper"] - found[f"bounds: {name}"]["lower"] for name in ("narrow", "wide")]
    assert widths[0] <= widths[1]


def test_moved_events_are_variants_of_the_decline_alone(table):
    shifted = table.filter(pl.col("variant").str.starts_with("events"))
    assert set(shifted["headline_id"]) <= {name for name, topic in HEADLINES.items() if topic.name == "decline"}
    assert shifted.height


def test_printed_figures_alone_leave_out_the_implied_count(table):
    found = variants(table, "est-consolidation-annual-rate-2015-2017")
    assert found["printed figures only"]["n"] == found["headline"]["n"] - 1


def test_variants_have_chinese_names(table):
    assert not table["variant_zh"].is_null().any()
    assert not table["note_zh"].str.contains(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}").any()


CHEAP = [topic for topic in TOPICS if topic.name in ("levels", "scores")]
CHANGES = [
    ("statements", {"printed": "61.37分"}, ["scores"]),
    ("bulletins", {"issuer": "anhui-go"}, ["scores"]),
    ("breaks", {}, ["levels", "scores"]),
]


@pytest.mark.parametrize(("part", "cells", "remade"), CHANGES, ids=[change[0] for change in CHANGES])
def test_what_is_recalled_is_what_a_run_from_the_start_finds(material, tmp_path, monkeypatch, part, cells, remade):
    ids = {"fujian-2020", "fujian-2020-avg-score-county"}
    rows = [
        replace(one, **cells) if ids & {getattr(one, f"{part[:-1]}_id")} else one for one in getattr(material, part)
    ]
    edited = replace(material, **{part: rows if cells else ()})
    fresh = run_sensitivity(edited, CHEAP)
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)
    monkeypatch.setattr(shelf, "STEP", "code")
    before, made, vary = run_sensitivity(material, CHEAP), [], sensitivity._vary
    monkeypatch.setattr(sensitivity, "_vary", lambda topic, *rest: made.append(topic.name) or vary(topic, *rest))
    assert run_sensitivity(edited, CHEAP).equals(fresh)
    assert made == remade
    assert before.equals(fresh) == (part == "breaks")  # none of them cuts what these topics rest on


def test_estimates_and_curves_are_made_again_for_the_topics_that_changed(series, observations, tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "TOPICS", CHEAP)
    scores, numbers = pl.col("indicator") == "avg_evaluation_score", ("value", "lower", "upper")
    edited = series.with_columns(pl.when(scores).then(pl.col(one) * 1.01).otherwise(one).alias(one) for one in numbers)
    fresh = [estimate_all(edited, observations), tabulate_curves(edited, observations)]
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)
    monkeypatch.setattr(shelf, "STEP", "code")
    before = [estimate_all(series, observations), tabulate_curves(series, observations)]
    gathered: list[int] = []
    gather = registry.gather
    monkeypatch.setattr(registry, "gather", lambda *tables: gathered.append(len(tables[0])) or gather(*tables))
    after = [estimate_all(edited, observations), tabulate_curves(edited, observations)]
    assert [one.equals(other) for one, other in zip(after, fresh, strict=True)] == [True, True]
    assert not before[0].equals(after[0])
    assert len(gathered) == 2
