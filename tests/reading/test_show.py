"""Figures as a notebook shows them."""

from __future__ import annotations

import re

from analysis.reading import read_text
from analysis.reading.show import mark_figures, tabulate, tabulate_rules, tabulate_scores

TEXT = "<b>抽查</b>政府网站120家,\n超过97.5%合格。"
FIGURES = read_text(TEXT)


def test_each_figure_is_marked_in_its_text_and_its_meaning_is_written_out():
    shown = mark_figures(TEXT, FIGURES)
    assert re.findall(r"<mark [^>]*>([^<]*)</mark>", shown) == ["120", "97.5%"]
    assert "&lt;b&gt;抽查&lt;/b&gt;" in shown
    assert "eq spot_checked_sites" in shown
    assert re.findall(r"background:(#\w+)", shown)[0] != re.findall(r"background:(#\w+)", shown)[1]
    plain = re.sub(r"<sub.*?</sub>|<(?!br)[^>]+>", "", shown).replace("<br>", "\n")
    assert plain.replace("&lt;", "<").replace("&gt;", ">") == TEXT


def test_tables_of_figures_rules_and_scores():
    table = tabulate(FIGURES)
    assert list(table["printed"]) == ["120", "97.5%"]
    assert list(table["lower"]) == [120, 97.5]
    rules = tabulate_rules(FIGURES)
    assert rules.loc["97.5%", "cue"] == "prefix"
    assert rules.loc["120", "cue"] == ""
    assert tabulate_scores({"figures": 12345, "share": 0.9876})["value"].to_list() == ["12,345", "98.8%"]
