"""The built-in front end: pages, references, links, and the same bytes at each render."""

from __future__ import annotations

import errno
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.base.errors import ProjectError
from analysis.renderer.site import _put, render
from helpers.loads import outside_loads
from helpers.site import append, build, page


def test_every_listed_page_is_rendered(site: Path) -> None:
    pages = {file.relative_to(site).as_posix() for file in site.rglob("*.html") if file.parent.name != "n"}
    wanted = {"index", "en/report", "en/methods", "en/numbers", "zh/report", "zh/numbers", "notebooks/reading"}
    assert pages == {f"{name}.html" for name in wanted}


def test_no_page_loads_anything_from_the_network(site: Path) -> None:
    assert outside_loads(site) == []


def test_a_load_from_the_network_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<img src="https://example.org/a.png"><style>@import "https://example.org/b";</style>'
    )
    (tmp_path / "a.css").write_text("p { background: url(https://example.org/c.png) }")
    (tmp_path / "a.js").write_text("fetch('https://example.org/d.json')")
    assert len(outside_loads(tmp_path)) == 4


def test_charts_of_the_site_hold_their_letters(site: Path) -> None:
    chart = (site / "exhibits" / "fig-running.svg").read_text(encoding="utf-8")
    assert chart.count("@font-face") == 1
    assert chart.index("<svg") < chart.index("@font-face")


def test_prose_with_digits_stops_the_render(reports: Path) -> None:
    append(reports, "en/methods.qmd", "\nThere are 12 rules.\n")
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


def test_a_failed_render_leaves_the_earlier_site(reports: Path) -> None:
    out = build(reports)
    before = {file: file.read_bytes() for file in out.rglob("*") if file.is_file()}
    append(reports, "en/methods.qmd", "\n[nowhere](/en/gone.qmd)\n")
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
    rendered("kept", recall=recall)
    for name, old, new in [
        ("_variables.yml", "36,916", "36,917"),
        (f"exhibits/{chart.name}", "</svg>", "<g/></svg>"),
    ]:
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
