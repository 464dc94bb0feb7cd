"""Round trips: what a reference manager reads from our BibTeX, BibLaTeX, RIS and CSL is what was written."""

from __future__ import annotations

import json

import pypandoc
import pytest

from analysis.base.errors import UnknownName
from analysis.citing.citations import accessed_on, csl_of_bulletin, csl_of_item, csl_of_project, load_project
from analysis.citing.formats import STYLES, format_citation

PROJECT = load_project() | {"site": "https://example.org/"}
TITLE = "Share of websites, 50% & more_{of} #1, China, 2022: over 90% (90% to 100%)"
NUMBER = csl_of_item("a-2020-share", TITLE, PROJECT, "n/a-2020-share")
BULLETIN = csl_of_bulletin(
    {"bulletin_id": "a-2020", "published": "2020-02-03", "title": "关于网站的通报", "title_en": "Notice on websites",
     "kind": "spot_check", "language": "zh", "document_no": "皖政办〔2020〕1号"}, "安徽省人民政府办公厅", "http://www.ah.gov.cn/a_b",
)  # fmt: skip
RECORDS = [NUMBER, BULLETIN, BULLETIN | {"id": "b-2020", "type": "document"}, csl_of_project(PROJECT)]
KEPT = ("title", "URL", "number", "version", "container-title", "note")


def lost(record: dict, read: object) -> dict:
    """Return what of a record does not stand in what was read of it."""
    values = json.dumps(read, ensure_ascii=False).replace("’", "'")
    texts = {name: record[name] for name in KEPT if name in record} | {"author": record["author"][0]["literal"]}
    return {name: text for name, text in texts.items() if text.lower() not in values.lower()}


@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
def test_nothing_is_lost_on_the_way_through_tex(style):
    read = json.loads(pypandoc.convert_text(format_citation(RECORDS, style), "csljson", format=style))
    assert [lost(record, back) for record, back in zip(RECORDS, read, strict=True)] == [{}] * len(RECORDS)
    assert read[1]["issued"] == {"date-parts": [[2020, 2] if style == "bibtex" else [2020, 2, 3]]}


def test_pybtex_reads_every_entry_with_the_fields_that_its_kind_requires():
    from pybtex.database import parse_string

    required = {"incollection": ("booktitle", "publisher"), "techreport": ("institution",), "misc": ("howpublished",)}
    entries = parse_string(format_citation(RECORDS, "bibtex"), "bibtex").entries
    assert list(entries) == [record["id"] for record in RECORDS]
    for entry in entries.values():
        assert {"title", "year", *required[entry.type]} <= set(entry.fields)
        assert entry.persons["author"][0].last_names, "the name of a body is one name"


def test_nothing_is_lost_on_the_way_through_ris():
    import rispy

    read = rispy.loads(format_citation(RECORDS, "ris"))
    assert [lost(record, back) for record, back in zip(RECORDS, read, strict=True)] == [{}] * len(RECORDS)
    assert [back["type_of_reference"] for back in read] == ["DATA", "RPRT", "GEN", "DATA"]


def test_csl_is_the_record_itself_and_citeproc_sets_it():
    text = format_citation(RECORDS, "csl-json")
    assert json.loads(text) == RECORDS
    options = ["--citeproc", "--wrap=none"]
    assert "over 90%" in pypandoc.convert_text(text, "plain", format="csljson", extra_args=options).lower()


def test_references_in_words_state_title_value_version_and_address():
    text = format_citation([NUMBER], "text")
    for part in (TITLE, f"Version {PROJECT['version']}", "Number a-2020-share", "https://example.org/n/a-2020-share"):
        assert part in text
    assert "[DS/OL]//" in format_citation([NUMBER], "gbt7714", "zh")


def test_a_page_is_cited_with_the_day_on_which_it_was_seen_as_the_standard_asks():
    """The note stood between year and address, where the standard has nothing."""
    seen = accessed_on(BULLETIN, "2026-11-26")
    assert format_citation([seen], "gbt7714", "zh") == (
        "安徽省人民政府办公厅. Notice on websites: 关于网站的通报: 皖政办〔2020〕1号[R/OL]. 安徽省人民政府办公厅, "
        "2020[2026-11-26]. http://www.ah.gov.cn/a_b.\n"
    )
    assert "urldate = {2026-11-26}" in format_citation([seen], "biblatex")
    assert "Y2  - 2026/11/26/" in format_citation([seen], "ris")
    number = format_citation([NUMBER], "gbt7714")
    assert f", {PROJECT['date'][:4]}[{PROJECT['date']}]. https://example.org/n/a-2020-share. Number a-2020" in number


def test_an_unknown_style_offers_near_ones():
    with pytest.raises(UnknownName, match="bibtex"):
        format_citation([NUMBER], "bibtx")
    assert next(iter(STYLES)) == "text"
