"""Plain text comes out of pandoc letter by letter, whatever it holds and wherever it stands."""

from __future__ import annotations

import json
import random
from typing import Any

import polars as pl
import pytest

from analysis.renderer.pandoc import MARKDOWN, run_pandoc
from analysis.words.markdown import Markup, code, escape, link, pipe_table, place
from helpers.hostile import HOSTILE

PARTS = [
    *r"\`*_{}[]()<>@$^~&|:=#+-.!%/;",
    " ",
    "a",
    "b1",
    "数",
    "1.",
    "<b>",
    "&lt;",
    "](",
    "{=html}",
    "::: ",
    "[^1]",
    "^[",
]


def texts() -> list[str]:
    drawn = random.Random(12)
    return [*HOSTILE, *(" ".join("".join(drawn.choices(PARTS, k=drawn.randint(1, 9))).split()) for _ in range(1500))]


def words(node: Any) -> str:
    """The text of a syntax tree; any element that is more than text is named."""
    if isinstance(node, list):
        return "".join(map(words, node))
    if not isinstance(node, dict):
        return f"!{node}!"
    kind = node["t"]
    return {"Space": " ", "SoftBreak": " "}.get(kind) or (node["c"] if kind == "Str" else f"!{kind}!")


@pytest.fixture(scope="module")
def blocks() -> list[Any]:
    shown = [escape(text) or "x" for text in texts()]
    table = "| a | b |\n|---|---|\n" + "".join(f"| {text} | x |\n" for text in shown)
    page = "\n\n".join([table, *shown, *(f"- *a* {text}" for text in shown)])
    return json.loads(run_pandoc(page.encode(), {"from": f"{MARKDOWN}-smart", "to": "json"}, ".", "page"))["blocks"]


def test_in_cells_paragraphs_and_lists_a_text_stays_a_text(blocks):
    plain, cells = [text or "x" for text in texts()], [row[1][0][4] for row in blocks[0]["c"][4][0][3]]
    assert [words(cell[0]["c"]) for cell in cells] == plain
    assert [words(block["c"]) for block in blocks[1 : len(plain) + 1]] == plain
    items = [item for block in blocks[len(plain) + 1 :] for item in block["c"]]
    assert [words(item[0]["c"][2:]) for item in items] == plain


def test_no_shortcode_survives_even_where_quarto_reads_no_markdown():
    assert not [text for text in HOSTILE for said in (escape(text), code(text)) if "{{<" in said]


def test_ordinary_texts_and_what_is_markdown_already_stay():
    for text in (
        "2017年第二季度（36916家）",
        "running_government_sites.CN.all",
        "China's sites: 90% (over), A-B",
        "3.5",
    ):
        assert escape(text) == text
    assert escape(Markup("**a**")) == "**a**"
    assert escape("a\nb\x85c\u2028d") == "a b c d"


def test_only_addresses_of_the_web_become_links():
    assert link("a", "https://x.cn/a_(b)?c=1") == "[a](<https://x.cn/a_(b)?c=1>)"
    assert link("a", "https://x.cn/{{<a") == "a (https\\://x.cn/\\{\\{\\<a)"
    assert "](" not in link("a", "javascript:alert(1)").replace("\\](", "")


def test_a_name_with_other_signs_makes_no_place():
    assert place("a", "b-1", " .c") == "[a]{#b-1 .c}"
    assert place("a", 'b} onload="x') == "a"


def test_numbers_of_a_table_stand_at_the_right_also_as_texts():
    """Kappas and counts that a dash may stand for were set at the left, beside numbers at the right."""
    columns = {
        "Year": ["2002", "2003"], "Sites": [1, 20], "Kappa": ["0.98", "–"], "Change": ["−4", "1,204%"],
        "Period": ["2015", "2016"], "Figure": ["5,864", "over 9"], "Note": ["", ""],
    }  # fmt: skip
    table = pl.DataFrame(columns)
    rule = pipe_table(table, table.columns).splitlines()[1]
    right = [name for name, dashes in zip(columns, rule.strip("| ").split(" | "), strict=True) if dashes.endswith(":")]
    assert right == ["Sites", "Kappa", "Change"]
