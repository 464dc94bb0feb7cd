"""The labelled texts beside the project, where they are at hand: their own scoring program is the judge."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.base.paths import ROOT
from analysis.reading.command import read_command

SHARED = Path(os.environ.get("BULLETINS_SHARED", ROOT.parent / "shared"))
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "score.py").exists(), reason="the labelled texts are not at hand"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    out = tmp_path_factory.mktemp("gold") / "figures.csv"
    assert read_command([SHARED / "bulletins"], out, quiet=True) == 0
    command = [sys.executable, SHARED / "gold" / "score.py", out, "--min-f1", "0.97", "--min-statement", "0.95"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return {line[:32].strip(): line[33:] for line in done.stdout.splitlines()}


@pytest.mark.parametrize(
    ("name", "least"), [("comparator", 0.97), ("unit", 0.97), ("lost percent sign", 1.0), ("year", 0.95)]
)
def test_score(report, name, least):
    assert float(report[name].rpartition("=")[2]) >= least
