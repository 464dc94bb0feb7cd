"""Step: the report is rendered, with Quarto where it is found, else with the built-in renderer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product, PythonNode

from analysis.base import paths
from analysis.pipeline.layout import code
from analysis.pipeline.task_numbers import EXHIBIT_IDS, PAGES
from analysis.pipeline.task_pages import NOTEBOOKS, SOURCES
from analysis.words.catalogue import LANGS


def task_render(
    written: list[Path] = SOURCES,
    variables: Path = paths.REPORTS / "_variables.yml",
    generated: list[Path] = [paths.GENERATED / f"{name}.{lang}.md" for name in PAGES for lang in LANGS],
    bibliography: Path = paths.GENERATED / "bulletins.json",
    includes: list[Path] = [paths.EXHIBITS / f"_{exhibit}.{lang}.md" for exhibit in EXHIBIT_IDS for lang in LANGS],
    charts: list[Path] = [paths.EXHIBITS / f"{name}.svg" for name in EXHIBIT_IDS if name.startswith("fig-")],
    notebooks: list[Path] = [paths.REPORTS / "notebooks" / path.name for path in NOTEBOOKS],
    program: PythonNode = code("renderer"),
    site: Annotated[Path, Product] = paths.SITE / "index.html",
) -> None:
    """Render the site and the PDF, with Quarto where it is found, else with the built-in renderer."""
    from analysis.renderer.fonts import install_fonts
    from analysis.renderer.site import render

    install_fonts(paths.REPORTS)
    render(paths.REPORTS, paths.SITE)
