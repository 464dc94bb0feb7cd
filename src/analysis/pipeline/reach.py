"""What a step rests on besides its tables: the code that it reaches, the files that this code names, the libraries.

Steps used to list their code by hand, and each list left something out: estimates were called up to date after the
rounding that they go through had changed. So nothing is listed; all of it follows from the imports.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from types import FunctionType

from analysis.base import paths, shelf
from analysis.base.errors import ProjectError
from analysis.base.files import name_of, read_text
from analysis.pipeline.libraries import versions_of

PACKAGE = Path(__file__).resolve().parents[1]
ROOM = PACKAGE.name
# Files that code names in full: `paths.RAW / "bulletins.csv"`, `CODEBOOK / "terms*.csv"`.
_NAMED = re.compile(r"\b(ROOT|RAW|CODEBOOK|SOURCES|EXPECTATIONS)((?:\s*/\s*[\"'][^\"'{}]+[\"'])+)")


@dataclass
class Reach:
    """The lines of a step itself, and the modules and libraries that they lead to."""

    lines: list[str] = field(default_factory=list)
    modules: set[str] = field(default_factory=set)
    libraries: set[str] = field(default_factory=set)

    def add_imports(self, tree: ast.AST) -> None:
        """Add what the import statements below a node lead to, through the whole package."""
        for name in imports_in(tree):
            if name.partition(".")[0] == ROOM:
                self._follow(name)
            elif name.partition(".")[0] not in sys.stdlib_module_names:
                self.libraries.add(name.partition(".")[0])

    def _follow(self, module: str) -> None:
        if module in self.modules:
            return
        if module not in imports():
            raise ProjectError(f"{module} is imported, but it is no module of the package: correct the import.")
        self.modules.add(module)
        for name in imports()[module]:
            if name.partition(".")[0] == ROOM:
                self._follow(name)
            else:
                self.libraries.add(name)

    def digest(self, *more: str, with_named: bool = True) -> str:
        """Return one digest of everything, `more` included; it changes where any of it does.

        `with_named` are the files that the code names: a kept part that reads one names it among what it is made from.
        """
        code = {_place(path, PACKAGE): digest_of(path) for path in self.files()}
        named = {_place(path, paths.ROOT): digest_of(path) for path in self.named_files() if with_named}
        parts = [self.lines, more, code, named, versions_of(self.libraries)]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()

    def files(self) -> set[Path]:
        """Return the source files of the modules and of the packages around them, and the data beside them."""
        return {path for module in self.modules for path in _around(module)}

    def named_files(self) -> set[Path]:
        """Return the files outside the package that the code names in full, where they are there."""
        own = (path for line in self.lines for path in named_in(line))
        return {*own, *(path for module in self.modules for path in _named_by(module))}


def reach_of_function(function: FunctionType) -> Reach:
    """Return what a function of a task module reaches: its own body and whatever that uses of its module.

    What its sibling steps in the same module import is none of its business. Its defaults are its inputs and products,
    which the pipeline watches by themselves.
    """
    module, reach = _parse(Path(function.__code__.co_filename)), Reach()
    _add(module, _without_defaults(_definition(module, function)), reach, set())
    return reach


def reach_of_cells(notebook: Path) -> Reach:
    """Return what the code cells of a notebook reach."""
    reach = Reach()
    for tree in cells_of(notebook):
        reach.lines.append(ast.unparse(tree))
        reach.add_imports(tree)
    return reach


def cells_of(notebook: Path) -> Iterator[ast.Module]:
    """Yield the syntax trees of a notebook's code cells; lines for IPython (`%matplotlib`, `!ls`) import nothing."""
    name = name_of(notebook)
    try:
        cells = json.loads(read_text(notebook))["cells"]
    except (ValueError, LookupError, TypeError):
        raise ProjectError(f"{name} is no notebook: restore it with `git checkout -- {name}`.") from None
    for number, cell in enumerate(cells, start=1):
        if cell["cell_type"] == "code":
            lines = "".join(cell["source"]).splitlines()
            try:
                yield ast.parse("\n".join("" if line.startswith(("%", "!")) else line for line in lines))
            except SyntaxError as error:
                raise ProjectError(f"{name}, cell {number}, line {error.lineno}: {error.msg}; mend it.") from None


def imports_in(tree: ast.AST) -> Iterator[str]:
    """Yield the full names of the modules that import statements below a node name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inside = f"{node.module}.{alias.name}"
                yield inside if inside in imports() else node.module


def _without_defaults(step: ast.FunctionDef) -> ast.FunctionDef:
    names = [ast.arg(argument.arg) for argument in step.args.args]
    bare = ast.arguments([], names, None, [], [], None, [])
    return ast.fix_missing_locations(ast.FunctionDef(step.name, bare, step.body, []))


def _add(module: ast.Module, node: ast.stmt, reach: Reach, seen: set[str]) -> None:
    """Add a statement, what it imports, and the statements of its module that define the names it uses."""
    reach.lines.append(ast.unparse(node))
    reach.add_imports(node)
    for name in sorted(_free_names(node) - seen):
        seen.add(name)
        for definition in _statements_of(module).get(name, []):
            _add(module, definition, reach, seen)


def _free_names(statement: ast.stmt) -> set[str]:
    """Return the names that a statement uses and does not bind itself."""
    used, bound = set(), set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            bound.update(_bound_by(node))
    return used - bound


def named_in(text: str) -> Iterator[Path]:
    """Yield the files that lines of code name in full."""
    for place, parts in _NAMED.findall(text):
        pattern = "/".join(re.findall(r"[\"']([^\"']+)[\"']", parts))
        yield from sorted(path for path in getattr(paths, place).glob(pattern) if path.is_file())


@cache
def _named_by(module: str) -> tuple[Path, ...]:
    return tuple(named_in(content_of(file_of(module)).decode()))


@cache
def _statements_of(module: ast.Module) -> dict[str, list[ast.stmt]]:
    """Return the statements of a module by the names that they bind."""
    found: dict[str, list[ast.stmt]] = {}
    for node in _outer(module):
        for name in _bound_by(node):
            found.setdefault(name, []).append(node)
    return found


def _outer(node: ast.AST) -> Iterator[ast.stmt]:
    """Yield the statements of a module that run when it is imported: also those of its `if` and `for`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If | ast.For | ast.With | ast.Try):
            yield from _outer(child)
        elif isinstance(child, ast.stmt):
            yield child


def _bound_by(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [name.id for target in targets if target for name in ast.walk(target) if isinstance(name, ast.Name)]


@cache
def _parse(path: Path) -> ast.Module:
    return ast.parse(content_of(path))


def _definition(module: ast.Module, function: FunctionType) -> ast.FunctionDef:
    """Return the syntax tree of a function, found by its first line, which is that of its decorator."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and node.name == function.__code__.co_name:
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            if first == function.__code__.co_firstlineno:
                return node
    raise LookupError(f"{function.__code__.co_name} is not in its file any more")


@cache
def imports() -> dict[str, list[str]]:
    """Return what each module of the package imports, in its body and in its functions; a library by its first name.

    Kept for as long as no file of the package changes: the graph takes longer than all else that a run with nothing
    to do finds out about code.
    """
    code = ((_place(path, PACKAGE), content_of(path)) for path in sorted(PACKAGE.rglob("*.py")))
    return shelf.recall("imports", _build_graph, *chain.from_iterable(code))


def _build_graph() -> dict[str, list[str]]:
    import grimp

    graph = grimp.build_graph(ROOM, include_external_packages=True, cache_dir=None)
    own = sorted(name for name in graph.modules if name.partition(".")[0] == ROOM)
    return {
        name: sorted(graph.find_modules_directly_imported_by(name) - sys.stdlib_module_names - {"__future__"})
        for name in own
    }


@cache
def _place(path: Path, top: Path) -> str:
    return path.relative_to(top).as_posix()


@cache
def _around(module: str) -> tuple[Path, ...]:
    """Return the source files of a module and of the packages around it, and the data beside them."""
    rooms = [room for room in file_of(module).parents if room.is_relative_to(PACKAGE)]
    return (file_of(module), *(part for room in rooms for part in (room / "__init__.py", *data_of(room))))


def file_of(module: str) -> Path:
    """Return the source file of a module of the package."""
    place = PACKAGE.joinpath(*module.split(".")[1:])
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


@cache
def data_of(room: Path) -> tuple[Path, ...]:
    """Return the files of a package that are no modules, those of its folders of data included."""
    found = []
    for path in room.iterdir():
        if path.is_dir() and path.name != "__pycache__" and not (path / "__init__.py").exists():
            found += data_of(path)
        elif path.is_file() and path.suffix != ".py":
            found.append(path)
    return tuple(sorted(found))


@cache
def content_of(path: Path) -> bytes:
    """Return the bytes of a source file, read once a run: steps share most of their code."""
    return path.read_bytes()


@cache
def digest_of(path: Path) -> str:
    """Return the digest of a file that the run does not write."""
    return hashlib.sha256(content_of(path)).hexdigest()
