"""The other front end: `quarto render` over the same sources, where Quarto is found."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from analysis.base.errors import ProjectError
from analysis.renderer.fonts import install_fonts
from analysis.renderer.project import load_project


def find_quarto() -> Path | None:
    """Return the Quarto program that `QUARTO_PATH` names or that is on the path, or None."""
    named = os.environ.get("QUARTO_PATH")
    if named and Path(named).is_file():
        return Path(named)
    found = shutil.which("quarto")
    return Path(found) if found else None


def render_with_quarto(reports_dir: Path, out: Path, to: Sequence[str], lang: str | None = None) -> list[Path]:
    """Render the project with Quarto and copy its site to `out`.

    Raises:
        ProjectError: where Quarto is absent or fails; its last lines are in the sentence.
    """
    program = find_quarto()
    if program is None:
        raise ProjectError(
            "Quarto was asked for but not found; install it, set QUARTO_PATH, or use the built-in front end."
        )
    project = load_project(reports_dir)
    install_fonts(reports_dir)
    targets = [page.path for page in project.pages if lang is None or page.language == lang] if lang else [""]
    for target in targets:
        _run(program, project.root, target, to)
    site = project.root / str((project.settings.get("project") or {}).get("output-dir") or "_site")
    if site.resolve() != out.resolve():
        shutil.copytree(site, out, dirs_exist_ok=True)
    return sorted(path for path in out.rglob("*") if path.suffix in {".html", ".pdf", ".docx"})


def _run(program: Path, folder: Path, target: str, to: Sequence[str]) -> None:
    """Render one page or, with no target, the whole project. A page makes the formats that its head names."""
    command = [str(program), "render", *([target] if target else [])]
    if set(to) == {"html"}:
        command += ["--to", "html"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        last = " ".join((done.stderr or done.stdout).strip().split("\n")[-12:])
        raise ProjectError(f"quarto render stopped with status {done.returncode} in {folder}: {last}")
