from __future__ import annotations

import polars as pl
import pytest

from analysis.citing.editions import write_edition

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
