"""The other front end, tried with a stand-in program; and with Quarto itself where it is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.base.errors import ProjectError
from analysis.renderer.project import load_project
from analysis.renderer.quarto import find_quarto
from analysis.renderer.site import render

STAND_IN = '#!/bin/sh\necho "$@" >> calls.txt\nmkdir -p $3/en && echo "<p>made</p>" > $3/index.html\nexit {status}\n'


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
    assert [path.name for path in written] == ["index.html"]
    assert (reports / "calls.txt").read_text() == "render --output-dir ../out_draft\n"
    assert (reports / "fonts/NotoSansSC-Regular.otf").is_file()


def test_a_failure_of_quarto_is_told_and_leaves_the_earlier_site(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, 3)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/index.html").write_text("earlier")
    with pytest.raises(ProjectError, match="quarto render stopped with status 3"):
        render(reports, tmp_path / "out", front_end="quarto")
    assert (tmp_path / "out/index.html").read_text() == "earlier"
    assert not (tmp_path / "out_draft").exists()


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
