"""The report's pages in each language: twins that name the same numbers, exhibits and sources."""

from __future__ import annotations

import re
from itertools import product

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.renderer.languages import all_languages, language_of
from analysis.renderer.lint import lint_digits
from analysis.renderer.project import load_project
from analysis.words.catalogue import LANGS

REPORTS = paths.ROOT / "reports"
FIRST, OTHERS = LANGS[0], LANGS[1:]
# The site's first page is the English one; its twins lie with the pages of the other languages.
PAGES = {lang: {path.name: path for path in sorted((REPORTS / lang).glob("*.qmd"))} for lang in LANGS}
PAGES[FIRST] |= {"index.qmd": REPORTS / "index.qmd"}
NAMES = sorted(PAGES[FIRST])
LANG = f"(?:{'|'.join(LANGS)})"
# What all languages must name, in the order in which a page names it, but for numbers: word order differs.
NAMED = {
    "numbers": rf"\{{\{{<\s*var\s+{LANG}\.([\w-]+)\s*>\}}\}}",
    "includes": rf"\{{\{{<\s*include\s+(\S+)\.{LANG}\.md\s*>\}}\}}",
    "sections": r"^(#+ ).*?(\{[#.][^}]*\})?$",
    "references": r"@((?:fig|tbl|sec)-[\w-]+)",
    "citations": r"@((?!fig-|tbl-|sec-)[a-z]+\d{4}[a-z]?)",
    "links": rf"\]\(/(?:{LANG}/)?([\w/-]+\.qmd[^)]*)\)",
    "code": r"(?<!`)`([^`]+)`(?!`)",
}
ORDERED = ("includes", "sections")


def named(page: str, what: str) -> list[object]:
    found = re.findall(NAMED[what], page, flags=re.MULTILINE)
    return found if what in ORDERED else sorted(found)


def text_of(lang: str, name: str) -> str:
    return PAGES[lang][name].read_text(encoding="utf-8")


def test_every_page_has_a_twin_in_each_language():
    assert len(NAMES) == 8
    for lang in OTHERS:
        assert sorted(PAGES[lang]) == NAMES


@pytest.mark.parametrize(("lang", "name", "what"), list(product(OTHERS, NAMES, NAMED)))
def test_all_languages_name_the_same(lang, name, what):
    assert named(text_of(FIRST, name), what) == named(text_of(lang, name), what)


@pytest.mark.parametrize(("lang", "name"), list(product(OTHERS, NAMES)))
def test_paragraphs_correspond(lang, name):
    """Every block of one page has its counterpart in the other, with the same numbers and references in it."""
    ours, theirs = _blocks(text_of(FIRST, name)), _blocks(text_of(lang, name))
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        for what in ("numbers", "references", "citations"):
            assert named(one, what) == named(other, what), other[:60]


def _blocks(page: str) -> list[str]:
    return [block for block in page.split("\n---\n", 1)[1].split("\n\n") if block.strip()]


@pytest.mark.parametrize(("lang", "other"), [pair for pair in product(LANGS, LANGS) if pair[0] != pair[1]])
def test_pages_name_only_their_own_language(lang, other):
    for name in NAMES:
        text = text_of(lang, name)
        assert f"var {other}." not in text
        assert f".{other}.md" not in text
        assert f"](/{other}/" not in text


@pytest.mark.parametrize(("lang", "name"), list(product(LANGS, NAMES)))
def test_prose_holds_no_digits_and_ideographic_prose_no_half_width_marks(lang, name):
    assert lint_digits(PAGES[lang][name], load_project(REPORTS).prose["names"]) == []
    prose = re.sub(r"\{\{<.*?>\}\}|\]\([^)]*\)|`[^`]*`|\{[^}]*\}|@[\w-]+", "", text_of(lang, name))
    assert not re.findall(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", prose)


@pytest.mark.parametrize(("lang", "name"), list(product(OTHERS, NAMES)))
def test_twins_have_the_same_settings(lang, name):
    pages = {page.path: page for page in load_project(REPORTS).pages}
    ours, theirs = (pages[PAGES[one][name].relative_to(REPORTS).as_posix()] for one in (FIRST, lang))
    assert (ours.language, theirs.language) == (FIRST, lang)
    texts = {"title", "subtitle", "description", "abstract", "author", "citation", "lang"}
    assert set(ours.metadata) == set(theirs.metadata)
    for key in set(ours.metadata) - texts:
        assert _without_font(ours.metadata[key]) == _without_font(theirs.metadata[key]), key


def _without_font(setting: object) -> object:
    """Leave out the font, which is a language's own: a Latin one has other quotation marks."""
    if not isinstance(setting, dict):
        return setting
    return {name: _without_font(value) for name, value in setting.items() if name != "mainfont"}


def test_menus_list_the_same_pages():
    bars = {bar["id"]: bar["contents"] for bar in load_project(REPORTS).website["sidebar"]}
    links = {
        lang: [str(entry.get("href", entry.get("contents"))).removeprefix(f"{lang}/") for entry in bars[lang]]
        for lang in LANGS
    }
    assert all(links[lang] == links[FIRST] for lang in OTHERS)


def test_the_renderer_knows_every_language_of_the_catalogue():
    assert set(LANGS) <= set(all_languages())
    assert {lang: language_of(lang).name for lang in LANGS} == {"en": "English", "zh": "中文"}
    assert language_of("zh-CN") == language_of("zh")


def test_a_language_without_a_file_is_an_error():
    with pytest.raises(ProjectError, match=r"fr\.yml is missing: copy the file of en or zh"):
        language_of("fr")
