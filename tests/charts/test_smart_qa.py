"""Smart question answering: bounds are bars, exact figures markers, a doubtful cue a dashed box, and no line."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.charts import smart_qa
from analysis.charts.style import chart_style
from helpers.chart_rows import bars, drawn, estimates, markers, observe, table, words

LANGS = ("en", "zh")
NOTE = "The cue of the first figure in the list may extend to this one."
ADOPTION = table(
    observe("smart_qa_adoption", "2022", 90, level="province", comparator="gt", lower=90.0, upper=100.0),
    observe("smart_qa_adoption", "2022", 70, level="city", lower=69.5, upper=70.5, note=NOTE, observation_id="city"),
    observe("smart_service_coverage_rate", "2021", 58.59, level="province_and_key_city", lower=58.585, upper=58.595),
)
SHARES = estimates(
    est_smart_qa_2017_share_of_portals=(7.1, 7.1, 7.1),
    est_smart_qa_2022_effective_city=(14.6, 0.0, 29.2),
    est_smart_qa_2022_effective_county=(None, None, None),
)


@pytest.fixture(autouse=True)
def _style():
    with chart_style():
        yield


@pytest.mark.parametrize("lang", LANGS)
def test_adoption_draws_every_figure_with_its_bounds(lang):
    with drawn(smart_qa.draw_adoption(ADOPTION, SHARES, lang)) as figure:
        axes = figure.axes[0]
        assert bars(axes) == [(58.585, 58.595), (69.5, 70.5), (90.0, 100.0)]
        assert bars(axes, filled=False) == [(70.5, 100.0)]
        assert [x for x, _ in markers(axes, "o")] == [70.0]
        assert [x for x, _ in markers(axes, "|")] == [90.0]
        assert [x for x, _ in markers(axes, "s")] == [7.1, 58.59]
        assert all(len(line.get_xdata()) == 1 for line in axes.get_lines()), "no line joins definitions"
        assert {"en": "over 90%", "zh": "超过90%"}[lang] in words(figure)


@pytest.mark.parametrize("lang", LANGS)
def test_quality_parts_what_should_be_high_from_what_should_be_low(lang):
    rows = table(
        observe("smart_qa_usable_share", "2017", 30, comparator="lt", lower=0.0, upper=30.0),
        observe("smart_qa_rebadged_search", "2022", 90, comparator="gt", lower=90.0, upper=100.0),
    )
    with drawn(smart_qa.draw_quality(rows, lang)) as figure:
        assert bars(figure.axes[0]) == [(0.0, 30.0), (90.0, 100.0)]
        heights = dict(markers(figure.axes[0], "|"))
        assert heights[30.0] > heights[90.0]


@pytest.mark.parametrize("lang", LANGS)
def test_effective_adoption_shows_bounds_of_levels_that_were_estimated(lang):
    known = SHARES.with_columns(inputs=pl.lit("city"))
    with drawn(smart_qa.draw_effective(ADOPTION, known, lang)) as figure:
        assert (0.0, 29.2) in bars(figure.axes[0])
        assert (69.5, 70.5) in bars(figure.axes[0])
        assert len([text for text in words(figure).split() if "29.2" in text]) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_an_edition_without_figures_says_so(lang):
    nothing = {"en": "No figure published by then", "zh": "截至当时尚无已发布的数字"}[lang]
    empty = estimates()
    for figure in (
        smart_qa.draw_adoption(table(), empty, lang), smart_qa.draw_quality(table(), lang),
        smart_qa.draw_effective(table(), empty, lang),
    ):  # fmt: skip
        with drawn(figure):
            assert nothing in words(figure)
