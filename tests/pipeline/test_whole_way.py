"""The whole way in a temporary copy: from raw tables to the report, again, after an edit, and with bad input."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.base import paths
from analysis.pipeline.verify import compare, copy_sources


def bulletins(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"BULLETINS_ROOT": str(root), "COLUMNS": "120"}
    environment.pop("BULLETINS_EDITION", None)
    return subprocess.run(
        [sys.executable, "-m", "analysis.cli", *words], env=environment, capture_output=True, text=True, check=False
    )


def steps_of(output: str) -> set[str]:
    return {line.rpartition(" (")[0] for line in output.splitlines() if line.endswith(" s)")}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources, brought up to date once."""
    copy = tmp_path_factory.mktemp("project")
    copy_sources(copy)
    done = bulletins(copy, "run")
    assert done.returncode == 0, done.stderr
    return copy


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def snapshot(root: Path) -> dict[str, bytes]:
    folders = ("data/processed", "reports/exhibits", "reports/_site")
    return {str(p): p.read_bytes() for folder in folders for p in sorted((root / folder).rglob("*")) if p.is_file()}


def test_a_clean_run_ends_with_the_site_and_a_pdf(project):
    assert (project / "reports/_site/index.html").exists()
    assert (project / "reports/_site/en/report.pdf").read_bytes().startswith(b"%PDF")


def test_a_clean_run_gives_the_committed_bytes(project):
    committed = [sentence for sentence in compare(paths.ROOT, project) if not sentence.startswith("reports/_")]
    assert committed == []


def test_a_second_run_does_nothing_and_says_so(project):
    done = bulletins(project, "run")
    assert done.returncode == 0
    assert done.stdout.startswith("Nothing to do")


EDITED = "ceirp-2022-qa-rebadged,ceirp-2022,section 4,超过90%,"


def test_an_edited_statement_reruns_only_what_depends_on_it(project):
    before = (project / "data/raw/statements.csv").read_text(encoding="utf-8")
    try:
        edit(project, "data/raw/statements.csv", EDITED, EDITED.replace("90%", "92%"))
        done = bulletins(project, "run")
        assert done.returncode == 0, done.stderr
        steps = steps_of(done.stdout)
        assert "notebook smart question answering" in steps
        assert not steps & {
            "notebook site consolidation",
            "notebook new media",
            "notebook quality",
            "notebook build up",
        }
    finally:
        (project / "data/raw/statements.csv").write_text(before, encoding="utf-8")


ROW = "gov-2017q2-running-all,gov-2017q2,"
BAD_INPUT = {
    "an unknown indicator": (",running_government_sites,", ",runing_government_sites,", "running_government_sites"),
    "an unreadable figure": ("36916", "若干", "cannot be read as one figure"),
    "a duplicate id": (ROW, "gov-2017q1-running-all,gov-2017q2,", "more than once"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_is_one_clear_sentence_and_leaves_earlier_outputs(project, case):
    old, new, sentence = BAD_INPUT[case]
    path = project / "data/raw/statements.csv"
    before, outputs = path.read_text(encoding="utf-8"), snapshot(project)
    lines = before.splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if line.startswith(ROW))
    assert old in lines[at]
    try:
        path.write_text("".join([*lines[:at], lines[at].replace(old, new), *lines[at + 1 :]]), encoding="utf-8")
        done = bulletins(project, "run")
        assert done.returncode == 1
        assert f"statements.csv, row {at + 1}" in done.stderr
        assert sentence in done.stderr
        assert "Traceback" not in done.stderr
        assert snapshot(project) == outputs
    finally:
        path.write_text(before, encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.unlink(), "statements.csv is missing"),
        (lambda path: path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030")), "not UTF-8"),
    ],
    ids=["a missing file", "a wrong encoding"],
)
def test_a_missing_or_garbled_file_is_named(project, spoil, sentence):
    path = project / "data/raw/statements.csv"
    before, outputs = path.read_bytes(), snapshot(project)
    try:
        spoil(path)
        done = bulletins(project, "run")
        assert done.returncode == 1
        assert sentence in done.stderr
        assert "Traceback" not in done.stderr
        assert snapshot(project) == outputs
    finally:
        path.write_bytes(before)
