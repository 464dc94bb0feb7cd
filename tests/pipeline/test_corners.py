"""Corners of `make verify-matrix`, with the tables that take no more than seconds."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.matrix import Corner, environment_of, on_cores, placed

TABLES = ("cleaned", "observations", "identities")
STEPS = """
from analysis.pipeline import task_clean, task_series
task_clean.task_clean(), task_series.task_observe(), task_series.task_identities()
"""
LOCALE_C = Corner("locale C, Chinese folder, seed", {"LC_ALL": "C", "PYTHONHASHSEED": "7"}, folder="政府 网站")
FAR_AWAY = Corner(
    "Chinese locale, far time zone, another day, one core",
    {"LC_ALL": "zh_CN.UTF-8", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "946684800"},
    cores=1, touched=946684800,
)  # fmt: skip


@pytest.mark.parametrize("corner", [LOCALE_C, FAR_AWAY], ids=lambda corner: corner.name)
def test_the_tables_are_the_same_in_another_corner(built, tmp_path, corner):
    copy = placed(corner, tmp_path)
    with on_cores(corner.cores):
        subprocess.run([sys.executable, "-c", STEPS], env=os.environ | environment_of(corner, copy), check=True)
    assert digests(copy) == digests(built)


def digests(root: Path) -> dict[str, str]:
    return {name: hashlib.sha256((root / f"bld/tables/{name}.parquet").read_bytes()).hexdigest() for name in TABLES}
