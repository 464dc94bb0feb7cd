"""A notebook runs from top to bottom in a kernel of its own, in the process of its step."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import nbformat
import pytest

from analysis.base.errors import ProjectError
from analysis.pipeline.execution import execute_notebook, missing_outputs
from analysis.words.catalogue import say

PICTURE = """import matplotlib.pyplot as plt
plt.plot([1, 2])
None"""


def execute(folder: Path, *cells: str) -> nbformat.NotebookNode:
    """Execute cells as a step does: in a process of its own."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbformat.write(notebook, folder / "a.ipynb")
    context = multiprocessing.get_context("fork")
    said = context.SimpleQueue()
    process = context.Process(target=call, args=(folder, said))
    process.start()
    process.join()
    if not said.empty():
        raise ProjectError(said.get())
    assert process.exitcode == 0
    return nbformat.read(folder / "executed.ipynb", as_version=4)


def call(folder: Path, said: multiprocessing.SimpleQueue) -> None:
    try:
        execute_notebook(folder / "a.ipynb", folder / "executed.ipynb", folder)
    except ProjectError as error:
        said.put(str(error))


def test_cells_share_names_and_each_keeps_what_it_shows(tmp_path):
    found = execute(tmp_path, "import sys\na = 1", "print(a)\nprint(2)\nprint('!', file=sys.stderr)\na + 1", PICTURE)
    assert [cell.execution_count for cell in found.cells] == [1, 2, 3]
    assert found.cells[0].outputs == []
    stream, value = found.cells[1].outputs
    assert (stream.text, value.data) == ("1\n2\n", {"text/plain": "2"})
    assert found.cells[2].outputs[0].data["image/png"]
    assert missing_outputs(tmp_path / "executed.ipynb") == []


def test_a_cell_that_fails_is_a_sentence(tmp_path):
    with pytest.raises(ProjectError, match=r"notebooks/a\.ipynb: ValueError: no; run it with"):
        execute(tmp_path, "raise ValueError('no\\nway')", "1")
    assert not (tmp_path / "executed.ipynb").exists()


def test_a_sentence_stands_for_a_cell_of_a_later_figure_in_an_edition(tmp_path, monkeypatch):
    """The edition of 2018 could not be made, as a cell reckoned with a share of 2022."""
    later = "part = {}['of-2022']", "part", "1 + 1"
    with pytest.raises(ProjectError, match="KeyError"):
        execute(tmp_path, *later)
    monkeypatch.setattr("analysis.base.paths.EDITION", "2018")
    first, second, known = execute(tmp_path, *later).cells
    assert (first.cell_type, first.source, known.source) == ("markdown", second.source, "1 + 1")
    assert say("edition-cell", "en") in first.source
    with pytest.raises(ProjectError, match="OSError"):
        execute(tmp_path, "raise OSError('no')")


def test_a_table_without_rows_falls_away_in_an_edition_and_an_exhibit_never(tmp_path, monkeypatch):
    """Six editions stopped at a line through no points; one lost an exhibit and said only that a file was missing."""
    monkeypatch.setattr("analysis.base.paths.EDITION", "2005")
    assert [cell.cell_type for cell in execute(tmp_path, "max([])", "[][0]", "1").cells] == ["markdown"] * 2 + ["code"]
    with pytest.raises(ProjectError, match="TypeError"):
        execute(tmp_path, "show_exhibit = len", "show_exhibit(None)")


def test_a_cell_that_says_nothing_falls_away_in_an_edition(tmp_path, monkeypatch):
    """Early editions showed tables of heads alone, empty boxes, and `NaN` as a mean."""
    nothing = (
        "pl.DataFrame({'a': []})",
        "pd.DataFrame({'a': []})",
        "pd.Series([], dtype=float).agg(['mean'])",
        "print()",
    )
    cells = "import pandas as pd\nimport polars as pl", *nothing, "pd.DataFrame({'a': [None]})", "print('a')", "None"
    assert {cell.cell_type for cell in execute(tmp_path, *cells).cells} == {"code"}
    monkeypatch.setattr("analysis.base.paths.EDITION", "2005")
    kinds = [cell.cell_type for cell in execute(tmp_path, *cells).cells]
    assert kinds == ["code", *["markdown"] * len(nothing), *["code"] * 3]


def test_tables_on_pages_are_whole(tmp_path):
    """Polars cut ids at thirty letters and left out rows and columns, pandas cut sentences at fifty letters."""
    text, wide = "est-" + 20 * "long-", "pl.DataFrame({f'c{n}': range(30) for n in range(20)})"
    cells = "import pandas as pd\nimport polars as pl", f"pl.DataFrame({{'a': ['{text}']}})", wide
    _, long, many, other = execute(tmp_path, *cells, f"pd.DataFrame({{'a': ['{text}']}})").cells
    assert text in long.outputs[0].data["text/html"] and text in other.outputs[0].data["text/html"]
    assert many.outputs[0].data["text/html"].count("<td>") == 600, "with neither shape nor types"
