from __future__ import annotations

import pytest
import seaborn as sns
from matplotlib.colors import to_hex

from analysis.charts.drawn import Drawn
from analysis.charts.grammar import draw_marks, draw_undated, join
from helpers.exhibits import declare, field_of
from helpers.printed_figures import marked


def row(value: float | None, t: float = 2017.0, **fields: object) -> Drawn:
    return Drawn(**({"value": value, "lower": value, "upper": value, "t": t, "series": "a", "line": "a"} | fields))


def draw(*rows: Drawn, along: str = "y"):
    panel = field_of(declare(), rows)
    panel.axes.set_xlim(2010, 2020)
    panel.axes.set_ylim(0, 100)
    draw_marks(panel, rows, [one.t for one in rows] if along == "y" else [1.0] * len(rows), along, 100)
    return panel


@pytest.mark.parametrize(
    ("status", "gid"),
    [("printed", "full"), ("derived", "pale"), ("doubtful", "hollow"), ("disputed", "hollow"), ("apart", "hollow")],
)
def test_a_figure_looks_by_how_it_came_about(status, gid):
    panel = draw(row(50, status=status))
    (points,) = marked(panel.axes, gid)
    white = to_hex(points.get_facecolor()[0]) == "#ffffff"
    assert white == (gid == "hollow")
    assert to_hex(points.get_edgecolor()[0]) == panel.scene.looks["a"].colour


def test_a_bounded_figure_is_a_bar_with_a_stroke_and_no_marker():
    panel = draw(row(60, lower=60, upper=100, lower_closed=False, comparator="gt"))
    assert len(marked(panel.axes, "bounds")) == len(marked(panel.axes, "printed")) == 1
    assert not marked(panel.axes, "full")
    (edge,) = marked(panel.axes, "edge")  # the closed end alone
    assert list(edge.get_ydata()) == [100]
    assert {"bounds", "stroke", "edge"} <= set(panel.scene.used)


def test_a_narrowly_rounded_figure_is_a_marker_alone():
    panel = draw(row(60, lower=59.5, upper=60.5, upper_closed=False))
    assert len(marked(panel.axes, "full")) == 1
    assert not marked(panel.axes, "bounds")
    assert not panel.scene.used


def test_what_lies_beyond_the_chart_is_an_arrow_at_its_edge():
    panel = draw(row(140), row(60, lower=60, upper=float("inf"), comparator="gt"))
    assert [list(sign.get_ydata()) for sign in marked(panel.axes, "beyond")] == [[100], [100]]


def test_another_reading_is_a_dashed_line():
    panel = draw(row(None, lower=70, upper=100, status="possible"), along="x")
    assert len(marked(panel.axes, "possible")) == 1


def test_a_stock_without_a_day_has_a_bar_along_the_time_axis():
    """A count without a day in its notice stood at the last day of its quarter as if it were printed."""
    rows = [row(50, 2017.25, period="2017-Q1"), row(40, 2017.42, period="2017-06-01")]
    panel = draw(*rows)
    draw_undated(panel, rows)
    (bar,) = marked(panel.axes, "undated")
    assert [list(end) for end in bar.get_segments()[0]] == [pytest.approx([2017.25 - 30 / 365, 50]), [2017.25, 50]]
    assert "undated" in panel.scene.used


def test_lines_stay_within_a_line_and_leave_out_hollow_figures():
    rows = [
        row(50, 2012),
        row(40, 2012.5),
        row(30, 2016),
        row(20, 2017, line="b"),
        row(10, 2018, line="b", status="apart"),
    ]
    panel = draw(*rows)
    pieces = join(panel, rows, 100)
    assert [piece[0] for piece in pieces] == [[2012, 2012.5], [2012.5, 2016]]
    solid, dotted = marked(panel.axes, "joined")
    assert solid.get_linestyle() != dotted.get_linestyle()


def test_seaborn_draws_markers_and_lines(monkeypatch):
    called: list[str] = []
    for name in ("scatterplot", "lineplot"):
        real = getattr(sns, name)
        monkeypatch.setattr(sns, name, lambda *a, name=name, real=real, **k: (called.append(name), real(*a, **k))[1])
    rows = [row(50, 2012), row(40, 2012.5)]
    join(draw(*rows), rows, 100)
    assert set(called) == {"scatterplot", "lineplot"}
