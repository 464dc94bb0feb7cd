"""Executed notebooks as pages: what Quarto needs of them, checked without Quarto."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
from selectolax.lexbor import LexborHTMLParser

from analysis.base.errors import ProjectError
from analysis.renderer.notebooks import notebook_page, read_notebook
from helpers.sample_report import notebook
from helpers.site import build_one, page, prepared, text

CELLS = [
    {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Title\n\nWords.\nMore words."},
    {"cell_type": "code", "id": "b", "metadata": {}, "source": ["1 + 1\n", "2"], "outputs": [], "execution_count": 1},
]


def test_sources_are_lists_of_lines_and_the_settings_come_first(tmp_path: Path) -> None:
    file = tmp_path / "notebook.ipynb"
    file.write_text(json.dumps({"cells": CELLS, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    cells = json.loads(notebook_page(file))["cells"]
    assert cells[0]["source"] == ["---\n", 'title: "Title"\n', "format: {html: default}\n", "---"]
    assert all(isinstance(cell["source"], list) for cell in cells)
    assert all(line.endswith("\n") for cell in cells for line in cell["source"][:-1])


def test_pictures_are_described_by_what_their_cell_shows(tmp_path: Path) -> None:
    shown = CELLS[1] | {"source": 'show("fig-a")', "outputs": [{"data": {"image/png": "x"}, "metadata": {}}]}
    file = tmp_path / "notebook.ipynb"
    file.write_text(json.dumps({"cells": [CELLS[0], shown], "metadata": {}, "nbformat": 4}), encoding="utf-8")
    cell = json.loads(notebook_page(file, {"fig-b": "Bars.", "fig-a": 'A "line".'}))["cells"][2]
    assert cell["source"] == ['#| fig-alt: "A \\"line\\"."\n', 'show("fig-a")']
    assert cell["outputs"][0]["metadata"] == {"image/png": {"alt": 'A "line".'}}


def test_a_chart_has_its_caption_below_it(tmp_path: Path) -> None:
    cell = CELLS[1] | {"id": "arc", "source": 'show("fig-a")'}
    file = tmp_path / "notebook.ipynb"
    content = {"cells": [CELLS[0], cell, CELLS[1]], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    file.write_text(json.dumps(content), encoding="utf-8")
    cells = json.loads(notebook_page(file, captions={"fig-a": "**Title.** Words.", "fig-b": "Other."}))["cells"]
    assert [cell["id"] for cell in cells] == ["page-settings", "a", "arc", "caption-arc", "b"]
    assert cells[3]["cell_type"] == "markdown"
    assert "".join(cells[3]["source"]) == "::: {.chart-caption}\n**Title.** Words.\n:::"


def test_an_id_of_a_cell_is_no_label_of_a_figure(tmp_path: Path) -> None:
    file = tmp_path / "notebook.ipynb"
    cell = CELLS[1] | {"id": "fig-sensitivity"}
    file.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    assert [cell["id"] for cell in json.loads(notebook_page(file))["cells"]] == [
        "page-settings",
        "cell-fig-sensitivity",
    ]


def test_tables_are_no_html_for_quarto_and_html_for_pandoc(tmp_path: Path) -> None:
    output = {"output_type": "execute_result", "metadata": {}, "data": {"text/html": ["<table>\n", "</table>"]}}
    file = tmp_path / "notebook.ipynb"
    text = json.dumps({"cells": [CELLS[1] | {"outputs": [output]}], "metadata": {}, "nbformat": 4})
    file.write_text(text, encoding="utf-8")
    page = notebook_page(file)
    assert "text/html" not in page, "Quarto loads two scripts from the network for it"
    file.write_text(page, encoding="utf-8")
    (shown,) = json.loads(read_notebook(file)[1])["cells"][0]["outputs"]
    assert shown["data"]["text/html"] == "<table>\n</table>"


def test_heads_of_a_table_stand_over_their_cells_and_rows_have_no_numbers(tmp_path: Path) -> None:
    """'Hold with exceptions' stood over nothing, and 'wrong' to the right of its numbers."""
    table = pd.DataFrame({"rule": ["a < b", "c"], "rows": [1, 20]})
    outputs = [
        {"output_type": "execute_result", "metadata": {}, "data": {"text/html": one._repr_html_()}}
        for one in (table, table.set_index("rule"), pd.concat([table] * 40, ignore_index=True), pd.concat({"x": table}))
    ]
    file = tmp_path / "notebook.ipynb"
    cells = [CELLS[1] | {"outputs": outputs}]
    file.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}), encoding="utf-8")
    plain, named, long, double = (
        LexborHTMLParser("".join(output["data"]["text/markdown"]))
        for output in json.loads(notebook_page(file))["cells"][1]["outputs"]
    )
    assert [cell.text() for cell in plain.css("th, td")] == ["rule", "rows", "a < b", "1", "c", "20"]
    assert [cell.text() for cell in plain.css('[style="text-align: right"]')] == ["rows", "1", "20"]
    assert [cell.text() for cell in named.css("tbody th")] == ["a < b", "c"]
    assert not named.css('tbody [style="text-align: right"]:not(td)')
    assert not long.css("tbody th")
    # The first cell of the index goes over both rows.
    assert [cell.text() for cell in double.css('[style="text-align: right"]')] == ["rows", "1", "20"]
    assert not plain.css("style") + named.css("style")
    assert [cell.text() for cell in named.css("thead tr")[0].css("th, td")] == ["rule", "rows"]
    assert len(named.css("thead tr")) == 1  # pandas gives an index with a name a second row of empty heads


def shown(folder: Path, *tables: str) -> list[LexborHTMLParser]:
    """The tables of a notebook as its page has them."""
    outputs = [{"output_type": "execute_result", "metadata": {}, "data": {"text/html": table}} for table in tables]
    file = folder / "notebook.ipynb"
    cells = [CELLS[1] | {"outputs": outputs}]
    file.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}), encoding="utf-8")
    made = json.loads(notebook_page(file))["cells"][1]["outputs"]
    return [LexborHTMLParser("".join(output["data"]["text/markdown"])) for output in made]


def test_a_cell_without_a_value_has_a_dash(tmp_path: Path) -> None:
    """Refused models read NaN, in tables of polars null, and figures that an edition lacks None."""
    columns = {"value": [1.5, None], "text": ["None is modelled", None]}
    for one in shown(tmp_path, pd.DataFrame(columns)._repr_html_(), pl.DataFrame(columns)._repr_html_()):
        cells = [cell.text() for cell in one.css("tbody td")]
        assert [cell for cell in cells if cell not in ("str", "f64")] == ["1.5", "None is modelled", "–", "–"]
        assert [cell.text() for cell in one.css('td[style="text-align: right"]')] in (["1.5", "–"], [])


def test_texts_of_polars_have_no_quotes(tmp_path: Path) -> None:
    (one,) = shown(tmp_path, pl.DataFrame({"a": ['<b> "x"', "2017"]})._repr_html_())
    assert [cell.text() for cell in one.css("tbody td")][-2:] == ['<b> "x"', "2017"]
    assert not one.css("b, style")
    (other,) = shown(tmp_path, pd.DataFrame({"a": ['"x"']})._repr_html_())
    assert [cell.text() for cell in other.css("td")] == ['"x"']


def test_days_in_tables_of_notebooks_are_not_broken_and_long_ids_are(tmp_path: Path) -> None:
    columns = {"period": ["2017-06-01"], "id": ["gov-2017-06-01"], "of": ["government_websites.CN.all"]}
    (one,) = shown(tmp_path, pd.DataFrame(columns)._repr_html_())
    assert [span.text() for span in one.css("td .whole")] == ["2017-06-01"]
    assert len(one.css("td wbr")) == 3, "the id of a series, which has no hyphens"


def test_tables_of_many_columns_are_wider_than_a_phone(reports: Path) -> None:
    """Five columns in the width of a phone made rows as tall as it."""
    file = reports / "notebooks/reading.ipynb"
    given = json.loads(file.read_text(encoding="utf-8"))
    tables = [output["data"] for cell in given["cells"] for output in cell.get("outputs", []) if "data" in output]
    for columns, wide in ((4, 0), (5, 1)):
        tables[0]["text/html"] = pd.DataFrame({f"c{n}": ["a"] for n in range(columns)})._repr_html_()
        file.write_text(json.dumps(given), encoding="utf-8")
        file.write_text(notebook_page(file), encoding="utf-8")
        assert len(build_one(reports, "notebooks/reading.ipynb").css(".table-wrap.many-columns")) == wide


def test_notebooks_fold_code_and_keep_outputs(site: Path) -> None:
    tree = page(site, "notebooks/reading.html")
    assert text(tree.css_first("h1")) == "Reading a bulletin"
    assert "table = read()" in tree.css_first("details.code-fold").text()
    assert tree.css_first(".table-wrap table.dataframe") is not None
    assert tree.css_first(".site-footer a").text() == "CC BY 4.0"


def test_a_notebook_as_a_page_asks_quarto_for_html_alone(reports: Path) -> None:
    file = reports / "notebooks/reading.ipynb"
    file.write_text(notebook_page(file), encoding="utf-8")
    first = json.loads(file.read_text(encoding="utf-8"))["cells"][0]
    assert (first["cell_type"], "format: {html: default}\n" in first["source"]) == ("raw", True)
    tree = build_one(reports, "notebooks/reading.ipynb")
    assert [text(node) for node in tree.css("h1")] == ["Reading a bulletin"]
    assert "html: default" not in tree.body.text()


def test_a_caption_is_shown_without_the_colons_around_it(reports: Path) -> None:
    """They stood on every page of a notebook with a chart."""
    file = reports / "notebooks/reading.ipynb"
    cells = json.loads(file.read_text(encoding="utf-8"))
    cells["cells"][1]["source"] = 'show("fig-a")'
    file.write_text(json.dumps(cells), encoding="utf-8")
    file.write_text(notebook_page(file, captions={"fig-a": "**Title.** Words."}), encoding="utf-8")
    tree = build_one(reports, "notebooks/reading.ipynb")
    assert text(tree.css_first(".chart-caption")) == "Title. Words."
    assert ":::" not in tree.body.text()


def test_a_notebook_that_was_not_executed_is_refused(reports: Path) -> None:
    (reports / "notebooks/reading.ipynb").write_text(notebook(outputs=False), encoding="utf-8")
    with pytest.raises(ProjectError, match=r"reading\.ipynb: no cell has an output"):
        prepared(reports, "notebooks/reading.ipynb")
