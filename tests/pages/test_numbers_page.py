from __future__ import annotations

from pathlib import Path

import polars as pl
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


def test_an_upper_end_that_is_not_there_cannot_be_named():
    """The edition of 2020 could not be built: the prose of today names an end that its number did not have."""
    open_above = NUMBERS.with_columns(pl.lit(None, pl.Float64).alias("upper"))
    pages = {PAGE: "{{< var en.est-a-rate--upper >}}"}
    with pytest.raises(UnknownName, match="est-a-rate--upper"):
        variables(open_above, pages)
    assert variables(open_above, pages, partly=True) == {"en": {}, "zh": {}}


def test_an_unknown_number_names_page_and_near_ids_unless_an_edition_may_lack_it():
    pages = {PAGE: "{{< var en.a-2020-runing >}}"}
    with pytest.raises(UnknownName, match=r"reports/en/report\.qmd.*a-2020-running"):
        variables(NUMBERS, pages)
    assert variables(NUMBERS, pages, partly=True) == {"en": {}, "zh": {}}


def test_the_index_lists_estimates_and_leads_to_the_figures_of_each_indicator():
    page = numbers_page(LISTED, "en")
    theme = "## [Government websites and their consolidation](/t/consolidation.html)"
    assert page.index("\n\n## Estimates") < page.index(theme)
    link = "[[`est-a-rate`](/n/est-a-rate.html){.permanent}]{#n-est-a-rate}"
    assert f"| {link} | −10% a year | −11% to −9% a year | Sites: rate | loglinear, n = 5 |" in page
    assert "(/s/running_government_sites.html) | 2020 | 2 |" in page
    assert "a-2020-running" not in page
    assert "est-b-rate" not in page


def test_an_old_address_of_a_row_still_leads_to_its_number():
    assert "location.replace(`../n/${id}.html`)" in numbers_page(LISTED, "en")
    assert "location.replace(`../n/${id}.html#zh`)" in numbers_page(LISTED, "zh")


def test_what_only_mirrors_show_says_so_in_its_row():
    page = cited_page(["a-2020-running", "a-2020-derived"], LISTED, "en")
    assert "[a-2020](/b/a-2020.html) |" in page
    assert "`a-2020-running b` (mirrors only) |" in page
    assert page.count("mirrors only") == 1


def test_the_appendix_of_a_page_holds_what_it_names():
    page = cited_page(cited_numbers("{{< var zh.a-2020-running >}}"), LISTED, "zh")
    assert "[[`a-2020-running`](/n/a-2020-running.html#zh){.permanent}]{#n-a-2020-running} | 超过90% |" in page
    assert "est-a-rate" not in page
