"""Rows: figures with their bounds, first and last figures, and variants."""

from __future__ import annotations

import pytest

from analysis.charts.declarations import Axis, Panel
from analysis.charts.drawn import Drawn
from analysis.charts.forms import rows
from helpers.exhibits import declare, field_of
from helpers.printed_figures import marked


def row(label: str, value: float | None, **fields: object) -> Drawn:
    ends = {} if value is None else {"lower": value, "upper": value}
    return Drawn(**{"label": label, "series": "a", "value": value, "unit": "percent", **ends, **fields})


def open_panel(*drawn: Drawn, **panel: object):
    return field_of(declare(usual=Panel(**{"form": "rows_of_bounds", "axis": Axis(), **panel})), drawn)


def texts(panel) -> list[str]:
    return [text.get_text() for text in marked(panel.axes, "label")]


def test_rows_run_from_the_top_down_and_each_says_its_figure():
    panel = open_panel(row("2017", 40), row("2018", 90, upper=100, comparator="gt", lower_closed=False))
    rows.draw_bounds(panel)
    names = [tick.get_text() for tick in panel.axes.get_yticklabels()]
    assert names == ["2017", "2018"]
    assert panel.axes.get_ylim()[0] > panel.axes.get_ylim()[1]
    assert texts(panel) == ["40%", "over 90%"]


@pytest.mark.parametrize(("lang", "spacing"), [("en", 1.0), ("zh", 1.2)])
def test_lines_of_chinese_names_do_not_touch(lang, spacing):
    drawn = [row("CN-AH", 40)]
    panel = field_of(declare(usual=Panel(form="rows_of_bounds", axis=Axis())), drawn, lang)
    rows.draw_bounds(panel)
    (name,) = panel.axes.get_yticklabels()
    assert name._linespacing == spacing


def test_a_figure_that_another_reading_makes_larger_says_so():
    possible = row("2017", None, lower=40, upper=70, status="possible")
    panel = open_panel(row("2017", 40), possible)
    rows.draw_bounds(panel)
    assert texts(panel) == ["40%, or over"]


def test_the_middle_of_bounds_alone_has_no_mark():
    """It means nothing: any value within them is as likely."""
    panel = open_panel(row("2017", 50, lower=20, upper=80, status="estimate"))
    rows.draw_bounds(panel)
    assert len(marked(panel.axes, "bounds")) == 1
    assert not marked(panel.axes, "full") + marked(panel.axes, "printed")


@pytest.mark.parametrize(("labels", "said"), [("all", ["40% → 60%"]), ("years", ["2015–2018"]), ("none", [])])
def test_a_change_is_joined_and_says_its_first_and_last_figure(labels, said):
    drawn = [row("CN-AH", value, line="l", period=year) for year, value in (("2015", 40), ("2016", 45), ("2018", 60))]
    panel = open_panel(*drawn, labels=labels)
    rows.draw_changes(panel)
    assert texts(panel) == said
    (span,) = marked(panel.axes, "span")
    assert [list(end) for end in span.get_segments()[0]] == [[40, 0], [60, 0]]


@pytest.mark.parametrize(("values", "said"), [((40, 60), "40% → 60%"), ((40,), "40%")])
def test_a_row_of_two_figures_says_both_and_a_lone_one_itself(values, said):
    panel = open_panel(*(row("CN-AH", value, line="l") for value in values))
    rows.draw_changes(panel)
    assert texts(panel) == [said]


def test_the_later_figure_of_a_series_is_the_large_one():
    panel = open_panel(row("CN-AH", 40, line="l"), row("CN-AH", 60, line="l"), labels="none")
    rows.draw_changes(panel)
    small, large = (points for points in marked(panel.axes, "full"))
    assert (small.get_offsets()[0][0], large.get_offsets()[0][0]) == (40, 60)
    assert small.get_sizes()[0] < large.get_sizes()[0]


def test_variants_beyond_the_axis_are_written_at_its_end_and_refusals_are_counted():
    moved = {"lower": -1.0, "upper": 1.0, "unit": "half_width", "status": "estimate"}
    drawn = [row("est-a", value, **moved) for value in (0.2, 7.0)]
    drawn += [row("est-a", None, **moved | {"status": "refused"})]
    usual = Panel("strips", axis=Axis(low=-3, high=3))
    panel = field_of(declare(usual=usual, looks={"a": "blue o"}, words={"est-a": "word-none"}), drawn)
    rows.draw_variants(panel)
    assert "7" in texts(panel)
    assert any("3" in text and "1" in text for text in texts(panel))
    assert panel.axes.patches[0].get_width() == 2
