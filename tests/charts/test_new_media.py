"""New media: a line joins one definition only, conflicts are hollow, provinces have a first and a last count."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.charts import new_media
from analysis.charts.style import chart_style
from helpers.chart_rows import bars, drawn, markers, observe, points, table, words

LANGS = ("en", "zh")
WEIBO, ALL = "government_weibo_accounts", new_media.ACCOUNTS
NATIONAL = table(
    observe(WEIBO, "2012-10", 60064, method="sina", unit="count:account"),
    observe(WEIBO, "2016-12", 164522, method="sina", unit="count:account"),
    observe(WEIBO, "2016-12", 125098, method="sina_institutions", unit="count:account"),
    observe("government_wechat_accounts", "2013", 3611, unit="count:account", comparator="gt", upper=3612.0),
)
LOCAL = table(
    observe(ALL, "2021-Q1", 5413, area="CN-AH", unit="count:account"),
    observe(ALL, "2023-Q3", 3316, area="CN-AH", unit="count:account"),
    observe(ALL, "2023-Q3", 3177, area="CN-GD", unit="count:account"),
    observe(new_media.PASS_RATE, "2022-Q3", 59.54, area="CN-XZ", method="self_check", lower=59.535, upper=59.545),
    observe(new_media.PASS_RATE, "2020", 91.9, method="central_sample", lower=91.85, upper=91.95),
)


@pytest.fixture(autouse=True)
def _style():
    with chart_style():
        yield


@pytest.mark.parametrize("lang", LANGS)
def test_accounts_are_joined_within_a_definition_only(lang):
    with drawn(new_media.draw_accounts(points(NATIONAL), NATIONAL, lang)) as figure:
        sina, _, _, wechat = figure.axes
        assert [y for _, y in markers(sina, "o")] == [60064.0, 164522.0]
        assert [y for _, y in markers(sina, "s")] == [125098.0]
        assert [y for _, y in markers(wechat, "_")] == [3611.0]
        joined = [list(line.get_ydata()) for line in sina.get_lines() if len(line.get_xdata()) > 1]
        assert joined == [[60064.0, 164522.0]]


def test_a_break_parts_a_line():
    series = points(NATIONAL[:2]).with_columns(series_id=pl.Series(["sina", "sina.from-2014"]))
    with drawn(new_media.draw_accounts(series, NATIONAL, "en")) as figure:
        assert not [line for line in figure.axes[0].get_lines() if len(line.get_xdata()) > 1]


def test_a_conflict_is_hollow():
    series = points(NATIONAL[:1], status="conflict", value=None, lower=50000.0, upper=60064.0)
    with drawn(new_media.draw_accounts(series, NATIONAL, "en")) as figure:
        lines = [line for line in figure.axes[0].get_lines() if line.get_marker() == "o"]
        assert [line.get_markerfacecolor() for line in lines] == ["white"]
        assert "50,000–60,064" in words(figure)


@pytest.mark.parametrize("lang", LANGS)
def test_levels_stand_under_their_definitions(lang):
    rows = table(
        observe("new_media_integration", "2017", 60, level="city", comparator="gt", upper=100.0),
        observe("mobile_app_adoption", "2015", 50, level="city", comparator="approx", lower=45.0),
    )
    with drawn(new_media.draw_levels(rows, lang)) as figure:
        assert bars(figure.axes[0]) == [(45.0, 50.0), (60.0, 100.0)]
        assert "2017" in words(figure)
        assert "2015" in words(figure)


@pytest.mark.parametrize("lang", LANGS)
def test_provinces_have_a_first_and_a_last_count(lang):
    with drawn(new_media.draw_provinces(points(LOCAL), LOCAL, lang)) as figure:
        counts, rates = figure.axes
        assert sorted(x for x, _ in markers(counts, "o")) == [3177.0, 3316.0, 5413.0]
        assert [y for _, y in markers(rates, "o")] == [59.54]
        assert [y for _, y in markers(rates, "D")] == [91.9]
        assert {"en": "Tibet 59.54%", "zh": "西藏 59.54%"}[lang] in words(figure)


@pytest.mark.parametrize("lang", LANGS)
def test_the_mix_of_a_city_joins_each_platform(lang):
    rows = table(
        observe(ALL, "2019-11", 1716, area="CN-BJ", unit="count:account"),
        observe(ALL, "2023-Q1", 1693, area="CN-BJ", unit="count:account"),
        observe("mobile_apps", "2023-Q1", 36, area="CN-BJ", unit="count:app"),
    )
    with drawn(new_media.draw_mix(rows, lang)) as figure:
        assert sorted(y for _, y in markers(figure.axes[0])) == [36.0, 1693.0, 1716.0]


@pytest.mark.parametrize("lang", LANGS)
def test_an_edition_without_figures_says_so(lang):
    nothing = {"en": "No figure published by then", "zh": "截至当时尚无已发布的数字"}[lang]
    series, rows = points(table()), table()
    for figure in (
        new_media.draw_accounts(series, rows, lang), new_media.draw_levels(rows, lang),
        new_media.draw_provinces(series, rows, lang), new_media.draw_mix(rows, lang),
    ):  # fmt: skip
        with drawn(figure):
            assert nothing in words(figure)


def test_one_panel_without_figures_says_so():
    counts = LOCAL[:3]
    with drawn(new_media.draw_provinces(points(counts), counts, "en")) as figure:
        assert "No figure published by then" in words(figure)
