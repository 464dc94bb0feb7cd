from __future__ import annotations

from itertools import combinations
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

from analysis.charts.placing import LEADER_FROM, Label, Place, Placer, _cheapest, place_labels
from helpers.printed_figures import marked


def square(side: float = 10) -> tuple[Any, Any]:
    """Return a figure whose axes run from 0 to `side`."""
    figure, axes = plt.subplots()
    axes.set_xlim(0, side)
    axes.set_ylim(0, side)
    figure.draw_without_rendering()
    return figure, axes


def boxes_of(figure: Any, notes: list[Any]) -> list[Any]:
    figure.draw_without_rendering()
    return [note.get_window_extent() for note in notes]


def test_labels_of_crowded_dots_cover_neither_each_other_nor_the_dots():
    figure, axes = square()
    points = [(5 + 0.15 * k, 5 + 0.1 * (k % 3)) for k in range(8)]
    boxes = boxes_of(figure, place_labels(axes, [Label("29,431", x, y, "black") for x, y in points]))
    assert len(marked(axes, "label")) == len(points)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for x, y in axes.transData.transform(points):
        assert not any(box.contains(x, y) for box in boxes)


def test_labels_stay_within_the_figure():
    figure, axes = square()
    labels = [Label("a long label at the edge", 10, 10, "black"), Label("another", 0, 0, "black")]
    for box in boxes_of(figure, place_labels(axes, labels)):
        assert box.x0 >= 0
        assert box.y0 >= 0
        assert box.x1 <= figure.bbox.x1
        assert box.y1 <= figure.bbox.y1


def test_a_label_keeps_clear_of_bars_and_lines():
    figure, axes = square()
    notes = place_labels(axes, [Label("over 80%", 5, 5, "black")], [(5.5, 0, 10)], [([5, 5.01], [5, 10])])
    (box,) = boxes_of(figure, notes)
    bar, _ = axes.transData.transform((5.5, 5))
    assert not box.x0 < bar < box.x1


def test_a_label_without_a_leader_is_nearest_to_its_own_mark():
    """85,737 stood beside the mark of 82,201."""
    figure, axes = square()
    points = [(4.6, 5.2), (5, 5.6), (5.15, 5.55), (5.6, 5.45)]
    notes = place_labels(axes, [Label(f"85,{k}37", x, y, "black") for k, (x, y) in enumerate(points)])
    spots = axes.transData.transform(points)
    for own, (note, box) in enumerate(zip(notes, boxes_of(figure, notes), strict=True)):
        if np.hypot(*note.xyann) < LEADER_FROM:
            away = [np.hypot(max(0, box.x0 - x, x - box.x1), max(0, box.y0 - y, y - box.y1)) for x, y in spots]
            assert away[own] <= min(away) + 1


def test_a_leader_ends_at_its_label_and_short_of_its_mark():
    figure, axes = square()
    around = [(x, y, y) for x in np.linspace(4.5, 5.5, 9) for y in (4.6, 5, 5.4)]
    (note,) = place_labels(axes, [Label("29,431", 5, 5, "black")], around)
    (leader,) = marked(axes, "leader")
    scale, mark = figure.dpi / 72, axes.transData.transform((5, 5))
    start, end = leader.get_transform().transform(leader.get_xydata())
    corner = mark + scale * np.array(note.xyann)
    assert np.hypot(*(start - mark)) / scale == pytest.approx(4)
    assert np.hypot(*(end - corner)) / scale == pytest.approx(2, rel=0.3)
    assert np.cross(np.append(end - mark, 0), np.append(corner - mark, 0)) == pytest.approx([0, 0, 0])


def test_a_figure_is_not_written_within_a_part_that_is_narrower():
    figure, axes = square()
    figure.set_layout_engine("constrained")
    narrow, wide = (axes.text(place, 5, "17,811", ha="center", va="center") for place in (2, 7))
    Placer(within=[(narrow, (0.3, 2)), (wide, (3, 2))]).finish(figure)
    assert (narrow.get_visible(), wide.get_visible()) == (False, True)


def test_labels_keep_clear_of_the_reason_of_a_break():
    figure, axes = square()
    reason = axes.text(5.3, 5, "New check indicators", va="center", gid="reason")
    (box,) = boxes_of(figure, place_labels(axes, [Label("97%", 5, 5, "black")]))
    assert not box.overlaps(reason.get_window_extent())


def test_a_label_keeps_clear_of_a_mark_without_a_label():
    """'over 3,611' lay on the marks of the months after it."""
    figure, axes = square()
    (box,) = boxes_of(figure, place_labels(axes, [Label("over 3,611", 5, 5, "black")], [(5.5, 5, 5)]))
    assert not box.contains(*axes.transData.transform((5.5, 5)))


def test_a_label_lies_on_no_number_of_the_next_panel():
    figure, (left, right) = plt.subplots(1, 2, gridspec_kw={"wspace": 0.6})
    right.set_yticks([0, 0.5, 1], ["0", "20,000", "40,000"])
    figure.draw_without_rendering()
    (box,) = boxes_of(figure, place_labels(left, [Label("−21.5% to −8.3%", 1, 0.5, "black")]))
    assert not any(box.overlaps(text.get_window_extent()) for text in right.get_yticklabels())


@pytest.mark.parametrize(("costs", "found", "asked"), [([2, 0, 0, 1], 1, 2), ([2, 1, 1, 3], 1, 4)])
def test_the_first_of_the_cheapest_places_is_taken_and_none_is_looked_at_after_a_free_one(costs, found, asked):
    places, seen = [Place("E", distance, np.zeros(4)) for distance in range(4)], []
    taken = _cheapest(places, lambda place: seen.append(place) or costs[int(place.distance)])
    assert (taken, len(seen)) == (places[found], asked)
