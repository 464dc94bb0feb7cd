"""Imports found the slow and plain way, to hold against what the pipeline finds."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import analysis


@cache
def modules_in(package: Path) -> dict[str, Path]:
    found = {}
    for path in package.rglob("*.py"):
        parts = (package.name, *path.relative_to(package).with_suffix("").parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported_names(*trees: ast.AST) -> set[str]:
    """The modules that import statements name: for `from a import b` both `a.b`, if it is one, or `a`."""
    found = set()
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if is_module(name) else str(node.module) for name in inside}
    return found


def is_module(name: str) -> bool:
    place = Path(analysis.__file__).parents[1].joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


@cache
def imports_of(path: Path) -> set[str]:
    return imported_names(ast.parse(path.read_text(encoding="utf-8")))


def reached_from(start: set[str], package: Path) -> set[str]:
    """All modules of the package that some modules lead to, themselves included, and the packages that hold them."""
    known, reached = modules_in(package), set()
    waiting = list(start & set(known))
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            waiting += imports_of(known[module]) & set(known)
    parents = {module.rpartition(".")[0] for module in reached} - {""}
    return reached | parents | {parent.rpartition(".")[0] for parent in parents} - {""}
