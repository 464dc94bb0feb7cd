"""The report: prose, numbers and exhibits to a site, a PDF and a Word file, with Quarto or without it."""

from __future__ import annotations

from analysis.renderer.fonts import install_fonts, missing_characters, require_glyphs
from analysis.renderer.links import broken_links, outside_loads
from analysis.renderer.lint import lint_digits, require_no_digits
from analysis.renderer.notebooks import notebook_page
from analysis.renderer.quarto import find_quarto
from analysis.renderer.site import render

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
