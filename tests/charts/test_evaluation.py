from __future__ import annotations

import pytest

from analysis.charts import evaluation
from analysis.charts.marks import NO_FIGURE
from helpers.printed_figures import heights, make_break, marked, no_figures, print_figures, words

CUT = make_break(
    break_id="scale", kind="scale", date="2022", area=frozenset({"CN-BJ"}), indicator=frozenset({evaluation.SCORE})
)


def score(area: str, level: str, printed: str, period: str, method: str = "") -> dict[str, str]:
    return {
        "indicator": evaluation.SCORE, "area": area, "level": level, "printed": printed, "time_period": period,
        "method": method,
    }  # fmt: skip


@pytest.fixture(scope="module")
def tables():
    return print_figures(
        score("CN-FJ", "city", "83.76分", "2020"), score("CN-FJ", "city", "85.32分", "2021"),
        score("CN-FJ", "county", "75.77分", "2020"), score("CN-BJ", "county", "125.4分", "2021-Q3", "scale_130"),
        score("CN-BJ", "county", "125.3分", "2021-Q2", "scale_130"),
        score("CN-BJ", "county", "101.67分", "2022-Q3", "scale_110"),
        score("CN-BJ", "county", "101.62分", "2022-Q4", "scale_110"),
        breaks=(CUT,),
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_scores_are_drawn_by_tier_and_by_scale(tables, lang):
    left, right = evaluation.draw_scores(*tables, lang, [CUT]).axes
    assert heights(left) == [75.77, 83.76, 85.32]
    assert heights(right) == [101.62, 101.67, 125.3, 125.4]
    assert len(evaluation.list_scores(*tables)) == 7


def test_no_line_joins_two_scales(tables):
    _, right = evaluation.draw_scores(*tables, "en", [CUT]).axes
    lines = [sorted(line.get_ydata()) for line in marked(right, "joined")]
    assert sorted(lines) == [[101.62, 101.67], [125.3, 125.4]]
    assert "130" in words(right.figure)
    assert "110" in words(right.figure)


def test_a_yearly_score_stands_in_its_year(tables):
    left, _ = evaluation.draw_scores(*tables, "en").axes
    assert {round(float(dot.get_xdata()[0]), 1) for dot in marked(left, "dot")} == {2020.5, 2021.5}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_published_is_said(lang):
    assert NO_FIGURE[lang] in words(evaluation.draw_scores(*no_figures(), lang))


def test_one_province_alone_leaves_the_other_panel_empty():
    tables = print_figures(score("CN-FJ", "city", "83.76分", "2020"))
    assert "no figure by then" in words(evaluation.draw_scores(*tables, "en"))
