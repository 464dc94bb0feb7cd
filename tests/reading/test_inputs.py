"""Where texts come from, and how they are cut into units of work."""

from __future__ import annotations

import json

import openpyxl
import polars as pl
import pytest

from analysis.base.errors import ProjectError
from analysis.reading import inputs
from analysis.reading.document import UNSTATED, Stated
from analysis.reading.inputs import Failure, list_paths, list_units, read_unit, sidecar


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.html", "deep/c.txt", "picture.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("抽查网站30家。", encoding="utf-8")
    return tmp_path


def test_a_folder_stands_for_its_texts_and_each_file_comes_once(folder):
    names = [path.relative_to(folder).as_posix() for path in list_paths([folder, folder / "b.txt", f"{folder}/*.html"])]
    assert names == ["a.html", "b.txt", "deep/c.txt"]
    with pytest.raises(ProjectError, match=r"d\*: no such file or folder, and no file matches it"):
        list_paths([f"{folder}/deep/d*"])


def test_small_files_are_read_together_and_a_long_text_alone(folder, monkeypatch):
    monkeypatch.setattr(inputs, "LONG_TEXT", 100)
    monkeypatch.setattr(inputs, "_UNIT_BYTES", 40)
    (folder / "c.txt").write_text("抽查网站30家。" * 10, encoding="utf-8")
    units = list(list_units([folder / name for name in ("a.html", "b.txt", "c.txt", "deep/c.txt")]))
    assert [(unit.kind, len(unit.paths)) for unit in units] == [("files", 2), ("long", 1), ("files", 1)]


def test_rows_of_tables_are_texts_and_a_row_that_is_none_is_named(tmp_path):
    rows = [{"id": "a", "text": "一"}, {"id": None, "text": "二"}, {"id": "c", "text": None}]
    pl.DataFrame(rows).write_parquet(tmp_path / "t.parquet")
    (tmp_path / "t.jsonl").write_text("\n".join(["{", "", *map(json.dumps, rows)]), encoding="utf-8")
    (tmp_path / "no.jsonl").write_text(json.dumps({"words": "一"}), encoding="utf-8")
    (parquet,), (lines,), (bare,) = (
        list(list_units([tmp_path / name])) for name in ("t.parquet", "t.jsonl", "no.jsonl")
    )
    first, second, third = read_unit(parquet)
    assert [(one.doc, one.source.text) for one in (first, second)] == [("a", "一"), ("t.parquet[1]", "二")]
    assert third == Failure("c", "c: the text is NoneType, not a string.")
    broken, first, second, third = read_unit(lines)
    assert isinstance(broken, Failure)
    place = (tmp_path / "t.jsonl").read_bytes().index(b'{"id": null')
    assert [one.doc for one in (broken, first, second, third)] == ["t.jsonl@0", "a", f"t.jsonl@{place}", "c"]
    (failure,) = read_unit(bare)
    assert "has no column text or content or body; name the column of texts 'text'" in failure.reason


@pytest.mark.parametrize(("at", "broken"), [(0, 0), (3, 1), (None, None)])
def test_a_broken_byte_is_told_with_its_place_and_the_rest_is_read(tmp_path, at, broken):
    data = "抽查网站30家。".encode() * 20
    data = data if at is None else data[:at] + b"\xff" + data[at + 3 :]
    (tmp_path / "a.txt").write_bytes(data)
    (unit,) = list_units([tmp_path / "a.txt"])
    text, *told = read_unit(unit)
    assert "网站30家" in text.source.text
    said = [f"a.txt: a broken byte at character {broken}; the rest was read."] if at is not None else []
    assert [failure.reason for failure in told if failure.read] == said


def test_a_long_table_is_cut_between_its_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "_UNIT_BYTES", 50)
    rows = [{"id": str(number), "text": f"{number}家"} for number in range(20)]
    (tmp_path / "t.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    units = list(list_units([tmp_path / "t.jsonl"]))
    assert len(units) > 5
    assert [text.doc for unit in units for text in read_unit(unit)] == [row["id"] for row in rows]


@pytest.mark.parametrize("said", ["[]", "{", '{"place": "CN-AH"}', '{"year": "last"}'])
def test_a_file_beside_a_text_states_what_the_text_leaves_open(tmp_path, said):
    assert sidecar(tmp_path / "a.txt") == UNSTATED
    (tmp_path / "a.txt.json").write_text('{"area": "CN-GZ", "year": "2021"}', encoding="utf-8")
    assert sidecar(tmp_path / "a.txt") == Stated(area="CN-GZ", year=2021)
    (tmp_path / "a.txt.json").write_text(said, encoding="utf-8")
    with pytest.raises(ProjectError, match=r"a\.txt\.json: states nothing that can be used .* as JSON"):
        sidecar(tmp_path / "a.txt")


def test_rows_of_a_csv_are_texts_whatever_it_is_called(tmp_path):
    rows = 'id,text\n1,"一,\n""二""三"\n,四\n\n3\n4,四,五\n'
    want = [("1", '一,\n"二"三'), ("@28", "四")]
    for name in ("t.csv", "t.txt"):
        (tmp_path / name).write_text(rows if name == "t.csv" else rows[: rows.index("\n3")], encoding="utf-8")
        (unit,) = list_units([tmp_path / name])
        first, second, *failed = read_unit(unit)
        assert [(first.doc, first.source.text), (second.doc.removeprefix(name), second.source.text)] == want
        assert [one.reason for one in failed] == (
            [f"{name}@{place}: the row has {count} cells and the table 2 heads." for place, count in ((34, 1), (36, 3))]
            if name == "t.csv"
            else []
        )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_long_csv_is_cut_between_its_rows(tmp_path, monkeypatch, encoding):
    monkeypatch.setattr(inputs, "_UNIT_BYTES", 50)
    rows = "".join(f'{number},"政府网站\n{number}家"\r\n' for number in range(20))
    (tmp_path / "t.csv").write_bytes(f"id,text\r\n{rows}".encode(encoding))
    units = list(list_units([tmp_path / "t.csv"]))
    assert (len(units) > 5) is (encoding != "utf-16")
    read = [text for unit in units for text in read_unit(unit)]
    assert [text.doc for text in read] == [str(number) for number in range(20)]
    assert {text.source.text.replace(text.doc, "") for text in read} == {"政府网站\n家"}


def test_a_csv_that_is_no_table_of_texts_is_one_text_and_a_broken_one_is_told(tmp_path):
    (tmp_path / "a.csv").write_text("地区,网站数\n济南市,2\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text('id,text\n1,"一\n2,二\n', encoding="utf-8")
    (files,) = list_units([tmp_path / "a.csv"])
    assert files.kind == "files"
    (broken,) = list_units([tmp_path / "b.csv"])
    (failure,) = read_unit(broken)
    assert failure.reason == "b.csv: no csv table (unexpected end of data); write it again."


def test_a_table_without_texts_is_told_once(tmp_path):
    pl.DataFrame({"number_id": ["a"] * 1200}).write_parquet(tmp_path / "t.parquet")
    (unit,) = list_units([tmp_path / "t.parquet"])
    assert [one.reason for one in read_unit(unit)] == [
        "t.parquet: has no column text or content or body; name the column of texts 'text'."
    ]


def test_a_link_that_leads_nowhere_and_a_pattern_of_folders_are_told(folder):
    (folder / "loop").symlink_to(folder / "loop")
    with pytest.raises(ProjectError, match="loop: a link that leads to no file"):
        list_paths([folder / "loop"])
    with pytest.raises(ProjectError, match="a pattern that only folders match"):
        list_paths([f"{folder}/dee*"])


def test_rows_of_a_sheet_are_texts(tmp_path):
    """Its cells were a table of figures, and no figure of a sentence was found, without a word."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet()
    for row in (["id", "text"], [7, "一"], [None, "二"]):
        sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    (unit,) = list_units([tmp_path / "t.xlsx"])
    assert [(one.doc, one.source.text) for one in read_unit(unit)] == [("7", "一"), ("t.xlsx[2]", "二")]
