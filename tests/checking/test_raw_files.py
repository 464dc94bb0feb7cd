"""Every raw file has rules, and each kind of fault in one is named: file, row or line, rule, what to do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from analysis.base import paths
from analysis.base.codebook import read_header
from analysis.base.errors import ProjectError
from analysis.base.yaml_files import read_yaml
from analysis.checking.rules import files_of, load_suites
from analysis.checking.sentences import sentences
from analysis.checking.shape import COLUMNS, SCHEMA
from analysis.checking.suites import check_tables
from analysis.pipeline.verify import copy_sources
from analysis.reading.terms import FIELDS
from analysis.reconciling.rules import RULES
from helpers.project import bulletins


def test_no_raw_file_lacks_a_suite():
    guarded = {file for suite in load_suites().values() for file in files_of(suite.path)}
    others = paths.RAW / "texts", paths.RAW / "seals"  # each file of seals answers to the digest in `acts.csv`
    files = [path for path in paths.RAW.rglob("*") if path.is_file() and path.parent not in others]
    assert [path.name for path in files if path not in guarded and path.name != "README.md"] == []
    captions = {path for path in (paths.SOURCES / "captions").rglob("*") if path.is_file()}
    assert captions <= guarded


def test_every_raw_file_has_a_rule_about_its_shape():
    for suite in load_suites().values():
        if suite.stage == "raw":
            asked = [rule for rule in suite.rules if rule.type in (COLUMNS, SCHEMA)]
            assert len(asked) == 1, suite.table
            if asked[0].type == COLUMNS:
                [header] = {tuple(sorted(read_header(file))) for file in files_of(suite.path)}
                assert sorted(asked[0].kwargs["column_set"]) == list(header), suite.table


def test_the_schema_knows_every_rule_of_reconciliation():
    assert load_suites()["raw_conflicts"].schema["items"]["properties"]["rule"]["enum"] == list(RULES)


def test_the_rules_of_terms_know_every_field_of_the_reader():
    [rule] = [rule for rule in load_suites()["terms"].rules if rule.id == "TER-05"]
    assert rule.kwargs["value_set"] == list(FIELDS)


@pytest.fixture(scope="module")
def raw(tmp_path_factory) -> Path:
    """A copy of the raw files and captions."""
    copy = tmp_path_factory.mktemp("raw")
    shutil.copytree(paths.RAW, copy / "data" / "raw", ignore=shutil.ignore_patterns("texts"))
    shutil.copytree(paths.SOURCES / "captions", copy / "reports" / "captions")
    return copy


@pytest.fixture
def plant(raw):
    """Plant one fault in a copy of a file and return what its suite says; the file is as before afterwards."""
    spoiled: list[tuple[Path, bytes]] = []

    def run(table: str, old: str, new: str, file: str = "") -> list[str]:
        suite = load_suites()[table]
        path = raw / file if file else files_of(raw / suite.file)[0]
        before = path.read_bytes()
        spoiled.append((path, before))
        text = before.decode()
        assert text.count(old) >= 1, f"{old!r} is not in {path.name}"
        path.write_bytes(text.replace(old, new, 1).encode())
        return list(sentences([r for r in check_tables({table: raw / suite.file}) if r.stops]))

    yield run
    for path, before in spoiled:
        path.write_bytes(before)


FAULTS = read_yaml(Path(__file__).with_name("faults.yml"))
BREAK = "wechat-counter-2014,government_wechat_accounts,CN,all,,2014-12,method,"


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault['table']}: {fault['new'][-40:]}")
def test_a_fault_is_named_with_its_place_and_the_nearest_name(plant, fault):
    try:
        said = plant(fault["table"], fault["old"], fault["new"], fault.get("file", ""))
    except ProjectError as error:  # what cannot be read at all is named by who reads it
        said = [str(error)]
    assert said, "nothing was said"
    assert [sentence for sentence in said if not sentence.startswith(fault["place"])] == []
    assert any(fault["says"] in sentence for sentence in said), said


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


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A copy of the sources with a fault in each of three files."""
    copy = tmp_path_factory.mktemp("project")
    copy_sources(copy)
    spoil(copy / "data/raw/codebook/breaks.csv", BREAK, BREAK.replace("wechat_acc", "wechat_ac"))
    spoil(copy / "data/raw/conflicts.yml", "statements: ceirp-2017-running-2016-12 ", "statements: ceirp-2017 ")
    spoil(copy / "data/raw/identities.yml", "right: beijing-2019q3-avg-score", "right: beijing-2019q3-avg-scor")
    return copy


def test_faults_of_many_files_are_named_at_once_before_the_pipeline_goes_on(project):
    """By `run`, whose first step asks what `check` asks."""
    done = bulletins(project, "run")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = [sentence for sentence in done.stderr.splitlines() if "[SEA-02]" not in sentence]
    assert len(said) == 3
    assert any("breaks.csv, row" in s and "did you mean government_wechat_accounts?" in s for s in said)
    assert any("conflicts.yml, line" in s and "'ceirp-2017' is not in statements.csv" in s for s in said)
    assert any("identities.yml, line" in s and "did you mean beijing-2019q3-avg-score?" in s for s in said)
    # These two need no table that a step makes, and run beside the check.
    ran = re.findall(r"^(.*) \(\d+\.\d s\)$", done.stdout, re.MULTILINE)
    assert {*ran} <= {"agreement", "notebook reading"}, "a step ran before the check"
    assert not (project / "bld" / "tables" / "cleaned.parquet").exists()
