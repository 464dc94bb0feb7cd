"""`bulletins add` by its prompts; nothing but the hands is replaced."""

from __future__ import annotations

import pytest

from analysis.adding.candidates import load_incoming
from analysis.adding.register import Register
from analysis.base.errors import ProjectError
from analysis.cli import adding

ISSUER = "issuer (an id, or the Chinese name of a new one)"


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


def test_a_question_that_no_terminal_answers_is_an_error(notice, here, monkeypatch):
    def ended(*_args, **_options):
        raise adding.typer.Abort

    monkeypatch.setattr(adding.typer, "prompt", ended)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    with pytest.raises(ProjectError, match="no terminal answers this question; state it by its option"):
        adding.add_files([str(notice)], SAID)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    with pytest.raises(adding.typer.Abort):
        adding.add_files([str(notice)], SAID)


def test_what_cannot_be_is_asked_again_and_nothing_typed_is_lost(notice, here, monkeypatch):
    answers = iter(["https://example.org/b", "miror", "mirror"])
    monkeypatch.setattr(adding, "ask", lambda _name, proposed="": next(answers))
    adding.add_files([str(notice)], SAID)
    assert Register(here.raw).copies_of("fujian-2024q3")[0]["page_kind"] == "mirror"


def test_a_new_issuer_becomes_a_row_of_the_codebook(notice, here, monkeypatch, tmp_path):
    text = (
        notice.read_text(encoding="utf-8")
        .replace("福建省人民政府办公厅", "漳水市人民政府办公室")
        .replace("全省", "全市")
    )
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


def test_enter_takes_a_new_issuer_by_the_name_that_the_document_gives(notice, here, monkeypatch):
    text = notice.read_text(encoding="utf-8").replace("福建省人民政府办公厅", "漳水市人民政府办公室")
    notice.write_text(text, encoding="utf-8")
    answers = {
        "issuer (its id, such as datong-go)": "zhangshui-go", "area": "CN-FJ", "address": "https://example.org/b",
    }  # fmt: skip
    monkeypatch.setattr(adding, "ask", lambda name, proposed="": answers.get(name, proposed))
    adding.add_files([str(notice)], SAID)
    assert Register(here.raw).issuer_of["zhangshui-2024q3"]["label_zh"] == "漳水市人民政府办公室"


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
        ({}, False, "issuer is needed: give it with --issuer; nothing was written"),
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
