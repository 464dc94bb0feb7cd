from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis.adding.proposal import (
    bulletin_row,
    code_of,
    copy_row,
    english_title,
    issuer_row,
    page_kind_of,
    propose,
    require_valid,
    unsure,
)
from analysis.adding.text import read_bulletin
from analysis.base.errors import ProjectError, UnknownName


def test_document_and_series_give_every_field(found):
    row = bulletin_row(found)
    assert row | {"title": ""} == {
        "title": "", "issuer": "fujian-go", "area": "CN-FJ", "kind": "spot_check", "period": "2024-Q3",
        "published": "2024-10-11", "published_basis": "page", "document_no": "", "language": "zh",
        "bulletin_id": "fujian-2024q3",
        "title_en": "Fujian: check of government websites and new media, third quarter of 2024",
    }  # fmt: skip
    assert unsure(found) == []


def test_the_copy_says_where_and_when_it_was_seen(found):
    row = copy_row(found, 2, date(2026, 1, 2))
    assert (row["copy_id"], row["host"], row["page_kind"]) == ("fujian-2024q3-c2", "www.fujian.gov.cn", "official")
    assert (row["confidence"], row["seen"]) == ("high", "2026-01-02")


def test_what_a_person_says_stands(text, register):
    found = propose(text, register, {"period": "2024-H2", "kind": "evaluation"})
    assert (found["bulletin_id"].value, found["kind"].value) == ("fujian-2024h2", "evaluation")
    assert "second half of 2024" in found["title_en"].value


def test_an_unknown_issuer_is_a_new_one_and_no_other(tmp_path, terms, register):
    path = tmp_path / "t.txt"
    path.write_text(
        "云台市人民政府办公室关于2020年2月全市政府网站检查情况的报告\n全市政府网站 21 家。\n", encoding="utf-8"
    )
    found = propose(read_bulletin(path, terms), register, {})
    assert found["issuer"].value == ""
    assert "云台市人民政府办公室" in found["issuer"].why
    assert {"issuer", "bulletin_id", "title_en", "address"} <= set(unsure(found))


def test_the_bullet_of_a_list_of_pages_is_no_part_of_a_title(tmp_path, terms, register):
    path = tmp_path / "t.txt"
    path.write_text("•漳水市2021年第三季度政府网站检查情况的通报\n检查政府网站33家。\n", encoding="utf-8")
    title = propose(read_bulletin(path, terms), register, {})["title"].value
    assert title == "漳水市2021年第三季度政府网站检查情况的通报"


def test_a_title_that_every_city_has_names_no_issuer(tmp_path, terms, register):
    path = tmp_path / "t.txt"
    path.write_text(
        "关于2024年第一季度全市政府网站与政务新媒体检查情况的通报\n全市政府网站 21 家。\n", encoding="utf-8"
    )
    assert propose(read_bulletin(path, terms), register, {})["issuer"].value == ""


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某部2024年第一季度政务新媒体考核检查情况", "spot_check"), ("11月份“政府信箱”答复工作情况通报", "statistics"),
        ("2018年全区政府网站绩效考核结果", "evaluation"), ("关于做好政府网站年度工作的公告", "notice"),
    ],
)  # fmt: skip
def test_kinds_by_the_words_of_titles(text, register, title, kind):
    assert propose(text, register, {"title": title, "issuer": "new"})["kind"].value == kind


def test_a_new_issuer_is_called_as_its_nearest_kin(text, register):
    row = issuer_row("changning-openness", "保山市昌宁县政务公开领导小组办公室", text, register)
    assert row["label_en"] == "Leading group office for open government affairs of Changning county"
    assert (row["kind"], row["area"]) == ("county", "CN-YN")
    assert issuer_row("some", "某某杂志社", text, register)["label_en"] == ""


@pytest.mark.parametrize(
    ("said", "error", "match"),
    [
        ({"issuer": "fujian-og"}, UnknownName, "--issuer: unknown issuer.*fujian-go"),
        ({"kind": "spotcheck"}, UnknownName, "spot_check"),
        ({"published": "2024-13-01"}, ProjectError, "no date"),
        ({"bulletin_id": "fujian-2023"}, ProjectError, "registered bulletin: give another one with --id"),
        ({"bulletin_id": "Fujian 2024"}, ProjectError, "no id"),
        ({"address": ""}, ProjectError, "address is not known.*--address"),
        ({"address": "www.fujian.gov.cn"}, ProjectError, "no address: give that of the page"),
        ({"address": "https://a.gov.cn/a b"}, ProjectError, "no address"),
        ({"address": "ftp://a.cn"}, ProjectError, "no add"),
        ({"address": "https://a"}, ProjectError, "no address"),
        ({"bulletin_id": "x"}, ProjectError, "no id"),
        ({"published": "2049-01-01"}, ProjectError, "of the future"),
        ({"period": "1999"}, ProjectError, "before the record begins"),
    ],
)
def test_what_the_tables_would_refuse_is_refused_at_once(text, register, said, error, match):
    with pytest.raises(error, match=match):
        require_valid(propose(text, register, {"address": "http://a.cn/", "page_kind": "mirror"} | said), register)


@pytest.mark.parametrize(
    ("period", "code"), [("2017-Q2", "2017q2"), ("2019-H1", "2019h1"), ("2020-10", "2020m10"), ("2023", "2023")]
)
def test_periods_in_ids(period, code):
    assert code_of(period) == code


def test_pages_by_their_hosts():
    kinds = [page_kind_of(f"http://{host}/x").value for host in ("www.gov.cn", "news.sina.com", "govxcn.example.org")]
    assert kinds == ["official", "news", "mirror"]


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://a.gov.cn/tj/20241212/162.html", "2024-12-12"), ("http://a.cn/202410/t20241029_2.shtml", "2024-10-29"),
        ("http://a.cn/2024-12/28/content_2.shtml", "2024-12-28"), ("http://a.cn/20260101/1.html", "2024"),
        ("http://a.cn/20241312/1.html", "2024"), ("http://a.cn/content/post_20241212.html", "2024"),
    ],
)  # fmt: skip
def test_a_day_in_the_address_is_that_of_publication_unless_it_is_too_late(text, register, address, published):
    silent = replace(text, record=text.record._replace(published=text.record.period._replace(value="")))
    assert propose(replace(silent, address=address), register, {"period": "2024-Q3"})["published"].value == published


def test_a_page_in_english_keeps_its_title(text, register):
    found = propose(text, register, {"title": "Results of the check", "issuer": "gov-go", "period": "2024-Q1"})
    assert found["title_en"].value == "Results of the check"


SERIES = {
    "bulletin_id": "b",
    "period": "2024-Q2",
    "kind": "spot_check",
    "title_en": "A: own words, second quarter of 2024",
}


@pytest.mark.parametrize(
    ("title", "before", "sure"),
    [
        ("第三季度全省政府网站检查情况的通报", "某省办公厅关于2024年第二季度全省政府网站抽查情况通报", True),
        ("第三季度全省政府网站检查通报", "第二季度全省政府网站自查通报", False),
        ("第三季度甘肃网站无障碍报告", "第二季度海南网站无障碍报告", False),
    ],
)  # fmt: skip
def test_an_english_title_is_sure_only_where_the_period_alone_differs(title, before, sure):
    found = english_title(title, "spot_check", "2024-Q3", SERIES | {"title": before}, "A")
    assert (found.value, found.why, found.sure) == ("A: own words, third quarter of 2024", "as b", sure)


def test_a_title_on_something_else_takes_its_own_words_and_an_edition_is_looked_at():
    """A check of websites and new media was called one of new media alone, and taken as sure."""
    title, before = "第三季度政府网站与政务新媒体检查情况的通报", "第二季度政务新媒体检查情况的通报"
    found = english_title(title, "spot_check", "2024-Q3", SERIES | {"title": before}, "A")
    assert found.value == "A: check of government websites and new media, third quarter of 2024"
    assert not found.sure
    counted = SERIES | {"title": title, "title_en": "A, second quarter of 2024 (13th)"}
    assert not english_title(title, "spot_check", "2024-Q3", counted, "A").sure
    line = SERIES | {"title": title, "title_en": "A 12345 hotline, second quarter of 2024"}
    assert english_title(title, "spot_check", "2024-Q3", line, "A").sure
