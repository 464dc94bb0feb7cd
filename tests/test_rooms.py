"""Rooms stand one above the other: the contracts of `pyproject.toml` hold."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from analysis.base import paths

LINT = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, 'src'); {LINT}"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_no_import_runs_upwards_and_none_in_a_circle():
    done = lint(paths.ROOT)
    assert done.returncode == 0, done.stdout


def test_an_import_upwards_is_found(tmp_path):
    shutil.copytree(paths.ROOT / "src", tmp_path / "src")
    shutil.copy(paths.ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "src/analysis/base/periods.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef up():\n    from analysis.citing import cards\n\n    return cards\n")
    done = lint(tmp_path)
    assert done.returncode == 1
    assert "analysis.base is not allowed to import analysis.citing" in done.stdout
