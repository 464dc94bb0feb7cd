"""Steps: each notebook is executed when its code, its themes' data or its texts change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from pytask import Product, task

from analysis import paths
from analysis.drawing.exhibits import exhibits_of, files_of
from analysis.pipeline.layout import CODEBOOK_FILES, code, staged
from analysis.themes import TABLES as SLICED
from analysis.themes import slice_path

DRAFTS = paths.BUILD / "exhibits"
DRAWING_CODE = code("drawing", "citing.phrases", "themes", "codebook", "bounds", "pipeline.execution")


def inputs_of(notebook: Path) -> list[Path]:
    """Return the tables that a notebook declares in its metadata, as `themes` and `tables`."""
    metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]
    slices = [slice_path(theme, table) for theme in metadata.get("themes", []) for table in SLICED]
    raw = [paths.RAW / name for name in metadata.get("raw", [])]
    extra = code(*metadata.get("code", []))
    return slices + [staged(name) for name in metadata.get("tables", [])] + raw + extra


for source in sorted(paths.NOTEBOOKS.glob("*.ipynb")):

    @task(id=source.stem)
    def task_notebook(
        notebook: Path = source,
        inputs: list[Path] = inputs_of(source),
        codebook: list[Path] = CODEBOOK_FILES,
        program: list[Path] = DRAWING_CODE,
        executed: Annotated[Path, Product] = paths.BUILD / "notebooks" / source.name,
        exhibits: Annotated[list[Path], Product] = [
            DRAFTS / file for exhibit in exhibits_of(source.stem) for file in files_of(exhibit)
        ],
    ) -> None:
        """Execute one notebook."""
        from analysis.errors import ProjectError
        from analysis.pipeline.execution import execute_notebook, missing_outputs

        execute_notebook(notebook, executed, DRAFTS)
        if empty := missing_outputs(executed):
            raise ProjectError(f"notebooks/{notebook.name}: cells {', '.join(empty)} show nothing; they should.")
