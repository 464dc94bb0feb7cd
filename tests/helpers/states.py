"""Print the digests of all steps' code, as it is and after each of some edits; see `project.states`.

Steps are collected once: to do so takes longer than all that is found out of their code. Between two looks everything
that a process keeps of code is forgotten.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytask
from _pytask.console import console
from pytask import ExitCode, PTask, PythonNode
from sqlalchemy.engine import make_url

from analysis.base import paths
from analysis.pipeline import libraries, nodes, reach

CELLS = "cells of "  # of a notebook, which are a value that its step is given


def collect() -> list[PTask]:
    console.quiet = True
    tasks = Path(paths.__file__).parents[1] / "pipeline"
    # With no step at once, none starts: an error on the way, whose variables pytask prints, took four seconds.
    session = pytask.build(paths=[tasks], jobs=0, verbose=0, database_url=make_url("sqlite://"))
    assert session.exit_code == ExitCode.OK, session.collection_reports
    return session.tasks


def look(tasks: list[PTask]) -> dict[str, list[str]]:
    nodes.look_anew()
    for module in (libraries, nodes, reach):
        for kept in vars(module).values():
            if hasattr(kept, "cache_clear") and kept.__module__ == module.__name__:
                kept.cache_clear()
    found = {}
    for task in tasks:
        task.attributes.pop("state", None)
        values = [_anew(node) for node in nodes.leaves(task.depends_on) if isinstance(node, PythonNode)]
        found[task.name.rpartition("::")[2].removeprefix("task_")] = [node.state() for node in (task, *values)]
    return found


def _anew(node: PythonNode) -> PythonNode:
    known = node.name.startswith(CELLS)
    return nodes.cells(paths.NOTEBOOKS / node.name.removeprefix(CELLS)) if known else node


def look_after(tasks: list[PTask], name: str, text: str) -> dict[str, list[str]]:
    path = paths.ROOT / name
    before = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    try:
        return look(tasks)
    finally:
        path.write_text(before, encoding="utf-8")


if __name__ == "__main__":
    edits, tasks = json.load(sys.stdin), collect()
    print(json.dumps({"": look(tasks), **{key: look_after(tasks, *edit) for key, edit in edits.items()}}))
