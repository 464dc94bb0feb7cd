"""The United Nations index stands at the year that it describes, with the year of its survey beside it."""

from __future__ import annotations

import pytest

from analysis.charts import international
from analysis.charts.style import chart_style
from helpers.chart_rows import drawn, markers, observe, points, table, words

LANGS = ("en", "zh")
SURVEYS = table(
    observe("egdi", "2020", 0.7948, unit="index", lower=0.79475, upper=0.79485),
    observe("egdi", "2022", 0.8119, unit="index", lower=0.81185, upper=0.81195),
    observe("egdi_rank", "2022", 43, unit="rank"),
)


@pytest.fixture(autouse=True)
def _style():
    with chart_style():
        yield


@pytest.mark.parametrize("lang", LANGS)
def test_a_survey_stands_in_the_year_before_it(lang):
    with drawn(international.draw_un(points(SURVEYS), SURVEYS, lang)) as figure:
        index, ranks = figure.axes
        assert markers(index, "o") == [(2019.5, 0.7948), (2021.5, 0.8119)]
        assert markers(ranks, "o") == [(2021.5, 43.0)]
        assert "2021\n(2022)" in words(figure)
        top, bottom = ranks.get_ylim()[1], ranks.get_ylim()[0]
        assert top < bottom, "the best rank is at the top"


@pytest.mark.parametrize("lang", LANGS)
def test_an_edition_without_figures_says_so(lang):
    with drawn(international.draw_un(points(table()), table(), lang)) as figure:
        assert {"en": "No figure published by then", "zh": "截至当时尚无已发布的数字"}[lang] in words(figure)


def test_ranks_without_an_index():
    with drawn(international.draw_un(points(SURVEYS[2:]), SURVEYS, "en")) as figure:
        assert "No figure published by then" in words(figure)
        assert markers(figure.axes[1], "o") == [(2021.5, 43.0)]
