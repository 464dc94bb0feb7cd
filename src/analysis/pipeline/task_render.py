"""Step: the report is rendered, with Quarto where it is found, else with the built-in renderer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pytask import Product

from analysis.base import paths
from analysis.pipeline.layout import NOTEBOOKS, whole
from analysis.pipeline.task_numbers import EXHIBITS, GENERATED, INCLUDES, PERMANENT
from analysis.pipeline.task_pages import ARCHIVED, EXPLORE, EXPLORE_PAGES, SOURCES
from analysis.renderer.quarto import front_end


def task_render(
    written: list[Path] = SOURCES,
    variables: Path = paths.REPORTS / "_variables.yml",
    generated: list[Path] = GENERATED,
    bibliography: Path = paths.GENERATED / "bulletins.json",
    includes: list[Path] = INCLUDES,
    exhibits: list[Path] = EXHIBITS,
    explore: list[Path] = EXPLORE,
    explore_pages: list[Path] = EXPLORE_PAGES,
    archive: Path = ARCHIVED,
    permanent: list[list[Path]] = list(PERMANENT.values()),
    notebooks: list[Path] = [paths.REPORTS / "notebooks" / path.name for path in NOTEBOOKS],
    quarto: str = front_end(),
    site: Annotated[list[Path], Product] = whole(paths.SITE),
    fonts: Annotated[list[Path], Product] = whole(paths.REPORTS / "fonts"),
) -> None:
    """Render the site and the PDF, with Quarto where it is found, else with the built-in renderer."""
    from analysis.base.shelf import shelf
    from analysis.renderer.fonts import install_fonts
    from analysis.renderer.site import render

    install_fonts(paths.REPORTS)
    with shelf("render") as kept:
        render(paths.REPORTS, paths.SITE, recall=kept.get)
