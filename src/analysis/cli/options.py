"""Options are checked before anything is built: an unknown language once failed after four minutes of work."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from analysis.base import paths
from analysis.base.codebook import read_rows, read_table
from analysis.base.errors import ProjectError, UnknownName, require_known
from analysis.words.catalogue import LANGS

FORMATS = ("html", "pdf", "docx")
_STEP = re.compile(r"def task_(\w+)\(")
_SIGNS = {"and", "or", "not"}


def require_edition(edition: str) -> None:
    """Refuse an edition of a year at whose end no bulletin was known, or of one that has not come."""
    if not edition:
        return
    years = sorted(row["published"][:4] for row in read_rows(paths.RAW / "bulletins.csv"))
    if not re.fullmatch(r"\d{4}", edition) or not years[0] <= edition <= years[-1]:
        raise ProjectError(
            f"--edition {edition}: give the year at whose end the report stands, from {years[0]} to {years[-1]}, "
            "the years in which the bulletins were published."
        )


def require_language(lang: str) -> None:
    """Refuse a language that the catalogue has no words of."""
    if lang and lang not in LANGS:
        raise ProjectError(f"--lang {lang}: no words in this language; choose {' or '.join(LANGS)}.")


def require_formats(to: str) -> list[str]:
    """Return the formats of a comma-separated list; refuse an unknown one."""
    names = [name.strip() for name in to.split(",") if name.strip()]
    require_known("format", names, FORMATS, "--to")
    if not names:
        raise ProjectError(f"--to names no format: choose of {', '.join(FORMATS)}.")
    return names


def require_steps(expression: str) -> None:
    """Refuse an expression of `--only` that is none, or with a word that stands in the name of no step."""
    if not expression:
        return
    from _pytask.mark.expression import Expression, ParseError

    try:
        Expression.compile_(expression)
    except ParseError as error:
        raise ProjectError(f"--only '{expression}' {error}; join names of steps by and, or, not.") from None
    known = step_names()
    for word in re.findall(r"\w+", expression):
        if word not in _SIGNS and not any(word.lower() in name for name in known):
            raise UnknownName("step", word, known, "--only")


def require_day(option: str, day: str) -> None:
    """Refuse what is no day, as ISO 8601 writes it."""
    try:
        date.fromisoformat(day or "2000-01-01")
    except ValueError:
        raise ProjectError(f"{option} {day}: write the day as 2026-12-01.") from None


def require_file(option: str, name: str) -> Path | None:
    """Return the file that an option names, None where it names none; refuse a place where no file can be written."""
    path = Path(name).resolve()
    if name and (path.is_dir() or not path.parent.is_dir()):
        why = "is a folder; name a file in it" if path.is_dir() else f"needs the folder {path.parent}; make it first"
        raise ProjectError(f"{option} {name}: {why}.")
    return Path(name) if name else None


def step_names() -> list[str]:
    """Return the names of steps without building them: their functions, notebooks and themes."""
    folder = Path(__file__).parent.parent / "pipeline"
    functions = [name for path in sorted(folder.glob("task_*.py")) for name in _STEP.findall(path.read_text("utf-8"))]
    return [*functions, *(path.stem for path in sorted(paths.NOTEBOOKS.glob("*.ipynb"))), *read_table("themes")]
