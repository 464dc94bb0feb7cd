from __future__ import annotations

import pytest

from analysis.charts import fits, ownership
from analysis.charts.marks import NO_FIGURE
from analysis.questions.evidence import gather
from helpers.printed_figures import heights, marked, no_figures, print_figures, words


def rate(level: str, printed: str, period: str) -> dict[str, str]:
    return {"indicator": "website_ownership_rate", "level": level, "printed": printed, "time_period": period}


@pytest.fixture(scope="module")
def tables():
    return print_figures(
        rate("county", "87.1%", "2006"), rate("county", "77%", "2006"), rate("county", "96%", "2008-11"),
        rate("city", "90.2%", "2004-01-30"), rate("city", "94.9%", "2005"), rate("city", "96.7%", "2006"),
        rate("city", "97.7%", "2008-11"), rate("all", "超过86%", "2007-12"), rate("city", "99.1%", "2015"),
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_level_shows_its_own_figures(tables, lang):
    levels = ownership.fit_ownership(gather(*tables))
    panels = dict(zip(ownership.PANELS, ownership.draw_ownership(*tables, lang, levels).axes, strict=True))
    assert heights(panels["county"]) == [77, 87.1, 96]
    assert heights(panels["city"]) == [90.2, 94.9, 96.7, 97.7]
    assert len(marked(panels["all"], "bounds")) == 1
    assert not heights(panels["all"])


def test_the_conflict_of_counties_is_hollow(tables):
    panels = dict(zip(ownership.PANELS, ownership.draw_ownership(*tables, "en").axes, strict=True))
    faces = {dot.get_ydata()[0]: dot.get_markerfacecolor() for dot in marked(panels["county"], "dot")}
    assert faces[87.1] == faces[77] == "white" != faces[96]


def test_a_curve_is_drawn_where_the_model_stands_and_only_there(tables):
    levels = ownership.fit_ownership(gather(*tables))
    panels = dict(zip(ownership.PANELS, ownership.draw_ownership(*tables, "en", levels).axes, strict=True))
    assert len(marked(panels["city"], "curve")) == 1
    assert not marked(panels["county"], "curve")
    said = fits.summarise_fits(levels)
    assert said.filter(series="county")["refusal"].item()


def test_an_increase_implies_the_domains_of_half_a_year_before():
    tables = print_figures(
        {"indicator": "gov_cn_domains", "printed": "13963个", "time_period": "2004-06-30"},
        {"indicator": "gov_cn_domains_change_half_year", "printed": "2199个", "qualifier": "增加",
         "time_period": "2004-06-30"},
        {"indicator": "websites_under_gov_cn", "printed": "11,764", "time_period": "2003-12", "unit_printed": "个"},
    )  # fmt: skip
    (implied,) = ownership.imply_domains(tables.observations)
    assert (implied.value, implied.derived) == (11_764, True)
    assert implied.t == pytest.approx(2004.0, abs=0.01)
    axes = ownership.draw_domains(*tables, "zh").axes[0]
    assert heights(axes) == [11_764, 11_764, 13_963]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_published_is_said(lang):
    for draw in (ownership.draw_ownership, ownership.draw_domains):
        assert NO_FIGURE[lang] in words(draw(*no_figures(), lang))
