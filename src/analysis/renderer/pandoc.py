"""One call of pandoc per page and format, with its own words turned into project errors."""

from __future__ import annotations

import json
import locale
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from analysis.base.errors import ProjectError

ASSETS = Path(__file__).parent / "assets"
MARKDOWN = "markdown-pandoc_title_block-latex_macros-raw_tex"
NOTEBOOK = "ipynb+fenced_divs"  # by itself the reader of notebooks shows the colons around captions
PROBLEM = re.compile(r"^PROBLEM: (.*)$", re.MULTILINE)
CITEPROC_GAP = re.compile(r"Citeproc: citation (\S+) not found")
# pandoc has no Chinese words of its own; the templates print the report's.
UNTRANSLATED = re.compile(
    r"\[WARNING\] Could not load translations for \S+\s*(?:data file \S+ not found)?\s*"
    r"|\[WARNING\] The term \S+ has\s+no translation defined\."
)

# Memory that pandoc fills before it looks for what it may forget: a long page takes a fifth less time.
_ROOM = "-A128m"
# Any fixed moment gives the same bytes each time.
FIXED_TIME = 1672531200


@cache
def pandoc_program() -> str:
    """Return the path of pandoc: the one that the package pypandoc_binary carries."""
    import pypandoc

    return pypandoc.get_pandoc_path()


def _utf8_names() -> dict[str, str]:
    """Return what lets pandoc name files in Chinese where the locale is C; it stopped at the folder of the project."""
    return {} if "utf" in locale.getencoding().lower() else {"LC_ALL": "C.UTF-8"}


def run_pandoc(
    source: bytes,
    defaults: Mapping[str, Any],
    folder: Path,
    place: str,
    files: Sequence[Path] = (),
    head: Mapping[str, str] | None = None,
) -> bytes:
    """Convert one text with a defaults mapping (pandoc's defaults-file keys) and return what pandoc wrote.

    Args:
        source: the text of the page, UTF-8.
        defaults: settings in the words of pandoc's defaults files; `output-file` may be given for docx.
        folder: where pandoc runs; relative paths of images start here.
        place: the page's name in error messages.
        files: the files the text came from, searched for the line of a problem.
        head: settings in Markdown for a text that has no head of its own, a notebook.

    Raises:
        ProjectError: for unknown references or citations and for all that pandoc itself refuses.
    """
    with tempfile.TemporaryDirectory(prefix="pandoc-") as scratch:
        settings, extra = Path(scratch) / "defaults.yaml", Path(scratch) / "head.yaml"
        extra.write_text(json.dumps(dict(head or {}), ensure_ascii=False), encoding="utf-8")
        options = {**defaults, "metadata-files": [str(extra)]} if head else defaults
        settings.write_text(json.dumps(options, ensure_ascii=False, default=str), encoding="utf-8")
        done = subprocess.run(
            [pandoc_program(), "--defaults", str(settings)],
            input=source,
            capture_output=True,
            cwd=folder,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(FIXED_TIME), "GHCRTS": _ROOM} | _utf8_names(),
            check=False,
        )
    _raise_problems(done.returncode, done.stderr.decode("utf-8", "replace"), place, files)
    return done.stdout


def read_by_pandoc(source: bytes, defaults: Mapping[str, Any], head: Mapping[str, str] | None = None) -> list[bytes]:
    """Return all that a call reads, so that a page of which nothing has changed can be recalled."""
    named = [defaults.get("template"), *defaults.get("bibliography", ())]
    named += [name for name in defaults.get("filters", ()) if isinstance(name, str)]
    settings = json.dumps([defaults, head], ensure_ascii=False, default=str, sort_keys=True)
    return [source, settings.encode(), *(Path(name).read_bytes() for name in named if name)]


def _raise_problems(status: int, words: str, place: str, files: Sequence[Path]) -> None:
    problems = PROBLEM.findall(words)
    problems += [f"unknown citation @{key}; add it to the bibliography" for key in CITEPROC_GAP.findall(words)]
    if problems:
        raise ProjectError("; ".join(_with_place(problem, place, files) for problem in dict.fromkeys(problems)))
    if status:
        raise ProjectError(f"{place}: pandoc stopped: {' '.join(words.split())}")
    if "[WARNING]" in (words := UNTRANSLATED.sub("", words)):
        raise ProjectError(f"{place}: pandoc warns: {' '.join(words.split())}")


def _with_place(problem: str, place: str, files: Sequence[Path]) -> str:
    """Put the file and line of the id that a problem names before it."""
    name = re.search(r"[@#]([\w-]+)", problem)
    called = re.compile(rf"[@#]{re.escape(name.group(1))}(?![\w-])") if name else None
    for path in files if called else ():
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if called and called.search(line):
                return f"{path.name if place.endswith(path.name) is False else place}:{number}: {problem}"
    return f"{place}: {problem}"
