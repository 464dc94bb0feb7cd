"""Where the packages that the project is built on do their work, read from the code itself."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from analysis.base.errors import ProjectError
from analysis.base.shelf import Notes, shelf

SOURCE = Path(__file__).resolve().parents[1]
# Import names by the names under which packages are installed.
IMPORTED = {
    "polars": "polars", "pandas": "pandas", "statsmodels": "statsmodels", "seaborn": "seaborn",
    "great-expectations": "great_expectations",
}  # fmt: skip
# Programs, which no module imports: the file that calls them, and the words of the call.
CALLED = {
    "jupyterlab": ("Makefile", "jupyter lab notebooks"),
    "quarto": ("src/analysis/renderer/quarto.py", "render"),
}  # fmt: skip
MOST = 6  # modules and calls that are named one by one


@dataclass
class Work:
    """What a package is used for: calls of it by module, and how often each is called."""

    modules: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        """Name the modules, or their rooms where they are many."""
        rooms = Counter(name.partition(".")[0] for name in self.modules)
        names = sorted(self.modules if len(self.modules) <= MOST else rooms)
        return ", ".join(f"`{name}`" for name in names)

    def named_calls(self) -> str:
        """Name what is called most often."""
        ordered = sorted(self.calls, key=lambda name: (-self.calls[name], name))
        return ", ".join(f"`{name}`" for name in ordered[:MOST])


def works() -> dict[str, Work]:
    """Return where each package of the stack does its work; one that does none is a `ProjectError`."""
    code = [
        part
        for path in sorted(SOURCE.rglob("*.py"))
        for part in (path.relative_to(SOURCE).as_posix(), path.read_bytes())
    ]
    with shelf("packages") as kept:
        # No file that the step names besides: a statement that changed would bring all modules to be parsed anew.
        found = kept.get_noted(lambda: {name: work_of(package) for name, package in IMPORTED.items()}, Notes(), *code)
    if idle := [name for name, work in found.items() if not work.calls]:
        raise ProjectError(f"pyproject.toml: nothing calls {', '.join(idle)}; use the package or remove it.")
    return found


def work_of(package: str, source: Path = SOURCE) -> Work:
    """Return where a package does its work, by its import name; imports for type hints alone do not count."""
    work = Work()
    for path in sorted(source.rglob("*.py")):
        code = path.read_text(encoding="utf-8")
        if package not in code:
            continue
        tree = _tree_of(code)
        names = set(_names_from(tree, package))
        called = (_called(node.func, names) for node in ast.walk(tree) if isinstance(node, ast.Call))
        if calls := [name for name in called if name]:
            work.modules[".".join(path.relative_to(source).with_suffix("").parts)] += len(calls)
            work.calls.update(calls)
    return work


@lru_cache(maxsize=512)
def _tree_of(code: str) -> ast.Module:
    """Parse a module once for all packages, which takes most of the time."""
    return ast.parse(code)


def _names_from(node: ast.AST, package: str) -> Iterator[str]:
    """Yield the names that a module has of a package."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
            continue
        if isinstance(child, ast.Import):
            yield from (a.asname or package for a in child.names if a.name.split(".")[0] == package)
        elif isinstance(child, ast.ImportFrom) and (child.module or "").split(".")[0] == package:
            yield from (a.asname or a.name for a in child.names)
        yield from _names_from(child, package)


def _called(function: ast.expr, names: set[str]) -> str | None:
    """Return the last name of a call of the package itself: `sns.heatmap` is heatmap, `pl.col("a").sum` is none."""
    root = function
    while isinstance(root, ast.Attribute):
        root = root.value
    if not (isinstance(root, ast.Name) and root.id in names):
        return None
    return function.attr if isinstance(function, ast.Attribute) else root.id
