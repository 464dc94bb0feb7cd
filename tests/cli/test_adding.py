"""`bulletins add` by its prompts; nothing but the hands is replaced."""

from __future__ import annotations

import pytest

from analysis.adding.candidates import load_incoming
from analysis.adding.register import Register
from analysis.base.errors import ProjectError
from analysis.cli import adding

ISSUER = "issuer (an id, or the Chinese name of a new one)"
NEW_ID = "issuer (its id, such as datong-go)"


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
    answers = {NEW_ID: "zhangshui-go", "area": "CN-FJ", "address": "https://example.org/b"}
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
        ISSUER: "唐山市12345热线", NEW_ID: "tangshan-12345", "address": "https://example.org/b",
    }  # fmt: skip
    asked = []
    monkeypatch.setattr(adding, "ask", lambda name, proposed="": asked.append(name) or answers.get(name, proposed))
    adding.add_files([str(notice)], SAID)
    issuer = next(row for row in Register(here.raw).issuers if row["issuer"] == "tangshan-12345")
    assert (issuer["kind"], issuer["area"], issuer["label_en"]) == ("city", "CN-HE", "Tangshan 12345 hotline")
    assert "kind" not in asked


@pytest.fixture
def nameless(notice):
    """A notice of all cities, which names none."""
    text = notice.read_text(encoding="utf-8").replace("福建省人民政府办公厅", "").replace("全省", "全市")
    notice.write_text(text.replace("各设区市人民政府,省直各单位:\n", ""), encoding="utf-8")
    return notice


def typed(monkeypatch, said, **answers):
    """Type the answers to each question one after the other, then what is proposed; return the questions."""
    asked = []
    left = {name: iter(given) for name, given in answers.items()}

    def ask(name, proposed=""):
        asked.append(name)
        assert len(asked) < 50, f"{name} is asked for ever"
        return next(left.get(name.partition(" ")[0], iter(())), said.get(name, proposed))

    monkeypatch.setattr(adding, "ask", ask)
    return asked


def test_nobody_is_registered_as_somebody_else(nameless, here):
    held = (here.raw / "bulletins.csv").read_bytes()
    with pytest.raises(ProjectError, match=r"issuer is not sure.*with --issuer, or the id of a new one with --new-iss"):
        adding.add_files([str(nameless)], SAID, yes=True)
    assert (here.raw / "bulletins.csv").read_bytes() == held


def test_each_answer_is_judged_where_it_is_given(nameless, here, monkeypatch, capsys):
    """A question mark became an issuer, and a wrong address ended the command behind the last question."""
    asked = typed(
        monkeypatch, {NEW_ID: "zhangshui-go"},
        issuer=["", "?", "x", "漳水市政府网站", "?", "x", "fujian-go", "zhangshui-go"],
        label_en=["", "Government of Zhangshui"], area=["FJ", "CN-FJ"],
        address=["", "www.a.gov.cn/a b", "https://a.gov.cn/a b", "https://a.gov.cn/a"],
    )  # fmt: skip
    adding.add_files([str(nameless)], SAID)
    counts = [sum(name.startswith(one) for name in asked) for one in ("issuer", "label_en", "area", "address")]
    assert counts == [8, 2, 2, 4]
    issuer = Register(here.raw).issuer_of["zhangshui-2024q3"]
    assert (issuer["label_zh"], issuer["label_en"]) == ("漳水市政府网站", "Government of Zhangshui")
    said = capsys.readouterr().out
    for told in (
        "issuer is needed", "unknown issuer '?'", "unknown issuer 'x'", "'?' is no id", "'x' is no id",
        "'fujian-go' is the id of", "label_en is needed", "unknown area 'FJ'",
        "address is needed", "'www.a.gov.cn/a b' is no address", "'https://a.gov.cn/a b' is no address",
    ):  # fmt: skip
        assert told in said


def test_a_kind_that_no_word_gives_away_is_asked_until_it_is_one(nameless, here, monkeypatch, capsys):
    text = nameless.read_text(encoding="utf-8").replace("全市", "")
    nameless.write_text(text, encoding="utf-8")
    said = {ISSUER: "某某杂志社", NEW_ID: "some-journal", "label_en": "Some", "address": "https://a.gov.cn/a"}
    typed(monkeypatch, said, kind=["", "town", "news"], area=["CN"])
    adding.add_files([str(nameless)], SAID)
    assert Register(here.raw).issuer("some-journal")["kind"] == "news"
    assert "unknown kind 'town'" in capsys.readouterr().out


def test_a_body_without_its_place_is_asked_for_by_its_whole_name(nameless, here, monkeypatch, capsys):
    names = ["市政务公开办", "福建省人民政府办公厅", "a", "漳水市政务公开办"]
    asked = typed(
        monkeypatch, {ISSUER: "市政务公开办", NEW_ID: "x-go", "address": "https://a.gov.cn/a", "label_en": "X of Y"},
        label_zh=names, kind=["city"], area=["CN-FJ"],
    )  # fmt: skip
    adding.add_files([str(nameless)], SAID)
    assert sum(name.startswith("label_zh") for name in asked) == 4
    assert Register(here.raw).issuer("x-go")["label_zh"] == "漳水市政务公开办"
    said = capsys.readouterr().out
    assert "'市政务公开办' names no place" in said
    assert "福建省人民政府办公厅 is fujian-go already" in said


AT = SAID | {"address": "https://a.gov.cn/a"}
ZHANGSHUI = {"issuer": "tangshan-gov", "label_en": "", "kind": "", "area": ""}


def test_a_new_issuer_needs_no_keyboard(nameless, here, capsys):
    said = AT | {"issuer": "唐山市人民政府办公室"}
    with pytest.raises(
        ProjectError, match=r"unknown issuer '唐山市人民政府办公室'.* A new one gets its id with --new-issu"
    ):
        adding.add_files([str(nameless)], said, yes=True)
    adding.add_files([str(nameless)], said, new_issuer=ZHANGSHUI, yes=True)
    issuer = Register(here.raw).issuer_of["tangshan-2024q3"]
    assert (issuer["issuer"], issuer["kind"], issuer["area"]) == ("tangshan-gov", "city", "CN-HE")
    assert "?  issuer          Government Office of Tangshan, city, CN-HE" in capsys.readouterr().out.replace(
        "? i", "?  i"
    )


def test_the_files_of_a_new_issuer_are_added_together(nameless, here):
    more = nameless.with_name("more.txt")
    more.write_text(nameless.read_text(encoding="utf-8").replace("第三季度", "第四季度").replace("416", "417"), "utf-8")
    for file, address in ((nameless, "https://a.gov.cn/a"), (more, "https://a.gov.cn/b")):
        said = SAID | {"issuer": "唐山市人民政府办公室", "address": address}
        adding.add_files([str(file)], said, new_issuer=ZHANGSHUI | {"label_en": "Tangshan"}, yes=True)
    register = Register(here.raw)
    assert register.bulletin("tangshan-2024q4")["issuer"] == "tangshan-gov"
    assert [row["label_en"] for row in register.issuers if row["issuer"] == "tangshan-gov"] == ["Tangshan"]


@pytest.mark.parametrize(
    ("name", "row", "match"),
    [
        ("唐山市人民政府办公室", {"issuer": "?"}, "'\\?' is no id"),
        ("唐山市人民政府办公室", {"issuer": "fujian-go"}, "'fujian-go' is the id of General Office"),
        ("福建省人民政府办公厅", {}, "is fujian-go already: give that with --issuer"),
        ("", {}, "'' is no name in Chinese"),
        ("唐山市人民政府办公室", {"kind": "town"}, "unknown kind 'town'"),
        ("某某杂志社", {}, "label_en, area are not known: give them with --issuer-en, --issuer-kind and --area"),
        ("市政务公开办", {"kind": "city", "area": "CN-FJ", "label_en": "X"}, "'市政务公开办' names no place"),
    ],
)  # fmt: skip
def test_what_a_new_issuer_cannot_be_is_refused_and_nothing_written(nameless, here, name, row, match):
    held = {path: path.read_bytes() for path in here.raw.rglob("*.csv")}
    with pytest.raises(ProjectError, match=match):
        adding.add_files([str(nameless)], AT | {"issuer": name}, new_issuer=ZHANGSHUI | row, yes=True)
    assert {path: path.read_bytes() for path in here.raw.rglob("*.csv")} == held


def test_an_issuer_is_given_by_its_name_as_well(notice, here):
    adding.add_files([str(notice)], AT | {"issuer": "福建省人民政府办公厅"}, yes=True)
    assert Register(here.raw).bulletin("fujian-2024q3")["issuer"] == "fujian-go"


@pytest.mark.parametrize("copy_of", ["", "fujian-2022q1"])
def test_an_option_is_judged_before_anything_is_asked(notice, here, monkeypatch, copy_of):
    monkeypatch.setattr(adding, "ask", lambda *_: pytest.fail("asked"))
    with pytest.raises(ProjectError, match=r"'www\.a\.gov\.cn' is no address"):
        adding.add_files([str(notice)], SAID | {"address": "www.a.gov.cn"}, copy_of=copy_of)


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
