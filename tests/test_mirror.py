"""Tests mirror the source: who looks for the tests of a module finds them by its name."""

from __future__ import annotations

import ast
from pathlib import Path

from analysis.base import paths

PACKAGE, TESTS = paths.ROOT / "src" / "analysis", paths.ROOT / "tests"


def functions_in(path: Path) -> int:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return sum(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


def mirror_of(module: Path, package: Path, tests: Path) -> Path:
    return tests / module.relative_to(package).with_name(f"test_{module.name}")


def without_tests(package: Path, tests: Path) -> list[str]:
    """The modules with a function whose test file is missing or holds no test; of packages see `test_interface`."""
    modules = (path for path in package.rglob("*.py") if path.name != "__init__.py" and functions_in(path))
    mirrors = {path: mirror_of(path, package, tests) for path in modules}
    found = (path for path, mirror in mirrors.items() if not mirror.exists() or "def test_" not in mirror.read_text())
    return sorted(path.relative_to(package).as_posix() for path in found)


def test_every_module_with_a_function_has_a_test_file_of_its_name():
    assert without_tests(PACKAGE, TESTS) == []


def test_a_test_file_named_after_no_module_says_what_it_is_about():
    """It looks at several modules, or at the data."""
    mirrors = {mirror_of(path, PACKAGE, TESTS) for path in PACKAGE.rglob("*.py")}
    others = (path for room in TESTS.glob("*/") for path in room.rglob("test_*.py") if path not in mirrors)
    silent = [path.name for path in others if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_a_module_without_tests_is_found(tmp_path):
    texts = {
        "src/room/one.py": "def f(): ...", "src/room/two.py": "class A:\n    def f(self): ...",
        "src/room/three.py": "def f(): ...", "src/room/four.py": "A = 1",
        "tests/room/test_one.py": "def test_f(): ...", "tests/room/test_two.py": "",
    }  # fmt: skip
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert without_tests(tmp_path / "src", tmp_path / "tests") == ["room/three.py", "room/two.py"]
