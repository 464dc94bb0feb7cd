"""Execute notebooks: the pipeline runs them, the site shows them, git keeps them without outputs."""

from __future__ import annotations

import ctypes
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.files import write_whole

if TYPE_CHECKING:
    from nbformat import NotebookNode

_LIBC = ctypes.CDLL(None)
TIMEOUT = 600  # seconds a cell may take


def execute_notebook(source: Path, executed: Path, exhibits: Path) -> None:
    """Execute a notebook in a fresh kernel and save it with its outputs, without times, the same bytes at every run.

    Its exhibits go to the folder `exhibits`. A cell that fails is a `ProjectError` that names notebook and cell.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(source, as_version=4)
    os.environ |= {
        "BULLETINS_ROOT": str(paths.ROOT), "BULLETINS_EXHIBITS": str(exhibits), "PYTHONHASHSEED": "0",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }  # fmt: skip
    client = NotebookClient(
        notebook, timeout=TIMEOUT, kernel_name="python3", resources={"metadata": {"path": str(source.parent)}},
        record_timing=False,
    )  # fmt: skip
    try:
        client.execute(preexec_fn=_die_with_parent if hasattr(_LIBC, "prctl") else None)
    except CellExecutionError as error:
        if error.ename == "KeyboardInterrupt":
            raise KeyboardInterrupt from None
        said = (str(error.evalue).splitlines() or [""])[0]
        raise ProjectError(
            f"notebooks/{source.name}: {error.ename}: {said}; run it with `make lab` to mend it."
        ) from error
    _strip(notebook)
    write_whole(executed, nbformat.writes(notebook).rstrip("\n") + "\n")


def _die_with_parent() -> None:
    """Let a kernel end with the run: after every second kill of a run one was left behind."""
    _LIBC.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _strip(notebook: NotebookNode) -> None:
    """Remove what differs from run to run or from machine to machine: times, versions, paths in error streams."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        **{k: v for k, v in notebook.metadata.items() if k in ("title", "lang")},
    }
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = [out for out in cell.outputs if out.get("name") != "stderr"]


def missing_outputs(executed: Path) -> list[str]:
    """Return the ids of code cells that should show something but hold no output (Quarto would not notice)."""
    import nbformat

    notebook = nbformat.read(executed, as_version=4)
    return [cell.id for cell in notebook.cells if "shows" in cell.metadata.get("tags", []) and not cell.outputs]
