"""Labels: each estimate is called by words of the catalogue and of the codebook."""

from __future__ import annotations

import pytest

from analysis.base.codebook import load_codebook
from analysis.base.errors import ProjectError
from analysis.questions.labels import label_of

BOOK = load_codebook()


@pytest.mark.parametrize(
    ("topic", "parameter", "label"),
    [
        ("weibo-sina", "", "Government accounts on Sina Weibo"),
        ("weibo-sina-2011-2013", "", "Government accounts on Sina Weibo, 2011-2013"),
        ("smart-qa-2022-effective-portals", "", "Portals with more than renamed search, 2022"),
        ("scores-fujian-city-change", "", "Change of Fujian's mean score, 2020-2023: City governments"),
        ("accessibility-portals-CN-HI-2019-Q1", "", "Portals with accessibility, Hainan, 2019-Q1"),
        ("egdi", "annual_rate", "E-Government Development Index of China: yearly rate of change"),
        ("cut-2017", "loss.total", "The cut from March to December 2017: sites lost, total"),
    ],
)
def test_the_nearest_words_name_a_topic(topic, parameter, label):
    assert label_of(topic, parameter, BOOK, "en") == label


def test_each_language_sets_its_own_signs():
    assert label_of("cut-2017", "loss.total", BOOK, "zh") == "2017年3月至12月的压减：减少的网站（合计）"
    assert label_of("ownership-city", "midpoint", BOOK, "zh").startswith("网站拥有率：")


def test_what_has_no_words_yet_is_named():
    with pytest.raises(ProjectError, match="topic 'unheard-of' has no label"):
        label_of("unheard-of", "", BOOK, "en")
    with pytest.raises(ProjectError, match="parameter 'unheard_of' has no label"):
        label_of("egdi", "unheard_of", BOOK, "en")
