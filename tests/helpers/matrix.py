"""`make verify-matrix`: the same bytes in other zones, locales, seeds, cores, processors, folders, days and Pythons.

Each corner reruns everything from the sources in a folder of its own and is compared with the first one. A corner that
this machine cannot try is skipped with the reason. Words after the command go to `bulletins run`, such as --only clean.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.pipeline.verify import compare, copy_sources, rerun


@dataclass(frozen=True)
class Corner:
    """A way in which two machines differ."""

    name: str
    environment: dict[str, str] = field(default_factory=dict)
    folder: str = "project"
    cores: int = 0  # all of them
    python: str = ""  # the one that runs this
    touched: int = 0  # seconds since 1970 at which all sources were last written, now if 0


CORNERS = (
    Corner("as it is"),
    Corner("far time zone", {"TZ": "Pacific/Kiritimati"}),
    Corner("locale C", {"LC_ALL": "C"}),
    Corner("locale zh_CN.UTF-8", {"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "zh_CN"}),
    Corner("hash seed 4242", {"PYTHONHASHSEED": "4242"}),
    Corner("one core", cores=1),
    Corner("blanks and Chinese in the folder, locale C", {"LC_ALL": "C"}, folder="政府 网站"),
    # As libraries see an older processor: the same sums in another order, so that last bits differ.
    Corner("older processor", {"OPENBLAS_CORETYPE": "Haswell", "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL"}),
    Corner("another day", {"SOURCE_DATE_EPOCH": "946684800"}, touched=946684800),
    Corner("Python 3.12", python="3.12"),
    Corner("Python 3.13", python="3.13"),
)


def rerun_in(corner: Corner, base: Path, *words: str) -> Path:
    """Rerun in a corner and return where; a corner that cannot be tried is a `ProjectError`."""
    copy, python = placed(corner, base), _python(corner.python, base) if corner.python else sys.executable
    with on_cores(corner.cores):
        rerun(copy, *words, python=python, **environment_of(corner, copy))
    return copy


def placed(corner: Corner, base: Path) -> Path:
    copy = base / corner.folder
    copy_sources(copy)
    if corner.touched:
        for path in copy.rglob("*"):
            os.utime(path, (corner.touched, corner.touched))
    return copy


def environment_of(corner: Corner, copy: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(copy / "src"), "BULLETINS_ROOT": str(copy)} | corner.environment


@contextmanager
def on_cores(number: int) -> Generator[None]:
    """Keep to a number of cores, all for none; processes that are started inherit it."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(cores)[:number] if number else cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def _python(version: str, base: Path) -> str:
    """Return another Python with the packages of the lock; uv takes one that is installed and downloads none."""
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if uv is None:
        raise ProjectError("skipped: uv is not installed")
    known = os.environ | {"UV_PROJECT_ENVIRONMENT": str(base / "venv"), "UV_PYTHON_DOWNLOADS": "never"}
    # The shims of pyenv stop uv before it looks further.
    own = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python3"))
    wanted = str(own[-1]) if own else version
    words = ["sync", "--frozen", "--quiet", "--no-dev", "--python", wanted]
    done = subprocess.run([uv, *words], cwd=paths.ROOT, env=known, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ProjectError(f"skipped: {' '.join(done.stderr.split())[:150]}")
    return str(base / "venv/bin/python")


def main(words: list[str]) -> int:
    failed = 0
    with tempfile.TemporaryDirectory(prefix="bulletins-matrix-") as folder:
        first = rerun_in(CORNERS[0], Path(folder) / "0", *words)
        for number, corner in enumerate(CORNERS[1:], 1):
            base, started = Path(folder) / str(number), time.monotonic()
            try:
                differences = list(compare(first, rerun_in(corner, base, *words)))
                said = "; ".join(differences[:3]) or "the same bytes"
                failed += bool(differences)
            except ProjectError as error:
                said = str(error)
                failed += not said.startswith("skipped")
            print(f"| {corner.name} | {said} | {time.monotonic() - started:.0f} s |", flush=True)
            shutil.rmtree(base, ignore_errors=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
