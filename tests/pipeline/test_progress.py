"""The plugin that pytask finds by its name in `pyproject.toml`."""

from __future__ import annotations

import tomllib

from pluggy import PluginManager

from analysis.base import paths
from analysis.pipeline import crew, nodes, progress


def test_the_plugin_is_found_and_brings_nodes_and_crew():
    settings = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert list(settings["project"]["entry-points"]["pytask"].values()) == [progress.__name__]
    manager = PluginManager("pytask")
    progress.pytask_add_hooks(manager)
    assert manager.get_plugins() == {nodes, crew}
