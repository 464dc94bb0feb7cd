"""Steps: each notebook is executed when its code, its themes' data or its texts change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from pytask import Product, PythonNode, task

from analysis.base import paths
from analysis.base.themes import TABLES as SLICED
from analysis.base.themes import slice_path
from analysis.charts.exhibits import exhibits_of
from analysis.pipeline.layout import CODEBOOK_FILES, code, staged

DRAFTS = paths.BUILD / "exhibits"
DRAWING_CODE = ("charts", "words", "base", "bounds", "pipeline.execution")


def inputs_of(notebook: Path) -> list[Path]:
    """Return the tables that a notebook declares in its metadata, as `themes`, `tables`, `raw` and `files`."""
    metadata = metadata_of(notebook)
    slices = [slice_path(theme, table) for theme in metadata.get("themes", []) for table in SLICED]
    raw = [paths.RAW / name for name in metadata.get("raw", [])]
    files = [paths.ROOT / name for name in metadata.get("files", [])]
    return slices + [staged(name) for name in metadata.get("tables", [])] + raw + files


def metadata_of(notebook: Path) -> dict[str, list[str]]:
    """Return the metadata of a notebook."""
    return json.loads(notebook.read_text(encoding="utf-8"))["metadata"]


for source in sorted(paths.NOTEBOOKS.glob("*.ipynb")):

    @task(id=source.stem)
    def task_notebook(
        notebook: Path = source,
        inputs: list[Path] = inputs_of(source),
        codebook: list[Path] = CODEBOOK_FILES,
        program: PythonNode = code(*DRAWING_CODE, *metadata_of(source).get("code", [])),
        executed: Annotated[Path, Product] = paths.BUILD / "notebooks" / source.name,
        records: Annotated[list[Path], Product] = [DRAFTS / f"{name}.json" for name in exhibits_of(source.stem)],
    ) -> None:
        """Execute one notebook."""
        from analysis.base.errors import ProjectError
        from analysis.pipeline.execution import execute_notebook, missing_outputs

        execute_notebook(notebook, executed, DRAFTS)
        if empty := missing_outputs(executed):
            raise ProjectError(f"notebooks/{notebook.name}: cells {', '.join(empty)} show nothing; they should.")
