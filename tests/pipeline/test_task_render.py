from __future__ import annotations

import inspect

from analysis.base import paths
from analysis.pipeline.nodes import Folder
from analysis.pipeline.task_render import task_render


def test_the_step_answers_for_every_file_of_the_site_and_for_its_fonts():
    """A page that is lost or torn is then made again: see `test_nodes` for folders."""
    made = [inspect.signature(task_render).parameters[name].default for name in ("site", "fonts")]
    assert all(type(node) is Folder for node in made)
    assert [node.paths for node in made] == [[paths.SITE], [paths.REPORTS / "fonts"]]
