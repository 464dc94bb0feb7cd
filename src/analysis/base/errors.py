"""Errors that a user can mend: one sentence that names the place, the rule and the next step."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable

# So many names are listed where none comes near: `--to odt` was told nothing about what there is.
FEW = 12


class ProjectError(Exception):
    """A mistake in data, settings or a call; the command line prints its sentence and exits with status 1."""


# What a disk says, in the words of Python, polars and SQLite, and what to do about it.
_DISK = {
    r"No space left|disk is full|[Qq]uota exceeded": "the disk is full: make room",
    r"File too large": "a file may not grow so large: raise the limit (ulimit -f)",
    r"Permission denied|[Rr]ead-only|readonly database|not permitted": "a folder may not be written: allow it",
}


def disk_fault(error: BaseException) -> ProjectError | None:
    """Return the sentence for an error that the disk is to blame for, none for another one."""
    said = " ".join(str(error).split())
    for words, remedy in _DISK.items():
        if re.search(words, said):
            return ProjectError(f"{remedy} and run again; earlier outputs are as they were ({said[:200]}).")
    return None


class UnreadableFigure(ProjectError):
    """A printed figure that the rules of `analysis.bounds.printed` cannot read."""


class BrokenRule(ProjectError):
    """A rule of `expectations/` that the data do not keep."""


class UnknownName(ProjectError):
    """A name that the codebook or the numbers do not hold; the sentence offers the nearest, or all if few."""

    def __init__(self, what: str, name: str, known: Iterable[str], where: str = "") -> None:
        known = list(known)
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
        few = f"choose one of {', '.join(known)}." if 1 < len(known) <= FEW else "no known name comes near it."
        hint = f"did you mean {' or '.join(near)}?" if near else few
        place = f"{where}: " if where else ""
        super().__init__(f"{place}unknown {what} '{name}': {hint}")
        self.name = name


def require_known(what: str, names: str | Iterable[str], known: Collection[str], where: str = "") -> None:
    """Raise `UnknownName` for the first name that is not among those known."""
    for name in [names] if isinstance(names, str) else names:
        if name not in known:
            raise UnknownName(what, name, known, where)
