from __future__ import annotations

from pathlib import Path

import pytest

from analysis.base.codebook import load_codebook
from analysis.base.errors import UnknownName
from analysis.citing.numbers import make_numbers
from analysis.pages.numbers_page import Listed, cited_numbers, cited_page, numbers_page, variables
from helpers.published import ESTIMATES, OBSERVATIONS

NUMBERS = make_numbers(OBSERVATIONS, ESTIMATES, {"running_government_sites": "consolidation"})
LISTED = Listed(NUMBERS, OBSERVATIONS, ESTIMATES, load_codebook())
PAGE = Path("en/report.qmd")


def test_variables_are_those_that_the_prose_names():
    pages = {PAGE: "{{< var en.a-2020-running >}} and {{< var en.est-a-rate--interval >}}, {{< var zh.est-a-rate >}}"}
    assert variables(NUMBERS, pages) == {
        "en": {
            "a-2020-running": "[over 90%](/n/a-2020-running.html){.number}",
            "est-a-rate--interval": "[−11% to −9% a year](/n/est-a-rate.html){.number}",
        },
        "zh": {"est-a-rate": "[每年−10%](/n/est-a-rate.html#zh){.number}"},
    }


def test_the_upper_end_can_be_named():
    found = variables(NUMBERS, {PAGE: "{{< var en.est-a-rate--upper >}}"})
    assert found["en"]["est-a-rate--upper"].startswith("[−9% a year]")


def test_an_unknown_number_names_page_and_near_ids_unless_an_edition_may_lack_it():
    pages = {PAGE: "{{< var en.a-2020-runing >}}"}
    with pytest.raises(UnknownName, match=r"reports/en/report\.qmd.*a-2020-running"):
        variables(NUMBERS, pages)
    assert variables(NUMBERS, pages, partly=True) == {"en": {}, "zh": {}}


def test_the_appendix_lists_estimates_first_and_links_to_bulletins():
    page = numbers_page(LISTED, "en")
    assert page.index("## Estimates") < page.index("## Government websites and their consolidation")
    link = '<a href="../n/est-a-rate.html" class="permanent"><code>est-a-rate</code></a>'
    assert f'<tr><td><span id="est-a-rate">{link}</span></td><td>−10% a year</td>' in page
    assert "<td>−11% to −9% a year</td><td>Sites: rate</td><td>loglinear, n = 5</td>" in page
    assert '<a href="../b/a-2020.html">a-2020</a>' in page
    # What only mirrors show says so in its row.
    assert "<code>a-2020-running b</code> (mirrors only)" in page
    assert page.count("mirrors only") == 1
    assert "est-b-rate" not in page


def test_the_appendix_of_a_page_holds_what_it_names():
    page = cited_page(cited_numbers("{{< var zh.a-2020-running >}}"), LISTED, "zh")
    assert "[[`a-2020-running`](/n/a-2020-running.html#zh){.permanent}]{#n-a-2020-running} | 超过90% |" in page
    assert "est-a-rate" not in page
