"""A pytask plugin: brings in the project's nodes and its way to run steps side by side, and words what they do."""

from __future__ import annotations

import logging
from collections.abc import Iterable

import pytask
from pluggy import PluginManager
from pytask import PTask

from analysis.pipeline import nodes

log = logging.getLogger("bulletins")
SLOWEST = 5


@pytask.hookimpl
def pytask_add_hooks(pm: PluginManager) -> None:
    """Bring in the project's own nodes and crew."""
    from analysis.pipeline import crew

    pm.register(nodes)
    pm.register(crew)


def step_name(task: PTask) -> str:
    """Return the words of a step: `task_notebooks.py::task_notebook[smart_qa]` is 'notebook smart_qa'."""
    name = task.name.rpartition("::")[2].removeprefix("task_")
    return name.replace("_", " ").replace("[", " ").rstrip("]")


def seconds_of(task: PTask) -> float:
    """Return how long a step took in this run."""
    start, end = task.attributes.get("duration", (0.0, 0.0))
    return end - start


def say_slowest(tasks: Iterable[PTask]) -> None:
    """Name the slowest steps of a run."""
    slowest = sorted(tasks, key=seconds_of, reverse=True)[:SLOWEST]
    log.info("Slowest: %s.", ", ".join(f"{step_name(task)} {seconds_of(task):.1f} s" for task in slowest))
