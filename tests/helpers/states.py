"""Print the digests of all steps' code, as it is and after each of some edits; see `project.states`.

Each look happens in a process of its own, forked when the heavy libraries are there: most of a look is their import.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytask
from _pytask.console import console
from pytask import ExitCode, PythonNode
from pytask.tree_util import tree_leaves
from sqlalchemy.engine import make_url

from analysis.base import paths


def look() -> dict[str, list[str]]:
    console.quiet = True
    tasks = Path(paths.__file__).parents[1] / "pipeline"
    # With no step at once, none starts: an error on the way, whose variables pytask prints, took four seconds a look.
    session = pytask.build(paths=[tasks], jobs=0, verbose=0, database_url=make_url("sqlite://"))
    assert session.exit_code == ExitCode.OK, session.collection_reports
    found = {}
    for task in session.tasks:
        values = [node for node in tree_leaves(task.depends_on) if isinstance(node, PythonNode)]
        found[task.name.rpartition("::")[2].removeprefix("task_")] = [node.state() for node in (task, *values)]
    return found


def look_apart() -> dict[str, list[str]]:
    reading, writing = os.pipe()
    look_of = os.fork()
    if not look_of:
        with os.fdopen(writing, "w") as file:
            json.dump(look(), file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as file:
        found = json.load(file)
    os.waitpid(look_of, 0)
    return found


def look_after(name: str, text: str) -> dict[str, list[str]]:
    path = paths.ROOT / name
    before = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    try:
        return look_apart()
    finally:
        path.write_text(before, encoding="utf-8")


if __name__ == "__main__":
    edits = json.load(sys.stdin)
    print(json.dumps({"": look_apart(), **{key: look_after(*edit) for key, edit in edits.items()}}))
