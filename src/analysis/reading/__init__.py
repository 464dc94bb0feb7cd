"""Bulletin text to figures with their meaning.

`read_text` reads one text, `read_files` many, on this machine or on a Dask cluster; `command.read_command` is what
`bulletins read` calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.reading.engine import read_files
    from analysis.reading.figure import COLUMNS, Figure
    from analysis.reading.reader import read_text

__all__ = ["COLUMNS", "Figure", "read_files", "read_text"]
_HOMES = {"read_text": "reader", "read_files": "engine", "Figure": "figure", "COLUMNS": "figure"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute of any kind
    """Import on first use: the command line starts without the codebook's terms."""
    if name not in _HOMES:
        raise AttributeError(f"module 'analysis.reading' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"analysis.reading.{_HOMES[name]}"), name)
