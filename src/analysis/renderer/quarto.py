"""The other front end: `quarto render` over the same sources, where Quarto is found."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from analysis.base.errors import ProjectError
from analysis.renderer.fonts import install_fonts, with_letters
from analysis.renderer.project import Page, Project, load_project, menu_links, sidebar_of

FORMATS = re.compile(r"^format:\n", re.MULTILINE)


def find_quarto() -> Path | None:
    """Return the Quarto program that `QUARTO_PATH` names or that is on the path, or None."""
    named = os.environ.get("QUARTO_PATH")
    if named and Path(named).is_file():
        return Path(named)
    found = shutil.which("quarto")
    return Path(found) if found else None


def front_end() -> str:
    """Say which program renders, by its place and its age; asking Quarto for its version takes seconds."""
    program = find_quarto()
    return f"{program} {program.resolve().stat().st_mtime_ns}" if program else "built-in"


def render_with_quarto(project: Project, draft: Path, to: Sequence[str], lang: str | None) -> None:
    """Render a copy of the project with Quarto into an empty folder.

    A copy, because Quarto leaves files of its own beside the sources, and one language has its own menus.

    Raises:
        ProjectError: where Quarto is absent or fails; its first error is in the sentence.
    """
    program = find_quarto()
    if program is None:
        raise ProjectError(
            "Quarto was asked for but not found; install it, set QUARTO_PATH, or use the built-in front end."
        )
    install_fonts(project.root)
    with tempfile.TemporaryDirectory(prefix="quarto-") as scratch:
        folder = Path(scratch) / "reports"
        shutil.copytree(project.root, folder, ignore=shutil.ignore_patterns("_site", ".quarto"))
        pages = _narrow(folder, lang) if lang else project.pages
        if "docx" in to:
            _declare_word(folder, pages)
        for options in _commands(pages, to):
            _run(program, folder, options)
        shutil.copytree(folder / "_site", draft, dirs_exist_ok=True)
    for chart in (draft / "exhibits").glob("fig-*.svg"):
        chart.write_text(with_letters(chart.read_text(encoding="utf-8")), encoding="utf-8")


def _commands(pages: Iterable[Page], to: Sequence[str]) -> Iterator[list[str]]:
    """Yield the options of each call: the site with what its pages print, and single pages for other formats."""
    printed = [page.path for page in pages if page.is_printed]
    whole = {"html", "pdf"} <= set(to)  # then Quarto makes every format that a page names
    if "html" in to:
        yield [] if whole else ["--to", "html"]
    for name, wanted in (("typst", "pdf" in to and not whole), ("docx", "docx" in to and not whole)):
        yield from ([path, "--to", name] for path in printed if wanted)


def _declare_word(folder: Path, pages: Iterable[Page]) -> None:
    """Name Word among the formats of the printed pages of a copy: a page links only to formats that it names."""
    for page in pages:
        if page.is_printed and "docx" not in page.metadata["format"]:
            text = (folder / page.path).read_text(encoding="utf-8")
            text = FORMATS.sub("format:\n  docx: default\n", text, count=1)
            (folder / page.path).write_text(text, encoding="utf-8")


def _narrow(folder: Path, lang: str) -> tuple[Page, ...]:
    """Leave only the pages of a language in the settings of a copy, and no menu entry that leads to another one."""
    project = load_project(folder)
    pages = tuple(page for page in project.pages if page.language == lang)
    paths = {page.path for page in pages}
    settings = project.settings
    settings["project"]["render"] = sorted(paths)
    for side, entries in settings["website"].get("navbar", {}).items():
        if isinstance(entries, list):
            settings["website"]["navbar"][side] = [entry for entry in entries if entry.get("href") in paths]
    bars = (sidebar_of(project, page) for page in pages if not page.is_notebook)
    own = {str(bar.get("id")): bar for bar in bars if bar}
    for bar in own.values():
        bar["contents"] = [
            one for one in bar["contents"] if {link.path for link in menu_links(project, [one])} <= paths
        ]
    settings["website"]["sidebar"] = list(own.values())
    # JSON is YAML, too.
    (folder / "_quarto.yml").write_text(json.dumps(settings, ensure_ascii=False, default=str), encoding="utf-8")
    return pages


def _run(program: Path, folder: Path, options: Sequence[str]) -> None:
    done = subprocess.run([str(program), "render", *options], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line.strip() for line in f"{done.stderr}\n{done.stdout}".splitlines() if line.strip()]
        first = next((line for line in lines if "ERROR" in line), lines[-1] if lines else "it gave no reason")
        raise ProjectError(f"quarto render {' '.join(options)} stopped with status {done.returncode}: {first}")
