from __future__ import annotations

import ctypes

import nbformat
import pytest

from analysis.pipeline.execution import execute_notebook

ASK = "import ctypes; told = ctypes.c_int(); ctypes.CDLL(None).prctl(2, ctypes.byref(told)); print(told.value)"


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "prctl"), reason="only Linux tells a child of its parent's death")
def test_a_kernel_ends_with_a_run_that_is_killed(tmp_path):
    """After every second kill one was left behind: its own watch begins a second late."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(ASK)])
    nbformat.write(notebook, tmp_path / "a.ipynb")
    execute_notebook(tmp_path / "a.ipynb", tmp_path / "executed.ipynb", tmp_path)
    executed = nbformat.read(tmp_path / "executed.ipynb", as_version=4)
    assert executed.cells[0].outputs[0].text == "9\n"
