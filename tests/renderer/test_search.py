"""What the site's search finds."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from analysis.renderer.languages import language_of
from analysis.renderer.pandoc import ASSETS
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
<h1>{2}</h1><p class="value">5</p><dl><dt>{3}</dt><dd class="printed">近5家</dd></dl></article>"""
RECORD = ARTICLE.format("en", "Home", "Sites", "printed") + ARTICLE.format("zh", "首页", "网站", "所印")


def test_single_records_are_found_in_each_language_by_their_print_and_the_headings_of_all():
    """Their English pages were not found by what a bulletin prints: its titles and its words are Chinese."""
    assert list(articles_of("n/n-1.html", LexborHTMLParser(RECORD))) == [
        ("en", ("n/n-1.html#en", "Sites", "n-1", "n-1 5 近5家 Home 网站")),
        ("zh", ("n/n-1.html#zh", "网站", "n-1", "n-1 5 近5家 首页 Sites")),
    ]


# The page of the search, as far as its script sees it: what is typed, and the links with the text below them.
PAGE_OF_SEARCH = """
const element = (name) => ({ name, dataset: {}, children: [], addEventListener(_, act) { this.act = act; },
  append(...all) { this.children.push(...all); }, replaceChildren(...all) { this.children = all; } });
const parts = { input: element("input"), ol: element("ol"), "[role=status]": element("p") };
parts.input.value = "";
parts["[role=status]"].dataset.found = "Places found: %s";
const dialog = { ...element("dialog"), dataset: { root: "" }, querySelector: (name) => parts[name] };
globalThis.window = globalThis;
delete globalThis.exports;  // of a module, which the page is not
globalThis.document = { querySelector: () => dialog, createElement: element };
const { readFileSync } = require("fs"), [folder, docs, typed] = process.argv.slice(1);
window.SEARCH = JSON.parse(docs);
for (const name of ["minisearch.min.js", "search.js"]) (0, eval)(readFileSync(`${folder}/${name}`, "utf-8"));
parts.input.value = typed;
parts.input.act();
console.log(JSON.stringify(parts.ol.children.map(({ children: [link, text] }) => [link.href, text.textContent])));
"""
DOCS = [
    ("n/sites#en", "Sites", "sites", "sites 36,916 36,916 (各级政府网站)"),
    ("n/rate#en", "Rate", "rate", "rate 91% 合格率"),
    ("n/qa#en", "Adoption", "qa", "qa 40.5% 智能问答系统 in 2017"),
]


def search(typed: str, docs: list[tuple[str, ...]] = DOCS) -> list[list[str]]:
    if not (node := shutil.which("node")):
        pytest.skip("the script of the search runs in a browser or in node, which is not here")
    call = [node, "-e", PAGE_OF_SEARCH, str(ASSETS / "search"), json.dumps(docs), typed]
    return json.loads(subprocess.run(call, check=True, capture_output=True, text=True, encoding="utf-8").stdout)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("36916", "n/sites#en"), ("36,916", "n/sites#en"), ("36916家", "n/sites#en"), ("３６９１６", "n/sites#en"),
        ("369", "n/sites#en"), ("合格率", "n/rate#en"), ("智能问答", "n/qa#en"), ("40.5%", "n/qa#en"),
        ("2017年", "n/qa#en"),
    ],
)  # fmt: skip
def test_a_number_is_found_however_it_is_typed_and_chinese_by_its_words(typed: str, found: str):
    """29431 found nothing where 29,431 stands, nor did a number with the word for what it counts behind it."""
    assert [address for address, _ in search(typed)] == [found]


def test_a_number_that_is_typed_otherwise_is_shown_where_it_stands():
    docs = [("n/long#en", "Long", "long", "words " * 60 + "12,345 sites")]
    assert "12,345 sites" in search("12345", docs)[0][1]


def test_what_is_not_there_is_not_found():
    assert search("29431") == search("36916 合格率") == []


def test_how_many_places_were_found_reads_well_of_any_number():
    """One place was told as `1 places found`; Chinese has no plural."""
    labels = language_of("en").labels
    assert all(labels[name].endswith(": %s") for name in ("found", "rows"))


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
