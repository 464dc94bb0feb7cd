"""The other front end, tried with a stand-in program; and with Quarto itself where it is installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.renderer.project import load_project, split_front_matter
from analysis.renderer.quarto import _declare_word, _narrow, find_quarto
from analysis.renderer.site import render

STAND_IN = """#!/bin/sh
echo "$@" >> "$0.calls"
mkdir -p _site/en _site/exhibits && echo "<p>made</p>" > _site/index.html
echo '<svg width="1pt" height="1pt"><text>No 7</text></svg>' > _site/exhibits/fig-one.svg
echo "ERROR: no such page" >&2
echo "    at a line of its own" >&2
exit {status}
"""


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    program = tmp_path / "quarto"
    program.write_text(STAND_IN.format(status=status))
    program.chmod(0o755)
    monkeypatch.setenv("QUARTO_PATH", str(program))


def test_quarto_renders_the_project_and_its_site_is_copied(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, 0)
    written = render(reports, tmp_path / "out")
    assert [path.name for path in written] == ["fig-one.svg", "index.html"]
    assert calls(tmp_path) == ["render"]
    assert (reports / "fonts/NotoSansSC-Regular.otf").is_file()
    assert "@font-face" in (tmp_path / "out/exhibits/fig-one.svg").read_text()  # else Arial, which runs too wide


def calls(tmp_path: Path) -> list[str]:
    return (tmp_path / "quarto.calls").read_text().splitlines()


def test_each_format_is_asked_for(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, 0)
    render(reports, tmp_path / "out", to=("docx",), lang="en")
    render(reports, tmp_path / "out", to=("pdf",))
    render(reports, tmp_path / "out", to=("html",))
    render(reports, tmp_path / "out", to=("html", "docx"), lang="en")
    render(reports, tmp_path / "out", to=("html", "pdf", "docx"))
    assert calls(tmp_path) == [
        "render en/report.qmd --to docx", "render en/report.qmd --to typst", "render zh/report.qmd --to typst",
        "render --to html", "render --to html", "render en/report.qmd --to docx", "render",
    ]  # fmt: skip


@pytest.mark.parametrize("page", ["en/report.qmd", "zh/report.qmd"])
def test_a_page_names_word_where_it_is_made(tmp_path: Path, page: str) -> None:
    """Else the page does not link to it."""
    shutil.copytree(paths.SOURCES, tmp_path / "reports")
    pages = [one for one in load_project(tmp_path / "reports").pages if one.path == page]
    _declare_word(tmp_path / "reports", pages)
    text = (tmp_path / "reports" / page).read_text(encoding="utf-8")
    assert "docx" in split_front_matter(text, tmp_path)[0]["format"]
    assert text.replace("  docx: default\n", "") == (paths.SOURCES / page).read_text(encoding="utf-8")


def test_one_language_is_a_project_without_links_to_the_other(reports: Path) -> None:
    pages = _narrow(reports, "zh")
    assert {page.path for page in pages} == {"zh/report.qmd", "zh/numbers.qmd"}
    project = load_project(reports)
    assert [page.path for page in project.pages] == [page.path for page in pages]
    (bar,) = project.website["sidebar"]
    assert bar["id"] == "zh"
    assert not any("notebooks" in str(entry) for entry in bar["contents"])
    assert [entry["href"] for entry in project.website["navbar"]["left"]] == ["zh/report.qmd"]


def test_a_failure_of_quarto_is_told_and_the_site_before_stays(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/index.html").write_text("before")
    stand_in(tmp_path, monkeypatch, 3)
    with pytest.raises(ProjectError, match=r"stopped with status 3: ERROR: no such page$"):
        render(reports, tmp_path / "out", front_end="quarto")
    assert (tmp_path / "out/index.html").read_text() == "before"
    assert not {path.name for path in reports.iterdir()} & {"_site", ".quarto", ".gitignore"}


def test_quarto_asked_for_but_absent(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("QUARTO_PATH", raising=False)
    assert find_quarto() is None
    with pytest.raises(ProjectError, match="not found"):
        render(reports, tmp_path / "out", front_end="quarto")


def test_the_project_file_keeps_to_the_dialect(reports: Path) -> None:
    project = load_project(reports)
    assert project.settings["project"]["type"] == "website"
    assert project.settings["execute"] == {"enabled": False}
    assert project.format_settings("html")["html-math-method"] == "mathml"
    assert project.format_settings("typst")["font-paths"] == ["fonts"]


def test_quarto_and_the_built_in_front_end_show_the_same_numbers(site: Path, reports: Path, tmp_path: Path) -> None:
    if find_quarto() is None:
        pytest.skip("Quarto is not installed")
    from selectolax.lexbor import LexborHTMLParser

    render(reports, tmp_path / "out", to=("html",), front_end="quarto")
    for name in ("index.html", "en/report.html", "zh/report.html"):
        shown = [
            [node.text() for node in LexborHTMLParser((root / name).read_text(encoding="utf-8")).css("main a.number")]
            for root in (site, tmp_path / "out")
        ]
        assert sorted(set(shown[0])) == sorted(set(shown[1]))
