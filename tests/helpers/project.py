"""A copy of the project in a folder of its own: edit it, run it, see what ran."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

States = dict[str, list[str]]
OFFLINE = Path(__file__).parent / "offline"  # holds what Python reads at its start


def call(root: Path, *words: str, told: str = "") -> subprocess.CompletedProcess[str]:
    """Run Python with the copy's own package and data, and without a network; `asked_for` says what it asked of one."""
    path = os.pathsep.join(map(str, (root / "src", OFFLINE)))
    environment = os.environ | {
        "BULLETINS_ROOT": str(root), "PYTHONPATH": path, "COLUMNS": "120", "BULLETINS_OFFLINE": str(root / "asked.txt"),
        "PYTHONDONTWRITEBYTECODE": "",  # a copy is run more than once
    }  # fmt: skip
    environment.pop("BULLETINS_EDITION", None)
    return subprocess.run(
        [sys.executable, *words], env=environment, input=told, capture_output=True, text=True, check=False
    )


def asked_for(root: Path) -> list[str]:
    asked = root / "asked.txt"
    return asked.read_text(encoding="utf-8").splitlines() if asked.exists() else []


def bulletins(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return call(root, "-m", "analysis.cli", *words)


def states(root: Path, **edits: tuple[str, str]) -> dict[str, States]:
    """The digest of the code of each step by the name of the step, as it is (`""`) and after each of some edits.

    An edit gives a file and its new text, and is taken back. Nothing runs.
    """
    program = str(Path(__file__).parent / "states.py")
    done = call(root, program, told=json.dumps(edits))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def steps_of(output: str) -> set[str]:
    return {line.rpartition(" (")[0] for line in output.splitlines() if line.endswith(" s)")}


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def snapshot(root: Path) -> dict[str, bytes]:
    folders = ("data/processed", "reports/exhibits", "reports/_site")
    return {str(p): p.read_bytes() for folder in folders for p in sorted((root / folder).rglob("*")) if p.is_file()}
