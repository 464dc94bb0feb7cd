from __future__ import annotations

import polars as pl

from analysis.pages.methods_page import breaks_page, models_page, refusals_page, rules_page
from analysis.reconciling.rules import RULES
from helpers.published import ESTIMATES

BREAK = {
    "break_id": "b-2019", "date": "2019-04", "indicator": "x y", "label_en": "New indicators", "label_zh": "指标更换",
    "reason_en": "They changed.", "reason_zh": "已变。",
}  # fmt: skip


def test_every_rule_has_an_anchor():
    page = rules_page("en")
    assert all(f"{{#rule-{name.lower()}}}" in page for name in RULES)


def test_breaks_stand_in_order_of_time():
    page = breaks_page([BREAK, BREAK | {"break_id": "b-2017", "date": "2017"}], "zh")
    assert page.index("b-2017") < page.index("b-2019")
    assert "- [**指标更换**]{#break-b-2019}（2019-04；`x`、`y`）。已变。" in page


def test_models_have_names_in_each_language():
    page = models_page(ESTIMATES, "zh")
    assert page.startswith(
        "### 对数线性\n\n1项估计，1项未予估计。\n\n- 方法：最小二乘\n- 假设：水平成立\n- 文献：Gauss 1809"
    )


def test_a_work_that_two_methods_share_is_named_once():
    shared = ESTIMATES[:1].with_columns(method=pl.lit("weighted"), reference=pl.lit("Aitken 1935; Gauss 1809"))
    assert models_page(pl.concat([ESTIMATES, shared]), "en").endswith("- Reference: Gauss 1809; Aitken 1935\n")


def test_refusals_say_why():
    assert refusals_page(ESTIMATES, "en") == "- `est-b-rate`: Too few.\n"
    assert refusals_page(ESTIMATES[:1], "en") == "No model was refused.\n"
