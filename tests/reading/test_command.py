"""Many texts: inputs, outputs, failures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from analysis.base.errors import ProjectError
from analysis.reading import COLUMNS, read_files
from analysis.reading.command import read_command
from analysis.reading.document import Stated

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
    frame.write_csv(folder / "t.csv")
    for name in ("t.parquet", "t.jsonl", "t.csv"):
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
     ([], "x.csv", "spark", "unknown engine"), ([], "", "local", "this is a folder")],
)  # fmt: skip
def test_mistakes_are_told(folder, paths, out, engine, words):
    with pytest.raises(ProjectError, match=words):
        read_command([folder / p for p in paths] or [folder], folder / out, engine, quiet=True)


def test_a_mistake_writes_no_header(folder, capfdbinary):
    with pytest.raises(ProjectError, match="unknown engine"):
        read_command([folder], None, engine="spark", quiet=True)
    assert capfdbinary.readouterr().out == b""


@pytest.mark.parametrize("data", [bytes(range(256)) * 50, b"", b"statement_id,printed\n1,2\n"])
def test_a_file_that_is_refused_writes_no_header_and_spares_the_earlier_output(tmp_path, capfdbinary, data):
    (tmp_path / "a.txt").write_bytes(data)
    out = tmp_path / "figures.csv"
    out.write_text("earlier", encoding="utf-8")
    for target in (None, out):
        with pytest.raises(ProjectError, match=r"^no text could be read: a\.txt: [^.]+\.$"):
            read_command([tmp_path / "a.txt"], target, quiet=True)
    assert capfdbinary.readouterr().out == b""
    assert out.read_text(encoding="utf-8") == "earlier"


def test_what_many_rows_lack_is_told_once(tmp_path, capsys):
    lines = [json.dumps({"words": "一"})] * 5
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = "a.jsonl: has no column text or content or body; name the column of texts 'text'."
    with pytest.raises(ProjectError, match=f"^no text could be read: {told}$"):
        read_command([tmp_path / "a.jsonl"], tmp_path / "x.csv", quiet=True)
    (tmp_path / "a.jsonl").write_text("\n".join([*lines, json.dumps({"text": "一"})]), encoding="utf-8")
    assert read_command([tmp_path / "a.jsonl"], tmp_path / "x.csv") == 1
    said = capsys.readouterr().err
    assert said.count("has no column") == 1
    assert "5 texts were not read" in said


def test_many_reasons_are_counted(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_bytes(b"")
    with pytest.raises(ProjectError, match=r"0\.txt: .*; 1\.txt: .*; 2\.txt: .*; and 2 more\.$"):
        read_command([tmp_path], tmp_path / "x.csv", quiet=True)


@pytest.mark.parametrize(
    ("engine", "workers", "words"),
    [("local", None, "--scheduler tcp://127.0.0.1:1: only a cluster has one"), ("dask", 2, "--workers 2: the sched")],
)
def test_options_that_nothing_would_follow_are_refused(folder, engine, workers, words):
    with pytest.raises(ProjectError, match=words):
        read_command([folder], folder / "x.csv", engine, "tcp://127.0.0.1:1", workers=workers, quiet=True)


def test_a_broken_byte_leaves_the_rest(tmp_path, capsys):
    data = bytearray(("全市抽查政府网站35家。" * 20).encode())
    data[100:101] = b"\xff"
    (tmp_path / "a.txt").write_bytes(bytes(data))
    out = tmp_path / "figures.csv"
    assert read_command([tmp_path], out) == 0
    assert "broken byte at character" in capsys.readouterr().err
    assert pl.read_csv(out).height >= 18


@pytest.mark.parametrize("name", ["empty.txt", "broken.parquet", "broken.pdf"])
def test_nothing_readable_leaves_nothing_behind(tmp_path, name):
    (tmp_path / name).write_bytes(b"" if name == "empty.txt" else b"%PDF-1.4 no")
    out = tmp_path / "figures.csv"
    with pytest.raises(ProjectError, match="no text could be read"):
        read_command([tmp_path / name], out, quiet=True)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_failed_run_keeps_the_earlier_output(folder, monkeypatch):
    out = folder / "figures.csv"
    out.write_text("earlier", encoding="utf-8")

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analysis.reading.command._write_rows", full)
    with pytest.raises(ProjectError, match="No space left"):
        read_command([folder], out, quiet=True)
    assert out.read_text(encoding="utf-8") == "earlier"
    assert not list(folder.glob(".*"))


def test_ctrl_c_keeps_the_earlier_output(folder, monkeypatch):
    out = folder / "figures.csv"
    out.write_text("earlier", encoding="utf-8")

    def stop(frames, *_args, **_kwargs):
        next(frames)
        raise KeyboardInterrupt

    monkeypatch.setattr("analysis.reading.command._write_rows", stop)
    with pytest.raises(KeyboardInterrupt):
        read_command([folder], out, quiet=True)
    assert out.read_text(encoding="utf-8") == "earlier"
    assert not list(folder.glob(".*"))


def test_an_empty_folder_is_told(tmp_path):
    with pytest.raises(ProjectError, match="no text that can be read"):
        read_files([tmp_path])


def test_what_is_stated_holds_for_what_the_text_leaves_open(folder):
    (folder / "b.txt.json").write_text('{"area": "CN-GZ", "year": 2021}', encoding="utf-8")
    table = read_files([folder], stated=Stated(area="CN-FJ", year=2019))
    assert table["area"].to_list() == ["CN-FJ", "CN-FJ", "CN-GZ"]
    assert table["time_period"].to_list() == ["2019", "2019", "2021"]


@pytest.mark.parametrize(
    ("stated", "words"),
    [(Stated(area="FJ"), "--area FJ"), (Stated(year=19), "--year 19"), (Stated(published="yesterday"), "--published")],
)
def test_a_mistaken_statement_is_told(folder, stated, words):
    with pytest.raises(ProjectError, match=words):
        read_command([folder], folder / "x.csv", quiet=True, stated=stated)


def test_all_cores_give_the_same_rows(tmp_path, monkeypatch):
    for number in range(12):
        (tmp_path / f"{number:02d}.txt").write_text(f"全市抽查政府网站{number + 10}家。\n" * 40, encoding="utf-8")
    alone = read_files([tmp_path], workers=1)
    monkeypatch.setattr("analysis.reading.engine._WORTH_SHARING", 1)
    monkeypatch.setattr("analysis.reading.inputs._UNIT_BYTES", 3_000)
    assert read_files([tmp_path], workers=2).equals(alone)


def test_a_place_that_cannot_be_written_nor_cleaned_is_one_sentence(tmp_path, monkeypatch):
    """On a read-only file system the clean-up failed too, and its traceback hid the sentence."""
    (tmp_path / "a.txt").write_text("抽查网站20家。", encoding="utf-8")

    def refuse(*_args, **_kwargs):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("analysis.reading.command._write_file", refuse)
    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    with pytest.raises(ProjectError, match="Read-only"):
        read_command([tmp_path / "a.txt"], tmp_path / "out.csv", quiet=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_standard_output_is_one_sentence(tmp_path):
    (tmp_path / "a.txt").write_text("抽查网站20家。", encoding="utf-8")
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "analysis.cli", "read", tmp_path / "a.txt"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert "standard output: cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


_NOTICE = "2020年全省政府网站检查通报\n"


@pytest.mark.parametrize(
    "text",
    (
        _NOTICE + "".join(f"抽查网站{n}家,合格率9{n % 10}%。\n" for n in range(10, 400)),
        # What a machine reworded is reworded to its end, also where a portion shows one such word only.
        _NOTICE + "当局网坐查抄及格率低。\n" + "".join(f"抽查网坐{n}家。\n" for n in range(10, 400)),
    ),
)
def test_a_long_text_reads_the_same_in_pieces(tmp_path, monkeypatch, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    uncut = read_files([tmp_path])
    monkeypatch.setattr("analysis.reading.decode.PORTION", 999)
    monkeypatch.setattr("analysis.reading.decode._READ", 1_111)
    whole = read_files([tmp_path])
    # What the title says is evidence at the title in every portion.
    assert whole.equals(uncut)
    monkeypatch.setattr("analysis.reading.inputs.LONG_TEXT", 1_000)
    assert read_files([tmp_path]).equals(whole)
    monkeypatch.setattr("analysis.reading.engine._WORTH_SHARING", 0)
    assert read_files([tmp_path], workers=2).equals(whole)
