"""Coverage and exactness: what is counted equals the tables, and a gap stays a gap."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.charts import coverage, identities, tallies
from analysis.charts.style import chart_style
from helpers.chart_rows import drawn, markers, observe, table, words

LANGS = ("en", "zh")
ROWS = table(
    observe("smart_qa_adoption", "2022", 90, comparator="gt", upper=100.0),
    observe("smart_qa_adoption", "2022", 70, lower=69.5, upper=70.5),
    observe("website_ownership_rate", "2004", 10, lower=9.5, upper=10.5),
    observe(
        "running_government_sites", "2016-12", 40000, lower=35000.0, upper=45000.0, rounded=True, unit="count:site"
    ),
)
IDENTITIES = pl.DataFrame(
    [
        {"identity_id": name, "kind": "sum", "label_en": f"Sum {name}", "label_zh": f"合计{name}", "left": left,
         "left_lower": left, "left_upper": left, "right": 100.0, "right_lower": 100.0, "right_upper": 100.0,
         "difference": left - 100, "unit": "count:site", "result": result, "known": "", "known_zh": "", "terms": ""}
        for name, left, result in (("a", 100.0, "holds"), ("b", 99.0, "off_by_one"), ("c", 120.0, "disagrees"))
    ]
)  # fmt: skip


@pytest.fixture(autouse=True)
def _style():
    with chart_style():
        yield


def test_coverage_counts_figures_by_theme_and_year():
    cells = tallies.tally_coverage(ROWS)
    assert cells.rows() == [("consolidation", 2016, 1), ("ownership", 2004, 1), ("smart_qa", 2022, 2)]


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_without_a_figure_is_a_dot(lang):
    with drawn(coverage.draw_coverage(tallies.tally_coverage(ROWS), lang)) as figure:
        cells = [text.get_text() for text in figure.axes[0].texts]
        assert len(cells) == 3 * 19
        assert sorted(cells)[:3] == ["1", "1", "2"]
        assert cells.count("·") == len(cells) - 3


@pytest.mark.parametrize("lang", LANGS)
def test_bulletins_are_counted_where_they_have_a_figure(lang):
    bulletins = pl.DataFrame(
        {"bulletin_id": ["test-2020", "none-2019"], "kind": ["evaluation", "survey"], "published": ["2020-12", "2019"]}
    )
    cells = tallies.tally_bulletins(bulletins, ROWS)
    assert cells.rows() == [("evaluation", 2020, 1)]
    with drawn(coverage.draw_bulletins(cells, lang)) as figure:
        assert "2020" in words(figure)


def test_exactness_of_counts_and_shares():
    cells = tallies.tally_comparators(ROWS)
    found = {(row["quantity_en"], row["exactness"]): row["figures"] for row in cells.iter_rows(named=True)}
    assert found == {("Counts", "rounded"): 1, ("Shares", "exact"): 2, ("Shares", "over"): 1}


@pytest.mark.parametrize("lang", LANGS)
def test_bars_of_exactness_add_up(lang):
    with drawn(coverage.draw_comparators(tallies.tally_comparators(ROWS), lang)) as figure:
        widths = [patch.get_width() for patch in figure.axes[0].patches]
        assert round(sum(widths), 1) == 200.0


@pytest.mark.parametrize("lang", LANGS)
def test_copies_by_kind_and_condition(lang):
    copies = pl.DataFrame(
        {
            "bulletin_id": ["test-2020"] * 3,
            "page_kind": ["news", "news", "mirror"],
            "condition": ["clean", "damaged", "clean"],
        }
    )
    with drawn(coverage.draw_copies(tallies.tally_copies(copies, ROWS), lang)) as figure:
        assert sum(patch.get_width() for patch in figure.axes[0].patches) == 3


@pytest.mark.parametrize("lang", LANGS)
def test_identities_that_disagree_are_named(lang):
    with drawn(identities.draw_identities(IDENTITIES, lang)) as figure:
        assert [x for x, _ in markers(figure.axes[0])] == [-1.0, 0.0, 20.0]
        assert {"en": "Sum c", "zh": "合计c"}[lang] in words(figure)
        assert {"en": "Sum b", "zh": "合计b"}[lang] not in words(figure)


@pytest.mark.parametrize("lang", LANGS)
def test_an_edition_without_figures_says_so(lang):
    nothing = {"en": "No figure published by then", "zh": "截至当时尚无已发布的数字"}[lang]
    for figure in (
        coverage.draw_coverage(tallies.tally_coverage(table()), lang),
        coverage.draw_comparators(tallies.tally_comparators(table()), lang),
        identities.draw_identities(IDENTITIES.clear(), lang),
    ):
        with drawn(figure):
            assert nothing in words(figure)


@pytest.mark.parametrize(
    ("printed", "qualifier", "comparator", "unit", "rounded", "rule"),
    [
        ("36916家", "", "eq", "count:site", False, "exact_count"), ("62.5%", "", "eq", "percent", True, "exact_share"),
        ("4万家", "", "eq", "count:site", True, "rounded"), ("超过90%", "", "gt", "percent", False, "gt"),
        ("近80.", "", "approx", "percent", False, "near"), ("75%", "约", "approx", "percent", False, "about"),
        ("数万条", "", "approx", "count:item", False, "several"), ("均已", "", "eq", "percent", False, "words"),
    ],
)  # fmt: skip
def test_prints_are_named_by_their_rule(printed, qualifier, comparator, unit, rounded, rule):
    assert tallies.name_rule(printed, qualifier, comparator, unit, rounded) == rule


def test_rule_table_shows_print_and_bounds():
    statements = pl.DataFrame(
        {"statement_id": ROWS["statement_id"], "printed": ["超过90%", "70%", "10%", "4万"], "qualifier": [None] * 4}
    )
    rules = tallies.show_rules(ROWS, statements)
    bounds = dict(rules.select("rule", "bounds").rows())
    assert bounds == {"exact_share": "[69.5, 70.5]", "rounded": "[35,000, 45,000]", "gt": "[90, 100]"}
    assert dict(rules.select("rule", "figures").rows()) == {"exact_share": 2, "rounded": 1, "gt": 1}
    assert dict(rules.select("rule", "narrow").rows())["gt"] == "(90, 95)"


def test_rules_are_summed_by_table():
    checks = pl.DataFrame({
        "rule_id": ["A-01", "A-02", "A-03"], "table": ["areas"] * 3, "severity": ["critical", "critical", "warning"],
        "result": ["pass", "exception", "fail"], "checked": [9, 9, 9], "excepted": [0, 1, 0],
        "excepted_rows": ["", "x-1", ""], "exception_reasons": ["", "x-1: because: so", ""],
        "exception_reasons_zh": ["", "x-1: 因为", ""], "why": ["w"] * 3, "why_zh": ["由"] * 3,
    })  # fmt: skip
    assert tallies.tally_rules(checks).rows() == [("areas", 3, 1, 1, 0, 1, 9, 1)]
    exceptions = tallies.list_exceptions(checks)
    assert exceptions.select("row", "reason_en", "reason_zh").rows() == [("x-1", "because: so", "因为")]
