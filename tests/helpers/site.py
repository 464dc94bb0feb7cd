"""The sample report as a site: rendered whole, or one page of it, and its pages as trees."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from analysis.renderer.html import render_html
from analysis.renderer.project import load_project
from analysis.renderer.shortcodes import expand_page
from analysis.renderer.site import render
from analysis.renderer.sources import Source, prepare


def page(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / name).read_text(encoding="utf-8"))


def text(node: object) -> str:
    return " ".join(node.text().replace("\xa0", " ").replace("\u3000", " ").split())


def append(reports: Path, name: str, addition: str) -> None:
    file = reports / name
    file.write_text(file.read_text(encoding="utf-8") + addition, encoding="utf-8")


def build(reports: Path, **options: object) -> Path:
    out = reports.parent / "out"
    render(reports, out, front_end="built-in", **{"to": ("html",), **options})
    return out


def prepared(reports: Path, name: str) -> Source:
    project = load_project(reports)
    return prepare(project, next(one for one in project.pages if one.path == name))


def expanded(reports: Path, name: str) -> str:
    """The text of one page without its shortcodes."""
    project = load_project(reports)
    return expand_page(project, next(one for one in project.pages if one.path == name))[0]


def build_one(reports: Path, name: str) -> LexborHTMLParser:
    """One page of the site, for what no other page has a part in: a tenth of the time."""
    source, out = prepared(reports, name), reports.parent / "one"
    render_html(source, load_project(reports), out, {source.page.path: source.title}, ())
    return page(out, f"{source.page.stem}.html")
