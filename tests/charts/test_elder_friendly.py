"""Retrofits: populations apart, only the programme joined, and shares that their counts do not give."""

from __future__ import annotations

import pytest

from analysis.charts import elder_friendly
from analysis.charts.style import chart_style
from helpers.chart_rows import bars, drawn, markers, observe, points, table, words

LANGS = ("en", "zh")
PROGRAMME = "sites_and_apps_with_elder_friendly_retrofit"
COUNTS = table(
    observe(PROGRAMME, "2021-12-09", 173, unit="count:site"),
    observe(PROGRAMME, "2024-01-22", 2577, unit="count:site"),
    observe("sites_with_accessibility_service", "2018", 30000, unit="count:site", comparator="gt", upper=40000.0),
)
RUNNING = points(table(observe("running_government_sites", "2020-12-15", 14463, unit="count:site")))
SURVEY = {"bulletin_id": "gansu", "area": "CN-GS"}
SHARES = table(
    observe("elder_friendly_retrofit_done", "2022", 80, comparator="gt", upper=100.0),
    observe("share_of_sites_with_accessibility", "2019-Q1", 31.73, lower=31.725, upper=31.735, **SURVEY),
    observe("sites_with_accessibility", "2019-Q1", 178, unit="count:site", **SURVEY),
    observe("sites_surveyed_for_accessibility", "2019-Q1", 667, unit="count:site", **SURVEY),
)


@pytest.fixture(autouse=True)
def _style():
    with chart_style():
        yield


@pytest.mark.parametrize("lang", LANGS)
def test_counts_are_drawn_at_their_values(lang):
    with drawn(elder_friendly.draw_counts(points(COUNTS), COUNTS, RUNNING, lang)) as figure:
        axes = figure.axes[0]
        assert [y for _, y in markers(axes, "o")] == [173.0, 2577.0]
        assert [y for _, y in markers(axes, "_")] == [30000.0]
        assert [y for _, y in markers(axes, ".")] == [14463.0]
        joined = [line for line in axes.get_lines() if len(line.get_xdata()) > 1]
        assert [list(line.get_ydata()) for line in joined] == [[173.0, 2577.0]]
        assert axes.get_yscale() == "log"
        assert {"en": "over 30,000", "zh": "超过3万"}[lang] in words(figure)


def test_running_sites_are_those_of_the_whole_country():
    series = points(table(
        observe("running_government_sites", "2020", 1), observe("running_government_sites", "2020", 2, area="CN-FJ"),
        observe("running_government_sites", "2020", 3, level="city"),
    ))  # fmt: skip
    assert elder_friendly.running_sites(series)["value"].to_list() == [1.0]


@pytest.mark.parametrize("lang", LANGS)
def test_a_share_that_its_counts_do_not_give_says_so(lang):
    with drawn(elder_friendly.draw_shares(SHARES, lang)) as figure:
        assert bars(figure.axes[0]) == [(31.725, 31.735), (80.0, 100.0)]
        assert "26.7%" in words(figure)


def test_a_share_that_its_counts_give_needs_no_words():
    row = SHARES.row(1, named=True)
    assert elder_friendly.counts_of(row, SHARES) == (178.0, 667.0)
    assert elder_friendly.counts_of(SHARES.row(0, named=True), SHARES) is None


@pytest.mark.parametrize("lang", LANGS)
def test_an_edition_without_figures_says_so(lang):
    nothing = {"en": "No figure published by then", "zh": "截至当时尚无已发布的数字"}[lang]
    for figure in (
        elder_friendly.draw_counts(points(table()), table(), RUNNING, lang), elder_friendly.draw_shares(table(), lang),
    ):  # fmt: skip
        with drawn(figure):
            assert nothing in words(figure)


def test_counts_are_drawn_without_the_sites_in_operation():
    with drawn(elder_friendly.draw_counts(points(COUNTS), COUNTS, points(table()), "en")) as figure:
        assert markers(figure.axes[0], ".") == []
