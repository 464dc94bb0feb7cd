from __future__ import annotations

import ast

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.pages import packages
from analysis.pages.packages import CALLED, IMPORTED, SOURCE, work_of, works

MODULE = """
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import seaborn as unused
    unused.nothing()

def draw():
    import seaborn as sns
    from seaborn import objects as so
    from seaborn.axisgrid import FacetGrid
    sns.heatmap(1).set_title("x")
    so.Plot()
    so.Plot()
    FacetGrid()
"""


def test_calls_are_those_of_the_package_itself(tmp_path):
    (tmp_path / "charts").mkdir()
    (tmp_path / "charts" / "kit.py").write_text(MODULE, encoding="utf-8")
    work = work_of("seaborn", tmp_path)
    assert (str(work), work.named_calls()) == ("`charts.kit`", "`Plot`, `FacetGrid`, `heatmap`")


def test_a_package_that_only_hints_use_is_idle(tmp_path):
    (tmp_path / "a.py").write_text("import seaborn\n", encoding="utf-8")
    assert not work_of("seaborn", tmp_path).calls


def test_a_package_without_work_is_an_error(monkeypatch):
    monkeypatch.setattr(packages, "IMPORTED", {"pandas": "nopandas"})
    with pytest.raises(ProjectError, match="nothing calls pandas"):
        works()


@pytest.mark.parametrize("package", IMPORTED)
def test_the_modules_that_are_named_import_the_package(package):
    work = work_of(IMPORTED[package])
    assert work.modules
    for name in work.modules:
        tree = ast.parse((SOURCE / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8"))
        nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert any(IMPORTED[package] in ast.unparse(node) for node in nodes), name


@pytest.mark.parametrize("program", CALLED)
def test_programs_are_called_where_the_table_says(program):
    file, call = CALLED[program]
    assert call in (paths.ROOT / file).read_text(encoding="utf-8")
