"""What others wrote into cells shows as text on every generated page, in the site and in print."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
from selectolax.lexbor import LexborHTMLParser

from analysis.base.codebook import load_codebook
from analysis.pages.bulletins_page import bulletins_page
from analysis.pages.checks_page import conflicts_page, identities_page, validation_page
from analysis.pages.includes import include_of
from analysis.pages.methods_page import breaks_page, models_page, refusals_page
from analysis.renderer.notebooks import notebook_page, read_notebook
from analysis.renderer.pandoc import MARKDOWN, run_pandoc
from analysis.words.markdown import pipe_table
from helpers.hostile import HOSTILE
from helpers.published import ESTIMATES
from pages.test_bulletins_page import BULLETIN, COPY
from pages.test_checks_page import CONFLICT, IDENTITY, NUMBERS, RESULTS
from pages.test_methods_page import BREAK

ALL = " / ".join(HOSTILE)
# Ids, dates and names of kinds have rules of their own and choose messages; all else is text.
KEPT = re.compile(r"(?:.*_id|date|published|issuer|kind|page_kind|result|handled|rule|model|table|indicator)$")


def planted(row: dict[str, object]) -> dict[str, object]:
    return {name: ALL if isinstance(cell, str) and not KEPT.match(name) else cell for name, cell in row.items()}


def frame(rows: pl.DataFrame) -> pl.DataFrame:
    return pl.DataFrame([planted(row) for row in rows.iter_rows(named=True)], infer_schema_length=None)


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("exhibits")
    table = pl.DataFrame({ALL: [ALL, None], "n": [1, 2]})
    (folder / "tbl-a.en.md").write_text(pipe_table(table, table.columns), encoding="utf-8")
    bad = COPY | {"host": ALL, "address": "javascript:alert(1)"}
    conflict = planted(CONFLICT) | {"template_en": f"{{n-1}} {ALL}"}
    parts = [
        bulletins_page([planted(BULLETIN)], [bad, COPY | {"host": ALL}], {}, load_codebook(), "en"),
        validation_page(frame(RESULTS), "en"),
        identities_page(pl.DataFrame([planted(IDENTITY)]), "en"),
        conflicts_page(pl.DataFrame([conflict]), NUMBERS, "en"),
        breaks_page([planted(BREAK)], "en"),
        models_page(frame(ESTIMATES), "en"),
        refusals_page(frame(ESTIMATES), "en"),
        include_of({"exhibit_id": "tbl-a", "kind": "table", "title_en": ALL, "caption_en": ALL}, folder, "en"),
    ]
    return "\n\n".join(parts)


def test_the_site_shows_every_text_and_carries_nothing_out(page):
    html = LexborHTMLParser(
        run_pandoc(page.encode(), {"from": f"{MARKDOWN}-smart", "to": "html5"}, Path(), "p").decode()
    )
    assert not html.css("script, img, b, sub, sup, del, .math, .callout-note, .citation, .footnote-ref, #est-a")
    links = {node.attributes["href"] for node in html.css("a")}
    assert all(link.startswith(("/", "../b/", "http://www.gov.cn/", "#")) for link in links), links
    shown = " ".join(html.body.text().split())
    assert {text: shown.count(text) for text in HOSTILE if shown.count(text) < 12} == {}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_caption_and_what_stands_for_the_picture_are_text(hostile):
    row = {"exhibit_id": "fig-a", "kind": "figure", "title_en": hostile, "caption_en": hostile, "alt_en": hostile}
    picture = include_of(row, Path(), "en")
    assert "{{<" not in picture
    html = LexborHTMLParser(
        run_pandoc(picture.encode(), {"from": f"{MARKDOWN}-smart", "to": "html5"}, Path(), "p").decode()
    )
    html.css_first(".content-visible").decompose()  # the id, in print
    assert not html.css(
        "script, b, strong strong, strong + strong, sub, sup, .math, .citation, .footnote-ref, figure a"
    )
    assert [node.attributes["src"] for node in html.css("img")] == ["/exhibits/fig-a.svg"]
    assert " ".join(html.css_first("figcaption").text().split()) == f"{hostile}. {hostile}"
    shown = html.css_first("img").attributes
    assert " ".join((shown.get("fig-alt") or shown["data-fig-alt"]).split()) == hostile.replace('"', "'")


def test_a_table_that_a_notebook_shows_is_text(tmp_path):
    """Both front ends read the executed notebook; pandas writes the table."""
    shown = pd.DataFrame({ALL: list(HOSTILE)}).to_html()
    cell = {
        "cell_type": "code", "source": "table", "metadata": {}, "execution_count": 1,
        "outputs": [{"output_type": "execute_result", "metadata": {}, "execution_count": 1,
                     "data": {"text/html": shown, "text/plain": "a table"}}],
    }  # fmt: skip
    path = tmp_path / "a.ipynb"
    path.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    path.write_text(notebook_page(path), encoding="utf-8")
    assert "{{<" not in path.read_text(encoding="utf-8")
    page = run_pandoc(read_notebook(path)[1].encode(), {"from": "ipynb", "to": "html5"}, Path(), "p").decode()
    html = LexborHTMLParser(page)
    assert not html.css("script, img, b, table a, .math, .citation")
    assert [" ".join(node.text().split()) for node in html.css("tbody td")] == [" ".join(t.split()) for t in HOSTILE]


def test_print_holds_no_code_of_a_cell(page):
    typst = run_pandoc(page.encode(), {"from": MARKDOWN, "to": "typst"}, Path(), "p").decode()
    assert "#image" not in typst and "image(" not in typst
    assert not re.search(r"(?<!\\)#panic", typst)
    assert not re.search(r"#link\(\"(?!/|http://www\.gov\.cn/)", typst)


def test_no_shortcode_is_left_for_either_front_end(page):
    assert "{{<" not in page
    assert "{{%" not in page
