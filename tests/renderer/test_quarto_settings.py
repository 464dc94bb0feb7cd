"""Settings that stopped Quarto 1.9 and 1.10 at their first page, found by running it; checked here without it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from analysis.pages.folders import FOLDERS

REPORTS = Path(__file__).parents[2] / "reports"


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    return YAML(typ="safe").load((REPORTS / "_quarto.yml").read_text(encoding="utf-8"))


def test_a_json_bibliography_is_not_read_as_pandocs_own_format(settings: dict[str, Any]) -> None:
    formats = settings["format"]
    assert not any(choice.get("google-scholar") for choice in formats.values())
    assert formats["typst"]["citeproc"], "typst looks for the bibliography in a folder where it is not"


def test_tables_in_print_go_on_over_pages_and_charts_stay(settings: dict[str, Any]) -> None:
    (header,) = (part["text"] for part in settings["format"]["typst"]["include-in-header"])
    assert 'figure.where(kind: "quarto-float-tbl"): set block(breakable: true)' in header, "rows ran off the page"
    assert "placement" not in header, "typst stopped with an internal error"


def test_no_setting_is_rebased_as_a_path(settings: dict[str, Any]) -> None:
    folders = {path.name for path in REPORTS.iterdir() if path.is_dir()}
    assert settings.get("lang") not in folders, "Quarto rebases the language 'en' beside a folder of that name"


def test_the_link_to_the_pdf_is_not_called_by_the_program_that_sets_it(settings: dict[str, Any]) -> None:
    links = settings["format"]["html"]["format-links"]
    assert {"format": "typst", "text": "PDF", "icon": "file-pdf"} in links
    assert any(isinstance(link, str) for link in links), "without a name in the list Quarto adds its own links to it"


def test_titles_of_the_site_are_those_of_the_language(settings: dict[str, Any]) -> None:
    website = settings["website"]
    assert "title" not in website and website["navbar"]["title"] is False, "it would stand on pages of each language"
    assert all(bar["title"] for bar in website["sidebar"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_body_is_a_literal_author(lang: str) -> None:
    head = (REPORTS / lang / "report.qmd").read_text(encoding="utf-8").split("---")[1]
    assert isinstance(YAML(typ="safe").load(head)["author"][0]["name"]["literal"], str)


def test_links_of_the_print_are_settled_when_variables_are_filled_in(settings: dict[str, Any]) -> None:
    assert settings["filters"] == [{"path": "links.lua", "at": "post-quarto"}]
    # Without an address of the site there is none before a link, not even a slash.
    assert 'found ~= ""' in (REPORTS / "links.lua").read_text(encoding="utf-8")


def test_resources_are_copied(settings: dict[str, Any]) -> None:
    assert {f"{folder}/*.html" for folder in FOLDERS} | {"records.css", "records.js"} <= set(
        settings["project"]["resources"]
    )


@pytest.mark.parametrize("page", sorted(REPORTS.glob("*/*.qmd")), ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_no_word_of_a_front_matter_ends_one_shortcode_and_begins_another(page):
    """Quarto reads the two as one: half of the Chinese abstract was gone, with its numbers."""
    front = page.read_text(encoding="utf-8").split("\n---", 1)[0]
    assert re.findall(r">\}\}\S*?\{\{<", front) == []
