"""Prose holds no digits of its own besides dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.base import paths
from analysis.renderer.lint import lint_digits
from analysis.renderer.project import load_project

NAMES = load_project(paths.ROOT / "reports").prose["names"]

CLEAN = [
    "Since 2015 the count fell; in 2002-2023, 2017年, and (2019) too.",
    "On 1 December 2017, 2017年12月1日, 2021年3月和6月。",
    "Sites: {{< var en.n-2017q2 >}} and `x = 3`.",
    "See [the rule](https://example.org/a/12_(3)) and <https://example.org/7>.",
    "As [@sample2017, p. 31] and @gov-2017q2 say.[^2]",
    "[^2]: A note.",
    "## Heading {#sec-12}",
    "![c](/exhibits/fig-3.svg){width=80%}",
    "1. First step",
    "Web 2.0, ISO 8601 and CC BY 4.0 are names.",
    "The slope $y_2 - y_1$ and $$x^2$$ are formulas.",
    "<!-- 12 -->",
    "```\n12\n```",
    ": cap {#tbl-9}",
]
FAULTY = [
    "There are 12 rules.",
    "About 95% of them.",
    "They run 2000 sites.",
    "共有2000家网站。",
    "The 3 sites of May.",
    "到12日为止。",
    "Over ９ of them.",
    "Costs 3.5 each.",
    "the year 2017.5",
    "[12 sites](numbers.qmd)",
    "Web 2.01",
]


@pytest.mark.parametrize("line", CLEAN)
def test_what_is_no_figure_passes(tmp_path: Path, line: str) -> None:
    page = tmp_path / "page.qmd"
    page.write_text(f"---\ntitle: Years since 2015\ntoc-depth: 3\n---\n\n{line}\n", encoding="utf-8")
    assert lint_digits(page, NAMES) == []


@pytest.mark.parametrize("line", FAULTY)
def test_a_figure_typed_by_hand_is_found_in_its_line(tmp_path: Path, line: str) -> None:
    page = tmp_path / "page.qmd"
    page.write_text(f"---\ntitle: A\n---\n\nText.\n{line}\n", encoding="utf-8")
    assert lint_digits(page, NAMES) == [(6, line)]


def test_titles_are_prose_too(tmp_path: Path) -> None:
    page = tmp_path / "page.qmd"
    page.write_text("---\ntitle: The 12 rules\ntoc-depth: 2\n---\n", encoding="utf-8")
    assert lint_digits(page) == [(2, "title: The 12 rules")]


def test_of_a_long_paragraph_the_words_beside_the_digit_are_shown(tmp_path: Path) -> None:
    page = tmp_path / "page.qmd"
    page.write_text(
        f"{'Words before it. ' * 20}In 2020 some 12 sites closed.{' Words after it.' * 20}\n", encoding="utf-8"
    )
    ((_, said),) = lint_digits(page)
    assert "some 12 sites closed." in said
    assert len(said) < 120
