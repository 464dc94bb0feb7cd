from __future__ import annotations

import polars as pl

from analysis.pages.checks_page import conflicts_page, identities_page, slips_section, validation_page

TABLE = {"table": "statements", "title": "Statements", "title_zh": "原始记录表"}
RESULTS = pl.DataFrame(
    [
        {
            "rule_id": "STA-01", **TABLE, "result": "exception", "checked": 1779, "excepted": 2,
            "why": "It holds.", "why_zh": "成立。",
            "exception_reasons": "r-1: one | r-2: two: so", "exception_reasons_zh": "r-1: 一 | r-2: 二",
        },
        {
            "rule_id": "STA-02", **TABLE, "result": "pass", "checked": 3, "excepted": 0,
            "why": "So.", "why_zh": "如此。", "exception_reasons": "", "exception_reasons_zh": None,
        },
    ]
)  # fmt: skip
IDENTITY = {
    "identity_id": "i-1", "label_en": "A | B", "label_zh": "甲乙", "left": 24820.0, "right": 29431.0,
    "difference": -4611.0, "result": "disagrees", "known": "Known.", "known_zh": "已知。",
}  # fmt: skip
CONFLICT = {
    "conflict_id": "c-1", "title_en": "A count", "title_zh": "", "handled": "chosen", "rule": "R4",
    "template_en": "One prints {n-1}, none {n-2}.", "template_zh": "有{n-1}。",
}  # fmt: skip
NUMBERS = pl.DataFrame({"number_id": ["n-1"], "display_en": ["over 90%"], "display_zh": ["超过90%"]})


def test_rules_are_listed_under_the_name_of_their_table():
    page = validation_page(RESULTS, "zh")
    assert page.startswith("## 原始记录表\n\n| 规则 | 理由 | 行数 | 结果 |")
    assert "[`STA-01`]{#rule-sta-01} | 成立。 | 1,779 | 通过，有已知例外（2） |" in page
    assert page.endswith("## 已知例外\n\n- `STA-01`, `r-1`：一\n- `STA-01`, `r-2`：二\n")


def test_no_exceptions_no_heading():
    assert "Known exceptions" not in validation_page(RESULTS[1:], "en")


def test_an_identity_that_fails_says_what_is_known():
    page = identities_page(pl.DataFrame([IDENTITY]), "en")
    assert "| [A \\| B]{#i-1} | 24,820 | 29,431 | −4,611 | disagrees. Known. |" in page


def test_a_conflict_links_its_figures_and_its_rule():
    page = conflicts_page(pl.DataFrame([CONFLICT]), NUMBERS, "en")
    assert "One prints [over 90%](/n/n-1.html){.number}, none \\{n-2\\}." in page
    assert "Handled: one chosen by a rule; Rule: [R4](/en/methods.qmd#rule-r4) · `c-1`" in page
    assert page.count("\n:::: {.conflict}\nOne prints") == page.count("\n:::\n::::\n") == 1, "it is kept on one page"


def test_a_conflict_without_a_title_or_a_rule_is_named_by_its_id():
    page = conflicts_page(pl.DataFrame([CONFLICT | {"rule": ""}]), NUMBERS, "zh")
    assert page.startswith("### c-1 {#c-1 .unnumbered .unlisted}")
    assert "处理：按规则取其一 · `c-1`" in page


def test_slips_are_told_by_group_and_kind_with_the_reason_why_none_is_found():
    row = {"group": "figure", "table": "statements", "planted": "5", "sealed": "5"}
    rows = [
        row | {"kind": "sign lost", "unsealed": "4", "by": "STA-38", "no_evidence": ""},
        row | {"kind": "cue lost", "unsealed": "0", "by": "", "no_evidence": "figure"},
    ]
    page = slips_section(rows, "en")
    assert "2 kinds were planted in a copy of the raw tables, 10 in all" in page
    assert "of the 5 slips that leave any evidence 4 are caught" in page
    assert "| `statements: sign lost` | 5 | 5 | 4 | STA-38 |" in page
    assert "| `statements: cue lost` | 5 | 5 | 0 | leaves no evidence" in page
    assert slips_section([], "en") == ""
