"""Functions are short: half of them have eight lines at most, nine in ten have twenty, none more than fifty."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from analysis.base import paths


def lengths(source: str, name: str = "") -> Iterator[tuple[int, str]]:
    """The lines of each function from `def` to its end, docstring included."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or 0) - node.lineno + 1, f"{name}: {node.name}"


@cache
def all_lengths() -> list[tuple[int, str]]:
    files = sorted(Path(paths.ROOT / "src").rglob("*.py"))
    return sorted(pair for path in files for pair in lengths(path.read_text(encoding="utf-8"), path.name))


def test_no_function_is_longer_than_fifty_lines():
    assert [pair for pair in all_lengths() if pair[0] > 50] == []


def test_most_functions_are_short():
    found = all_lengths()
    middle, ninth = found[len(found) // 2], found[len(found) * 9 // 10]
    assert middle[0] <= 8, middle
    assert ninth[0] <= 20, ninth


def test_lines_are_counted_from_def_to_end():
    assert list(lengths('@cache\ndef f():\n    """Say."""\n\n    return 1\n')) == [(4, ": f")]
