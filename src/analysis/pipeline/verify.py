"""Verify: rerun everything in a temporary folder and compare each output with the published bytes."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from analysis.base import paths
from analysis.base.errors import ProjectError

log = logging.getLogger("bulletins")
# What a rerun starts from, and what it must reproduce.
SOURCES = (
    "data/raw",
    "expectations",
    "notebooks",
    "reports",
    "tests",
    "CITATION.cff",
    "README.md",
    "data/README.md",
    "Makefile",
    "pyproject.toml",
    "uv.lock",
    "src",
)
OUTPUTS = (
    "README.md",
    "data/README.md",
    "data/processed",
    "reports/exhibits",
    "reports/_generated",
    "reports/_variables.yml",
    "reports/_site",
)
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "_site", "exhibits", "_generated", "texts", ".ipynb_checkpoints")


def verify() -> None:
    """Rerun in a temporary folder; raises `ProjectError` naming each file that differs and where it first does."""
    with tempfile.TemporaryDirectory(prefix="bulletins-verify-") as folder:
        copy = Path(folder)
        copy_sources(copy)
        log.info("Rerunning everything in a temporary folder ...")
        _rerun(copy)
        differences = list(compare(paths.ROOT, copy))
    if differences:
        raise ProjectError("\n".join([f"{len(differences)} outputs differ from a clean rerun:", *differences]))
    log.info("Every output is the same, byte by byte.")


def copy_sources(copy: Path) -> None:
    """Copy what a run starts from, without any output."""
    for name in SOURCES:
        source = paths.ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=_LEFT_OUT)
        else:
            shutil.copy(source, copy / name)
    (copy / "reports" / "_variables.yml").unlink(missing_ok=True)


def _rerun(copy: Path) -> None:
    environment = os.environ | {"BULLETINS_ROOT": str(copy)}
    done = subprocess.run(
        [sys.executable, "-m", "analysis.cli", "run"], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ProjectError(f"the rerun failed: {done.stderr.strip() or done.stdout.strip()}")


def compare(ours: Path, theirs: Path) -> Iterator[str]:
    """Yield a sentence for each output that is missing on one side or differs, with its first difference.

    What is built and not committed is compared where it was built; committed records hold the digests of charts.
    """
    for name in sorted(_files(ours) | {name for name in _files(theirs) if not _unbuilt(ours / name)}):
        left, right = ours / name, theirs / name
        if not left.exists() or not right.exists():
            yield f"{name}: only in the {'published outputs' if left.exists() else 'rerun'}."
        elif left.read_bytes() != right.read_bytes():
            yield f"{name}: {_first_difference(left.read_bytes(), right.read_bytes())}"


def _files(root: Path) -> set[str]:
    found = (
        path for name in OUTPUTS for path in ([root / name] if (root / name).is_file() else (root / name).rglob("*"))
    )
    return {path.relative_to(root).as_posix() for path in found if path.is_file() and path.name != ".gitignore"}


def _unbuilt(output: Path) -> bool:
    """Tell whether an output is missing and of a kind that a fresh clone does not hold."""
    kind = output.suffix in (".pdf", ".png", ".md") and output.name != "README.md"
    built = {"_site", "_generated"} & set(output.parts) or output.name == "_variables.yml"
    return not output.exists() and bool(kind or built)


def _first_difference(ours: bytes, theirs: bytes) -> str:
    """Say where two files first differ: by line where they are text, by byte where not."""
    at = next(
        (i for i, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), min(len(ours), len(theirs))
    )
    try:
        line = ours[:at].decode("utf-8").count("\n")
        mine, other = (text.decode("utf-8").splitlines()[line : line + 1] for text in (ours, theirs))
        return f"line {line + 1}: '{''.join(mine)[:80]}' here, '{''.join(other)[:80]}' in the rerun."
    except UnicodeDecodeError:
        return f"byte {at + 1} of {len(ours)} (the rerun has {len(theirs)} bytes)."
