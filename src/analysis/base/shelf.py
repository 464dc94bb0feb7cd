"""Shelves: parts of a step that need not be made again, each by the digest of all that it follows from.

A step runs as a whole, although most of its parts follow from what has not changed: one changed statement once cost
four fifths of a cold run. What is kept counts for the same code and libraries alone, and an entry that no run asks for
any more goes. Outside of a run nothing is kept: `STEP` is set where steps are executed.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from analysis.base import paths
from analysis.base.files import write_whole

Made = TypeVar("Made")
FOLDER = paths.BUILD / "shelves"
# The digest of code and libraries of the step at work; without one, or where all is to be made anew, nothing is kept.
STEP: str = ""


# Whether a run is at work, in its own process and in those of its steps.
RUNNING: bool = False


def digest(*parts: bytes | str) -> str:
    """Return one digest of parts, which cannot run into each other."""
    whole = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(b"%d:" % len(content))
        whole.update(content)
    return whole.hexdigest()


class Shelf:
    """What one step keeps."""

    def __init__(self, kept: dict[str, bytes]) -> None:
        self.kept, self.used = kept, dict[str, bytes]()

    def get(self, make: Callable[[], Made], *parts: bytes | str) -> Made:
        """Return what was made of the same parts before, or make it; `parts` are all that `make` reads."""
        if not STEP:
            return make()
        key = digest(STEP, *parts)
        found = self.used.get(key) or self.kept.get(key)
        if found is None:
            made = make()
            self.used[key] = pickle.dumps(made)
            return made
        self.used[key] = found
        return pickle.loads(found)


@contextmanager
def shelf(name: str) -> Generator[Shelf]:
    """Open a shelf; where the step fails half-way, what it made until then stays beside what was there."""
    path = FOLDER / name
    one = Shelf(_read(path) if STEP else {})
    try:
        yield one
    except BaseException:
        one.used = one.kept | one.used
        raise
    finally:
        if STEP and one.used.keys() != one.kept.keys():
            _write(path, one.used)


def recall(name: str, make: Callable[[], Made], *parts: bytes | str) -> Made:
    """Return what many steps of a run ask for, from a file of its own; `parts` name the code that makes it, too."""
    if not RUNNING:
        return make()
    path = FOLDER / name / digest(*parts)
    found = _read(path)
    if "made" not in found:
        found = {"made": make()}
        _write(path, found)
    return found["made"]


def _write(path: Path, content: dict[str, Any]) -> None:
    kept = pickle.dumps(content)
    write_whole(path, hashlib.sha256(kept).digest() + kept)


def _read(path: Path) -> dict[str, Any]:
    """Return what a shelf holds; nothing where it is torn."""
    try:
        read = path.read_bytes()
    except OSError:
        return {}
    return pickle.loads(read[32:]) if hashlib.sha256(read[32:]).digest() == read[:32] else {}
