"""Open data and users: counts by level, a ceiling as a band, definitions apart, bounds that leave the chart."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.charts import open_data
from analysis.charts.style import chart_style
from helpers.chart_rows import drawn, estimates, make_break, markers, observe, points, table, words

LANGS = ("en", "zh")
PLATFORMS = table(
    observe(open_data.PLATFORMS, "2017", 20, level="province_and_city", unit="count:platform"),
    observe(open_data.PLATFORMS, "2023-08", 226, level="province_and_city", unit="count:platform"),
    observe(open_data.PLATFORMS, "2023-08", 22, level="province", unit="count:platform"),
    observe(open_data.PLATFORM_SHARE, "2023-08", 81.84, level="province", lower=81.835, upper=81.845),
)
CURVE = estimates(
    est_open_data_platforms_ceiling=(240.0, 226.0, 255.0), est_open_data_platforms_growth_rate=(1.1, 0.9, 1.4),
    est_open_data_platforms_midpoint=(2019.9, 2019.6, 2020.4),
)  # fmt: skip
USERS = table(
    observe("online_government_service_users", "2016-12", 239e6, unit="count:person", lower=238.5e6, upper=239.5e6),
    observe("online_government_service_users", "2020-12", 843e6, unit="count:person", lower=842.5e6, upper=843.5e6),
    observe("national_platform_registered_users", "2021-12", 1e9, unit="count:person", comparator="gt", upper=2e9),
    observe(open_data.USER_SHARE, "2020-06", 82.2, lower=82.15, upper=82.25),
)


@pytest.fixture(autouse=True)
def _style():
    with chart_style():
        yield


@pytest.mark.parametrize("lang", LANGS)
def test_platforms_by_level_and_share(lang):
    with drawn(open_data.draw_platforms(points(PLATFORMS), PLATFORMS, CURVE, lang)) as figure:
        counts, shares = figure.axes
        assert [y for _, y in markers(counts, "o")] == [20.0, 226.0]
        assert [y for _, y in markers(counts, "s")] == [22.0]
        assert [y for _, y in markers(shares, "s")] == [81.84]
        assert {"en": "226 to 255", "zh": "226至255"}[lang] in words(figure)


def test_the_curve_is_drawn_only_where_it_fits():
    held = CURVE.with_columns(warnings=pl.lit("the end is held there"))
    lines = []
    for known in (CURVE, held):
        with drawn(open_data.draw_platforms(points(PLATFORMS), PLATFORMS, known, "en")) as figure:
            lines.append(sum(len(line.get_xdata()) == 80 for line in figure.axes[0].get_lines()))
    assert lines == [1, 0]


def test_no_curve_without_all_of_its_parameters():
    assert open_data.curve_of(CURVE[:2]) is None
    assert open_data.curve_of(CURVE.with_columns(value=None)) is None


@pytest.mark.parametrize("lang", LANGS)
def test_users_in_the_unit_of_the_axis(lang):
    with drawn(open_data.draw_users(points(USERS), USERS, lang)) as figure:
        users, share = figure.axes
        expected = {"en": [239.0, 843.0], "zh": [2.39, 8.43]}[lang]
        assert [round(y, 6) for _, y in markers(users, "o")] == expected
        assert [y for _, y in markers(share, "o")] == [82.2]
        assert markers(users, "^"), "an arrow says that the bounds leave the chart"
        assert {"en": "over 1,000", "zh": "超过10"}[lang] in words(figure)


@pytest.mark.parametrize("lang", LANGS)
def test_an_edition_without_figures_says_so(lang):
    nothing = {"en": "No figure published by then", "zh": "截至当时尚无已发布的数字"}[lang]
    series, rows = points(table()), table()
    for figure in (
        open_data.draw_platforms(series, rows, estimates(), lang), open_data.draw_users(series, rows, lang),
    ):  # fmt: skip
        with drawn(figure):
            assert nothing in words(figure)


def test_an_early_edition_with_counts_but_no_shares():
    rows = PLATFORMS[:1]
    with drawn(open_data.draw_platforms(points(rows), rows, estimates(), "en")) as figure:
        assert "No figure published by then" in words(figure)
        assert [y for _, y in markers(figure.axes[0], "o")] == [20.0]


def test_a_break_is_drawn_and_parts_the_line():
    rows = PLATFORMS[:2]
    cut = [make_break(open_data.PLATFORMS, "2021")]
    series = points(rows).with_columns(series_id=pl.Series(["platforms", "platforms.from-2021"]))
    with drawn(open_data.draw_platforms(series, rows, estimates(), "en", cut)) as figure:
        axes = figure.axes[0]
        assert "counted otherwise" in words(figure)
        dashed = [line for line in axes.get_lines() if line.get_linestyle() == "--"]
        assert [round(line.get_xdata()[0], 2) for line in dashed] == [2021.0]
        assert not [line for line in axes.get_lines() if list(line.get_ydata()) == [20.0, 226.0]]
