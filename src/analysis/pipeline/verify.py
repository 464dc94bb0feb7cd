"""Verify: rerun everything in a temporary folder and compare each output with the published bytes."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.pages.folders import FOLDERS

log = logging.getLogger("bulletins")
# What a rerun starts from, and what it must reproduce.
SOURCES = (
    "data/raw", "data/releases", "expectations", "notebooks", "reports", "tests", "CITATION.cff", "CHANGELOG.md",
    "README.md", "data/README.md", "Makefile", "pyproject.toml", "uv.lock", "src",
)  # fmt: skip
COMMITTED = ("README.md", "data/README.md", "data/processed", "reports/exhibits")
# Not committed: where one of these was never built, as in a fresh clone, there is nothing to compare.
BUILT = {
    "bld/notebooks": "executed notebooks",
    "reports/notebooks": "notebooks as pages",
    "reports/_generated": "generated pages",
    "reports/_variables.yml": "numbers of the prose",
    **{f"reports/{folder}": f"permanent pages ({kind})" for folder, kind in FOLDERS.items()},
    "reports/explore": "the page to explore the record",
    "reports/_site": "site and PDFs",
}
PICTURES = (".pdf", ".png", ".md")  # of exhibits; their digests are committed
_NO_SOURCES = {"__pycache__", ".ipynb_checkpoints", "texts", ".quarto", "_site_draft", "exhibits"}
AROUND = 40  # letters that are shown on each side of a difference


def verify() -> None:
    """Rerun in a temporary folder; raises `ProjectError` naming each file that differs, where, and the likely cause."""
    with tempfile.TemporaryDirectory(prefix="bulletins-verify-") as folder:
        copy = Path(folder)
        copy_sources(copy)
        log.info("Rerunning everything in a temporary folder ...")
        rerun(copy)
        differences = list(compare(paths.ROOT, copy))
        causes = list(_causes(copy)) if differences else []
    if differences:
        raise ProjectError("\n".join([f"{len(differences)} outputs differ from a clean rerun:", *differences, *causes]))
    if missing := [name for place, name in BUILT.items() if not (paths.ROOT / place).exists()]:
        log.info("Not built here and so not compared: %s.", ", ".join(missing))
    log.info("Every output is the same, byte by byte.")


def copy_sources(copy: Path) -> None:
    """Copy what a run starts from, without any output."""
    for name in SOURCES:  # of editions, none is kept before the first release
        source = paths.ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=_left_out)
        elif source.exists():
            shutil.copy(source, copy / name)


def _left_out(folder: str, names: list[str]) -> set[str]:
    """Return what of a folder is no source: what a run makes below `reports`, and caches."""
    # The renderer has a folder of fonts, too; without it no copy could be rendered.
    made = (
        {"fonts", *(place.rpartition("/")[2] for place in BUILT)} if Path(folder) == paths.ROOT / "reports" else set()
    )
    return set(names) & (_NO_SOURCES | made)


def rerun(copy: Path, *words: str, python: str = sys.executable, **environment: str) -> None:
    """Bring a copy of the sources up to date, with another Python or environment where they are given."""
    known = {"BULLETINS_ROOT": str(copy), "BULLETINS_EDITION": ""} | environment
    command = [python, "-m", "analysis.cli", "run", *words]
    done = subprocess.run(command, env=os.environ | known, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ProjectError(f"the rerun failed: {done.stderr.strip() or done.stdout.strip()}")


def compare(ours: Path, theirs: Path) -> Iterator[str]:
    """Yield a sentence for each output that is missing on one side or differs, with its first difference."""
    built = [place for place in BUILT if (ours / place).exists()]
    found, made = _files(ours, built), _files(theirs, built)
    if not any(map(is_picture, found)):
        made = {name for name in made if not is_picture(name)}
    for name in sorted(found | made):
        if name not in made:
            yield f"{name}: only here; no run makes it."
        elif name not in found:
            yield f"{name}: only in the rerun."
        elif (left := (ours / name).read_bytes()) != (right := (theirs / name).read_bytes()):
            yield f"{name}: {first_difference(left, right)}"


def _files(root: Path, built: list[str]) -> set[str]:
    places = [root / name for name in (*COMMITTED, *built)]
    found = (path for place in places for path in ([place] if place.is_file() else place.rglob("*")))
    return {path.relative_to(root).as_posix() for path in found if path.is_file() and path.name != ".gitignore"}


def is_picture(name: str) -> bool:
    """Tell whether a file is one of an exhibit's that are not committed."""
    return name.startswith("reports/exhibits/") and name.endswith(PICTURES) and not name.endswith("README.md")


def first_difference(ours: bytes, theirs: bytes) -> str:
    """Say where two files first differ, with what stands around it: by line where they are text, by byte where not."""
    ends = min(len(ours), len(theirs))
    at = next((place for place, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), ends)
    try:
        ours.decode(), theirs.decode()
    except UnicodeDecodeError:
        return f"byte {at + 1} of {len(ours)} (the rerun has {len(theirs)} bytes)."
    line = ours[:at].count(b"\n") + 1
    mine, other = (text[max(0, at - AROUND) : at + AROUND].decode(errors="ignore") for text in (ours, theirs))
    return f"line {line}: {mine!r} here, {other!r} in the rerun."


def _causes(copy: Path) -> Iterator[str]:
    """Yield what may explain differences: other libraries than the lock's, another front end; or that none does."""
    others = sorted(f"{name} {here} ({' or '.join(locked)})" for name, here, locked in _other_libraries())
    if others:
        yield f"Known cause: not the versions of uv.lock: {', '.join(others)}; `make env` installs these."
    if len({_front_end(root / "reports/_site/index.html") for root in (paths.ROOT, copy)}) > 1:
        yield "Known cause of differences in the site: one was rendered by Quarto, the other without it."
    if not others:
        yield (
            "The libraries are those of uv.lock. If sources changed since the last `bulletins run`, run it; "
            "if not, the cause is unknown: a step gives other bytes each time, or an output was edited."
        )


def _other_libraries() -> Iterator[tuple[str, str, list[str]]]:
    """Yield the libraries of the steps whose installed version is not that of the lock, with both."""
    from analysis.pipeline.libraries import versions_of
    from analysis.pipeline.reach import ROOM, imports

    locked: dict[str, list[str]] = {}
    for package in tomllib.loads((paths.ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]:
        locked.setdefault(package["name"], []).append(package.get("version", ""))
    used = {name for names in imports().values() for name in names if name.partition(".")[0] != ROOM}
    for name, here in versions_of(sorted(used)).items():
        if (wanted := locked.get(name)) and here not in (*wanted, "absent"):
            yield name, here, wanted


def _front_end(page: Path) -> bool:
    return page.exists() and b'content="quarto' in page.read_bytes()[:2000]
