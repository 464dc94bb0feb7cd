"""What pandoc is given for a page: its text with resolved shortcodes, its settings, and the filter's own settings."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.base.errors import ProjectError
from analysis.renderer.languages import language_of
from analysis.renderer.notebooks import read_notebook
from analysis.renderer.pandoc import ASSETS, MARKDOWN, NOTEBOOK
from analysis.renderer.project import Page, Project
from analysis.renderer.shortcodes import expand_page, prose_lines

# Settings of a page that its templates print; the rest steers the renderer and stays out of pandoc.
PRINTED_SETTINGS = ("title", "subtitle", "author", "date", "abstract", "description", "keywords", "lang", "nocite")

# A page without any @ is spared the bibliography, which costs a second on the longest pages.
MAY_CITE = re.compile(r"@[\w{]")
# One that pandoc has read tells for sure: most of them only refer to exhibits and sections, which the filter does.
CITES = re.compile(rb'"citationId":"(?!(?:fig|tbl|sec)-)')
# After a letter, and Chinese characters are letters, an @ begins no citation: both front ends would print it as it is.
STRAY_REFERENCE = re.compile(r"[^\W\d_]@((?:fig|tbl|sec)-[A-Za-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Source:
    """A page ready for pandoc: settings with values filled in, text, and the files it was put together from.

    `tree` is the page as pandoc has read it, for one that is written in several forms.
    """

    page: Page
    metadata: dict[str, Any]
    body: str
    files: tuple[Path, ...]
    title: str
    tree: bytes = b""


def prepare(project: Project, page: Page) -> Source:
    """Resolve the shortcodes of a page (a notebook has none) and find its title."""
    if page.is_notebook:
        title, text = read_notebook(page.source)
        return Source(page, page.metadata | {"title": title}, text, (page.source,), title)
    body, metadata, files = expand_page(project, page)
    title = str(metadata.get("title") or "")
    if not title:
        raise ProjectError(f"{page.path}: the page has no title; give it one at its head.")
    for number, line, is_code in prose_lines(page.body, page.first_line):
        if not is_code and (stray := STRAY_REFERENCE.search(line)):
            raise ProjectError(
                f"{page.path}:{number}: the reference @{stray[1]} follows a letter, write [@{stray[1]}]."
            )
    return Source(page, metadata, body, (page.source, *files), title)


def page_text(source: Source, extra: Mapping[str, Any]) -> bytes:
    """Return a page as pandoc reads it: settings as a YAML head (JSON is YAML), then the text; or what it has read."""
    if source.tree:
        return source.tree
    if source.page.is_notebook:
        return source.body.encode()
    head = {key: source.metadata[key] for key in PRINTED_SETTINGS if source.metadata.get(key) not in (None, "")}
    head |= extra
    return f"---\n{json.dumps(head, ensure_ascii=False, default=str)}\n---\n\n{source.body}\n".encode()


def base_defaults(source: Source, project: Project, format_name: str) -> dict[str, Any]:
    """Return the pandoc settings that all formats share: reader, filter, bibliography, section numbers."""
    options = project.format_settings("typst" if format_name != "html" else "html") | own_format(source, format_name)
    numbered = bool(options.get("number-sections")) and source.metadata.get("number-sections") is not False
    named = project.settings.get("filters") or []
    own = (str(one["path"] if isinstance(one, Mapping) else one) for one in named)
    filters: list[Any] = [*(str(_existing(project.root / name)) for name in own), str(ASSETS / "filter.lua")]
    metadata: dict[str, Any] = {"rendering": filter_settings(source, project, numbered)}
    defaults: dict[str, Any] = {
        "from": NOTEBOOK if source.page.is_notebook else "json" if source.tree else MARKDOWN,
        "standalone": True,
        "wrap": "none",
        "filters": filters,
        "number-sections": numbered,
        "metadata": metadata,
    }
    bibliography = source.metadata.get("bibliography")
    cites = CITES.search(source.tree) if source.tree else MAY_CITE.search(source.body)
    if bibliography and not source.page.is_notebook and cites:
        names = bibliography if isinstance(bibliography, list) else [bibliography]
        defaults["bibliography"] = [str(_existing(project.root / str(name).lstrip("/"))) for name in names]
        filters.append({"type": "citeproc"})
        metadata["link-citations"] = True
    return defaults


def filter_settings(source: Source, project: Project, numbered: bool) -> dict[str, Any]:
    """Return what `filter.lua` needs to know of a page."""
    page, language = source.page, language_of(source.page.language)
    return {
        "root": page.root,
        "folder": page.folder,
        # In print a link to another page must name the site, or lie beside the PDF.
        "site-url": project.site_url,
        "site-base": project.site_url + page.folder if project.site_url else "",
        "number-sections": numbered,
        "conditional": "content-visible" in source.body or "content-hidden" in source.body,
        "after-number": language.after_number,
        "between-references": language.between_references,
        "ideographic": language.ideographic,
        "labels": language.labels,
    }


def own_format(source: Source, name: str) -> dict[str, Any]:
    """Return the settings that a page's head gives one of its formats."""
    formats = source.metadata.get("format")
    own = formats.get("typst" if name != "html" else "html") if isinstance(formats, Mapping) else None
    return dict(own) if isinstance(own, Mapping) else {}


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise ProjectError(f"{path}: no such file, though the report's settings name it.")
    return path
