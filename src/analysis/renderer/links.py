"""Checks of a rendered site: every link leads somewhere, and no page loads anything from the network."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

EXTERNAL = re.compile(r"^(?:[a-zA-Z][\w+.-]*:|//)")
LOADING = {"img": "src", "script": "src", "source": "src", "iframe": "src", "video": "src", "object": "data"}
CSS_LOAD = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])(https?:[^"')\s]+)""")


def broken_links(site: Path) -> list[str]:
    """Return a sentence for each link, image or anchor of a site's pages that leads nowhere."""
    ids = cache(_ids_of)
    faults = []
    for page in sorted(site.rglob("*.html")):
        for target in _local_targets(page):
            path, _, anchor = target.partition("#")
            file = (page.parent / unquote(path.split("?")[0])) if path else page
            file = file / "index.html" if file.is_dir() else file
            name = page.relative_to(site).as_posix()
            if not file.is_file():
                faults.append(f"{name}: the link to {target} leads to no file")
            elif anchor and file.suffix == ".html" and unquote(anchor) not in ids(file.resolve()):
                near = difflib.get_close_matches(unquote(anchor), ids(file.resolve()), n=2)
                faults.append(
                    f"{name}: the link to {target} names no place there"
                    + (f"; near: {', '.join(near)}" if near else "")
                )
    return list(dict.fromkeys(faults))


def outside_loads(site: Path) -> list[str]:
    """Return every address outside the site that a page or stylesheet loads by itself (links do not count)."""
    found = []
    for page in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        for tag, attribute in LOADING.items():
            found += [node.attributes.get(attribute) or "" for node in tree.css(tag)]
        found += [
            node.attributes.get("href") or ""
            for node in tree.css("link")
            if node.attributes.get("rel") not in {"canonical", "alternate"}
        ]
        found += [load for node in tree.css("style") for load in CSS_LOAD.findall(node.text())]
    for sheet in sorted(site.rglob("*.css")):
        found += CSS_LOAD.findall(sheet.read_text(encoding="utf-8"))
    return sorted({address for address in found if EXTERNAL.match(address) and not address.startswith("data:")})


def _local_targets(page: Path) -> Iterator[str]:
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    for selector, attribute in (
        ("a[href]", "href"),
        ("img[src]", "src"),
        ("link[href]", "href"),
        ("script[src]", "src"),
    ):
        for node in tree.css(selector):
            target = node.attributes.get(attribute) or ""
            if target and not EXTERNAL.match(target):
                yield target


def _ids_of(page: Path) -> frozenset[str]:
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    return frozenset({str(node.attributes.get("id")) for node in tree.css("[id]")} | {"", "top"})
