"""A sealed row that changes or goes is named, cell by cell, old and new; so is a seal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.shelf import Shelf
from analysis.checking import seals as checked
from analysis.checking.frames import Frames
from analysis.checking.rules import load_suites
from analysis.checking.seals import (
    RawTable,
    changed,
    check_seals,
    load_seals,
    raw_tables,
    save_seals,
    seal,
    unsealed_ids,
)
from analysis.checking.sentences import sentences

SUITES = load_suites()
FIGURE = "gov-2017q2-running-all"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.RAW, tmp_path / "raw", ignore=shutil.ignore_patterns("texts")))


def said(raw: Path, monkeypatch: pytest.MonkeyPatch, *names: str) -> list[str]:
    """What the rules say of some tables; the records of YAML files take long to read."""
    monkeypatch.setattr(checked, "SEALED", names)
    tables = {name: raw / SUITES[name].path.relative_to(paths.RAW) for name in (*names, "seals")}
    found = check_seals(SUITES["seals"], Frames(tables, SUITES), SUITES, Shelf({}))
    return list(sentences([r for r in found if r.failing]))


def spoil(raw: Path, file: str, old: str, new: str) -> None:
    path = raw / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_row_of_the_record_stands_as_it_was_sealed():
    seals, tables = load_seals(paths.RAW / "seals"), raw_tables(paths.RAW, SUITES)
    assert [row for table in tables for row in changed(table, seals)] == []
    assert seals.acts[-1]["digest"] == seals.digest()
    assert sum(len(table.rows) for table in tables) >= seals.count > 7000


@pytest.mark.parametrize(
    ("table", "file", "old", "new", "says"),
    [
        ("statements", "statements.csv", f"{FIGURE},gov-2017q2,,36916家", f"{FIGURE},gov-2017q2,,36961家",
         ["statements.csv, row ", f"({FIGURE}): printed is '36961家' and was sealed as '36916家' (by ", "[SEA-02]",
          f"bulletins seal '{FIGURE}' --reason"]),
        ("statements", "statements.csv", f"\n{FIGURE},", "\ngov-2017q2-runing-all,",
         ["seals/statements.csv, row", f"({FIGURE}): this sealed row is gone from statements.csv; statements.csv has "
          "'gov-2017q2-runing-all' in its place"]),
        ("units", "codebook/units.csv", "count:app,apps,客户端,,个,个,0", "count:app,apps,客户端,,个,个,1",
         ["units.csv, row 3 (count:app): decimals is '1' and was sealed as '0'"]),
        ("levels", "codebook/levels.csv", "\nall,All levels,", "\nall,All\u00a0levels,",
         ["label_en is 'All\\u00a0levels' and was sealed as 'All levels'"]),
        ("terms", "codebook/terms_bodies.csv", "国务院办公厅|国办|国务院,", "国务院办公厅|国务院,",
         ["terms_bodies.csv, row 3 (b002): term is '国务院办公厅|国务院' and was sealed as"]),
        ("confidence", "codebook/confidence.csv", "area:issuer,", "area:issuer,9",
         ["confidence.csv, row ", "(area:issuer): whole is '9"]),
        ("patterns", "codebook/patterns.csv", "\nabout,,关于|", "\nabout,,对于|",
         ["patterns.csv, row 2 (about): expression is '对于|"]),
        ("confirmed", "confirmed.csv", "accessibility-action-2013 ", "",
         ["confirmed.csv, row 2 (BUL-23/No figure of it serves", "rows is 'cass-transparency-2016"]),
        ("raw_conflicts", "conflicts.yml", "handled: conflict\n  rule: R4", "handled: agreed\n  rule: R4",
         ["conflicts.yml, line", "(conflict-2016-end-count): handled is 'agreed' and was sealed as 'conflict'"]),
        ("raw_identities", "identities.yml", "- id: gov-2017q2-levels\n", "- id: gov-2017q2-level\n",
         ["(gov-2017q2-levels): this sealed row is gone from identities.yml; identities.yml has 'gov-2017q2-level'"]),
        ("units", "seals/units.csv", "count:app,1,", "count:ap,1,",
         ["seals/acts.csv, row", "the last act left other seals or acts; without a seal: count:app"]),
        ("units", "seals/acts.csv", "\n1,2026-11-26,team,,", "\n1,2026-11-25,team,,", ["left other seals"]),
    ],
    ids=[
        "figure", "id", "codebook", "unseen", "term", "coefficient", "pattern", "confirmed", "conflict", "identity",
        "seal", "act",
    ],
)  # fmt: skip
def test_what_changed_is_named_old_and_new(raw, monkeypatch, table, file, old, new, says):
    spoil(raw, file, old, new)
    found = said(raw, monkeypatch, table)
    assert found
    assert [part for part in says if not any(part in sentence for sentence in found)] == [], found


def test_a_seal_that_is_taken_away_is_missed_with_its_row(raw, monkeypatch):
    path = raw / "seals" / "statements.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(f"{FIGURE},")), encoding="utf-8")
    spoil(raw, "statements.csv", f"{FIGURE},gov-2017q2,,36916家", f"{FIGURE},gov-2017q2,,36961家")
    [sentence] = said(raw, monkeypatch, "statements")
    assert sentence.startswith("seals/acts.csv, row ")
    assert f"without a seal: {FIGURE}" in sentence
    with pytest.raises(ProjectError, match="restore data/raw/seals first"):
        seal(load_seals(raw / "seals"), things(), [FIGURE], "R. Viewer", "why not")


def things(**rows: dict[str, str]) -> list[RawTable]:
    return [RawTable("statements", "statements.csv", tuple((n, k, row) for n, (k, row) in enumerate(rows.items(), 2)))]


def test_sealing_takes_new_changed_and_gone_rows_and_nothing_else(tmp_path):
    seals = load_empty(tmp_path)
    old = things(a={"printed": "1"}, b={"printed": "2"}, c={"printed": "3"})
    assert seal(seals, old, ["*"], "one", "all") == ["statements:a", "statements:b", "statements:c"]
    new = things(a={"printed": "1"}, b={"printed": "5"}, d={"printed": "4"})
    assert unsealed_ids(seals, new) == ["d"]
    with pytest.raises(ProjectError, match="is sealed as it stands"):
        seal(seals, new, ["a"], "two", "again")
    with pytest.raises(ProjectError, match="unknown row 'bb'"):
        seal(seals, new, ["bb"], "two", "again")
    assert seal(seals, new, ["b", "c", "d"], "two", "mended", "text") == [
        "statements:b",
        "statements:d",
        "statements:c",
    ]
    save_seals(seals)
    read = load_seals(tmp_path)
    assert read.acts[-1]["digest"] == read.digest()
    assert [(act["by"], act["rows"], act["withdrawn"], act["seals"]) for act in read.acts] == [
        ("one", "3", "", "3"), ("two", "2", "statements:c", "3"),
    ]  # fmt: skip
    assert {key: row["act"] for key, row in read.rows["statements"].items()} == {"a": "1", "b": "2", "d": "2"}


def load_empty(folder: Path):
    (folder / "acts.csv").write_text("act,on,by,against,reason,rows,withdrawn,seals,digest\n", encoding="utf-8")
    return load_seals(folder)
