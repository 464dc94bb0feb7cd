"""The check of a rendered site: every link leads somewhere."""

from __future__ import annotations

import difflib
import os
import posixpath
import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from analysis.renderer.project import Recall, make_anew
from analysis.renderer.search import Doc, articles_of

EXTERNAL = re.compile(r"^(?:[a-zA-Z][\w+.-]*:|//)")


class Read(NamedTuple):
    """What a page links to on the site, each once, the places that it has, and its articles in their languages."""

    targets: list[str]
    places: frozenset[str]
    articles: list[tuple[str, Doc]]


def broken_links(
    site: Path,
    recall: Recall = make_anew,
    copies: Collection[str] = (),
    read: Mapping[str, Read] = MappingProxyType({}),
) -> list[str]:
    """Return a sentence for each link, image or anchor of a site's pages that leads nowhere.

    `copies` are the places of files that the site will have besides, `read` the pages among them.
    """
    own = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    files = own.keys() | set(copies)
    made = {name: read_page(name, path, recall) for name, path in own.items() if name.endswith(".html")}
    pages = dict(sorted({**made, **read}.items()))
    place_of = cache(_place_of)
    faults = []
    for name, (targets, _, _) in pages.items():
        folder = posixpath.dirname(name)
        for target in targets:
            path, _, anchor = target.partition("#")
            place = place_of(folder, path) if path else name
            place = place if place in files else posixpath.join(place, "index.html")
            if place not in files and not (site / place).is_file():
                faults.append(f"{name}: the link to {target} leads to no file")
            elif anchor and place in pages and unquote(anchor) not in pages[place].places:
                near = difflib.get_close_matches(unquote(anchor), pages[place].places, n=2)
                faults.append(
                    f"{name}: the link to {target} names no place there"
                    + (f"; near: {', '.join(near)}" if near else "")
                )
    return faults


def _place_of(folder: str, path: str) -> str:
    """Return the place in the site that a link from a folder leads to; asking the disk each time took seconds."""
    return posixpath.normpath(posixpath.join(folder, unquote(path.split("?")[0])))


def read_page(name: str, path: Path, recall: Recall) -> Read:
    """Read a page for its links and for the search at once: five thousand of them were each parsed twice."""
    page = path.read_bytes()
    return recall(lambda: _read(name, page), "page", name, page)


def read_copied(name: str, path: Path, recall: Recall) -> Read:
    """Read a page that is copied; it is as it was where size, inode and times are, and then is not even opened."""
    known = os.stat(path)  # noqa: PTH116 - a third of the time of a `Path`, for five thousand files
    mark = repr((known.st_size, known.st_ino, known.st_mtime_ns, known.st_ctime_ns))
    return recall(lambda: _read(name, path.read_bytes()), "copied", name, mark)


def _read(name: str, page: bytes) -> Read:
    tree = LexborHTMLParser(page)
    targets = {str(node.attributes.get(name) or ""): None for name in ("href", "src") for node in tree.css(f"[{name}]")}
    ids = frozenset({str(node.attributes.get("id")) for node in tree.css("[id]")} | {"", "top"})
    own = [target for target in targets if target and not EXTERNAL.match(target)]
    return Read(own, ids, list(articles_of(name, tree)))
