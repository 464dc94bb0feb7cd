"""The Quarto project: its settings, its pages and its menus."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.base.errors import ProjectError
from analysis.renderer.project import load_project, menu_links, sidebar_of, split_front_matter

SETTINGS = """
project: {render: ["*.qmd", "en/*.qmd", "index.qmd", "a.ipynb"]}
lang: zh
website:
  site-url: https://example.org/a/
  sidebar:
    - {id: zh, contents: [index.qmd]}
    - id: en
      contents:
        - section: Pages
          contents: ["en/*.qmd", {href: a.ipynb, text: A}]
format: {html: {toc: true}, typst: default}
"""
PAGES = {
    "index.qmd": "正文。",
    "en/a.qmd": "---\ntitle: A\ndate: 2024-03-01\nformat: {typst: default}\n---\n\nText.\n",
    "en/_part.qmd": "No page.", "_metadata.yml": "toc: true\n",
    "en/_metadata.yml": "lang: en\ntoc: false\n", "a.ipynb": "{}",
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {"_quarto.yml": SETTINGS, **PAGES}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_pages_are_those_of_the_render_list_each_once(root: Path) -> None:
    assert [page.path for page in load_project(root).pages] == ["index.qmd", "en/a.qmd", "a.ipynb"]


def test_a_page_has_the_settings_of_the_project_of_its_folders_and_its_own(root: Path) -> None:
    home, page, notebook = load_project(root).pages
    assert (home.language, page.language) == ("zh", "en")
    assert (home.metadata["toc"], page.metadata["toc"]) == (True, False)  # the inner folder decides
    assert (page.stem, page.folder, page.root, home.folder, home.root) == ("en/a", "en/", "../", "", "")
    assert (page.is_printed, home.is_printed, notebook.is_notebook) == (True, False, True)
    assert (page.body, page.first_line) == ("\nText.\n", 6)


def test_the_address_of_the_site_ends_with_one_slash(root: Path) -> None:
    project = load_project(root)
    assert project.site_url == "https://example.org/a/"
    assert (project.format_settings("html"), project.format_settings("typst")) == ({"toc": True}, {})


def test_a_page_belongs_to_the_menu_that_lists_it_else_to_that_of_its_language(root: Path) -> None:
    project = load_project(root)
    home, page, notebook = project.pages
    assert [sidebar_of(project, one)["id"] for one in (home, page, notebook)] == ["zh", "en", "en"]
    links = list(menu_links(project, project.website["sidebar"][1]["contents"]))
    assert links == [("en/a.qmd", "Pages", ""), ("a.ipynb", "Pages", "A")]
    project.website["sidebar"][1]["contents"] = []
    assert sidebar_of(project, page)["id"] == "en"


@pytest.mark.parametrize(("text", "says"), [("a: [", "no valid YAML: "), ("- a", "its YAML must be a mapping")])
def test_settings_that_cannot_be_read_are_one_sentence(text: str, says: str) -> None:
    with pytest.raises(ProjectError, match=rf"^en/a\.qmd: {says}[^\n]*$"):
        split_front_matter(f"---\n{text}\n---\n", Path("en/a.qmd"))


def test_a_folder_without_a_project_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"_quarto\.yml: no such file; .* restore it from git"):
        load_project(tmp_path)
