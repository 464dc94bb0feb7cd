"""The forms by name, and how tall each is; small multiples are several panels of one form."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

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
LINE = 0.135  # inches of a line of a row's name


def height_of(form: str, names: Sequence[str], upright: bool = False) -> float:
    """Return the inches that a panel needs beside its title and its axis, for rows of these names."""
    if form not in ROW or upright:
        return TIME_HEIGHT
    lines = [name.count("\n") + 1 for name in names]
    return max(0.5, math.fsum(max(ROW[form], LINE * number + 0.04) for number in lines) + 0.14)
