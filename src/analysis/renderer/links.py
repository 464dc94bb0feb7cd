"""The check of a rendered site: every link leads somewhere."""

from __future__ import annotations

import difflib
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

EXTERNAL = re.compile(r"^(?:[a-zA-Z][\w+.-]*:|//)")


def broken_links(site: Path) -> list[str]:
    """Return a sentence for each link, image or anchor of a site's pages that leads nowhere."""
    pages = {page.resolve(): _read(page) for page in sorted(site.rglob("*.html"))}
    file_of = cache(_file_of)
    faults = []
    for page, (targets, _) in pages.items():
        for target in targets:
            path, _, anchor = target.partition("#")
            file = file_of(page.parent, path) if path else page
            name = page.relative_to(site.resolve()).as_posix()
            if file is None:
                faults.append(f"{name}: the link to {target} leads to no file")
            elif anchor and file in pages and unquote(anchor) not in pages[file][1]:
                near = difflib.get_close_matches(unquote(anchor), pages[file][1], n=2)
                faults.append(
                    f"{name}: the link to {target} names no place there"
                    + (f"; near: {', '.join(near)}" if near else "")
                )
    return faults


def _file_of(folder: Path, path: str) -> Path | None:
    """Return the file that a link leads to, None where there is none."""
    file = (folder / unquote(path.split("?")[0])).resolve()
    file = file / "index.html" if file.is_dir() else file
    return file if file.is_file() else None


def _read(page: Path) -> tuple[list[str], frozenset[str]]:
    """Return what a page links to on the site, each once, and the places that it has."""
    tree = LexborHTMLParser(page.read_bytes())
    targets = {str(node.attributes.get(name) or ""): None for name in ("href", "src") for node in tree.css(f"[{name}]")}
    ids = frozenset({str(node.attributes.get("id")) for node in tree.css("[id]")} | {"", "top"})
    return [target for target in targets if target and not EXTERNAL.match(target)], ids
