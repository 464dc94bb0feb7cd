from __future__ import annotations

import pytest

from analysis.charts import dots
from analysis.charts.marks import NO_FIGURE
from helpers.printed_figures import make_break, marked, no_figures, print_figures

RUNNING = "running_government_sites"


def sites(printed: str, period: str, **more: str) -> dict[str, str]:
    return {"indicator": RUNNING, "printed": printed, "time_period": period, **more}


def test_a_conflict_gives_a_hollow_dot_for_each_statement():
    tables = print_figures(sites("29431家", "2017-09-01"), sites("30000余家", "2017-09-01"))
    found = dots.collect_dots(*tables, RUNNING)
    assert [(d.value, d.hollow) for d in found] == [(29431, True), (30000, True)]


def test_a_figure_that_a_record_sets_apart_is_hollow_and_not_joined():
    apart = make_break(break_id="cited", kind="exclude", date="2017", statements=("s1",))
    tables = print_figures(
        sites("43143家", "2017-Q1"), sites("4万家", "2016-12"), sites("36916家", "2017-06-01"), breaks=(apart,)
    )
    found = dots.collect_dots(*tables, RUNNING)
    assert [d.hollow for d in found] == [True, False, False]
    _, axes = dots.open_chart()
    dots.join_dots(axes, found, dots.Look("k", "o"))
    assert len(marked(axes, "joined")) == 1


def test_no_line_crosses_a_definition_break():
    cut = make_break(break_id="cut", date="2018", indicator=frozenset({RUNNING}))
    rows = [sites("400家", "2016-12"), sites("300家", "2017-12"), sites("200家", "2018-12"), sites("100家", "2019-12")]
    _, axes = dots.open_chart()
    dots.join_dots(axes, dots.collect_dots(*print_figures(*rows, breaks=(cut,)), RUNNING), dots.Look("k", "o"))
    ends = [tuple(line.get_xdata()) for line in marked(axes, "joined")]
    assert all(max(pair) < 2018.01 or min(pair) > 2018.9 for pair in ends)
    assert len(ends) == 2


@pytest.mark.parametrize(
    ("printed", "drawn"),
    [
        ("29431家", {"dot"}),
        ("超过8万家", {"bounds", "printed"}),
        ("4万家", {"bounds", "printed"}),
        ("2.94万家", {"dot"}),
    ],
)
def test_bounds_are_never_points_only(printed: str, drawn: set[str]):
    _, axes = dots.open_chart()
    found = dots.collect_dots(*print_figures(sites(printed, "2017")), RUNNING)
    dots.draw_dots(axes, found, dots.Look("k", "o"), 90_000)
    assert {gid for gid in ("dot", "bounds", "printed") if marked(axes, gid)} == drawn


def test_bars_span_the_bounds():
    _, axes = dots.open_chart()
    found = dots.collect_dots(*print_figures(sites("4万家", "2016-12")), RUNNING)
    dots.draw_dots(axes, found, dots.Look("k", "o"), 90_000)
    (bar,) = marked(axes, "bounds")
    assert [y for _, y in bar.get_segments()[0]] == [35_000, 45_000]


def test_the_table_of_a_chart_holds_every_dot_with_its_number():
    tables = print_figures(sites("43143家", "2017-Q1"), sites("36916家", "2017-06-01"))
    found = dots.collect_dots(*tables, RUNNING)
    assert dots.tabulate(found)["number_id"].to_list() == dots.numbers_of(found) == ["s0", "s1"]


def test_years_are_named_in_their_middle():
    _, axes = dots.open_chart()
    dots.set_years(axes, 2015, 2018)
    names = [label.get_text() for label in axes.get_xticklabels(minor=True)]
    named = dict(zip(names, axes.get_xticks(minor=True), strict=True))
    assert named == {"2015": 2015.5, "2016": 2016.5, "2017": 2017.5}


def test_nothing_published_is_said():
    assert not dots.collect_dots(*no_figures(), RUNNING)
    assert NO_FIGURE["zh"]
