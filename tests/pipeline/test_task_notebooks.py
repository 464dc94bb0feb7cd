"""A notebook depends on the tables that its cells load, whatever the call that loads them."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.pipeline.layout import RAW, SUITES, TABLES, published, slices, staged
from analysis.pipeline.task_notebooks import tables_of


def write(folder: Path, cell: str) -> Path:
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)]), folder / "a.ipynb")
    return folder / "a.ipynb"


@pytest.mark.parametrize("call", ["load_theme", "load_evidence"])
def test_themes_are_found_in_the_cells(tmp_path, call):
    assert tables_of(write(tmp_path, f'{call}("quality")')) == [slices("quality")]


def test_cells_that_check_rest_on_all_that_rules_look_at(tmp_path):
    """A planted fault was shown in a notebook, which no edit of a rule would have rerun."""
    assert tables_of(write(tmp_path, 'check_table("observations", changed)')) == [SUITES, RAW]


def test_a_name_that_only_the_run_knows_is_refused(tmp_path):
    with pytest.raises(ProjectError, match="write the name itself"):
        tables_of(write(tmp_path, "load_evidence(theme)"))


def test_what_the_package_offers_reads_published_tables(tmp_path):
    found = tables_of(write(tmp_path, 'from analysis import number\nnumber("a")'))
    assert {Path(one) for one in found} == {
        *(published(name, suffix) for name in TABLES for suffix in ("csv", "parquet")),
        paths.PROCESSED / "datapackage.json",
    }
    assert not {Path(one) for one in found} & {Path(one) for one in map(staged, TABLES)}
