from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from analysis.base import shelf
from analysis.citing import cards
from analysis.pages import permanent
from analysis.pages.folders import FOLDERS
from analysis.pages.permanent import write_permanent_pages
from analysis.renderer.links import broken_links
from helpers.published import BULLETIN, COPY, EXHIBIT, OBSERVATION, POINT, REFUSED, sample_records

EVIL = '<script>alert("x")</script>'
SAFE = "&lt;script&gt;"


def full_records():
    """The sample, with the columns that only pages read."""
    records = sample_records()
    ends = {"period_end": "2020-12-31"}
    second = OBSERVATION | {
        "observation_id": "a-2021-running",
        "time_period": "2021",
        "statement_id": "",
        "bulletin_id": "",
    }
    third = second | {"observation_id": "a-2022-running", "time_period": "2022"}
    records.observations = {n: row | ends for n, row in records.observations.items()} | {
        row["observation_id"]: row | ends for row in (second, third)
    }
    apart = POINT | {"series_id": "running_government_sites.CN.all.from-2022"}
    records.points_of = {"a-2020-running": [POINT], "a-2021-running": [POINT], "a-2022-running": [apart]}
    for name in ("a-2021-running", "a-2022-running"):
        records.numbers[name] = records.numbers["a-2020-running"] | {"bulletin_id": ""}
    records.bulletins = {"a-2020": BULLETIN | {"published_basis": "page", "period": "2020", "citation_note": ""}}
    records.exhibits = {"fig-a": EXHIBIT | {"kind": "figure", "alt_en": "A line.", "alt_zh": "一条线。"}}
    statement = records.statements["a-2020-running"] | {"locator": "item 3", "printed": EVIL}
    records.statements = {"a-2020-running": statement}
    records.variants_of = {
        "est-a-rate": [
            {"headline_id": "est-a-rate", "variant": "bounds: wide", "variant_zh": "宽区间", "value": None,
             "lower": None, "upper": None, "refused": True, "note": "Too few.", "note_zh": "过少。"},
            {"headline_id": "est-a-rate", "variant": "without a-2020", "variant_zh": "去除", "value": 2.0,
             "lower": 1.5, "upper": None, "refused": False, "note": "", "note_zh": ""},
        ]
    }  # fmt: skip
    return records


GONE = {"a-2019-running": {"replaced_by": "a-2020-running", "reason": "Counted anew.", "reason_zh": "重新统计。"}}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("permanent")
    with pytest.MonkeyPatch.context() as patched:
        for module in (cards, permanent):
            patched.setattr(module, "withdrawn", lambda: GONE)
        write_permanent_pages(folder, full_records())
    return folder


def test_a_withdrawn_number_keeps_its_page_and_leads_to_what_replaced_it(pages):
    page = article(pages, "n/a-2019-running")
    assert "Counted anew." in page.text()
    assert page.css_first('td a[href="../n/a-2020-running.html"]') is not None


def article(pages, place, lang="en"):
    return LexborHTMLParser((pages / f"{place}.html").read_text(encoding="utf-8")).css_first(f"article#{lang}")


def test_every_kind_of_record_has_its_page(pages):
    found = {kind: {path.stem for path in (pages / kind).iterdir()} for kind in FOLDERS}
    assert found["n"] == {
        "a-2020-running",
        "a-2021-running",
        "a-2022-running",
        "a-2020-derived",
        "est-a-rate",
        "est-b-rate",
        *GONE,
    }
    assert (found["b"], found["s"], found["x"]) == ({"a-2020"}, {"running_government_sites"}, {"fig-a"})
    assert "anhui-go" in found["i"]
    assert "consolidation" in found["t"]


def test_a_number_states_value_bounds_words_source_series_and_citation_in_each_language(pages):
    english, chinese = (article(pages, "n/a-2020-running", lang) for lang in ("en", "zh"))
    assert english.css_first(".value").text() == "over 90% 90% to 100%"
    assert chinese.css_first(".value").text().startswith("超过90%")
    text = english.text()
    for part in ("(90, 100]", "item 3", "皖政办〔2020〕1号", "official page, clean", "After 2021: over 90%"):
        assert part in text
    assert len(english.css("svg.drawing")) == 2
    assert [summary.text() for summary in english.css("summary")] == [
        "Text", "GB/T 7714-2015", "BibTeX", "BibLaTeX", "RIS", "CSL-JSON",
    ]  # fmt: skip
    assert "over 90% (90% to 100%)" in english.css_first("pre").text()
    assert EVIL in english.css_first("dd.printed").text()  # what the search of the site goes through
    assert chinese.css_first("dl span[lang]") is None
    assert english.css_first("dl span[lang=zh]").text()


def test_the_picture_of_a_number_holds_its_own_segment_alone(pages):
    page = article(pages, "n/a-2021-running")
    assert "The 2 figures counted in this way" in page.text()
    assert [link.attributes["href"] for link in page.css(".neighbours a")] == ["../n/a-2020-running.html"]
    assert "counted in this way" not in article(pages, "n/a-2022-running").text()


def test_an_interval_says_what_it_is(pages):
    printed, rate = (article(pages, f"n/{name}") for name in ("a-2020-running", "est-a-rate"))
    assert "filled ends belong to them" in printed.css_first("figcaption").text()
    assert rate.css_first("figcaption").text() == (
        "The interval at the level of 95%, on a scale. The tick is the estimate."
    )
    assert "−11% to −9% a year (level 95%)" in rate.css_first("dl").text()
    assert rate.css_first("circle") is None


def test_an_estimate_leads_to_its_inputs_and_says_what_was_refused(pages):
    page = article(pages, "n/est-a-rate")
    assert page.css_first('td a[href="../n/a-2020-running.html"]') is not None
    variants = page.css_first("#variants-en").parent.text()
    assert "bounds: wide" in variants
    assert "1.5" in variants  # an end that is null is open: an edition's page once stopped there
    assert article(pages, "n/est-b-rate").css_first(".value").text() == "refused"


def test_a_bulletin_lists_its_figures_and_an_exhibit_its_numbers(pages):
    assert article(pages, "b/a-2020", "zh").css_first('td a[href="../n/a-2020-running.html#zh"]') is not None
    assert article(pages, "x/fig-a").css_first('td a[href="../n/est-a-rate.html"]') is not None
    assert article(pages, "x/fig-a", "zh").css_first("img").attributes == {
        "src": "../exhibits/fig-a.zh.svg", "alt": "一条线。", "loading": "lazy",
    }  # fmt: skip
    assert article(pages, "x/fig-a").css_first("figure.picture > a.enlarge > img") is not None


def test_days_and_short_figures_stand_on_one_line(pages):
    """On a phone a day of a list of bulletins stood on three lines."""
    rows = [
        row for path in pages.rglob("*.html") for row in LexborHTMLParser(path.read_text(encoding="utf-8")).css("td")
    ]
    days = [cell for cell in rows if re.fullmatch(r"\d{4}-\d\d-\d\d", cell.text())]
    assert days and all(cell.attributes.get("class") == "whole" for cell in days)
    assert all(len(cell.text()) <= 24 for cell in rows if cell.attributes.get("class") == "whole")


def test_cells_are_text_and_nothing_is_asked_of_the_network(pages):
    for path in pages.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert EVIL not in text
        assert not re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//', text)
    assert SAFE in (pages / "n/a-2020-running.html").read_text(encoding="utf-8")


def test_links_between_the_pages_lead_somewhere(pages):
    own = [fault for fault in broken_links(pages) if re.search(r"to \.\./[nbsxit]/", fault)]
    assert own == []


def test_only_what_changed_is_written_and_what_is_gone_is_removed(pages):
    page = pages / "b/a-2020.html"
    before = page.stat().st_mtime_ns
    records = full_records()
    del records.numbers["est-a-rate"], records.estimates["est-a-rate"]
    write_permanent_pages(pages, records)
    assert page.stat().st_mtime_ns == before
    assert not (pages / "n/est-a-rate.html").exists()
    assert REFUSED["estimate_id"] in {path.stem for path in (pages / "n").iterdir()}
    assert COPY["address"] in (pages / "b/a-2020.html").read_text(encoding="utf-8")


EDITS = [
    ("statements", "a-2020-running", {"locator": "item 4"}),
    ("bulletins", "a-2020", {"title_en": "Another notice"}),
    ("numbers", "a-2021-running", {"display_en": "over 91%"}),
    ("observations", "a-2021-running", {"confidence": "low"}),
    ("observations", "a-2021-running", {"indicator": "annual_hotline_service_volume"}),
    ("estimates", "est-b-rate", {"label_zh": "另一模型"}),
    ("exhibits", "fig-a", {"numbers": "a-2021-running"}),
    ("copies_of", "a-2020", None),
]


@pytest.mark.parametrize(("table", "key", "edit"), EDITS)
def test_after_any_edit_pages_have_the_bytes_of_fresh_ones_and_few_are_made(table, key, edit, tmp_path, monkeypatch):
    """Nobody lists what a page follows from: it is what the page read when it was made."""
    monkeypatch.setattr(shelf, "FOLDER", tmp_path / "shelves")
    monkeypatch.setattr(shelf, "STEP", "code")
    write_permanent_pages(tmp_path / "warm", full_records())

    def edited():
        records = full_records()
        rows = getattr(records, table)
        row = rows.pop(key)
        if edit:
            rows[key] = row | edit
        return records

    made, write = [], permanent._write
    monkeypatch.setattr(permanent, "_write", lambda *given: made.append(given[-1]) or write(*given))
    write_permanent_pages(tmp_path / "warm", edited())
    anew = len(made)
    monkeypatch.setattr(shelf, "STEP", "")
    write_permanent_pages(tmp_path / "cold", edited())
    warm, cold = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.html")}
        for name in ("warm", "cold")
    )
    assert warm == cold
    assert 0 < anew < len(made) - anew


def test_a_page_that_was_edited_is_made_again_and_one_of_a_copied_project_stands(tmp_path, monkeypatch):
    monkeypatch.setattr(shelf, "FOLDER", tmp_path / "shelves")
    monkeypatch.setattr(shelf, "STEP", "code")
    write_permanent_pages(tmp_path, full_records())
    edited, copied = tmp_path / "b/a-2020.html", tmp_path / "n/est-a-rate.html"
    whole = edited.read_bytes()
    edited.write_bytes(whole[::-1])
    copied.write_bytes(copied.read_bytes())
    made, write = [], permanent._write
    monkeypatch.setattr(permanent, "_write", lambda *given: made.append(given[3]) or write(*given))
    write_permanent_pages(tmp_path, full_records())
    assert made == ["a-2020"]
    assert edited.read_bytes() == whole
