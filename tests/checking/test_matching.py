"""What the rows of raw files match: a row that names nothing is named, with the nearest id."""

from __future__ import annotations

from operator import attrgetter
from random import Random

import polars as pl
import pytest

from analysis.base import paths, shelf
from analysis.base.codebook import load_codebook, read_rows
from analysis.checking import plausible
from analysis.checking.frames import Frames
from analysis.checking.matching import _about_figure, _broken, _figures, _within_limits
from analysis.checking.plausible import untold
from analysis.checking.proposing import misses
from analysis.checking.rules import files_of, load_suites
from analysis.checking.sentences import sentences
from analysis.checking.suites import check_tables
from analysis.cleaning.figures import Print
from analysis.cleaning.statements import load_statements
from analysis.reading import patterns

BREAK = "wechat-counter-2014,government_wechat_accounts,CN,all,,2014-12,method,"


CORRECTION = """- statement: {statement}
  field: {field}
  expect: "{expect}"
  change_to: 36917家
  reason: a slip
  decided_by: team
  date: 2024-05-31
"""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"statement": "gov-2017q2-runing-all"}, "[COR-02]; did you mean gov-2017q2-running-all?"),
        ({"field": "printd"}, "unknown field 'printd': did you mean printed"),
        ({"expect": "36 916"}, "expects printed '36 916' but statements.csv has '36916家' [COR-03]"),
        ({}, ""),
    ],
)  # fmt: skip
def test_a_correction_must_match_its_statement(tmp_path, change, says):
    path = tmp_path / "corrections.yml"
    fields = {"statement": "gov-2017q2-running-all", "field": "printed", "expect": "36916家", **change}
    path.write_text("# one\n" + CORRECTION.format(**fields), encoding="utf-8")
    said = list(sentences(check_tables({"corrections": path})))
    assert [sentence.startswith("corrections.yml, line 2 (gov-2017q2-run") for sentence in said] == [True] * bool(says)
    assert all(says in sentence for sentence in said)


MANY = {
    "breaks": (BREAK, BREAK.replace("wechat_acc", "wechat_ac"), "did you mean government_wechat_accounts?"),
    "raw_conflicts": (
        "statements: ceirp-2017-running-2016-12 ", "statements: ceirp-2017 ", "'ceirp-2017' is not in statements.csv",
    ),
    "raw_identities": (
        "right: beijing-2019q3-avg-score", "right: beijing-2019q3-avg-scor", "did you mean beijing-2019q3-avg-score?",
    ),
}  # fmt: skip


def test_faults_of_many_files_are_named_at_once(tmp_path):
    tables = {}
    for table, (old, new, _) in MANY.items():
        [own] = files_of(load_suites()[table].path)
        tables[table] = tmp_path / own.name
        tables[table].write_text(own.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    said = list(sentences([result for result in check_tables(tables) if result.stops]))
    assert len(said) == 3
    for table, (*_, says) in MANY.items():
        assert any(s.startswith(f"{tables[table].name}, ") and says in s for s in said), said


def test_what_is_asked_all_at_once_is_what_would_be_found_row_by_row():
    """The columns tell which rows can hold a finding, and others are not asked: none may be among these."""
    codebook, random = load_codebook(), Random(1)
    statements = [
        Print(f"{random.randint(0, 400)}{one.printed[random.randint(0, 3) :]}", *attrgetter(*Print._fields[1:])(one))
        for one in load_statements(paths.RAW / "statements.csv")[::9]
    ]
    found = [_about_figure(one, codebook) for one in statements]
    assert list(_within_limits(statements, codebook)) == [not said for said in found]
    assert 20 < sum(map(bool, found)) < len(found) - 20


def test_observations_that_are_not_compared_contradict_nothing(monkeypatch):
    frames, random = Frames({}, load_suites()), Random(1)
    at = pl.Series([random.random() < 0.2 for _ in range(len(frames.observed))])
    moved = [pl.when(at).then(pl.col(name) * 1.02).otherwise(name).alias(name) for name in ("value", "lower", "upper")]
    frames.observed = frames.observed.with_columns(moved)
    rows = frames.rows("statements")
    found = untold(rows, frames)
    monkeypatch.setattr(plausible, "_perhaps_apart", lambda observed: observed)
    assert untold(rows, frames) == found
    assert sum(map(bool, found)) > 20
    whole = misses(frames.observed)
    monkeypatch.setattr(pl.Expr, "is_duplicated", lambda self: pl.lit(value=True))
    assert misses(frames.observed) == whole


def test_a_figure_is_looked_at_as_it_was_corrected(tmp_path):
    """One that cannot be read, or that its indicator cannot have, is told; a correction may mend it."""
    own, edited = files_of(load_suites()["statements"].path)[0], tmp_path / "statements.csv"
    edited.write_text(own.read_text(encoding="utf-8").replace(",36916家,", ",若干,", 1), encoding="utf-8")
    names = ("gov-2017q2-running-all", "gov-2017q2-running-city")
    rows = [row for row in read_rows(edited) if row["statement_id"] in names]
    (tmp_path / "corrections.yml").write_text("[]", encoding="utf-8")
    given = {"statements": edited, "corrections": tmp_path / "corrections.yml"}
    told = dict(zip((row["statement_id"] for row in rows), _figures(rows, Frames(given, load_suites())), strict=True))
    assert "若干" in told["gov-2017q2-running-all"]
    assert told["gov-2017q2-running-city"] == ""
    fields = {"statement": "gov-2017q2-running-all", "field": "printed", "expect": "若干"}
    (tmp_path / "corrections.yml").write_text(CORRECTION.format(**fields), encoding="utf-8")
    assert set(_figures(rows, Frames(given, load_suites()))) == {""}


def test_expressions_are_compiled_again_where_one_changed_and_else_recalled_as_they_were(tmp_path, monkeypatch):
    rows = [{"pattern": one, "value": "", "expression": said} for one, said in (("one", "a|b"), ("two", "(?&on)"))]
    fresh, compiled = _broken(rows, None), []
    assert [bool(fault) for fault in fresh] == [False, True]
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)
    monkeypatch.setattr(shelf, "RUNNING", True)
    monkeypatch.setattr(patterns, "Patterns", lambda rows, own=patterns.Patterns: compiled.append(rows) or own(rows))
    assert [_broken(rows, None), len(compiled), _broken(rows, None), len(compiled)] == [fresh, 2, fresh, 2]
    mended = [rows[0], rows[1] | {"expression": "(?&one)"}]
    assert [_broken(mended, None), len(compiled)] == [["", ""], 4]
