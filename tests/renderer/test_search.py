"""What the site's search finds."""

from __future__ import annotations

import json
from pathlib import Path

from analysis.renderer.search import docs_of

PAGE = """<h1>Numbers</h1><main><div class="text"><p>First words.</p><h2 id="sites">Sites</h2><p>On sites.</p>
<table><tr><th>Id</th><th>Value</th></tr><tr><td><span id="a-1">a-1</span></td><td>36,916</td></tr></table>
<h3>Unplaced</h3><p>Still on sites.</p></div></main>"""


def test_sections_and_rows_have_addresses_of_their_own():
    assert list(docs_of("en/n.html", PAGE)) == [
        ("en/n.html#a-1", "Numbers", "a-1", "a-1 36,916"),
        ("en/n.html", "Numbers", "", "First words."),
        ("en/n.html#sites", "Numbers", "Sites", "On sites. Id Value Unplaced Still on sites."),
    ]


def test_each_language_has_its_own_texts(site: Path):
    texts = {path.name: path.read_text(encoding="utf-8") for path in (site / "search").iterdir()}
    assert {"docs.en.js", "docs.zh.js", "minisearch.min.js", "search.js", "LICENCE-minisearch.txt"} == set(texts)
    english = json.loads(texts["docs.en.js"].removeprefix("window.SEARCH=").removesuffix(";\n"))
    assert any(address.startswith("en/report.html#") for address, *_ in english)
    assert not any(address.startswith("zh/") for address, *_ in english)
