"""The project's report: every exhibit, every reference and each bulletin that the project began with has its place."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from tests.helpers.editions import bodies_in, counts_in, places_in, published, unknown_names

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.citing.captions import load_exhibits
from analysis.citing.exhibits import trimmed
from analysis.citing.trimming import MARK, NO_FIGURE, named_in, rests_on, sentences_of, trim_page
from analysis.cleaning.statements import load_statements
from analysis.words.catalogue import LANGS

FIRST_FIVE = ("ceirp-2015", "ceirp-2017", "ccid-2022", "ceirp-2022", "fujian-2023")


def read_pages(lang: str) -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in sorted((paths.SOURCES / lang).glob("*.qmd")))


@pytest.mark.parametrize("lang", LANGS)
def test_every_exhibit_is_shown_or_linked(lang: str):
    """Six exhibits were drawn and captioned, and no page of the report led to them."""
    text = read_pages(lang)
    lost = [name for name in load_exhibits() if f"/_{name}." not in text and f"(/x/{name}.html)" not in text]
    assert lost == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_reference_is_printed(lang: str):
    """Two of twenty were: pandoc prints what a page cites."""
    listed = re.findall(r"^@\w+\{(\w+),", (paths.SOURCES / "references.bib").read_text(encoding="utf-8"), re.MULTILINE)
    cited = set(re.findall(r"@(\w+)", (paths.SOURCES / lang / "methods.qmd").read_text(encoding="utf-8")))
    assert listed
    assert set(listed) <= cited


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("bulletin", FIRST_FIVE)
def test_each_of_the_first_five_bulletins_has_a_number_in_the_prose(bulletin: str, lang: str):
    own = {one.statement_id for one in load_statements(paths.RAW / "statements.csv") if one.bulletin_id == bulletin}
    prose = (paths.SOURCES / lang / "report.qmd").read_text(encoding="utf-8")
    assert own & set(re.findall(rf"var {lang}\.([a-z0-9-]+?)(?:--\w+)? >", prose))


def sentences(page: str) -> list[str]:
    """Return the sentences of a page as written, with its headings, front matter and items."""
    return [one for block in page.split("\n\n") for one in sentences_of(block)]


def uncounted(page: str) -> list[str]:
    """Return the sentences that count more things in words than stand behind what they name."""
    return [one for one in sentences(page) if NO_FIGURE not in MARK.findall(one)
            and len(published().figures(named_in(one))) < max(counts_in(one), default=0)]  # fmt: skip


@pytest.mark.parametrize("name", ("report.qmd", "methods.qmd"))
def test_marks_name_what_there_is_and_both_languages_bear_the_same(name: str):
    by_lang = {lang: MARK.findall((paths.SOURCES / lang / name).read_text(encoding="utf-8")) for lang in LANGS}
    known = {*published().parts, *(row["bulletin_id"] for row in read_rows(paths.RAW / "bulletins.csv"))}
    assert [one for marks in by_lang.values() for mark in marks for one in rests_on(mark) if one not in known] == []
    assert len({frozenset(Counter(marks).items()) for marks in by_lang.values()}) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_that_names_a_place_names_a_figure_of_it(lang: str):
    """Editions of early years spoke of Qinghai and Fujian, whose sentences named no number."""
    astray = {
        one: missing
        for one in sentences((paths.SOURCES / lang / "report.qmd").read_text(encoding="utf-8"))
        if (missing := places_in(one, lang) - published().areas(named_in(one)))
    }
    assert astray == {}


@pytest.mark.parametrize("lang", LANGS)
def test_a_count_in_words_names_at_least_as_many_figures(lang: str):
    """`The largest of five differences` stood in an edition that knew three of them."""
    assert uncounted((paths.SOURCES / lang / "report.qmd").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("year", ("2009", "2014", "2017", "2020"))
@pytest.mark.parametrize("lang", LANGS)
def test_the_prose_of_an_edition_names_nothing_that_no_bulletin_of_it_holds(lang: str, year: str):
    known, later = published().known(year), unknown_names(year)
    for name in ("report.qmd", "methods.qmd"):
        page, _ = trim_page((paths.SOURCES / lang / name).read_text(encoding="utf-8"), known)
        prose = re.sub(r"<!--.*?-->|\{\{<.*?>\}\}|\{[^{}]*\}|\]\([^)]*\)|`[^`]*`", "", page)
        assert bodies_in(prose, lang) & later == set()
        assert places_in(prose, lang) <= published().areas(sorted(known.numbers))
        assert {*re.findall(r"@(sec-[a-z0-9-]+)", page)} <= {*re.findall(r"\{#(sec-[a-z0-9-]+)", page)}
        assert {*re.findall(r"@((?:fig|tbl)-[a-z0-9-]+)", page)} <= {*re.findall(r"/_((?:fig|tbl)-[a-z0-9-]+)\.", page)}
        assert uncounted(page) == []


@pytest.mark.parametrize("year", ("2009", "2014", "2017", "2020"))
@pytest.mark.parametrize("exhibit_id", load_exhibits())
def test_the_texts_of_an_exhibit_of_an_edition_name_nothing_that_it_does_not_show(exhibit_id: str, year: str):
    known, later = published().known(year), unknown_names(year)
    shown = published().areas(sorted({*published().parts[exhibit_id]} & known.numbers))
    for lang, texts in trimmed(load_exhibits()[exhibit_id], known).texts.items():
        if exhibit_id in known.exhibits:
            text = f"{texts['title']} {texts['caption']}"
            assert (bodies_in(text, lang) & later, places_in(text, lang) - shown) == (set(), set())
        else:
            assert texts["title"] == texts["caption"]
