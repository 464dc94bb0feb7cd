"""`bulletins review` by its keys, and `bulletins add` by its prompts; nothing but the hands is replaced."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

import pytest
from rich.console import Console

from analysis.adding.candidates import load_incoming
from analysis.adding.register import Register
from analysis.adding.text import sentence_around
from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.cli import adding
from analysis.cli.review import Desk, Hands, marked, read_key, review_bulletin

ISSUER = "issuer (an id, or the Chinese name of a new one)"


def desk(session, keys, typed=()):
    press, words = iter(keys), iter(typed)
    console = Console(record=True, width=100, quiet=False, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    made = Desk(session, console, Hands(lambda: next(press), lambda _name, _proposed: next(words)))
    made.run()
    return made


def verdicts(session):
    return [session.standings[one.number].verdict for one in session.candidates]


def test_keys_are_read_one_by_one_and_none_is_lost(monkeypatch):
    hand, terminal = os.openpty()
    with open(terminal, encoding="ascii") as stdin:  # noqa: PTH123 - a descriptor
        monkeypatch.setattr(sys, "stdin", stdin)
        os.write(hand, b"ru")
        assert [read_key(), read_key()] == ["r", "u"]
    os.close(hand)


def test_where_nothing_was_accepted_nothing_is_written(session):
    made = desk(session, ["w", "x"])
    assert "Nothing is accepted that statements.csv does not hold" in made.console.export_text()


def test_single_keys_decide(session):
    desk(session, ["\r", "r", "s", "u", "b", "x"])
    assert verdicts(session)[:3] == ["accept", "reject", ""]


def test_a_digit_chooses_an_indicator_and_a_letter_a_cell(session):
    number = next(one.number for one in session.candidates if one.row["printed"] == "95.92%")
    near = session.view(1).near
    desk(session, ["2", "l", "2", "q", "x"], ["约"])
    assert session.standings[1].row["indicator"] == near[1]
    assert session.standings[1].row["qualifier"] == "约"
    assert session.standings[number].verdict == ""


def test_what_cannot_be_accepted_is_said_and_stays(session):
    made = desk(session, ["p", "\r", "?", "x"], ["no figure"])
    shown = made.console.export_text()
    assert "cannot be read as one figure" in shown
    assert "1-9 indicator  f find one" in shown
    assert verdicts(session)[0] == ""


def test_a_whole_sentence_is_rejected(session):
    desk(session, ["R", "x"])
    low, high = sentence_around(session.text, session.candidates[0].start, session.candidates[0].end)
    inside = [low <= one.start < high for one in session.candidates]
    assert [verdict == "reject" for verdict in verdicts(session)] == inside


def test_an_indicator_is_found_by_its_words_and_a_cell_is_typed(session):
    desk(session, ["f", "1", "t", "/", "a", "z", "x"], ["spot check pass rate", "2024-08"])
    row = session.standings[1].row
    assert (row["indicator"], row["time_period"]) == ("spot_check_pass_rate", "2024-08")


def test_a_level_that_none_fits_becomes_a_row_of_the_codebook(session):
    desk(session, ["l", "n", "x"], ["made_up", "y", "Made up", "虚构", "Made up.", "虚构的。", "", "40"])
    assert session.standings[1].row["level"] == "made_up"


def test_at_the_end_a_decision_is_undone_and_skipped_figures_come_back(session):
    count = len(session.candidates)
    made = desk(session, [*"s" * (count - 1), "r", "u", "r", "\r", "r", "x"])
    assert f"enter to look at the {count - 1} skipped again" in made.console.export_text()
    assert verdicts(session) == ["reject", *["skip"] * (count - 2), "reject"]


def test_a_review_ends_with_what_it_cost_and_a_check(session, here, monkeypatch, capsys):
    monkeypatch.setattr("analysis.cli.review.the_register", lambda: session.register)
    monkeypatch.setattr("analysis.cli.review.Session", lambda *_: session)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    checked = []
    monkeypatch.setattr("analysis.pipeline.whole_check.check_all", lambda raw_alone: checked.append(raw_alone))
    monkeypatch.setattr(Desk, "run", lambda _: None)
    review_bulletin("fujian-2024q3", "")
    assert "0 s, 0 keys, 0 cells typed." in capsys.readouterr().out
    assert checked == []
    monkeypatch.setattr(Desk, "run", lambda made: setattr(made.session, "register", SimpleNamespace(statements=[])))
    review_bulletin("fujian-2024q3", "R. Viewer")
    assert checked == [True]


def test_typing_is_counted_and_confirming_is_not(session):
    made = desk(session, ["o", "o", "x"], ["a note", "a note"])
    assert (made.hands.keys, made.hands.typed) == (3, 1)


def test_at_the_end_rows_are_written_once_confirmed(session):
    count = len(session.candidates)
    keys = [*("\r" if one.row["printed"] == "95.92%" else "r" for one in session.candidates), "w", "n", "w", "y"]
    made = desk(session, keys)
    assert "fujian-2024q3-pass-rate  95.92%" in made.console.export_text()
    held = Register(session.register.raw).statements
    assert [one.printed for one in held if one.bulletin_id == "fujian-2024q3"] == ["95.92%"]
    assert verdicts(session).count("reject") == count - 1


def test_a_new_indicator_becomes_a_row_of_the_codebook(session):
    cells = ["made_up_rate", "y", "made-up-rate", "Made-up rate", "虚构率", "Made up.", "虚构。", "percent", "0", "100",
             "spot_checks", "share", ""]  # fmt: skip
    desk(session, ["n", "x"], cells)
    assert session.standings[1].row["indicator"] == "made_up_rate"
    assert Register(session.register.raw).indicators["made_up_rate"]["label_zh"] == "虚构率"


def test_the_sentence_marks_the_figure_and_its_evidence(session):
    view = session.view(next(one.number for one in session.candidates if one.row["printed"] == "95.92%"))
    styles = {str(span.style): marked(view).plain[span.start : span.end] for span in marked(view).spans}
    assert styles["bold reverse"] == "95.92%"
    assert "underline" in styles


@pytest.fixture
def here(register, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "INCOMING", tmp_path / "incoming")
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(adding, "the_register", lambda: Register(register.raw))
    return register


SAID = dict.fromkeys(
    "bulletin_id issuer title title_en document_no published period kind area address page_kind".split(), ""
)


def test_a_bulletin_is_registered_without_a_question(notice, here, tmp_path, capsys):
    adding.add_files([str(notice)], SAID | {"address": "https://www.fujian.gov.cn/a"}, yes=True)
    register = Register(here.raw)
    assert register.bulletin("fujian-2024q3")["issuer"] == "fujian-go"
    assert register.copies_of("fujian-2024q3")[0]["host"] == "www.fujian.gov.cn"
    assert (tmp_path / "incoming" / "fujian-2024q3.json").exists()
    assert "next: bulletins review fujian-2024q3" in capsys.readouterr().out


def test_it_is_not_registered_twice_but_may_get_a_copy(notice, here, monkeypatch):
    adding.add_files([str(notice)], SAID | {"address": "https://www.fujian.gov.cn/a"}, yes=True)
    other = SAID | {"address": "https://example.org/b", "page_kind": "mirror"}
    with pytest.raises(ProjectError, match="registered as fujian-2024q3: its text is the same; add it as a further"):
        adding.add_files([str(notice)], other, yes=True)
    with pytest.raises(ProjectError, match="this page is its copy"):
        adding.add_files([str(notice)], SAID | {"address": "https://www.fujian.gov.cn/a"}, yes=True)
    monkeypatch.setattr(adding.typer, "confirm", lambda *_, **__: True)
    adding.add_files([str(notice)], other)
    assert [row["copy_id"] for row in Register(here.raw).copies_of("fujian-2024q3")][1] == "fujian-2024q3-c2"


def test_unsure_fields_are_asked_and_an_empty_answer_again(notice, here, monkeypatch):
    answers = iter(["", "https://example.org/b", "mirror"])
    monkeypatch.setattr(adding, "ask", lambda _name, proposed="": next(answers) or proposed)
    adding.add_files([str(notice)], SAID)
    assert Register(here.raw).copies_of("fujian-2024q3")[0]["page_kind"] == "mirror"


def test_a_new_issuer_becomes_a_row_of_the_codebook(notice, here, monkeypatch, tmp_path):
    text = notice.read_text(encoding="utf-8").replace("福建省人民政府办公厅", "漳水市人民政府办公室")
    notice.write_text(text, encoding="utf-8")
    answers = {ISSUER: "zhangshui-go", "area": "CN-FJ", "address": "https://example.org/b"}
    monkeypatch.setattr(adding, "ask", lambda name, proposed="": answers.get(name, proposed))
    adding.add_files([str(notice)], SAID)
    register = Register(here.raw)
    assert register.bulletin("zhangshui-2024q3")["title_en"].startswith("Zhangshui: check of government websites")
    rows = [one.row for one in load_incoming(tmp_path / "incoming", "zhangshui-2024q3").candidates]
    assert {(row["entity"], row["level"]) for row in rows} == {("漳水市", "all")}
    issuer = register.issuer_of["zhangshui-2024q3"]
    assert (issuer["label_zh"], issuer["kind"], issuer["area"]) == ("漳水市人民政府办公室", "city", "CN-FJ")


def test_the_name_of_a_city_says_its_province_and_rank(notice, here, monkeypatch):
    text = notice.read_text(encoding="utf-8").replace("福建省人民政府办公厅", "")
    notice.write_text(text.replace("各设区市人民政府,省直各单位:\n", ""), encoding="utf-8")
    answers = {
        ISSUER: "唐山市12345热线", "issuer (its id, such as datong-go)": "tangshan-12345", "address": "https://example.org/b",
    }  # fmt: skip
    asked = []
    monkeypatch.setattr(adding, "ask", lambda name, proposed="": asked.append(name) or answers.get(name, proposed))
    adding.add_files([str(notice)], SAID)
    issuer = next(row for row in Register(here.raw).issuers if row["issuer"] == "tangshan-12345")
    assert (issuer["kind"], issuer["area"], issuer["label_en"]) == ("city", "CN-HE", "Tangshan 12345 hotline")
    assert "kind" not in asked


@pytest.mark.parametrize(
    ("answers", "yes", "match"),
    [
        ({"issuer": ""}, True, "issuer is not sure.*give it with --issuer"),
        ({}, False, "issuer is not known: give it with --issuer; nothing was written"),
        ({"issuer": "x-go", "label_zh": "市政务公开办", "kind": "city", "area": "CN-FJ", "label_en": "X"}, False,
         "'市政务公开办' names no place"),
    ],
)  # fmt: skip
def test_nobody_is_registered_as_somebody_else(notice, here, monkeypatch, answers, yes, match):
    text = notice.read_text(encoding="utf-8").replace("福建省人民政府办公厅", "").replace("全省", "全市")
    notice.write_text(text.replace("各设区市人民政府,省直各单位:\n", ""), encoding="utf-8")
    monkeypatch.setattr(adding, "ask", lambda name, proposed="": answers.get(name.partition(" ")[0], proposed))
    held = (here.raw / "bulletins.csv").read_bytes()
    with pytest.raises(ProjectError, match=match):
        adding.add_files([str(notice)], SAID, yes=yes)
    assert (here.raw / "bulletins.csv").read_bytes() == held


def test_an_address_is_no_file():
    with pytest.raises(ProjectError, match="save the page first, then add its file with --address https"):
        adding.add_files(["https://a.gov.cn/b.html"], SAID)


def test_one_file_of_a_folder_does_not_keep_the_others_out(notice, here, monkeypatch):
    (notice.parent / "texts").mkdir()
    for name, quarter in (("a", "四"), ("b", "三"), ("c", "三")):
        text = notice.read_text(encoding="utf-8").replace("第三季度", f"第{quarter}季度")
        (notice.parent / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
        (notice.parent / "texts" / f"{name}.txt.json").unlink(missing_ok=True)
    pages = iter(["https://example.org/a", "https://example.org/b"])
    monkeypatch.setattr(adding, "ask", lambda _name, proposed="": proposed or next(pages))
    monkeypatch.setattr(adding.typer, "confirm", lambda *_, **__: False)
    with pytest.raises(ProjectError, match=r"c.txt is registered as fujian-2024q3"):
        adding.add_files([str(notice.parent / "texts")], SAID)
    register = Register(here.raw)
    assert register.bulletin("fujian-2024q4")
    assert register.bulletin("fujian-2024q3")


def test_without_a_keyboard_there_is_no_review(here, session, monkeypatch):
    monkeypatch.setattr("analysis.cli.review.the_register", lambda: session.register)
    with pytest.raises(ProjectError, match="needs a terminal"):
        review_bulletin("fujian-2024q3", "x")


def test_a_print_with_brackets_is_shown_as_it_is(session):
    session.correct(1, "printed", "[bold]416家")
    made = desk(session, ["x"])
    assert "[bold]416家" in made.console.export_text()


def test_a_further_copy_is_named_in_the_statements_that_it_shows(notice, here):
    text = "福建省人民政府办公厅通报:全省抽查网站 446 個,合格率為 99.78 %,政务新媒体 2904个。\n"
    notice.write_text(text, encoding="utf-8")
    adding.add_files([str(notice)], SAID | {"address": "https://example.org/b", "page_kind": "mirror"},
                     copy_of="fujian-2022q1", yes=True)  # fmt: skip
    copies = {
        one.statement_id: one.copies for one in Register(here.raw).statements if one.bulletin_id == "fujian-2022q1"
    }
    new = Register(here.raw).copies_of("fujian-2022q1")[-1]["copy_id"]
    assert {name for name, cell in copies.items() if new in cell.split()} == {
        "fujian-2022q1-checked", "fujian-2022q1-media-checked", "fujian-2022q1-pass-rate",
    }  # fmt: skip
