from __future__ import annotations

import re

import pytest
from tests.helpers.editions import bodies_in

from analysis.citing.captions import load_exhibits
from analysis.citing.sources import MOST, Sources


def row(bulletin: str = "", sources: str = "", kind: str = "observation") -> dict[str, str]:
    return {"bulletin_id": bulletin, "sources": sources, "kind": kind}


NUMBERS = {
    "n-gov": row("gov-2017q2"), "n-census": row("gov-census-2015"), "n-cnnic": row("cnnic-45"),
    "n-derived": row(sources="n-cnnic"), "est-a": row(sources="n-gov n-derived", kind="estimate"),
    "n-zhao": row("zhao-2016"),
}  # fmt: skip
ISSUERS = {"gov-2017q2": "gov-openness-office", "gov-census-2015": "gov-go", "cnnic-45": "cnnic", "zhao-2016": "zhao"}


@pytest.fixture
def sources() -> Sources:
    made = Sources(NUMBERS)
    made.__dict__["issuer_of"] = ISSUERS  # in place of the register
    return made


def test_a_line_names_each_issuer_once_by_the_number_of_its_figures(sources):
    line = sources.line(["n-gov", "n-census", "n-cnnic"], "en")
    assert line == "Sources: General Office of the State Council; CNNIC."
    assert sources.line(["n-gov"], "zh") == "资料来源：国务院办公厅。"


def test_a_name_with_commas_stays_whole(sources):
    """An edition made `Marghitu, Mou` of it."""
    assert sources.line(["n-zhao", "n-cnnic"], "en") == "Sources: CNNIC; Zhao, Marghitu and Mou."


def test_what_is_derived_names_who_printed_its_figures(sources):
    assert sources.line(["n-derived"], "en") == "Source: CNNIC."
    assert sources.line(["est-a"], "en") == "Sources: CNNIC; General Office of the State Council; own estimates."


def test_what_has_no_source_has_no_line(sources):
    assert sources.line(["n-gone"], "en") == ""


def test_many_local_issuers_are_named_together_and_a_long_line_ends():
    issuers = ["anhui-go", "guangdong-go", "henan-go", "cnnic", "ceirp", "cgtn", "sic", "scio", "isc"]
    made = Sources({f"n-{one}": row(one) for one in issuers})
    made.__dict__["issuer_of"] = {one: one for one in issuers}
    assert made.line([f"n-{one}" for one in issuers[:4]], "en") == "Sources: CNNIC; notices of local governments."
    assert made.line([f"n-{one}" for one in issuers], "en").count(";") == MOST - 1


@pytest.mark.parametrize("exhibit_id", load_exhibits())
def test_no_caption_names_its_sources_by_hand(exhibit_id: str):
    """What a hand wrote named bodies that a chart did not show, and lacked bodies that it did."""
    for lang, texts in load_exhibits()[exhibit_id].texts.items():
        for line in re.findall(r"(?:Sources?:|来源：)[^{]*?(?:\.(?: |$)|。|$)", " ".join(texts["caption"].split())):
            assert bodies_in(line, lang) == set()
