"""What pandoc and the filter make of a page: references, captions, sections, notes; and what stops them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analysis.base.errors import ProjectError
from analysis.renderer.pandoc import FIXED_TIME, read_by_pandoc, run_pandoc
from helpers.site import append, build_one, page, text


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


def test_tables_scroll_by_keyboard_and_name_themselves(site: Path) -> None:
    wrap = page(site, "en/report.html").css_first("figure#tbl-running .table-wrap")
    assert (wrap.attributes["tabindex"], wrap.attributes["role"]) == ("0", "region")
    assert "Sites by level" in wrap.attributes["aria-label"]


def test_only_tables_with_a_name_are_landmarks(reports: Path) -> None:
    append(reports, "en/methods.qmd", "\n| a | b |\n|---|---|\n| 一 | c |\n\n| a | b |\n|---|---|\n| d | c |\n")
    wraps = build_one(reports, "en/methods.qmd").css(".table-wrap")
    assert [wrap.attributes["role"] for wrap in wraps] == ["group", "group"]


def test_citations_come_from_the_bibliography(site: Path) -> None:
    references = text(page(site, "en/report.html").css_first("#refs"))
    assert "Another Bulletin" in references
    assert "https://example.org/2017q2" in references


@pytest.mark.parametrize(
    ("prose", "says"), [("See @fig-nothing.", "reference @fig-nothing"), ("As [@nobody] says.", "citation @nobody")]
)
def test_an_unknown_reference_or_citation_names_its_line(reports: Path, prose: str, says: str) -> None:
    append(reports, "en/methods.qmd", f"\n{prose}\n")
    with pytest.raises(ProjectError, match=rf"methods\.qmd:8: unknown {says}"):
        build_one(reports, "en/methods.qmd")


def test_a_page_is_made_at_a_fixed_time_and_with_names_in_any_letters(tmp_path: Path, monkeypatch) -> None:
    """pandoc stopped at a folder with a Chinese name where the locale is C."""
    folder, asked = tmp_path / "政府", []
    folder.mkdir()
    monkeypatch.setattr("locale.getencoding", lambda: "ANSI_X3.4-1968")
    run = "analysis.renderer.pandoc.subprocess.run"
    real = __import__("subprocess").run
    monkeypatch.setattr(run, lambda *given, **more: asked.append(more["env"]) or real(*given, **more))
    assert run_pandoc(b"*a*", {"from": "markdown", "to": "html"}, folder, "a.qmd") == b"<p><em>a</em></p>\n"
    assert asked[0]["SOURCE_DATE_EPOCH"] == str(FIXED_TIME)
    assert asked[0]["LC_ALL"] == "C.UTF-8"
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_what_pandoc_refuses_or_warns_of_is_one_sentence_with_the_page(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"^a\.qmd: pandoc stopped: .*nosuch"):
        run_pandoc(b"a", {"from": "nosuch", "to": "html"}, tmp_path, "a.qmd")
    with pytest.raises(ProjectError, match=r"^a\.qmd: pandoc warns: .*Duplicate"):
        run_pandoc(b"[^1] [^1]\n\n[^1]: a\n\n[^1]: b\n", {"from": "markdown", "to": "html"}, tmp_path, "a.qmd")


def test_a_page_is_made_again_where_any_file_that_its_settings_name_has_changed(tmp_path: Path) -> None:
    names = {name: tmp_path / name for name in ("a.lua", "page.html", "a.bib")}
    for path in names.values():
        path.write_text("", encoding="utf-8")
    settings = {
        "template": str(names["page.html"]), "bibliography": [str(names["a.bib"])],
        "filters": [str(names["a.lua"]), {"type": "citeproc"}],
    }  # fmt: skip
    before = read_by_pandoc(b"a", settings)
    for path in names.values():
        path.write_text("x", encoding="utf-8")
        assert read_by_pandoc(b"a", settings) != before
        path.write_text("", encoding="utf-8")
    assert read_by_pandoc(b"a", settings) == before != read_by_pandoc(b"a", settings, {"title": "A"})
