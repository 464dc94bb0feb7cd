from __future__ import annotations

import pytest

from analysis.charts import provinces
from analysis.charts.marks import NO_FIGURE
from helpers.printed_figures import marked, no_figures, print_figures, words


def sites(area: str, printed: str, period: str, method: str = "") -> dict[str, str]:
    return {
        "indicator": "running_government_sites", "area": area, "printed": printed, "time_period": period,
        "method": method,
    }  # fmt: skip


@pytest.fixture(scope="module")
def tables():
    return print_figures(
        sites("CN-SC", "1066个", "2018-12", "cnnic"), sites("CN-SC", "909个", "2019-12", "cnnic"),
        sites("CN-GD", "617个", "2019-12", "cnnic"), sites("CN-GD", "529家", "2023-Q3"),
        sites("CN-GD", "3000余家", "2017"), sites("CN", "14474个", "2019-12", "cnnic"),
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_province_has_a_row_with_its_counts(tables, lang):
    axes = provinces.draw_running(*tables, lang).axes[0]
    drawn = sorted((round(a.get_ydata()[0]), float(a.get_xdata()[0])) for a in marked(axes, "dot"))
    assert drawn == [(0, 529), (0, 617), (1, 909), (1, 1066)]
    names = [label.get_text() for label in axes.get_yticklabels()]
    assert names == (["Guangdong", "Sichuan"] if lang == "en" else ["广东", "四川"])


def test_the_country_is_no_province(tables):
    assert set(provinces.collect_provinces(*tables)) == {"CN-SC", "CN-GD"}


def test_own_counts_get_a_panel_for_each_province_that_prints_any(tables):
    figure = provinces.draw_own_counts(*tables, "zh")
    titles = [axes.get_title(loc="left") or axes.get_title() for axes in figure.axes]
    assert [title for title in titles if title] == ["广东"]
    assert len(marked(figure.axes[0], "dot")) == 2
    assert len(marked(figure.axes[0], "bounds")) == 1
    assert len(marked(figure.axes[1], "key")) == 2


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_published_is_said(lang):
    for draw in (provinces.draw_running, provinces.draw_own_counts):
        assert NO_FIGURE[lang] in words(draw(*no_figures(), lang))
