"""Run the pipeline as `bulletins run` does, and write down which files each step reads and how its figures look.

A file counts as read when its access time moves: so also what a notebook's kernel, polars, pandoc and typst read is
seen. Run as a program in a copy of the project; it leaves `bld/watched/`, for each step the files that it read, and
those that the pipeline thinks it may read, and `bld/looks/`, for each figure what was seen of it: to draw them all once
more takes half a minute. Each step has a process of its own, so one runs after the other.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legible import look_at
from matplotlib.figure import Figure

from analysis.base import paths
from analysis.pipeline import nodes, reach

WATCHED, LOOKS = paths.BUILD / "watched", paths.BUILD / "looks"
save = Figure.savefig


def files(folder: Path | str = paths.ROOT) -> Iterator[os.DirEntry[str]]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from files(entry.path)
        else:
            yield entry


def forget_reads() -> set[str]:
    found = set()
    for entry in files():
        if entry.stat().st_atime_ns:
            os.utime(entry.path, ns=(0, entry.stat().st_mtime_ns))
        found.add(entry.path)
    return found


def read_of(known: set[str]) -> set[str]:
    """Those of the files known before a step that it read; modules by their source, whatever was cached of it."""
    read = {entry.path for entry in files() if entry.path in known and entry.stat().st_atime_ns}
    return {source_of(Path(path)).relative_to(paths.ROOT).as_posix() for path in read}


def source_of(path: Path) -> Path:
    return path.parents[1] / f"{path.name.partition('.')[0]}.py" if path.parent.name == "__pycache__" else path


def allowed(step: nodes.Step) -> set[str]:
    found = reach.reach_of_function(step.function)
    listed = {*found.files(), *found.named_files()}
    for node in nodes.leaves(step.depends_on, step.produces):
        listed |= {node.path} if isinstance(node, nodes.File) else set()
        listed |= set(map(Path, node.members())) if isinstance(node, nodes.Files) else set()
        if isinstance(node, nodes.Exhibits):
            listed |= {record.with_name(name) for record in node.paths for name in files_of_record(record)}
    if "notebook" in step.depends_on:
        cells = reach.reach_of_cells(step.depends_on["notebook"].path)
        listed |= {*cells.files(), *cells.named_files()}
    return {path.relative_to(paths.ROOT).as_posix() for path in listed if path.is_relative_to(paths.ROOT)}


def files_of_record(record: Path) -> list[str]:
    return list(json.loads(record.read_text(encoding="utf-8"))["sha256"])


def execute(self: nodes.Step, **kwargs: Any) -> None:
    kept = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith("analysis.")}
    known = forget_reads()
    try:
        self.function(**kwargs)
        found = {"read": sorted(read_of(known)), "allowed": sorted(allowed(self))}
        (WATCHED / f"{self.name.rpartition('::')[2]}.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    finally:
        sys.modules.update(kept)


def save_and_look(figure: Figure, place: Any, **more: Any) -> None:
    save(figure, place, **more)
    name = sys._getframe(1).f_locals["name"]  # as `make_picture` calls it, which saves it in memory
    (LOOKS / f"{name}.json").write_text(json.dumps(look_at(figure)), encoding="utf-8")


if __name__ == "__main__":
    nodes.Step.execute = execute
    Figure.savefig = save_and_look
    from analysis.cli.commands import main

    for folder in (WATCHED, LOOKS):
        folder.mkdir(parents=True)
    sys.argv = ["bulletins", "run", "--jobs", "1"]
    main()
