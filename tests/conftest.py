"""Shared fixtures: the project built once for all workers, and where the optional bulletin texts lie."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from analysis.base import paths
from analysis.pages.folders import FOLDERS
from analysis.pipeline.verify import copy_sources
from helpers.project import call

# As the command line does: no schema here asks for addresses, whose grammar jsonschema would build in two seconds.
sys.modules["rfc3987_syntax"] = cast("Any", None)
# While tests are collected nothing is rubbish: to look for it took half of the time, in each worker.
gc.disable()
# Each worker keeps to its own processor.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# The same examples at every run, so that a test is not red by chance; `make test-slow` looks for new ones.
settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
ONE_BY_ONE = ("tests/pipeline/test_whole_way.py", "tests/pipeline/test_corners.py", "tests/pipeline/test_kills.py")
WATCH = Path(__file__).parent / "helpers" / "watch.py"


class ByFile(LoadScopeScheduling):
    """Gives workers whole files, so that none builds what another has built; tests of the built project one by one."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith(ONE_BY_ONE) else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    config.option.loadscopereorder = False
    return ByFile(config, log)


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one worker build the project first, while others do what takes long and then what needs no built project.

    Tests of the built project come among the last files, not after them: a worker that is left with two long ones
    would go on alone.
    """
    first, *waiting = [item for item in items if "built" in getattr(item, "fixturenames", ())] or [None]
    files: dict[Path, list[pytest.Item]] = {}
    for item in sorted(items, key=lambda item: not item.get_closest_marker("early")):
        if item not in (first, *waiting):
            files.setdefault(item.path, []).append(item)
    order = [[first], *files.values()] if first else [*files.values()]
    late = len(order) * 3 // 5
    for place, item in enumerate(waiting):
        order.insert(late + 5 * place, [item])
    items[:] = [item for one in order for item in one]


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder of bulletin texts, which are not part of the project; tests that need them are skipped without."""
    folder = Path(os.environ.get("BULLETINS_SHARED", paths.ROOT.parent / "shared")) / "bulletins"
    if not folder.is_dir():
        pytest.skip("the bulletin texts are not here (they are no part of the project); set BULLETINS_SHARED")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The project brought up to date from its sources, once for all workers; tests that change it take a `project`."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "built"
    with shared.with_suffix(".lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            copy_sources(shared)
            done = call(shared, str(WATCH))
            (shared / "bld" / "run.log").write_text(done.stdout + done.stderr, encoding="utf-8")
            (shared / "bld" / "status").write_text(str(done.returncode), encoding="utf-8")
    assert (shared / "bld" / "status").read_text(encoding="utf-8") == "0", (shared / "bld" / "run.log").read_text()
    return shared


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of the built project of a test's own; being copied makes nothing stale."""
    return shutil.copytree(built, tmp_path / "project", copy_function=link_or_copy)


def link_or_copy(file: str, copy: str) -> None:
    """Most files are permanent pages, which runs replace and never write into: to copy them took three seconds."""
    page = Path(file).parent.name in FOLDERS and file.endswith(".html")
    (os.link if page else shutil.copy2)(file, copy)
