"""The languages of pages: a file for each one with the renderer's own words and marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.base.errors import ProjectError
from analysis.renderer.pandoc import ASSETS
from analysis.renderer.project import read_yaml

FOLDER = ASSETS / "languages"


@dataclass(frozen=True)
class Language:
    """What the renderer needs to know of a language."""

    code: str
    name: str
    ideographic: bool
    after_number: str
    between_references: str
    counted: str
    date: str
    labels: dict[str, str]


@cache
def language_of(code: str) -> Language:
    """Return a language by its code (`zh-CN` is `zh`); one without a file or a label is a `ProjectError`."""
    base = code.partition("-")[0]
    path = FOLDER / f"{base}.yml"
    if not path.is_file():
        raise ProjectError(f"{path} is missing: copy the file of {' or '.join(all_languages())} and translate it.")
    found = read_yaml(path)
    if missing := [name for name in read_yaml(FOLDER / "en.yml")["labels"] if not found["labels"].get(name)]:
        raise ProjectError(f"{path}: no label for {', '.join(missing)}.")
    marks = found["after-number"], found["between-references"]
    return Language(base, found["name"], found["ideographic"], *marks, found["counted"], found["date"], found["labels"])


@cache
def all_languages() -> tuple[str, ...]:
    """Return the codes of all languages that the renderer knows."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))
