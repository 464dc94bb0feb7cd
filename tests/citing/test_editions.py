from __future__ import annotations

import json

import polars as pl
import pytest

from analysis.citing.editions import (
    conflicts_of_edition,
    drawn_exhibits,
    known_to_edition,
    load_known,
    notebook_of_edition,
    page_of_edition,
    write_edition,
)
from analysis.citing.trimming import Known

KNOWN = Known(2017, {"n-1"}, {"fig-a"}, bulletins={"a-2017"})
PAGE = "---\ntitle: T\n---\n\nOne is {{< var en.n-1 >}}. Two is {{< var en.n-2 >}}.\n"


@pytest.mark.parametrize(
    ("folder", "note"), [("en", "This is the edition of 2017"), ("zh", "本页为2017年版"), ("", "This is the edition")]
)
def test_a_page_of_an_edition_says_so_in_its_language_and_loses_what_was_not_known(tmp_path, folder, note):
    source, target = tmp_path / "sources" / folder / "a.qmd", tmp_path / "edition" / "a.qmd"
    source.parent.mkdir(parents=True)
    source.write_text(PAGE, encoding="utf-8")
    write_edition({source: target}, KNOWN)
    text = target.read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: T\n---\n\n::: {.callout-note}\n" + note)
    assert "One is {{< var en.n-1 >}}." in text
    assert "Two is" not in text


def test_other_files_are_copied_as_they_are(tmp_path):
    source, target = tmp_path / "a.css", tmp_path / "edition" / "a.css"
    source.write_text("b{}", encoding="utf-8")
    write_edition({source: target}, KNOWN)
    assert target.read_text(encoding="utf-8") == "b{}"


def test_a_notebook_of_an_edition_keeps_its_cells_and_headings_alone():
    cells = [
        {"cell_type": "raw", "source": ["---\n", 'title: "Census and plateau, 2015 to 2023"\n', "---"]},
        {"cell_type": "markdown", "source": ["## Since 2015\n", "\n", "Some rise, others fall."]},
        {"cell_type": "code", "source": ["load('2022')"], "outputs": []},
    ]
    made = json.loads(notebook_of_edition(json.dumps({"cells": cells}), "2017"))["cells"]
    texts = ["".join(cell["source"]) for cell in made]
    assert texts == ['---\ntitle: "Census and plateau"\n---', "## Since 2015", "load('2022')"]


def tables():
    """Two printed figures, two estimates of one and of both, and exhibits of one, of both, of the later, of none."""
    sources = {"n-1": "", "n-2": "", "est-a": "n-1", "est-b": "n-1 n-2"}
    shown = {"fig-a": "n-1 est-a", "fig-b": "est-a est-b", "fig-c": "n-2", "fig-d": ""}
    return {
        "numbers": pl.DataFrame({"number_id": list(sources), "sources": list(sources.values())}),
        "exhibits": pl.DataFrame({"exhibit_id": list(shown), "numbers": list(shown.values())}),
    }


OBSERVED = pl.DataFrame({"observation_id": ["n-1"], "bulletin_id": ["a-2017"]})


def test_a_number_was_known_as_it_is_now_if_all_its_sources_were():
    """An estimate of three differences stood in a sentence written for five."""
    known = known_to_edition(OBSERVED, tables(), "2017")
    assert (known.numbers, known.bulletins) == ({"n-1", "est-a"}, {"a-2017"})
    assert (known.exhibits, known.whole) == ({"fig-a", "fig-b", "fig-d"}, {"fig-a"})


def test_an_exhibit_of_no_data_has_its_place_in_no_edition(tmp_path):
    (tmp_path / "fig-a.csv").write_text("id,value\nn-1,2\n", encoding="utf-8")
    (tmp_path / "fig-b.csv").write_text("id,value\n", encoding="utf-8")
    assert drawn_exhibits(tmp_path) == {"fig-a"}
    files = {name: tmp_path / f"{name}.parquet" for name in ("observations", "numbers", "exhibits")}
    for name, table in ({"observations": OBSERVED} | tables()).items():
        table.write_parquet(files[name])
    known = load_known(files.pop("observations"), files, tmp_path, "2017")
    assert (known.exhibits, known.numbers) == ({"fig-a"}, {"n-1", "est-a"})


def test_marks_are_not_printed(tmp_path):
    page = page_of_edition("<!-- rests on n-1 --> One.\n", tmp_path / "en" / "a.qmd", KNOWN)
    assert page.endswith(":::\nOne.\n")


def test_conflicts_of_an_edition_speak_of_no_later_year():
    texts = {"explanation_en": ["One. In 2022 two."], "template_zh": ["一。2022年二。"]}
    table = pl.DataFrame({"conflict_id": ["c"]} | texts)
    assert conflicts_of_edition(table, "2017").row(0) == ("c", "One.", "一。")
