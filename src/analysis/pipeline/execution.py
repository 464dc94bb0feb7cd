"""Execute notebooks: the pipeline runs them, the site shows them, git keeps them without outputs."""

from __future__ import annotations

import os
import re
from contextlib import chdir
from pathlib import Path
from typing import Any

import nbformat
from ipykernel.inprocess.manager import InProcessKernelManager
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, output_from_msg
from traitlets.config import Config

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.files import write_whole
from analysis.words.catalogue import LANGS, say

SHOWN = ("stream", "display_data", "execute_result")
# What Python says of a figure that an edition does not know, of what is made of it, and of None in its place.
UNKNOWN = ("KeyError", "NameError", "AttributeError", "TypeError")
EMPTY = ("ValueError", "IndexError")  # what libraries say of a table without rows
NO_NUMBER = re.compile(r"\b(?:NaN|nan)\b")  # what they print where they say nothing of it
# On a page a table is whole: polars cut texts at thirty letters, in the middle of ids, pandas at fifty.
WHOLE_CELLS = "__import__('pandas').set_option('display.max_colwidth', None)"
WHOLE_TABLES = {
    "POLARS_FMT_STR_LEN": "1000", "POLARS_FMT_MAX_ROWS": "200", "POLARS_FMT_MAX_COLS": "40",
    "POLARS_FMT_TABLE_HIDE_COLUMN_DATA_TYPES": "1", "POLARS_FMT_TABLE_HIDE_DATAFRAME_SHAPE_INFORMATION": "1",
}  # fmt: skip


def execute_notebook(source: Path, executed: Path, exhibits: Path) -> None:
    """Execute a notebook in a kernel of its own and save it with its outputs, the same bytes at every run.

    The kernel is in this process, which is the step's own: one that is started anew loads all libraries again. Its
    exhibits go to the folder `exhibits`. A cell that fails is a `ProjectError` that names notebook and cell; in an
    edition a sentence stands in the place of one that reckons with figures that it does not know.
    """
    notebook = nbformat.read(source, as_version=4)
    os.environ |= {"BULLETINS_ROOT": str(paths.ROOT), "BULLETINS_EXHIBITS": str(exhibits), **WHOLE_TABLES}
    with chdir(source.parent):
        client = _open_kernel()
        notebook.cells = [
            cell if cell.cell_type != "code" or _execute_cell(client, cell, source.name) else _note_instead(cell)
            for cell in notebook.cells
        ]
    _strip(notebook)
    write_whole(executed, nbformat.writes(notebook).rstrip("\n") + "\n")


def _open_kernel() -> Any:  # noqa: ANN401 - a client of ipykernel, which has no types
    manager = InProcessKernelManager(config=Config(HistoryManager={"enabled": False}))
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    for first in ("%matplotlib inline", WHOLE_CELLS):  # as in a kernel of JupyterLab: open charts are shown
        client.execute(first, silent=True)
        client.get_shell_msg()
    while client.iopub_channel.msg_ready():
        client.get_iopub_msg()
    return client


def _execute_cell(client: Any, cell: NotebookNode, name: str) -> bool:  # noqa: ANN401
    """Execute a cell and give it what it shows, pieces of one stream joined; say whether its figures are known."""
    client.execute(cell.source)
    reply = client.get_shell_msg()["content"]
    cell.outputs, cell.execution_count = [], reply["execution_count"]
    while client.iopub_channel.msg_ready():
        message = client.get_iopub_msg()
        if message["msg_type"] in SHOWN:
            _add(cell.outputs, output_from_msg(message))
    if reply["status"] != "ok" and not _is_unknown(cell, reply["ename"]):
        said = (str(reply["evalue"]).splitlines() or [""])[0]
        raise ProjectError(f"notebooks/{name}: {reply['ename']}: {said}; run it with `make lab` to mend it.")
    return bool(reply["status"] == "ok") and not (paths.EDITION and any(map(_says_nothing, cell.outputs)))


def _says_nothing(output: NotebookNode) -> bool:
    """Tell whether an output is a table of heads alone, an empty line, or in letters what is no number."""
    shown = output.get("data", {})
    if "text/html" in shown:
        return "<table" in shown["text/html"] and "<td" not in shown["text/html"]
    text = output.get("text", "") or shown.get("text/plain", "")
    return "image/png" not in shown and (not text.strip() or bool(NO_NUMBER.search(text)))


def _is_unknown(cell: NotebookNode, error: str) -> bool:
    """Tell whether a cell failed because an edition does not know its figures.

    An exhibit is drawn from whatever is known: where one failed its cell once fell away, and the run said only later
    that a file was missing.
    """
    return bool(paths.EDITION) and error in (*UNKNOWN, *EMPTY) and "show_exhibit" not in cell.source


def _note_instead(cell: NotebookNode) -> NotebookNode:
    note = f"::: {{.callout-note}}\n{say('edition-cell', LANGS[0])}\n:::"
    return new_markdown_cell(note, id=cell.id)


def _add(outputs: list[NotebookNode], one: NotebookNode) -> None:
    if outputs and one.output_type == "stream" and outputs[-1].get("name") == one.name:
        outputs[-1].text += one.text
    else:
        outputs.append(one)


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
    notebook = nbformat.read(executed, as_version=4)
    return [cell.id for cell in notebook.cells if "shows" in cell.metadata.get("tags", []) and not cell.outputs]
