from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.adding.candidates import Incoming, save_incoming
from analysis.adding.duplicates import find_registered
from analysis.adding.proposal import Guess, Proposal, propose


def settled(found: Proposal, name: str, value: str) -> Proposal:
    return {**found, name: Guess(value, "as given", sure=True)}


def why(found, text, register, incoming):
    match = find_registered(found, text, register, incoming)
    return match and (match.bulletin_id, match.why, match.page)


def test_a_new_bulletin_is_new(found, text, register, tmp_path):
    assert why(found, text, register, tmp_path) is None


def test_the_same_issuer_period_and_kind(found, text, register, tmp_path):
    same = settled(settled(found, "period", "2022-Q1"), "title", "另题")
    assert why(same, text, register, tmp_path)[0] == "fujian-2022q1"


def test_a_nearly_identical_title_of_another_issuer(found, text, register, tmp_path):
    title = "关于2022年第一季度全省政府网站与政务新媒体检查情况的通报"
    same = settled(settled(settled(found, "period", "2022-Q1"), "title", title), "issuer", "fujian-gov")
    assert why(same, text, register, tmp_path)[1].startswith("its title is nearly the same")


def test_a_title_with_another_word_or_two_is_nearly_the_same_and_one_of_another_thing_is_not(
    found, text, register, tmp_path
):
    other = settled(settled(found, "period", "2022-Q1"), "issuer", "fujian-gov")
    near = settled(other, "title", "福建省人民政府办公室关于2022年一季度全省政府网站与政务新媒体的检查情况通报")
    assert why(near, text, register, tmp_path)[0] == "fujian-2022q1"
    far = settled(settled(other, "title", "关于2022年第一季度全省政务服务大厅评议情况的通报"), "kind", "evaluation")
    assert why(far, text, register, tmp_path) is None


@pytest.mark.parametrize(
    ("title", "alike"),
    [
        ("黄山市人民政府办公室关于2024年第三季度全市政府网站检查情况的通报", False),
        ("安徽省芜湖市人民政府办公室关于2024年第三季度全市政府网站检查情况的通报", True),
        ("第三季度全市政府网站检查情况的通报", True),
    ],
)  # fmt: skip
def test_two_cities_print_the_same_notice_and_each_its_own(found, text, register, tmp_path, title, alike):
    known = "芜湖市人民政府办公室关于2024年第三季度全市政府网站检查情况的通报"
    blank = dict.fromkeys(register.bulletins[0], "")
    row = {"bulletin_id": "w", "title": known, "issuer": "w-go", "period": "2024-Q3", "area": "CN-AH", "kind": "notice"}
    register.bulletins.append(blank | row)
    new = {name: Guess(value) for name, value in (("issuer", "h-go"), ("area", "CN-AH"), ("title", title))}
    assert (why({**found, **new}, text, register, tmp_path) is not None) is alike


def test_the_same_number(found, text, register, tmp_path):
    assert why(settled(found, "document_no", "闽政办函〔2024〕12号"), text, register, tmp_path)[0] == "fujian-2023"


def test_the_same_page(found, text, register, tmp_path):
    page = register.copies[0]["address"]
    assert why(settled(found, "address", page + "/"), text, register, tmp_path)[2] is True


def test_the_same_text_with_other_blanks(found, text, candidates, register, tmp_path, notice, terms):
    from analysis.adding.text import read_bulletin

    save_incoming(tmp_path / "incoming", "fujian-2023", Incoming(text.name, [], text.shown, candidates))
    notice.write_text(notice.read_text(encoding="utf-8").replace("家,", "家 ， "), encoding="utf-8")
    again = read_bulletin(notice, terms)
    other = settled(propose(again, register, {}), "period", "2024-Q4")
    assert why(other, again, register, tmp_path / "incoming")[:2] == ("fujian-2023", "its text is the same")


def test_the_same_title_is_the_same_bulletin_however_its_period_was_read(found, text, register, tmp_path):
    title = register.bulletin("fujian-2022q1")["title"]
    match = find_registered(settled(settled(found, "title", title), "period", "2022"), text, register, tmp_path)
    assert match == ("fujian-2022q1", "it has the same title", False, True)


def test_a_page_that_prints_all_figures_of_a_bulletin_is_a_copy_whoever_issued_it(found, text, register, tmp_path):
    rows = [one.printed for one in register.statements if one.bulletin_id == "fujian-2022q1"]
    other = {"period": "2022-Q1", "issuer": "", "title": "另题", "kind": "notice"}
    read = {**found, **{name: Guess(value, "as given", sure=True) for name, value in other.items()}}
    match = find_registered(read, replace(text, plain=";".join(rows)), register, tmp_path)
    assert (match.bulletin_id, match.why[:14]) == ("fujian-2022q1", "it prints all ")
    assert find_registered(read, replace(text, plain=";".join(rows[1:])), register, tmp_path) is None


def test_what_has_only_issuer_kind_and_period_in_common_is_no_copy_at_once(found, text, register, tmp_path):
    other = settled(settled(found, "period", "2022-Q1"), "title", "另题")
    assert not find_registered(other, text, register, tmp_path).alike
