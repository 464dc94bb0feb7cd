from __future__ import annotations

import json

import polars as pl
import pytest

from analysis.citing.editions import conflicts_of_edition, notebook_of_edition, write_edition

TABLES = {
    "numbers": pl.DataFrame({"number_id": ["n-1"]}), "exhibits": pl.DataFrame({"exhibit_id": ["fig-a"]}),
    "observations": pl.DataFrame({"bulletin_id": ["a-2017"]}),
}  # fmt: skip
PAGE = "---\ntitle: T\n---\n\nOne is {{< var en.n-1 >}}. Two is {{< var en.n-2 >}}.\n"


@pytest.mark.parametrize(
    ("folder", "note"), [("en", "This is the edition of 2017"), ("zh", "本页为2017年版"), ("", "This is the edition")]
)
def test_a_page_of_an_edition_says_so_in_its_language_and_loses_what_was_not_known(tmp_path, folder, note):
    source, target = tmp_path / "sources" / folder / "a.qmd", tmp_path / "edition" / "a.qmd"
    source.parent.mkdir(parents=True)
    source.write_text(PAGE, encoding="utf-8")
    write_edition({source: target}, TABLES, "2017")
    text = target.read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: T\n---\n\n::: {.callout-note}\n" + note)
    assert "One is {{< var en.n-1 >}}." in text
    assert "Two is" not in text


def test_other_files_are_copied_as_they_are(tmp_path):
    source, target = tmp_path / "a.css", tmp_path / "edition" / "a.css"
    source.write_text("b{}", encoding="utf-8")
    write_edition({source: target}, TABLES, "2017")
    assert target.read_text(encoding="utf-8") == "b{}"


def test_a_notebook_of_an_edition_speaks_of_no_later_year():
    cells = [
        {"cell_type": "raw", "source": ["---\n", 'title: "Census and plateau, 2015 to 2023"\n', "---"]},
        {"cell_type": "markdown", "source": ["## Since\n", "\n", "In 2022 more."]},
        {"cell_type": "markdown", "source": ["## Then\n", "\n", "Known. In 2019 more."]},
        {"cell_type": "code", "source": ["load('2022')"], "outputs": []},
    ]
    made = json.loads(notebook_of_edition(json.dumps({"cells": cells}), "2017"))["cells"]
    texts = ["".join(cell["source"]) for cell in made]
    assert texts == ['---\ntitle: "Census and plateau"\n---', "## Since\n\n", "## Then\n\nKnown.", "load('2022')"]


def test_conflicts_of_an_edition_speak_of_no_later_year():
    texts = {"explanation_en": ["One. In 2022 two."], "template_zh": ["一。2022年二。"]}
    table = pl.DataFrame({"conflict_id": ["c"]} | texts)
    assert conflicts_of_edition(table, "2017").row(0) == ("c", "One.", "一。")
