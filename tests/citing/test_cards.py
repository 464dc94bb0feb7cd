from __future__ import annotations

import json

import pytest

from analysis.base.errors import UnknownName
from analysis.citing.cards import card_json, card_of, citations_of
from analysis.citing.records import Records
from helpers.published import sample_records


@pytest.fixture
def records() -> Records:
    return sample_records()


def test_the_card_of_an_observation_leads_to_its_bulletin_and_copies(records):
    lines = dict(card_of(records, "a-2020-running").labelled())
    assert lines["value"] == "over 90%  |  超过90%"
    assert lines["bounds"] == "(90, 100]"
    assert lines["status"] == "as printed, high confidence"
    assert lines["printed"] == "超过 90% (网站; 运行)"
    assert lines["copy (official page, clean)"] == "http://www.ah.gov.cn/a"
    assert "copy (mirror, clean)" not in lines
    assert "derived from" not in lines


@pytest.mark.parametrize(("lower", "upper", "bounds"), [(36916.0, 36916.0, None), (35e3, 45e3, "[35,000, 45,000]")])
def test_the_bounds_of_an_exact_value_go_without_saying(records, lower, upper, bounds):
    """ "[36916, 36916]" stood beside 36,916."""
    records.observations["a-2020-running"] |= {"lower": lower, "upper": upper, "lower_closed": True}
    assert dict(card_of(records, "a-2020-running").labelled()).get("bounds") == bounds


def test_a_reader_cites_pages_by_the_day_on_which_they_were_seen(records):
    own, bulletin = citations_of(records, "a-2020-running", accessed="2027-01-05")
    assert ("accessed" in own, bulletin["accessed"]) == ("URL" in own, {"date-parts": [[2027, 1, 5]]})


def test_a_card_says_what_a_figure_rests_on_and_how_it_was_checked(records):
    lines = dict(card_of(records, "a-2020-running").labelled())
    assert (lines["seen on"], lines["checked"]) == ("official page", "Checked against the full text")
    derived = dict(card_of(records, "a-2020-derived").labelled())
    assert (derived["seen on"], derived["checked"]) == ("mirrors only", "openings of the pages, not the full text")
    estimated = dict(card_of(records, "est-a-rate").labelled())
    assert estimated["seen on"] == "0 of 1 figures behind it on mirrors only"


def test_what_only_mirrors_show_is_cited_so(records):
    assert citations_of(records, "a-2020-derived")[0]["title"].endswith("(mirrors only)")
    assert "mirrors" not in citations_of(records, "a-2020-running")[0]["title"]


def test_a_card_comes_in_each_language(records):
    card = card_of(records, "a-2020-running", "zh")
    assert card.heading.startswith("正在运行的政府网站，全国")
    assert dict(card.labelled())["副本（官方页面，完好）"] == "http://www.ah.gov.cn/a"


def test_a_derived_observation_has_no_bulletin(records):
    card = card_of(records, "a-2020-derived")
    assert dict(card.labelled())["derived from"] == "a-2020-running b"
    assert card.bulletins == []


def test_an_estimate_names_model_interval_and_bulletins(records):
    card = card_of(records, "est-a-rate", "zh")
    lines = dict(card.labelled())
    assert (card.heading, card.bulletins) == ("网站：比率", ["a-2020"])
    assert lines["区间"] == "每年−11%至−9%（水平95%）"
    assert lines["模型"] == "对数线性"
    assert lines["方法"] == "最小二乘"


def test_what_bounds_alone_give_is_no_statement_of_probability(records):
    records.estimates["est-a-rate"]["level"] = 1.0
    lines = dict(card_of(records, "est-a-rate").labelled())
    assert lines["interval"].endswith("(bounds that follow from the printed figures)")


def test_a_refused_estimate_says_so(records):
    lines = dict(card_of(records, "est-b-rate").labelled())
    assert lines["value"] == "refused"
    assert lines["warnings"] == "Too few."
    assert "interval" not in lines


def test_an_exhibit_leads_to_the_bulletins_of_its_numbers(records):
    card = card_of(records, "fig-a")
    assert (card.heading, card.bulletins) == ("A chart", ["a-2020"])


def test_json_has_the_same_keys_in_every_language(records):
    english, chinese = (json.loads(card_json(card_of(records, "a-2020-running", lang))) for lang in ("en", "zh"))
    assert list(english) == list(chinese)
    assert english["copies"] == ["http://www.ah.gov.cn/a"]


def test_an_unknown_id_offers_near_ones(records):
    with pytest.raises(UnknownName, match="est-a-rate"):
        card_of(records, "est-a-rat")


def test_citations_name_the_item_then_its_bulletins(records):
    own, bulletin = citations_of(records, "a-2020-running")
    assert own["note"].startswith(
        "Number a-2020-running. Printed in: General Office of the Anhui government, Notice, 皖政办"
    )
    assert own["title"].endswith(": over 90% (90% to 100%)")
    assert (bulletin["title"], bulletin["note"], bulletin["number"]) == ("Notice", "通报", "皖政办〔2020〕1号")
    assert bulletin["URL"] == "http://www.ah.gov.cn/a"
    _, chinese = citations_of(records, "a-2020-running", "zh")
    assert (chinese["title"], "note" in chinese) == ("通报", False)


def test_a_withdrawn_number_says_what_replaced_it(records, monkeypatch):
    told = {"est-old": {"replaced_by": "est-a-rate", "reason": "Renamed.", "reason_zh": "改名。"}}
    monkeypatch.setattr("analysis.citing.cards.withdrawn", lambda: told)
    assert dict(card_of(records, "est-old").labelled()) == {"withdrawn": "Renamed.", "replaced by": "est-a-rate"}


@pytest.mark.parametrize("kind", ["official", "news", "secondary", "mirror"])
def test_only_the_address_of_an_official_page_is_a_link(records, kind):
    """Reports of newspapers were seen on hosts of strangers, too, which nobody should be led to."""
    records.copies_of = {"a-2020": [copy | {"page_kind": kind} for copy in records.copies_of["a-2020"]]}
    links = [line.names for line in card_of(records, "a-2020-running").lines if line.key == "copy"]
    assert links == [("http://www.ah.gov.cn/a",) if kind == "official" else ()]


def test_a_source_has_the_address_of_a_page_on_which_the_number_was_seen(records):
    """234 figures were cited with official pages on which other figures of their bulletin had been seen."""
    assert citations_of(records, "a-2020-running")[-1]["URL"] == "http://www.ah.gov.cn/a"
    mirror = records.statements["a-2020-running"] | {"copies": "a-mirror"}
    records.statements = {**records.statements, "a-2020-running": mirror}
    assert "URL" not in citations_of(records, "a-2020-running")[-1]


def test_a_conflict_has_a_card_and_is_cited_by_its_sources(records):
    records.conflicts = {
        "conflict-a": {
            "title_en": "Websites of a", "explanation_en": "Two counts.", "handled": "conflict", "rule": "R3",
            "printed": "over 90%", "observations": "a-2020-running", "series_id": "",
        }
    }  # fmt: skip
    card = card_of(records, "conflict-a")
    assert card.heading == "Websites of a"
    assert dict(card.labelled())["handled"] == "kept as a conflict"
    cited = [record["id"] for record in citations_of(records, "conflict-a")]
    assert cited == card.bulletins
