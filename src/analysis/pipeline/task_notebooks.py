"""Steps: each notebook is executed when its code, its themes' data or its texts change."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pytask import Product, task

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.charts.declarations import declaration_of
from analysis.charts.exhibits import exhibits_of
from analysis.pipeline.layout import (
    CODEBOOK,
    NOTEBOOKS,
    RAW,
    RAW_TABLES,
    SUITES,
    TABLES,
    drafts,
    published,
    slices,
    staged,
)
from analysis.pipeline.nodes import cells
from analysis.pipeline.reach import cells_of, reach_of_cells

THEMED = ("load_theme", "load_evidence", "show_theme")  # their arguments are themes
LOADERS = (*THEMED, "load_table", "show_exhibit")
# What `from analysis import ...` offers reads published tables, which no exhibit may wait for.
OFFERED = {"cite", "number", "observations", "series"}
PUBLISHED = [published(name, suffix) for name in TABLES for suffix in ("csv", "parquet")]


def tables_of(notebook: Path) -> list[Any]:
    """Return the tables that the cells of a notebook load: of themes, whole ones by name, those of exhibits.

    Rules that cells check may look at every raw file.
    """
    themes, tables = set(), set()
    for loader, name in _loaded(notebook):
        if loader == "show_exhibit":
            declared = declaration_of(name)
            themes.update(declared.themes)
            tables.update(declared.tables)
        else:
            (themes if loader in THEMED else tables).add(name)
    whole = (RAW_TABLES.get(name) or staged(name) for name in sorted(tables))
    called = {name for name, _ in _calls(notebook)}
    checked = [SUITES, RAW] if "check_table" in called else []
    offered = [*PUBLISHED, paths.PROCESSED / "datapackage.json"] if called & OFFERED else []
    return [*map(slices, sorted(themes)), *whole, *checked, *offered]


def _calls(notebook: Path) -> Iterator[tuple[str, ast.Call]]:
    calls = (node for tree in cells_of(notebook) for node in ast.walk(tree) if isinstance(node, ast.Call))
    yield from ((call.func.id, call) for call in calls if isinstance(call.func, ast.Name))


def _loaded(notebook: Path) -> Iterator[tuple[str, str]]:
    for name, call in _calls(notebook):
        for argument in call.args if name in LOADERS else ():
            if not isinstance(argument, ast.Constant):
                said = f"{name}({ast.unparse(argument)})"
                raise ProjectError(f"notebooks/{notebook.name}: {said}: write the name itself, in quotes.")
            yield name, str(argument.value)


for source in NOTEBOOKS:

    @task(id=source.stem)
    def task_notebook(
        notebook: Path = source,
        tables: list[Path] = tables_of(source),
        codebook: list[Path] = CODEBOOK,
        code: str = cells(source),
        drawing: str = reach_of_cells(source).digest(with_named=False),
        executed: Annotated[Path, Product] = paths.BUILD / "notebooks" / source.name,
        records: Annotated[list[Path], Product] = drafts(source.stem, exhibits_of(source.stem)),
    ) -> None:
        """Execute one notebook."""
        from analysis.base import shelf
        from analysis.base.errors import ProjectError
        from analysis.pipeline.execution import execute_notebook, missing_outputs

        shelf.STEP = shelf.STEP and shelf.STEP + drawing  # it is reached by the cells
        execute_notebook(notebook, executed, paths.DRAFTS)
        if empty := missing_outputs(executed):
            raise ProjectError(f"notebooks/{notebook.name}: cells {', '.join(empty)} show nothing; they should.")
