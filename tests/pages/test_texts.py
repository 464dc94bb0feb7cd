from __future__ import annotations

import polars as pl

from analysis.base import paths
from analysis.pages import texts
from analysis.pages.texts import _write_exhibits

ROW = {"exhibit_id": "fig-a", "kind": "figure", "notebook": "notebooks/a.ipynb", "files": "fig-a.svg"}
TEXTS = {f"{name}_{lang}": "T" for name in ("title", "caption", "alt") for lang in ("en", "zh")}


def test_what_earlier_runs_made_goes_and_a_file_of_somebodys_own_stays(tmp_path, monkeypatch):
    """Whatever a run had not made was once deleted without a word."""
    monkeypatch.setattr(texts, "describe_files", lambda *_: "{}")  # asks the record for citations
    drafts, folder = tmp_path / "drafts", tmp_path / "exhibits"
    drafts.mkdir()
    for name in ("fig-a.svg", "fig-old.svg"):
        (drafts / name).write_text("<svg/>")
    old = ROW | {"exhibit_id": "fig-old", "files": "fig-old.svg"}
    _write_exhibits(folder, pl.DataFrame([ROW | TEXTS, old | TEXTS]), drafts)
    for name in ("mine.svg", "_notes.md", "fig-mine.csv"):
        (folder / name).write_text("mine")
    _write_exhibits(folder, pl.DataFrame([ROW | TEXTS]), drafts)
    head, line = (folder / "README.md").read_text(encoding="utf-8").rsplit("| --- |\n", 1)
    assert line == "| `fig-a` | T | [notebooks/a.ipynb](../../notebooks/a.ipynb) | [svg](fig-a.svg) |\n"
    assert "in\ntheir names: `.zh`" in head
    made = {"fig-a.svg", "_fig-a.en.md", "_fig-a.zh.md", "MANIFEST.sha256", "README.md", texts.METADATA}
    assert {path.name for path in folder.iterdir()} == {"mine.svg", "_notes.md", "fig-mine.csv", *made}


def test_numbers_that_the_report_names_are_listed_in_its_appendix(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "REPORTS", tmp_path)
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh/report.qmd").write_text(
        "{{< var zh.b-1 >}}家，{{< var zh.a-1 >}}、{{< var zh.b-1 >}}", encoding="utf-8"
    )
    assert (texts._named_in_report("zh"), texts._named_in_report("en")) == (["a-1", "b-1"], [])
