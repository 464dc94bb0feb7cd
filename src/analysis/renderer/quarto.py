"""The other front end: `quarto render` over the same sources, where Quarto is found."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from analysis.base.errors import ProjectError
from analysis.renderer.fonts import install_fonts
from analysis.renderer.project import Project


def find_quarto() -> Path | None:
    """Return the Quarto program that `QUARTO_PATH` names or that is on the path, or None."""
    named = os.environ.get("QUARTO_PATH")
    if named and Path(named).is_file():
        return Path(named)
    found = shutil.which("quarto")
    return Path(found) if found else None


def render_with_quarto(project: Project, draft: Path, to: Sequence[str], lang: str | None = None) -> list[Path]:
    """Render the project with Quarto into an empty folder; return the names of the files there.

    Raises:
        ProjectError: where Quarto is absent or fails; its last lines are in the sentence.
    """
    program = find_quarto()
    if program is None:
        raise ProjectError(
            "Quarto was asked for but not found; install it, set QUARTO_PATH, or use the built-in front end."
        )
    install_fonts(project.root)
    for target in [page.path for page in project.pages if page.language == lang] if lang else [""]:
        _run(program, project.root, target, to, draft)
    return [path.relative_to(draft) for path in draft.rglob("*") if path.is_file()]


def _run(program: Path, folder: Path, target: str, to: Sequence[str], out: Path) -> None:
    """Render one page or, with no target, the whole project. A page makes the formats that its head names."""
    command = [str(program), "render", *([target] if target else []), "--output-dir", os.path.relpath(out, folder)]
    if set(to) == {"html"}:
        command += ["--to", "html"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        last = " ".join((done.stderr or done.stdout).strip().split("\n")[-12:])
        raise ProjectError(f"quarto render stopped with status {done.returncode} in {folder}: {last}")
