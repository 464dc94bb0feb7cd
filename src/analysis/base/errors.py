"""Errors that a user can mend: one sentence that names the place, the rule and the next step."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class ProjectError(Exception):
    """A mistake in data, settings or a call; the command line prints its sentence and exits with status 1."""


class UnreadableFigure(ProjectError):
    """A printed figure that the rules of `analysis.bounds.printed` cannot read."""


class BrokenRule(ProjectError):
    """A rule of `expectations/` that the data do not keep."""


class UnknownName(ProjectError):
    """A name that the codebook or the numbers do not hold; the sentence offers the nearest ones."""

    def __init__(self, what: str, name: str, known: Iterable[str], where: str = "") -> None:
        near = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "no known name comes near it."
        place = f"{where}: " if where else ""
        super().__init__(f"{place}unknown {what} '{name}': {hint}")
        self.name = name
