"""What the search of the built-in site goes through: the sections of each page, and the pages of single records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from analysis.renderer.pandoc import ASSETS
from analysis.renderer.project import Recall

FOLDER = "search"
PAGED = "tr:has(a.permanent), tr:has(td:first-child > a[id])"  # rows of records that have a page
Doc = tuple[str, str, str, str]  # address below the site's root, title of the page, of the section, text


def write_search(
    out: Path,
    pages: Iterable[tuple[str, str]],
    records: Iterable[tuple[str, Doc]],
    wanted: Iterable[str],
    recall: Recall,
) -> None:
    """Write the texts of the pages, one file for each of the wanted languages, and the script that searches them.

    `pages` are the paths of pages below `out`, each with its language, `records` the articles of those that were
    copied. Texts are a script, not JSON, so that a site opened from disk can be searched too.
    """
    docs: dict[str, list[Doc]] = {lang: [] for lang in wanted}
    for path, lang in pages:
        page = (out / path).read_text(encoding="utf-8")
        docs[lang] += recall(lambda path=path, page=page: list(docs_of(path, page)), path, page)
    for lang, doc in records:
        if lang in docs:
            docs[lang].append(doc)
    files = {file.name: file.read_text(encoding="utf-8") for file in sorted((ASSETS / FOLDER).iterdir())}
    for lang, some in docs.items():
        text = json.dumps(some, ensure_ascii=False, separators=(",", ":"))
        files[f"docs.{lang}.js"] = f"window.SEARCH={text};\n"
    (out / FOLDER).mkdir(exist_ok=True)
    for name, text in files.items():
        (out / FOLDER / name).write_text(text, encoding="utf-8")


def articles_of(path: str, page: LexborHTMLParser) -> Iterator[tuple[str, Doc]]:
    """Yield, with its language, each article of a page that was copied: heading, id, value, print and way to it.

    The headings of the other languages are found too: bulletins print Chinese, and their figures have English pages.
    """
    headings = [_text(heading, "") for heading in page.css("article[lang][id] h1")]
    for article in page.css("article[lang][id]"):
        sought = ("h1", ".kind code", ".value", ".printed", ".crumbs")
        title, name, *texts = (_text(article.css_first(one), "") for one in sought)
        others = (heading for heading in headings if heading != title)
        text = " ".join(filter(None, (name, *texts, *others)))
        yield str(article.attributes["lang"]), (f"{path}#{article.attributes['id']}", title, name, text)


def docs_of(path: str, page: str) -> Iterator[Doc]:
    """Yield what can be found on a page: each section, and each row with a place of its own that has no page."""
    tree = LexborHTMLParser(page)
    heading = tree.css_first("h1")
    body = tree.css_first("main .text")
    if heading is None or body is None:
        return
    for unwanted in body.css(f"{PAGED}, script, style, noscript, pre, svg"):
        unwanted.decompose()
    title = _text(heading)
    for row in body.css("tr:has(td [id])"):
        first = row.css_first("td [id]")
        yield f"{path}#{first.attributes['id'] if first else ''}", title, _text(row.css_first("td")), _text(row)
        row.decompose()
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


def _text(node: LexborNode | None, between: str = " ") -> str:
    return " ".join(node.text(separator=between).split()) if node else ""
