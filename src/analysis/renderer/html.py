"""Pages of the site: pandoc with the site's template, menus, scholarly tags and downloads."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis.renderer.languages import language_of
from analysis.renderer.pandoc import ASSETS, MARKDOWN, read_by_pandoc, run_pandoc
from analysis.renderer.project import Page, Project, menu_links, sidebar_of
from analysis.renderer.sources import Source, base_defaults, page_text
from analysis.renderer.wholes import keep_whole

# Text between tags, and the Chinese in it with the marks and digits between Chinese characters.
TEXT = re.compile(r">[^<>]*[\u3400-\u9fff][^<>]*<")
CHINESE = re.compile(r"[\u3400-\u9fff](?:[\u3000-\u9fff\uff00-\uffef\d%“”‘’—…·.-]*[\u3400-\u9fff])?")
IMAGE = re.compile(r'<img src="([^":]+\.svg)"')
SVG_SIZE = re.compile(r'<svg\b[^>]*?\bwidth="([\d.]+)(?:pt)?" height="([\d.]+)')
UNREAD = re.compile(r"(<(?:script|style|textarea)\b.*?</(?:script|style|textarea)>)", re.DOTALL)


def read_once(source: Source, project: Project) -> Source:
    """Return a page as pandoc has read it, which takes longer than to write any of its forms."""
    text, page = page_text(source, _footer(project)), source.page
    tree = project.recall(
        lambda: run_pandoc(text, {"from": MARKDOWN, "to": "json"}, page.source.parent, page.path, source.files),
        "read", text,
    )  # fmt: skip
    return replace(source, tree=tree)


def render_html(source: Source, project: Project, out: Path, titles: Mapping[str, str], printed: Sequence[str]) -> Path:
    """Write one page of the site and return its path.

    Args:
        source: the prepared page.
        project: the project it belongs to.
        out: the folder of the site.
        titles: the title of every page by its path, for menus.
        printed: suffixes of the printed forms that are made too (`pdf`, `docx`).
    """
    page = source.page
    target = out / f"{page.stem}.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    defaults = base_defaults(source, project, "html") | _html_defaults(source, project)
    defaults["variables"] = _variables(source, project, titles, printed)
    name, site_name = defaults["variables"]["plain-title"], defaults["variables"]["site-title"]
    defaults["variables"]["pagetitle"] = name if name == site_name else f"{name} · {site_name}"
    head = _footer(project)
    if page.is_notebook:
        head |= {"title": source.title, "lang": page.language}
        defaults["extract-media"] = f"{Path(page.stem).name}_files"
    # Notebooks leave their images beside the page; other pages are read from where they lie.
    folder = target.parent if page.is_notebook else page.source.parent
    text = page_text(source, head)
    own_head = head if page.is_notebook else None

    def convert() -> tuple[bytes, dict[str, bytes]]:
        made = run_pandoc(text, defaults, folder, page.path, source.files, own_head)
        media = sorted((folder / defaults["extract-media"]).rglob("*.*")) if page.is_notebook else []
        return made, {file.relative_to(folder).as_posix(): file.read_bytes() for file in media}

    made, media = project.recall(convert, *read_by_pandoc(text, defaults, own_head))
    for name, content in media.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    shown = with_sizes(made.decode(), folder)
    if not page.is_notebook:  # whose tables have been seen to, for either front end
        shown = keep_whole(shown)
    target.write_bytes((shown if language_of(page.language).ideographic else mark_chinese(shown)).encode())
    return target


def with_sizes(page: str, folder: Path) -> str:
    """Give charts their sizes: else a link into a page ends elsewhere, as the charts above it grow when loaded."""
    return IMAGE.sub(lambda image: f"{image[0]}{_size(folder / image[1])}", page)


def _size(chart: Path) -> str:
    found = SVG_SIZE.search(chart.read_text(encoding="utf-8")[:2000]) if chart.is_file() else None
    return f' width="{float(found[1]):.0f}" height="{float(found[2]):.0f}"' if found else ""


def mark_chinese(page: str) -> str:
    """Mark Chinese words on a page of another language, so that they are read aloud and set as Chinese."""
    head, body, rest = page.partition("<body")
    parts = UNREAD.split(rest)  # every second one is a script or the like
    parts[::2] = [
        TEXT.sub(lambda text: CHINESE.sub(r'<span lang="zh">\g<0></span>', text[0]), part) for part in parts[::2]
    ]
    return head + body + "".join(parts)


def _html_defaults(source: Source, project: Project) -> dict[str, Any]:
    options = project.format_settings("html")
    toc = source.metadata.get("toc", options.get("toc", True))
    return {
        "to": "html5",
        "template": str(ASSETS / "page.html"),
        "table-of-contents": bool(toc),
        "toc-depth": int(source.metadata.get("toc-depth", options.get("toc-depth", 3))),
        "html-math-method": {"method": "mathml"},
        "section-divs": False,
        "email-obfuscation": "none",
        "syntax-highlighting": "none" if not source.page.is_notebook else "pygments",
    }


def _variables(source: Source, project: Project, titles: Mapping[str, str], printed: Sequence[str]) -> dict[str, Any]:
    page, words = source.page, language_of(source.page.language).labels
    bar = sidebar_of(project, page) or {}
    description = plain(str(source.metadata.get("description") or source.metadata.get("abstract") or ""))
    return {
        "root": page.root,
        "home": _link(page, _home(project, page.language)),
        "label": words,
        "plain-title": html.escape(plain(source.title)),
        "site-title": html.escape(str(bar.get("title") or project.website.get("title") or "")),
        "description-meta": html.escape(" ".join(description.split())),
        "canonical": f"{project.site_url}{page.stem}.html" if project.site_url else "",
        "head-lines": citation_tags(source, project, printed),
        "stylesheets": [f"{page.root}site.css", *(f"{page.root}{Path(sheet).name}" for sheet in stylesheets(project))],
        "body-class": f"layout-{source.metadata.get('page-layout', 'article')}"
        + (" notebook" if page.is_notebook else ""),
        "menu": (menu := _menu(page, project, bar, titles)),
        **_neighbours(menu),
        "languages": _languages(page, project),
        "byline": _byline(source),
        "downloads": _downloads(page, words, printed),
    }


def stylesheets(project: Project) -> list[str]:
    """Return the style sheets that the project's html format names."""
    named = project.format_settings("html").get("css") or []
    return [named] if isinstance(named, str) else list(named)


def plain(text: str) -> str:
    """Return Markdown without its links and emphasis, for places that hold text alone."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?", r"\1", text)
    return re.sub(r"[*_`]", "", text).strip()


def _link(page: Page, path: str) -> str:
    """Return the relative address of a page or file as seen from a page."""
    path = re.sub(r"\.(?:qmd|ipynb)$", ".html", path)
    return posixpath.relpath(path, posixpath.dirname(page.path) or ".")


def _menu(page: Page, project: Project, bar: Mapping[str, Any], titles: Mapping[str, str]) -> list[dict[str, Any]]:
    menu: list[dict[str, Any]] = []
    for path, section, own in menu_links(project, bar.get("contents")):
        if path not in titles:
            continue
        text = html.escape(own or plain(titles[path]))
        entry = {"href": _link(page, path), "text": text, "current": path == page.path}
        if not section:
            menu.append(entry)
        elif menu and menu[-1].get("text") == html.escape(section):
            menu[-1]["items"].append(entry)
        else:
            menu.append({"text": html.escape(section), "items": [entry]})
    return menu


def _neighbours(menu: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the pages before and after the current one in the menu, its own text and the section that holds it."""
    listed = [(page, entry["text"]) for entry in menu for page in entry.get("items", ())]
    listed = [pair for entry in menu for pair in ([p for p in listed if p[1] == entry["text"]] or [(entry, "")])]
    place = next((i for i, (entry, _) in enumerate(listed) if entry["current"]), None)
    if not place:
        return {"beside": True, "next": listed[1][0]} if place == 0 and len(listed) > 1 else {}
    entry, section = listed[place]
    after = {"next": listed[place + 1][0]} if place + 1 < len(listed) else {}
    return {"beside": True, "section": section, "here": entry["text"], "previous": listed[place - 1][0]} | after


def _home(project: Project, language: str) -> str:
    """Return the first page of a language: its own index where it has one, else the site's."""
    own = f"{language}/index.qmd"
    return own if any(page.path == own for page in project.pages) else "index.qmd"


def _languages(page: Page, project: Project) -> list[dict[str, str]]:
    """Return links to the same page in the other languages, or to their first page."""
    written = [other for other in project.pages if not other.is_notebook]
    links = []
    for language in dict.fromkeys(other.language for other in written):
        if language == page.language:
            continue
        others = [other.path for other in written if other.language == language]
        twin = f"{language}/{page.path.removeprefix(f'{page.language}/')}"
        choice = next(path for path in [twin, _home(project, language), *others] if path in others)
        links.append({"href": _link(page, choice), "lang": language, "text": language_of(language).name})
    return links


def _downloads(page: Page, words: Mapping[str, str], printed: Sequence[str]) -> list[dict[str, str]]:
    name = Path(page.stem).name
    if page.is_notebook:
        return [{"href": f"{name}.ipynb", "text": words["notebook"]}]
    return [{"href": f"{name}.{suffix}", "text": words[suffix]} for suffix in printed if page.is_printed]


def authors_of(metadata: Mapping[str, Any]) -> list[str]:
    """Return the names of a page's authors, however its settings write them."""
    authors = metadata.get("author") or []
    authors = authors if isinstance(authors, list) else [authors]
    names = [author.get("name") if isinstance(author, Mapping) else author for author in authors]
    # A body is a literal name: Quarto would take "project, The" for its family and given names.
    return [str(name.get("literal")) if isinstance(name, Mapping) else str(name) for name in names]


def _byline(source: Source) -> str:
    if source.page.is_notebook:
        return ""
    day = html.escape(str(source.metadata.get("date") or ""))
    parts = [html.escape(", ".join(authors_of(source.metadata))), f'<span class="whole">{day}</span>' if day else ""]
    return " · ".join(part for part in parts if part)


def _cited(source: Source) -> dict[str, Any] | None:
    """Return the citation settings of a page that asks to be cited, else None."""
    citation = source.metadata.get("citation")
    return dict(citation) if isinstance(citation, Mapping) else {} if citation else None


def citation_text(source: Source, project: Project) -> str:
    """Return how to cite the page in one line, or an empty string where it does not ask to be cited."""
    if _cited(source) is None:
        return ""
    known = _citation_fields(source, project)
    lead = f"{known['author']} ({known['year']})" if known["year"] else known["author"]
    publisher = "" if known["publisher"] == known["author"] else known["publisher"]
    return ". ".join(part for part in (lead, known["title"], publisher, known["url"]) if part) + "."


def _citation_fields(source: Source, project: Project) -> dict[str, str]:
    citation = _cited(source) or {}
    subtitle = plain(str(source.metadata.get("subtitle") or ""))
    return {
        "author": ", ".join(authors_of(source.metadata)),
        "title": plain(source.title) + (f": {subtitle}" if subtitle else ""),
        "publisher": str(citation.get("publisher") or ""),
        "year": str(source.metadata.get("date") or "")[:4],
        "url": str(citation.get("url") or (f"{project.site_url}{source.page.stem}.html" if project.site_url else "")),
    }


def citation_tags(source: Source, project: Project, printed: Sequence[str]) -> list[str]:
    """Return the scholarly meta tags by which indexers and reference managers know a page."""
    citation = _cited(source)
    if citation is None:
        return []
    date = str(source.metadata.get("date") or "")
    tags = [("citation_title", plain(source.title))]
    tags += [("citation_author", name) for name in authors_of(source.metadata)]
    tags += [("citation_publication_date", date.replace("-", "/")), ("citation_language", source.page.language)]
    tags += [("citation_technical_report_institution", str(citation.get("publisher") or ""))]
    if project.site_url:
        tags.append(("citation_fulltext_html_url", f"{project.site_url}{source.page.stem}.html"))
        if "pdf" in printed and source.page.is_printed:
            tags.append(("citation_pdf_url", f"{project.site_url}{source.page.stem}.pdf"))
    return [f'<meta name="{name}" content="{html.escape(value)}">' for name, value in tags if value]


def _footer(project: Project) -> dict[str, str]:
    """Return the footer's parts as page settings, so that pandoc reads their Markdown and the filter their links."""
    return {f"footer-{side}": text for side, text in (project.website.get("page-footer") or {}).items()}
