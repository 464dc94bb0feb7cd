"""The READMEs' generated tables are those of the project's own records, and their links lead somewhere."""

from __future__ import annotations

import re

import pytest

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.base.errors import ProjectError
from analysis.pages.readme import BLOCKS, fill_readme

READMES = [paths.ROOT / "README.md", paths.ROOT / "data" / "README.md"]


@pytest.mark.parametrize("readme", READMES, ids=["project", "data"])
def test_no_table_is_stale(readme):
    """Each is filled anew from a text in which all have changed, as it was in the project."""
    text = readme.read_text(encoding="utf-8")
    changed = re.sub(r"(<!-- generated: [a-z-]+ -->\n).", r"\1x", text)
    assert changed != text
    assert fill_readme(changed) == text, "run `bulletins run`: the README's tables are older than the data"


def test_every_table_stands_once():
    text = "".join(readme.read_text(encoding="utf-8") for readme in READMES)
    assert sorted(re.findall(r"<!-- generated: ([a-z-]+) -->", text)) == sorted(BLOCKS)


def test_an_unknown_table_is_an_error():
    with pytest.raises(ProjectError, match="no table is called 'prices'"):
        fill_readme("<!-- generated: prices -->\n<!-- end -->")


def test_the_front_page_fits_a_reader():
    assert len(READMES[0].read_text(encoding="utf-8").splitlines()) <= 120


@pytest.mark.parametrize("name", ["README.md", "data/README.md", "CONTRIBUTING.md", "reports/exhibits/README.md"])
def test_every_local_link_leads_somewhere(name):
    page = paths.ROOT / name
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert all((page.parent / target).exists() for target in targets), targets


def test_every_column_of_the_raw_data_is_described():
    """It was promised, and bulletins.csv had no line."""
    text = (paths.RAW / "README.md").read_text(encoding="utf-8")
    tables = [*paths.RAW.glob("*.csv"), *paths.CODEBOOK.glob("*.csv"), paths.RAW / "seals" / "acts.csv"]
    named = {table.name: [f"`{column}`" for column in read_rows(table)[0]] for table in tables}
    dark = {table: [column for column in columns if column not in text] for table, columns in named.items()}
    assert not any(dark.values()), {table: columns for table, columns in dark.items() if columns}
