"""What the search of the built-in site goes through: the sections of each page, and the rows that can be linked to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from analysis.renderer.pandoc import ASSETS
from analysis.renderer.project import Recall

FOLDER = "search"
Doc = tuple[str, str, str, str]  # address below the site's root, title of the page, of the section, text


def write_search(out: Path, pages: Iterable[tuple[str, str]], recall: Recall) -> list[Path]:
    """Write the texts of the pages, one file for each language, and the script that searches them.

    `pages` are the paths of pages below `out`, each with its language. Texts are a script, not JSON, so that a site
    opened from disk can be searched too.
    """
    docs: dict[str, list[Doc]] = {}
    for path, lang in pages:
        page = (out / path).read_text(encoding="utf-8")
        docs.setdefault(lang, []).extend(recall(lambda path=path, page=page: list(docs_of(path, page)), path, page))
    files = {file.name: file.read_text(encoding="utf-8") for file in sorted((ASSETS / FOLDER).iterdir())}
    for lang, some in docs.items():
        text = json.dumps(some, ensure_ascii=False, separators=(",", ":"))
        files[f"docs.{lang}.js"] = f"window.SEARCH={text};\n"
    (out / FOLDER).mkdir(exist_ok=True)
    for name, text in files.items():
        (out / FOLDER / name).write_text(text, encoding="utf-8")
    return [out / FOLDER / name for name in files]


def docs_of(path: str, page: str) -> Iterator[Doc]:
    """Yield what can be found on a page: each section, and each row of a table that has a place of its own."""
    tree = LexborHTMLParser(page)
    heading = tree.css_first("h1")
    body = tree.css_first("main .text")
    if heading is None or body is None:
        return
    title, rows = _text(heading), [row for row in body.css("tr") if row.css_first("td [id]")]
    for row in rows:
        first = row.css_first("td [id]")
        address = f"{path}#{first.attributes['id']}" if first else path
        yield address, title, _text(row.css_first("td")), _text(row)
    for row in rows:
        row.decompose()
    for unwanted in body.css("script, style, noscript, pre, svg"):
        unwanted.decompose()
    yield from _sections(path, title, body)


def _sections(path: str, title: str, body: LexborNode) -> Iterator[Doc]:
    """Yield the text between each two headings that have a place of their own."""
    address, name, parts = path, "", []
    for node in body.iter(include_text=False):
        if node.tag in {"h2", "h3"} and node.attributes.get("id"):
            yield from _doc(address, title, name, parts)
            address, name, parts = f"{path}#{node.attributes['id']}", _text(node), []
        else:
            parts.append(_text(node))
    yield from _doc(address, title, name, parts)


def _doc(address: str, title: str, name: str, parts: Iterable[str]) -> Iterator[Doc]:
    if text := " ".join(filter(None, parts)):
        yield address, title, name, text


def _text(node: LexborNode | None) -> str:
    return " ".join(node.text(separator=" ").split()) if node else ""
