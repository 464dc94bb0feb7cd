"""The check of a rendered site: every link leads somewhere."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

EXTERNAL = re.compile(r"^(?:[a-zA-Z][\w+.-]*:|//)")


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
