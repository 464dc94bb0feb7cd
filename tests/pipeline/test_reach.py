"""A step's code is what it imports: an edited line reruns the steps that reach it, and no others."""

from __future__ import annotations

import ast
import inspect
import json
import types
from functools import cache
from pathlib import Path

import pytest

from analysis.base import paths, shelf
from analysis.base.errors import ProjectError
from analysis.pipeline import libraries, reach
from analysis.pipeline.nodes import look_anew
from analysis.pipeline.verify import copy_sources
from helpers.imports import imported_names, modules_in, reached_from
from helpers.project import states

PACKAGE = reach.PACKAGE
NO_STEP = {"adding", "cli"}  # rooms for people: no step runs what they hold
ROOMS = sorted({path.parent.name for path in PACKAGE.glob("*/__init__.py")} - NO_STEP)
NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))


def tasks() -> dict[str, types.FunctionType]:
    """The functions of all steps that are no notebooks, by the names of the steps."""
    from importlib import import_module

    modules = [import_module(f"analysis.pipeline.{path.stem}") for path in (PACKAGE / "pipeline").glob("task_*.py")]
    members = [member for module in modules for member in inspect.getmembers(module)]
    return {name.removeprefix("task_"): task for name, task in members if name.startswith("task_")}


TASKS = tasks()


def names_in(code: types.CodeType) -> set[str]:
    return set(code.co_names).union(*(names_in(c) for c in code.co_consts if isinstance(c, types.CodeType)), set())


def start_of(step: str) -> set[str]:
    """The modules that a step starts from, found by running nothing but the interpreter's own eyes."""
    if step.startswith("notebook["):
        return imported_names(*cells(step)) | start_of("notebook")
    function = inspect.unwrap(TASKS[step.partition("[")[0]])
    tree = ast.parse(inspect.cleandoc("\n" + inspect.getsource(function)))
    used = [function.__globals__.get(name) for name in names_in(function.__code__)]
    named = {value.__name__ for value in used if isinstance(value, types.ModuleType)}
    homes = {value.__module__ for value in used if callable(value)}
    return {name for name in imported_names(tree) | named | homes if name.startswith("analysis")}


def cells(step: str) -> list[ast.Module]:
    notebook = json.loads((paths.NOTEBOOKS / f"{step[9:-1]}.ipynb").read_text(encoding="utf-8"))
    return [ast.parse("".join(cell["source"])) for cell in notebook["cells"] if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edited")
    copy_sources(folder)
    return folder


@pytest.fixture(scope="module")
def after(copy) -> dict[str, dict[str, list[str]]]:
    """The states of all steps, after one function was edited in each room, one at a time."""
    edits = {room: edit_function(reachable(room)[0]) for room in ROOMS}
    catalogue = next((PACKAGE / "words").rglob("*.ftl"))
    words = catalogue.relative_to(paths.ROOT).as_posix()
    edits["catalogue"] = (words, catalogue.read_text(encoding="utf-8") + "\nnew-word = new\n")
    return states(copy, **edits)


def edit_function(module: str) -> tuple[str, str]:
    """A module with one more statement in its first function."""
    path = PACKAGE.parent / (module.replace(".", "/") + ".py")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    body = next(node for node in ast.walk(ast.parse("".join(lines))) if isinstance(node, ast.FunctionDef)).body
    lines.insert(body[-1].lineno - 1, " " * body[-1].col_offset + "edited = True\n")
    return path.relative_to(paths.ROOT).as_posix(), "".join(lines)


@cache
def reachable(room: str) -> tuple[str, set[str]]:
    """The module of a room, with a function in it, that the fewest steps reach but some do; and those steps."""
    steps = {step: reached_from(start_of(step), PACKAGE) for step in all_steps()}
    found = []
    for module, path in modules_in(PACKAGE).items():
        if module.startswith(f"analysis.{room}.") and "def " in path.read_text(encoding="utf-8"):
            found.append((module, {step for step, reached in steps.items() if module in reached}))
    return min((pair for pair in found if pair[1]), key=lambda pair: (len(pair[1]), pair[0]))


def all_steps() -> list[str]:
    return [name for name in TASKS if name != "notebook"] + [f"notebook[{path.stem}]" for path in NOTEBOOKS]


@pytest.mark.parametrize("room", ROOMS)
def test_an_edited_function_reruns_exactly_the_steps_that_reach_it(room, after):
    assert changed(after, room) == reachable(room)[1]


@pytest.mark.parametrize("room", sorted(NO_STEP))
def test_no_step_reaches_what_is_for_people_alone(room):
    assert not any(steps_that_reach(name) for name in modules_in(PACKAGE) if name.startswith(f"analysis.{room}."))


def changed(after: dict[str, dict[str, list[str]]], edit: str) -> set[str]:
    names = (step for step, state in after[edit].items() if state != after[""][step])
    return {name if name.startswith("notebook[") else name.partition("[")[0] for name in names}


def test_what_is_known_of_some_rooms_by_hand():
    """So that the plain way cannot be wrong in the same way."""
    assert reachable("renderer")[1] <= {"render", "notebook_pages"}
    assert "estimate" in steps_that_reach("analysis.base.tables")
    assert "identities" in steps_that_reach("analysis.checking.identities")
    assert "check_processed" in steps_that_reach("analysis.checking.suites")
    checks = {"check_raw", "check_processed", "notebook[validation]"}  # they read new rows by their own words
    assert steps_that_reach("analysis.reading.reader") == {"notebook[reading]", *checks}
    assert not steps_that_reach("analysis.charts.style") & {"clean", "observe", "reconcile", "estimate"}


def steps_that_reach(module: str) -> set[str]:
    return {step for step in all_steps() if module in reached_by(step)}


def reached_by(step: str) -> set[str]:
    if step.startswith("notebook["):
        return reach.reach_of_cells(paths.NOTEBOOKS / f"{step[9:-1]}.ipynb").modules | reached_by("notebook")
    return reach.reach_of_function(inspect.unwrap(TASKS[step])).modules


def test_a_word_of_a_catalogue_counts_as_code_of_its_room(after):
    assert "numbers" in changed(after, "catalogue")
    assert "slices" not in changed(after, "catalogue")


def test_states_are_the_same_in_every_process(copy, after, monkeypatch):
    """A set printed in the order of its hashes made two steps run at every run."""
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    assert states(copy)[""] == after[""]


def test_no_package_imports_anything_when_it_is_imported():
    """Its modules would then run code that does not count as theirs."""
    for path in PACKAGE.rglob("__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        found = [ast.unparse(node) for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
        assert [line for line in found if "analysis" in line] == [], path


@pytest.fixture
def digests():
    """Return the digests of some steps, once more after each change."""

    def look() -> dict[str, str]:
        look_anew()
        return {
            step: reach.reach_of_function(inspect.unwrap(TASKS[step])).digest()
            for step in ("clean", "estimate", "render")
        }

    return look


@pytest.mark.parametrize(
    ("library", "steps"),
    [("statsmodels", {"estimate"}), ("typst", {"render"}), ("polars", {"clean", "estimate"}), ("patsy", {"estimate"})],
)
def test_a_new_version_of_a_library_reruns_the_steps_that_use_it(library, steps, digests, monkeypatch):
    before, known = digests(), libraries._known()
    newer = known._replace(versions=dict(known.versions) | {library: "999"})
    monkeypatch.setattr(libraries, "_known", lambda: newer)
    after = digests()
    assert {step for step in after if after[step] != before[step]} == steps


def test_a_new_python_reruns_everything(digests, monkeypatch):
    before = digests()
    monkeypatch.setattr(libraries.sys, "version_info", (3, 99, 0))
    assert not {step for step, digest in digests().items() if digest == before[step]}


def test_a_file_that_code_names_in_full_counts(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "RAW", tmp_path)
    (tmp_path / "a.csv").write_text("x", encoding="utf-8")
    text = "read(paths.RAW / 'a.csv'), read(RAW / \"missing.csv\"), read(paths.RAW / name)"
    assert list(reach.named_in(text)) == [tmp_path / "a.csv"]


def test_a_misspelt_import_in_a_notebook_is_a_sentence(tmp_path):
    notebook = tmp_path / "x.ipynb"
    cell = {"cell_type": "code", "source": ["%matplotlib inline\n", "import analysis.charts.stile"]}
    notebook.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    with pytest.raises(ProjectError, match="stile"):
        reach.reach_of_cells(notebook)


def test_imports_are_kept_until_the_package_changes(tmp_path, monkeypatch):
    whole = reach.imports()
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)
    monkeypatch.setattr(shelf, "RUNNING", True)
    found = []
    for build, content in ((lambda: whole, b"a"), (dict, b"a"), (dict, b"b")):
        monkeypatch.setattr(reach, "_build_graph", build)
        monkeypatch.setattr(reach, "content_of", lambda _, content=content: content)
        found.append(reach.imports.__wrapped__())
    assert found == [whole, whole, {}]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "no.ipynb is no notebook: restore it"),
        ('{"cells": [{"cell_type": "code", "source": ["a = 1\\n", "b = ("]}]}', "no.ipynb, cell 1, line 2: .*mend it"),
    ],
)
def test_a_notebook_that_cannot_be_read_is_named(tmp_path, text, says):
    (tmp_path / "no.ipynb").write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError, match=says):
        list(reach.cells_of(tmp_path / "no.ipynb"))
