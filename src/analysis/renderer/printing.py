"""The printed forms of a page: PDF through typst, Word through pandoc; the same bytes at each render."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import typst

from analysis.base.errors import ProjectError
from analysis.renderer.fonts import font_folder, require_glyphs, svg_text
from analysis.renderer.html import authors_of, citation_text, plain
from analysis.renderer.languages import language_of
from analysis.renderer.pandoc import ASSETS, FIXED_TIME, read_by_pandoc, run_pandoc
from analysis.renderer.project import Project, sidebar_of
from analysis.renderer.sources import Source, base_defaults, own_format, page_text

# PDF/UA-1: tagged, with a title, a language and a text for every picture, so that it can be read aloud.
STANDARD = "ua-1"
IMAGE = re.compile(r'image\("([^"]+)"')


def render_pdf(source: Source, project: Project, out: Path) -> Path:
    """Typeset a page with typst and return the PDF's path.

    Raises:
        ProjectError: where typst refuses the text, warns, or a character has no glyph.
    """
    target = out / f"{source.page.stem}.pdf"
    target.parent.mkdir(parents=True, exist_ok=True)
    text = typst_source(source, project)
    charts = _charts(text, project.root)

    def typeset() -> bytes:
        drawn = [(name, svg_text(path)) for name, path in charts if name.endswith(".svg")]
        require_glyphs([(source.page.path, text), *drawn])
        return compile_typst(text, project.root, source.page.path)

    target.write_bytes(
        project.recall(typeset, text, *(part for name, path in charts for part in (name, path.read_bytes())))
    )
    return target


def typst_source(source: Source, project: Project) -> str:
    """Return a page as typst text, with the report's own template around it."""
    defaults = base_defaults(source, project, "typst")
    defaults |= {"to": "typst-citations", "template": str(ASSETS / "report.typ"), "syntax-highlighting": "none"}
    options = project.format_settings("typst") | own_format(source, "typst")
    defaults["table-of-contents"] = bool(options.get("toc", True))
    defaults["variables"] = _typst_variables(source, project, bool(defaults["number-sections"]))
    folder, place = source.page.source.parent, source.page.path
    given = page_text(source, {})
    made = project.recall(
        lambda: run_pandoc(given, defaults, folder, place, source.files), *read_by_pandoc(given, defaults)
    )
    # A narrow table stands under its caption, at the left.
    return made.decode().replace("#figure(\n  align(center)[", "#figure(\n  align(left)[")


def _typst_variables(source: Source, project: Project, numbered: bool) -> dict[str, Any]:
    """Return the template's variables; those in quotes in the template are typst strings and are escaped as such."""
    language = language_of(source.page.language)
    return {
        "plain-title": _typst_string(plain(source.title)),
        "plain-subtitle": _typst_string(plain(str(source.metadata.get("subtitle") or ""))),
        "authors": _typst_string(", ".join(authors_of(source.metadata))),
        "short-date": _typst_string(str(source.metadata.get("date") or "")),
        "site-title": _typst_string(
            str((sidebar_of(project, source.page) or {}).get("title") or project.website.get("title") or "")
        ),
        "licence": _typst_string(plain(str(project.settings.get("license") or source.metadata.get("license") or ""))),
        "cite-as": _typst_string(citation_text(source, project)),
        "label": {name: _typst_string(word) for name, word in language.labels.items()},
        "section-numbering": "1.1" if numbered else "",
        "language": language.code,
        "ideographic": language.ideographic,
    }


def _typst_string(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)[1:-1]


def _charts(text: str, root: Path) -> list[tuple[str, Path]]:
    """Return name and file of each picture that a typst source places."""
    names = sorted({name.lstrip("/") for name in IMAGE.findall(text)})
    return [(name, root / name) for name in names if (root / name).is_file()]


def compile_typst(text: str, root: Path, place: str) -> bytes:
    """Compile typst text with the report's fonts alone, so that every machine sets the same page.

    typst reads pictures below its root only, and a source of its own from a file: a scratch folder inside the root
    would dirty the project, so the text is handed over as bytes.
    """
    fonts: list[Any] = [str(font_folder())]
    try:
        pdf, warnings = typst.Compiler(
            input=text.encode(), root=str(root), font_paths=fonts, ignore_system_fonts=True
        ).compile_with_warnings(format="pdf", pdf_standards=[STANDARD], timestamp=FIXED_TIME)
    except typst.TypstError as error:
        hints = " ".join(error.hints or [])
        raise ProjectError(
            f"{place}: typst stopped: {error.message} {hints}{_typst_line(text, error)}".rstrip()
        ) from None
    if warnings:
        raise ProjectError(f"{place}: typst warns: {'; '.join(str(w.message) for w in warnings)}")
    if not isinstance(pdf, bytes):
        raise ProjectError(f"{place}: typst made no PDF of one file.")
    return pdf


def _typst_line(text: str, error: typst.TypstError) -> str:
    """Return the typst line that an error points at, where its diagnostic names one."""
    match = re.search(r":(\d+):\d+", str(error.diagnostic))
    lines = text.split("\n")
    return (
        f" (in: {lines[int(match.group(1)) - 1].strip()[:120]})" if match and int(match.group(1)) <= len(lines) else ""
    )


def render_docx(source: Source, project: Project, out: Path) -> Path:
    """Write a page as a Word file and return its path."""
    target = out / f"{source.page.stem}.docx"
    target.parent.mkdir(parents=True, exist_ok=True)
    defaults = base_defaults(source, project, "docx")
    with tempfile.TemporaryDirectory(prefix="docx-") as scratch:
        draft = Path(scratch) / "page.docx"
        defaults |= {
            "to": "docx",
            "output-file": str(draft),
            "table-of-contents": True,
            "resource-path": [str(source.page.source.parent), str(project.root)],
        }
        defaults["metadata"]["toc-title"] = language_of(source.page.language).labels["toc"]
        run_pandoc(
            page_text(source, {"author": authors_of(source.metadata)}),
            defaults,
            source.page.source.parent,
            source.page.path,
            source.files,
        )
        target.write_bytes(draft.read_bytes())
    return target
