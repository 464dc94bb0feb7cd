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
from analysis.reading.terms import FIELDS
from analysis.reconciling.rules import RULES

SUITES = load_suites()


def test_no_raw_file_lacks_a_suite():
    guarded = {file for suite in SUITES.values() for file in files_of(suite.path)}
    others = paths.RAW / "texts", paths.RAW / "seals"  # each file of seals answers to the digest in `acts.csv`
    files = [path for path in paths.RAW.rglob("*") if path.is_file() and path.parent not in others]
    assert [path.name for path in files if path not in guarded and path.name != "README.md"] == []
    captions = {path for path in (paths.SOURCES / "captions").rglob("*") if path.is_file()}
    assert captions <= guarded


def test_every_raw_file_has_a_rule_about_its_shape():
    for suite in SUITES.values():
        if suite.stage == "raw":
            asked = [rule for rule in suite.rules if rule.type in (COLUMNS, SCHEMA)]
            assert len(asked) == 1, suite.table
            if asked[0].type == COLUMNS:
                [header] = {tuple(sorted(read_header(file))) for file in files_of(suite.path)}
                assert sorted(asked[0].kwargs["column_set"]) == list(header), suite.table


def test_the_schema_knows_every_rule_of_reconciliation():
    assert SUITES["raw_conflicts"].schema["items"]["properties"]["rule"]["enum"] == list(RULES)


def test_the_rules_of_terms_know_every_field_of_the_reader():
    [rule] = [rule for rule in SUITES["terms"].rules if rule.id == "TER-05"]
    assert rule.kwargs["value_set"] == list(FIELDS)


@pytest.fixture(scope="module")
def raw(tmp_path_factory) -> Path:
    """A copy of the raw files and captions."""
    copy = tmp_path_factory.mktemp("raw")
    shutil.copytree(paths.RAW, copy / "data" / "raw", ignore=shutil.ignore_patterns("texts"))
    shutil.copytree(paths.SOURCES / "captions", copy / "reports" / "captions")
    return copy


Fault = dict[str, str]
FAULTS: list[Fault] = read_yaml(Path(__file__).with_name("faults.yml"))


def file_of(fault: Fault, root: Path = paths.ROOT) -> Path:
    return root / fault["file"] if "file" in fault else files_of(root / SUITES[fault["table"]].file)[0]


def place_of(fault: Fault, text: str, taken: set[int]) -> tuple[int, set[int]] | None:
    """Where a fault can be planted, and the lines that it touches, beside those that others took."""
    for found in re.finditer(re.escape(fault["old"]), text):
        first = text.count("\n", 0, found.start())
        lines = {*range(first, first + fault["old"].rstrip("\n").count("\n") + 1)}
        if not lines & taken:
            return found.start(), lines
    return None


def batches() -> list[list[tuple[Fault, int]]]:
    """Faults that are planted together, with their places in the text."""
    found: dict[tuple[str | None, ...], list[tuple[set[int], list[tuple[Fault, int]]]]] = {}
    for fault in FAULTS:
        same = found.setdefault(tuple(map(fault.get, ("table", "file", "batch"))), [])
        text = file_of(fault).read_text(encoding="utf-8")
        for taken, planted in (*same, (set(), [])):
            if place := place_of(fault, text, taken):
                planted.append((fault, place[0]))
                taken |= place[1]
                same += [] if len(planted) > 1 else [(taken, planted)]
                break
        else:
            raise AssertionError(f"{fault['old']!r} is not in {file_of(fault).name}")
    return [planted for same in found.values() for _, planted in same]


@pytest.fixture
def plant(raw):
    """Plant faults in a copy of a file and return what its suite says; the file is as before afterwards."""
    spoiled: list[tuple[Path, str]] = []

    def run(planted: list[tuple[Fault, int]]) -> list[str]:
        table, path = planted[0][0]["table"], file_of(planted[0][0], raw)
        text = path.read_text(encoding="utf-8")
        spoiled.append((path, text))
        for fault, start in sorted(planted, key=lambda one: -one[1]):
            text = text[:start] + fault["new"] + text[start + len(fault["old"]) :]
        path.write_text(text, encoding="utf-8")
        return list(sentences([r for r in check_tables({table: raw / SUITES[table].file}) if r.stops]))

    yield run
    for path, text in spoiled:
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("planted", batches(), ids=lambda planted: f"{planted[0][0]['table']}, {len(planted)}")
def test_a_fault_is_named_with_its_place_and_the_nearest_name(plant, planted):
    try:
        said = plant(planted)
    except ProjectError as error:  # what cannot be read at all is named by who reads it
        said = [str(error)]
    places = tuple(fault["place"] for fault, _ in planted)
    assert [sentence for sentence in said if not sentence.startswith(places)] == []
    for fault, _ in planted:
        own = [sentence for sentence in said if sentence.startswith(fault["place"])]
        assert any(fault["says"] in sentence for sentence in own), (fault["says"], said)


def test_a_file_that_another_program_saved_is_named(tmp_path):
    path = tmp_path / "statements.csv"
    path.write_bytes((paths.RAW / "statements.csv").read_text(encoding="utf-8").encode("gb18030"))
    with pytest.raises(ProjectError, match=r"statements\.csv, line \d+: not UTF-8"):
        check_tables({"statements": path})
