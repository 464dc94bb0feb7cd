"""The nodes of the graph: files by their content, groups of files, exhibits, and the steps between them.

A node is known by its place below the project's root and by nothing else, so a project that is moved or copied with
its `bld` is still up to date. A content is hashed anew where size, inode or times of its file are others than when it
was hashed last: a run asked four times for the digests of ten thousand files, which took it a second.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import time
from collections.abc import Generator, Iterable
from pathlib import Path
from types import FunctionType
from typing import Any, cast

import pytask
from attrs import define, field
from pytask import NodeInfo, PathNode, PNode, PTask, PythonNode, Task
from pytask.tree_util import tree_leaves

from analysis.base import paths, shelf
from analysis.pipeline.reach import content_of, digest_of, reach_of_cells, reach_of_function
from analysis.pipeline.unchanged import TICK

# What a file held when a step first asked. An input that is edited while its step runs then counts as changed at the
# next run, although the step may have read either.
_SEEN: dict[str, str | None] = {}
# The digests of files by their paths, each with size, inode and times of the file.
_HELD: dict[str, tuple[tuple[int, ...], str]] = {}


def look_anew() -> None:
    """Forget what files held in an earlier run of this process; their digests are in `bld`."""
    for known in (_SEEN.clear, content_of.cache_clear, digest_of.cache_clear, _HELD.clear):
        known()
    _HELD.update(shelf.read(paths.BUILD / "digests"))


def keep_digests() -> None:
    """Keep the digests of files for the next run."""
    shelf.write(paths.BUILD / "digests", _HELD)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _place(path: Path | str) -> str:
    return os.fspath(path).removeprefix(f"{paths.ROOT}/")


def _content(path: Path | str) -> str | None:
    name, still = os.fspath(path), time.time_ns() - TICK
    try:
        found = os.stat(name)  # noqa: PTH116 - thousands of files: a `Path` takes three times as long
        if stat.S_ISDIR(found.st_mode):
            return None
        mark = (found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns)
        if (held := _HELD.get(name)) and held[0] == mark:
            return held[1]
        with open(name, "rb") as file:  # noqa: PTH123
            digest = hashlib.sha256(file.read()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if found.st_ctime_ns < still:
        _HELD[name] = mark, digest
    return digest


@define(kw_only=True)
class File(PathNode):
    """One file."""

    @property
    def signature(self) -> str:
        """Its place in the project."""
        return _hash(_place(self.path))

    def state(self) -> str | None:
        """Return the digest of its content."""
        if self.signature not in _SEEN:
            _SEEN[self.signature] = _content(self.path)
        return _SEEN[self.signature]


@define(kw_only=True)
class Files(PNode):
    """Files that are made and used together: one node, since the time of a run grows with the number of arrows."""

    name: str
    paths: list[Path] = field(factory=list)
    attributes: dict[Any, Any] = field(factory=dict)

    @property
    def signature(self) -> str:
        """Its name and its members."""
        return _hash(" ".join([self.name, *map(_place, self.paths)]))

    def members(self) -> Iterable[Path | str]:
        """Return the files."""
        return self.paths

    def state(self) -> str | None:
        """Return one digest of all contents; none where a file is missing."""
        if self.signature not in _SEEN:
            _SEEN[self.signature] = self._digest()
        return _SEEN[self.signature]

    def _digest(self) -> str | None:
        contents = {_place(path): _content(path) for path in self.members()}
        return _hash(json.dumps(contents, sort_keys=True)) if all(contents.values()) else None

    def load(self, is_product: bool = False) -> list[Path]:
        """Give the step its paths."""
        return self.paths

    def save(self, value: object) -> None:
        """Steps write their files themselves."""
        raise NotImplementedError


@define(kw_only=True)
class Folder(Files):
    """All files below some folders, whatever their names: a site of which one page was deleted is not up to date."""

    def members(self) -> Iterable[Path | str]:
        """Return the files below the folders; ten thousand paths would take as long as what they lead to."""
        return sorted(f"{top}/{name}" for folder in self.paths for top, _, names in os.walk(folder) for name in names)

    def _digest(self) -> str | None:
        there = all(folder.is_dir() and any(folder.iterdir()) for folder in self.paths)
        return Files._digest(self) if there else None


@define(kw_only=True)
class Exhibits(Files):
    """Exhibits by their records, which hold the digests of their files: a torn picture once was published."""

    def _digest(self) -> str | None:
        whole = all(path.is_file() and is_whole(path) for path in self.paths)
        return Files._digest(self) if whole else None


def is_whole(record: Path) -> bool:
    """Return whether each file of an exhibit is as its record says."""
    digests = json.loads(record.read_text(encoding="utf-8"))["sha256"]
    return all(_content(record.with_name(name)) == digest for name, digest in digests.items())


@define(kw_only=True)
class Step(Task):
    """A task that knows the code it reaches; pytask itself sees the file of the task and follows no import."""

    @property
    def signature(self) -> str:
        """The file and the name of the task."""
        return _hash(f"{self.path.name} {self.base_name}")

    def state(self) -> str:
        """Return the digest of code, libraries, and of the names of inputs and products."""
        if "state" not in self.attributes:
            nodes = [_place_of(node) for node in leaves(self.depends_on, self.produces)]
            self.attributes["state"] = reach_of_function(cast("FunctionType", self.function)).digest(*nodes)
        return self.attributes["state"]


def leaves(*trees: Any) -> list[Any]:  # noqa: ANN401 - pytask nests nodes in lists and dictionaries
    """Return the nodes of inputs or products."""
    return tree_leaves(cast("Any", trees))


def _place_of(node: PNode) -> str:
    return _place(node.path) if isinstance(node, File) else node.name


@define(kw_only=True)
class Value(PythonNode):
    """A value that a step is given; a changed one counts as a changed input."""

    @property
    def signature(self) -> str:
        """Its name, which holds that of its step."""
        return _hash(self.name)

    def state(self) -> str:
        """Return the digest of the value as it is written."""
        return _hash(repr(self.value))


def cells(notebook: Path) -> Any:  # noqa: ANN401 - a step is given the value
    """Return what the cells of a notebook reach, for the step that executes it."""
    # The kernel that runs the cells is imported by none of them.
    reach = reach_of_cells(notebook)
    reach.libraries.add("ipykernel")
    return Value(name=f"cells of {notebook.name}", value=reach.digest())


@pytask.hookimpl(wrapper=True)
def pytask_collect_task() -> Generator[None, PTask | None, PTask | None]:
    """Make each task a step."""
    task = yield
    if not isinstance(task, Task):
        return task
    return Step(
        base_name=task.base_name, path=task.path, function=task.function, depends_on=task.depends_on,
        produces=task.produces, markers=task.markers, attributes=task.attributes,
    )  # fmt: skip


@pytask.hookimpl(tryfirst=True)
def pytask_collect_node(node_info: NodeInfo) -> PNode:
    """Make each path a file known by its content, and all else that a step is given a value."""
    value = node_info.value
    if isinstance(value, PNode):
        return value
    if isinstance(value, Path):
        return File(name=_place(value), path=value)
    return Value(name=f"{node_info.task_name} {node_info.arg_name} {node_info.path}", value=value)


def stand_as_made(tasks: Iterable[PTask], changed: Iterable[str]) -> bool:
    """Tell whether all files that were changed in a run are products of its steps, and stand as these left them."""
    products = {node.signature: node for task in tasks for node in leaves(task.produces)}
    made = {os.fspath(path) for node in products.values() for path in _paths_of(node)}
    folders = [path for node in products.values() if isinstance(node, Folder) for path in node.paths]
    inside = tuple(f"{folder}/" for folder in (*folders, paths.DRAFTS))  # also what is gone; records stand for exhibits
    left = {name: _SEEN.pop(name, None) for name in products}
    own = all(name in made or name.startswith(inside) for name in changed)
    return own and all(node.state() == left[name] for name, node in products.items())


def _paths_of(node: PNode) -> list[Path]:
    return node.paths if isinstance(node, Files) else [cast("File", node).path]


def forget_products(task: PTask) -> None:
    """Look at products anew once their step has run, also where it failed half-way."""
    for node in leaves(task.produces):
        _SEEN.pop(node.signature, None)
