"""The built-in front end: pages, references, links, and the same bytes at each render."""

from __future__ import annotations

import errno
import json
import pickle
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from analysis.base.errors import ProjectError
from analysis.renderer.html import mark_chinese
from analysis.renderer.links import broken_links
from analysis.renderer.notebooks import notebook_page
from analysis.renderer.site import _put, render
from helpers.loads import outside_loads
from helpers.sample_report import notebook


def page(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / name).read_text(encoding="utf-8"))


def text(node: object) -> str:
    return " ".join(node.text().replace("\xa0", " ").replace("\u3000", " ").split())


def body(reports: Path, name: str, addition: str) -> None:
    file = reports / name
    file.write_text(file.read_text(encoding="utf-8") + addition, encoding="utf-8")


def build(reports: Path, **options: object) -> Path:
    out = reports.parent / "out"
    render(reports, out, front_end="built-in", **{"to": ("html",), **options})
    return out


def test_every_listed_page_is_rendered(site: Path) -> None:
    pages = {file.relative_to(site).as_posix() for file in site.rglob("*.html") if file.parent.name != "n"}
    wanted = {"index", "en/report", "en/methods", "en/numbers", "zh/report", "zh/numbers", "notebooks/reading"}
    assert pages == {f"{name}.html" for name in wanted}


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_no_page_loads_anything_from_the_network(site: Path) -> None:
    assert outside_loads(site) == []


def test_a_load_from_the_network_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<img src="https://example.org/a.png"><style>@import "https://example.org/b";</style>'
    )
    (tmp_path / "a.css").write_text("p { background: url(https://example.org/c.png) }")
    (tmp_path / "a.js").write_text("fetch('https://example.org/d.json')")
    assert len(outside_loads(tmp_path)) == 4


def test_numbers_are_links_to_their_cards(site: Path) -> None:
    link = page(site, "en/report.html").css_first(".text p a.number")
    assert (link.text(), link.attributes["href"]) == ("36,916", "../n/gov-2017q2-running-all.html")
    assert page(site, "en/numbers.html").css_first("#gov-2017q2-running-all.card") is not None
    assert page(site, "index.html").css_first("a.number").attributes["href"] == "n/gov-2017q2-running-all.html"


def test_references_carry_the_number_of_their_exhibit(site: Path) -> None:
    links = {node.attributes["href"]: text(node) for node in page(site, "en/report.html").css("a.crossref")}
    assert links == {"#fig-running": "Figure 1", "#tbl-running": "Table 1", "#sec-quality": "Section 2"}


def test_references_speak_the_language_of_the_page(site: Path) -> None:
    links = {node.attributes["href"]: text(node) for node in page(site, "zh/report.html").css("a.crossref")}
    assert links == {"#fig-running": "图1", "#tbl-running": "表1", "#sec-sites": "第1节"}
    assert page(site, "zh/report.html").css_first("html").attributes["lang"] == "zh"


def test_captions_are_labelled_once(site: Path) -> None:
    captions = [text(node) for node in page(site, "en/report.html").css("figcaption, caption")]
    assert captions == ["Figure 1. Sites in operation, 36,916 in 2017.", "Table 1. Sites by level."]


def test_sections_below_the_title_are_numbered_from_one(site: Path) -> None:
    headings = [text(node) for node in page(site, "en/report.html").css(".text h2, .text h3")]
    assert headings == ["1 Sites in operation", "1.1 By level", "2 Quality", "Notes", "3 Citing", "References"]


def test_a_heading_inside_a_callout_is_its_title(site: Path) -> None:
    tree = page(site, "en/report.html")
    assert text(tree.css_first(".callout-note .callout-title")) == "What a bound says"
    assert tree.css_first(".callout-warning details summary") is not None
    assert text(page(site, "zh/report.html").css_first(".callout-title")) == "说明"


def test_content_for_another_format_is_left_out(site: Path) -> None:
    words = text(page(site, "en/report.html").css_first("main"))
    assert "Only the site says this." in words
    assert "Only the print" not in words


def test_figures_carry_their_alternative_text(site: Path) -> None:
    image = page(site, "en/report.html").css_first("figure#fig-running img")
    assert image.attributes["alt"] == "A line that falls from 2015 to 2023."
    assert image.attributes["src"] == "../exhibits/fig-running.svg"
    assert (image.attributes["width"], image.attributes["height"]) == ("640", "360")


def test_tables_scroll_by_keyboard_and_name_themselves(site: Path) -> None:
    wrap = page(site, "en/report.html").css_first("figure#tbl-running .table-wrap")
    assert (wrap.attributes["tabindex"], wrap.attributes["role"]) == ("0", "region")
    assert "Sites by level" in wrap.attributes["aria-label"]


def test_only_tables_with_a_name_are_landmarks(reports: Path) -> None:
    body(reports, "en/methods.qmd", "\n| a | b |\n|---|---|\n| 一 | c |\n\n| a | b |\n|---|---|\n| d | c |\n")
    wraps = page(build(reports, lang="en"), "en/methods.html").css(".table-wrap")
    assert [wrap.attributes["role"] for wrap in wraps] == ["group", "group"]


def test_chinese_on_pages_of_other_languages_is_marked() -> None:
    marked = mark_chinese(
        '<title>通报</title><body class="a"><p title="省">In 2017年第二季度, 36</p><script>"<b>县</b>"</script>'
    )
    assert marked.count("<span") == 1
    assert '<p title="省">In 2017<span lang="zh">年第二季度</span>, 36</p>' in marked


def test_charts_of_the_site_hold_their_letters(site: Path) -> None:
    chart = (site / "exhibits" / "fig-running.svg").read_text(encoding="utf-8")
    assert chart.count("@font-face") == 1
    assert chart.index("<svg") < chart.index("@font-face")


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


def test_citations_come_from_the_bibliography(site: Path) -> None:
    references = text(page(site, "en/report.html").css_first("#refs"))
    assert "Another Bulletin" in references
    assert "https://example.org/2017q2" in references


def test_notebooks_fold_code_and_keep_outputs(site: Path) -> None:
    tree = page(site, "notebooks/reading.html")
    assert text(tree.css_first("h1")) == "Reading a bulletin"
    assert "table = read()" in tree.css_first("details.code-fold").text()
    assert tree.css_first(".table-wrap table.dataframe") is not None
    assert "secret" not in tree.body.text()
    assert tree.css_first(".site-footer a").text() == "CC BY 4.0"


def test_a_notebook_as_a_page_asks_quarto_for_html_alone(reports: Path) -> None:
    file = reports / "notebooks/reading.ipynb"
    file.write_text(notebook_page(file), encoding="utf-8")
    first = json.loads(file.read_text(encoding="utf-8"))["cells"][0]
    assert (first["cell_type"], "format: {html: default}\n" in first["source"]) == ("raw", True)
    tree = page(build(reports), "notebooks/reading.html")
    assert [text(node) for node in tree.css("h1")] == ["Reading a bulletin"]
    assert "html: default" not in tree.body.text()


def test_a_notebook_that_was_not_executed_is_refused(reports: Path) -> None:
    (reports / "notebooks/reading.ipynb").write_text(notebook(outputs=False), encoding="utf-8")
    with pytest.raises(ProjectError, match=r"reading\.ipynb: no cell has an output"):
        build(reports)


def test_an_unknown_variable_names_its_place_and_its_neighbours(reports: Path) -> None:
    body(reports, "en/methods.qmd", "\nSites: {{< var en.runing >}}.\n")
    with pytest.raises(
        ProjectError, match=r"en/methods\.qmd:8: unknown variable 'en\.runing': did you mean en\.running"
    ):
        build(reports)


def test_a_render_before_the_pipeline_says_so(reports: Path) -> None:
    (reports / "_variables.yml").unlink()
    with pytest.raises(ProjectError, match=r"_variables\.yml is missing or empty; run the pipeline first"):
        build(reports)


def test_languages_point_at_each_other(reports: Path) -> None:
    (reports / "zh/index.qmd").write_text(
        '---\ntitle: "首页"\nformat: {html: default}\n---\n\n正文。\n', encoding="utf-8"
    )
    out = build(reports)
    targets = {
        name: (
            page(out, name).css_first("a.language").attributes["href"],
            page(out, name).css_first("a.brand").attributes["href"],
        )
        for name in ("index.html", "en/report.html", "zh/index.html", "zh/report.html")
    }
    assert targets == {
        "index.html": ("zh/index.html", "index.html"),
        "en/report.html": ("../zh/report.html", "../index.html"),
        "zh/index.html": ("../index.html", "index.html"),
        "zh/report.html": ("../en/report.html", "index.html"),
    }


def test_a_variable_inside_an_attribute_is_refused(reports: Path) -> None:
    body(reports, "en/methods.qmd", '\n![c](/exhibits/fig-running.svg){fig-alt="{{< var en.running >}}"}\n')
    with pytest.raises(ProjectError, match=r"en/methods\.qmd:8: the shortcode .* stands inside an attribute"):
        build(reports)


def test_a_shortcode_in_code_is_left_alone(reports: Path) -> None:
    body(reports, "en/methods.qmd", "\nWrite `{{< var en.x >}}`.\n\n```\n{{< var en.y >}}\n```\n")
    words = page(build(reports), "en/methods.html").body.text()
    assert "{{< var en.x >}}" in words
    assert "{{< var en.y >}}" in words


def test_an_unknown_include_names_its_place_and_its_neighbours(reports: Path) -> None:
    body(reports, "en/methods.qmd", "\n{{< include /exhibits/_fig-runing.en.md >}}\n")
    with pytest.raises(ProjectError, match=r"methods\.qmd:8: unknown included file .*_fig-running\.en\.md"):
        build(reports)


def test_an_include_of_a_file_outside_the_report_is_refused(reports: Path) -> None:
    (reports.parent / "secret.md").write_text("a secret")
    for name in ("../../secret.md", "/../secret.md"):
        (reports / "_generated/numbers.en.md").write_text(f"{{{{< include {name} >}}}}")
        with pytest.raises(ProjectError, match="outside the report"):
            build(reports)


def test_an_include_of_itself_is_refused(reports: Path) -> None:
    (reports / "_generated/numbers.en.md").write_text("{{< include numbers.en.md >}}")
    with pytest.raises(ProjectError, match="includes itself"):
        build(reports)


def test_an_unknown_reference_names_its_line(reports: Path) -> None:
    body(reports, "en/methods.qmd", "\nSee @fig-nothing.\n")
    with pytest.raises(ProjectError, match=r"methods\.qmd:8: unknown reference @fig-nothing"):
        build(reports)


def test_a_reference_glued_to_a_chinese_character_is_refused(reports: Path) -> None:
    body(reports, "zh/report.qmd", "\n见@fig-running。\n")
    with pytest.raises(ProjectError, match=r"write \[@fig-running\]"):
        build(reports)


def test_an_unknown_citation_names_its_line(reports: Path) -> None:
    body(reports, "en/methods.qmd", "\nAs [@nobody] says.\n")
    with pytest.raises(ProjectError, match=r"methods\.qmd:8: unknown citation @nobody"):
        build(reports)


def test_a_link_to_an_unknown_number_stops_the_render(reports: Path) -> None:
    body(reports, "en/methods.qmd", "\n[x](/en/numbers.qmd#gov-2017q2-runing-all)\n")
    with pytest.raises(ProjectError, match="near: gov-2017q2-running-all"):
        build(reports)


def test_prose_with_digits_stops_the_render(reports: Path) -> None:
    body(reports, "en/methods.qmd", "\nThere are 12 rules.\n")
    with pytest.raises(ProjectError, match=r"en/methods\.qmd:8: There are 12 rules"):
        build(reports)


def test_one_language_alone(reports: Path) -> None:
    out = build(reports, lang="zh")
    assert {file.name for file in (out / "zh").glob("*.html")} == {"report.html", "numbers.html"}
    assert not (out / "en").exists()


def test_pages_that_are_no_more_leave_the_site_and_strangers_stay(reports: Path) -> None:
    out = build(reports)
    (out / "mine.txt").write_text("mine")
    (reports / "notebooks/reading.ipynb").unlink()
    build(reports)
    assert not (out / "notebooks/reading.html").exists()
    assert not list((out / "notebooks").rglob("*.png"))
    assert (out / "mine.txt").exists()


def test_unknown_formats_and_languages_are_refused(reports: Path) -> None:
    with pytest.raises(ProjectError, match="unknown format 'epub'"):
        build(reports, to=("epub",))
    with pytest.raises(ProjectError, match="no page of the report is in 'fr'"):
        build(reports, lang="fr")


def test_two_renders_give_the_same_bytes(site: Path, reports: Path) -> None:
    again = build(reports, to=("html", "pdf", "docx"))
    files = {file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    assert files.keys() == {file.relative_to(again) for file in again.rglob("*") if file.is_file()}
    differing = [str(name) for name, data in files.items() if (again / name).read_bytes() != data]
    assert differing == []


def test_the_word_file_holds_text_numbers_and_pictures(site: Path) -> None:
    with zipfile.ZipFile(site / "en/report.docx") as archive:
        document = archive.read("word/document.xml").decode()
        assert any(name.startswith("word/media/") for name in archive.namelist())
    words = re.sub(r"<[^>]+>", "", document)
    assert "36,916" in words
    assert "Table" in words
    assert "Only the site" not in words


def test_a_failed_render_leaves_the_earlier_site(reports: Path) -> None:
    out = build(reports)
    before = {file: file.read_bytes() for file in out.rglob("*") if file.is_file()}
    body(reports, "en/methods.qmd", "\n[nowhere](/en/gone.qmd)\n")
    with pytest.raises(ProjectError, match="lead nowhere"):
        build(reports)
    assert {file: file.read_bytes() for file in out.rglob("*") if file.is_file()} == before
    assert not out.with_name("out_draft").exists()


def test_a_site_with_an_address_lists_its_pages(reports: Path) -> None:
    assert not (reports.parent / "out/sitemap.xml").exists()
    settings = reports / "_quarto.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("website:\n", "website:\n  site-url: https://example.org/a\n"), encoding="utf-8")
    build(reports)
    listed = (reports.parent / "out/sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/a/n/gov-2017q2-running-all.html</loc>" in listed
    own = page(reports.parent / "out", "en/report.html").css_first('link[rel="canonical"]')
    assert own.attributes["href"] == "https://example.org/a/en/report.html"


def test_a_page_is_recalled_only_where_nothing_that_it_shows_has_changed(reports: Path) -> None:
    """What is recalled has the bytes of a fresh render, also after an edit of a page, a number, or a chart."""
    kept: dict[bytes, object] = {}

    def recall(make: Callable[[], object], *parts: bytes | str) -> object:
        key = pickle.dumps(parts)
        if key not in kept:
            kept[key] = make()
            made.append(key)
        return kept[key]

    def rendered(name: str, **options: object) -> dict[str, bytes]:
        out = reports.parent / name
        render(reports, out, front_end="built-in", to=("html", "pdf"), **options)
        return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}

    made: list[bytes] = []
    chart = next((reports / "exhibits").glob("*.svg"))
    for name, old, new in [
        ("", "", ""),
        ("_variables.yml", "36,916", "36,917"),
        (f"exhibits/{chart.name}", "</svg>", "<g/></svg>"),
    ]:
        if name:
            text = (reports / name).read_text(encoding="utf-8")
            assert old in text
            (reports / name).write_text(text.replace(old, new), encoding="utf-8")
        made.clear()
        assert rendered("kept", recall=recall) == rendered("fresh")
        assert made
    made.clear()
    rendered("kept", recall=recall)
    assert made == []


def test_a_site_on_another_disk_is_put_in_place_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It once ended with "Invalid cross-device link"."""
    draft, out = tmp_path / "draft" / "a.html", tmp_path / "site" / "a.html"
    for path in (draft, out):
        path.parent.mkdir()
        path.write_text(path.parent.name, encoding="utf-8")
    move = Path.replace

    def within_one_folder(path: Path, target: Path) -> Path:
        if path.parent != target.parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", within_one_folder)
    _put(draft, out)
    assert out.read_text(encoding="utf-8") == "draft"
    assert [path.name for path in out.parent.iterdir()] == ["a.html"]
