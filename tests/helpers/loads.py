"""What the pages of a site load from elsewhere; they should load nothing."""

from __future__ import annotations

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from analysis.renderer.links import EXTERNAL

LOADING = {"img": "src", "script": "src", "source": "src", "iframe": "src", "video": "src", "object": "data"}
CSS_LOAD = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])(https?:[^"')\s]+)""")
CODE_LOAD = re.compile(
    r"""(?:fetch|import|open|WebSocket|EventSource|Worker|sendBeacon)\(\s*["'`]((?:https?|wss?):[^"'`]+)"""
)


def outside_loads(site: Path) -> list[str]:
    """Return every address outside the site that a page, stylesheet or script loads by itself (links do not count)."""
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
    for script in sorted(site.rglob("*.js")):
        found += CODE_LOAD.findall(script.read_text(encoding="utf-8"))
    return sorted({address for address in found if EXTERNAL.match(address) and not address.startswith("data:")})
