from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.bounds.interval import Interval
from analysis.bounds.printed import read_printed
from analysis.bounds.quantity import Quantity
from analysis.words.numbers import (
    display_bounds,
    display_brackets,
    display_estimate,
    display_estimate_interval,
    display_interval,
    display_number,
    display_quantity,
)

EXAMPLES = [
    (Quantity(29431, Interval(29431, 29431), "count:site"), "29,431", "29,431", "29,431"),
    (Quantity(40000, Interval(35000, 45000), "count:site", "eq", True), "about 40,000", "约4万", "35,000 to 45,000"),
    (Quantity(90, Interval(90, 100), "percent", "gt"), "over 90%", "超过90%", "90% to 100%"),
    (Quantity(30, Interval(0, 30), "percent", "lt"), "below 30%", "不足30%", "0% to 30%"),
    (Quantity(70, Interval(70, 100), "percent", "ge"), "at least 70%", "70%以上", "70% to 100%"),
    (Quantity(80, Interval(75, 80), "percent", "approx"), "nearly 80%", "近80%", "75% to 80%"),
    (Quantity(75, Interval(74.5, 75.5), "percent", "approx"), "about 75%", "约75%", "74.5% to 75.5%"),
    (
        Quantity(20000, Interval(20000, 100000), "count:item", "approx"),
        "20,000 to 100,000", "2万至10万", "20,000 to 100,000",
    ),
    (Quantity(-21513, Interval(-21513, -21513), "count:site"), "−21,513", "−21,513", "−21,513"),
    (
        Quantity(3.85e9, Interval(3.85e9, 3.86e9), "count:visit", "gt"),
        "over 3.85 billion",
        "超过38.5亿",
        "3.85 billion to 3.86 billion",
    ),
    (
        Quantity(3.5, Interval(3.45, 3.55), "percentage_points"),
        "3.5 percentage points",
        "3.5个百分点",
        "3.45 to 3.55 percentage points",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("quantity", "english", "chinese", "interval"), EXAMPLES)
def test_a_number_reads_with_its_bound_in_both_languages(quantity, english, chinese, interval):
    assert display_quantity(quantity, "en") == english
    assert display_quantity(quantity, "zh") == chinese
    assert display_interval(quantity.interval, quantity.unit, "en") == interval


NOUGHTS = [
    # printed, kind, unit, English, Chinese
    ("8.0", "measure", "score", "8.0", "8.0"),
    ("1,234.50分", "measure", "score", "1,234.50", "1,234.50"),
    ("95.00%", "share", "percent", "95.00%", "95.00%"),
    ("0.0%", "share", "percent", "0.0%", "0.0%"),
    ("超过90.0%", "share", "percent", "over 90.0%", "超过90.0%"),
    ("30.0-50.50%", "share", "percent", "30.0% to 50.5%", "30.0%至50.5%"),
    ("下降8.0个百分点", "measure", "percentage_points", "−8.0 percentage points", "−8.0个百分点"),
    ("0.71450", "measure", "index", "0.71450", "0.71450"),
    ("3.50万", "count", "count:site", "about 35,000", "约3.50万"),
    ("超过1.10亿次", "count", "count:visit", "over 110 million", "超过1.10亿"),
    ("1.10 million", "count", "count:visit", "about 1.10 million", "约110万"),
    ("3140万", "count", "count:visit", "about 31.4 million", "约3,140万"),
    ("30,000", "count", "count:site", "30,000", "3万"),
]


@pytest.mark.parametrize(("printed", "kind", "unit", "english", "chinese"), NOUGHTS)
def test_noughts_behind_the_point_are_shown_as_printed(printed, kind, unit, english, chinese):
    quantity = replace(read_printed(printed, "", kind, signed=kind == "measure"), unit=unit)
    assert [display_quantity(quantity, lang) for lang in ("en", "zh")] == [english, chinese]


def test_the_ends_of_a_range_are_printed_and_those_of_other_bounds_are_not():
    assert display_bounds(replace(read_printed("30.0-50.0%", kind="share"), unit="percent"), "en") == "30.0% to 50.0%"
    assert display_bounds(replace(read_printed("95.00%", kind="share"), unit="percent"), "en") == "94.995% to 95.005%"


def test_estimates_read_with_three_significant_digits():
    assert display_estimate(-32.1234, "percent", "en") == "−32.1%"
    assert display_estimate(14123.4, "count:site", "en") == "14,123"
    assert display_estimate(0.0123456, "ratio", "en") == "0.0123 times"
    assert display_estimate(0.0141, "percentage_points", "zh") == "0.01个百分点"
    assert display_estimate(2013.24, "year", "en") == "2013.2"
    assert display_estimate(1.0824e9, "count:user", "en") == "1.082 billion"


def test_an_estimate_keeps_the_noughts_of_its_rounding_and_whole_numbers_get_none():
    assert display_estimate(3.00032, "percentage_points", "en") == "3.00 percentage points"
    assert display_estimate(2020.05, "year", "en") == "2020.0"
    assert display_estimate(50.0, "percent", "en") == "50%"
    assert display_estimate(-45.0, "count:site", "en") == "−45"


def test_both_ends_of_an_estimate_are_rounded_alike():
    assert (
        display_estimate_interval(Interval(0.0883562, 5.06102), "percentage_points", "en")
        == "0.09 to 5.06 percentage points"
    )
    assert display_estimate_interval(Interval(-4.567, -3.2), "percent_per_year", "en") == "−4.57% to −3.20% a year"
    assert display_estimate_interval(Interval(-4.567, -3.2), "percent_per_year", "zh") == "每年−4.57%至−3.20%"
    assert display_estimate_interval(Interval(2.0, 2.0), "years", "zh") == "2年"
    assert display_estimate_interval(Interval(4.34783, 13.0435), "percent", "en") == "4.3% to 13.0%"
    assert display_estimate_interval(Interval(0.0, 10.0), "percent", "en") == "0% to 10%"
    assert display_estimate_interval(Interval(0.0, 4.58), "percent", "zh") == "0%至4.58%"
    assert display_estimate_interval(Interval(1.0035e9, 1.7443e9), "count:user", "zh") == "10.04亿至17.44亿"
    assert display_estimate_interval(Interval(2013.24, 2015.0), "year", "en") == "2013.2 to 2015.0"


def test_ends_that_round_to_one_number_are_said_once():
    assert display_estimate_interval(Interval(0.50211, 0.50214), "index", "en") == "0.502"
    assert display_estimate_interval(Interval(7.11102e6, 7.11141e6), "count:item", "zh") == "711.1万"


def test_an_open_end_is_said():
    assert display_interval(Interval(300, math.inf), "count:site", "en") == "over 300"
    assert display_interval(Interval(-math.inf, 3), "years", "en") == "below 3 years"


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (10_035e5, "1,003.5 million", "10.035亿"),
        (1_003_500, "1,003,500", "100.35万"),
        (84_094, "84,094", "84,094"),
        (9_100, "9,100", "9,100"),
        (12_345_678, "12,345,678", "12,345,678"),
    ],
)
def test_only_round_counts_are_shortened(value, english, chinese):
    said = [display_quantity(Quantity(value, Interval(value, value), "count:site"), lang) for lang in ("en", "zh")]
    assert said == [english, chinese]


@given(st.decimals(-(10**9), 10**9, places=6))
def test_a_displayed_number_is_the_number(value):
    shown = display_number(float(value), "en").replace(",", "").replace("−", "-")
    assert float(shown) == pytest.approx(float(value), abs=1e-6)


@pytest.mark.parametrize(
    ("interval", "text"),
    [(Interval(90, 100, False), "(90, 100]"), (Interval(7, 7), "7"),
     (Interval(40000, float("inf"), False, False), "(40,000, ∞)")],
)  # fmt: skip
def test_intervals_show_which_ends_they_hold(interval, text):
    assert display_brackets(interval) == text
