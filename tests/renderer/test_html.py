"""Pages of the site: menus, languages, links, and what indexers and readers' programs find in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from analysis.renderer.html import authors_of, citation_text, mark_chinese, plain, with_sizes
from analysis.renderer.project import load_project
from helpers.site import build_one, page, prepared


def test_numbers_are_links_to_their_cards(site: Path) -> None:
    link = page(site, "en/report.html").css_first(".text p a.number")
    assert (link.text(), link.attributes["href"]) == ("36,916", "../n/gov-2017q2-running-all.html")
    assert page(site, "en/numbers.html").css_first("#gov-2017q2-running-all.card") is not None
    assert page(site, "index.html").css_first("a.number").attributes["href"] == "n/gov-2017q2-running-all.html"


def test_figures_carry_their_alternative_text(site: Path) -> None:
    image = page(site, "en/report.html").css_first("figure#fig-running img")
    assert image.attributes["alt"] == "A line that falls from 2015 to 2023."
    assert image.attributes["src"] == "../exhibits/fig-running.svg"
    assert (image.attributes["width"], image.attributes["height"]) == ("640", "360")


def test_chinese_on_pages_of_other_languages_is_marked() -> None:
    marked = mark_chinese(
        '<title>通报</title><body class="a"><p title="省">In 2017年第二季度, 36</p><script>"<b>县</b>"</script>'
    )
    assert marked.count("<span") == 1
    assert '<p title="省">In 2017<span lang="zh">年第二季度</span>, 36</p>' in marked


def test_pages_lead_on_and_back(site: Path) -> None:
    tree = page(site, "en/methods.html")
    assert tree.css_first(".crumbs [aria-current]").text() == "Methods"
    assert (tree.css_first("[rel=prev]").attributes["href"], tree.css_first("[rel=next]").attributes["href"]) == (
        "report.html", "numbers.html",
    )  # fmt: skip


def test_indexers_find_the_citation(site: Path) -> None:
    tree = page(site, "en/report.html")
    tags = {node.attributes.get("name"): node.attributes.get("content") for node in tree.css("meta[name^=citation]")}
    assert tags["citation_title"] == "Sites and services"
    assert tags["citation_author"] == "A. Researcher"
    assert tags["citation_publication_date"] == "2024/03/01"


def test_a_page_has_one_main_heading_and_a_skip_link(site: Path) -> None:
    for file in {*site.rglob("*.html")} - {*site.glob("n/*")}:
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        assert len(tree.css("h1")) == 1, file
        assert tree.css_first("a.skip").attributes["href"] == "#main"
        assert tree.css_first("meta[name=viewport]") is not None


def test_languages_point_at_each_other(reports: Path) -> None:
    (reports / "zh/index.qmd").write_text(
        '---\ntitle: "首页"\nformat: {html: default}\n---\n\n正文。\n', encoding="utf-8"
    )
    targets = {}
    for name in ("index", "en/report", "zh/index", "zh/report"):
        made = build_one(reports, f"{name}.qmd")
        links = (made.css_first(f"a.{kind}").attributes["href"] for kind in ("language", "brand"))
        targets[f"{name}.html"] = tuple(links)
    assert targets == {
        "index.html": ("zh/index.html", "index.html"),
        "en/report.html": ("../zh/report.html", "../index.html"),
        "zh/index.html": ("../index.html", "index.html"),
        "zh/report.html": ("../en/report.html", "index.html"),
    }


def test_charts_that_lie_beside_a_page_get_their_size(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<svg viewBox="0 0 9 9" width="640.4pt" height="360.6pt">', encoding="utf-8")
    sized = with_sizes('<img src="a.svg"> <img src="gone.svg"> <img src="https://example.org/a.svg">', tmp_path)
    assert sized == (
        '<img src="a.svg" width="640" height="361"> <img src="gone.svg"> <img src="https://example.org/a.svg">'
    )


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("A", ["A"]),
        ([{"name": "A"}, "B"], ["A", "B"]),
        ([{"name": {"literal": "An office"}}], ["An office"]),
        ("", []),
    ],
)
def test_authors_are_known_however_a_page_writes_them(author: object, names: list[str]) -> None:
    assert authors_of({"author": author}) == names


def test_a_page_says_in_one_line_how_to_cite_it(reports: Path) -> None:
    project = load_project(reports)
    cited = citation_text(prepared(reports, "en/report.qmd"), project)
    assert cited == "A. Researcher (2024). Sites and services: Trends since 2015 with 36,916 sites. Sample Press."
    assert citation_text(prepared(reports, "en/methods.qmd"), project) == ""


def test_plain_text_is_markdown_without_its_marks() -> None:
    assert plain("[**36,916**](/n/a.html){.number} `sites` [a](b)") == "36,916 sites a"


def test_a_notebook_has_the_footer_and_the_title_of_other_pages(reports: Path) -> None:
    """They come to pandoc by another way: a notebook has no head of its own."""
    notebook, other = (build_one(reports, name) for name in ("notebooks/reading.ipynb", "en/methods.qmd"))
    footers = [made.css_first(".site-footer").text(strip=True) for made in (notebook, other)]
    assert footers[0] == footers[1] != ""
    assert notebook.css_first("title").text().startswith("Reading a bulletin")
