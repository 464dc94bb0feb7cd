"""The project's report: every exhibit, every reference and each bulletin that the project began with has its place."""

from __future__ import annotations

import re

import pytest

from analysis.base import paths
from analysis.citing.captions import load_exhibits
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
