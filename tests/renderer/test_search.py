"""What the site's search finds."""

from __future__ import annotations

import json
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from analysis.renderer.search import articles_of, docs_of

PAGE = """<h1>Numbers</h1><main><div class="text"><p>First words.</p><h2 id="sites">Sites</h2><p>On sites.</p>
<table><tr><th>Id</th><th>Value</th></tr><tr><td><span id="a-1">a-1</span></td><td>36,916</td></tr></table>
<h3>Unplaced</h3><p>Still on sites.</p></div></main>"""


def test_sections_and_rows_have_addresses_of_their_own():
    assert list(docs_of("en/n.html", PAGE)) == [
        ("en/n.html#a-1", "Numbers", "a-1", "a-1 36,916"),
        ("en/n.html", "Numbers", "", "First words."),
        ("en/n.html#sites", "Numbers", "Sites", "On sites. Id Value Unplaced Still on sites."),
    ]


ARTICLE = """<article id="{0}" lang="{0}"><nav class="crumbs">{1}</nav><p class="kind">Number <code>n-1</code></p>
<h1>{2}</h1><p class="value">5</p></article>"""
RECORD = ARTICLE.format("en", "Home", "Sites") + ARTICLE.format("zh", "首页", "网站")


def test_single_records_are_found_in_each_language():
    assert list(articles_of("n/n-1.html", LexborHTMLParser(RECORD))) == [
        ("en", ("n/n-1.html#en", "Sites", "n-1", "n-1 Home 5")),
        ("zh", ("n/n-1.html#zh", "网站", "n-1", "n-1 首页 5")),
    ]


def test_a_row_of_a_record_that_has_a_page_is_not_found_twice():
    paged = PAGE.replace('<span id="a-1">a-1</span>', '<a id="a-1" href="../b/a-1.html">a-1</a>')
    assert len(list(docs_of("en/n.html", PAGE))) == len(list(docs_of("en/n.html", paged))) + 1


def test_each_language_has_its_own_texts(site: Path):
    texts = {path.name: path.read_text(encoding="utf-8") for path in (site / "search").iterdir()}
    assert {"docs.en.js", "docs.zh.js", "minisearch.min.js", "search.js", "LICENCE-minisearch.txt"} == set(texts)
    english = json.loads(texts["docs.en.js"].removeprefix("window.SEARCH=").removesuffix(";\n"))
    assert any(address.startswith("en/report.html#") for address, *_ in english)
    assert not any(address.startswith("zh/") for address, *_ in english)
    chinese = json.loads(texts["docs.zh.js"].removeprefix("window.SEARCH=").removesuffix(";\n"))
    assert any(address == "n/gov-2018q1-pass-all.html#zh" for address, *_ in chinese)
