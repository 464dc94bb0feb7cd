"""Many texts: inputs, outputs, failures."""

from __future__ import annotations

import json

import polars as pl
import pytest

from analysis.base.errors import ProjectError
from analysis.reading import COLUMNS, read_files
from analysis.reading.command import read_command

TEXTS = {"a.txt": "全省抽查政府网站120家,合格率97.5%。", "b.txt": "全市抽查政府网站35家。"}


@pytest.fixture
def folder(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_folder_glob_and_files_agree(folder):
    table = read_files([folder])
    assert table.columns == list(COLUMNS)
    assert table["printed"].to_list() == ["120", "97.5%", "35"]
    assert table.equals(read_files([f"{folder}/*.txt"]))
    assert table.equals(read_files([folder / "a.txt", folder / "b.txt"]))


def test_tables_of_texts(folder):
    wanted = read_files([folder]).drop("doc")
    frame = pl.DataFrame({"id": list(TEXTS), "text": list(TEXTS.values())})
    frame.write_parquet(folder / "t.parquet")
    (folder / "t.jsonl").write_text("\n".join(json.dumps(row) for row in frame.to_dicts()), encoding="utf-8")
    for name in ("t.parquet", "t.jsonl"):
        table = read_files([folder / name])
        assert table["doc"].to_list() == ["a.txt", "a.txt", "b.txt"]
        assert table.drop("doc").equals(wanted)


def test_one_bad_text_does_not_stop_the_others(folder, capsys):
    (folder / "aa.txt").write_bytes(b"\x00\x01\x02\x03" * 40)
    out = folder / "figures.csv"
    assert read_command([folder], out) == 1
    assert "aa.txt" in capsys.readouterr().err
    assert pl.read_csv(out)["doc"].to_list() == ["a.txt", "a.txt", "b.txt"]


@pytest.mark.parametrize("suffix", ["csv", "parquet", "jsonl"])
def test_outputs(folder, suffix):
    out = folder / f"figures.{suffix}"
    assert read_command([folder], out, quiet=True) == 0
    read = {"csv": pl.read_csv, "parquet": pl.read_parquet, "jsonl": pl.read_ndjson}[suffix]
    assert read(out)["value"].to_list() == [120, 97.5, 35]


def test_no_figures_still_write_the_columns(tmp_path):
    (tmp_path / "a.txt").write_text("没有数字。", encoding="utf-8")
    out = tmp_path / "figures.csv"
    assert read_command([tmp_path], out, quiet=True) == 0
    assert out.read_text(encoding="utf-8").strip() == ",".join(COLUMNS)


@pytest.mark.parametrize(
    ("paths", "out", "engine", "words"),
    [(["missing"], "x.csv", "local", "no such file"), ([], "x.docx", "local", "endings"),
     ([], "no/x.csv", "local", "does not exist"),
     ([], "x.csv", "spark", "unknown engine")],
)  # fmt: skip
def test_mistakes_are_told(folder, paths, out, engine, words):
    with pytest.raises(ProjectError, match=words):
        read_command([folder / p for p in paths] or [folder], folder / out, engine, quiet=True)
