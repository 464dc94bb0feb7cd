"""A pytask plugin: brings in the project's nodes and its way to run steps side by side."""

from __future__ import annotations

import pytask
from pluggy import PluginManager

from analysis.pipeline import crew, nodes


@pytask.hookimpl
def pytask_add_hooks(pm: PluginManager) -> None:
    """Bring in the project's own nodes and crew."""
    pm.register(nodes)
    pm.register(crew)
