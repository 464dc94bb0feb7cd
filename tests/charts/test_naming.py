from __future__ import annotations

import pytest

from analysis.base.errors import UnknownName
from analysis.charts.drawn import Drawn
from analysis.charts.naming import Names
from helpers.exhibits import declare

NAMES = {
    lang: Names(declare(), lang, {"est-x": {"label_en": "An estimate", "label_zh": "一项估计"}})
    for lang in ("en", "zh")
}


@pytest.mark.parametrize(
    ("ids", "en", "zh"),
    [("a", "provinces' own checks", "各省自查"),
     ("CN-AH / province / 2022", "Anhui, provincial governments, 2022", "安徽，省级政府，2022年"),
     ("est-x", "An estimate", "一项估计"), ("2017-Q1", "Mar 2017", "2017年3月"),
     ("cnnic", "CNNIC count", "CNNIC统计"),
     ("issuer:cnnic", "China Internet Network Information Center", "中国互联网络信息中心")],
)  # fmt: skip
def test_ids_read_in_each_language(ids, en, zh):
    assert (NAMES["en"].name(ids), NAMES["zh"].name(ids)) == (en, zh)


def test_an_id_without_a_name_is_an_error():
    with pytest.raises(UnknownName, match="fig-test"):
        NAMES["en"].name("nowhere")


@pytest.mark.parametrize(
    ("fields", "text"),
    [({"value": 90, "lower": 90, "upper": 100, "comparator": "gt", "unit": "percent"}, "over 90%"),
     ({"value": 4.9, "lower": 4.1, "upper": 6.2, "status": "estimate", "unit": "percent"}, "4.10% to 6.20%"),
     ({"value": 4.9, "lower": 4.1, "upper": float("inf"), "status": "estimate", "unit": "percent"}, "over 4.10%"),
     ({"value": 46_772.1, "lower": 46_264.5, "upper": 47_281.3, "comparator": "computed", "status": "derived",
       "unit": "count:site"}, "46,264 to 47,281"),
     ({"value": None, "lower": 70, "upper": 100, "status": "possible"}, "")],
)  # fmt: skip
def test_a_figure_reads_as_in_the_prose(fields, text):
    assert NAMES["en"].figure(Drawn(**fields)) == text


def test_a_source_line_names_few_issuers_and_counts_many():
    few = [Drawn(bulletins="cnnic-45 cnnic-47"), Drawn(bulletins="gov-2017q2")]
    assert NAMES["en"].source(few).count(";") == 1
    assert NAMES["en"].source(few) == "Sources: CNNIC; General Office of the State Council."
    assert NAMES["en"].source([Drawn(bulletins="cnnic-45")]) == "Source: CNNIC."
    many = [Drawn(bulletins=f"{place}-2022q4") for place in ("anhui", "henan", "guangdong", "jilin", "tibet")]
    many += [Drawn(bulletins="cnnic-45"), Drawn(bulletins="gov-2017q2"), Drawn(bulletins="fudan-2023")]
    assert "issuers" in NAMES["en"].source(many)


def test_two_offices_of_one_body_are_one_issuer():
    """A chart told of seven issuers where its caption named six."""
    both = [Drawn(bulletins="gov-2017q2"), Drawn(bulletins="gov-census-2015")]
    assert NAMES["en"].source(both) == "Source: General Office of the State Council."
