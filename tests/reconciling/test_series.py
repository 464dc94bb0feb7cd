from __future__ import annotations

from datetime import date

import pytest

from analysis.reconciling.agreement import Choice
from analysis.reconciling.breaks import Break
from analysis.reconciling.series import build_series


def cut(**fields) -> Break:
    empty = {name: frozenset() for name in ("indicator", "area", "level", "method")}
    lists = {"sources": (), "statements": ()}
    return Break(**{"break_id": "b", "date": "2018-01", "kind": "definition", "label": {}, **empty, **lists, **fields})


def points(frame):
    return {(r["series_id"], r["time_period"]): r for r in frame.iter_rows(named=True)}


def only(frame):
    assert frame.height == 1
    return frame.row(0, named=True)


def test_one_statement_is_single(clean, say, codebook):
    row = only(build_series(clean(say("a", "43143家", "2017-03")), codebook, []))
    assert (row["status"], row["rule"], row["value"], row["observations"]) == ("single", "R1", 43143, "a")
    assert row["series_id"] == "running_government_sites.CN.all"
    assert row["t"] == pytest.approx(2017 + 90 / 365)


def test_statements_that_intersect_agree_on_the_intersection(clean, say, codebook):
    observations = clean(
        say("a", "超过90%", "2017", indicator="website_ownership_rate"),
        say("b", "91.5%", "2017-12", indicator="website_ownership_rate"),
    )
    row = only(build_series(observations, codebook, []))
    assert (row["status"], row["rule"], row["value"]) == ("agreed", "R2", 91.5)
    assert (row["lower"], row["upper"]) == (91.45, 91.55)
    assert row["observations"] == "a b"
    assert row["time_period"] == "2017-12"


def test_statements_that_do_not_intersect_stay_a_conflict(clean, say, codebook):
    observations = clean(say("a", "4万家", "2016-12"), say("b", "46333家", "2016", bulletin="notice-2018"))
    row = only(build_series(observations, codebook, []))
    assert (row["status"], row["rule"], row["value"], row["modelled"]) == ("conflict", "R3", None, False)
    assert (row["lower"], row["upper"]) == (35000, 46333)


def test_open_ends_that_touch_do_not_agree(clean, say, codebook):
    observations = clean(
        say("a", "超过90%", "2017", indicator="website_ownership_rate"),
        say("b", "均已", "2017", indicator="website_ownership_rate"),
        say("c", "不超过90%", "2017", indicator="website_ownership_rate", level="county"),
        say("d", "超过90%", "2017", indicator="website_ownership_rate", level="county"),
    )
    found = points(build_series(observations, codebook, []))
    assert found["website_ownership_rate.CN.all", "2017"]["status"] == "agreed"
    assert found["website_ownership_rate.CN.county", "2017"]["status"] == "conflict"


def test_a_written_decision_chooses_and_keeps_the_alternatives(clean, say, codebook):
    flow = {"indicator": "persons_held_accountable"}
    observations = clean(say("zh", "187名", "2017-Q4", **flow), say("en", "116", "2017-Q4", "news-2018", **flow))
    row = only(build_series(observations, codebook, [], {"zh": Choice("zh", "R6", "conflict-persons")}))
    assert (row["status"], row["rule"], row["value"], row["alternatives"]) == ("chosen", "R6", 187, "en")
    assert row["modelled"]


def test_a_choice_without_its_rival_is_a_single_statement(clean, say, codebook):
    row = only(build_series(clean(say("zh", "187", "2017-Q4")), codebook, [], {"zh": Choice("zh", "R6", "c")}))
    assert row["status"] == "single"


def test_a_stock_of_a_dated_day_is_not_a_year_end_stock(clean, say, codebook):
    observations = clean(say("day", "29431家", "2017-09-01"), say("end", "24820家", "2017"))
    assert sorted(points(build_series(observations, codebook, []))) == [
        ("running_government_sites.CN.all", "2017"),
        ("running_government_sites.CN.all", "2017-09-01"),
    ]


def test_quarter_and_its_last_month_are_one_stock(clean, say, codebook):
    observations = clean(say("a", "43143家", "2017-Q1"), say("b", "43143家", "2017-03"))
    assert only(build_series(observations, codebook, []))["status"] == "agreed"


def test_windows_of_another_length_are_other_quantities(clean, say, codebook):
    share = {"indicator": "spot_check_pass_rate"}
    observations = clean(say("a", "94%", "2017-Q4", **share), say("b", "96%", "2017", **share))
    assert build_series(observations, codebook, []).height == 2


def test_targets_and_single_sites_enter_no_series(clean, say, codebook):
    observations = clean(say("a", "500家", "2018", qualifier="目标"), say("b", "12家", "2018", entity="首都之窗"))
    assert build_series(observations, codebook, []).height == 0


def test_low_reliability_neither_contradicts_nor_narrows(clean, say, codebook):
    observations = clean(say("a", "43143家", "2017"), say("b", "85000家", "2017", confidence="low"))
    row = only(build_series(observations, codebook, []))
    assert (row["status"], row["rule"], row["value"], row["alternatives"]) == ("single", "R7", 43143, "b")
    alone = only(build_series(clean(say("b", "85000家", "2017", confidence="low")), codebook, []))
    assert (alone["obs_status"], alone["modelled"]) == ("U", False)


def test_printed_figures_decide_over_derived_ones(clean, say, codebook):
    import polars as pl

    observations = clean(say("a", "43143家", "2017"), say("derived-b", "43140家", "2017"))
    derived = observations.with_columns(
        status=pl.when(pl.col("observation_id") == "derived-b").then(pl.lit("E")).otherwise("status")
    )
    row = only(build_series(derived, codebook, []))
    assert (row["rule"], row["value"], row["alternatives"], row["obs_status"]) == ("R8", 43143, "derived-b", "A")


def test_a_break_cuts_its_series_and_no_other(clean, say, codebook):
    observations = clean(
        say("a", "43143家", "2017"), say("b", "22206家", "2018-06-01"), say("c", "736家", "2018-09", area="CN-FJ"),
        say("d", "1.8万家", "2018-12", method="cnnic"),
    )  # fmt: skip
    frame = build_series(observations, codebook, [cut(area=frozenset({"CN"}), method=frozenset({""}))])
    assert frame["series_id"].to_list() == [
        "running_government_sites.CN-FJ.all",
        "running_government_sites.CN.all",
        "running_government_sites.CN.all.cnnic",
        "running_government_sites.CN.all.from-2018-01",
    ]


def test_a_point_on_the_day_of_a_break_is_after_it(clean, say, codebook):
    frame = build_series(clean(say("a", "9家", "2018-01-01")), codebook, [cut()])
    assert frame["segment"].to_list() == ["from-2018-01"]
    assert cut().day == date(2018, 1, 1)


def test_excluded_statements_stand_apart_and_are_not_modelled(clean, say, codebook):
    observations = clean(say("a", "29431家", "2017"), say("b", "24820家", "2017"))
    frame = build_series(observations, codebook, [cut(kind="exclude", statements=("a",))])
    found = {r["observations"]: (r["series_id"], r["modelled"]) for r in frame.iter_rows(named=True)}
    assert found == {
        "a": ("running_government_sites.CN.all.b", False),
        "b": ("running_government_sites.CN.all", True),
    }


def test_the_order_of_observations_does_not_matter(clean, say, codebook):
    rows = [say("a", "4万家", "2016-12"), say("b", "46333家", "2016"), say("c", "43143家", "2017-03")]
    forward, backward = (build_series(clean(*r).sort("period_end"), codebook, []) for r in (rows, rows[::-1]))
    assert forward.equals(backward)
