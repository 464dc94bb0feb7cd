"""Shelves: parts of a step that need not be made again, each by the digest of all that it follows from.

A step runs as a whole, although most of its parts follow from what has not changed: one changed statement once cost
four fifths of a cold run. What is kept counts for the same code and libraries alone, and an entry that no run asks for
any more goes. Outside of a run nothing is kept: `STEP` is set where steps are executed.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from analysis.base import paths
from analysis.base.files import write_whole

Made = TypeVar("Made")
FOLDER = paths.BUILD / "shelves"
# The digest of code and libraries of the step at work; without one, or where all is to be made anew, nothing is kept.
STEP: str = ""
# The same without the files that the code names, for parts that note what they read of them (`Noted`).
CODE: str = ""


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


class Noted(Mapping[Any, Any]):
    """A table by key that notes what is read of it, so that nobody has to list it; to go through it is to read all."""

    def __init__(self, content: Mapping[Any, Any], name: str, notes: Notes) -> None:
        self.content, self.name, self.notes = content, name, notes

    def __getitem__(self, key: object) -> Any:  # noqa: ANN401 - a row of any table
        self.notes.read[self.name, key] = None
        return self.content[key]

    def __contains__(self, key: object) -> bool:
        self.notes.read[self.name, key] = None
        return key in self.content

    def __iter__(self) -> Iterator[Any]:
        self.notes.read[self.name, None] = None
        return iter(self.content)

    def __len__(self) -> int:
        self.notes.read[self.name, None] = None
        return len(self.content)


class Notes:
    """What has been read of tables, in its order, and what each read finds now."""

    def __init__(self) -> None:
        self.tables, self.read = dict[str, Mapping[Any, Any]](), dict[tuple[str, Any], None]()
        self.known = dict[tuple[str, Any], bytes]()

    def watch(self, owner: object) -> None:
        """Note what is read of the properties of an object that are found once: all of them are found now."""
        names = [name for name, kind in vars(type(owner)).items() if isinstance(kind, cached_property)]
        self.tables |= {f"{type(owner).__name__}.{name}": getattr(owner, name) for name in names}
        for name in names:
            vars(owner)[name] = Noted(getattr(owner, name), f"{type(owner).__name__}.{name}", self)

    def found(self) -> bytes:
        """Return the digest of all that has been read."""
        return hashlib.sha256(b"".join(map(self._found, self.read))).digest()  # each as long as the others

    def _found(self, read: tuple[str, Any]) -> bytes:
        if read not in self.known:
            name, key = read
            table = self.tables.get(name, {})
            now = repr(dict(table) if key is None else (key in table, table.get(key)))
            self.known[read] = hashlib.sha256(now.encode()).digest()
        return self.known[read]


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

    @property
    def keeps(self) -> bool:
        """Tell whether anything is kept: if not, nobody needs to find out what a thing is made from."""
        return bool(STEP)

    def holds(self, *parts: bytes | str) -> bool:
        """Tell whether what is made of these parts is here: who makes many things at once makes those that are not."""
        return bool(STEP) and digest(STEP, *parts) in self.kept

    def get_noted(self, make: Callable[[], Made], notes: Notes, *parts: bytes | str) -> Made:
        """Return what was made before if all that was read then is found again, or make it; `parts` are the rest."""
        if not STEP:
            return make()
        key = digest(CODE, *parts)
        if kept := self.kept.get(key):
            notes.read, found, made = pickle.loads(kept)
            if notes.found() == found:
                self.used[key] = kept
                return made
        notes.read = {}
        made = make()
        self.kept.pop(key, None)  # so that the shelf counts as changed
        self.used[key] = pickle.dumps((notes.read, notes.found(), made))
        return made


@contextmanager
def shelf(name: str) -> Generator[Shelf]:
    """Open a shelf; where the step fails half-way, what it made until then stays beside what was there."""
    path = FOLDER / name
    one = Shelf(read(path) if STEP else {})
    try:
        yield one
    except BaseException:
        one.used = one.kept | one.used
        raise
    finally:
        if STEP and one.used.keys() != one.kept.keys():
            write(path, one.used)


def recall(name: str, make: Callable[[], Made], *parts: bytes | str) -> Made:
    """Return what many steps of a run ask for, from a file of its own; `parts` name the code that makes it, too."""
    if not RUNNING:
        return make()
    path = FOLDER / name / digest(*parts)
    found = read(path)
    if "made" not in found:
        found = {"made": make()}
        write(path, found)
    return found["made"]


def write(path: Path, content: dict[str, Any]) -> None:
    """Write what a shelf holds."""
    kept = pickle.dumps(content)
    write_whole(path, hashlib.sha256(kept).digest() + kept)


def read(path: Path) -> dict[str, Any]:
    """Return what a shelf holds; nothing where it is torn."""
    try:
        read = path.read_bytes()
    except OSError:
        return {}
    return pickle.loads(read[32:]) if hashlib.sha256(read[32:]).digest() == read[:32] else {}
