"""The forms by name, and how tall each is; small multiples are several panels of one form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.charts.drawn import Drawn
from analysis.charts.forms import before_after, heat_map, over_time, rows_of_bounds, stacked_parts, strips, tile_map
from analysis.charts.grammar import Field

Draw = Callable[[Field], None]
FORMS: dict[str, Draw] = {
    "over_time": over_time.draw, "rows_of_bounds": rows_of_bounds.draw, "intervals": rows_of_bounds.draw_intervals,
    "heat_map": heat_map.draw, "stacked_parts": stacked_parts.draw, "before_after": before_after.draw,
    "strips": strips.draw, "tile_map": tile_map.draw,
}  # fmt: skip
ROW = {"rows_of_bounds": 0.27, "intervals": 0.27, "heat_map": 0.27, "stacked_parts": 0.46, "before_after": 0.205,
       "strips": 0.25}  # fmt: skip
TIME_HEIGHT = 3.6  # inches of a panel over time


def height_of(form: str, rows: Sequence[Drawn], upright: bool = False) -> float:
    """Return the inches that a panel needs beside its title and its axis."""
    if form not in ROW or upright:
        return TIME_HEIGHT
    labels = dict.fromkeys(row.label for row in rows)
    return max(0.5, ROW[form] * len(labels) + 0.14)
