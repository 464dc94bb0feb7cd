from __future__ import annotations

import pytest

from analysis.words.phrases import Quantity, say, say_estimate, say_interval

EXAMPLES = [
    (Quantity(29431, 29431, 29431, "count:site"), "29,431", "29,431", "29,431"),
    (Quantity(40000, 35000, 45000, "count:site", "eq", True), "about 40,000", "约4万", "35,000 to 45,000"),
    (Quantity(90, 90, 100, "percent", "gt"), "over 90%", "超过90%", "90% to 100%"),
    (Quantity(30, 0, 30, "percent", "lt"), "below 30%", "不足30%", "0% to 30%"),
    (Quantity(70, 70, 100, "percent", "ge"), "at least 70%", "70%以上", "70% to 100%"),
    (Quantity(80, 75, 80, "percent", "approx"), "nearly 80%", "近80%", "75% to 80%"),
    (Quantity(75, 74.5, 75.5, "percent", "approx"), "about 75%", "约75%", "74.5% to 75.5%"),
    (Quantity(-21513, -21513, -21513, "count:site"), "−21,513", "−21,513", "−21,513"),
    (
        Quantity(3.85e9, 3.85e9, 3.86e9, "count:visit", "gt"),
        "over 3.85 billion",
        "超过38.5亿",
        "3.85 billion to 3.86 billion",
    ),
    (
        Quantity(3.5, 3.45, 3.55, "percentage_points"),
        "3.5 percentage points",
        "3.5个百分点",
        "3.45 to 3.55 percentage points",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("quantity", "english", "chinese", "interval"), EXAMPLES)
def test_a_number_reads_with_its_bound_in_both_languages(quantity, english, chinese, interval):
    assert say(quantity, "en") == english
    assert say(quantity, "zh") == chinese
    assert say_interval(quantity, "en") == interval


def test_estimates_read_with_three_significant_digits():
    assert say_estimate(-32.1234, "percent", "en") == "−32.1%"
    assert say_estimate(14123.4, "count:site", "en") == "14,123"
    assert say_estimate(0.0123456, "ratio", "en") == "0.0123 times"
    assert say_estimate(0.0141, "percentage_points", "zh") == "0.01个百分点"
    assert say_estimate(2013.24, "year", "en") == "2013.2"
