"""What pandoc is given for a page; a page that cannot be given to it is named."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.base.errors import ProjectError
from analysis.renderer.html import read_once
from analysis.renderer.project import load_project
from analysis.renderer.sources import base_defaults, page_text
from helpers.site import append, prepared


def test_a_reference_glued_to_a_chinese_character_is_refused(reports: Path) -> None:
    append(reports, "zh/report.qmd", "\n见@fig-running。\n")
    with pytest.raises(ProjectError, match=r"write \[@fig-running\]"):
        prepared(reports, "zh/report.qmd")


def test_a_page_without_a_title_is_named(reports: Path) -> None:
    (reports / "en/methods.qmd").write_text("Text.\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"en/methods\.qmd: the page has no title; give it one"):
        prepared(reports, "en/methods.qmd")


def test_pandoc_sees_the_settings_that_are_printed_and_no_others(reports: Path) -> None:
    _, head, body = page_text(prepared(reports, "en/report.qmd"), {"date": "2025"}).decode().split("---\n", 2)
    settings = json.loads(head)
    assert (settings["title"], settings["date"], settings["lang"]) == ("Sites and services", "2025", "en")
    assert settings["subtitle"].startswith("Trends since 2015 with [36,916]")
    assert not {"format", "citation", "bibliography"} & set(settings)
    assert body.startswith("\n\n## Sites in operation")


def test_a_date_reads_the_same_with_quotes_and_without(reports: Path) -> None:
    file = reports / "en/report.qmd"
    quoted = page_text(prepared(reports, "en/report.qmd"), {})
    file.write_text(file.read_text(encoding="utf-8").replace('"2024-03-01"', "2024-03-01"), encoding="utf-8")
    assert page_text(prepared(reports, "en/report.qmd"), {}) == quoted


def test_a_page_without_citations_is_spared_the_bibliography(reports: Path) -> None:
    project = load_project(reports)
    cites, cites_not = (
        base_defaults(prepared(reports, name), project, "html") for name in ("en/report.qmd", "en/numbers.qmd")
    )
    assert [Path(name).name for name in cites["bibliography"]] == ["references.bib", "bulletins.json"]
    assert {"type": "citeproc"} in cites["filters"]
    assert "bibliography" not in cites_not
    assert (cites["number-sections"], cites_not["number-sections"]) == (True, False)


@pytest.mark.parametrize(("prose", "cited"), [("See @fig-one and @sec-two.", False), ("As [@someone] says.", True)])
def test_a_page_that_pandoc_has_read_is_spared_the_bibliography_where_it_only_refers(reports: Path, prose, cited):
    project = load_project(reports)
    source = prepared(reports, "en/report.qmd")
    code = f"{prose}\n\n```\n@misc{{this, title}}\n```\n"
    read = read_once(replace(source, body=code), project)
    assert ("bibliography" in base_defaults(read, project, "typst")) == cited


def test_a_file_that_settings_name_and_that_is_gone_is_named(reports: Path) -> None:
    source, project = prepared(reports, "en/report.qmd"), load_project(reports)
    (reports / "references.bib").unlink()
    with pytest.raises(ProjectError, match=r"references\.bib: no such file, though the report's settings name it"):
        base_defaults(source, project, "html")
