from __future__ import annotations

from types import SimpleNamespace

import polars as pl
import pytest

from analysis.reconciling.conflict_records import load_conflict_records
from analysis.reconciling.conflicts import _common, build_conflicts
from analysis.reconciling.series import build_series
from helpers.conflicts import RECORD


def test_texts_are_filled_from_the_data(observations, say, codebook, write):
    series = build_series(observations, codebook, [])
    statements = [say("eval-2016-end", "4万家", "2016-12")]
    record = build_conflicts(series, observations, load_conflict_records(write(RECORD)), statements, codebook).row(
        0, named=True
    )
    assert record["explanation_en"] == "The evaluation prints about 40,000; the notice's 24,820 and 21,513 give 46,333."
    assert (record["title_en"], record["title_zh"]) == ("Sites at the end of 2016", "2016年底的网站数")
    assert record["printed"] == "4万家; –"
    assert record["bounds"] == "[35000, 45000); [21513, 21513]"
    assert record["indicator"] == "running_government_sites"
    assert record["series_id"] == "declared_government_sites.CN.all running_government_sites.CN.all"


def test_a_record_whose_statements_are_not_known_yet_is_left_out(observations, codebook, write):
    early = observations.filter(pl.col("bulletin_id") != "notice-2018")
    written = load_conflict_records(write(RECORD))
    assert build_conflicts(build_series(early, codebook, []), early, written, [], codebook).height == 0


def test_a_conflict_without_a_record_speaks_for_itself(clean, say, codebook):
    observations = clean(say("a", "4万家", "2016-12"), say("b", "46333家", "2016-12", "notice-2018"))
    series = build_series(observations, codebook, [])
    record = build_conflicts(series, observations, [], [], codebook).row(0, named=True)
    assert record["conflict_id"] == "conflict-running-government-sites.cn.all-2016-12"
    assert "about 40,000 (notice-2017), 46,333 (notice-2018)" in record["explanation_en"]
    assert record["values"] == "40000; 46333"
    assert record["title_en"] == "running_government_sites, CN, all, 2016-12"
    assert record["title_zh"] == "running_government_sites，CN，all，2016-12"


@pytest.mark.parametrize(
    ("indicator", "printed", "values"),
    [
        ("spot_check_pass_rate", ("97.5%", "96%"), "97.5; 96"),
        ("running_government_sites", ("1234567家", "2234567家"), "1234567; 2234567"),
    ],
)
def test_figures_are_listed_whole_and_with_their_decimals(clean, say, codebook, indicator, printed, values):
    bulletins = ("notice-2017", "notice-2018")
    rows = [
        say(name, text, "2016-12", name, indicator=indicator) for name, text in zip(bulletins, printed, strict=True)
    ]
    observations = clean(*rows)
    record = build_conflicts(build_series(observations, codebook, []), observations, [], [], codebook)
    assert record["values"].to_list() == [values]


def test_what_the_figures_of_a_record_share_is_said_once():
    rows = [SimpleNamespace(area=area, method=method) for area, method in (("CN", "cnnic"), ("CN", ""), ("CN", "a"))]
    assert (_common(rows, "area"), _common(rows, "method")) == ("CN", "a cnnic")
