"""The report: prose, numbers and exhibits to a site, a PDF and a Word file, with Quarto or without it."""

from __future__ import annotations

from analysis.rendering.fonts import install_fonts, missing_characters, require_glyphs
from analysis.rendering.links import broken_links, outside_loads
from analysis.rendering.lint import lint_digits, require_no_digits
from analysis.rendering.notebooks import notebook_page
from analysis.rendering.quarto import find_quarto
from analysis.rendering.site import render

__all__ = [
    "broken_links",
    "find_quarto",
    "install_fonts",
    "lint_digits",
    "missing_characters",
    "notebook_page",
    "outside_loads",
    "render",
    "require_glyphs",
    "require_no_digits",
]
