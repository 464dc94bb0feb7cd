from __future__ import annotations

import polars as pl
import pytest

from analysis.questions.registry import HEADLINES, TOPICS
from analysis.questions.sensitivity import SENSITIVITY_COLUMNS, run_sensitivity

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
