from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis.adding.candidates import Incoming, candidates_of, load_incoming, period_of, save_incoming, words_of
from analysis.adding.proposal import bulletin_row, copy_row
from analysis.adding.text import read_bulletin
from analysis.base.errors import ProjectError


def cells(one, *names):
    return tuple(one.row[name] for name in names)


def test_a_print_keeps_its_cue_and_its_measure_word(candidates):
    prints = [one.row["printed"] for one in candidates]
    assert prints[:4] == ["416家", "416家", "2家", "95.92%"]
    assert "超过1900个" in prints


def test_meaning_evidence_and_habits_fill_the_columns(candidates):
    rate = next(one for one in candidates if one.row["printed"] == "95.92%")
    assert cells(rate, "indicator", "area", "level", "time_period") == (
        "spot_check_pass_rate",
        "CN-FJ",
        "all",
        "2024-Q3",
    )
    # The reader is silent; the issuer's rates are of its own checks.
    assert cells(rate, "method", "note") == ("self_check", "method not printed: as in earlier figures of the issuer")
    assert cells(rate, "unit_printed", "copies", "confidence") == ("%", "fujian-2024q3-c1", "high")
    assert rate.evidence["indicator"]


def test_a_method_that_is_read_is_no_guess(text, register, found):
    text = replace(text, figures=(text.figures[0]._replace(method="recheck", indicator="spot_check_pass_rate"),))
    (one,) = candidates_of(text, bulletin_row(found), copy_row(found, 1, date(2026, 1, 2)), register)
    assert cells(one, "method", "note") == ("recheck", "")


def test_terms_are_the_codebooks_not_what_the_reader_cut_out_of_the_page(candidates, text):
    terms = {one.row["printed"]: cells(one, "subject", "measure") for one in candidates}
    assert terms["416家"] == ("各级政府网站", "抽查网站")
    assert terms["超过1900个"] == ("政务新媒体", "政务新媒体账号")
    assert words_of(candidates[0], text.shown, "indicator") == "在运行的政府网站"  # from 正在运行的政府网站


@pytest.mark.parametrize(
    ("read", "period", "coded"),
    [
        ("2020-02-29", "2020-Q1", "2020-02-29"), ("2020-02", "2020-Q1", "2020-02"), ("2020-02-29", "", "2020-02-29"),
        ("2020-02-29", "2020-02", "2020-02-29"), ("2020-04-02", "2020-Q1", "2020-04-02"),
        ("2019-Q4", "2020-Q1", "2019-Q4"),
        ("", "2020-Q1", "2020-Q1"),
    ],
)  # fmt: skip
def test_a_stock_keeps_the_day_that_is_printed_with_it(read, period, coded):
    assert period_of(read, period) == coded


def test_a_stock_has_the_words_for_its_day_and_a_check_those_for_its_quarter(text, register, found, notice, terms):
    day = notice.read_text(encoding="utf-8").replace("第三季度,全省正在", "截至2024年8月23日,全省正在")
    notice.write_text(day, encoding="utf-8")
    bulletin, copy = bulletin_row(found), copy_row(found, 1, date(2026, 1, 2))
    made = candidates_of(read_bulletin(notice, terms), bulletin, copy, register)
    running, checked = (cells(one, "time_period", "period_printed") for one in made[:2])
    assert (running, checked) == (
        ("2024-08-23", "2024年8月23日"),
        ("2024-Q3", "2024年第三季度"),
    )  # a check is dated by the title


def test_a_rate_is_of_the_whole_period_whatever_day_is_printed():
    assert period_of("2020-02-29", "2020-02", stock=False) == "2020-02"
    assert period_of("2020-02-29", "2020-Q1", stock=False) == "2020-Q1"
    assert period_of("2020-03-01", "2020-02", stock=False) == "2020-03-01"


def test_candidates_come_back_as_they_were(text, candidates, tmp_path):
    incoming = Incoming(text.name, [], text.shown, candidates)
    save_incoming(tmp_path, "b", incoming)
    assert load_incoming(tmp_path, "b") == incoming


def test_what_was_never_read_cannot_be_reviewed(tmp_path):
    with pytest.raises(ProjectError, match="`bulletins add` reads its text first"):
        load_incoming(tmp_path, "x")


def test_a_hotline_is_what_its_figures_are_about(register, tmp_path, terms):
    path = tmp_path / "h.txt"
    path.write_text("2024年11月份统计数据\n11月份,12345热线共受理诉求284406件,网站来信20封。\n", encoding="utf-8")
    bulletin = {"bulletin_id": "b", "issuer": "tai", "period": "2024-11", "area": "CN-SD", "language": "zh"}
    row = {"issuer": "tai", "label_en": "Government Office of Dongming county", "label_zh": "东明县人民政府办公室"}
    register.issuers.append(row | {"kind": "county", "area": "CN-SD"})
    copy = {"condition": "clean", "confidence": "high", "copy_id": "b-c1"}
    one = candidates_of(read_bulletin(path, terms), bulletin, copy, register)[0]
    assert cells(one, "indicator", "entity", "level") == ("hotline_requests_received", "东明县12345", "single")
    line = register.hotline_of("tai")
    assert (line["code"], line["label_en"], line["kind"]) == (
        "dongming-12345",
        "Dongming county 12345 hotline",
        "platform",
    )
    assert register.hotline_of("huaibei-go")["entity"] == "淮北12345"
    assert register.hotline_of("fujian-go") == {}


def test_a_citys_notice_does_not_take_the_provinces_figures_for_its_own(register, tmp_path, terms):
    path = tmp_path / "n.txt"
    path.write_text(
        "漳水市政府网站检查通报\n二季度,全省在运行的政府网站531家,合格率98.9%。"
        "与全省一样检查之后,我市政府网站29家,合格率100%。\n",
        encoding="utf-8",
    )
    row = {"issuer": "z", "label_en": "Government Office of Zhangshui", "label_zh": "漳水市人民政府办公室"}
    register.issuers.append(row | {"kind": "city", "area": "CN-FJ"})
    bulletin = {"bulletin_id": "b", "issuer": "z", "period": "2023-Q2", "area": "CN-FJ", "language": "zh"}
    made = candidates_of(
        read_bulletin(path, terms), bulletin, {"condition": "clean", "confidence": "high", "copy_id": "b-c1"}, register
    )
    assert [one.row["entity"] for one in made] == ["", "", "漳水市", "漳水市"]


@pytest.mark.parametrize(("kind", "level"), [("account", "single"), ("department", "all")])
def test_what_is_read_of_a_department_is_not_of_one_site(text, register, kind, level):
    register.entities["某物"] = {"entity": "某物", "code": "x", "kind": kind, "area": "CN"}
    copy = {"condition": "clean", "confidence": "high", "copy_id": "b-c1"}
    text = replace(text, figures=(text.figures[0]._replace(entity="某物", level=""),))
    bulletin = {"bulletin_id": "b", "issuer": "fujian-go", "period": "2024-Q3", "area": "CN-FJ", "language": "zh"}
    (one,) = candidates_of(text, bulletin, copy, register)
    assert cells(one, "entity", "level") == ("某物", level)
