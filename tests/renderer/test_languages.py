from __future__ import annotations

import re

import pytest

from analysis.base import paths
from analysis.renderer.lint import lint_digits
from analysis.renderer.project import load_project

REPORTS = paths.ROOT / "reports"
# The site's first page is the English one; its twin lies with the Chinese pages.
ENGLISH = {path.name: path for path in [REPORTS / "index.qmd", *sorted((REPORTS / "en").glob("*.qmd"))]}
CHINESE = {path.name: path for path in sorted((REPORTS / "zh").glob("*.qmd"))}
# What both languages must name, in the order in which a page names it, but for numbers: word order differs.
NAMED = {
    "numbers": r"\{\{<\s*var\s+(?:en|zh)\.([\w-]+)\s*>\}\}",
    "includes": r"\{\{<\s*include\s+(\S+)\.(?:en|zh)\.md\s*>\}\}",
    "sections": r"^(#+ ).*?(\{[#.][^}]*\})?$",
    "references": r"@((?:fig|tbl|sec)-[\w-]+)",
    "citations": r"@((?!fig-|tbl-|sec-)[a-z]+\d{4}[a-z]?)",
    "links": r"\]\(/(?:en|zh)?/?([\w/-]+\.qmd[^)]*)\)",
    "code": r"(?<!`)`([^`]+)`(?!`)",
}
ORDERED = ("includes", "sections")


def named(page: str, what: str) -> list[object]:
    found = re.findall(NAMED[what], page, flags=re.MULTILINE)
    return found if what in ORDERED else sorted(found)


def test_every_page_has_a_twin():
    assert set(ENGLISH) == set(CHINESE)
    assert len(ENGLISH) == 6


@pytest.mark.parametrize("what", NAMED)
@pytest.mark.parametrize("name", ENGLISH)
def test_both_languages_name_the_same(name, what):
    english, chinese = (pages[name].read_text(encoding="utf-8") for pages in (ENGLISH, CHINESE))
    assert named(english, what) == named(chinese, what)


@pytest.mark.parametrize("name", ENGLISH)
def test_paragraphs_correspond(name):
    """Every block of one page has its counterpart in the other, with the same numbers and references in it."""
    english, chinese = (_blocks(pages[name].read_text(encoding="utf-8")) for pages in (ENGLISH, CHINESE))
    assert len(english) == len(chinese)
    for one, other in zip(english, chinese, strict=True):
        for what in ("numbers", "references", "citations"):
            assert named(one, what) == named(other, what), other[:60]


def _blocks(page: str) -> list[str]:
    return [block for block in page.split("\n---\n", 1)[1].split("\n\n") if block.strip()]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_pages_name_only_their_own_language(language):
    other = {"en": "zh", "zh": "en"}[language]
    for path in {"en": ENGLISH, "zh": CHINESE}[language].values():
        text = path.read_text(encoding="utf-8")
        assert f"var {other}." not in text
        assert f".{other}.md" not in text
        assert f"](/{other}/" not in text


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_pages_hold_no_digits_and_no_half_width_marks(name):
    path = CHINESE[name]
    assert lint_digits(path) == []
    prose = re.sub(r"\{\{<.*?>\}\}|\]\([^)]*\)|`[^`]*`|\{[^}]*\}|@[\w-]+", "", path.read_text(encoding="utf-8"))
    assert not re.findall(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", prose)


@pytest.mark.parametrize("name", ENGLISH)
def test_twins_have_the_same_settings(name):
    pages = {page.path: page for page in load_project(REPORTS).pages}
    english = pages[ENGLISH[name].relative_to(REPORTS).as_posix()]
    chinese = pages[CHINESE[name].relative_to(REPORTS).as_posix()]
    assert (english.language, chinese.language) == ("en", "zh")
    texts = {"title", "subtitle", "description", "abstract", "author", "citation", "lang"}
    assert set(english.metadata) == set(chinese.metadata)
    for key in set(english.metadata) - texts:
        assert english.metadata[key] == chinese.metadata[key], key


def test_menus_list_the_same_pages():
    bars = {bar["id"]: bar["contents"] for bar in load_project(REPORTS).website["sidebar"]}
    english, chinese = ([entry.get("href", entry.get("contents")) for entry in bars[lang]] for lang in ("en", "zh"))
    assert [entry.removeprefix("en/") for entry in english] == [entry.removeprefix("zh/") for entry in chinese]
