"""A pytask plugin: says which step runs and how long it took, and nothing about those that are up to date."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator

import pytask
from pluggy import PluginManager
from pytask import PTask

from analysis.pipeline import nodes

log = logging.getLogger("bulletins")


@pytask.hookimpl
def pytask_add_hooks(pm: PluginManager) -> None:
    """Bring in the project's own nodes."""
    pm.register(nodes)


@pytask.hookimpl(wrapper=True)
def pytask_execute_task(task: PTask) -> Iterator[None]:
    """Announce a step when it starts and again, with its time, when it ends."""
    name = step_name(task)
    log.debug("%s ...", name)
    started = time.monotonic()
    result = yield
    log.info("%s (%.1f s)", name, time.monotonic() - started)
    return result


def step_name(task: PTask) -> str:
    """Return the words of a step: `task_notebooks.py::task_notebook[smart_qa]` is 'notebook smart_qa'."""
    name = task.name.rpartition("::")[2].removeprefix("task_")
    return name.replace("_", " ").replace("[", " ").rstrip("]")
