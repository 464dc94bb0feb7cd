from __future__ import annotations

import polars as pl
import pytest

from analysis.bounds.interval import Interval
from analysis.charts import listing, quality
from analysis.charts.marks import NO_FIGURE
from analysis.estimating.proportions import estimate_rate
from helpers.printed_figures import heights, make_break, marked, no_figures, print_figures, words

RATE, CHECKED, FAILED = "spot_check_pass_rate", "spot_checked_sites", "spot_check_failed_sites"
CUT = make_break(break_id="rules", date="2019-04", indicator=frozenset({RATE}))


def figure(indicator: str, printed: str, period: str, method: str, area: str = "CN") -> dict[str, str]:
    return {"indicator": indicator, "printed": printed, "time_period": period, "method": method, "area": area}


@pytest.fixture(scope="module")
def national():
    return print_figures(
        figure(RATE, "91%", "2017-Q1", "central_sample"), figure(CHECKED, "469个", "2017-Q1", "central_sample"),
        figure(RATE, "92%", "2017-Q1", "self_check"), figure(CHECKED, "7768个", "2017-Q1", "self_check"),
        figure(RATE, "95%", "2018-Q1", "central_sample"),
        figure(RATE, "91.8%", "2020", "central_sample"), figure(CHECKED, "328个", "2020", "central_sample"),
        breaks=(CUT,),
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_national_rates_carry_wilson_intervals_where_a_size_is_printed(national, lang):
    axes = quality.draw_pass_rates(*national, lang, [CUT]).axes[0]
    assert heights(axes) == [91, 91.8, 92, 95]
    lows = sorted(bar.get_segments()[0][0][1] for bar in marked(axes, "interval"))
    wilson = [(Interval(90.5, 91.5), 469), (Interval(91.75, 91.85), 328), (Interval(91.5, 92.5), 7768)]
    assert lows == pytest.approx(sorted(estimate_rate(rate, n).lower for rate, n in wilson))


def test_the_break_is_drawn_with_its_label_and_not_crossed(national):
    axes = quality.draw_pass_rates(*national, "zh", [CUT]).axes[0]
    assert "新规则" in words(axes.figure)
    assert all(max(line.get_xdata()) < 2019 for line in marked(axes, "joined"))


def test_the_table_of_rates_agrees_with_the_chart(national):
    table = quality.tabulate_rates(*national)
    assert sorted(table["value"]) == heights(quality.draw_pass_rates(*national, "en").axes[0])
    assert table.filter(pl.col("checked").is_null()).height == 1


def test_provinces_that_leave_the_ceiling_are_named():
    tables = print_figures(
        figure(RATE, "100%", "2021-Q1", "self_check", "CN-AH"), figure(RATE, "43.3%", "2021-Q2", "self_check", "CN-XZ"),
        figure(RATE, "100%", "2017-Q1", "central_sample", "CN-BJ"),
        {**figure(RATE, "60%", "2021-Q1", "self_check", "CN-FJ"), "entity": "福州市"},
    )  # fmt: skip
    drawn = quality.draw_provincial(*tables, "en")
    assert heights(drawn.axes[0]) == [43.3, 100]
    assert [note.get_text() for note in marked(drawn.axes[0], "label")] == ["Tibet 43.3%"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_published_is_said(lang):
    for draw in (quality.draw_pass_rates, quality.draw_provincial):
        assert NO_FIGURE[lang] in words(draw(*no_figures(), lang))


def _own_check(rate: str, checked: str, failed: str, period: str) -> list[dict[str, str]]:
    parts = ((RATE, rate), (CHECKED, checked), (FAILED, failed))
    return [figure(indicator, printed, period, "self_check", "CN-HI") for indicator, printed in parts]


def test_arithmetic_of_a_notice_is_computed_again():
    tables = print_figures(
        *_own_check("96%", "126个", "7个", "2018-Q2"),
        *_own_check("94.4%", "126个", "7个", "2018-Q3"),
        figure(RATE, "96%", "2019-Q1", "self_check", "CN-HI"),
    )
    table = listing.check_arithmetic(tables.observations)
    assert table["agrees"].to_list() == [False, True]
    assert table["counted_en"].to_list() == ["94.44%", "94.44%"]
    assert listing.check_arithmetic(no_figures().observations).is_empty()
