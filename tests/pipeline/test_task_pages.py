from __future__ import annotations

import json
import zipfile

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.tables import write_parquet
from analysis.pipeline.task_pages import WRITTEN, task_archive, task_notebook_pages

TEXT = "# Sites\n\nFirst.\n"
CELLS = [
    {"cell_type": "markdown", "id": "a", "metadata": {}, "source": TEXT},
    {"cell_type": "code", "id": "b", "metadata": {}, "source": 'show("fig-a")',
     "outputs": [{"data": {"image/png": "x"}, "metadata": {}}]},
]  # fmt: skip


@pytest.mark.parametrize("edition", ["", "2017"])
def test_a_notebook_becomes_a_page_with_the_words_of_its_pictures(tmp_path, monkeypatch, edition):
    monkeypatch.setattr(paths, "EDITION", edition)
    executed, exhibits, page = tmp_path / "a.ipynb", tmp_path / "exhibits.parquet", tmp_path / "pages" / "a.ipynb"
    cells = [*CELLS, {"cell_type": "markdown", "id": "c", "metadata": {}, "source": "In 2021 it fell."}]
    executed.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}), encoding="utf-8")
    row = {"exhibit_id": "fig-a", "kind": "figure", "alt_en": "Bars.", "title_en": "A finding", "caption_en": "Words."}
    write_parquet(pl.DataFrame([row]), exhibits)
    page.parent.mkdir()
    task_notebook_pages([executed], exhibits, [page])
    made = page.read_text(encoding="utf-8")
    assert '"alt": "Bars."' in made
    assert "**A finding.** Words." in made
    assert ("In 2021 it fell." in made) is not bool(edition)


def test_the_archive_holds_tables_and_the_data_of_exhibits_alone(tmp_path):
    names = ("processed/series.csv", "processed/datapackage.json", "exhibits/fig-a.csv", "exhibits/fig-a.svg")
    tables, package, *exhibits = (tmp_path / name for name in names)
    for path in (tables, package, *exhibits, tmp_path / "exhibits/csv-metadata.json"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(path.name, encoding="utf-8")
    task_archive([tables], package, exhibits, tmp_path / "exhibits/csv-metadata.json", tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert sorted(archive.namelist()) == sorted([*names[:3], "exhibits/csv-metadata.json"])
        assert archive.read("exhibits/fig-a.csv") == b"fig-a.csv"


def test_the_sources_of_a_report_are_its_pages_settings_and_styles():
    names = {path.relative_to(paths.SOURCES).as_posix() for path in WRITTEN}
    assert {"index.qmd", "zh/report.qmd", "_quarto.yml", "zh/_metadata.yml", "report.css", "print.typ"} <= names
    assert "_variables.yml" not in names  # a run makes it
